/**
 * Metrics between their flat form (v1's annotations, v2beta1) and the form of v2. The flat form has no target type: it
 * follows from which value is there.
 *
 * @upstream pkg/apis/autoscaling/v1/conversion.go, pkg/apis/autoscaling/v2beta1/conversion.go
 */
import { parseQuantity, signOf } from '../apimachinery/quantity.ts';
import type {
  CrossVersionObjectReference,
  LabelSelector,
  MetricIdentifier,
  MetricSourceType,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  MetricValueStatus,
  QuantityText,
} from './types.ts';

const ZERO: QuantityText = '0';

interface FlatResource {
  readonly name: string;
  readonly targetAverageUtilization?: number;
  readonly targetAverageValue?: QuantityText;
}

/** A metric as v1's annotation and v2beta1 have it. Quantities that Go holds by value are always there. */
export interface FlatMetricSpec {
  readonly type: MetricSourceType;
  readonly object?: {
    readonly target: CrossVersionObjectReference;
    readonly metricName: string;
    readonly targetValue: QuantityText;
    readonly selector?: LabelSelector;
    readonly averageValue?: QuantityText;
  };
  readonly pods?: {
    readonly metricName: string;
    readonly targetAverageValue: QuantityText;
    readonly selector?: LabelSelector;
  };
  readonly resource?: FlatResource;
  readonly containerResource?: FlatResource & { readonly container: string };
  readonly external?: {
    readonly metricName: string;
    readonly metricSelector?: LabelSelector;
    readonly targetValue?: QuantityText;
    readonly targetAverageValue?: QuantityText;
  };
}

interface FlatResourceStatus {
  readonly name: string;
  readonly currentAverageUtilization?: number;
  readonly currentAverageValue: QuantityText;
}

export interface FlatMetricStatus {
  readonly type: MetricSourceType | '';
  readonly object?: {
    readonly target: CrossVersionObjectReference;
    readonly metricName: string;
    readonly currentValue: QuantityText;
    readonly selector?: LabelSelector;
    readonly averageValue?: QuantityText;
  };
  readonly pods?: {
    readonly metricName: string;
    readonly currentAverageValue: QuantityText;
    readonly selector?: LabelSelector;
  };
  readonly resource?: FlatResourceStatus;
  readonly containerResource?: FlatResourceStatus & { readonly container: string };
  readonly external?: {
    readonly metricName: string;
    readonly metricSelector?: LabelSelector;
    readonly currentValue: QuantityText;
    readonly currentAverageValue?: QuantityText;
  };
}

/** An object without its fields that hold nothing. */
function compact<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}

function identifier(name: string, selector: LabelSelector | undefined): MetricIdentifier {
  return selector === undefined ? { name } : { name, selector };
}

function resourceTarget(source: FlatResource): MetricTarget {
  const { targetAverageUtilization: averageUtilization, targetAverageValue: averageValue } = source;
  const type = averageUtilization === undefined ? 'AverageValue' : 'Utilization';
  return compact<MetricTarget>({ type, averageValue, averageUtilization });
}

export interface FlatRules {
  /** an Object metric of an average loses a plain value of zero that stands beside it */
  readonly dropsZeroObjectValue: boolean;
  /** v2beta1 forgot the container's name on the way */
  readonly losesContainer?: boolean;
}

function objectTarget(source: NonNullable<FlatMetricSpec['object']>, rules: FlatRules): MetricTarget {
  const { averageValue, targetValue: value } = source;
  if (averageValue === undefined) return { type: 'Value', value };
  const parsed = parseQuantity(value);
  const isDropped = rules.dropsZeroObjectValue && parsed.ok && signOf(parsed.value) === 0;
  return isDropped ? { type: 'AverageValue', averageValue } : { type: 'AverageValue', value, averageValue };
}

/**
 * A metric in the form of v2. Every source that is there is converted, whatever the type says.
 *
 * @upstream pkg/apis/autoscaling/v1/zz_generated.conversion.go Convert_v1_MetricSpec_To_autoscaling_MetricSpec
 */
export function fromFlatMetric(metric: FlatMetricSpec, rules: FlatRules): MetricSpec {
  const { type, object, pods, resource, containerResource, external } = metric;
  return compact<MetricSpec>({
    type,
    object: object && {
      describedObject: object.target,
      target: objectTarget(object, rules),
      metric: identifier(object.metricName, object.selector),
    },
    pods: pods && {
      metric: identifier(pods.metricName, pods.selector),
      target: { type: 'AverageValue', averageValue: pods.targetAverageValue },
    },
    resource: resource && { name: resource.name, target: resourceTarget(resource) },
    containerResource: containerResource && {
      name: containerResource.name,
      target: resourceTarget(containerResource),
      container: rules.losesContainer === true ? '' : containerResource.container,
    },
    external: external && {
      metric: identifier(external.metricName, external.metricSelector),
      target: compact<MetricTarget>({
        type: external.targetValue === undefined ? 'AverageValue' : 'Value',
        value: external.targetValue,
        averageValue: external.targetAverageValue,
      }),
    },
  });
}

function flatResource(name: string, target: MetricTarget): FlatResource {
  return compact<FlatResource>({
    name,
    targetAverageUtilization: target.averageUtilization,
    targetAverageValue: target.averageValue,
  });
}

/**
 * A metric in the flat form, which loses its target type.
 *
 * @upstream pkg/apis/autoscaling/v1/zz_generated.conversion.go Convert_autoscaling_MetricSpec_To_v1_MetricSpec
 */
export function toFlatMetric(metric: MetricSpec): FlatMetricSpec {
  const { type, object, pods, resource, containerResource, external } = metric;
  return compact<FlatMetricSpec>({
    type,
    object:
      object &&
      compact<NonNullable<FlatMetricSpec['object']>>({
        target: object.describedObject,
        metricName: object.metric.name,
        targetValue: object.target.value ?? ZERO,
        selector: object.metric.selector,
        averageValue: object.target.averageValue,
      }),
    pods:
      pods &&
      compact<NonNullable<FlatMetricSpec['pods']>>({
        metricName: pods.metric.name,
        targetAverageValue: pods.target.averageValue ?? ZERO,
        selector: pods.metric.selector,
      }),
    resource: resource && flatResource(resource.name, resource.target),
    containerResource: containerResource && {
      ...flatResource(containerResource.name, containerResource.target),
      container: containerResource.container,
    },
    external:
      external &&
      compact<NonNullable<FlatMetricSpec['external']>>({
        metricName: external.metric.name,
        metricSelector: external.metric.selector,
        targetValue: external.target.value,
        targetAverageValue: external.target.averageValue,
      }),
  });
}

function resourceCurrent(status: FlatResourceStatus): MetricValueStatus {
  return compact<MetricValueStatus>({
    averageValue: status.currentAverageValue,
    averageUtilization: status.currentAverageUtilization,
  });
}

/**
 * A metric's status in the form of v2.
 *
 * @upstream pkg/apis/autoscaling/v1/zz_generated.conversion.go Convert_v1_MetricStatus_To_autoscaling_MetricStatus
 */
export function fromFlatStatus(status: FlatMetricStatus): MetricStatus {
  const { type, object, pods, resource, containerResource, external } = status;
  return compact<MetricStatus>({
    type,
    object: object && {
      metric: identifier(object.metricName, object.selector),
      current: compact<MetricValueStatus>({ value: object.currentValue, averageValue: object.averageValue }),
      describedObject: object.target,
    },
    pods: pods && {
      metric: identifier(pods.metricName, pods.selector),
      current: { averageValue: pods.currentAverageValue },
    },
    resource: resource && { name: resource.name, current: resourceCurrent(resource) },
    containerResource: containerResource && {
      name: containerResource.name,
      current: resourceCurrent(containerResource),
      container: containerResource.container,
    },
    external: external && {
      metric: identifier(external.metricName, external.metricSelector),
      current: compact<MetricValueStatus>({
        value: external.currentValue,
        averageValue: external.currentAverageValue,
      }),
    },
  });
}

function flatResourceStatus(name: string, current: MetricValueStatus): FlatResourceStatus {
  return compact<FlatResourceStatus>({
    name,
    currentAverageUtilization: current.averageUtilization,
    currentAverageValue: current.averageValue ?? ZERO,
  });
}

/**
 * A metric's status in the flat form.
 *
 * @upstream pkg/apis/autoscaling/v1/zz_generated.conversion.go Convert_autoscaling_MetricStatus_To_v1_MetricStatus
 */
export function toFlatStatus(status: MetricStatus): FlatMetricStatus {
  const { type, object, pods, resource, containerResource, external } = status;
  return compact<FlatMetricStatus>({
    type,
    object:
      object &&
      compact<NonNullable<FlatMetricStatus['object']>>({
        target: object.describedObject,
        metricName: object.metric.name,
        currentValue: object.current.value ?? ZERO,
        selector: object.metric.selector,
        averageValue: object.current.averageValue,
      }),
    pods:
      pods &&
      compact<NonNullable<FlatMetricStatus['pods']>>({
        metricName: pods.metric.name,
        currentAverageValue: pods.current.averageValue ?? ZERO,
        selector: pods.metric.selector,
      }),
    resource: resource && flatResourceStatus(resource.name, resource.current),
    containerResource: containerResource && {
      ...flatResourceStatus(containerResource.name, containerResource.current),
      container: containerResource.container,
    },
    external:
      external &&
      compact<NonNullable<FlatMetricStatus['external']>>({
        metricName: external.metric.name,
        metricSelector: external.metric.selector,
        currentValue: external.current.value ?? ZERO,
        currentAverageValue: external.current.averageValue,
      }),
  });
}
