/** What is said of a text without an HPA. */
import { isMapping, type SplitResult, type YamlDocument } from './documents.ts';
import { addHpaFix } from './fixes/wrapFix.ts';
import type { YamlValue } from './goYaml.ts';
import { textOf, WORKLOAD_KINDS } from './kinds.ts';
import type { Finding, ProblemList } from './problems.ts';

const HINT = 'Paste a manifest with `apiVersion: autoscaling/v2` and `kind: HorizontalPodAutoscaler`.';

function described(document: YamlDocument): string {
  const { kind, apiVersion } = document.value;
  if (typeof kind !== 'string' || kind === '') return 'an object without `kind`';
  return typeof apiVersion === 'string' ? `${kind} (${apiVersion})` : kind;
}

function describedValue(value: YamlValue): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'plain text' : 'a single value';
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5);
  if (names.length > shown.length) shown.push('others');
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function addEmptyProblem(problems: ProblemList): void {
  problems.addAt(
    { severity: 'error', rule: 'empty', message: 'There is no manifest yet.', hint: HINT },
    0,
    0,
  );
}

interface Advised {
  readonly document: YamlDocument;
  readonly hint: string;
  readonly fixes?: Finding['fixes'];
}

/** Words for what stands in the text instead of an HPA, where there are better ones than the general. */
function advised({ documents }: SplitResult, text: string): Advised | undefined {
  const byKind = (isWanted: (kind: string) => boolean) =>
    documents.find(({ value }) => isWanted(textOf(value.kind)));
  const scaledJob = byKind((kind) => kind === 'ScaledJob');
  if (scaledJob !== undefined) {
    const hint = 'KEDA starts Jobs for a ScaledJob, and no HPA has a part in it; a ScaledObject runs here.';
    return { document: scaledJob, hint };
  }
  const workload = byKind((kind) => WORKLOAD_KINDS.has(kind));
  if (workload !== undefined) {
    const hint = `Add an HPA that scales the ${textOf(workload.value.kind)}, after a line with \`---\`.`;
    return { document: workload, hint, fixes: [addHpaFix(text, workload)] };
  }
  const kustomization = byKind((kind) => kind === 'Kustomization');
  if (kustomization !== undefined) {
    return { document: kustomization, hint: 'Paste what `kubectl kustomize` prints for its folder.' };
  }
  const daemonSet = byKind((kind) => kind === 'DaemonSet' || kind === 'Pod');
  if (daemonSet === undefined) return undefined;
  const kind = textOf(daemonSet.value.kind);
  return { document: daemonSet, hint: `A ${kind} has no replicas that an HPA could change.` };
}

/** A list where an object belongs: kubectl takes a `List`, but no list. */
function isListOfObjects(value: YamlValue): boolean {
  return Array.isArray(value) && value.some((item) => isMapping(item) && typeof item.kind === 'string');
}

function isJsonPatch(value: YamlValue): boolean {
  return Array.isArray(value) && value.some((item) => isMapping(item) && 'op' in item && 'path' in item);
}

function otherHint(value: YamlValue | undefined): string {
  if (value === undefined) return HINT;
  if (isListOfObjects(value)) {
    return 'Put `---` between the objects instead, or write `apiVersion: v1`, `kind: List` and the objects under `items:`.';
  }
  return isJsonPatch(value)
    ? 'This is a JSON patch: paste the HPA that comes out, as `kubectl kustomize` prints it.'
    : HINT;
}

/**
 * Names what the text holds instead, and what to do about it.
 *
 * @rule MF19
 */
export function addNoHpa(split: SplitResult, problems: ProblemList): void {
  if (split.documents.length + split.others.length === 0) addEmptyProblem(problems);
  else addNotAnHpa(split, problems);
}

function addNotAnHpa(split: SplitResult, problems: ProblemList): void {
  const { documents, others, prepared } = split;
  const [first] = documents;
  const names = [...documents.map(described), ...others.map(({ value }) => describedValue(value))];
  const advice = advised(split, problems.text);
  const finding = {
    severity: 'error',
    rule: 'not-an-hpa',
    message: `There is no HorizontalPodAutoscaler in this text, only ${listed([...new Set(names)])}.`,
    hint: advice?.hint ?? otherHint(first === undefined ? others[0]?.value : undefined),
    ...(advice?.fixes === undefined ? {} : { fixes: advice.fixes }),
  } as const;
  const document = advice?.document ?? first;
  const position = firstVisible(prepared, others[0]?.position ?? 0);
  if (document === undefined) problems.addAt(finding, position, position);
  else if (document.value.kind !== undefined) problems.addField(finding, document, ['kind']);
  else problems.addField(finding, document, [Object.keys(document.value)[0] ?? ''], 'key');
}

function firstVisible(text: string, from: number): number {
  const ahead = text.slice(from).search(/\S/);
  return ahead < 0 ? from : from + ahead;
}
