/** Fixes for values of a wrong type and for fields that do not exist. */
import type { DecodeFault, GoStruct, GoType } from '../../autoscaling/goJson.ts';
import { isMapping, type PathSegment, valueAt } from '../documents.ts';
import { closest } from '../nearest.ts';
import { flatSourceEdits } from './convertFix.ts';
import type { DocumentEditor, OffsetEdit, OffsetFix } from './edit.ts';
import { resourceMetric } from './newHpa.ts';

type Path = readonly PathSegment[];
type Fields = GoStruct['fields'];

const INTEGER = /^(["']?)\s*\+?(-?\d[\d_]*)(?:\.0+)?\s*%?\s*\1$/;
const DURATION = /^(["']?)(\d+)\s*(s|sec|seconds?|m|min|minutes?|h|hours?)\1$/i;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** The whole number that somebody meant: `"5"`, `80%`, and for seconds `5m`. */
function meantInteger(source: string, field: PathSegment | undefined): string | undefined {
  const integer = INTEGER.exec(source);
  if (integer !== null) return integer[2]?.replaceAll('_', '');
  const duration = /Seconds$/.test(String(field)) ? DURATION.exec(source) : null;
  if (duration === null) return undefined;
  return String(Number(duration[2]) * (SECONDS[duration[3]?.charAt(0).toLowerCase() ?? ''] ?? 1));
}

function written(editor: DocumentEditor, path: Path, text: string | undefined): OffsetFix | undefined {
  const edits = text === undefined ? undefined : editor.replaceValue(path, text);
  return edits && { title: `Write ${text}`, edits };
}

/** @rule MF23 */
export function wrongTypeFix(
  editor: DocumentEditor,
  { path, wanted, found }: DecodeFault,
): OffsetFix | undefined {
  const source = editor.source(path);
  if (source === undefined || source === '' || source.length > 100) return undefined;
  switch (wanted.kind) {
    case 'int32':
    case 'int64':
      return found === 'string' ? written(editor, path, meantInteger(source, path.at(-1))) : undefined;
    case 'string':
      return found === 'number' || found === 'bool'
        ? written(editor, path, JSON.stringify(source))
        : undefined;
    default:
      return undefined;
  }
}

/** An object where a list of objects belongs becomes the first item of one. @rule MF23 */
export function listFix(editor: DocumentEditor, { path, wanted, found }: DecodeFault): OffsetFix | undefined {
  if (wanted.kind !== 'slice' || wanted.element.kind !== 'struct' || found !== 'object') return undefined;
  const located = editor.at(path);
  if (located === undefined) return undefined;
  const title = 'Make it a list';
  const { start, end } = located.value;
  if (located.isFlow) {
    const edits = [
      { start, end: start, newText: '[' },
      { start: end, end, newText: ']' },
    ];
    return { title, edits };
  }
  return { title, edits: editor.indentLines(start, end, 2, '- ') };
}

/** The type that a path leads to, of what stands above the last segment. @rule MF6 */
export function parentType(root: GoType, path: Path): GoType | undefined {
  let type: GoType | undefined = root;
  for (const segment of path.slice(0, -1)) {
    if (type?.kind === 'struct') type = type.fields[segment]?.type;
    else type = type?.kind === 'slice' || type?.kind === 'map' ? type.element : undefined;
  }
  return type;
}

function fieldsOf(type: GoType | undefined): Fields {
  return type?.kind === 'struct' ? type.fields : {};
}

function renameFix(editor: DocumentEditor, path: Path, fields: Fields): OffsetFix | undefined {
  const meant = closest(String(path.at(-1)), Object.keys(fields));
  const parent = editor.at(path.slice(0, -1));
  if (meant === undefined || parent === undefined || parent.keys.includes(meant)) return undefined;
  const edits = editor.renameKey(path, meant);
  return edits && { title: `Write \`${meant}\``, edits };
}

/** A field that slipped a level to the left: it belongs to the object just above it. */
function indentFix(editor: DocumentEditor, path: Path, fields: Fields): OffsetFix | undefined {
  const parent = editor.at(path.slice(0, -1));
  const name = String(path.at(-1));
  const before = parent?.keys[parent.keys.indexOf(name) - 1];
  if (parent === undefined || parent.isFlow || before === undefined) return undefined;
  const abovePath = [...path.slice(0, -1), before];
  const above = editor.at(abovePath);
  const own = editor.at(path);
  const belongs = Object.hasOwn(fieldsOf(fields[before]?.type), name);
  if (!belongs || above === undefined || above.isFlow || own?.key === undefined) return undefined;
  if (above.keys.includes(name)) return undefined;
  const column = editor.columnOf(own.key.start);
  const first = editor.at([...abovePath, above.keys[0] ?? ''])?.key;
  const by = first === undefined ? 2 : editor.columnOf(first.start) - column;
  const lineStart = editor.lineStart(own.key.start);
  const edits = editor.indentLines(lineStart, Math.max(own.key.end, own.value.end), by);
  return { title: `Move it into \`${before}\``, edits };
}

/** Fields that slipped a level to the right, at the end of an object: they belong beside it. */
function dedentFix(editor: DocumentEditor, root: GoType, path: Path): OffsetFix | undefined {
  const parentPath = path.slice(0, -1);
  const parent = editor.at(parentPath);
  const own = editor.at(path);
  const outer = editor.at(parentPath.slice(0, -1));
  const name = String(path.at(-1));
  if (parent?.key === undefined || outer === undefined || parent.isFlow || own?.key === undefined)
    return undefined;
  const outerFields = fieldsOf(parentType(root, parentPath));
  const moved = parent.keys.slice(parent.keys.indexOf(name));
  const canMove = moved.every((key) => Object.hasOwn(outerFields, key) && !outer.keys.includes(key));
  if (!canMove || moved.length === parent.keys.length) return undefined;
  const last = editor.at([...parentPath, moved.at(-1) ?? '']);
  if (last?.key === undefined) return undefined;
  const by = editor.columnOf(parent.key.start) - editor.columnOf(own.key.start);
  const lineStart = editor.lineStart(own.key.start);
  const edits = editor.indentLines(lineStart, Math.max(last.key.end, last.value.end), by);
  return { title: `Move it beside \`${String(parentPath.at(-1))}\``, edits };
}

/** `averageUtilization` right under `resource`: the `target` around it is missing. */
function wrapFix(editor: DocumentEditor, path: Path, fields: Fields): OffsetFix | undefined {
  const parentPath = path.slice(0, -1);
  const parent = editor.at(parentPath);
  const name = String(path.at(-1));
  const home = Object.keys(fields).find((key) => Object.hasOwn(fieldsOf(fields[key]?.type), name));
  if (parent === undefined || home === undefined || parent.keys.includes(home)) return undefined;
  const homeFields = fieldsOf(fields[home]?.type);
  const inside = parent.keys.filter((key) => !Object.hasOwn(fields, key) && Object.hasOwn(homeFields, key));
  const [first = '', ...others] = inside;
  const values = inside.map((key) => [key, valueAt(editor.document.value, [...parentPath, key])] as const);
  const parts = [
    editor.replaceField([...parentPath, first], { [home]: Object.fromEntries(values) }),
    ...others.map((key) => editor.removeField([...parentPath, key])),
  ];
  const edits: OffsetEdit[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    edits.push(...part);
  }
  return { title: `Put it under \`${home}\``, edits };
}

const FLAT = /^(?:targetAverage(?:Utilization|Value)|metricName|metricSelector|targetValue)$/;

/** A field of v2beta1 in an object of v2. */
function flatFix(editor: DocumentEditor, path: Path): OffsetFix | undefined {
  const sourcePath = path.slice(0, -1);
  const source = valueAt(editor.document.value, sourcePath);
  if (!FLAT.test(String(path.at(-1))) || !isMapping(source)) return undefined;
  const edits = flatSourceEdits(editor, sourcePath, source);
  return edits && { title: 'Write it as autoscaling/v2 has it', edits };
}

/** The CPU target of v1 in an object of v2. */
function cpuTargetFix(editor: DocumentEditor, path: Path): OffsetFix | undefined {
  const isCpuTarget = path.length === 2 && String(path[1]).toLowerCase().startsWith('targetcpuutil');
  if (!isCpuTarget || editor.at(['spec', 'metrics']) !== undefined) return undefined;
  const percent = valueAt(editor.document.value, path);
  const edits = editor.replaceField(path, { metrics: [resourceMetric('cpu', percent)] });
  return edits && { title: 'Write it as a metric', edits };
}

/**
 * Fixes for a field that the type does not have, the likeliest first.
 *
 * @rule MF23
 */
export function unknownFieldFixes(
  editor: DocumentEditor,
  path: Path,
  root: GoType,
): readonly (OffsetFix | undefined)[] {
  const fields = fieldsOf(parentType(root, path));
  const special = flatFix(editor, path) ?? cpuTargetFix(editor, path);
  if (special !== undefined) return [special];
  return [
    renameFix(editor, path, fields) ??
      indentFix(editor, path, fields) ??
      dedentFix(editor, root, path) ??
      wrapFix(editor, path, fields),
  ];
}
