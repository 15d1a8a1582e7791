import { describe, expect, it } from 'vitest';
import { sprintf } from './format.ts';
import { byteLength, parseInt64, quote, quoteJson } from './strconv.ts';

describe('a format string without arguments', () => {
  it.each([
    ['plain', 'plain'],
    ['100% full', '100%!f(MISSING)ull'],
    ['%d', '%!d(MISSING)'],
    ['50%', '50%!(NOVERB)'],
    ['%%', '%'],
    ['%+-05.2f|', '%!f(MISSING)|'],
    ['%[1]d', '%!d(BADINDEX)'],
    ['%*d', '%!(BADWIDTH)%!d(MISSING)'],
    ['%.*d', '%!(BADPREC)%!d(MISSING)'],
    ['%é', '%!é(MISSING)'],
    ['a%sb%tc', 'a%!s(MISSING)b%!t(MISSING)c'],
  ])('%s prints %s', (format, expected) => {
    expect(sprintf(format)).toBe(expected);
  });
});

describe('quoting', () => {
  it('escapes as Go does', () => {
    expect(quote('a"b\\c\n\x01é\u200b')).toBe('"a\\"b\\\\c\\n\\x01é\\u200b"');
    expect(quote('\u{1f600}\u{e0001}')).toBe('"\u{1f600}\\U000e0001"');
  });

  it('escapes what HTML would take for its own in JSON', () => {
    expect(quoteJson('<a & b>')).toBe('"\\u003ca \\u0026 b\\u003e"');
  });

  it('counts bytes, not characters', () => {
    expect(byteLength('aé€\u{1f600}')).toBe(10);
  });

  it('reads int64 and nothing beyond', () => {
    expect(parseInt64('-9223372036854775808')).toBe(-(2n ** 63n));
    expect(parseInt64('9223372036854775808')).toBeUndefined();
    expect(parseInt64('1.0')).toBeUndefined();
    expect(parseInt64('')).toBeUndefined();
  });
});
