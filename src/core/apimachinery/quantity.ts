/**
 * `resource.Quantity`: numbers with a suffix, exact.
 *
 * A quantity has two forms upstream and they differ where numbers get huge or tiny: an int64 with a power of ten,
 * and a decimal of any size. Both live here in one shape; `wide` says which form it is.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go
 */
import { MAX_INT64, MIN_INT64, toInt64 } from '../go/int64.ts';
import { failure, type Int64, type Result } from '../go/types.ts';
import { interpretSuffix, type QuantityFormat, suffixText } from './quantitySuffix.ts';

export type { QuantityFormat } from './quantitySuffix.ts';

/** value = `unscaled` x 10^`exponent` */
export interface Quantity {
  readonly unscaled: bigint;
  readonly exponent: number;
  /** the decimal form of any size; else `unscaled` is an int64 */
  readonly wide: boolean;
  readonly format: QuantityFormat;
  /** the text as it was written, where that is canonical already */
  readonly text?: string;
}

const FORMAT_WRONG =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const NUMERIC_WRONG = 'unable to parse numeric part of quantity';
const SUFFIX_WRONG = "unable to parse quantity's suffix";

/** Upstream counts an exponent down one by one and never comes back from a huge one; no quantity needs more. */
const LARGEST_EXPONENT = 10_000;
/** Our own words: upstream has none. */
const EXPONENT_TOO_LARGE = `quantities with an exponent beyond ${LARGEST_EXPONENT} are not read here: the API server would count it down one by one`;
/** Text beyond this is refused before its digits are multiplied. */
const LONGEST_TEXT = 10_000;

/** decimal digits that always fit an int64 */
const MAX_INT64_FACTORS = 18;
const NANO = -9;

const SHAPE = /^([+-]?)(0*)([0-9]*)(?:(\.)([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/;

/**
 * Reads a quantity, with upstream's error texts.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go ParseQuantity
 */
export function parseQuantity(text: string): Result<Quantity> {
  if (text.length > LONGEST_TEXT) return failure(NUMERIC_WRONG);
  const shape = text === '' ? null : SHAPE.exec(text);
  if (shape === null) return failure(FORMAT_WRONG);
  const [, sign = '', zeros = '', digits = '', , denominator = '', suffix = ''] = shape;
  const interpreted = interpretSuffix(suffix);
  if (interpreted === undefined) return failure(SUFFIX_WRONG);
  const { base, exponent, format } = interpreted;
  if (Math.abs(exponent) > LARGEST_EXPONENT) return failure(EXPONENT_TOO_LARGE);
  const number = { negative: sign === '-', num: digits === '' ? '0' : digits, denominator };
  const narrow = parseNarrow(text, number, base, exponent, format);
  if (narrow !== undefined) return { ok: true, value: narrow };
  // a suffix alone is zero on the short way, and no number on this one
  if (zeros + digits + denominator === '') return failure(NUMERIC_WRONG);
  return { ok: true, value: parseWide(number, base, exponent, format) };
}

interface NumberParts {
  readonly negative: boolean;
  readonly num: string;
  readonly denominator: string;
}

/** The int64 form, if the number is sure to fit it. */
function parseNarrow(
  text: string,
  { negative, num, denominator }: NumberParts,
  base: number,
  exponent: number,
  format: QuantityFormat,
): Quantity | undefined {
  const scale = (base === 10 ? exponent : 0) - denominator.length;
  if (narrowPrecision(num, denominator, base, exponent) < 0 || scale < NANO) return undefined;
  const shifted = num + denominator;
  const value = BigInt(shifted);
  const magnitude = base === 2 ? value << BigInt(exponent) : value;
  if (magnitude > BigInt(MAX_INT64)) return undefined;
  const quantity = { unscaled: negative ? -magnitude : magnitude, exponent: scale, wide: false, format };
  const canonical =
    format === 'BinarySI'
      ? exponent % 10 === 0 && (value & 7n) !== 0n
      : scale % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0');
  return canonical ? { ...quantity, text } : quantity;
}

/** Decimal digits to spare; negative: use the wide form. */
function narrowPrecision(num: string, denominator: string, base: number, exponent: number): number {
  if (base === 10) return MAX_INT64_FACTORS - num.length - denominator.length;
  if (exponent < 0 || denominator !== '') return -1;
  // upstream multiplies in float32 and cuts: the same for the six exponents there are
  return 15 - num.length - Math.trunc((exponent * 3) / 10) - 1;
}

function parseWide(
  { negative, num, denominator }: NumberParts,
  base: number,
  exponent: number,
  format: QuantityFormat,
): Quantity {
  let unscaled = BigInt(num + denominator);
  let power = -denominator.length;
  if (base === 10) power += exponent;
  else unscaled <<= BigInt(exponent);
  if (unscaled !== 0n) {
    unscaled = rescaleAwayFromZero(unscaled, power, NANO);
    power = NANO;
  }
  let finalFormat = format;
  if (format === 'BinarySI') {
    if (compareScaled(unscaled, power, BigInt(MAX_INT64), 0) > 0) {
      unscaled = BigInt(MAX_INT64);
      power = 0;
    }
    if (unscaled !== 0n && compareScaled(unscaled, power, 1n, 0) < 0) finalFormat = 'DecimalSI';
  }
  return { unscaled: negative ? -unscaled : unscaled, exponent: power, wide: true, format: finalFormat };
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go NewMilliQuantity */
export function newMilliQuantity(milli: Int64, format: QuantityFormat): Quantity {
  return { unscaled: BigInt(milli), exponent: -3, wide: false, format };
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go NewQuantity */
export function newQuantity(value: Int64, format: QuantityFormat): Quantity {
  return { unscaled: BigInt(value), exponent: 0, wide: false, format };
}

/**
 * The value in thousandths, rounded up; wraps where it does not fit.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.MilliValue
 */
export function milliValue(quantity: Quantity): Int64 {
  return scaledValue(quantity, -3);
}

/**
 * The value in whole units, rounded up.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.Value
 */
export function value(quantity: Quantity): Int64 {
  return scaledValue(quantity, 0);
}

function scaledValue({ unscaled, exponent, wide }: Quantity, scale: number): Int64 {
  const shift = exponent - scale;
  if (wide) return wideScaledValue(unscaled, shift);
  if (shift < 0) return toInt64(divideAwayFromZero(unscaled, 10n ** BigInt(-shift)));
  return positiveScale(unscaled, shift);
}

/**
 * Multiplies by a power of ten. Upstream has unrolled some powers; those hand back the wrapped product where it does
 * not fit, the others 0.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/math.go positiveScaleInt64
 */
function positiveScale(unscaled: bigint, shift: number): Int64 {
  const product = unscaled * 10n ** BigInt(shift);
  if (shift <= 3 || shift === 6 || shift === 9) {
    return unscaled === -(2n ** 63n) && shift > 0 ? 0 : toInt64(product);
  }
  return BigInt.asIntN(64, product) === product ? toInt64(product) : 0;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/scale_int.go scaledValue */
function wideScaledValue(unscaled: bigint, shift: number): Int64 {
  if (shift >= 0) {
    // 10^shift as a double cut to int64: beyond 10^18 that is the smallest int64
    const factor = shift <= 18 ? 10n ** BigInt(shift) : -(2n ** 63n);
    return toInt64(shift === 0 ? unscaled : BigInt.asIntN(64, unscaled) * factor);
  }
  const divisor = 10n ** BigInt(-shift);
  if (unscaled < BigInt(MAX_INT64) && -shift < 19) {
    const low = BigInt.asIntN(64, unscaled);
    return toInt64(low / divisor + (low % divisor === 0n ? 0n : 1n));
  }
  return toInt64(divideAwayFromZero(unscaled, divisor));
}

/**
 * The double that upstream takes for a tolerance: mantissa times a power of ten, not the nearest double of the text.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.AsApproximateFloat64
 */
export function asApproximateFloat64({ unscaled, exponent }: Quantity): number {
  return exponent === 0 ? Number(unscaled) : Number(unscaled) * pow10(exponent);
}

/** Go keeps two tables, 10^0..10^31 and 10^(32k), and multiplies or divides their entries. */
function pow10(n: number): number {
  const size = Math.abs(n);
  if (size > 323) return n > 0 ? Number.POSITIVE_INFINITY : 0;
  const fine = Number(`1e${size % 32}`);
  const coarse = Number(`1e${Math.sign(n) * 32 * Math.floor(size / 32)}`);
  if (n > 308) return Number.POSITIVE_INFINITY;
  return n >= 0 ? coarse * fine : coarse / fine;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.AsInt64 */
export function asInt64({ unscaled, exponent, wide }: Quantity): Int64 | undefined {
  if (wide || exponent < 0) return undefined;
  const whole = unscaled * 10n ** BigInt(exponent);
  return BigInt.asIntN(64, whole) === whole ? toInt64(whole) : undefined;
}

/** -1, 0 or 1. @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.Sign */
export function signOf({ unscaled }: Quantity): number {
  return unscaled === 0n ? 0 : unscaled > 0n ? 1 : -1;
}

/** -1, 0 or 1. @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.Cmp */
export function compareQuantities(a: Quantity, b: Quantity): number {
  return compareScaled(a.unscaled, a.exponent, b.unscaled, b.exponent);
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.Add */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return combine(a, b, b.unscaled);
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.Sub */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  return combine(a, b, -b.unscaled);
}

/** The sum keeps the left format, unless the left is zero. */
function combine(a: Quantity, b: Quantity, addend: bigint): Quantity {
  const format = a.unscaled === 0n ? b.format : a.format;
  if (!a.wide && !b.wide) {
    if (addend === 0n) return { unscaled: a.unscaled, exponent: a.exponent, wide: false, format };
    if (a.unscaled === 0n) return { unscaled: addend, exponent: b.exponent, wide: false, format };
  }
  const exponent = Math.min(a.exponent, b.exponent);
  const sum =
    a.unscaled * 10n ** BigInt(a.exponent - exponent) + addend * 10n ** BigInt(b.exponent - exponent);
  const wide = a.wide || b.wide || BigInt.asIntN(64, sum) !== sum;
  return { unscaled: sum, exponent, wide, format };
}

/**
 * The canonical text: the largest suffix that needs no fraction.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.String
 */
export function quantityString(quantity: Quantity): string {
  if (quantity.text !== undefined) return quantity.text;
  const { unscaled, exponent, format } = quantity;
  if (unscaled === 0n) return '0';
  if (format === 'BinarySI' && showsBinary(quantity)) return binaryString(quantity);
  const [amount, power] = removeFactors(quantity, unscaled, 10n);
  const raw = exponent + power;
  const rest = ((raw % 3) + 3) % 3;
  return `${amount * 10n ** BigInt(rest)}${suffixText(10, raw - rest, format === 'BinarySI' ? 'DecimalSI' : format)}`;
}

/** Small or fractional binary quantities are shown as decimal ones, to lose nothing. */
function showsBinary({ unscaled, exponent }: Quantity): boolean {
  const small =
    compareScaled(unscaled, exponent, -1024n, 0) > 0 && compareScaled(unscaled, exponent, 1024n, 0) < 0;
  return !small && (exponent >= 0 || unscaled % 10n ** BigInt(-exponent) === 0n);
}

function binaryString(quantity: Quantity): string {
  const { unscaled, exponent } = quantity;
  const whole = exponent >= 0 ? unscaled * 10n ** BigInt(exponent) : unscaled / 10n ** BigInt(-exponent);
  const [amount, power] = removeFactors(quantity, whole, 1024n);
  return `${amount}${suffixText(2, power * 10, 'BinarySI')}`;
}

/**
 * The text as the API server stores it: written, read and written again. A binary quantity without a binary suffix
 * (`100000000`) becomes a decimal one on the way (`100M`).
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.UnmarshalJSON
 */
export function storedQuantityText(quantity: Quantity): string {
  const written = quantityString(quantity);
  const read = parseQuantity(written);
  return read.ok ? quantityString(read.value) : written;
}

/**
 * Moves factors into the exponent. The smallest int64 has no positive counterpart: upstream leaves it as it is.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/math.go removeInt64Factors
 */
function removeFactors({ wide }: Quantity, amount: bigint, factor: bigint): readonly [bigint, number] {
  if (!wide && amount === BigInt(MIN_INT64)) return [amount, 0];
  let rest = amount;
  let times = 0;
  while (rest !== 0n && rest % factor === 0n) {
    rest /= factor;
    times += 1;
  }
  return [rest, times];
}

function rescaleAwayFromZero(unscaled: bigint, from: number, to: number): bigint {
  if (from >= to) return unscaled * 10n ** BigInt(from - to);
  return divideAwayFromZero(unscaled, 10n ** BigInt(to - from));
}

function divideAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  if (dividend % divisor === 0n) return quotient;
  return dividend > 0n ? quotient + 1n : quotient - 1n;
}

function compareScaled(a: bigint, aExponent: number, b: bigint, bExponent: number): number {
  const exponent = Math.min(aExponent, bExponent);
  const left = a * 10n ** BigInt(aExponent - exponent);
  const right = b * 10n ** BigInt(bExponent - exponent);
  return left === right ? 0 : left > right ? 1 : -1;
}
