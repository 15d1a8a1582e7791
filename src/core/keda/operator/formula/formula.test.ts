import { describe, expect, it } from 'vitest';
import { compileFormula } from './formula.ts';

const VALUES: ReadonlyMap<string, number | null> = new Map([
  ['a', 6],
  ['b', 4],
  ['gone', null],
]);

function work(text: string): number | null | string {
  const formula = compileFormula(text, [...VALUES.keys()]);
  if (!formula.ok) return formula.error;
  const result = formula.value.run(VALUES);
  return result.ok ? result.value : result.error;
}

describe('[KO25] what a formula comes to', () => {
  it.each<[string, number | null]>([
    ['a + b', 10],
    ['a - b - 1', 1],
    ['a / b', 1.5],
    ['7 / 2', 3.5],
    ['7 % 4', 3],
    ['int(a) % int(b)', 2],
    ['2 ** 3 ** 2', 512],
    ['-a ** 2', -36],
    ['(a + b) * 2', 20],
    ['1_000 + 0x10', 1016],
    ['.5 + 1e2', 100.5],
    ['a > b ? a : b', 6],
    ['a < b ? 1 : a == 6 ? 2 : 3', 2],
    ['a > 1 and not (b > 5) ? 1 : 0', 1],
    ['a > 1 && b > 5 || b == 4 ? 1 : 0', 1],
    ['gone ?? b', 4],
    ['gone ?? gone ?? 8', 8],
    ['a + (gone ?? 1)', 7],
    ['gone == nil ? 5 : 1', 5],
    ['gone', null],
    ['let total = a + b; total / 2', 5],
    ['float(a + b)', 10],
  ])('%s is %s', (text, value) => {
    expect(work(text)).toBe(value);
  });

  it.each<[string, number]>([
    ['max(a, b, 5)', 6],
    ['min([a, b])', 4],
    ['mean(a, b)', 5],
    ['median(1, a, b)', 4],
    ['sum([a, b, 1])', 11],
    ['sum([a, b], {# * 2})', 20],
    ['sum(map([a, b], # + 1))', 12],
    ['sum(filter([a, b], {# > 5}))', 6],
    ['abs(b - a)', 2],
    ['ceil(a / b) + floor(a / b) + round(2.5)', 6],
    ['round(-2.5)', -3],
    ['int(7.9)', 7],
    ['count([a, b], {# > 5}) > 0 ? 5 : 0', 5],
    ['all([a, b], {# > 3}) && any([a, b], {# > 5}) ? 1 : 0', 1],
    ['none([a, b], {# > 9}) && one([a, b], {# > 5}) ? 1 : 0', 1],
  ])('[KO26] %s is %s', (text, value) => {
    expect(work(text)).toBe(value);
  });
});

describe('[KO25] what is refused, and why', () => {
  it.each([
    ['a +', 'unexpected the end at column 4'],
    ['a b', 'unexpected b at column 3'],
    ['c + 1', 'unknown name c: no trigger is called that at column 1'],
    [
      'a % b',
      '% needs whole numbers, and the value of a trigger is none: write int(…) around it at column 3',
    ],
    ['a > b', 'the formula comes to true or false, not to a number'],
    ['[a, b]', 'the formula comes to an array, not to a number'],
    ['a ? 1 : 0', '? needs true or false, not float at column 3'],
    ['a ?? b + 1', '+ and ?? cannot be mixed: put one of them into parentheses at column 8'],
    ['now()', 'the function now is not supported here at column 1'],
    ['a + "x"', '"\\"" is not supported here at column 5'],
    ['abs(a, b)', 'abs takes one argument, not 2 at column 1'],
    ['max()', 'max needs an argument at column 1'],
    ['(a', 'expected ) instead of the end at column 3'],
    ['1 % 0', 'integer divide by zero'],
    [`${'('.repeat(70)}a${')'.repeat(70)}`, 'the formula is nested deeper than 64 levels at column 65'],
    ['a'.repeat(10_001), 'the formula is longer than 10000 characters'],
  ])('%s', (text, error) => {
    expect(work(text)).toBe(error);
  });

  it('a trigger without a value fails the sum when it is worked out', () => {
    expect(work('a + gone')).toBe('+ needs numbers, not nil');
  });
});
