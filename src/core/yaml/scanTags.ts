/**
 * Scanning of directives, anchors, aliases and tags.
 *
 * @upstream vendor go.yaml.in/yaml/v2/scannerc.go
 */
import { isBlank, isBlankOrEnd, isBreakOrEnd, isDigit, isWordCharacter, type Mark } from './reader.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './tokens.ts';

const URI_CHARACTERS = new Set([..."%;/?:@&=+$,.!~*'()[]"].map((char) => char.charCodeAt(0)));
/** digits of a version number */
const LONGEST_NUMBER = 2;

function word({ reader }: Scanner): string {
  let text = '';
  while (isWordCharacter(reader.peek())) text += reader.read();
  return text;
}

/** @upstream vendor go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_directive */
export function scanDirective(scanner: Scanner): Token {
  const { reader } = scanner;
  const start = reader.mark();
  reader.skip();
  const name = word(scanner);
  if (name === '') scanner.fail('could not find expected directive name', start);
  if (!isBlankOrEnd(reader.peek())) scanner.fail('found unexpected non-alphabetical character', start);
  if (name !== 'YAML' && name !== 'TAG') scanner.fail('found unknown directive name', start);
  const token = name === 'YAML' ? versionDirective(scanner, start) : tagDirective(scanner, start);
  scanner.skipBlanks();
  scanner.skipComment();
  if (!isBreakOrEnd(reader.peek())) scanner.fail('did not find expected comment or line break', start);
  reader.skipLine();
  return token;
}

function versionDirective(scanner: Scanner, start: Mark): Token {
  scanner.skipBlanks();
  const major = versionNumber(scanner, start);
  if (scanner.reader.peek() !== 0x2e) scanner.fail("did not find expected digit or '.' character", start);
  scanner.reader.skip();
  const value = `${major}.${versionNumber(scanner, start)}`;
  return { type: 'version-directive', start, end: scanner.reader.mark(), value };
}

function versionNumber(scanner: Scanner, start: Mark): number {
  let digits = '';
  while (isDigit(scanner.reader.peek())) {
    if (digits.length === LONGEST_NUMBER) scanner.fail('found extremely long version number', start);
    digits += scanner.reader.read();
  }
  if (digits === '') scanner.fail('did not find expected version number', start);
  return Number(digits);
}

function tagDirective(scanner: Scanner, start: Mark): Token {
  const { reader } = scanner;
  scanner.skipBlanks();
  const value = tagHandle(scanner, true, start);
  if (!isBlank(reader.peek())) scanner.fail('did not find expected whitespace', start);
  scanner.skipBlanks();
  const suffix = tagUri(scanner, '', start);
  if (!isBlankOrEnd(reader.peek())) scanner.fail('did not find expected whitespace or line break', start);
  return { type: 'tag-directive', start, end: reader.mark(), value, suffix };
}

/** @upstream vendor go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_anchor */
export function scanAnchor(scanner: Scanner, type: 'alias' | 'anchor'): Token {
  const { reader } = scanner;
  const start = reader.mark();
  reader.skip();
  const value = word(scanner);
  const end = reader.mark();
  const next = reader.peek();
  if (value === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(String.fromCodePoint(next)))) {
    scanner.fail('did not find expected alphabetic or numeric character', start);
  }
  return { type, start, end, value };
}

/** @upstream vendor go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_tag */
export function scanTag(scanner: Scanner): Token {
  const { reader } = scanner;
  const start = reader.mark();
  let value = '';
  let suffix = '';
  if (reader.peek(1) === 0x3c) {
    reader.skip(2);
    suffix = tagUri(scanner, '', start);
    if (reader.peek() !== 0x3e) scanner.fail("did not find the expected '>'", start);
    reader.skip();
  } else {
    value = tagHandle(scanner, false, start);
    if (value.length > 1 && value.endsWith('!')) suffix = tagUri(scanner, '', start);
    else {
      suffix = tagUri(scanner, value, start);
      value = '!';
      // a tag that is nothing but `!`
      if (suffix === '') [value, suffix] = ['', '!'];
    }
  }
  if (!isBlankOrEnd(reader.peek())) scanner.fail('did not find expected whitespace or line break', start);
  return { type: 'tag', start, end: reader.mark(), value, suffix };
}

function tagHandle(scanner: Scanner, isDirective: boolean, start: Mark): string {
  const { reader } = scanner;
  if (reader.peek() !== 0x21) scanner.fail("did not find expected '!'", start);
  const handle = reader.read() + word(scanner);
  if (reader.peek() === 0x21) return handle + reader.read();
  if (isDirective && handle !== '!') scanner.fail("did not find expected '!'", start);
  return handle;
}

function tagUri(scanner: Scanner, head: string, start: Mark): string {
  const { reader } = scanner;
  let uri = head.slice(1);
  let hasTag = head !== '';
  for (;;) {
    const code = reader.peek();
    if (!isWordCharacter(code) && !URI_CHARACTERS.has(code)) break;
    uri += code === 0x25 ? uriEscape(scanner, start) : reader.read();
    hasTag = true;
  }
  if (!hasTag) scanner.fail('did not find expected tag URI', start);
  return uri;
}

/** One character written as `%C3%A4`. */
function uriEscape(scanner: Scanner, start: Mark): string {
  const { reader } = scanner;
  let escaped = '';
  let width = 0;
  do {
    const digits = String.fromCodePoint(reader.peek(1) || 0x20, reader.peek(2) || 0x20);
    if (reader.peek() !== 0x25 || !/^[0-9a-fA-F]{2}$/.test(digits)) {
      scanner.fail('did not find URI escaped octet', start);
    }
    const octet = Number.parseInt(digits, 16);
    if (escaped === '') {
      width = octet < 0x80 ? 1 : (octet & 0xe0) === 0xc0 ? 2 : (octet & 0xf0) === 0xe0 ? 3 : 4;
      if (width === 4 && (octet & 0xf8) !== 0xf0) {
        scanner.fail('found an incorrect leading UTF-8 octet', start);
      }
    } else if ((octet & 0xc0) !== 0x80) scanner.fail('found an incorrect trailing UTF-8 octet', start);
    escaped += `%${digits}`;
    reader.skip(3);
    width -= 1;
  } while (width > 0);
  try {
    return decodeURIComponent(escaped);
  } catch {
    return '\ufffd';
  }
}
