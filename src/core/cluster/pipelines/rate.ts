/** One scraped value of a counter. */
export interface Scraped {
  atSeconds: number;
  value: number;
}

/** How far beyond a sample its series may be assumed to go on, in scrape intervals. */
const REACH = 1.1;

/**
 * Prometheus' `rate()`: the increase between the first and the last sample in a range, extended to the range's ends
 * where samples are near them, divided by the range. Counters here never restart.
 *
 * @param samples   in order of time
 * @param end       of the range, seconds
 * @param range     seconds
 * @param from      index of the first sample that lies within the range
 * @returns per second; undefined with fewer than two samples
 * @rule CM3
 */
export function extrapolatedRate(
  samples: readonly Readonly<Scraped>[],
  end: number,
  range: number,
  from = 0,
): number | undefined {
  const first = samples[from];
  const last = samples[samples.length - 1];
  if (first === undefined || last === undefined || samples.length - from < 2) return undefined;
  const sampled = last.atSeconds - first.atSeconds;
  const interval = sampled / (samples.length - from - 1);
  const increase = last.value - first.value;
  let before = first.atSeconds - (end - range);
  if (before >= interval * REACH) before = interval / 2;
  // a counter cannot have been below zero
  if (increase > 0 && first.value >= 0) before = Math.min(before, sampled * (first.value / increase));
  let after = end - last.atSeconds;
  if (after >= interval * REACH) after = interval / 2;
  return (increase * ((sampled + before + after) / sampled)) / range;
}
