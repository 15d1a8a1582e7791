/**
 * Validation of `metadata`.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go
 */
import { type FieldError, type FieldPath, invalid, required, tooLong } from '../apimachinery/field.ts';
import { labelKeyErrors, labelValueErrors } from '../apimachinery/labelRequirement.ts';
import {
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  maskTrailingDash,
  parseGroupVersion,
} from '../apimachinery/names.ts';
import { byteLength, compareStrings } from '../go/strconv.ts';
import type { Release } from '../releases/index.ts';
import type { OwnerReference, WrittenMeta } from './decode.ts';

/** bytes, keys and values together */
const TOTAL_ANNOTATION_SIZE_LIMIT = 256 * 1024;
const STANDARD_FINALIZERS: readonly string[] = ['orphan', 'foregroundDeletion', 'kubernetes'];

type Texts = Readonly<Record<string, string>>;

function sortedKeys(texts: Texts): string[] {
  return Object.keys(texts).sort(compareStrings);
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateLabels */
function validateLabels(labels: Texts, path: FieldPath, release: Release): FieldError[] {
  return sortedKeys(labels).flatMap((key) => {
    const value = labels[key] ?? '';
    return [
      ...labelKeyErrors(key, release).map((text) => invalid(path, key, text)),
      ...labelValueErrors(value, release).map((text) => invalid(path, value, text)),
    ];
  });
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateAnnotations */
function validateAnnotations(annotations: Texts, path: FieldPath, release: Release): FieldError[] {
  const rules = { ...release, namesLabelKeys: false };
  const errors = sortedKeys(annotations).flatMap((key) =>
    labelKeyErrors(key.toLowerCase(), rules).map((text) => invalid(path, key, text)),
  );
  let size = 0;
  for (const [key, value] of Object.entries(annotations)) size += byteLength(key) + byteLength(value);
  if (size > TOTAL_ANNOTATION_SIZE_LIMIT) errors.push(tooLong(path, TOTAL_ANNOTATION_SIZE_LIMIT));
  return errors;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go validateOwnerReference */
function validateOwnerReference(owner: OwnerReference, path: FieldPath): FieldError[] {
  const errors: FieldError[] = [];
  const version = parseGroupVersion(owner.apiVersion);
  if (owner.apiVersion === '') errors.push(required([...path, 'apiVersion'], 'must not be empty'));
  else if (!version.ok || version.version === '') {
    errors.push(invalid([...path, 'apiVersion'], owner.apiVersion, 'must be <group>/<version> or <version>'));
  }
  for (const field of ['kind', 'name', 'uid'] as const) {
    if (owner[field] === '') errors.push(required([...path, field], 'must not be empty'));
  }
  return errors;
}

/**
 * The older form: one path for all references, other words.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go validateOwnerReference (until 1.36)
 */
function validateOwnerReferenceWithoutIndex(owner: OwnerReference, path: FieldPath): FieldError[] {
  const errors: FieldError[] = [];
  const parsed = parseGroupVersion(owner.apiVersion);
  if (!parsed.ok || parsed.version === '') {
    errors.push(invalid([...path, 'apiVersion'], owner.apiVersion, 'version must not be empty'));
  }
  for (const field of ['kind', 'name', 'uid'] as const) {
    if (owner[field] === '')
      errors.push(invalid([...path, field], owner[field], `${field} must not be empty`));
  }
  return errors;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateOwnerReferences */
function validateOwnerReferences(
  owners: readonly OwnerReference[],
  path: FieldPath,
  release: Release,
): FieldError[] {
  return owners.flatMap((owner, index) =>
    release.indexedOwnerReferences
      ? validateOwnerReference(owner, [...path, index])
      : validateOwnerReferenceWithoutIndex(owner, path),
  );
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateFinalizers */
function validateFinalizers(finalizers: readonly string[], path: FieldPath, release: Release): FieldError[] {
  const rules = { ...release, namesLabelKeys: false };
  return finalizers.flatMap((finalizer) =>
    labelKeyErrors(finalizer, rules).map((text) => invalid(path, finalizer, text)),
  );
}

/** @upstream pkg/apis/core/validation/validation.go validateKubeFinalizerName */
function validateKubeFinalizerNames(finalizers: readonly string[], path: FieldPath): FieldError[] {
  const detail = 'name is neither a standard finalizer name nor is it fully qualified';
  return finalizers.flatMap((finalizer, index) =>
    finalizer.includes('/') || STANDARD_FINALIZERS.includes(finalizer)
      ? []
      : [invalid([...path, index], finalizer, detail)],
  );
}

function validateNames(meta: WrittenMeta, path: FieldPath): FieldError[] {
  const { name = '', generateName = '', namespace = '' } = meta;
  const errors = dns1123SubdomainErrors(generateName === '' ? 'a' : maskTrailingDash(generateName)).map(
    (text) => invalid([...path, 'generateName'], generateName, text),
  );
  if (name === '') errors.push(required([...path, 'name'], 'name or generateName is required'));
  else errors.push(...dns1123SubdomainErrors(name).map((text) => invalid([...path, 'name'], name, text)));
  if (namespace === '') errors.push(required([...path, 'namespace']));
  else
    errors.push(
      ...dns1123LabelErrors(namespace).map((text) => invalid([...path, 'namespace'], namespace, text)),
    );
  return errors;
}

function validateCommon(meta: WrittenMeta, path: FieldPath, release: Release): FieldError[] {
  const { generation = 0, labels = {}, annotations = {}, ownerReferences = [], finalizers = [] } = meta;
  const detail = 'must be greater than or equal to 0';
  const errors = generation < 0 ? [invalid([...path, 'generation'], Number(generation), detail)] : [];
  return [
    ...errors,
    ...validateLabels(labels, [...path, 'labels'], release),
    ...validateAnnotations(annotations, [...path, 'annotations'], release),
    ...validateOwnerReferences(ownerReferences, [...path, 'ownerReferences'], release),
    ...validateFinalizers(finalizers, [...path, 'finalizers'], release),
    ...validateKubeFinalizerNames(finalizers, [...path, 'finalizers']),
  ];
}

/**
 * Checks an object's metadata. Faults of labels and annotations come by key, where upstream has Go's map order.
 *
 * @upstream pkg/apis/core/validation/validation.go ValidateObjectMeta
 */
export function validateObjectMeta(meta: WrittenMeta, path: FieldPath, release: Release): FieldError[] {
  return [...validateNames(meta, path), ...validateCommon(meta, path, release)];
}

/**
 * Checks changed metadata: name and namespace stay what they are.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateObjectMetaUpdate
 */
export function validateObjectMetaUpdate(
  meta: WrittenMeta,
  stored: WrittenMeta,
  path: FieldPath,
  release: Release,
): FieldError[] {
  const changed = (['name', 'namespace'] as const).filter(
    (field) => (meta[field] ?? '') !== (stored[field] ?? ''),
  );
  return [
    ...changed.map((field) => invalid([...path, field], meta[field] ?? '', 'field is immutable')),
    ...validateCommon(meta, path, release),
  ];
}
