/** Characters that word processors and web pages put in the place of those that were meant. */
import type { Release } from '../releases/index.ts';
import { isMapping, type YamlDocument } from './documents.ts';
import type { OffsetEdit } from './fixes/edit.ts';
import { DocumentEditor } from './fixes/edit.ts';
import type { YamlValue } from './goYaml.ts';
import type { ProblemList } from './problems.ts';

const SPACES = '\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000';
const INDENT = new RegExp(`^ *[${SPACES}][ ${SPACES}]*(?=(?:- +)?["\\w])`, 'gm');

/**
 * Says when a document is indented by something that only looks like spaces: to YAML it is part of the names.
 *
 * @returns whether it is; then whatever else there is to say of the document follows from it
 * @rule MF24
 */
export function addWrongSpaces(document: YamlDocument, problems: ProblemList): boolean {
  const { value, part } = document;
  if (!Object.keys(value).some((key) => new RegExp(`^[ ${SPACES}]*[${SPACES}]`).test(key))) return false;
  const edits: OffsetEdit[] = [];
  for (const match of part.source.matchAll(INDENT)) {
    const start = part.offset + match.index;
    const newText = match[0].replaceAll('\u200b', '').replaceAll(/[^ ]/g, ' ');
    edits.push({ start, end: start + match[0].length, newText });
  }
  const [first] = edits;
  if (first === undefined) return false;
  const finding = {
    severity: 'error',
    rule: 'yaml-syntax',
    message:
      'These are no-break spaces, which come with text copied from a web page; YAML takes them for letters.',
    hint: 'Replace them by plain spaces.',
    fixes: [{ title: 'Replace them by plain spaces', edits }],
  } as const;
  problems.addAt(finding, first.start, first.end);
  return true;
}

const CURLY = /^[“”„‘’‚](.*)[“”‘’]$/;

/** Says when a value stands in the curly quotes of a word processor, which are letters to YAML. @rule MF24 */
export function addCurlyQuotes(document: YamlDocument, problems: ProblemList): void {
  const editor = new DocumentEditor(problems.text, document);
  const visited = new Set<object>();
  const visit = (value: YamlValue | undefined, path: readonly (string | number)[]): void => {
    const inner = typeof value === 'string' ? CURLY.exec(value)?.[1] : undefined;
    if (inner !== undefined) {
      const edits = editor.replaceValue(path, JSON.stringify(inner));
      const finding = {
        severity: 'warning',
        rule: 'curly-quotes',
        message: 'These are the quotes of a word processor; to YAML they are part of the value.',
        hint: 'Write plain quotes, or none.',
        fixes: [edits && { title: 'Write plain quotes', edits }],
      } as const;
      problems.addField(finding, document, path);
    }
    if (typeof value !== 'object' || value === null || visited.has(value)) return;
    visited.add(value);
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else for (const [key, child] of Object.entries(value)) visit(child, [...path, key]);
  };
  const { metadata } = document.value;
  visit(isMapping(metadata) ? metadata.name : undefined, ['metadata', 'name']);
  visit(isMapping(metadata) ? metadata.namespace : undefined, ['metadata', 'namespace']);
  visit(document.value.spec, ['spec']);
}

const TRAILING_COMMA = /,(?=\s*[}\]])/g;

/** Offsets of commas behind the last entry, strings left out. */
function trailingCommas(source: string): number[] {
  const blanked = source.replaceAll(/"(?:[^"\\\r\n]|\\.)*"/g, (text) => '_'.repeat(text.length));
  return [...blanked.matchAll(TRAILING_COMMA)].map((match) => match.index);
}

/** JSON with a comma behind the last entry: kubectl falls back to YAML, other tools refuse it. @rule MF24 */
export function addTrailingCommas(
  documents: readonly YamlDocument[],
  { rereadsJsonAsYaml }: Release,
  problems: ProblemList,
): void {
  for (const { source, offset } of new Set(documents.map(({ part }) => part))) {
    if (!/^\s*\{\s*"/.test(source)) continue;
    const [first, ...more] = trailingCommas(source);
    if (first === undefined) continue;
    const edits = [first, ...more].map((at) => ({ start: offset + at, end: offset + at + 1, newText: '' }));
    const finding = {
      severity: rereadsJsonAsYaml ? 'warning' : 'error',
      rule: 'json-trailing-comma',
      message: rereadsJsonAsYaml
        ? 'JSON has no comma behind the last entry. kubectl reads this as YAML, which has; other tools refuse it.'
        : 'JSON has no comma behind the last entry; kubectl of this minor refuses it.',
      hint: 'Remove the comma.',
      fixes: [{ title: 'Remove the commas', edits }],
    } as const;
    problems.addAt(finding, offset + first, offset + first + 1);
  }
}
