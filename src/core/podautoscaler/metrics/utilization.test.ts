import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_INT64 } from '../../go/int64.ts';
import type { Int64 } from '../interfaces.ts';
import { getMetricUsageRatio, getResourceUtilizationRatio, Int64Sum } from './utilization.ts';

function sumOf(...values: readonly Int64[]): Int64 {
  const sum = new Int64Sum();
  for (const value of values) sum.add(value);
  return sum.total();
}

const SAFE = Number.MAX_SAFE_INTEGER;

describe('a sum of int64 values', () => {
  it('is exact and wraps as Go does, whatever is added in whatever order', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (values) => {
        const exact = values.reduce<bigint>((total, each) => total + BigInt(each), 0n);
        expect(BigInt(sumOf(...values))).toBe(BigInt.asIntN(64, exact));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same when values are picked by their indices', () => {
    const value = fc.oneof(
      fc.nat(),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(11)),
        (values, picked) => {
          const indices = Int32Array.from(picked.map((index) => index % values.length));
          const each = new Int64Sum();
          const atOnce = new Int64Sum();
          for (let round = 0; round < 2; round++) {
            for (const index of indices) each.add(values[index] as Int64);
            atOnce.addAt(values, indices, indices.length);
            expect(BigInt(atOnce.total())).toBe(BigInt(each.total()));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays a number as long as no partial sum can have been rounded', () => {
    expect(sumOf(SAFE - 1, 1)).toBe(SAFE);
    expect(sumOf(-SAFE + 1, -1)).toBe(-SAFE);
    expect(sumOf(SAFE, -SAFE)).toBe(0);
    expect(BigInt(sumOf(SAFE, 2, -1))).toBe(BigInt(SAFE) + 1n);
    expect(BigInt(sumOf(SAFE, SAFE, SAFE, 1))).toBe(3n * BigInt(SAFE) + 1n);
  });

  it('has its type from what was added, not from what it comes to', () => {
    expect(typeof sumOf(1, 2)).toBe('number');
    expect(sumOf(5n, MAX_INT64)).toBe(-(2n ** 63n) + 4n);
  });

  it('is nothing again after a reset', () => {
    const sum = new Int64Sum();
    sum.add(SAFE);
    sum.add(SAFE);
    sum.add(2n ** 62n);
    sum.reset();
    expect(sum.total()).toBe(0);
    sum.add(SAFE);
    expect(sum.total()).toBe(SAFE);
  });
});

describe('the ratio of a utilization', () => {
  const result = { usageRatio: 0, utilization: 0, rawAverageValue: 0 as Int64 };

  it('is that of the percentage cut to an integer, beside the average over the entries', () => {
    expect(getResourceUtilizationRatio(1999, 2000, 3, 50, result)).toBeUndefined();
    expect(result).toEqual({ utilization: 99, usageRatio: 1.98, rawAverageValue: 666 });
  });

  it('does not exist without requests', () => {
    expect(getResourceUtilizationRatio(5, 0, 1, 50, result)).toBe('no metrics returned matched known pods');
  });
});

it('the ratio of an average is that of the average cut to a milli-value', () => {
  const result = { usageRatio: 0, usage: 0 as Int64 };
  getMetricUsageRatio(200, 3, 44, result);
  expect(result).toEqual({ usage: 66, usageRatio: 1.5 });
});
