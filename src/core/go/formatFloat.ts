/**
 * Doubles as Go prints them. Digits come from the exact binary value, and ties go to the even digit: JavaScript's own
 * `toFixed` and `toExponential` send them upwards, and give up on fixed notation at 1e21.
 */

export type FloatFormat = 'e' | 'f' | 'g';

/** `%g` with as few digits as possible turns to an exponent from this power of ten on: `999999`, but `1e+06`. */
const SHORTEST_EXPONENT = 6;

/** A magnitude as `0.d1d2d3... x 10^point`; without digits it is zero. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/**
 * `strconv.FormatFloat(x, format, precision, 64)`. `%v` and `%g` of `fmt` are `g` with the default precision, `%f` and
 * `%e` have a precision of 6.
 *
 * @param x         any double
 * @param format    `e` scientific, `f` fixed, `g` whichever suits the exponent
 * @param precision digits behind the point, for `g` significant digits; -1: as few as identify the double
 * @rule GO16
 */
export function formatFloat(x: number, format: FloatFormat, precision = -1): string {
  if (Number.isNaN(x)) return 'NaN';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (!Number.isFinite(x)) return `${sign || '+'}Inf`;
  const magnitude = Math.abs(x);
  const decimal = precision < 0 ? shortest(magnitude) : exact(magnitude);
  return sign + layOut(decimal, format, precision);
}

function layOut(decimal: Decimal, format: FloatFormat, precision: number): string {
  const { digits, point } = decimal;
  switch (format) {
    case 'e':
      return precision < 0 ? scientific(decimal, digits.length - 1) : scientific(decimal, precision);
    case 'f':
      return fixed(decimal, precision < 0 ? Math.max(digits.length - point, 0) : precision);
    case 'g':
      return general(decimal, precision);
  }
}

function general(decimal: Decimal, precision: number): string {
  const wanted = precision === 0 ? 1 : precision;
  const rounded = precision < 0 ? decimal : rounding(decimal, wanted);
  const { digits, point } = rounded;
  const exponent = digits === '' ? 0 : point - 1;
  if (exponent < -4 || exponent >= exponentBound(rounded, wanted)) {
    return scientific(rounded, Math.max(digits.length, 1) - 1);
  }
  return fixed(rounded, Math.max(digits.length - point, 0));
}

/** The first power of ten that is written with an exponent. */
function exponentBound({ digits, point }: Decimal, precision: number): number {
  if (precision < 0) return SHORTEST_EXPONENT;
  return precision > digits.length && digits.length >= point ? digits.length : precision;
}

/** @param places digits behind the point */
function fixed(decimal: Decimal, places: number): string {
  const { digits, point } = rounding(decimal, decimal.point + places);
  const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, '0') || '0';
  const fraction = ('0'.repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0))).padEnd(places, '0');
  return places > 0 ? `${whole}.${fraction.slice(0, places)}` : whole;
}

/** @param places digits behind the point */
function scientific(decimal: Decimal, places: number): string {
  const { digits, point } = rounding(decimal, places + 1);
  const exponent = digits === '' ? 0 : point - 1;
  const [first, rest] = [digits.slice(0, 1) || '0', digits.slice(1).padEnd(places, '0')];
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${first}${places > 0 ? `.${rest}` : ''}e${exponent < 0 ? '-' : '+'}${power}`;
}

/** The fewest digits that read back as the same double: JavaScript and Go choose the same ones. */
function shortest(magnitude: number): Decimal {
  const [mantissa = '', exponent = '0'] = magnitude.toExponential().split('e');
  return trimmed(mantissa.replace('.', ''), Number(exponent) + 1);
}

/** Every digit of the double: a binary fraction ends in decimal too, because 2^-n = 5^n x 10^-n. */
function exact(magnitude: number): Decimal {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, magnitude);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = Math.max(biased, 1) - 1075;
  const scaled = exponent < 0 ? mantissa * 5n ** BigInt(-exponent) : mantissa << BigInt(exponent);
  const digits = scaled.toString();
  return trimmed(digits, digits.length + Math.min(exponent, 0));
}

/** Without zeros at the end. */
function trimmed(digits: string, point: number): Decimal {
  const significant = digits.replace(/0+$/, '');
  return significant === '' ? { digits: '', point: 0 } : { digits: significant, point };
}

/** Rounded to that many digits; exactly halfway goes to the even digit. */
function rounding(decimal: Decimal, count: number): Decimal {
  const { digits, point } = decimal;
  if (count >= digits.length) return decimal;
  if (count < 0) return { digits: '', point: 0 };
  const kept = digits.slice(0, count);
  if (!roundsUp(digits, count)) return trimmed(kept, point);
  const raised = (BigInt(kept || '0') + 1n).toString().padStart(count, '0');
  return trimmed(raised, point + raised.length - count);
}

function roundsUp(digits: string, count: number): boolean {
  const isHalfway = digits[count] === '5' && count + 1 === digits.length;
  if (isHalfway) return count > 0 && Number(digits[count - 1]) % 2 === 1;
  return (digits[count] ?? '0') >= '5';
}
