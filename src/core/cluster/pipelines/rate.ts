/** What `rate()` reads of a range's samples: the first, the last, and how many there are. */
export interface RangeSamples {
  readonly count: number;
  readonly firstAt: number;
  readonly firstValue: number;
  readonly lastAt: number;
  readonly lastValue: number;
}

/** How far beyond a sample its series may be assumed to go on, in scrape intervals. */
const REACH = 1.1;

/**
 * Prometheus' `rate()`: the increase between the first and the last sample in a range, extended to the range's ends
 * where samples are near them, divided by the range. Counters here never restart.
 *
 * @param end       of the range, seconds
 * @param range     seconds
 * @returns per second; undefined with fewer than two samples
 * @rule CM3
 */
export function extrapolatedRate(
  { count, firstAt, firstValue, lastAt, lastValue }: RangeSamples,
  end: number,
  range: number,
): number | undefined {
  if (count < 2) return undefined;
  const sampled = lastAt - firstAt;
  const interval = sampled / (count - 1);
  const increase = lastValue - firstValue;
  let before = firstAt - (end - range);
  if (before >= interval * REACH) before = interval / 2;
  // a counter cannot have been below zero
  if (increase > 0 && firstValue >= 0) before = Math.min(before, sampled * (firstValue / increase));
  let after = end - lastAt;
  if (after >= interval * REACH) after = interval / 2;
  return (increase * ((sampled + before + after) / sampled)) / range;
}
