import { formatFloat } from '../../go/formatFloat.ts';
import { MAX_INT64, toInt64 } from '../../go/int64.ts';
import type { Int64 } from '../../go/types.ts';

const MILLI = 1000;
/** Whole numbers up to here times a thousand are exact. */
const MOST_EXACT = Number.MAX_SAFE_INTEGER / MILLI;

/**
 * A number as a metric that KEDA serves, in thousandths: rounded to three decimals; what is no number, infinite or
 * negative is 0.
 *
 * @rule KO10
 * @upstream pkg/scalers/scaler.go GenerateMetricInMili, quantityFromFloat64
 */
export function servedMilli(value: number): Int64 {
  if (!Number.isFinite(value) || value <= 0) return 0;
  if (Number.isInteger(value) && value <= MOST_EXACT) return value * MILLI;
  const milli = BigInt(formatFloat(value, 'f', 3).replace('.', ''));
  return milli > BigInt(MAX_INT64) ? MAX_INT64 : toInt64(milli);
}

/** A metric as the float that a formula and the operator's comparisons see. */
export function floatOf(milli: Int64): number {
  return Number(milli) / MILLI;
}
