/** Homes for what is not an HPA by itself: a fragment gets the rest of the object, a workload gets an HPA beside it. */
import { isMapping, type Part, type PathSegment, type YamlDocument } from '../documents.ts';
import { type Fragment, isInMetric } from '../fragments.ts';
import type { YamlMapping } from '../goYaml.ts';
import { yamlLines } from '../yamlText.ts';
import { DocumentEditor, type OffsetEdit, type OffsetFix } from './edit.ts';
import { headOf, likelyTarget, missingSpecFields, resourceMetric } from './newHpa.ts';

type Path = readonly PathSegment[];

interface Content {
  /** offsets in the whole text of the first and behind the last visible character, the separator left out */
  readonly start: number;
  readonly end: number;
}

function contentOf({ source, offset }: Part): Content {
  const head = /^---[^\r\n]*(?:\r\n|\n|\r)?/.exec(source)?.[0].length ?? 0;
  const body = source.slice(head);
  const blank = /^(?:[ \t\ufeff]*(?:\r\n|\n|\r))*/.exec(body)?.[0].length ?? 0;
  return { start: offset + head + blank, end: offset + head + body.trimEnd().length };
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Moves every line of the content to the right or left, and puts `dash` before the first that is no comment. */
function shiftEdits(text: string, content: Content, by: number, dash: string): OffsetEdit[] {
  const edits: OffsetEdit[] = [];
  let isFirst = true;
  for (let at = content.start; at < content.end; ) {
    const lineEnd = text.slice(at).search(/[\r\n]|$/) + at;
    const line = text.slice(at, lineEnd);
    const indent = line.search(/\S/);
    if (indent >= 0) {
      const isKey = isFirst && line[indent] !== '#';
      if (isKey) isFirst = false;
      const column = Math.max(0, indent + by - (isKey ? dash.length : 0));
      edits.push({ start: at, end: at + indent, newText: ' '.repeat(column) + (isKey ? dash : '') });
    }
    at = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1;
  }
  return edits;
}

/** `behavior:` and `scaleDown:` above a fragment that belongs under them, each two columns further in. */
function keyLines(home: Path): string[] {
  return home.flatMap((segment, index) =>
    typeof segment === 'number' ? [] : [`${'  '.repeat(index)}${segment}:`],
  );
}

/** The metric around a target, down to where the target stands. */
function metricLines(home: Path): string[] {
  const lines = ['  metrics:', '    - type: Resource', '      resource:', '        name: cpu'];
  return home.at(-1) === 'target' ? [...lines, '        target:'] : lines;
}

function specOf(value: YamlMapping): YamlMapping {
  return isMapping(value.spec) ? value.spec : (Object.create(null) as YamlMapping);
}

function wrapTitle(home: Path): string {
  const where = home.filter((segment) => typeof segment === 'string').join('.');
  return where === '' || where === 'spec'
    ? 'Put it into a complete HPA'
    : `Put it into a complete HPA at ${where}`;
}

/** The whole part written anew, for fragments in brackets, which no lines can be put around. */
function rewritten(text: string, part: Part, lines: readonly string[]): OffsetEdit[] {
  return [{ ...contentOf(part), newText: lines.join(eolOf(text)) }];
}

function wrapAt(
  text: string,
  fragment: Fragment,
  home: Path,
  documents: readonly YamlDocument[],
): OffsetFix | undefined {
  const { part, value } = fragment.document;
  const editor = new DocumentEditor(text, { ...fragment.document, home: [] });
  const located = editor.at([]);
  if (located === undefined) return undefined;
  const target = likelyTarget(documents);
  const spec = specOf(value);
  const missing = missingSpecFields(spec, target);
  const isV1 = spec.targetCPUUtilizationPercentage !== undefined && spec.metrics === undefined;
  const head = headOf(target, isV1);
  const title = wrapTitle(home);
  if (located.isFlow) {
    const whole = { ...head, spec: { ...missing, ...spec } };
    return { title, edits: rewritten(text, part, yamlLines(whole)) };
  }
  const eol = eolOf(text);
  const content = contentOf(part);
  if (home.length === 0) return { title, edits: completed(editor, head, missing, content, eol) };
  const column = editor.columnOf(located.value.start);
  const above = [
    ...yamlLines(head),
    'spec:',
    ...yamlLines(missing).map((line) => `  ${line}`),
    ...(isInMetric(home) ? metricLines(home) : keyLines(home).slice(1)),
  ];
  const isItem = home.at(-1) === 0;
  const levels = home.filter((segment) => typeof segment === 'string').length;
  const depth = 2 * levels + (isItem || isInMetric(home) ? 2 : 0);
  const insertion = { start: content.start, end: content.start, newText: above.join(eol) + eol };
  const shifted = shiftEdits(text, content, depth - column, isItem ? '- ' : '');
  const [first, ...rest] = shifted;
  if (first === undefined) return undefined;
  // The first line begins where the insertion stands: one edit, so that none touch.
  const merged = { ...first, newText: insertion.newText + first.newText };
  return { title, edits: [merged, ...rest] };
}

/** `spec:` with its fields stands there already: the head goes above, the missing fields behind. */
function completed(
  editor: DocumentEditor,
  head: object,
  missing: Readonly<Record<string, unknown>>,
  content: Content,
  eol: string,
): OffsetEdit[] {
  const written = new Set(editor.at([])?.keys);
  const lines = yamlLines(Object.fromEntries(Object.entries(head).filter(([key]) => !written.has(key))));
  const indent = ' '.repeat(editor.columnOf(editor.at([])?.value.start ?? 0));
  const newText = lines.map((line) => `${indent}${line}${eol}`).join('');
  const above = { start: content.start, end: content.start, newText };
  const added = Object.keys(missing).length === 0 ? [] : (editor.addFields(['spec'], missing) ?? []);
  return [above, ...added];
}

/** The HPA that the usual chart makes of its values. */
function helmFix(text: string, { document, name }: Fragment, documents: readonly YamlDocument[]): OffsetFix {
  const block = document.value[name];
  const values = isMapping(block) ? block : (Object.create(null) as YamlMapping);
  const target = likelyTarget(documents);
  const { targetCPUUtilizationPercentage: cpu, targetMemoryUtilizationPercentage: memory, behavior } = values;
  const isSet = (value: unknown) => typeof value === 'number';
  const metrics = [
    ...(isSet(cpu) ? [resourceMetric('cpu', cpu)] : []),
    ...(isSet(memory) ? [resourceMetric('memory', memory)] : []),
  ];
  const written = Object.create(null) as YamlMapping;
  for (const field of ['minReplicas', 'maxReplicas'])
    if (isSet(values[field])) written[field] = values[field] ?? null;
  const { metrics: cpuMetric, ...missing } = missingSpecFields(written, target);
  const spec = {
    ...missing,
    ...written,
    metrics: metrics.length === 0 ? cpuMetric : metrics,
    behavior: isMapping(behavior) && Object.keys(behavior).length > 0 ? behavior : undefined,
  };
  const lines = yamlLines({ ...headOf(target, false), spec });
  return {
    title: 'Write the HPA that a chart makes of these values',
    edits: rewritten(text, document.part, lines),
  };
}

/**
 * Ways to make a complete HPA of a fragment; one for each place where it can belong.
 *
 * @rule MF18
 */
export function wrapFixes(
  text: string,
  fragment: Fragment,
  documents: readonly YamlDocument[],
): readonly (OffsetFix | undefined)[] {
  if (fragment.isHelmValues === true) return [helmFix(text, fragment, documents)];
  return fragment.homes.map((home) =>
    wrapAt(text, { ...fragment, document: rehomed(fragment, home) }, home, documents),
  );
}

/** The fragment's object with the same value at another of its homes. */
function rehomed({ document, homes }: Fragment, home: Path): YamlDocument {
  const [first = []] = homes;
  if (home === first) return document;
  let value: unknown = document.value;
  for (const segment of first) value = (value as Record<PathSegment, unknown>)[segment];
  for (const segment of home.toReversed())
    value = typeof segment === 'number' ? [value] : { [segment]: value };
  return { ...document, value: value as YamlMapping, home };
}

/**
 * An HPA for a workload that stands alone, behind it.
 *
 * @rule MF18
 */
export function addHpaFix(text: string, workload: YamlDocument): OffsetFix {
  const target = likelyTarget([workload]);
  const lines = yamlLines({
    ...headOf(target, false),
    spec: missingSpecFields(Object.create(null) as YamlMapping, target),
  });
  const editor = new DocumentEditor(text, workload);
  const { end } = contentOf(workload.part);
  const first = workload.part.source.search(/[^\s-]/) + workload.part.offset;
  const indent = ' '.repeat(Math.max(0, editor.columnOf(first)));
  const eol = eolOf(text);
  const newText = ['---', ...lines].map((line) => `${eol}${indent}${line}`).join('');
  const at = editor.lineEnd(end);
  return { title: `Add an HPA for ${target.kind} ${target.name}`, edits: [{ start: at, end: at, newText }] };
}
