/**
 * Validation of `spec.metrics`.
 *
 * @upstream pkg/apis/autoscaling/validation/validation.go
 */
import {
  type FieldError,
  type FieldPath,
  forbidden,
  invalid,
  jsonValue,
  notSupported,
  quantityValue,
  required,
} from '../apimachinery/field.ts';
import { dns1123LabelErrors, pathSegmentNameErrors } from '../apimachinery/names.ts';
import { parseQuantity, signOf } from '../apimachinery/quantity.ts';
import type { Release } from '../releases/index.ts';
import { validateContainerResourceName } from './resourceNames.ts';
import type {
  ContainerResourceMetricSource,
  ExternalMetricSource,
  MetricIdentifier,
  MetricSpec,
  MetricTarget,
  ObjectMetricSource,
  PodsMetricSource,
  ResourceMetricSource,
} from './types.ts';
import { type ReferenceOptions, validateCrossVersionObjectReference } from './validationReference.ts';

const SOURCE_TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'] as const;
const SOURCE_FIELDS = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
} as const;
const POPULATE = 'must populate information for the given metric source';

/** The gate of container metrics is named where it is off, because it may be what dropped the source. */
function populate(field: string, release: Release): string {
  const gated = field === 'containerResource' && !release.containerResourceMetrics;
  return gated ? `${POPULATE} (only allowed when HPAContainerMetrics feature is enabled)` : POPULATE;
}

/** What validation of one object depends on. */
export interface MetricOptions {
  readonly release: Release;
  readonly describedObject: ReferenceOptions;
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateMetrics */
export function validateMetrics(
  metrics: readonly MetricSpec[],
  path: FieldPath,
  minReplicas: number | undefined,
  options: MetricOptions,
): FieldError[] {
  const errors = metrics.flatMap((spec, index) => validateMetricSpec(spec, [...path, index], options));
  const canWakeFromZero = metrics.some(({ type }) => type === 'Object' || type === 'External');
  if (minReplicas === 0 && !canWakeFromZero) {
    errors.push(
      forbidden(
        path,
        'must specify at least one Object or External metric to support scaling to zero replicas',
      ),
    );
  }
  return errors;
}

/**
 * Only the first source that is there is looked into, in upstream's order. Where several are there, upstream tells of
 * the wrong ones in the order of a Go map; here by name.
 *
 * @upstream pkg/apis/autoscaling/validation/validation.go validateMetricSpec
 */
function validateMetricSpec(spec: MetricSpec, path: FieldPath, options: MetricOptions): FieldError[] {
  const errors: FieldError[] = [];
  const isKnown = Object.hasOwn(SOURCE_FIELDS, spec.type);
  const unsupported = notSupported([...path, 'type'], jsonValue(spec.type), SOURCE_TYPES);
  if ((spec.type as string) === '')
    errors.push(required([...path, 'type'], 'must specify a metric source type'));
  if (!isKnown) errors.push(unsupported);
  errors.push(...validateFirstSource(spec, path, options));
  const expected = isKnown ? SOURCE_FIELDS[spec.type] : undefined;
  if (expected === undefined) errors.push(unsupported);
  else if (spec[expected] === undefined) {
    errors.push(required([...path, expected], populate(expected, options.release)));
  }
  const present = Object.values(SOURCE_FIELDS).filter((field) => spec[field] !== undefined);
  if (present.length !== 1) {
    for (const field of present.filter((candidate) => candidate !== expected)) {
      errors.push(forbidden([...path, field], 'must populate the given metric source only'));
    }
  }
  return errors;
}

function validateFirstSource(spec: MetricSpec, path: FieldPath, options: MetricOptions): FieldError[] {
  if (spec.object !== undefined) return validateObjectSource(spec.object, [...path, 'object'], options);
  if (spec.external !== undefined) return validateExternalSource(spec.external, [...path, 'external']);
  if (spec.pods !== undefined) return validatePodsSource(spec.pods, [...path, 'pods']);
  if (spec.resource !== undefined) return validateResourceSource(spec.resource, [...path, 'resource']);
  if (spec.containerResource === undefined) return [];
  return validateContainerResourceSource(
    spec.containerResource,
    [...path, 'containerResource'],
    options.release,
  );
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateObjectSource */
function validateObjectSource(
  source: ObjectMetricSource,
  path: FieldPath,
  options: MetricOptions,
): FieldError[] {
  const { describedObject, metric, target } = source;
  const errors = [
    ...validateCrossVersionObjectReference(
      describedObject,
      [...path, 'describedObject'],
      options.describedObject,
    ),
    ...validateMetricIdentifier(metric, [...path, 'metric']),
    ...validateMetricTarget(target, [...path, 'target']),
  ];
  if (target.value === undefined && target.averageValue === undefined) {
    errors.push(
      required([...path, 'target', 'averageValue'], 'must set either a target value or averageValue'),
    );
  }
  return errors;
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateExternalSource */
function validateExternalSource({ metric, target }: ExternalMetricSource, path: FieldPath): FieldError[] {
  const targetPath = [...path, 'target'];
  const errors = [
    ...validateMetricIdentifier(metric, [...path, 'metric']),
    ...validateMetricTarget(target, targetPath),
  ];
  if (target.value === undefined && target.averageValue === undefined) {
    const detail = 'must set either a target value for metric or a per-pod target';
    errors.push(required([...targetPath, 'averageValue'], detail));
  }
  if (target.value !== undefined && target.averageValue !== undefined) {
    const detail = 'may not set both a target value for metric and a per-pod target';
    errors.push(forbidden([...targetPath, 'value'], detail));
  }
  return errors;
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validatePodsSource */
function validatePodsSource({ metric, target }: PodsMetricSource, path: FieldPath): FieldError[] {
  const targetPath = [...path, 'target'];
  const errors = [
    ...validateMetricIdentifier(metric, [...path, 'metric']),
    ...validateMetricTarget(target, targetPath),
  ];
  if (target.averageValue === undefined) {
    errors.push(required([...targetPath, 'averageValue'], 'must specify a positive target averageValue'));
  }
  return errors;
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateContainerResourceSource */
function validateContainerResourceSource(
  { name, container, target }: ContainerResourceMetricSource,
  path: FieldPath,
  release: Release,
): FieldError[] {
  const namePath = [...path, 'name'];
  const containerPath = [...path, 'container'];
  const errors =
    name === ''
      ? [required(namePath, 'must specify a resource name')]
      : validateContainerResourceName(name, namePath, release);
  if (container === '') errors.push(required(containerPath, 'must specify a container'));
  else errors.push(...dns1123LabelErrors(container).map((text) => invalid(containerPath, container, text)));
  return [...errors, ...validateUsageTarget(target, [...path, 'target'])];
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateResourceSource */
function validateResourceSource({ name, target }: ResourceMetricSource, path: FieldPath): FieldError[] {
  const errors = name === '' ? [required([...path, 'name'], 'must specify a resource name')] : [];
  return [...errors, ...validateUsageTarget(target, [...path, 'target'])];
}

/** The part that both resource sources have. */
function validateUsageTarget(target: MetricTarget, path: FieldPath): FieldError[] {
  const errors = validateMetricTarget(target, path);
  const { averageUtilization, averageValue } = target;
  if (averageUtilization === undefined && averageValue === undefined) {
    const detail = 'must set either a target raw value or a target utilization';
    errors.push(required([...path, 'averageUtilization'], detail));
  }
  if (averageUtilization !== undefined && averageValue !== undefined) {
    const detail = 'may not set both a target raw value and a target utilization';
    errors.push(forbidden([...path, 'averageValue'], detail));
  }
  return errors;
}

function isPositive(quantity: string): boolean {
  const parsed = parseQuantity(quantity);
  return parsed.ok && signOf(parsed.value) === 1;
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateMetricTarget */
function validateMetricTarget(target: MetricTarget, path: FieldPath): FieldError[] {
  const errors: FieldError[] = [];
  const type = target.type as string;
  if (type === '') errors.push(required([...path, 'type'], 'must specify a metric target type'));
  if (type !== 'Utilization' && type !== 'Value' && type !== 'AverageValue') {
    errors.push(
      invalid([...path, 'type'], jsonValue(type), 'must be either Utilization, Value, or AverageValue'),
    );
  }
  for (const field of ['value', 'averageValue'] as const) {
    const quantity = target[field];
    if (quantity !== undefined && !isPositive(quantity)) {
      errors.push(invalid([...path, field], quantityValue(quantity), 'must be positive'));
    }
  }
  const { averageUtilization } = target;
  if (averageUtilization !== undefined && averageUtilization < 1) {
    errors.push(
      invalid([...path, 'averageUtilization'], jsonValue(averageUtilization), 'must be greater than 0'),
    );
  }
  return errors;
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateMetricIdentifier */
function validateMetricIdentifier({ name }: MetricIdentifier, path: FieldPath): FieldError[] {
  const namePath = [...path, 'name'];
  if (name === '') return [required(namePath, 'must specify a metric name')];
  return pathSegmentNameErrors(name).map((text) => invalid(namePath, name, text));
}
