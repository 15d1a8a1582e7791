import { expect, test } from 'vitest';
import { targetText } from './targetText.ts';
import { CPU } from './traceFixture.ts';

const NEVER = new Float64Array(5).fill(Number.NaN);

test('the target of the last sync, with its tolerance', () => {
  expect(targetText(CPU)).toMatch(/^target 70.% ± 10.%$/);
  expect(targetText({ ...CPU, toleranceDown: new Float64Array(5).fill(0.05) })).toMatch(
    /^target 70.% \+ 10.% − 5.%$/,
  );
});

test('a run that ends at zero replicas, where nobody asks, keeps what was asked for before', () => {
  const untilThen = (value: number) => Float64Array.of(value, value, Number.NaN, Number.NaN, Number.NaN);
  const metric = {
    ...CPU,
    target: untilThen(70),
    toleranceUp: untilThen(0.1),
    toleranceDown: untilThen(0.1),
  };
  expect(targetText(metric)).toMatch(/^target 70.% ± 10.%$/);
});

test('a run that never asks says no number', () => {
  expect(targetText({ ...CPU, target: NEVER, toleranceUp: NEVER, toleranceDown: NEVER })).toBe('target');
});
