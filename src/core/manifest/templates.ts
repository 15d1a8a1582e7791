/** Placeholders of template engines: text that becomes a manifest only when something fills it in. */
import { type PathSegment, parses, type SplitResult, valueAt, type YamlDocument } from './documents.ts';
import type { YamlValue } from './goYaml.ts';
import { findPlaceholders, hasPlaceholder, type Placeholder } from './placeholders.ts';
import { locate, type Span } from './positions.ts';
import { ProblemList } from './problems.ts';

const MOST_SHOWN = 20;

/** How a line that a template engine removes, or replaces by other lines, can look like to the parser. */
function isWholeLine(text: string, { start, end }: Placeholder): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.slice(end).search(/[\r\n]|$/) + end;
  return text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
}

/** The text with harmless letters, or nothing, where the placeholders stand. */
function filledIn(text: string, placeholders: readonly Placeholder[]): string {
  let filled = '';
  let end = 0;
  for (const placeholder of placeholders) {
    const { start, text: source } = placeholder;
    const blank = isWholeLine(text, placeholder) ? ' ' : 'x';
    filled += text.slice(end, start) + source.replaceAll(/[^\r\n]/g, blank);
    end = placeholder.end;
  }
  return filled + text.slice(end);
}

/** Placeholders of the parts that cannot be parsed, where they are the reason. */
function inBrokenParts({ prepared, faults }: SplitResult, all: readonly Placeholder[]): Placeholder[] {
  return faults.flatMap(({ offset, end }) => {
    const inside = all.filter((placeholder) => placeholder.start >= offset && placeholder.end <= end);
    if (inside.length === 0) return [];
    const shifted = inside.map((placeholder) => ({
      ...placeholder,
      start: placeholder.start - offset,
      end: placeholder.end - offset,
    }));
    const source = prepared.slice(offset, end);
    const isReason =
      inside.some((placeholder) => isWholeLine(prepared, placeholder)) || parses(filledIn(source, shifted));
    return isReason ? inside : [];
  });
}

/** Fields of an HPA that the controller or the server looks at. */
const READ_FIELDS: readonly (readonly PathSegment[])[] = [
  ['apiVersion'],
  ['kind'],
  ['metadata', 'name'],
  ['metadata', 'namespace'],
  ['spec'],
];

function textPaths(
  value: YamlValue | undefined,
  path: readonly PathSegment[],
  into: PathSegment[][],
  visited: Set<object>,
): void {
  if (typeof value === 'string' && hasPlaceholder(value)) into.push([...path]);
  if (typeof value !== 'object' || value === null || visited.has(value)) return;
  visited.add(value);
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, child] of entries) textPaths(child, [...path, key], into, visited);
}

/** Where the fields of an HPA that count hold a placeholder, though a server might take the text. */
function spansInHpa(document: YamlDocument): Span[] {
  const paths: PathSegment[][] = [];
  for (const path of READ_FIELDS) textPaths(valueAt(document.value, path), path, paths, new Set());
  return paths.map((path) => locate(document.part, [...document.root, ...path], 'value'));
}

function touches(placeholder: Placeholder, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => placeholder.start < end && placeholder.end > start);
}

/** `maxReplicas: #{max}#` is a comment to YAML, and so nothing at all. */
function isSwallowed({ text }: Placeholder): boolean {
  return text.startsWith('#{');
}

function addPlaceholder({ start, end, text, engine }: Placeholder, problems: ProblemList): void {
  const shown = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  problems.addAt(
    {
      severity: 'error',
      rule: 'template-placeholder',
      message: `${shown.replaceAll(/\s+/g, ' ')} is ${engine.what}.`,
      hint: engine.hint,
    },
    start,
    end,
  );
}

/**
 * Names the placeholders that keep a text from being a manifest: those that break the parts they stand in, those that
 * an error points at, and those in a field of an HPA that counts. In annotations, images and arguments they stay.
 *
 * @param hpas the HPAs among the documents
 * @returns the placeholders as problems, or undefined when there are none that matter
 * @rule MF4
 */
export function templateProblems(
  split: SplitResult,
  hpas: readonly YamlDocument[],
  problems: ProblemList,
): ProblemList | undefined {
  const all = findPlaceholders(split.prepared);
  if (all.length === 0) return undefined;
  const inBroken = new Set(inBrokenParts(split, all));
  const spans = [...problems.errorSpans(), ...hpas.flatMap(spansInHpa)];
  const blamed = all.filter(
    (placeholder) => inBroken.has(placeholder) || touches(placeholder, spans) || isSwallowed(placeholder),
  );
  if (blamed.length === 0) return undefined;
  const list = new ProblemList(problems.text);
  for (const placeholder of blamed.slice(0, MOST_SHOWN)) addPlaceholder(placeholder, list);
  return list;
}
