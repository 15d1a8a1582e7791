/**
 * One JSON value after another out of a text, with the errors of Go's decoder.
 *
 * @upstream Go encoding/json Decoder, scanner
 */
import { quote } from '../go/strconv.ts';
import { utf8Bytes } from '../go/utf8.ts';

/** Where a value ends; or what is wrong: `offset` counts bytes, and is missing where the text just stops. */
export type JsonPiece =
  | { readonly kind: 'value'; readonly start: number; readonly end: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'error'; readonly error: string; readonly offset?: number };

class JsonStop extends Error {
  readonly at: number;
  readonly isShort: boolean;

  constructor(text: string, at: number, isShort = false) {
    super(text);
    this.at = at;
    this.isShort = isShort;
  }
}

/** Go reads bytes: of a character beyond ASCII it sees the first one only. @upstream Go encoding/json quoteChar */
function quoteChar(char: string): string {
  if (char === "'") return "'\\''";
  if (char === '"') return "'\"'";
  const [first = 0] = utf8Bytes(char);
  return `'${quote(String.fromCharCode(first)).slice(1, -1)}'`;
}

const WORDS = ['true', 'false', 'null'];
const SPACES = ' \t\r\n';

class ValueScanner {
  private readonly text: string;
  private at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  skipSpace(): void {
    while (this.at < this.text.length && SPACES.includes(this.text.charAt(this.at))) this.at += 1;
  }

  get position(): number {
    return this.at;
  }

  value(): void {
    this.skipSpace();
    const char = this.next();
    if (char === '{') this.object();
    else if (char === '[') this.array();
    else if (char === '"') this.string();
    else if (char === '-' || /\d/.test(char)) this.number(char);
    else this.word(char);
  }

  private next(): string {
    if (this.at >= this.text.length) throw new JsonStop('unexpected EOF', this.at, true);
    const char = this.text.charAt(this.at);
    this.at += 1;
    return char;
  }

  private peek(): string {
    return this.text.charAt(this.at);
  }

  private invalid(context: string): never {
    const whole = String.fromCodePoint(this.text.codePointAt(this.at - 1) ?? 0);
    throw new JsonStop(`invalid character ${quoteChar(whole)} ${context}`, this.at - 1);
  }

  private object(): void {
    this.skipSpace();
    if (this.peek() === '}') {
      this.at += 1;
      return;
    }
    for (;;) {
      this.skipSpace();
      const key = this.next();
      if (key !== '"') this.invalid('looking for beginning of object key string');
      this.string();
      this.skipSpace();
      const colon = this.next();
      if (colon !== ':') this.invalid('after object key');
      this.value();
      this.skipSpace();
      const char = this.next();
      if (char === '}') return;
      if (char !== ',') this.invalid('after object key:value pair');
    }
  }

  private array(): void {
    this.skipSpace();
    if (this.peek() === ']') {
      this.at += 1;
      return;
    }
    for (;;) {
      this.value();
      this.skipSpace();
      const char = this.next();
      if (char === ']') return;
      if (char !== ',') this.invalid('after array element');
    }
  }

  private string(): void {
    for (;;) {
      const char = this.next();
      if (char === '"') return;
      if (char === '\\') this.escaped();
      else if (char < ' ') this.invalid('in string literal');
    }
  }

  private escaped(): void {
    const char = this.next();
    if (char !== 'u') {
      if (!'bfnrt\\/"'.includes(char)) this.invalid('in string escape code');
      return;
    }
    for (let i = 0; i < 4; i += 1) {
      const digit = this.next();
      if (!/[0-9a-fA-F]/.test(digit)) this.invalid('in \\u hexadecimal character escape');
    }
  }

  private digits(context: string): void {
    const first = this.next();
    if (!/\d/.test(first)) this.invalid(context);
    while (/^\d/.test(this.peek())) this.at += 1;
  }

  private number(first: string): void {
    let digit = first;
    if (first === '-') {
      digit = this.next();
      if (!/\d/.test(digit)) this.invalid('in numeric literal');
    }
    if (digit !== '0') while (/^\d/.test(this.peek())) this.at += 1;
    if (this.peek() === '.') {
      this.at += 1;
      this.digits('after decimal point in numeric literal');
    }
    if (this.peek() === 'e' || this.peek() === 'E') {
      this.at += 1;
      if (this.peek() === '+' || this.peek() === '-') this.at += 1;
      this.digits('in exponent of numeric literal');
    }
  }

  private word(first: string): void {
    const word = WORDS.find((one) => one.startsWith(first));
    if (word === undefined) this.invalid('looking for beginning of value');
    for (const expected of word.slice(1)) {
      const char = this.next();
      if (char !== expected) this.invalid(`in literal ${word} (expecting ${quoteChar(expected)})`);
    }
  }
}

/**
 * The next value of a text.
 *
 * @param at where to begin, in UTF-16 units
 * @upstream Go encoding/json Decoder.Decode
 */
export function nextJsonValue(text: string, at: number): JsonPiece {
  const scanner = new ValueScanner(text, at);
  scanner.skipSpace();
  const start = scanner.position;
  if (start >= text.length) return { kind: 'end' };
  try {
    scanner.value();
    return { kind: 'value', start, end: scanner.position };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'error', error: 'exceeded max depth' };
    if (!(error instanceof JsonStop)) throw error;
    if (error.isShort) return { kind: 'error', error: error.message };
    return { kind: 'error', error: error.message, offset: utf8Bytes(text.slice(0, error.at)).length + 1 };
  }
}
