/**
 * Characters of a text with their place, as go-yaml reads them: in pieces of 512 bytes, so that a control character is
 * found before a mistake further up in the same piece.
 *
 * @upstream vendor go.yaml.in/yaml/v2/readerc.go
 */

/** A place; all three count from 0. */
export interface Mark {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** The text of an error as go-yaml words it, `yaml: ` in front. */
export class YamlFault extends Error {}

const PIECE_BYTES = 512;
const BYTE_ORDER_MARK = 0xfeff;

/** What stands at the end, and beyond it. */
export const END = 0;

function isAllowed(code: number): boolean {
  if (code >= 0x20) {
    return (
      code <= 0x7e ||
      code === 0x85 ||
      (code >= 0xa0 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code >= 0x10000
    );
  }
  return code === 0x09 || code === 0x0a || code === 0x0d;
}

function utf8Width(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** @rule YM1 */
export function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** @rule YM1 */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** @rule YM1 */
export function isBreakOrEnd(code: number): boolean {
  return code === END || isBreak(code);
}

/** @rule YM1 */
export function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code);
}

/** @rule YM1 */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Letters and digits of ASCII, `_` and `-`. @rule YM1 */
export function isWordCharacter(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code === 0x2d
  );
}

export class Reader {
  private readonly codes: readonly number[];
  private loaded = 0;
  /** bytes of the last piece that were not enough for a character */
  private left = 0;
  private at = 0;
  private line = 0;
  private column = 0;

  constructor(text: string) {
    const codes: number[] = [];
    // upstream reads one line break where there is nothing
    for (const char of text === '' ? '\n' : text) {
      const code = char.codePointAt(0) ?? 0;
      // half a character has no bytes of its own
      codes.push(code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);
    }
    if (codes[0] === BYTE_ORDER_MARK) codes.shift();
    this.codes = codes;
  }

  /** The character so many places ahead; `END` where there is none. */
  peek(ahead = 0): number {
    const index = this.at + ahead;
    if (index >= this.loaded) this.load(index + 1);
    return this.codes[index] ?? END;
  }

  mark(): Mark {
    return { index: this.at, line: this.line, column: this.column };
  }

  get currentColumn(): number {
    return this.column;
  }

  skip(count = 1): void {
    this.at += count;
    this.column += count;
  }

  skipLine(): void {
    if (this.peek() === 0x0d && this.peek(1) === 0x0a) this.at += 2;
    else if (isBreak(this.peek())) this.at += 1;
    else return;
    this.column = 0;
    this.line += 1;
  }

  read(): string {
    const code = this.peek();
    this.skip();
    return String.fromCodePoint(code);
  }

  /** A line break, as it counts in a value. */
  readLine(): string {
    const code = this.peek();
    if (!isBreak(code)) return '';
    this.skipLine();
    return code === 0x2028 || code === 0x2029 ? String.fromCodePoint(code) : '\n';
  }

  /** At the end of the text: the last line ends too. */
  endLine(): void {
    if (this.column === 0) return;
    this.column = 0;
    this.line += 1;
  }

  isDocumentIndicator(): boolean {
    const first = this.peek();
    if (this.column !== 0 || (first !== 0x2d && first !== 0x2e)) return false;
    return this.peek(1) === first && this.peek(2) === first && isBlankOrEnd(this.peek(3));
  }

  private load(wanted: number): void {
    while (this.loaded < wanted && this.loaded < this.codes.length) {
      let room = PIECE_BYTES - this.left;
      let rest = this.left;
      for (;;) {
        const code = this.codes[this.loaded];
        if (code === undefined) return;
        const missing = utf8Width(code) - rest;
        if (missing > room) break;
        if (!isAllowed(code)) throw new YamlFault('yaml: control characters are not allowed');
        room -= missing;
        rest = 0;
        this.loaded += 1;
      }
      this.left = rest + room;
    }
  }
}
