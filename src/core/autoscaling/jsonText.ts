/** JSON text as Go's `encoding/json` reads and writes it. */
import { quoteJson } from '../go/strconv.ts';

/** A number as it was written: `5.0` is no integer for Go, although it equals one. */
export class JsonNumber {
  readonly literal: string;

  constructor(literal: string) {
    this.literal = literal;
  }

  isInteger(): boolean {
    return /^-?\d+$/.test(this.literal);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORDS: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];
/** Go gives up beyond this. */
const DEEPEST = 10_000;

class JsonFault extends Error {}

/** Half a character becomes the replacement character. */
function unescaped(literal: string): string {
  return (JSON.parse(literal) as string).replace(/\p{Surrogate}/gu, '\ufffd');
}

class JsonReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): unknown {
    const value = this.value(0);
    this.match(SPACE);
    if (this.at < this.text.length) throw new JsonFault('text after the value');
    return value;
  }

  private value(depth: number): unknown {
    if (depth > DEEPEST) throw new JsonFault('nested too deeply');
    this.match(SPACE);
    if (this.take('{')) return this.object(depth);
    if (this.take('[')) return this.array(depth);
    const string = this.match(STRING);
    if (string !== undefined) return unescaped(string);
    const number = this.match(NUMBER);
    if (number !== undefined) return new JsonNumber(number);
    for (const [word, value] of WORDS) if (this.take(word)) return value;
    throw new JsonFault('no value');
  }

  private object(depth: number): unknown {
    const object = Object.create(null) as Record<string, unknown>;
    this.match(SPACE);
    if (this.take('}')) return object;
    do {
      this.match(SPACE);
      const key = this.match(STRING);
      this.match(SPACE);
      if (key === undefined || !this.take(':')) throw new JsonFault('no key');
      object[unescaped(key)] = this.value(depth + 1);
      this.match(SPACE);
    } while (this.take(','));
    if (!this.take('}')) throw new JsonFault('object without end');
    return object;
  }

  private array(depth: number): unknown {
    const array: unknown[] = [];
    this.match(SPACE);
    if (this.take(']')) return array;
    do {
      array.push(this.value(depth + 1));
      this.match(SPACE);
    } while (this.take(','));
    if (!this.take(']')) throw new JsonFault('array without end');
    return array;
  }

  private take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  private match(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

/**
 * A value with its numbers as they were written; undefined where the text is not JSON.
 *
 * @upstream Go encoding/json Unmarshal
 */
export function parseJsonText(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: new JsonReader(text).read() };
  } catch (error) {
    // control characters in a string, too many levels for this machine
    if (error instanceof JsonFault || error instanceof SyntaxError || error instanceof RangeError)
      return undefined;
    throw error;
  }
}

/**
 * The text of plain data, keys in their order, special characters of HTML escaped.
 *
 * @upstream Go encoding/json Marshal
 */
export function jsonText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return quoteJson(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value)
    .map(([key, held]) => `${quoteJson(key)}:${jsonText(held)}`)
    .join(',')}}`;
}
