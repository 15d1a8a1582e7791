/**
 * Where a cursor stands in a manifest: below which fields, and whether a field or its value is being written. Works on
 * text that is half written and so cannot be parsed: by indentation in block style, by brackets in flow style.
 */

export type PathSegment = string | number;

export interface CursorPlace {
  /** of the object or list that the cursor is in; without the key that is being written */
  readonly path: readonly PathSegment[];
  /** `key`: a field's name belongs here; `value`: the value of `key`; `either`: an item of a list, of any kind */
  readonly at: 'key' | 'value' | 'either';
  /** being written or there already, as far as it is there */
  readonly key: string;
  /** other fields of the same object */
  readonly siblings: readonly string[];
  /** offsets of the word under the cursor */
  readonly start: number;
  readonly end: number;
  /** columns that a field of this object is indented by; undefined in flow style */
  readonly column?: number;
  /** of the document around the cursor */
  readonly apiVersion: string;
  readonly kind: string;
}

interface Entry {
  readonly kind: 'dash' | 'key';
  readonly column: number;
  readonly key: string;
  /** offset of the key or dash in the line */
  readonly start: number;
}

interface Line {
  readonly offset: number;
  readonly text: string;
  readonly entries: readonly Entry[];
  /** column behind the dashes */
  readonly content: number;
}

const KEY =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'{}[\],&*!|>%@`:][^#:]*?(?::[^\s#:][^#:]*?)*)\s*:(?=\s|$)/;

function unquoted(key: string): string {
  return key.replace(/^(["'])(.*)\1$/, '$2');
}

function parseLine(text: string, offset: number): Line {
  const entries: Entry[] = [];
  let column = text.search(/\S|$/);
  while (/^-(\s|$)/.test(text.slice(column))) {
    entries.push({ kind: 'dash', column, key: '', start: column });
    column += 1 + text.slice(column + 1).search(/\S|$/);
  }
  const key = KEY.exec(text.slice(column))?.[1];
  if (key !== undefined) entries.push({ kind: 'key', column, key: unquoted(key), start: column });
  return { offset, text, entries, content: column };
}

function isBlank({ text }: Line): boolean {
  return /^\s*(#|$)/.test(text);
}

const BOUNDARY = /^(---|\.\.\.)(\s|$)|^\s*```/;

/** The lines of the document around a line, and which of them that is. */
function documentAround(text: string, offset: number): { lines: Line[]; at: number } {
  const all: Line[] = [];
  let start = 0;
  for (const part of text.split(/(?<=\r\n|\n|\r(?!\n))/)) {
    all.push(parseLine(part.replace(/[\r\n]+$/, ''), start));
    start += part.length;
  }
  if (all.length === 0 || /[\r\n]$/.test(text)) all.push(parseLine('', start));
  const at = all.findLastIndex((line) => line.offset <= offset);
  let first = at;
  while (first > 0 && !BOUNDARY.test(all[first - 1]?.text ?? '')) first--;
  let last = at;
  while (last + 1 < all.length && !BOUNDARY.test(all[last + 1]?.text ?? '')) last++;
  return { lines: all.slice(first, last + 1), at: at - first };
}

interface Frame {
  readonly kind: 'map' | 'list';
  readonly offset: number;
  key: string;
  index: number;
  readonly keys: string[];
}

interface Flow {
  readonly frames: readonly Frame[];
  /** where the outermost bracket opens */
  readonly offset: number;
  /** behind a colon, in an object */
  readonly isValue: boolean;
  readonly wordStart: number;
  readonly word: string;
}

/** The brackets that are open at an offset, from a line on at which none is. */
function openFlow(text: string, from: number, to: number): Flow | undefined {
  const frames: Frame[] = [];
  let wordStart = from;
  let isValue = false;
  const key = (end: number): string => unquoted(text.slice(wordStart, end).trim());
  for (let index = from; index < to; index++) {
    const char = text[index] ?? '';
    const top = frames.at(-1);
    const before = text.slice(wordStart, index).trim();
    if ((char === '"' || char === "'") && before === '') {
      const close = closingQuote(text, index, to);
      if (close >= to) break;
      index = close;
    } else if (char === '#' && /\s/.test(text[index - 1] ?? ' ')) {
      const end = text.slice(index).search(/[\r\n]/);
      if (end < 0 || index + end >= to) return undefined;
      index += end - 1;
    } else if ((char === '{' || char === '[') && (before === '' || top !== undefined)) {
      frames.push({ kind: char === '{' ? 'map' : 'list', offset: index, key: '', index: 0, keys: [] });
      [wordStart, isValue] = [index + 1, false];
    } else if (top === undefined) {
      if (/[\r\n]/.test(char) || (/[:-]/.test(char) && /\s/.test(text[index + 1] ?? ' ')))
        wordStart = index + 1;
    } else if (char === '}' || char === ']') {
      frames.pop();
      [wordStart, isValue] = [index + 1, true];
    } else if (char === ',') {
      top.index++;
      [wordStart, isValue] = [index + 1, false];
    } else if (char === ':' && top.kind === 'map' && !isValue) {
      top.key = key(index);
      top.keys.push(top.key);
      [wordStart, isValue] = [index + 1, true];
    }
  }
  const [outermost] = frames;
  if (outermost === undefined) return undefined;
  while (wordStart < to && /\s/.test(text[wordStart] ?? '')) wordStart++;
  return { frames, offset: outermost.offset, isValue, wordStart, word: key(to) };
}

function closingQuote(text: string, open: number, to: number): number {
  const quote = text[open];
  let index = open + 1;
  while (index < to && text[index] !== quote) index += quote === '"' && text[index] === '\\' ? 2 : 1;
  return index;
}

interface BlockPlace {
  readonly path: PathSegment[];
  readonly siblings: readonly string[];
}

/** The path of what stands at a column of a line, by the less indented lines above. */
function blockPath(lines: readonly Line[], at: number, column: number): BlockPlace {
  const path: PathSegment[] = [];
  const siblings: string[] = [];
  let limit = column;
  /** the last taken was a dash: its list may hang on a key of the same column */
  let behindDash = false;
  let isOwn = true;
  let index = 0;
  for (let number = at; number >= 0 && limit >= 0; number--) {
    const line = lines[number];
    if (line === undefined || isBlank(line)) continue;
    for (const entry of line.entries.toReversed()) {
      if (number === at && entry.column >= column) continue;
      if (entry.kind === 'dash') {
        if (entry.column === limit && behindDash) index++;
        else if (entry.column < limit) {
          if (behindDash) path.unshift(index);
          [limit, behindDash, isOwn, index] = [entry.column, true, false, 0];
        }
      } else if (entry.column < limit || (behindDash && entry.column === limit)) {
        if (behindDash) path.unshift(index);
        path.unshift(entry.key);
        [limit, behindDash, isOwn] = [entry.column, false, false];
      } else if (entry.column === limit && isOwn) siblings.push(entry.key);
    }
  }
  if (behindDash) path.unshift(index);
  return { path, siblings: [...siblings, ...siblingsBelow(lines, at, column)] };
}

function siblingsBelow(lines: readonly Line[], at: number, column: number): string[] {
  const found: string[] = [];
  for (const line of lines.slice(at + 1)) {
    if (isBlank(line)) continue;
    const [first] = line.entries;
    const start = first?.column ?? line.content;
    if (start < column) break;
    if (first?.kind === 'key' && first.column === column) found.push(first.key);
  }
  return found;
}

/** Whether a line is inside the text of a `|` or `>` above it. */
function isInBlockScalar(lines: readonly Line[], at: number, column: number): boolean {
  for (let number = at - 1, limit = column; number >= 0; number--) {
    const line = lines[number];
    if (line === undefined || /^\s*$/.test(line.text)) continue;
    const indent = line.text.search(/\S/);
    if (indent >= limit) continue;
    if (/[:-]\s+[|>][+-]?\d?[+-]?\s*(#.*)?$/.test(line.text)) return true;
    limit = indent;
  }
  return false;
}

function rootField(lines: readonly Line[], name: string): string {
  const least = Math.min(
    ...lines.filter((line) => !isBlank(line)).map(({ entries }) => entries[0]?.column ?? 1e9),
  );
  for (const { text, entries } of lines) {
    const entry = entries.find(({ kind, key, column }) => kind === 'key' && key === name && column === least);
    if (entry !== undefined) return unquoted(/:\s*([^\s#]*)/.exec(text.slice(entry.start))?.[1] ?? '');
  }
  const json = new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`).exec(lines.map(({ text }) => text).join('\n'));
  return json?.[1] ?? '';
}

/** What a cursor at an offset of a text is about; undefined in a comment and in text that YAML does not look into. */
export function cursorPlace(text: string, offset: number): CursorPlace | undefined {
  const { lines, at } = documentAround(text, offset);
  const line = lines[at];
  if (line === undefined) return undefined;
  const about = { apiVersion: rootField(lines, 'apiVersion'), kind: rootField(lines, 'kind') };
  const cursor = offset - line.offset;
  const flow = openFlow(text, lines[0]?.offset ?? 0, offset);
  if (flow !== undefined) return { ...flowPlace(text, lines, flow, offset), ...about };
  if (/(^|\s)#/.test(line.text.slice(0, cursor))) return undefined;
  const own = line.entries.find(({ kind }) => kind === 'key');
  const indent = line.text.search(/\S|$/);
  if (isInBlockScalar(lines, at, Math.max(indent, line.text.trim() === '' ? cursor : 0))) return undefined;
  const colon = own === undefined ? -1 : line.text.indexOf(':', own.start + own.key.length);
  const column = Math.min(line.content, line.text.trim() === '' ? cursor : line.content);
  const block = blockPath(lines, at, column);
  if (own !== undefined && cursor > colon) {
    const start = colon + 1 + line.text.slice(colon + 1).search(/\S|$/);
    const end = start + (/^[^\s#]*/.exec(line.text.slice(start))?.[0].length ?? 0);
    return {
      ...block,
      ...about,
      at: 'value',
      key: own.key,
      start: line.offset + Math.min(start, cursor),
      end: line.offset + Math.max(end, cursor),
      column,
    };
  }
  const written = own?.key ?? line.text.slice(line.content).replace(/\s+$/, '');
  const start = line.offset + Math.min(line.content, cursor);
  const end = Math.max(
    offset,
    line.offset + line.content + (own === undefined ? written.length : colon - own.start),
  );
  const isItem = line.entries.some(({ kind }) => kind === 'dash') && own === undefined;
  return { ...block, ...about, at: isItem ? 'either' : 'key', key: written, start, end, column };
}

function flowPlace(
  text: string,
  lines: readonly Line[],
  flow: Flow,
  offset: number,
): Omit<CursorPlace, 'apiVersion' | 'kind'> {
  const opening = lines.findLastIndex((line) => line.offset <= flow.offset);
  const line = lines[opening];
  const opener = flow.offset - (line?.offset ?? 0);
  const before = line?.entries.filter(({ column }) => column < opener) ?? [];
  // The bracket belongs to the last key or dash in front of it.
  const last = before.at(-1);
  const base = last === undefined ? [] : blockPath(lines, opening, last.column + 1).path;
  const inner = flow.frames.flatMap(({ kind, key, index }, depth) =>
    depth === flow.frames.length - 1 && kind === 'map' ? [] : [kind === 'map' ? key : index],
  );
  const top = flow.frames.at(-1);
  const tail = /^["']?[^\s"',:{}[\]#]*["']?/.exec(text.slice(offset))?.[0].length ?? 0;
  const after = /^\s*:/.exec(text.slice(offset + tail)) !== null;
  return {
    path: [...base, ...inner],
    at: top?.kind === 'list' ? 'either' : flow.isValue ? 'value' : 'key',
    key: flow.isValue
      ? (top?.key ?? '')
      : unquoted(text.slice(flow.wordStart, offset + (after ? tail : 0)).trim()),
    siblings: top?.keys ?? [],
    start: flow.wordStart,
    end: offset + tail,
  };
}
