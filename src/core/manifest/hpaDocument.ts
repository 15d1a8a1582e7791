/** Finds the HorizontalPodAutoscaler among the documents, and says what is there when it is not. */
import type { SplitResult, YamlDocument } from './documents.ts';
import type { YamlValue } from './goYaml.ts';
import type { ProblemList } from './problems.ts';

const KIND = 'HorizontalPodAutoscaler';
export const V2 = 'autoscaling/v2';

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
  'autoscaling/v1':
    'autoscaling/v1 knows CPU only: `targetCPUUtilizationPercentage` became an entry of `spec.metrics`.',
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
  addVersionProblem(first, problems);
  return undefined;
}

function nameOf({ value }: YamlDocument): string {
  const { metadata } = value;
  const name =
    typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata) ? metadata.name : undefined;
  return typeof name === 'string' ? name : 'without a name';
}
