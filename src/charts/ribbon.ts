/** The limiter ribbon's cells as drawn: neighbours of one kind merged, crowded pixels decided. Pure. */
import { LIMITER_KINDS, type SyncColumns } from '../core/index.ts';
import { columnOf, type ShownSpan, visibleIndices } from './reduce.ts';

/** Syncs [from, to) with one limiter. */
export interface LimiterRun {
  /** index into `LIMITER_KINDS` */
  readonly code: number;
  readonly fromSync: number;
  readonly toSync: number;
}

/** A code a sync; those of the limiters, or of anything else that has no more kinds. */
export type RibbonColumns = Pick<SyncColumns, 'atSeconds' | 'limiter'>;

/** How often each kind decided, by code. */
export function limiterCounts(limiter: Uint8Array): Uint32Array {
  const counts = new Uint32Array(LIMITER_KINDS.length);
  for (const code of limiter) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/**
 * Runs of equal limiters within a span, and the sync before it. Where several syncs share a pixel, the kind that is
 * rarest in the whole run stands for all of them, so that a single error in a day stays visible.
 *
 * @param columns width of the ribbon in pixels
 */
export function limiterRuns(syncs: RibbonColumns, span: ShownSpan, columns: number): LimiterRun[] {
  const { limiter, atSeconds } = syncs;
  const counts = limiterCounts(limiter);
  const runs: LimiterRun[] = [];
  const [first, last] = visibleIndices(atSeconds, span);
  let start = first;
  while (start < last) {
    const end = columnEnd(atSeconds, start, last, span, columns);
    appendRun(runs, rarest(limiter, start, end, counts), start, end);
    start = end;
  }
  return runs;
}

/** First sync after `start` that lies in another pixel column. */
function columnEnd(
  atSeconds: Float64Array,
  start: number,
  last: number,
  span: ShownSpan,
  columns: number,
): number {
  if (columns < 1) return last;
  const column = columnOf(atSeconds[start] as number, span, columns);
  let end = start + 1;
  while (end < last && columnOf(atSeconds[end] as number, span, columns) === column) end++;
  return end;
}

function rarest(limiter: Uint8Array, start: number, end: number, counts: Uint32Array): number {
  let best = limiter[start] as number;
  for (let i = start + 1; i < end; i++) {
    const code = limiter[i] as number;
    if ((counts[code] as number) < (counts[best] as number)) best = code;
  }
  return best;
}

function appendRun(runs: LimiterRun[], code: number, fromSync: number, toSync: number): void {
  const last = runs.at(-1);
  if (last?.code === code) runs[runs.length - 1] = { ...last, toSync };
  else runs.push({ code, fromSync, toSync });
}
