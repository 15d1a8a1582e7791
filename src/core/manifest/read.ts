/** From a visitor's text to something that can be simulated, or to the reasons why not. */
import { admit } from '../autoscaling/admission.ts';
import { decodeHorizontalPodAutoscaler, decodeV1HorizontalPodAutoscaler } from '../autoscaling/decode.ts';
import { type FeatureGates, type Minor, type Release, resolveRelease } from '../releases/index.ts';
import { addDecodeProblems } from './decodeProblems.ts';
import { type SplitResult, splitDocuments, type YamlDocument } from './documents.ts';
import { findHpaDocument, isV1 } from './hpaDocument.ts';
import { MAX_MANIFEST_LENGTH } from './limits.ts';
import { duplicateKeys } from './positions.ts';
import { ProblemList } from './problems.ts';
import { addSyntaxProblem } from './syntaxProblems.ts';
import { addMissingRequests, readTarget } from './target.ts';
import { addTemplateProblems } from './templates.ts';
import type { ManifestResult, ReadManifest } from './types.ts';
import { addValidationProblems } from './validationProblems.ts';

const EMPTY_STATUS = { currentReplicas: 0, desiredReplicas: 0 };

/** `NaN` and the infinities have no place in JSON: conversion to it stops there. */
function addUnsupportedNumbers(document: YamlDocument, problems: ProblemList): void {
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

/** `kubectl apply` takes the last of repeated keys without a word; the reader should hear of it. */
function addDuplicateKeys(documents: readonly YamlDocument[], problems: ProblemList): void {
  for (const part of new Set(documents.map((document) => document.part))) {
    if (!part.hasDuplicateKeys) continue;
    for (const { key, span } of duplicateKeys(part)) {
      const message = `The key \`${key}\` stands here a second time; kubectl uses the last one and drops the others.`;
      const finding = {
        severity: 'warning',
        rule: 'duplicate-key',
        message,
        hint: 'Remove one of them.',
      } as const;
      problems.addAt(finding, span.start, span.end);
    }
  }
}

function readHpa(
  document: YamlDocument,
  documents: readonly YamlDocument[],
  release: Release,
  problems: ProblemList,
): ReadManifest | undefined {
  addUnsupportedNumbers(document, problems);
  const decoded = isV1(document)
    ? decodeV1HorizontalPodAutoscaler(document.value, release)
    : decodeHorizontalPodAutoscaler(document.value, release);
  addDecodeProblems(decoded, document, problems);
  const { hpa, errors } = admit(decoded.hpa, release);
  // The server validates only what it could decode; a value replaced by zero would give a second, false complaint.
  if (decoded.faults.length === 0) addValidationProblems(errors, document, release, problems);
  const { metadata, spec } = hpa;
  const target = readTarget(document, spec, metadata.namespace, documents, problems);
  addMissingRequests(target, spec, release.podLevelRequests, problems);
  if (problems.hasErrors) return undefined;
  return { hpa: { metadata, spec, status: EMPTY_STATUS }, workload: target.workload };
}

function readSplit(split: SplitResult, release: Release, problems: ProblemList): ReadManifest | undefined {
  const document = findHpaDocument(split, problems);
  addDuplicateKeys(split.documents, problems);
  return document === undefined ? undefined : readHpa(document, split.documents, release, problems);
}

/** Replaces every error by the placeholders that caused them, where the text has any. */
function withoutTemplateNoise(text: string, problems: ProblemList): ProblemList {
  if (!problems.hasErrors) return problems;
  const placeholders = new ProblemList(text);
  return addTemplateProblems(placeholders, text) ? placeholders : problems;
}

/**
 * Reads a text with one HorizontalPodAutoscaler and, if it is there, the workload that it scales. Never throws; every
 * problem has its place. The answer holds a manifest exactly when no problem is an error.
 *
 * @param minor the Kubernetes minor whose API server is asked
 * @param featureGates gates that differ from the minor's defaults
 * @rule MF9
 */
export function readManifest(text: string, minor: Minor, featureGates: FeatureGates = {}): ManifestResult {
  const problems = new ProblemList(text);
  if (text.length > MAX_MANIFEST_LENGTH) {
    const message = `The text is longer than ${MAX_MANIFEST_LENGTH / 1024} KiB, the most that is read.`;
    const hint = 'Keep the HorizontalPodAutoscaler and the workload that it scales.';
    problems.addAt({ severity: 'error', rule: 'too-long', message, hint }, 0, 0);
    return { outcome: 'error', problems: problems.sorted(), hpas: [] };
  }
  const split = splitDocuments(text);
  for (const fault of split.faults) addSyntaxProblem(problems, text, fault);
  const manifest = readSplit(split, resolveRelease(minor, featureGates), problems);
  const told = withoutTemplateNoise(text, problems).sorted();
  if (manifest === undefined || problems.hasErrors) return { outcome: 'error', problems: told, hpas: [] };
  return { outcome: 'accept', manifest, problems: told, hpas: [] };
}
