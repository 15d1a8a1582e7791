import { expect, it } from 'vitest';
import { looksLikeCounter, makeSeries, perSecond } from './series.ts';

it.each([
  ['a counter', [1, 2, 2, 5, 9, 9, 12, 20], true],
  ['a load that falls', [1, 2, 2, 5, 4, 9, 12, 20], false],
  ['a steady load', [5, 5, 5, 5, 5, 5, 5, 5], false],
  ['too few to tell', [1, 2, 3], false],
])('%s', (_, values, isCounter) => {
  expect(
    looksLikeCounter(
      makeSeries(
        'a',
        '',
        values.map((value, at) => [at, value]),
      ),
    ),
  ).toBe(isCounter);
});

it.each([
  ['requests/min', 1 / 60],
  ['rpm', 1 / 60],
  ['req per hour', 1 / 3600],
  ['req/s', 1],
  ['', 1],
])('a second has of %s', (unit, factor) => expect(perSecond(unit)).toBe(factor));
