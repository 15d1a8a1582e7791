/**
 * Where things stand in the text. Only asked when there is a problem to show: the tree is built from the parser's
 * events, so places and values come from one reading of the text and cannot disagree.
 */
import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import type { Part, PathSegment } from './documents.ts';
import type { Range } from './types.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: Node;
}

interface Node {
  readonly span: Span;
  /** a mapping or sequence in brackets or braces */
  readonly isFlow: boolean;
  /** it stands elsewhere in the text, behind an anchor */
  readonly isAlias?: boolean;
  /** of a mapping */
  readonly entries: readonly Entry[];
  /** of a sequence */
  readonly items: readonly Node[];
}

/** Turns offsets of a text into lines and columns. Line ends as an editor sees them: LF, CRLF or CR. */
export class LineIndex {
  private readonly starts: number[] = [0];
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    for (const match of text.matchAll(/\r\n|\n|\r/g)) this.starts.push(match.index + match[0].length);
  }

  /** 1-based line of an offset */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The range from `start` to `end`; empty where they are the same. */
  exactRange(start: number, end: number): Range {
    const startLine = this.lineOf(start);
    const endLine = this.lineOf(end);
    return {
      startLine,
      startColumn: start - (this.starts[startLine - 1] ?? 0) + 1,
      endLine,
      endColumn: end - (this.starts[endLine - 1] ?? 0) + 1,
    };
  }

  /** The range from `start` to `end`, at least one column wide so that a marker can be seen. */
  range(start: number, end: number): Range {
    const from = Math.max(0, Math.min(start, this.length));
    const to = Math.max(from, Math.min(end, this.length));
    const startLine = this.lineOf(from);
    const endLine = this.lineOf(to);
    const startColumn = from - (this.starts[startLine - 1] ?? 0) + 1;
    const endColumn = to - (this.starts[endLine - 1] ?? 0) + 1;
    return to > from
      ? { startLine, startColumn, endLine, endColumn }
      : { startLine, startColumn, endLine: startLine, endColumn: startColumn + 1 };
  }
}

/** Builds the tree of one part. Aliases point to their anchor's node. */
class TreeBuilder {
  private readonly source: string;
  private readonly events: readonly Event[];
  private index = 0;
  private readonly anchors = new Map<string, Node>();

  constructor({ source, events }: Part) {
    this.source = source;
    this.events = events;
  }

  build(): Node {
    while (this.index < this.events.length && this.events[this.index]?.type === EVENT_ID.DOCUMENT)
      this.index++;
    return this.next();
  }

  private next(): Node {
    const event = this.events[this.index++];
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT)
      return emptyNode(0);
    if (event.type === EVENT_ID.ALIAS) {
      const name = this.source.slice(event.anchorStart, event.anchorEnd);
      const span = { start: event.anchorStart - 1, end: event.anchorEnd };
      return { ...(this.anchors.get(name) ?? emptyNode(0)), span, isAlias: true };
    }
    const node =
      event.type === EVENT_ID.SCALAR
        ? leaf(this.scalarSpan(event))
        : event.type === EVENT_ID.MAPPING
          ? this.mapping(event.start, event.style === COLLECTION_STYLE.FLOW)
          : this.sequence(event.start, event.style === COLLECTION_STYLE.FLOW);
    if (event.anchorStart >= 0) this.anchors.set(this.source.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  }

  private mapping(start: number, isFlow: boolean): Node {
    const entries: Entry[] = [];
    while (!this.atEnd()) {
      const keyEvent = this.events[this.index];
      const keyNode = this.next();
      const key = keyEvent?.type === EVENT_ID.SCALAR ? getScalarValue(this.source, keyEvent) : '';
      entries.push({ key, keySpan: keyNode.span, node: this.next() });
    }
    this.index++;
    const end = entries.at(-1)?.node.span.end ?? start;
    return { span: this.closed({ start, end: Math.max(start, end) }, isFlow), isFlow, entries, items: [] };
  }

  private sequence(start: number, isFlow: boolean): Node {
    const items: Node[] = [];
    while (!this.atEnd()) items.push(this.next());
    this.index++;
    const span = { start, end: Math.max(start, items.at(-1)?.span.end ?? start) };
    return { span: this.closed(span, isFlow), isFlow, entries: [], items };
  }

  /** In flow style up to and with the closing bracket, which no event tells of. */
  private closed({ start, end }: Span, isFlow: boolean): Span {
    if (!isFlow) return { start, end };
    const opener = this.source[start];
    if (opener !== '{' && opener !== '[') return { start, end };
    const rest = /^(?:[\s,]|#[^\r\n]*)*[}\]]/.exec(this.source.slice(end === start ? start + 1 : end));
    return rest === null ? { start, end } : { start, end: Math.max(end, start + 1) + rest[0].length };
  }

  private atEnd(): boolean {
    return this.index >= this.events.length || this.events[this.index]?.type === EVENT_ID.POP;
  }

  /** A scalar with its quotes. One that is not written (`key:`) has no place of its own. */
  private scalarSpan(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): Span {
    if (event.valueStart < 0) return { start: -1, end: -1 };
    const quote = this.source[event.valueStart - 1];
    const isQuoted = (quote === '"' || quote === "'") && this.source[event.valueEnd] === quote;
    return isQuoted
      ? { start: event.valueStart - 1, end: event.valueEnd + 1 }
      : { start: event.valueStart, end: Math.max(event.valueStart, event.valueEnd) };
  }
}

function leaf(span: Span): Node {
  return { span, isFlow: false, entries: [], items: [] };
}

function emptyNode(offset: number): Node {
  return leaf({ start: offset, end: offset });
}

const trees = new WeakMap<Part, Node>();

function treeOf(part: Part): Node {
  let tree = trees.get(part);
  if (tree === undefined) {
    tree = new TreeBuilder(part).build();
    trees.set(part, tree);
  }
  return tree;
}

/** Which end of `key: value` to point at. */
export type Aim = 'key' | 'value';

function childSpan(node: Node, segment: PathSegment, aim: Aim): { span: Span; node: Node } | undefined {
  if (typeof segment === 'number') {
    const item = node.items[segment];
    return item === undefined ? undefined : { span: item.span, node: item };
  }
  // The last one counts when a key is repeated, as for the value.
  const entry = node.entries.findLast((candidate) => candidate.key === segment);
  if (entry === undefined) return undefined;
  const isScalar =
    entry.node.entries.length === 0 && entry.node.items.length === 0 && entry.node.span.start >= 0;
  return { span: aim === 'value' && isScalar ? entry.node.span : entry.keySpan, node: entry.node };
}

/**
 * Offsets in the whole text of the place that a path names, or of its nearest ancestor that is written.
 *
 * @rule MF12
 */
export function locate(part: Part, path: readonly PathSegment[], aim: Aim): Span {
  let node = treeOf(part);
  let found: Span | undefined;
  for (const [index, segment] of path.entries()) {
    const child = childSpan(node, segment, index === path.length - 1 ? aim : 'key');
    if (child === undefined) break;
    found = child.span;
    node = child.node;
  }
  return shifted(found ?? firstKey(treeOf(part)), part);
}

/** What a path names, if it is written: offsets in the whole text. */
export interface Located {
  /** of the key, where it is a field of a mapping */
  readonly key?: Span;
  /** of the value; `start` equals `end` when nothing is written (`key:`) */
  readonly value: Span;
  readonly isFlow: boolean;
  /** written elsewhere: an edit here would not be one of the field */
  readonly isShared: boolean;
  /** keys of a mapping, as written, in order */
  readonly keys: readonly string[];
  /** how many items a sequence has */
  readonly length: number;
}

/**
 * The exact place of a path, for edits.
 *
 * @returns undefined when the path is not written
 * @rule MF12
 */
export function locateExactly(part: Part, path: readonly PathSegment[]): Located | undefined {
  let node = treeOf(part);
  let key: Span | undefined;
  let isShared = node.isAlias === true;
  for (const segment of path) {
    const entry =
      typeof segment === 'number'
        ? undefined
        : node.entries.findLast((candidate) => candidate.key === segment);
    const child = typeof segment === 'number' ? node.items[segment] : entry?.node;
    if (child === undefined) return undefined;
    key = entry?.keySpan;
    node = child;
    isShared ||= child.isAlias === true;
  }
  const isUnwritten = node.span.start < 0;
  const colon = key === undefined ? undefined : /^[ \t]*:/.exec(part.source.slice(key.end));
  const end = (key?.end ?? 0) + (colon?.[0].length ?? 0);
  // `? key` without a colon has no place for a value.
  isShared ||= isUnwritten && colon === null;
  return {
    ...(key === undefined ? {} : { key: shifted(key, part) }),
    value: shifted(isUnwritten ? { start: end, end } : node.span, part),
    isFlow: node.isFlow,
    isShared,
    keys: node.entries.map((entry) => entry.key),
    length: node.items.length,
  };
}

/** Repeated keys of a part, each at its later place. @rule MF13 */
export function duplicateKeys(part: Part): { readonly key: string; readonly span: Span }[] {
  const duplicates: { key: string; span: Span }[] = [];
  const pending = [treeOf(part)];
  const visited = new Set<Node>();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (visited.has(node)) continue;
    visited.add(node);
    const seen = new Set<string>();
    for (const entry of node.entries) {
      if (seen.has(entry.key)) duplicates.push({ key: entry.key, span: shifted(entry.keySpan, part) });
      seen.add(entry.key);
      pending.push(entry.node);
    }
    pending.push(...node.items);
  }
  return duplicates.sort((a, b) => a.span.start - b.span.start);
}

function firstKey(node: Node): Span {
  return node.entries[0]?.keySpan ?? node.span;
}

function shifted(span: Span, part: Part): Span {
  const start = Math.max(0, span.start);
  return { start: start + part.offset, end: Math.max(start, span.end) + part.offset };
}
