/** What came in while there was no pod: how long the first answer took, and what was lost meanwhile. Pure. */
import type { Trace } from '../core/index.ts';

export interface ColdStarts {
  readonly count: number;
  /** of the slowest, seconds; NaN where none was answered within the run */
  readonly firstResponseSeconds: number;
  /** that were not answered within the run */
  readonly unanswered: number;
  /** requests that came in before the first pod served */
  readonly arrived: number;
  /** of those: dropped */
  readonly lost: number;
}

export function coldStartsOf({ coldStarts, cluster, durationSeconds }: Trace): ColdStarts {
  const spans = coldStarts.map(({ fromSeconds, servedSeconds }) => ({
    from: fromSeconds,
    to: Number.isNaN(servedSeconds) ? durationSeconds : servedSeconds,
  }));
  const total = (rates: Float64Array): number =>
    spans.reduce((sum, { from, to }) => sum + integral(cluster.atSeconds, rates, from, to), 0);
  const answered = coldStarts.map(({ firstResponseSeconds }) => firstResponseSeconds).filter(Number.isFinite);
  return {
    count: coldStarts.length,
    firstResponseSeconds: answered.length === 0 ? Number.NaN : Math.max(...answered),
    unanswered: coldStarts.length - answered.length,
    arrived: total(cluster.offered),
    lost: total(cluster.droppedRate),
  };
}

/** Of rates that hold from their sample to the next. */
function integral(atSeconds: Float64Array, rates: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = 0; at < atSeconds.length; at++) {
    const start = Math.max(from, atSeconds[at] as number);
    const end = Math.min(to, atSeconds[at + 1] ?? to);
    if (end > start) sum += (end - start) * (rates[at] as number);
  }
  return sum;
}
