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

/** Samples below which values that never fall say nothing. */
const FEW = 8;

/** Whether values only ever rise, as those of a counter do whose rate was not asked for. */
export function looksLikeCounter({ values }: LoadSeries): boolean {
  const never = values.every((value, index) => index === 0 || value >= (values[index - 1] as number));
  return never && values.length >= FEW && (values.at(-1) ?? 0) > (values[0] ?? 0);
}

/** What turns the unit that a text states into one a second; 1 where it says none. */
export function perSecond(unit: string): number {
  if (/(\/|per)\s*(min|minute)s?\b|\brpm\b/i.test(unit)) return 1 / 60;
  return /(\/|per)\s*(h|hr|hour)s?\b/i.test(unit) ? 1 / 3600 : 1;
}
