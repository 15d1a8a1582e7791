/** Edits of one HorizontalPodAutoscaler or ScaledObject inside its text. */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, Scalar } from 'yaml';
import { type PathSegment, splitDocuments, type YamlDocument } from '../documents.ts';
import { HPA_KIND } from '../kinds.ts';
import { isMadeByOneOf, SCALED_OBJECT_KIND } from '../scaledObjects.ts';
import { appendItem, fillPair, insertPair } from './insert.ts';
import {
  findPair,
  isShared,
  isUnwritten,
  type MapNode,
  type MapPair,
  type SeqNode,
  startOf,
  styleOf,
  usedAnchors,
} from './layout.ts';
import { removeItem, removePair } from './removal.ts';
import { type Style, scalarText } from './render.ts';
import type { EditResult, FieldValue, ManifestEdit, TextChange } from './types.ts';
import { edited, isSame, nest, prunedPath, valueAt } from './values.ts';

const SHARED =
  'This part of the text is written once and used in several places (a YAML anchor). Change it in the text.';
const UNREADABLE = 'The text has to be readable before it can be edited here.';
const UNUSUAL =
  'This part of the text is written in a way that cannot be edited here. Change it in the text.';

/** The text is not edited, for a reason to show. */
class Refusal extends Error {}

interface Place {
  readonly source: string;
  readonly style: Style;
  readonly anchors: ReadonlySet<string>;
  readonly contents: ParsedNode | null;
}

/** What stands at the end of a path, or how far the text goes towards it. */
type Reached =
  | { readonly kind: 'node'; readonly node: ParsedNode; readonly pair?: MapPair; readonly parent: ParsedNode }
  /** a mapping without the next key */
  | {
      readonly kind: 'absent';
      readonly map: MapNode;
      readonly holder?: MapPair;
      readonly isItem: boolean;
      readonly rest: readonly PathSegment[];
    }
  /** a key without a value, or with an empty one */
  | {
      readonly kind: 'empty';
      readonly pair: MapPair;
      readonly inFlow: boolean;
      readonly rest: readonly PathSegment[];
    };

/**
 * The HPAs of a text in its order and the ScaledObjects behind them, as their values were written: in the order of
 * `ManifestResult.hpas`. Of no use where the text cannot be read.
 *
 * @rule MF5 MF25
 */
export function writtenAutoscalers(text: string): readonly YamlDocument[] {
  const { documents } = splitDocuments(text);
  const scaledObjects = documents.filter(({ value }) => value.kind === SCALED_OBJECT_KIND);
  const hpas = documents.filter(
    (document) => document.value.kind === HPA_KIND && !isMadeByOneOf(document, scaledObjects),
  );
  return [...hpas, ...scaledObjects];
}

/**
 * Makes the edits, one after the other, in the text of one HPA or ScaledObject. Comments, order, quotes and indentation of everything
 * else stay as they are. The outcome is read again: it says what the edits ask for and nothing else, or is refused.
 *
 * @param index which of `writtenAutoscalers`
 * @rule ED1
 */
export function editAutoscaler(text: string, index: number, edits: readonly ManifestEdit[]): EditResult {
  try {
    const result = edits.reduce((current, edit) => editOnce(current, index, edit), text);
    return { ok: true, text: result, change: difference(text, result) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}

function editOnce(text: string, index: number, edit: ManifestEdit): string {
  const document = writtenAutoscalers(text)[index];
  if (document === undefined) throw new Refusal(UNREADABLE);
  const wanted = edited(document.value, edit);
  if (edit.op === 'remove' && valueAt(document.value, edit.path) === undefined) return text;
  const { offset, source } = document.part;
  const { start, end, text: put } = changeOf(document, source, edit);
  const result = text.slice(0, offset + start) + put + text.slice(offset + end);
  if (!isSame(writtenAutoscalers(result)[index]?.value, wanted)) throw new Refusal(UNUSUAL);
  return result;
}

function changeOf(document: YamlDocument, source: string, edit: ManifestEdit): TextChange {
  const parsed = parseDocument(source, {
    schema: 'failsafe',
    keepSourceTokens: true,
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
  });
  const place: Place = {
    source,
    style: styleOf(parsed, source),
    anchors: usedAnchors(parsed),
    contents: parsed.contents as ParsedNode | null,
  };
  const rooted = (path: readonly PathSegment[]): readonly PathSegment[] => [...document.root, ...path];
  if (edit.op === 'remove') return removal(place, rooted(prunedPath(document.value, edit.path)));
  const reached = reach(place, rooted(edit.path));
  return edit.op === 'set' ? setting(place, reached, edit.value) : appending(place, reached, edit.value);
}

function setting(place: Place, reached: Reached, value: FieldValue): TextChange {
  const { source, style } = place;
  if (reached.kind !== 'node') return adding(place, reached, value);
  const { node, pair, parent } = reached;
  if (typeof value === 'object') {
    if (pair === undefined) throw new Refusal(UNUSUAL);
    return fillPair(pair, value, source, style, isMap(parent) && parent.flow === true);
  }
  if (isMap(node) || isSeq(node)) throw new Refusal(UNUSUAL);
  if (hasTag(pair)) throw new Refusal(UNUSUAL);
  return { start: startOf(node), end: node.range[1], text: inSameQuotes(node, value, style) };
}

/** A tag in front of the value would say what type a new one has, too. */
function hasTag(pair: MapPair | undefined): boolean {
  return pair?.srcToken?.sep?.some(({ type }) => type === 'tag') === true;
}

function inSameQuotes(node: ParsedNode, value: string | number | boolean, style: Style): string {
  if (typeof value === 'string' && isScalar(node)) {
    if (node.type === Scalar.QUOTE_DOUBLE) return JSON.stringify(value);
    if (node.type === Scalar.QUOTE_SINGLE) return `'${value.replaceAll("'", "''")}'`;
  }
  return scalarText(value, style.json);
}

function adding(place: Place, reached: Exclude<Reached, { kind: 'node' }>, value: FieldValue): TextChange {
  const { source, style } = place;
  if (reached.kind === 'empty') {
    return fillPair(reached.pair, nest(reached.rest, value), source, style, reached.inFlow);
  }
  const { map, holder, isItem, rest } = reached;
  const [key, ...inner] = rest;
  const where = holder === undefined ? { isItem } : { pair: holder, isItem };
  return insertPair(map, where, String(key), nest(inner, value), source, style);
}

function appending(place: Place, reached: Reached, value: FieldValue): TextChange {
  if (reached.kind !== 'node') return adding(place, reached, [value]);
  if (!isSeq(reached.node)) throw new Refusal(UNUSUAL);
  if (isShared(reached.node, place.anchors)) throw new Refusal(SHARED);
  return appendItem(reached.node as SeqNode, value, place.source, place.style);
}

function removal(place: Place, path: readonly PathSegment[]): TextChange {
  const last = path.at(-1) ?? '';
  const reached = reach(place, path.slice(0, -1));
  const node = reached.kind === 'node' ? reached.node : undefined;
  if (isMap(node)) {
    const map = node as MapNode;
    const pair = findPair(map, String(last));
    if (pair !== undefined) return removePair(map, map.items.indexOf(pair), place.source);
  }
  if (isSeq(node)) return removeItem(node as SeqNode, Number(last), place.source);
  throw new Refusal(UNUSUAL);
}

/** Follows a path as far as the text goes. Nothing on the way may be shared with another place. */
function reach(place: Place, path: readonly PathSegment[]): Reached {
  let node = place.contents;
  let pair: MapPair | undefined;
  let parent: ParsedNode | undefined;
  let isItem = false;
  for (const [index, segment] of path.entries()) {
    if (node === null || isShared(node, place.anchors))
      throw new Refusal(node === null ? UNREADABLE : SHARED);
    const rest = path.slice(index);
    if (isMap(node) && typeof segment === 'string') {
      const map = node as MapNode;
      const found = findPair(map, segment);
      if (found === undefined)
        return { kind: 'absent', map, ...(pair === undefined ? {} : { holder: pair }), isItem, rest };
      if (isEmptyValue(found.value)) {
        return { kind: 'empty', pair: found, inFlow: map.flow === true, rest: rest.slice(1) };
      }
      [parent, pair, node, isItem] = [map, found, found.value, false];
    } else if (isSeq(node) && typeof segment === 'number') {
      [parent, pair, node, isItem] = [
        node as ParsedNode,
        undefined,
        (node.items[segment] ?? null) as ParsedNode | null,
        true,
      ];
    } else throw new Refusal(UNUSUAL);
  }
  if (node === null) throw new Refusal(UNREADABLE);
  // An alias itself can be replaced; a value that is used elsewhere cannot.
  if (!isAlias(node) && isShared(node, place.anchors)) throw new Refusal(SHARED);
  return { kind: 'node', node, parent: parent ?? node, ...(pair === undefined ? {} : { pair }) };
}

const NULL_WORDS = new Set(['', '~', 'null', 'Null', 'NULL']);

function isEmptyValue(node: ParsedNode | null): boolean {
  if (node === null || isUnwritten(node)) return true;
  if (isScalar(node)) return node.type === Scalar.PLAIN && NULL_WORDS.has(String(node.value));
  return (isMap(node) || isSeq(node)) && node.items.length === 0;
}

/** The smallest single replacement that makes one text of the other. */
function difference(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
