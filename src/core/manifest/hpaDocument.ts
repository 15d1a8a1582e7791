/** Finds the HorizontalPodAutoscalers among the documents, and says in which version they are written. */
import { CONDITIONS, METRIC_STATUSES } from '../autoscaling/annotations.ts';
import { type ApiVersion, V1_ROUND_TRIP_ANNOTATIONS } from '../autoscaling/decode.ts';
import { isMapping, type SplitResult, type YamlDocument } from './documents.ts';
import { type ConvertedParts, convertFix } from './fixes/convertFix.ts';
import { DocumentEditor, type OffsetFix } from './fixes/edit.ts';
import { HPA_KIND, meantKind, textOf } from './kinds.ts';
import { LineIndex, locate } from './positions.ts';
import type { ProblemList } from './problems.ts';
import { isMadeByOneOf, isScaledObject } from './scaledObjects.ts';
import type { HpaChoice } from './types.ts';
import { exactVersion, meantVersion, V1, V2, V2BETA1, V2BETA2 } from './version.ts';

/** Of an object that says no kind, but a version that only HPAs have. */
function isUnnamedHpa({ value }: YamlDocument): boolean {
  return textOf(value.kind) === '' && /^autoscaling\/v\d/i.test(textOf(value.apiVersion).trim());
}

/** Whether a document is an HPA, or one whose kind is misspelled or missing. @rule MF5 */
export function isHpa(document: YamlDocument): boolean {
  return meantKind(document) === HPA_KIND || isUnnamedHpa(document);
}

function metadataText({ value: { metadata } }: YamlDocument, field: string): string {
  return isMapping(metadata) ? textOf(metadata[field]) : '';
}

function targetText(document: YamlDocument): string {
  const { spec } = document.value;
  const reference = isMapping(spec) ? spec.scaleTargetRef : undefined;
  if (!isMapping(reference)) return '';
  const kind = textOf(reference.kind) || (isScaledObject(document) ? 'Deployment' : '');
  return `${kind}/${textOf(reference.name)}`;
}

function choiceOf(document: YamlDocument, lines: LineIndex, taken: Map<string, number>): HpaChoice {
  const name = metadataText(document, 'name');
  const namespace = metadataText(document, 'namespace') || 'default';
  const plainKey = `${namespace}/${name}`;
  const count = (taken.get(plainKey) ?? 0) + 1;
  taken.set(plainKey, count);
  const path = name === '' ? ['kind'] : ['metadata', 'name'];
  const { start, end } = locate(document.part, [...document.root, ...path], 'value');
  return {
    key: count === 1 ? plainKey : `${plainKey}#${count}`,
    name,
    namespace,
    apiVersion: textOf(document.value.apiVersion),
    range: lines.range(start, end),
    targetText: targetText(document),
    ...(isScaledObject(document) ? { kind: 'ScaledObject' as const } : {}),
  };
}

export interface Candidate {
  readonly document: YamlDocument;
  readonly choice: HpaChoice;
}

/**
 * The HPAs of a text, in its order, and the ScaledObjects behind them. An HPA that KEDA made of one of these is not one to
 * choose: KEDA makes it anew.
 *
 * @rule MF5 MF25
 */
export function findAutoscalers({ documents }: SplitResult, text: string): readonly Candidate[] {
  const lines = new LineIndex(text);
  const taken = new Map<string, number>();
  const scaledObjects = documents.filter(isScaledObject);
  const hpas = documents.filter((document) => isHpa(document) && !isMadeByOneOf(document, scaledObjects));
  return [...hpas, ...scaledObjects].map((document) => ({
    document,
    choice: choiceOf(document, lines, taken),
  }));
}

function fixOf(title: string, edits: OffsetFix['edits'] | undefined): OffsetFix | undefined {
  return edits && { title, edits };
}

/** A key that differs from the wanted one by its case alone: `Kind`, `apiversion`. */
function misspelledKey({ value }: YamlDocument, wanted: string): string | undefined {
  return Object.keys(value).find((key) => key !== wanted && key.toLowerCase() === wanted.toLowerCase());
}

/** What stands in a field whose name may be in the wrong case. */
function looseText(document: YamlDocument, field: string): string {
  const key = misspelledKey(document, field);
  return textOf(document.value[field]) || (key === undefined ? '' : textOf(document.value[key]));
}

function addMissingKind(document: YamlDocument, editor: DocumentEditor, problems: ProblemList): void {
  const misspelled = misspelledKey(document, 'kind');
  const fix =
    misspelled === undefined
      ? fixOf(`Add \`kind: ${HPA_KIND}\``, editor.prependFields([], { kind: HPA_KIND }))
      : fixOf('Write `kind`', editor.renameKey([misspelled], 'kind'));
  const message = "Object 'Kind' is missing: the document does not say which object it is.";
  const hint = `Write \`kind: ${HPA_KIND}\`.`;
  const finding = { severity: 'error', rule: 'missing-kind', message, hint, fixes: [fix] } as const;
  problems.addField(finding, document, [misspelled ?? 'apiVersion'], misspelled ? 'key' : 'value');
}

function addWrongKind(document: YamlDocument, editor: DocumentEditor, problems: ProblemList): void {
  const { kind, apiVersion } = document.value;
  const message = `no matches for kind "${textOf(kind)}" in version "${textOf(apiVersion)}"`;
  const hint = `Did you mean \`${HPA_KIND}\`?`;
  const fixes = [fixOf(`Write \`${HPA_KIND}\``, editor.replaceValue(['kind'], HPA_KIND))];
  problems.addField({ severity: 'error', rule: 'unknown-kind', message, hint, fixes }, document, ['kind']);
}

/** Says when the kind of an HPA is missing or misspelled. @rule MF17 */
export function addKindProblem(document: YamlDocument, text: string, problems: ProblemList): void {
  const { kind } = document.value;
  if (kind === HPA_KIND) return;
  const editor = new DocumentEditor(text, document);
  if (textOf(kind) === '') addMissingKind(document, editor, problems);
  else addWrongKind(document, editor, problems);
}

function addMissingVersion(
  document: YamlDocument,
  meant: ApiVersion,
  text: string,
  problems: ProblemList,
): void {
  const editor = new DocumentEditor(text, document);
  const misspelled = misspelledKey(document, 'apiVersion');
  const fix =
    misspelled === undefined
      ? fixOf(`Add \`apiVersion: ${meant}\``, editor.prependFields([], { apiVersion: meant }))
      : fixOf('Write `apiVersion`', editor.renameKey([misspelled], 'apiVersion'));
  const message = 'apiVersion not set: the HorizontalPodAutoscaler does not say its `apiVersion`.';
  const hint = `Write \`apiVersion: ${meant}\`.`;
  const finding = { severity: 'error', rule: 'unknown-api-version', message, hint, fixes: [fix] } as const;
  problems.addField(finding, document, [misspelled ?? 'kind'], misspelled ? 'key' : 'value');
}

/** Says when the version of an HPA is missing, or none that there ever was. @rule MF14 */
export function addVersionProblem(document: YamlDocument, text: string, problems: ProblemList): void {
  if (exactVersion(document) !== undefined) return;
  const meant = meantVersion(document);
  const written = textOf(document.value.apiVersion);
  if (written === '') {
    addMissingVersion(document, meant, text, problems);
    return;
  }
  const editor = new DocumentEditor(text, document);
  const finding = {
    severity: 'error',
    rule: 'unknown-api-version',
    message: `no matches for kind "${HPA_KIND}" in version "${written}"`,
    hint: `Did you mean \`${meant}\`?`,
    fixes: [fixOf(`Write \`apiVersion: ${meant}\``, editor.replaceValue(['apiVersion'], meant))],
  } as const;
  problems.addField(finding, document, ['apiVersion']);
}

const OLD_VERSIONS: Readonly<Record<ApiVersion, string>> = {
  [V2]: '',
  [V1]: 'autoscaling/v1 has one CPU target and no more; the API server stores it as autoscaling/v2, which runs here.',
  [V2BETA2]:
    'autoscaling/v2beta2 was removed in Kubernetes 1.26: an API server answers “no matches for kind”. It runs here as the autoscaling/v2 that it was, with the same fields.',
  [V2BETA1]:
    'autoscaling/v2beta1 was removed in Kubernetes 1.25: an API server answers “no matches for kind”. It runs here converted; in autoscaling/v2 targets stand under `target` and names under `metric`.',
};

/** Names of the annotations in which v1 keeps what it has no field for, as far as the document has them. */
function roundTripAnnotations({ value: { metadata } }: YamlDocument): readonly string[] {
  const annotations = isMapping(metadata) ? metadata.annotations : undefined;
  if (!isMapping(annotations)) return [];
  const known = [...V1_ROUND_TRIP_ANNOTATIONS, CONDITIONS, METRIC_STATUSES];
  return known.filter((name) => Object.hasOwn(annotations, name));
}

/**
 * Explains an older version and offers it as v2.
 *
 * @param converted what it was converted to
 * @returns whether it is an older version
 * @rule MF14
 */
export function addOldVersion(
  document: YamlDocument,
  converted: ConvertedParts,
  text: string,
  problems: ProblemList,
): boolean {
  const version = exactVersion(document);
  if (version === undefined || version === V2) return false;
  const annotations = version === V1 ? roundTripAnnotations(document) : [];
  const editor = new DocumentEditor(text, document);
  const finding = {
    severity: 'warning',
    rule: 'old-api-version',
    message: OLD_VERSIONS[version],
    hint: 'Write it as autoscaling/v2.',
    // What cannot be read cannot be written anew either.
    fixes: problems.hasErrors ? [] : [convertFix(editor, version, converted, annotations)],
  } as const;
  problems.addField(finding, document, ['apiVersion']);
  return true;
}

/** The document with `kind` and `apiVersion` as meant, so that their own problem is not told twice. @rule MF17 */
export function withMeantHead(document: YamlDocument): YamlDocument {
  const value = Object.assign(Object.create(null) as YamlDocument['value'], document.value);
  for (const field of ['kind', 'apiVersion']) {
    const key = misspelledKey(document, field);
    if (key === undefined) continue;
    if (value[field] === undefined) value[field] = looseText(document, field);
    delete value[key];
  }
  return { ...document, value };
}
