/**
 * What the API server checks before it stores a HorizontalPodAutoscaler.
 *
 * @upstream pkg/apis/autoscaling/validation/validation.go
 */
import {
  covered,
  type FieldError,
  type FieldPath,
  fieldErrorText,
  invalid,
  required,
} from '../apimachinery/field.ts';
import type { Release } from '../releases/index.ts';
import type { WrittenMeta } from './decode.ts';
import type { HorizontalPodAutoscalerSpec } from './types.ts';
import { validateBehavior } from './validationBehavior.ts';
import { validateCommonFields, validateObjectMeta, validateObjectMetaUpdate } from './validationMeta.ts';
import { type MetricOptions, validateMetrics } from './validationMetrics.ts';
import {
  apiVersionError,
  type ReferenceOptions,
  validateCrossVersionObjectReference,
} from './validationReference.ts';

/** An object ready to be checked: defaulted, metadata as the server has completed it. */
export interface CheckedHpa {
  readonly metadata: WrittenMeta;
  readonly spec: HorizontalPodAutoscalerSpec;
}

interface SpecOptions extends MetricOptions {
  readonly minReplicasLowerBound: 0 | 1;
  readonly scaleTargetRef: ReferenceOptions;
}

/** @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go validationOptionsForHorizontalPodAutoscaler */
function validationOptions(hpa: CheckedHpa, stored: CheckedHpa | undefined, release: Release): SpecOptions {
  const { kind, apiVersion = '' } = hpa.spec.scaleTargetRef;
  const old = stored?.spec;
  const isUnchanged =
    old?.scaleTargetRef.kind === kind && (old.scaleTargetRef.apiVersion ?? '') === apiVersion;
  const strict = { allowInvalidApiVersion: !release.validatesTargetApiVersion, allowEmptyApiGroup: true };
  const wasInvalid = (old?.metrics ?? []).some(
    ({ type, object }) =>
      type === 'Object' && object !== undefined && apiVersionError(object.describedObject, strict),
  );
  return {
    release,
    minReplicasLowerBound: release.scaleToZero || old?.minReplicas === 0 ? 0 : 1,
    scaleTargetRef: {
      allowInvalidApiVersion: !release.validatesTargetApiVersion || isUnchanged,
      allowEmptyApiGroup: !isUnchanged && kind === 'ReplicationController',
    },
    describedObject: { ...strict, allowInvalidApiVersion: strict.allowInvalidApiVersion || wasInvalid },
  };
}

function minReplicasError(value: number, bound: number, path: FieldPath): FieldError {
  return covered(invalid([...path, 'minReplicas'], value, `must be greater than or equal to ${bound}`));
}

function maxReplicasErrors(maxReplicas: number, path: FieldPath, release: Release): FieldError[] {
  const maxPath = [...path, 'maxReplicas'];
  if (maxReplicas >= 1) return [];
  if (!release.requiresMaxReplicas) return [invalid(maxPath, maxReplicas, 'must be greater than 0')];
  return maxReplicas === 0
    ? [covered(required(maxPath, 'must be set and greater than 0'))]
    : [covered(invalid(maxPath, maxReplicas, 'must be greater than or equal to 1'))];
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateHorizontalPodAutoscalerSpec */
function validateSpec(
  spec: HorizontalPodAutoscalerSpec,
  path: FieldPath,
  options: SpecOptions,
): FieldError[] {
  const { minReplicas, maxReplicas, metrics = [], behavior } = spec;
  const errors: FieldError[] = [];
  if (minReplicas !== undefined && minReplicas < options.minReplicasLowerBound) {
    errors.push(minReplicasError(minReplicas, options.minReplicasLowerBound, path));
  }
  errors.push(...maxReplicasErrors(maxReplicas, path, options.release));
  if (minReplicas !== undefined && maxReplicas < minReplicas) {
    const detail = 'must be greater than or equal to `minReplicas`';
    errors.push(invalid([...path, 'maxReplicas'], maxReplicas, detail));
  }
  return [
    ...errors,
    ...validateCrossVersionObjectReference(
      spec.scaleTargetRef,
      [...path, 'scaleTargetRef'],
      options.scaleTargetRef,
    ),
    ...validateMetrics(metrics, [...path, 'metrics'], minReplicas, options),
    ...(behavior === undefined ? [] : validateBehavior(behavior, [...path, 'behavior'])),
  ];
}

/**
 * The hand-written checks on creation, in upstream's order.
 *
 * @upstream pkg/apis/autoscaling/validation/validation.go ValidateHorizontalPodAutoscaler
 */
export function validateHorizontalPodAutoscaler(hpa: CheckedHpa, release: Release): FieldError[] {
  return [
    ...validateObjectMeta(hpa.metadata, ['metadata'], release),
    ...validateSpec(hpa.spec, ['spec'], validationOptions(hpa, undefined, release)),
  ];
}

/**
 * The hand-written checks of an update, in upstream's order. Fields that only the server sets are not compared.
 *
 * @param stored the object as it is now
 * @upstream pkg/apis/autoscaling/validation/validation.go ValidateHorizontalPodAutoscalerUpdate
 */
export function validateHorizontalPodAutoscalerUpdate(
  hpa: CheckedHpa,
  stored: CheckedHpa,
  release: Release,
): FieldError[] {
  return [
    ...validateObjectMetaUpdate(hpa.metadata, stored.metadata, ['metadata'], release),
    ...validateSpec(hpa.spec, ['spec'], validationOptions(hpa, stored, release)),
  ];
}

/**
 * What declarative validation finds, of the rules that are enforced. On an update it does not look at what did not
 * change.
 *
 * @upstream pkg/apis/autoscaling/v2/zz_generated.validations.go Validate_HorizontalPodAutoscaler
 */
function declarativeErrors(
  { spec }: CheckedHpa,
  stored: CheckedHpa | undefined,
  minReplicasLowerBound: 0 | 1,
): FieldError[] {
  const { minReplicas, maxReplicas } = spec;
  const errors: FieldError[] = [];
  const isOldMin = stored !== undefined && stored.spec.minReplicas === minReplicas;
  if (minReplicas !== undefined && minReplicas < minReplicasLowerBound && !isOldMin) {
    errors.push(minReplicasError(minReplicas, minReplicasLowerBound, ['spec']));
  }
  if (stored?.spec.maxReplicas === maxReplicas) return errors;
  if (maxReplicas === 0) errors.push(required(['spec', 'maxReplicas']));
  else if (maxReplicas < 0) {
    errors.push(invalid(['spec', 'maxReplicas'], maxReplicas, 'must be greater than or equal to 1'));
  }
  return errors;
}

/**
 * The errors that the server answers with. Where declarative validation finds the same fault, its error takes the
 * place of the hand-written one, at the end of the list.
 *
 * @param stored the object that an update replaces; absent on creation
 * @upstream staging/src/k8s.io/apiserver/pkg/registry/rest/validate.go ValidateDeclaratively
 */
export function admissionErrors(hpa: CheckedHpa, release: Release, stored?: CheckedHpa): FieldError[] {
  const written =
    stored === undefined
      ? validateHorizontalPodAutoscaler(hpa, release)
      : [
          ...validateCommonFields(hpa.metadata, stored.metadata, ['metadata'], release),
          ...validateHorizontalPodAutoscalerUpdate(hpa, stored, release),
        ];
  if (!release.declarativeValidation) return written;
  const bound = validationOptions(hpa, stored, release).minReplicasLowerBound;
  const declared = declarativeErrors(hpa, stored, bound);
  const isReplaced = (error: FieldError): boolean =>
    error.coveredByDeclarative === true &&
    declared.some(({ field, type }) => field === error.field && type === error.type);
  return [...distinct(written, release).filter((error) => !isReplaced(error)), ...declared];
}

/** Errors of which each text comes once: filtering goes by way of an aggregate, which knows no others. */
function distinct(errors: readonly FieldError[], release: Release): FieldError[] {
  const byText = new Map<string, FieldError>();
  for (const error of errors) {
    const text = fieldErrorText(error, release);
    if (!byText.has(text)) byText.set(text, error);
  }
  return [...byText.values()];
}
