import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newMilliQuantity, storedQuantityText } from '../apimachinery/quantity.ts';
import { metricQuantityText } from './metricQuantity.ts';

it('prints every value as the general quantity does', () => {
  const milli = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -5_000_000, max: 5_000_000 }),
    fc.integer({ min: -4096, max: 4096 }).map((n) => n * 1024 * 1000),
    fc.integer({ min: -4096, max: 4096 }).map((n) => n * 1024 * 1024 * 1000),
    fc.integer({ min: -999, max: 999 }).map((n) => n * 1_000_000),
  );
  fc.assert(
    fc.property(milli, fc.boolean(), (value, binary) => {
      const general = storedQuantityText(newMilliQuantity(value, binary ? 'BinarySI' : 'DecimalSI'));
      expect(metricQuantityText(value, binary)).toBe(general);
    }),
    { numRuns: 1000 },
  );
});

it('prints what only a bigint holds', () => {
  expect(metricQuantityText(-9223372036854775808n, false)).toBe('-9223372036854775808m');
});
