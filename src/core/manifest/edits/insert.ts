/** Where a new field or list item goes, and its text. */
import type { ParsedNode } from 'yaml';
import { placeFor } from './fieldOrder.ts';
import {
  colonEnd,
  columnOf,
  dashOffset,
  keyText,
  lineEnd,
  lineStart,
  type MapNode,
  type MapPair,
  nodeEnd,
  pairEnd,
  type SeqNode,
  startOf,
} from './layout.ts';
import { blockLines, flowText, itemLines, pairLines, type Style, scalarText, spreadText } from './render.ts';
import type { FieldValue, TextChange } from './types.ts';

/** What a place belongs to: the pair that holds the mapping; absent for a document and for an item of a list. */
interface Holder {
  readonly pair?: MapPair;
  readonly isItem: boolean;
}

export function insertPair(
  map: MapNode,
  holder: Holder,
  key: string,
  value: FieldValue,
  source: string,
  style: Style,
): TextChange {
  const place = placeFor(key, map.items.map(keyText));
  if (map.flow)
    return insertIntoFlow(
      map.items.map(pairSpan(source)),
      map,
      place,
      spread(map, source),
      {
        inline: `${scalarText(key, style.json)}: ${flowText(value, style.json)}`,
        lines: (column) => `${scalarText(key, style.json)}: ${spreadText(value, column, style)}`,
      },
      style,
      source,
    );
  const column = columnOf(source, startOf(map.items[0]?.key ?? map));
  const lines = pairLines(key, value, column, style);
  const margin = ' '.repeat(column);
  const before = map.items[place - 1] ?? (holder.isItem ? map.items[0] : undefined);
  if (before !== undefined)
    return at(lineEnd(source, pairEnd(before, source)), `${style.eol}${margin}${lines}`);
  if (holder.pair !== undefined)
    return at(lineEnd(source, colonEnd(holder.pair)), `${style.eol}${margin}${lines}`);
  return at(startOf(map.items[0]?.key ?? map), `${lines}${style.eol}${margin}`);
}

/** Fills a pair whose value is not written, or an empty collection. */
export function fillPair(
  pair: MapPair,
  value: FieldValue,
  source: string,
  style: Style,
  inFlow: boolean,
): TextChange {
  const start = colonEnd(pair);
  const end = Math.max(start, pairEnd(pair, source));
  if (inFlow || typeof value !== 'object') {
    const text = flowText(value, style.json);
    return { start, end, text: ` ${text}` };
  }
  // What follows on the line is a comment, which stays behind the key.
  const rest = source.slice(end, lineEnd(source, end));
  const column = columnOf(source, startOf(pair.key));
  return { start, end: end + rest.length, text: `${rest.trimEnd()}${blockLines(value, column, style)}` };
}

export function appendItem(seq: SeqNode, value: FieldValue, source: string, style: Style): TextChange {
  const last = seq.items.at(-1) as ParsedNode | undefined;
  if (seq.flow || last === undefined) {
    const spans = (seq.items as ParsedNode[]).map((item) => ({
      start: startOf(item),
      end: nodeEnd(item, source),
    }));
    return insertIntoFlow(
      spans,
      seq,
      spans.length,
      spread(seq, source),
      {
        inline: flowText(value, style.json),
        lines: (column) => spreadText(value, column, style),
      },
      style,
      source,
    );
  }
  const dash = columnOf(source, dashOffset(seq, 0));
  const end = nodeEnd(seq, source);
  return at(lineEnd(source, end), `${style.eol}${' '.repeat(dash)}${itemLines(value, dash, style)}`);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function pairSpan(source: string): (pair: MapPair) => Span {
  return (pair) => ({ start: startOf(pair.key), end: pairEnd(pair, source) });
}

/** Whether the first thing in braces stands on a line of its own. */
function spread(node: MapNode | SeqNode, source: string): boolean {
  const [first] = node.items;
  if (first === undefined) return false;
  const start = startOf('key' in first ? (first as MapPair).key : (first as ParsedNode));
  return lineStart(source, start) > node.range[0];
}

interface FlowTexts {
  readonly inline: string;
  lines(column: number): string;
}

function insertIntoFlow(
  spans: readonly Span[],
  node: MapNode | SeqNode,
  place: number,
  isSpread: boolean,
  texts: FlowTexts,
  style: Style,
  source: string,
): TextChange {
  const [first] = spans;
  if (first === undefined) return at(node.range[0] + 1, texts.inline);
  const column = columnOf(source, first.start);
  const text = isSpread && style.json ? texts.lines(column) : texts.inline;
  const gap = isSpread ? `${style.eol}${' '.repeat(column)}` : ' ';
  const before = spans[place - 1];
  return before === undefined ? at(first.start, `${text},${gap}`) : at(before.end, `,${gap}${text}`);
}

function at(offset: number, text: string): TextChange {
  return { start: offset, end: offset, text };
}
