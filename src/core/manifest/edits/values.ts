/** The same edits on plain values: what the edited text has to say. */
import type { PathSegment } from '../documents.ts';
import type { FieldValue, ManifestEdit } from './types.ts';

type Tree = { [key: string]: unknown } | unknown[];

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

function child(value: unknown, segment: PathSegment): unknown {
  return isTree(value) ? (value as Record<PathSegment, unknown>)[segment] : undefined;
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: unknown, path: readonly PathSegment[]): unknown {
  return path.reduce<unknown>(child, root);
}

/** `{a: {b: value}}` of the path a, b. */
export function nest(path: readonly PathSegment[], value: FieldValue): FieldValue {
  return path.reduceRight<FieldValue>((inner, segment) => ({ [segment]: inner }), value);
}

function copyOf(value: unknown): unknown {
  if (!isTree(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

/** A copy of `root` with the edit made. */
export function edited(root: unknown, edit: ManifestEdit): unknown {
  const copy = copyOf(root);
  if (edit.op === 'remove') {
    if (valueAt(copy, edit.path) !== undefined) take(copy, prunedPath(copy, edit.path));
  } else if (edit.op === 'set') put(copy, edit.path, edit.value);
  else {
    const list = valueAt(copy, edit.path);
    put(copy, edit.path, Array.isArray(list) ? [...list, edit.value] : [edit.value]);
  }
  return copy;
}

/**
 * What to remove so that no empty object or list stays behind: the path itself, or a field above it. The fields
 * directly below `spec` are the highest that go.
 */
export function prunedPath(root: unknown, path: readonly PathSegment[]): readonly PathSegment[] {
  let pruned = path;
  while (pruned.length > 2 && sizeOf(valueAt(root, pruned.slice(0, -1))) === 1) pruned = pruned.slice(0, -1);
  return pruned;
}

function sizeOf(value: unknown): number {
  return isTree(value) ? Object.keys(value).length : 0;
}

function put(root: unknown, path: readonly PathSegment[], value: unknown): void {
  let target = root;
  for (const segment of path.slice(0, -1)) {
    if (!isTree(child(target, segment))) (target as Record<PathSegment, unknown>)[segment] = {};
    target = child(target, segment);
  }
  (target as Record<PathSegment, unknown>)[path.at(-1) ?? ''] = value;
}

function take(root: unknown, path: readonly PathSegment[]): void {
  const parent = valueAt(root, path.slice(0, -1));
  const last = path.at(-1) ?? '';
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isTree(parent)) Reflect.deleteProperty(parent, last);
}

/** Whether two values say the same; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (!isTree(a) || !isTree(b)) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b) || sizeOf(a) !== sizeOf(b)) return false;
  return Object.keys(a).every((key) => Object.hasOwn(b, key) && isSame(child(a, key), child(b, key)));
}
