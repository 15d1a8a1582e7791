/** Narrowing to Go's int32, and the bounds. */
import type { Int64 } from './types.ts';

export const MAX_INT32 = 2147483647;
export const MIN_INT32 = -2147483648;

/**
 * `int32(x)` of a double on amd64: the instruction converts to 32 bits at once, so NaN and whatever does not fit
 * become the smallest int32.
 *
 * @rule GO7 conversion of a double
 */
export function int32FromFloat(x: number): number {
  const whole = Math.trunc(x);
  return whole >= MIN_INT32 && whole <= MAX_INT32 ? whole + 0 : MIN_INT32;
}

/** `int32(x)` of an int64: the low 32 bits. @rule GO8 */
export function int32FromInt64(x: Int64): number {
  if (typeof x === 'bigint') return Number(BigInt.asIntN(32, x));
  return x >= MIN_INT32 && x <= MAX_INT32 ? x : Number(BigInt.asIntN(32, BigInt(x)));
}

/** Sum of int32 values, wrapped. @rule GO9 */
export function addInt32(a: number, b: number): number {
  return (a + b) | 0;
}
