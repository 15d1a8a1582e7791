/** Samples in any order become a series: ascending, one value an instant. Pure. */
import type { LoadSeries } from './types.ts';

/** seconds and value */
export type Sample = readonly [number, number];

/** Of several values at one instant the highest counts: a peak must not be lost. */
export function makeSeries(
  name: string,
  unit: string,
  samples: readonly Sample[],
  problem?: string,
): LoadSeries {
  const sorted = samples.toSorted((a, b) => a[0] - b[0]);
  const kept: [number, number][] = [];
  for (const [at, value] of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && last[0] === at) last[1] = Math.max(last[1], value);
    else kept.push([at, value]);
  }
  const reason = problem ?? (kept.length === 0 ? `${name} holds no values.` : undefined);
  return {
    name,
    unit,
    seconds: Float64Array.from(kept, ([at]) => at),
    values: Float64Array.from(kept, ([, value]) => value),
    ...(reason === undefined ? {} : { problem: reason }),
  };
}

/**
 * Several series together: at every instant of any of them the sum of all, each straight between its own samples, and
 * zero before its first and after its last.
 */
export function sumSeries(series: readonly LoadSeries[]): LoadSeries {
  const instants = Float64Array.from(new Set(series.flatMap(({ seconds }) => [...seconds]))).sort();
  const sums = new Float64Array(instants.length);
  for (const { seconds, values } of series) {
    let next = 0;
    for (const [index, at] of instants.entries()) {
      while (next < seconds.length && (seconds[next] as number) < at) next++;
      sums[index] = (sums[index] as number) + valueAt(seconds, values, next, at);
    }
  }
  const units = new Set(series.map(({ unit }) => unit));
  return {
    name: `Sum of ${series.length}`,
    unit: units.size === 1 ? ([...units][0] ?? '') : '',
    seconds: instants,
    values: sums,
  };
}

/** @param next index of the first sample at or after the instant */
function valueAt(seconds: Float64Array, values: Float64Array, next: number, at: number): number {
  const after = seconds[next];
  if (after === undefined) return 0;
  if (after === at) return values[next] as number;
  const before = seconds[next - 1];
  if (before === undefined) return 0;
  const share = (at - before) / (after - before);
  const from = values[next - 1] as number;
  return from + ((values[next] as number) - from) * share;
}
