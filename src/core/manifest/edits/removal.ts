/** Takes a field or a list item out. Comments above it stay; what is inside of it goes with it. */
import type { ParsedNode } from 'yaml';
import {
  dashOffset,
  lineEnd,
  lineStart,
  type MapNode,
  nodeEnd,
  pairEnd,
  type SeqNode,
  startOf,
} from './layout.ts';
import type { TextChange } from './types.ts';

/** `map` has another pair beside this one. */
export function removePair(map: MapNode, index: number, source: string): TextChange {
  const spans = map.items.map((pair) => ({ start: startOf(pair.key), end: pairEnd(pair, source) }));
  return removeOne(spans, index, map.flow === true, source);
}

/** `seq` has another item beside this one. */
export function removeItem(seq: SeqNode, index: number, source: string): TextChange {
  const spans = (seq.items as ParsedNode[]).map((item, at) => ({
    start: seq.flow ? startOf(item) : dashOffset(seq, at),
    end: Math.max(nodeEnd(item, source), seq.flow ? 0 : dashOffset(seq, at) + 1),
  }));
  return removeOne(spans, index, seq.flow === true, source);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function removeOne(spans: readonly Span[], index: number, isFlow: boolean, source: string): TextChange {
  const span = spans[index];
  const before = spans[index - 1];
  const after = spans[index + 1];
  if (span === undefined) throw new Error(`there is no entry ${index}`);
  const sharesItsLine = source.slice(lineStart(source, span.start), span.start).trim() !== '';
  if (isFlow || sharesItsLine) {
    if (after !== undefined) return { start: span.start, end: after.start, text: '' };
    return { start: before?.end ?? span.start, end: span.end, text: '' };
  }
  const start = lineStart(source, span.start);
  const end = lineEnd(source, span.end);
  const lineBreak = /^(\r\n|\n|\r)/.exec(source.slice(end))?.[0] ?? '';
  return { start, end: end + lineBreak.length, text: '' };
}
