/** Finds the HorizontalPodAutoscaler among the documents, and says what is there when it is not. */
import { V1_ROUND_TRIP_ANNOTATIONS } from '../autoscaling/decode.ts';
import { isMapping, type SplitResult, type YamlDocument } from './documents.ts';
import type { YamlValue } from './goYaml.ts';
import type { ProblemList } from './problems.ts';

const KIND = 'HorizontalPodAutoscaler';
const V2 = 'autoscaling/v2';
const V1 = 'autoscaling/v1';

function described(document: YamlDocument): string {
  const { kind, apiVersion } = document.value;
  if (typeof kind !== 'string' || kind === '') return 'an object without `kind`';
  return typeof apiVersion === 'string' ? `${kind} (${apiVersion})` : kind;
}

function describedValue(value: YamlValue): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'plain text' : 'a single value';
}

const HINT = 'Paste a manifest with `apiVersion: autoscaling/v2` and `kind: HorizontalPodAutoscaler`.';

function addEmptyProblem(problems: ProblemList): void {
  problems.addAt(
    { severity: 'error', rule: 'empty', message: 'There is no manifest yet.', hint: HINT },
    0,
    0,
  );
}

function addNotAnHpaProblem({ documents, others }: SplitResult, problems: ProblemList): void {
  const names = [...documents.map(described), ...others.map(({ value }) => describedValue(value))];
  const finding = {
    severity: 'error',
    rule: 'not-an-hpa',
    message: `There is no HorizontalPodAutoscaler in this text, only ${listed([...new Set(names)])}.`,
    hint: HINT,
  } as const;
  const [first] = documents;
  const position = others[0]?.position ?? 0;
  if (first === undefined) problems.addAt(finding, position, position);
  else
    problems.addField(finding, first, [
      first.value.kind === undefined ? (Object.keys(first.value)[0] ?? '') : 'kind',
    ]);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5);
  if (names.length > shown.length) shown.push('others');
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const OLD_VERSIONS: Readonly<Record<string, string>> = {
  'autoscaling/v2beta1': 'autoscaling/v2beta1 was removed in Kubernetes 1.25; targets moved into `target`.',
  'autoscaling/v2beta2': 'autoscaling/v2beta2 was removed in Kubernetes 1.26; the fields of v2 are the same.',
};

function addVersionProblem(document: YamlDocument, problems: ProblemList): void {
  const { apiVersion } = document.value;
  const written = typeof apiVersion === 'string' ? apiVersion : '';
  const explained = Object.hasOwn(OLD_VERSIONS, written) ? OLD_VERSIONS[written] : undefined;
  const message =
    explained ??
    (written === ''
      ? 'The HorizontalPodAutoscaler does not say its `apiVersion`.'
      : `no matches for kind "${KIND}" in version "${written}"`);
  const rule = explained === undefined ? 'unknown-api-version' : 'old-api-version';
  const hint = 'Write `apiVersion: autoscaling/v2`, with the metrics under `spec.metrics`.';
  problems.addField({ severity: 'error', rule, message, hint }, document, ['apiVersion']);
}

/** Whether a document is of the version that servers still take, but with a single CPU target only. @rule MF14 */
export function isV1({ value }: YamlDocument): boolean {
  return value.apiVersion === V1;
}

function hasRoundTripAnnotations({ value: { metadata } }: YamlDocument): boolean {
  const annotations = isMapping(metadata) ? metadata.annotations : undefined;
  return isMapping(annotations) && V1_ROUND_TRIP_ANNOTATIONS.some((name) => Object.hasOwn(annotations, name));
}

function addV1Warning(document: YamlDocument, problems: ProblemList): void {
  const message =
    'autoscaling/v1 knows a CPU target only; the API server stores it as autoscaling/v2, which runs here.';
  const hint =
    'Write `apiVersion: autoscaling/v2`, and the target as an entry of `spec.metrics`, to use other metrics or `behavior`.';
  problems.addField({ severity: 'warning', rule: 'old-api-version', message, hint }, document, [
    'apiVersion',
  ]);
}

function addV1Error(document: YamlDocument, problems: ProblemList): void {
  const message =
    'This autoscaling/v1 object keeps further metrics or its behavior in annotations, which are not read here.';
  const hint = 'Paste what `kubectl get hpa.v2.autoscaling NAME -o yaml` prints.';
  const finding = { severity: 'error', rule: 'old-api-version', message, hint } as const;
  problems.addField(finding, document, ['metadata', 'annotations'], 'key');
}

function addSeveralProblem(second: YamlDocument, count: number, name: string, problems: ProblemList): void {
  const message = `There are ${count} HorizontalPodAutoscalers in this text; the first one (${name}) is simulated.`;
  const hint = 'Remove the others, or move the one you mean to the top.';
  problems.addField({ severity: 'warning', rule: 'several-hpas', message, hint }, second, ['kind']);
}

/**
 * The document to simulate, if it can be.
 *
 * @rule MF5
 */
export function findHpaDocument(split: SplitResult, problems: ProblemList): YamlDocument | undefined {
  const candidates = split.documents.filter(({ value }) => value.kind === KIND);
  const [first, second] = candidates;
  if (first === undefined) {
    // A document that could not be read may well be the HPA: then the syntax is what has to be told.
    if (split.faults.length > 0) return undefined;
    if (split.documents.length + split.others.length === 0) addEmptyProblem(problems);
    else addNotAnHpaProblem(split, problems);
    return undefined;
  }
  if (second !== undefined) addSeveralProblem(second, candidates.length, nameOf(first), problems);
  if (first.value.apiVersion === V2) return first;
  if (!isV1(first)) addVersionProblem(first, problems);
  else if (!hasRoundTripAnnotations(first)) {
    addV1Warning(first, problems);
    return first;
  } else addV1Error(first, problems);
  return undefined;
}

function nameOf({ value: { metadata } }: YamlDocument): string {
  const name = isMapping(metadata) ? metadata.name : undefined;
  return typeof name === 'string' ? name : 'without a name';
}
