import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { int32FromFloat, int32FromInt64, MAX_INT32, MIN_INT32 } from './int32.ts';
import {
  addInt64,
  divideInt64,
  int64FromFloat,
  MAX_INT64,
  MIN_INT64,
  multiplyInt64,
  toInt64,
} from './int64.ts';

const int64 = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
);

describe('int64', () => {
  it('is a number exactly while it is a safe integer', () => {
    expect(toInt64(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(toInt64(2n ** 53n)).toBe(2n ** 53n);
    expect(toInt64(2n ** 63n)).toBe(MIN_INT64);
  });

  it('adds, multiplies and divides like 64-bit registers', () => {
    fc.assert(
      fc.property(int64, int64, (a, b) => {
        expect(addInt64(toInt64(a), toInt64(b))).toBe(toInt64(a + b));
        expect(multiplyInt64(toInt64(a), toInt64(b))).toBe(toInt64(a * b));
        if (b !== 0n) expect(divideInt64(toInt64(a), toInt64(b))).toBe(toInt64(a / b));
      }),
    );
  });

  it('has no negative zero', () => {
    expect(Object.is(multiplyInt64(0, -1), 0)).toBe(true);
    expect(Object.is(divideInt64(-1, 2), 0)).toBe(true);
    expect(Object.is(int64FromFloat(-0), 0)).toBe(true);
    expect(Object.is(int32FromFloat(-0.5), 0)).toBe(true);
  });

  it.each([
    [Number.NaN, MIN_INT64],
    [Number.POSITIVE_INFINITY, MIN_INT64],
    [2 ** 63, MIN_INT64],
    [-(2 ** 63), MIN_INT64],
    [2 ** 62, 2n ** 62n],
    [-1.9, -1],
  ])('takes the double %d as an amd64 does', (x, expected) => {
    expect(int64FromFloat(x)).toBe(expected);
  });
});

describe('int32', () => {
  it.each([
    [Number.NaN, MIN_INT32],
    [2 ** 31, MIN_INT32],
    [2 ** 31 - 0.5, MAX_INT32],
    [-(2 ** 31), MIN_INT32],
    [-1e300, MIN_INT32],
    [2.9, 2],
  ])('takes the double %d as an amd64 does', (x, expected) => {
    expect(int32FromFloat(x)).toBe(expected);
  });

  it('keeps the low 32 bits of an int64', () => {
    expect(int32FromInt64(2 ** 32 + 5)).toBe(5);
    expect(int32FromInt64(MAX_INT64)).toBe(-1);
    expect(int32FromInt64(2 ** 31)).toBe(MIN_INT32);
  });
});
