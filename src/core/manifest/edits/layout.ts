/** Where the parts of a YAML document stand, as far as an edit in place has to know. Offsets of its source. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Style } from './render.ts';

export type MapNode = YAMLMap.Parsed;
export type SeqNode = YAMLSeq.Parsed;
export type MapPair = Pair<ParsedNode, ParsedNode | null>;

export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** The text of a key. */
export function keyText({ key }: MapPair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The pair that counts: the last one where a key is repeated. */
export function findPair(map: MapNode, key: string): MapPair | undefined {
  return map.items.findLast((pair) => keyText(pair) === key);
}

/** Just behind the colon of a pair, or behind its key where there is none. */
export function colonEnd(pair: MapPair): number {
  const colon = pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon === undefined ? (pair.key.range?.[1] ?? 0) : colon.offset + 1;
}

/** Whether a value is not written at all, as in `key:`. */
export function isUnwritten(node: ParsedNode | null): boolean {
  return node === null || (isScalar(node) && node.range[0] === node.range[1]);
}

/** Behind the last character of a pair that is no comment. */
export function pairEnd(pair: MapPair, source: string): number {
  return pair.value === null || isUnwritten(pair.value)
    ? Math.max(colonEnd(pair), propertiesEnd(pair))
    : nodeEnd(pair.value, source);
}

/** Behind an anchor or a tag of a value that is not written. */
function propertiesEnd(pair: MapPair): number {
  return Math.max(
    0,
    ...(pair.srcToken?.sep ?? [])
      .filter(({ type }) => type === 'anchor' || type === 'tag')
      .map(({ offset, source }) => offset + source.length),
  );
}

/** Behind the last character of a value that is no comment. */
export function nodeEnd(node: ParsedNode, source: string): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    if (last === undefined) return node.range[1];
    if (isMap(node)) return pairEnd(last as MapPair, source);
    return Math.max(nodeEnd(last as ParsedNode, source), dashOffset(node, node.items.length - 1) + 1);
  }
  const end = node.range[1];
  const isBlockScalar =
    isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);
  return isBlockScalar ? source.slice(0, end).trimEnd().length : end;
}

export function dashOffset(seq: SeqNode, index: number): number {
  const token = seq.srcToken;
  if (token?.type !== 'block-seq') return seq.range[0];
  const dash = token.items[index]?.start.find(({ type }) => type === 'seq-item-ind');
  return dash?.offset ?? seq.range[0];
}

/** The end of the line that an offset is in, before its line end. */
export function lineEnd(source: string, offset: number): number {
  const found = source.slice(offset).search(/\r?\n|\r/);
  return found < 0 ? source.length : offset + found;
}

/** The start of the line that an offset is in. */
export function lineStart(source: string, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
}

export function columnOf(source: string, offset: number): number {
  return offset - lineStart(source, offset);
}

/** Names of the anchors that some alias uses: what stands there is said in more than one place. */
export function usedAnchors(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Alias: (_, { source }) => void names.add(source) });
  return names;
}

/** Whether an edit inside this node would show in other places too. */
export function isShared(node: ParsedNode | null, anchors: ReadonlySet<string>): boolean {
  if (node === null) return false;
  return isAlias(node) || (node.anchor !== undefined && anchors.has(node.anchor));
}

/** How this text is indented: its first nested mapping and its first list decide. */
export function styleOf(document: Document, source: string): Style {
  let step: number | undefined;
  let dashIndent: number | undefined;
  visit(document, {
    Pair(_, pair) {
      const { key, value } = pair as MapPair;
      if (!isScalar(key) || value === null) return;
      const column = columnOf(source, startOf(key));
      if (isMap(value) && !value.flow && value.items.length > 0)
        step ??= positive(columnOf(source, startOf(value)) - column);
      if (isSeq(value) && !value.flow && value.items.length > 0)
        dashIndent ??= Math.max(0, columnOf(source, dashOffset(value as SeqNode, 0)) - column);
      if (isMap(value) && value.flow) {
        const inner = value.items[0] as MapPair | undefined;
        if (inner !== undefined && lineStart(source, startOf(inner.key)) > lineStart(source, startOf(key)))
          step ??= positive(columnOf(source, startOf(inner.key)) - column);
      }
    },
  });
  const { contents } = document;
  const json =
    isMap(contents) &&
    contents.flow === true &&
    (contents.items as MapPair[]).every(({ key }) => isScalar(key) && key.type === Scalar.QUOTE_DOUBLE);
  const eol = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
  return { step: step ?? 2, dashIndent: dashIndent ?? step ?? 2, json, eol };
}

function positive(columns: number): number | undefined {
  return columns > 0 ? columns : undefined;
}
