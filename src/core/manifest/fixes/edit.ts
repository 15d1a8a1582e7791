/** Changes of a text that leave everything else as it is: comments, quotes, indentation, line ends. */
import type { PathSegment, YamlDocument } from '../documents.ts';
import { type Located, locateExactly } from '../positions.ts';
import { yamlLines } from '../yamlText.ts';

type Path = readonly PathSegment[];

/** Offsets in the whole text. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface OffsetFix {
  readonly title: string;
  readonly edits: readonly OffsetEdit[];
}

/** Edits of one document; `undefined` wherever the text does not allow a safe one (an alias, a place not written). */
export class DocumentEditor {
  private readonly text: string;
  readonly document: YamlDocument;
  private readonly eol: string;

  constructor(text: string, document: YamlDocument) {
    this.text = text;
    this.document = document;
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Where a field is written; what comes from an anchor is not looked at. */
  at(path: Path): Located | undefined {
    const { home = [], root, part } = this.document;
    if (path.length < home.length) return undefined;
    const located = locateExactly(part, [...root, ...path.slice(home.length)]);
    return located?.isShared === true ? undefined : located;
  }

  /** The source of a value, quotes included. */
  source(path: Path): string | undefined {
    const located = this.at(path);
    return located && this.text.slice(located.value.start, located.value.end);
  }

  replaceValue(path: Path, newText: string): readonly OffsetEdit[] | undefined {
    const located = this.at(path);
    if (located === undefined) return undefined;
    const { start, end } = located.value;
    return [{ start, end, newText: start === end ? ` ${newText}` : newText }];
  }

  renameKey(path: Path, name: string): readonly OffsetEdit[] | undefined {
    const key = this.at(path)?.key;
    if (key === undefined) return undefined;
    const quote = /^["']/.exec(this.text.slice(key.start, key.end))?.[0] ?? '';
    return [{ ...key, newText: `${quote}${name}${quote}` }];
  }

  /** Adds fields behind the last one of an object. */
  addFields(path: Path, fields: object): readonly OffsetEdit[] | undefined {
    const parent = this.at(path);
    const last = parent?.keys.at(-1);
    if (parent === undefined) return undefined;
    if (last === undefined) return this.fillEmpty(parent, fields);
    const sibling = this.at([...path, last]);
    if (sibling?.key === undefined) return undefined;
    if (parent.isFlow) {
      const isJson = this.text[sibling.key.start] === '"';
      const at = Math.max(sibling.value.end, sibling.key.end);
      return [{ start: at, end: at, newText: `, ${flowFields(fields, isJson)}` }];
    }
    const first = this.at([...path, parent.keys[0] ?? '']);
    if (first?.key === undefined) return undefined;
    return [
      this.linesAfter(Math.max(sibling.value.end, sibling.key.end), this.columnOf(first.key.start), fields),
    ];
  }

  /** Adds fields in front of the first one of an object, which stays on its line: `- type: Resource`. */
  prependFields(path: Path, fields: object): readonly OffsetEdit[] | undefined {
    const parent = this.at(path);
    const first = parent?.keys[0];
    if (parent === undefined || first === undefined) return undefined;
    const key = this.at([...path, first])?.key;
    if (key === undefined) return undefined;
    if (parent.isFlow) {
      const isJson = this.text[key.start] === '"';
      return [{ start: key.start, end: key.start, newText: `${flowFields(fields, isJson)}, ` }];
    }
    const indent = ' '.repeat(this.columnOf(key.start));
    const newText = yamlLines(fields)
      .map((line) => `${line}${this.eol}${indent}`)
      .join('');
    return [{ start: key.start, end: key.start, newText }];
  }

  /** Puts other fields in the place of one; a comment at the end of its line stays behind the first of them. */
  replaceField(path: Path, fields: object): readonly OffsetEdit[] | undefined {
    const parent = this.at(path.slice(0, -1));
    const located = this.at(path);
    if (parent === undefined || located?.key === undefined) return undefined;
    const { start } = located.key;
    const end = this.trimmedEnd(start, Math.max(located.value.end, located.key.end));
    if (parent.isFlow) {
      const newText = flowFields(fields, this.text[start] === '"');
      return [{ start, end, newText }];
    }
    const indent = ' '.repeat(this.columnOf(start));
    const [first = '', ...rest] = yamlLines(fields);
    const edits = [{ start, end, newText: first }];
    const more = rest.map((line) => `${this.eol}${indent}${line}`).join('');
    const at = this.lineEnd(end);
    return more === '' ? edits : [...edits, { start: at, end: at, newText: more }];
  }

  /** Takes a field out, with its line when nothing else stands on it. */
  removeField(path: Path): readonly OffsetEdit[] | undefined {
    const parent = this.at(path.slice(0, -1));
    const located = this.at(path);
    if (parent === undefined || located?.key === undefined || parent.keys.length < 2) return undefined;
    const { start } = located.key;
    const end = Math.max(located.value.end, located.key.end);
    if (parent.isFlow) return [{ ...this.withComma(start, end), newText: '' }];
    const lineStart = this.lineStart(start);
    const isFirstOfItem = this.text.slice(lineStart, start).trim() !== '';
    if (isFirstOfItem) return this.removeFirst(path, parent, start);
    const lineEnd = this.nextLine(this.trimmedEnd(start, end));
    return [{ start: lineStart, end: lineEnd, newText: '' }];
  }

  /** `- a: 1` followed by `b: 2` becomes `- b: 2`. */
  private removeFirst(path: Path, parent: Located, start: number): readonly OffsetEdit[] | undefined {
    const next = this.at([...path.slice(0, -1), parent.keys[1] ?? ''])?.key;
    const between = next && this.text.slice(start, next.start);
    if (next === undefined || between?.includes('#')) return undefined;
    return [{ start, end: next.start, newText: '' }];
  }

  private withComma(start: number, end: number): { start: number; end: number } {
    const after = /^\s*,\s*/.exec(this.text.slice(end));
    if (after !== null) return { start, end: end + after[0].length };
    const before = /\s*,\s*$/.exec(this.text.slice(0, start));
    return { start: start - (before?.[0].length ?? 0), end };
  }

  private fillEmpty({ value, isFlow, key }: Located, fields: object): readonly OffsetEdit[] | undefined {
    if (isFlow) {
      const isJson = this.text[key?.start ?? 0] === '"';
      return [{ ...value, newText: `{${flowFields(fields, isJson)}}` }];
    }
    if (key === undefined || value.start !== value.end) return undefined;
    return [this.linesAfter(value.end, this.columnOf(key.start) + 2, fields)];
  }

  /** Lines under the one that holds `offset`. */
  linesAfter(offset: number, column: number, fields: object): OffsetEdit {
    const before = this.text[offset - 1];
    const at = this.lineEnd(before === '\n' || before === '\r' ? this.trimmedEnd(0, offset) : offset);
    const indent = ' '.repeat(column);
    const newText = yamlLines(fields)
      .map((line) => `${this.eol}${indent}${line}`)
      .join('');
    return { start: at, end: at, newText };
  }

  /**
   * Moves the lines from `start` to `end` to the right, or to the left; block scalars inside of them move along.
   *
   * @param dash put before the first one, which begins at `start`
   */
  indentLines(start: number, end: number, by: number, dash = ''): readonly OffsetEdit[] {
    const edits: OffsetEdit[] = dash === '' ? [] : [{ start, end: start, newText: dash }];
    let at = dash === '' ? this.lineStart(start) : this.nextLine(start);
    while (at < end) {
      const lineEnd = this.lineEnd(at);
      const indent = this.text.slice(at, lineEnd).search(/\S/);
      if (indent >= 0 && by > 0) edits.push({ start: at, end: at, newText: ' '.repeat(by) });
      if (indent >= 0 && by < 0) edits.push({ start: at, end: at + Math.min(indent, -by), newText: '' });
      const next = this.nextLine(at);
      if (next === at) break;
      at = next;
    }
    return edits;
  }

  /** Columns before an offset, on its line. */
  columnOf(offset: number): number {
    return offset - this.lineStart(offset);
  }

  lineStart(offset: number): number {
    let start = offset;
    while (start > 0 && !isLineEnd(this.text[start - 1])) start--;
    return start;
  }

  lineEnd(offset: number): number {
    let end = offset;
    while (end < this.text.length && !isLineEnd(this.text[end])) end++;
    return end;
  }

  nextLine(offset: number): number {
    const end = this.lineEnd(offset);
    return this.text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, this.text.length);
  }

  private trimmedEnd(start: number, end: number): number {
    let trimmed = end;
    while (trimmed > start && /\s/.test(this.text[trimmed - 1] ?? '')) trimmed--;
    return trimmed;
  }
}

function isLineEnd(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}

function flowText(value: unknown, isJson: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item, isJson)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{${flowFields(value, isJson)}}`;
  return typeof value === 'string' && (isJson || !/^[A-Za-z][A-Za-z0-9/.-]*$/.test(value))
    ? JSON.stringify(value)
    : String(value);
}

/** `type: Utilization, averageUtilization: 80`, in JSON with quotes around the names. */
function flowFields(fields: object, isJson: boolean): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${isJson ? JSON.stringify(key) : key}: ${flowText(value, isJson)}`)
    .join(', ');
}
