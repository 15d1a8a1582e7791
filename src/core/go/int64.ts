/**
 * Arithmetic of Go's int64: wraps at 64 bits, divides toward zero.
 *
 * Results are numbers while they are safe integers (every intermediate value was exact then) and bigints beyond.
 */
import type { Int64 } from './types.ts';

export const MAX_INT64: Int64 = 9223372036854775807n;
export const MIN_INT64: Int64 = -9223372036854775808n;

const MIN_SAFE = BigInt(Number.MIN_SAFE_INTEGER);
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * An integer wrapped to 64 bits, in the form that `Int64` prescribes.
 *
 * @rule GO2 conversion of an integer of any size
 */
export function toInt64(value: bigint): Int64 {
  const wrapped = BigInt.asIntN(64, value);
  return wrapped >= MIN_SAFE && wrapped <= MAX_SAFE ? Number(wrapped) : wrapped;
}

/** @rule GO3 `a + b` */
export function addInt64(a: Int64, b: Int64): Int64 {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return toInt64(BigInt(a) + BigInt(b));
}

/** @rule GO4 `a * b` */
export function multiplyInt64(a: Int64, b: Int64): Int64 {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // `+ 0` turns the negative zero of 0 x -1 into 0, which is all an integer has
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return toInt64(BigInt(a) * BigInt(b));
}

/**
 * `a / b`, cut toward zero. The quotient of two safe integers never rounds up to the next integer in a double, so
 * cutting it is exact.
 *
 * @rule GO5 `b` is not 0: Go panics there, and callers have checked
 */
export function divideInt64(a: Int64, b: Int64): Int64 {
  if (typeof a === 'number' && typeof b === 'number') return Math.trunc(a / b) + 0;
  return toInt64(BigInt(a) / BigInt(b));
}

/**
 * `int64(x)` on amd64: cut toward zero; NaN and what does not fit become the smallest int64.
 *
 * @rule GO6 conversion of a double
 */
export function int64FromFloat(x: number): Int64 {
  if (Number.isSafeInteger(x)) return x + 0;
  if (!(x >= -(2 ** 63) && x < 2 ** 63)) return MIN_INT64;
  return toInt64(BigInt(Math.trunc(x)));
}
