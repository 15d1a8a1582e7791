/** What rules look at: the HPA as written and as stored, its workload, and every document beside them. */
import { admit } from '../autoscaling/admission.ts';
import { decodeHorizontalPodAutoscaler } from '../autoscaling/decode.ts';
import type { DefaultedSpec } from '../autoscaling/defaults.ts';
import type { HorizontalPodAutoscalerSpec, ObjectMeta } from '../autoscaling/types.ts';
import { type PathSegment, splitDocuments, valueAt, type YamlDocument } from '../manifest/documents.ts';
import type { YamlValue } from '../manifest/goYaml.ts';
import { LineIndex } from '../manifest/positions.ts';
import { ProblemList } from '../manifest/problems.ts';
import { readTarget } from '../manifest/target.ts';
import type { ManifestResult, WorkloadManifest } from '../manifest/types.ts';
import type { ControllerFlags } from '../podautoscaler/interfaces.ts';
import { type FeatureGates, type Minor, type Release, resolveRelease } from '../releases/index.ts';

/** What is reviewed. */
export interface AdviceInput {
  readonly text: string;
  /** what the text was read into, with the same minor and gates */
  readonly result: ManifestResult;
  readonly minor: Minor;
  readonly featureGates: FeatureGates;
  readonly flags: ControllerFlags;
}

export interface Review {
  readonly text: string;
  readonly lines: LineIndex;
  readonly release: Release;
  readonly minor: Minor;
  readonly flags: ControllerFlags;
  /** as stored by the API server */
  readonly metadata: ObjectMeta;
  readonly spec: DefaultedSpec;
  /** before defaulting and before fields of disabled gates were dropped */
  readonly written: HorizontalPodAutoscalerSpec;
  readonly document: YamlDocument;
  readonly workload: WorkloadManifest;
  /** absent when stated defaults stand in for the workload */
  readonly workloadDocument?: YamlDocument;
  /** every document of the text, those two included */
  readonly documents: readonly YamlDocument[];
}

const KIND = 'HorizontalPodAutoscaler';
const V2 = 'autoscaling/v2';
const DEFAULT_NAMESPACE = 'default';

/** The value at a path of a document; undefined where something on the way is missing or null. */
export function fieldAt({ value }: YamlDocument, path: readonly PathSegment[]): YamlValue | undefined {
  return valueAt(value, path);
}

export function textAt(document: YamlDocument, path: readonly (string | number)[]): string | undefined {
  const value = fieldAt(document, path);
  return typeof value === 'string' ? value : undefined;
}

/** The namespace that a document ends up in. */
export function namespaceOf(document: YamlDocument): string {
  return textAt(document, ['metadata', 'namespace']) || DEFAULT_NAMESPACE;
}

function isNamed(document: YamlDocument, { name, namespace }: ObjectMeta): boolean {
  return textAt(document, ['metadata', 'name']) === name && namespaceOf(document) === namespace;
}

/** A key ends in `#2` where the text holds the same name a second time. */
function placeOfKey(key = ''): number {
  return Number(/#(\d+)$/.exec(key)?.[1] ?? 1) - 1;
}

interface Subject {
  readonly metadata: ObjectMeta;
  readonly spec: DefaultedSpec;
  readonly document: YamlDocument;
}

/** The HPA that was read, or, where errors of other documents kept it from running, the first that would be stored. */
function subjectOf(
  { manifest, chosenHpa }: ManifestResult,
  candidates: readonly YamlDocument[],
  release: Release,
): Subject | undefined {
  if (manifest !== undefined) {
    const { metadata, spec } = manifest.hpa;
    const named = candidates.filter((candidate) => isNamed(candidate, metadata));
    const document = named[placeOfKey(chosenHpa)] ?? named[0] ?? candidates[0];
    return document && { metadata, spec: { ...spec, metrics: spec.metrics ?? [] }, document };
  }
  for (const document of candidates.filter(({ value }) => value.apiVersion === V2)) {
    const { hpa, faults, unknownFields } = decodeHorizontalPodAutoscaler(document.value, release);
    if (faults.length + unknownFields.length > 0) continue;
    const admission = admit(hpa, release);
    if (admission.errors.length === 0) return { ...admission.hpa, document };
  }
  return undefined;
}

function writtenSpec({ document, spec }: Subject, release: Release): HorizontalPodAutoscalerSpec {
  return document.value.apiVersion === V2
    ? decodeHorizontalPodAutoscaler(document.value, release).hpa.spec
    : spec;
}

/**
 * Gathers what the rules need.
 *
 * @returns undefined when the text has no HPA that the API server would store
 * @rule AD1
 */
export function reviewOf({ text, result, minor, featureGates, flags }: AdviceInput): Review | undefined {
  // what stands in place of a placeholder is not known yet
  if (result.outcome === 'template') return undefined;
  const { documents } = splitDocuments(text);
  const release = resolveRelease(minor, featureGates);
  const candidates = documents.filter(({ value }) => value.kind === KIND);
  const subject = subjectOf(result, candidates, release);
  if (subject === undefined) return undefined;
  const { metadata, spec, document } = subject;
  const { namespace } = metadata;
  const target = readTarget(document, spec, namespace, documents, new ProblemList(text));
  return {
    text,
    lines: new LineIndex(text),
    release,
    minor,
    flags,
    metadata,
    spec,
    written: writtenSpec(subject, release),
    document,
    workload: target.workload,
    ...(target.document === undefined ? {} : { workloadDocument: target.document }),
    documents,
  };
}
