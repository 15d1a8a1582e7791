/** One HPA of a text: decoded, converted, defaulted and checked as the API server does, with its workload. */
import type { FieldError } from '../apimachinery/field.ts';
import { admit } from '../autoscaling/admission.ts';
import { type DecodedHpa, decodeAnyVersion, toV2Manifest } from '../autoscaling/decode.ts';
import type { Release } from '../releases/index.ts';
import { addDecodeProblems } from './decodeProblems.ts';
import { isMapping, valueAt, type YamlDocument } from './documents.ts';
import type { ConvertedParts } from './fixes/convertFix.ts';
import type { YamlMapping } from './goYaml.ts';
import {
  addKindProblem,
  addOldVersion,
  addVersionProblem,
  type Candidate,
  withMeantHead,
} from './hpaDocument.ts';
import { textOf } from './kinds.ts';
import { addCurlyQuotes, addWrongSpaces } from './lookalikes.ts';
import { ProblemList } from './problems.ts';
import { addMissingRequests, readTarget } from './target.ts';
import type { HpaChoice, ReadManifest, WorkloadManifest } from './types.ts';
import { addValidationProblems } from './validationProblems.ts';
import { meantVersion } from './version.ts';
import { standInWorkload } from './workloadDefaults.ts';

/** Of an HPA that no controller has seen. */
export const EMPTY_STATUS = { currentReplicas: 0, desiredReplicas: 0 };

export interface ReadHpa {
  readonly choice: HpaChoice;
  readonly document: YamlDocument;
  /** absent when something about it is an error */
  readonly manifest?: ReadManifest;
  readonly workload: WorkloadManifest;
  /** of this HPA and its workload */
  readonly problems: ProblemList;
  readonly isOldVersion: boolean;
}

/** `NaN` and the infinities have no place in JSON: conversion to it stops there. @rule MF6 */
export function addUnsupportedNumbers(document: YamlDocument, problems: ProblemList): void {
  const visited = new Set<object>();
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      const text = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
      const finding = { severity: 'error', rule: 'wrong-type', hint: 'Write a finite number.' } as const;
      problems.addField({ ...finding, message: `json: unsupported value: ${text}` }, document, path);
    }
    if (typeof value !== 'object' || value === null || visited.has(value)) return;
    visited.add(value);
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else for (const [key, child] of Object.entries(value)) visit(child, [...path, key]);
  };
  visit(document.value, []);
}

/** An annotation of v1 that should hold metrics or a behavior, and does not. */
function addConversionError(
  { conversionError }: DecodedHpa,
  document: YamlDocument,
  problems: ProblemList,
): void {
  if (conversionError === undefined) return;
  const hint = 'Paste what `kubectl get hpa.v2.autoscaling NAME -o yaml` prints.';
  const finding = { severity: 'error', rule: 'not-convertible', message: conversionError, hint } as const;
  problems.addField(finding, document, ['metadata', 'annotations'], 'key');
}

function convertedParts({ hpa }: DecodedHpa, release: Release): ConvertedParts {
  const { spec } = toV2Manifest(hpa, release);
  return isMapping(spec) ? (spec as ConvertedParts) : {};
}

/** One that is not looked into any further. @rule MF9 */
export function refused(document: YamlDocument, choice: HpaChoice, problems: ProblemList): ReadHpa {
  const nowhere = { scaleTargetRef: { kind: '', name: choice.key }, maxReplicas: 0 };
  const workload = standInWorkload(nowhere, choice.namespace);
  return { document, choice, problems, workload, isOldVersion: false };
}

/**
 * Errors of validation that follow from what decoding refused: of a field that is written under another name the server
 * would say that it is missing.
 */
function withoutConsequences(
  errors: readonly FieldError[],
  decoded: DecodedHpa,
  value: YamlMapping,
): readonly FieldError[] {
  if (decoded.unknownFields.length === 0) return errors;
  return errors.filter(({ path }) => {
    const plain = path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
    return valueAt(value, plain) !== undefined;
  });
}

/**
 * Reads one HPA of a text. What it says goes to its own list of problems.
 *
 * @param documents every document of the text, to find the workload among them
 * @rule MF9
 */
export function readHpa(
  { document: written, choice }: Candidate,
  documents: readonly YamlDocument[],
  release: Release,
  text: string,
): ReadHpa {
  const problems = new ProblemList(text);
  if (addWrongSpaces(written, problems)) return refused(written, choice, problems);
  addKindProblem(written, text, problems);
  addVersionProblem(written, text, problems);
  const document = withMeantHead(written);
  addUnsupportedNumbers(document, problems);
  const decoded = decodeAnyVersion(document.value, meantVersion(document), release);
  addDecodeProblems(decoded, document, problems);
  addConversionError(decoded, document, problems);
  const { hpa, errors } = admit(decoded.hpa, release);
  // The server validates only what it could decode; a value replaced by zero would give a second, false complaint.
  if (decoded.faults.length === 0) {
    const own = withoutConsequences(errors, decoded, document.value);
    addValidationProblems(own, document, release, problems, documents);
  }
  const isOldVersion = addOldVersion(document, convertedParts(decoded, release), text, problems);
  addCurlyQuotes(document, problems);
  const { metadata, spec } = hpa;
  const hasNamespace = textOf(decoded.hpa.metadata.namespace) !== '';
  const target = readTarget(document, spec, metadata.namespace, documents, problems, hasNamespace);
  addMissingRequests(target, spec, release.podLevelRequests, problems);
  const read = { choice, document, workload: target.workload, problems, isOldVersion };
  if (problems.hasErrors) return read;
  const { namespace } = target.workload;
  const manifest = {
    hpa: { metadata: { ...metadata, namespace }, spec, status: EMPTY_STATUS },
    workload: target.workload,
  };
  return { ...read, manifest };
}
