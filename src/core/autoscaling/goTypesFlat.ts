/**
 * The older, flat form of metrics: a target is `targetValue` beside the name, not an object of its own. v2beta1 has it,
 * and so have the annotations in which v1 keeps what it has no field for.
 *
 * @upstream staging/src/k8s.io/api/autoscaling/v1/types.go, staging/src/k8s.io/api/autoscaling/v2beta1/types.go
 */
import type { GoStruct } from './goJson.ts';
import {
  always,
  int32,
  int64,
  named,
  optional,
  pointer,
  quantity,
  slice,
  string,
  struct,
  time,
} from './goTypeBuilders.ts';
import { labelSelector, objectMeta } from './goTypesMeta.ts';

const resourceName = always(named('v1.ResourceName'));
const selector = optional(labelSelector);

function flatTypes(pkg: string) {
  const reference = struct(`${pkg}.CrossVersionObjectReference`, {
    kind: always(string),
    name: always(string),
    apiVersion: optional(string),
  });
  const type = always(named(`${pkg}.MetricSourceType`));
  const metricName = always(string);
  const targets = {
    targetAverageUtilization: pointer(int32),
    targetAverageValue: pointer(quantity),
  };
  const metricSpec = struct(`${pkg}.MetricSpec`, {
    type,
    object: optional(
      struct(`${pkg}.ObjectMetricSource`, {
        target: always(reference),
        metricName,
        targetValue: always(quantity),
        selector,
        averageValue: pointer(quantity),
      }),
    ),
    pods: optional(
      struct(`${pkg}.PodsMetricSource`, { metricName, targetAverageValue: always(quantity), selector }),
    ),
    resource: optional(struct(`${pkg}.ResourceMetricSource`, { name: resourceName, ...targets })),
    containerResource: optional(
      struct(`${pkg}.ContainerResourceMetricSource`, {
        name: resourceName,
        ...targets,
        container: always(string),
      }),
    ),
    external: optional(
      struct(`${pkg}.ExternalMetricSource`, {
        metricName,
        metricSelector: selector,
        targetValue: pointer(quantity),
        targetAverageValue: pointer(quantity),
      }),
    ),
  });
  const currents = {
    currentAverageUtilization: pointer(int32),
    currentAverageValue: always(quantity),
  };
  const metricStatus = struct(`${pkg}.MetricStatus`, {
    type,
    object: optional(
      struct(`${pkg}.ObjectMetricStatus`, {
        target: always(reference),
        metricName,
        currentValue: always(quantity),
        selector,
        averageValue: pointer(quantity),
      }),
    ),
    pods: optional(
      struct(`${pkg}.PodsMetricStatus`, { metricName, currentAverageValue: always(quantity), selector }),
    ),
    resource: optional(struct(`${pkg}.ResourceMetricStatus`, { name: resourceName, ...currents })),
    containerResource: optional(
      struct(`${pkg}.ContainerResourceMetricStatus`, {
        name: resourceName,
        ...currents,
        container: always(string),
      }),
    ),
    external: optional(
      struct(`${pkg}.ExternalMetricStatus`, {
        metricName,
        metricSelector: selector,
        currentValue: always(quantity),
        currentAverageValue: pointer(quantity),
      }),
    ),
  });
  return { reference, metricSpec, metricStatus };
}

function flatCondition(pkg: string, hasGeneration: boolean): GoStruct {
  return struct(`${pkg}.HorizontalPodAutoscalerCondition`, {
    type: always(named(`${pkg}.HorizontalPodAutoscalerConditionType`)),
    status: always(named('v1.ConditionStatus')),
    lastTransitionTime: always(time),
    reason: optional(string),
    message: optional(string),
    ...(hasGeneration ? { observedGeneration: pointer(int64) } : {}),
  });
}

function object(pkg: string, spec: GoStruct['fields'], status: GoStruct['fields']): GoStruct {
  return struct(`${pkg}.HorizontalPodAutoscaler`, {
    kind: optional(string),
    apiVersion: optional(string),
    metadata: optional(objectMeta),
    spec: always(struct(`${pkg}.HorizontalPodAutoscalerSpec`, spec)),
    status: always(struct(`${pkg}.HorizontalPodAutoscalerStatus`, status)),
  });
}

const v1 = flatTypes('v1');
const v2beta1 = flatTypes('v2beta1');

const replicas = { minReplicas: pointer(int32), maxReplicas: always(int32) };
const progress = {
  observedGeneration: pointer(int64),
  lastScaleTime: pointer(time),
  currentReplicas: always(int32),
  desiredReplicas: always(int32),
};

/**
 * The Go type of a v1 HorizontalPodAutoscaler: one CPU target, no metrics, no behavior.
 *
 * @upstream staging/src/k8s.io/api/autoscaling/v1/types.go HorizontalPodAutoscaler
 */
export const V1_TYPE: GoStruct = object(
  'v1',
  { scaleTargetRef: always(v1.reference), ...replicas, targetCPUUtilizationPercentage: pointer(int32) },
  { ...progress, currentCPUUtilizationPercentage: pointer(int32) },
);

/** The Go type of a v2beta1 HorizontalPodAutoscaler. @upstream staging/src/k8s.io/api/autoscaling/v2beta1/types.go HorizontalPodAutoscaler */
export const V2BETA1_TYPE: GoStruct = object(
  'v2beta1',
  { scaleTargetRef: always(v2beta1.reference), ...replicas, metrics: optional(slice(v2beta1.metricSpec)) },
  {
    ...progress,
    currentMetrics: always(slice(v2beta1.metricStatus)),
    conditions: always(slice(flatCondition('v2beta1', false))),
  },
);

/** Entries of v1's annotation of further metrics. @upstream staging/src/k8s.io/api/autoscaling/v1/types.go MetricSpec */
export const V1_METRIC_SPEC: GoStruct = v1.metricSpec;
/** Entries of v1's annotation of current metrics. @upstream staging/src/k8s.io/api/autoscaling/v1/types.go MetricStatus */
export const V1_METRIC_STATUS: GoStruct = v1.metricStatus;

/** Entries of v1's annotation of conditions. @upstream staging/src/k8s.io/api/autoscaling/v1/types.go HorizontalPodAutoscalerCondition */
export function v1Condition(fields: { readonly conditionObservedGenerationField: boolean }): GoStruct {
  return flatCondition('v1', fields.conditionObservedGenerationField);
}

/**
 * The internal behavior, which v1 and v2beta1 keep in an annotation: its fields have no JSON names of their own, and all
 * of them are written.
 *
 * @upstream pkg/apis/autoscaling/types.go HorizontalPodAutoscalerBehavior
 */
export function internalBehavior(fields: { readonly toleranceField: boolean }): GoStruct {
  const policy = struct('autoscaling.HPAScalingPolicy', {
    Type: always(named('autoscaling.HPAScalingPolicyType')),
    Value: always(int32),
    PeriodSeconds: always(int32),
  });
  const rules = struct('autoscaling.HPAScalingRules', {
    StabilizationWindowSeconds: { ...always(int32), pointer: true },
    SelectPolicy: { ...always(named('autoscaling.ScalingPolicySelect')), pointer: true },
    Policies: always(slice(policy)),
    ...(fields.toleranceField ? { Tolerance: { ...always(quantity), pointer: true } } : {}),
  });
  return struct('autoscaling.HorizontalPodAutoscalerBehavior', {
    ScaleUp: { ...always(rules), pointer: true },
    ScaleDown: { ...always(rules), pointer: true },
  });
}
