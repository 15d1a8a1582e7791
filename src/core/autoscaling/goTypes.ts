/**
 * The fields of autoscaling/v2 with their Go types, as decoding sees them.
 *
 * @upstream staging/src/k8s.io/api/autoscaling/v2/types.go
 */
import type { GoField, GoStruct, GoType } from './goJson.ts';

type Fields = Readonly<Record<string, GoField>>;

const string: GoType = { kind: 'string', name: 'string' };
const int32: GoType = { kind: 'int32', name: 'int32' };
const int64: GoType = { kind: 'int64', name: 'int64' };
const bool: GoType = { kind: 'bool', name: 'bool' };
const quantity: GoType = { kind: 'quantity' };
const time: GoType = { kind: 'time' };

function named(name: string): GoType {
  return { kind: 'string', name };
}
function struct(name: string, fields: Fields): GoStruct {
  return { kind: 'struct', name, fields };
}
function slice(element: GoType): GoType {
  return { kind: 'slice', name: `[]${'name' in element ? element.name : ''}`, element };
}
function stringMap(): GoType {
  return { kind: 'map', name: 'map[string]string', element: string };
}
function optional(type: GoType): GoField {
  return { type };
}
function pointer(type: GoType): GoField {
  return { type, pointer: true };
}
function always(type: GoType): GoField {
  return { type, always: true };
}

const ownerReference = struct('v1.OwnerReference', {
  apiVersion: always(string),
  kind: always(string),
  name: always(string),
  uid: always(named('types.UID')),
  controller: pointer(bool),
  blockOwnerDeletion: pointer(bool),
});

const managedFieldsEntry = struct('v1.ManagedFieldsEntry', {
  manager: optional(string),
  operation: optional(named('v1.ManagedFieldsOperationType')),
  apiVersion: optional(string),
  time: pointer(time),
  fieldsType: optional(string),
  fieldsV1: pointer({ kind: 'any' }),
  subresource: optional(string),
});

/** @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go ObjectMeta */
export const objectMeta = struct('v1.ObjectMeta', {
  name: optional(string),
  generateName: optional(string),
  namespace: optional(string),
  selfLink: optional(string),
  uid: optional(named('types.UID')),
  resourceVersion: optional(string),
  generation: optional(int64),
  creationTimestamp: optional(time),
  deletionTimestamp: pointer(time),
  deletionGracePeriodSeconds: pointer(int64),
  labels: optional(stringMap()),
  annotations: optional(stringMap()),
  ownerReferences: optional(slice(ownerReference)),
  finalizers: optional(slice(string)),
  managedFields: optional(slice(managedFieldsEntry)),
});

const labelSelector = struct('v1.LabelSelector', {
  matchLabels: optional(stringMap()),
  matchExpressions: optional(
    slice(
      struct('v1.LabelSelectorRequirement', {
        key: always(string),
        operator: always(named('v1.LabelSelectorOperator')),
        values: optional(slice(string)),
      }),
    ),
  ),
});

const crossVersionObjectReference = struct('v2.CrossVersionObjectReference', {
  kind: always(string),
  name: always(string),
  apiVersion: optional(string),
});

const metricIdentifier = struct('v2.MetricIdentifier', {
  name: always(string),
  selector: optional(labelSelector),
});

const metricTarget = struct('v2.MetricTarget', {
  type: always(named('v2.MetricTargetType')),
  value: pointer(quantity),
  averageValue: pointer(quantity),
  averageUtilization: pointer(int32),
});

const resourceName = always(named('v1.ResourceName'));
const target = always(metricTarget);
const metric = always(metricIdentifier);
const describedObject = always(crossVersionObjectReference);

const metricSpec = struct('v2.MetricSpec', {
  type: always(named('v2.MetricSourceType')),
  object: optional(struct('v2.ObjectMetricSource', { describedObject, target, metric })),
  pods: optional(struct('v2.PodsMetricSource', { metric, target })),
  resource: optional(struct('v2.ResourceMetricSource', { name: resourceName, target })),
  containerResource: optional(
    struct('v2.ContainerResourceMetricSource', { name: resourceName, target, container: always(string) }),
  ),
  external: optional(struct('v2.ExternalMetricSource', { metric, target })),
});

const scalingPolicy = struct('v2.HPAScalingPolicy', {
  type: always(named('v2.HPAScalingPolicyType')),
  value: always(int32),
  periodSeconds: always(int32),
});

function scalingRules(hasTolerance: boolean): GoType {
  return struct('v2.HPAScalingRules', {
    stabilizationWindowSeconds: pointer(int32),
    selectPolicy: pointer(named('v2.ScalingPolicySelect')),
    policies: optional(slice(scalingPolicy)),
    ...(hasTolerance ? { tolerance: pointer(quantity) } : {}),
  });
}

const current = always(
  struct('v2.MetricValueStatus', {
    value: pointer(quantity),
    averageValue: pointer(quantity),
    averageUtilization: pointer(int32),
  }),
);

const metricStatus = struct('v2.MetricStatus', {
  type: always(named('v2.MetricSourceType')),
  object: optional(struct('v2.ObjectMetricStatus', { metric, current, describedObject })),
  pods: optional(struct('v2.PodsMetricStatus', { metric, current })),
  resource: optional(struct('v2.ResourceMetricStatus', { name: resourceName, current })),
  containerResource: optional(
    struct('v2.ContainerResourceMetricStatus', { name: resourceName, current, container: always(string) }),
  ),
  external: optional(struct('v2.ExternalMetricStatus', { metric, current })),
});

function condition(hasGeneration: boolean): GoType {
  return struct('v2.HorizontalPodAutoscalerCondition', {
    type: always(named('v2.HorizontalPodAutoscalerConditionType')),
    status: always(named('v1.ConditionStatus')),
    lastTransitionTime: optional(time),
    reason: optional(string),
    message: optional(string),
    ...(hasGeneration ? { observedGeneration: pointer(int64) } : {}),
  });
}

function horizontalPodAutoscaler(hasTolerance: boolean, hasConditionGeneration: boolean): GoStruct {
  const behavior = struct('v2.HorizontalPodAutoscalerBehavior', {
    scaleUp: optional(scalingRules(hasTolerance)),
    scaleDown: optional(scalingRules(hasTolerance)),
  });
  const spec = struct('v2.HorizontalPodAutoscalerSpec', {
    scaleTargetRef: always(crossVersionObjectReference),
    minReplicas: pointer(int32),
    maxReplicas: always(int32),
    metrics: optional(slice(metricSpec)),
    behavior: optional(behavior),
  });
  const status = struct('v2.HorizontalPodAutoscalerStatus', {
    observedGeneration: pointer(int64),
    lastScaleTime: pointer(time),
    currentReplicas: optional(int32),
    desiredReplicas: always(int32),
    currentMetrics: optional(slice(metricStatus)),
    conditions: optional(slice(condition(hasConditionGeneration))),
  });
  return struct('v2.HorizontalPodAutoscaler', {
    kind: optional(string),
    apiVersion: optional(string),
    metadata: optional(objectMeta),
    spec: always(spec),
    status: always(status),
  });
}

/** What of the v2 API a minor knows. */
export interface V2Fields {
  readonly toleranceField: boolean;
  readonly conditionObservedGenerationField: boolean;
}

const types = new Map<string, GoStruct>();

/**
 * The Go type of a v2 HorizontalPodAutoscaler in a minor that knows these fields.
 *
 * @upstream staging/src/k8s.io/api/autoscaling/v2/types.go HorizontalPodAutoscaler
 */
export function v2Type(fields: V2Fields): GoStruct {
  const key = `${fields.toleranceField} ${fields.conditionObservedGenerationField}`;
  let type = types.get(key);
  if (type === undefined) {
    type = horizontalPodAutoscaler(fields.toleranceField, fields.conditionObservedGenerationField);
    types.set(key, type);
  }
  return type;
}

/**
 * The Go type of a v1 HorizontalPodAutoscaler: one CPU target, no metrics, no behavior.
 *
 * @upstream staging/src/k8s.io/api/autoscaling/v1/types.go HorizontalPodAutoscaler
 */
export const V1_TYPE: GoStruct = struct('v1.HorizontalPodAutoscaler', {
  kind: optional(string),
  apiVersion: optional(string),
  metadata: optional(objectMeta),
  spec: always(
    struct('v1.HorizontalPodAutoscalerSpec', {
      scaleTargetRef: always(struct('v1.CrossVersionObjectReference', crossVersionObjectReference.fields)),
      minReplicas: pointer(int32),
      maxReplicas: always(int32),
      targetCPUUtilizationPercentage: pointer(int32),
    }),
  ),
  status: always(
    struct('v1.HorizontalPodAutoscalerStatus', {
      observedGeneration: pointer(int64),
      lastScaleTime: pointer(time),
      currentReplicas: always(int32),
      desiredReplicas: always(int32),
      currentCPUUtilizationPercentage: pointer(int32),
    }),
  ),
});
