/**
 * The fields of autoscaling/v2 with their Go types, as decoding sees them, and of v2beta2, which has nearly the same.
 *
 * @upstream staging/src/k8s.io/api/autoscaling/v2/types.go
 */
import type { GoStruct, GoType } from './goJson.ts';
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

/** What of the v2 API a minor knows. */
export interface V2Fields {
  readonly toleranceField: boolean;
  readonly conditionObservedGenerationField: boolean;
}

const resourceName = always(named('v1.ResourceName'));

/** The types of one API package; Go prints its name with each of them. */
function metricTypes(pkg: string) {
  const crossVersionObjectReference = struct(`${pkg}.CrossVersionObjectReference`, {
    kind: always(string),
    name: always(string),
    apiVersion: optional(string),
  });
  const metric = always(
    struct(`${pkg}.MetricIdentifier`, { name: always(string), selector: optional(labelSelector) }),
  );
  const describedObject = always(crossVersionObjectReference);
  const type = always(named(`${pkg}.MetricSourceType`));
  const target = always(
    struct(`${pkg}.MetricTarget`, {
      type: always(named(`${pkg}.MetricTargetType`)),
      value: pointer(quantity),
      averageValue: pointer(quantity),
      averageUtilization: pointer(int32),
    }),
  );
  const container = always(string);
  const source = (name: string, fields: GoStruct['fields']) =>
    optional(struct(`${pkg}.${name}MetricSource`, fields));
  const metricSpec = struct(`${pkg}.MetricSpec`, {
    type,
    object: source('Object', { describedObject, target, metric }),
    pods: source('Pods', { metric, target }),
    resource: source('Resource', { name: resourceName, target }),
    containerResource: source('ContainerResource', { name: resourceName, target, container }),
    external: source('External', { metric, target }),
  });
  const current = always(
    struct(`${pkg}.MetricValueStatus`, {
      value: pointer(quantity),
      averageValue: pointer(quantity),
      averageUtilization: pointer(int32),
    }),
  );
  const status = (name: string, fields: GoStruct['fields']) =>
    optional(struct(`${pkg}.${name}MetricStatus`, fields));
  const metricStatus = struct(`${pkg}.MetricStatus`, {
    type,
    object: status('Object', { metric, current, describedObject }),
    pods: status('Pods', { metric, current }),
    resource: status('Resource', { name: resourceName, current }),
    containerResource: status('ContainerResource', { name: resourceName, current, container }),
    external: status('External', { metric, current }),
  });
  return { crossVersionObjectReference, metricSpec, metricStatus };
}

function behaviorType(pkg: string, hasTolerance: boolean): GoStruct {
  const policy = struct(`${pkg}.HPAScalingPolicy`, {
    type: always(named(`${pkg}.HPAScalingPolicyType`)),
    value: always(int32),
    periodSeconds: always(int32),
  });
  const rules = struct(`${pkg}.HPAScalingRules`, {
    stabilizationWindowSeconds: pointer(int32),
    selectPolicy: pointer(named(`${pkg}.ScalingPolicySelect`)),
    policies: optional(slice(policy)),
    ...(hasTolerance ? { tolerance: pointer(quantity) } : {}),
  });
  return struct(`${pkg}.HorizontalPodAutoscalerBehavior`, {
    scaleUp: optional(rules),
    scaleDown: optional(rules),
  });
}

function conditionType(pkg: string, hasGeneration: boolean): GoType {
  return struct(`${pkg}.HorizontalPodAutoscalerCondition`, {
    type: always(named(`${pkg}.HorizontalPodAutoscalerConditionType`)),
    status: always(named('v1.ConditionStatus')),
    lastTransitionTime: always(time),
    reason: optional(string),
    message: optional(string),
    ...(hasGeneration ? { observedGeneration: pointer(int64) } : {}),
  });
}

function horizontalPodAutoscaler(pkg: string, fields: V2Fields): GoStruct {
  const { crossVersionObjectReference, metricSpec, metricStatus } = metricTypes(pkg);
  const spec = struct(`${pkg}.HorizontalPodAutoscalerSpec`, {
    scaleTargetRef: always(crossVersionObjectReference),
    minReplicas: pointer(int32),
    maxReplicas: always(int32),
    metrics: optional(slice(metricSpec)),
    behavior: optional(behaviorType(pkg, fields.toleranceField)),
  });
  const status = struct(`${pkg}.HorizontalPodAutoscalerStatus`, {
    observedGeneration: pointer(int64),
    lastScaleTime: pointer(time),
    currentReplicas: optional(int32),
    desiredReplicas: always(int32),
    currentMetrics: always(slice(metricStatus)),
    conditions: optional(slice(conditionType(pkg, fields.conditionObservedGenerationField))),
  });
  return struct(`${pkg}.HorizontalPodAutoscaler`, {
    kind: optional(string),
    apiVersion: optional(string),
    metadata: optional(objectMeta),
    spec: always(spec),
    status: always(status),
  });
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
    type = horizontalPodAutoscaler('v2', fields);
    types.set(key, type);
  }
  return type;
}

/** The Go type of a v2beta2 HorizontalPodAutoscaler. @upstream staging/src/k8s.io/api/autoscaling/v2beta2/types.go HorizontalPodAutoscaler */
export const V2BETA2_TYPE: GoStruct = horizontalPodAutoscaler('v2beta2', {
  toleranceField: false,
  conditionObservedGenerationField: false,
});
