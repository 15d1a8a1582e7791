import { expect, test } from 'vitest';
import { ceilingFor, isQuantity, percentOf, ratioText, slidingQuantity } from './quantity.ts';

test.each([
  ['500m', 500, 'm'],
  ['1.5Gi', 1.5, 'Gi'],
  ['100', 100, ''],
])('%s slides by its number', (text, number, suffix) => {
  expect(slidingQuantity(text)).toEqual({ number, suffix });
});

test.each(['1e3', '-5', '', 'half', '5 m'])('%j does not slide', (text) => {
  expect(slidingQuantity(text)).toBeUndefined();
});

test.each([
  ['1e3', true],
  ['.5', true],
  ['+100Mi', true],
  ['100MB', false],
  ['', false],
  ['1e', false],
])('%j as a quantity: %s', (text, expected) => {
  expect(isQuantity(text)).toBe(expected);
});

test.each([
  [1, 10, 10],
  [10, 10, 20],
  [11, 10, 50],
  [70, 1, 200],
  [0.3, 1, 1],
])('a slider for %d, at least to %d, ends at %d', (value, least, expected) => {
  expect(ceilingFor(value, least)).toBe(expected);
});

test('a tolerance is a ratio in the text and percent in the form', () => {
  expect(['0.05', '50m', '0', '0.125'].map(percentOf)).toEqual([5, 5, 0, 12.5]);
  expect(percentOf('1k')).toBeUndefined();
  expect([5, 12.5, 0, 0.5].map(ratioText)).toEqual(['0.05', '0.125', '0', '0.005']);
});
