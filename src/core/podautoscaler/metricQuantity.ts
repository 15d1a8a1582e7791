/** The text of a metric's value as the API server stores it in `status.currentMetrics`. */
import { newMilliQuantity, storedQuantityText } from '../apimachinery/quantity.ts';
import type { Int64 } from './interfaces.ts';

const DECIMAL_SUFFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * @param milli milli-value
 * @param binary powers of 1024 where the value allows
 * @upstream pkg/controller/podautoscaler/horizontal.go buildQuantity
 */
export function metricQuantityText(milli: Int64, binary: boolean): string {
  if (typeof milli === 'bigint')
    return storedQuantityText(newMilliQuantity(milli, binary ? 'BinarySI' : 'DecimalSI'));
  // cutting a quotient of safe integers is exact, and takes less time than `%` of large ones
  const whole = Math.trunc(milli / 1000);
  if (whole * 1000 !== milli) return `${milli}m`;
  if (binary && Math.abs(whole) >= 1024 && whole % 1024 === 0)
    return withSuffix(whole, 1024, BINARY_SUFFIXES);
  // binary values without a binary suffix are decimal when they are read again
  return withSuffix(whole, 1000, DECIMAL_SUFFIXES);
}

function withSuffix(whole: number, base: number, suffixes: readonly string[]): string {
  let rest = whole;
  let power = 0;
  while (rest !== 0 && rest % base === 0 && power < suffixes.length - 1) {
    rest /= base;
    power += 1;
  }
  return `${rest + 0}${suffixes[power]}`;
}
