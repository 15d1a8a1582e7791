/** What is wrong with the documents around the HPA, as far as kubectl would stop at it. */
import { isMapping, type SplitResult, type YamlDocument } from './documents.ts';
import { DocumentEditor, type OffsetFix } from './fixes/edit.ts';
import { isHpa } from './hpaDocument.ts';
import { meantKind, servedVersion, textOf, WORKLOAD_KINDS } from './kinds.ts';
import { duplicateKeys } from './positions.ts';
import type { ProblemList } from './problems.ts';

/**
 * `kubectl apply` takes the last of repeated keys without a word; the reader should hear of it.
 *
 * @rule MF13
 */
export function addDuplicateKeys(documents: readonly YamlDocument[], problems: ProblemList): void {
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

function replacement(editor: DocumentEditor, field: string, text: string): readonly OffsetFix[] {
  const edits = editor.replaceValue([field], text);
  return edits === undefined ? [] : [{ title: `Write \`${field}: ${text}\``, edits }];
}

function addUnknownKind(document: YamlDocument, meant: string, problems: ProblemList): void {
  const { kind, apiVersion } = document.value;
  const finding = {
    severity: 'error',
    rule: 'unknown-kind',
    message: `no matches for kind "${textOf(kind)}" in version "${textOf(apiVersion)}"`,
    hint: `Did you mean \`${meant}\`?`,
    fixes: replacement(new DocumentEditor(problems.text, document), 'kind', meant),
  } as const;
  problems.addField(finding, document, ['kind']);
}

function addUnknownVersion(document: YamlDocument, served: string, problems: ProblemList): void {
  const { kind, apiVersion } = document.value;
  const finding = {
    severity: 'error',
    rule: 'unknown-api-version',
    message: `no matches for kind "${textOf(kind)}" in version "${textOf(apiVersion)}"`,
    hint: `Servers of this Kubernetes take \`${served}\`.`,
    fixes: replacement(new DocumentEditor(problems.text, document), 'apiVersion', served),
  } as const;
  problems.addField(finding, document, ['apiVersion']);
}

function addNoKind(document: YamlDocument, problems: ProblemList): void {
  const [key = ''] = Object.keys(document.value);
  const message = "Object 'Kind' is missing: this document is no object that kubectl can apply.";
  const hint = 'Remove it, or separate what belongs to the manifest from what does not.';
  problems.addField({ severity: 'error', rule: 'missing-kind', message, hint }, document, [key], 'key');
}

function addStray(document: YamlDocument, problems: ProblemList): void {
  const kind = textOf(document.value.kind);
  const meant = meantKind(document);
  const served = servedVersion(meant);
  const { apiVersion } = document.value;
  const isOldVersion = WORKLOAD_KINDS.has(kind) && apiVersion !== undefined && apiVersion !== served;
  if (kind === '') addNoKind(document, problems);
  else if (meant !== kind) addUnknownKind(document, meant, problems);
  else if (isOldVersion && served !== undefined) addUnknownVersion(document, served, problems);
}

/** An empty object stands for nothing: a file that ends in `{}` or a chart that renders nothing. */
function isEmpty({ value }: YamlDocument): boolean {
  return !isMapping(value) || Object.keys(value).length === 0;
}

/**
 * Names the documents beside the HPA that a server would not know: without a kind, with a misspelled one, or workloads
 * in a version that is gone.
 *
 * @rule MF17
 */
export function addStrayDocuments({ documents }: SplitResult, problems: ProblemList): void {
  for (const document of documents) {
    if (!isHpa(document) && !isEmpty(document)) addStray(document, problems);
  }
}
