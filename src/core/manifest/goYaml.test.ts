import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { KUBECTL_SCHEMA, resolvePlainScalar } from './goYaml.ts';

test.each<[string, unknown]>([
  ['5', 5],
  ['+5', 5],
  ['-5', -5],
  ['0777', 511],
  ['0o17', 15],
  ['0x1F', 31],
  ['0b11', 3],
  ['-0b11', -3],
  ['08', 8],
  ['1_000', 1000],
  ['5.', 5],
  ['.5', 0.5],
  ['1e3', 1000],
  ['9007199254740993', 9007199254740993n],
  ['12345678901234567890', 12345678901234567000],
  ['yes', true],
  ['N', false],
  ['off', false],
  ['~', null],
  ['', null],
  ['.inf', Number.POSITIVE_INFINITY],
  ['-.Inf', Number.NEGATIVE_INFINITY],
  ['.NaN', Number.NaN],
  ['2024-01-01', '2024-01-01'],
  ['1:30', '1:30'],
  ['500m', '500m'],
  ['1e400', '1e400'],
  ['0x', '0x'],
  ['tRue', 'tRue'],
])('%j is read as kubectl reads it', (text, value) => {
  expect(resolvePlainScalar(text).value).toBe(value);
});

test('keys become text, and __proto__ is one of them', () => {
  const value = load('1: a\ntrue: b\n__proto__: c\n', { schema: KUBECTL_SCHEMA }) as Record<string, unknown>;
  expect(Object.entries(value)).toEqual([
    ['1', 'a'],
    ['true', 'b'],
    ['__proto__', 'c'],
  ]);
  expect(Object.getPrototypeOf(value)).toBeNull();
});

test('merge keys and tags', () => {
  const value = load('base: &b {a: 1, b: 2}\nuse: {<<: *b, b: 3}\ns: !!str 5\nt: !!binary aGk=\n', {
    schema: KUBECTL_SCHEMA,
  });
  expect(JSON.parse(JSON.stringify(value))).toEqual({
    base: { a: 1, b: 2 },
    use: { a: 1, b: 3 },
    s: '5',
    t: 'hi',
  });
});
