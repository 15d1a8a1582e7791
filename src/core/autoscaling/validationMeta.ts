/**
 * Validation of `metadata`.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go
 */
import {
  type BadValue,
  type FieldError,
  type FieldPath,
  invalid,
  jsonValue,
  required,
  tooLong,
} from '../apimachinery/field.ts';
import { labelKeyErrors, labelValueErrors } from '../apimachinery/labelRequirement.ts';
import {
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  maskTrailingDash,
  parseGroupVersion,
  pathSegmentNameErrors,
} from '../apimachinery/names.ts';
import { byteLength, compareStrings, quoteJson } from '../go/strconv.ts';
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
function validateOwnerReferenceWithoutIndex(
  owner: OwnerReference,
  path: FieldPath,
  release: Release,
): FieldError[] {
  const errors: FieldError[] = [];
  const named = (field: string): string => (release.shortOwnerReferenceTexts ? '' : `${field} `);
  const parsed = parseGroupVersion(owner.apiVersion);
  if (!parsed.ok || parsed.version === '') {
    errors.push(invalid([...path, 'apiVersion'], owner.apiVersion, 'version must not be empty'));
  }
  for (const field of ['kind', 'name', 'uid'] as const) {
    if (owner[field] === '')
      errors.push(invalid([...path, field], owner[field], `${named(field)}must not be empty`));
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
      : validateOwnerReferenceWithoutIndex(owner, path, release),
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

type CheckName = (name: string) => readonly string[];

function validateNames(
  meta: WrittenMeta,
  path: FieldPath,
  checkName: CheckName,
  checkPrefix: CheckName,
): FieldError[] {
  const { name = '', generateName = '', namespace = '' } = meta;
  const errors = (generateName === '' ? [] : checkPrefix(generateName)).map((text) =>
    invalid([...path, 'generateName'], generateName, text),
  );
  if (name === '') errors.push(required([...path, 'name'], 'name or generateName is required'));
  else errors.push(...checkName(name).map((text) => invalid([...path, 'name'], name, text)));
  if (namespace === '') errors.push(required([...path, 'namespace']));
  else
    errors.push(
      ...dns1123LabelErrors(namespace).map((text) => invalid([...path, 'namespace'], namespace, text)),
    );
  return errors;
}

function validateTexts(meta: WrittenMeta, path: FieldPath, release: Release): FieldError[] {
  const { labels = {}, annotations = {}, ownerReferences = [] } = meta;
  return [
    ...validateLabels(labels, [...path, 'labels'], release),
    ...validateAnnotations(annotations, [...path, 'annotations'], release),
    ...validateOwnerReferences(ownerReferences, [...path, 'ownerReferences'], release),
  ];
}

function validateGeneric(meta: WrittenMeta, path: FieldPath, release: Release): FieldError[] {
  const { generation = 0, finalizers = [] } = meta;
  const detail = 'must be greater than or equal to 0';
  const errors = generation < 0 ? [invalid([...path, 'generation'], Number(generation), detail)] : [];
  return [
    ...errors,
    ...validateTexts(meta, path, release),
    ...validateFinalizers(finalizers, [...path, 'finalizers'], release),
  ];
}

/**
 * Checks an object's metadata. Faults of labels and annotations come by key, where upstream has Go's map order.
 *
 * @upstream pkg/apis/core/validation/validation.go ValidateObjectMeta
 */
export function validateObjectMeta(meta: WrittenMeta, path: FieldPath, release: Release): FieldError[] {
  const checkPrefix: CheckName = (prefix) => dns1123SubdomainErrors(maskTrailingDash(prefix));
  return [
    ...validateNames(meta, path, dns1123SubdomainErrors, checkPrefix),
    ...validateGeneric(meta, path, release),
    ...validateKubeFinalizerNames(meta.finalizers ?? [], [...path, 'finalizers']),
  ];
}

/** A time as errors show it: its text, or in the older printing as Go's own. */
function timeValue(text: string): BadValue {
  return { json: quoteJson(text), go: text.replace('T', ' ').replace('Z', ' +0000 UTC') };
}

/** The server keeps its own uid and creation time, where it has any. */
function changedSystemFields(meta: WrittenMeta, stored: WrittenMeta, path: FieldPath): FieldError[] {
  const detail = 'field is immutable';
  const { uid = '', creationTimestamp } = meta;
  const errors: FieldError[] = [];
  if (uid !== '' && uid !== (stored.uid ?? '')) {
    errors.push(invalid([...path, 'uid'], jsonValue(String(uid)), detail));
  }
  if (creationTimestamp !== undefined && stored.creationTimestamp === undefined) {
    errors.push(invalid([...path, 'creationTimestamp'], timeValue(creationTimestamp), detail));
  }
  return errors;
}

/**
 * Checks changed metadata: name, namespace and what the server has set stay what they are.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateObjectMetaAccessorUpdate
 */
function validateAccessorUpdate(
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
    ...changedSystemFields(meta, stored, path),
    ...validateTexts(meta, path, release),
  ];
}

/**
 * The strategy's own checks of changed metadata.
 *
 * @upstream pkg/apis/core/validation/validation.go ValidateObjectMetaUpdate
 */
export function validateObjectMetaUpdate(
  meta: WrittenMeta,
  stored: WrittenMeta,
  path: FieldPath,
  release: Release,
): FieldError[] {
  return [
    ...validateAccessorUpdate(meta, stored, path, release),
    ...validateKubeFinalizerNames(meta.finalizers ?? [], [...path, 'finalizers']),
  ];
}

/**
 * What is checked of any kind of object before its own strategy is asked.
 *
 * @upstream staging/src/k8s.io/apiserver/pkg/registry/rest/update.go validateCommonFields
 */
export function validateCommonFields(
  meta: WrittenMeta,
  stored: WrittenMeta,
  path: FieldPath,
  release: Release,
): FieldError[] {
  return [
    ...validateNames(meta, path, pathSegmentNameErrors, pathSegmentPrefixErrors),
    ...validateGeneric(meta, path, release),
    ...validateAccessorUpdate(meta, stored, path, release),
  ];
}

/** A prefix may be `.` or `..`: something follows it. */
function pathSegmentPrefixErrors(prefix: string): readonly string[] {
  return pathSegmentNameErrors(`${prefix}a`).filter((text) => !text.startsWith('may not be'));
}
