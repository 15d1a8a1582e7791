/**
 * Scanning of scalars: plain, quoted, block.
 *
 * @upstream vendor go.yaml.in/yaml/v2/scannerc.go
 */
import { END, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit, type Mark } from './reader.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './tokens.ts';

/** @upstream vendor go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_block_scalar */
export function scanBlockScalar(scanner: Scanner, isLiteral: boolean): Token {
  const { reader } = scanner;
  const start = reader.mark();
  reader.skip();
  const { chomping, increment } = blockHeader(scanner, start);
  scanner.skipBlanks();
  scanner.skipComment();
  if (!isBreakOrEnd(reader.peek())) scanner.fail('did not find expected comment or line break', start);
  reader.skipLine();
  let indent = increment === 0 ? 0 : Math.max(scanner.indent, 0) + increment;
  const first = blockBreaks(scanner, indent, start);
  indent = first.indent;
  let { breaks: trailing, end } = first;
  let value = '';
  let leading = '';
  let wasBlank = false;
  while (reader.currentColumn === indent && reader.peek() !== END) {
    const isBlankLine = isBlank(reader.peek());
    const isFolded = !isLiteral && !wasBlank && !isBlankLine && leading.startsWith('\n');
    if (!isFolded) value += leading;
    else if (trailing === '') value += ' ';
    value += trailing;
    wasBlank = isBlankLine;
    while (!isBreakOrEnd(reader.peek())) value += reader.read();
    leading = reader.readLine();
    ({ breaks: trailing, end } = blockBreaks(scanner, indent, start));
  }
  if (chomping !== '-') value += leading;
  if (chomping === '+') value += trailing;
  return { type: 'scalar', start, end, value };
}

interface BlockHeader {
  readonly chomping: '' | '+' | '-';
  readonly increment: number;
}

function blockHeader(scanner: Scanner, start: Mark): BlockHeader {
  const { reader } = scanner;
  const readChomping = (): '' | '+' | '-' => {
    const code = reader.peek();
    if (code !== 0x2b && code !== 0x2d) return '';
    reader.skip();
    return code === 0x2b ? '+' : '-';
  };
  const readIncrement = (): number => {
    if (!isDigit(reader.peek())) return 0;
    if (reader.peek() === 0x30) scanner.fail('found an indentation indicator equal to 0', start);
    return Number(reader.read());
  };
  const chomping = readChomping();
  const increment = readIncrement();
  return { chomping: chomping === '' && increment > 0 ? readChomping() : chomping, increment };
}

/** Empty lines, and the indentation of what follows where none is known yet (0). */
function blockBreaks(scanner: Scanner, known: number, start: Mark) {
  const { reader } = scanner;
  let end = reader.mark();
  let deepest = 0;
  let breaks = '';
  for (;;) {
    const isInside = (): boolean => known === 0 || reader.currentColumn < known;
    while (isInside() && reader.peek() === 0x20) reader.skip();
    deepest = Math.max(deepest, reader.currentColumn);
    if (isInside() && reader.peek() === 0x09) {
      scanner.fail('found a tab character where an indentation space is expected', start);
    }
    if (!isBreak(reader.peek())) break;
    breaks += reader.readLine();
    end = reader.mark();
  }
  return { breaks, end, indent: known === 0 ? Math.max(deepest, scanner.indent + 1, 1) : known };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A run of blanks and line breaks between two words, and what it is worth in the value. */
class Gap {
  blanks = '';
  leading = '';
  trailing = '';
  hasBreak = false;

  text(): string {
    if (!this.hasBreak) return this.blanks;
    if (!this.leading.startsWith('\n')) return this.leading + this.trailing;
    return this.trailing === '' ? ' ' : this.trailing;
  }

  readBreak(scanner: Scanner): void {
    const text = scanner.reader.readLine();
    if (this.hasBreak) this.trailing += text;
    else {
      this.blanks = '';
      this.leading = text;
      this.hasBreak = true;
    }
  }

  readBlank(scanner: Scanner): void {
    if (this.hasBreak) scanner.reader.skip();
    else this.blanks += scanner.reader.read();
  }
}

/** @upstream vendor go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_flow_scalar */
export function scanFlowScalar(scanner: Scanner, isSingle: boolean): Token {
  const { reader } = scanner;
  const start = reader.mark();
  const quote = isSingle ? 0x27 : 0x22;
  reader.skip();
  let value = '';
  for (;;) {
    reader.peek(3);
    if (reader.isDocumentIndicator()) scanner.fail('found unexpected document indicator', start);
    if (reader.peek() === END) scanner.fail('found unexpected end of stream', start);
    const gap = new Gap();
    while (!isBlankOrEnd(reader.peek())) {
      if (isSingle && reader.peek() === quote && reader.peek(1) === quote) {
        value += "'";
        reader.skip(2);
      } else if (reader.peek() === quote) break;
      else if (!isSingle && reader.peek() === 0x5c && isBreak(reader.peek(1))) {
        reader.skip();
        reader.skipLine();
        gap.hasBreak = true;
        break;
      } else value += !isSingle && reader.peek() === 0x5c ? escapeSequence(scanner, start) : reader.read();
    }
    if (reader.peek() === quote) break;
    while (isBlank(reader.peek()) || isBreak(reader.peek())) {
      if (isBlank(reader.peek())) gap.readBlank(scanner);
      else gap.readBreak(scanner);
    }
    value += gap.text();
  }
  reader.skip();
  return { type: 'scalar', start, end: reader.mark(), value };
}

function escapeSequence(scanner: Scanner, start: Mark): string {
  const { reader } = scanner;
  const char = String.fromCodePoint(reader.peek(1));
  const length = CODE_LENGTHS[char];
  const text = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
  if (length === undefined && text === undefined) scanner.fail('found unknown escape character', start);
  reader.skip(2);
  if (length === undefined) return text ?? '';
  let digits = '';
  for (let i = 0; i < length; i += 1) {
    const digit = String.fromCodePoint(reader.peek(i));
    if (!/^[0-9a-fA-F]$/.test(digit)) scanner.fail('did not find expected hexdecimal number', start);
    digits += digit;
  }
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    scanner.fail('found invalid Unicode character escape code', start);
  }
  reader.skip(length);
  return String.fromCodePoint(code);
}

const FLOW_ENDS = new Set([...',?[]{}'].map((char) => char.charCodeAt(0)));

/** @upstream vendor go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_plain_scalar */
export function scanPlainScalar(scanner: Scanner): Token {
  const { reader } = scanner;
  const start = reader.mark();
  const indent = scanner.indent + 1;
  let end = start;
  let value = '';
  let gap = new Gap();
  for (;;) {
    reader.peek(3);
    if (reader.isDocumentIndicator() || reader.peek() === 0x23) break;
    for (;;) {
      const code = reader.peek();
      const isKeyEnd = code === 0x3a && isBlankOrEnd(reader.peek(1));
      if (isBlankOrEnd(code) || isKeyEnd || (scanner.flowLevel > 0 && FLOW_ENDS.has(code))) break;
      value += gap.text() + reader.read();
      gap = new Gap();
      end = reader.mark();
    }
    if (!isBlank(reader.peek()) && !isBreak(reader.peek())) break;
    while (isBlank(reader.peek()) || isBreak(reader.peek())) {
      if (isBreak(reader.peek())) gap.readBreak(scanner);
      else if (gap.hasBreak && reader.currentColumn < indent && reader.peek() === 0x09) {
        scanner.fail('found a tab character that violates indentation', start);
      } else gap.readBlank(scanner);
    }
    if (scanner.flowLevel === 0 && reader.currentColumn < indent) break;
  }
  if (gap.hasBreak) scanner.isKeyAllowed = true;
  return { type: 'scalar', start, end, value, isPlain: true };
}
