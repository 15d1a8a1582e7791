import { type FieldError, type FieldPath, invalid, required } from '../apimachinery/field.ts';
import { parseGroupVersion, pathSegmentNameErrors } from '../apimachinery/names.ts';
import type { CrossVersionObjectReference } from './types.ts';

/** @upstream pkg/apis/autoscaling/validation/validation.go CrossVersionObjectReferenceValidationOptions */
export interface ReferenceOptions {
  readonly allowEmptyApiGroup: boolean;
  readonly allowInvalidApiVersion: boolean;
}

/**
 * Go's text for an `apiVersion` that does not name a group and version.
 *
 * @upstream pkg/apis/autoscaling/validation/validation.go ValidateAPIVersion
 */
export function apiVersionError(
  { apiVersion = '' }: CrossVersionObjectReference,
  options: ReferenceOptions,
): string | undefined {
  if (options.allowInvalidApiVersion) return undefined;
  const parsed = parseGroupVersion(apiVersion);
  if (!parsed.ok) return parsed.error;
  return !options.allowEmptyApiGroup && parsed.group === '' ? 'apiVersion must specify API group' : undefined;
}

function validateSegment(value: string, path: FieldPath): FieldError[] {
  if (value === '') return [required(path)];
  return pathSegmentNameErrors(value).map((text) => invalid(path, value, text));
}

/** @upstream pkg/apis/autoscaling/validation/validation.go ValidateCrossVersionObjectReference */
export function validateCrossVersionObjectReference(
  reference: CrossVersionObjectReference,
  path: FieldPath,
  options: ReferenceOptions,
): FieldError[] {
  const errors = [
    ...validateSegment(reference.kind, [...path, 'kind']),
    ...validateSegment(reference.name, [...path, 'name']),
  ];
  const wrongVersion = apiVersionError(reference, options);
  if (wrongVersion !== undefined)
    errors.push(invalid([...path, 'apiVersion'], reference.apiVersion ?? '', wrongVersion));
  return errors;
}
