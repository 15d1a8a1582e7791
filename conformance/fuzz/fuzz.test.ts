import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

/** A share of what `npm run fuzz:manifest` does. */
const CASES = 1500;

test('mutated manifests are read without a crash, a hang, or an error without its place', {
  timeout: 120_000,
}, () => {
  const { failures, outcomes, fixes } = fuzz(1, CASES);
  expect(failures).toEqual([]);
  expect(Object.keys(outcomes).sort()).toEqual([
    'accept',
    'choose',
    'convert',
    'error',
    'fragment',
    'template',
  ]);
  expect(fixes).toBeGreaterThan(CASES / 10);
});
