/** Finding one's way among the syncs of a run. */
import type { Trace } from '../core/index.ts';

/** Index of the last sync at or before that instant; 0 before the first. */
export function syncAt(trace: Trace, seconds: number): number {
  const { atSeconds } = trace.syncs;
  let low = 0;
  let high = atSeconds.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((atSeconds[middle] ?? 0) <= seconds) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function secondsOfSync(trace: Trace, sync: number): number {
  return trace.syncs.atSeconds[sync] ?? 0;
}

/** The next sync after (`step` 1) or before (`step` -1) `sync` that wrote the scale; undefined: there is none. */
export function changeBeside(trace: Trace, sync: number, step: 1 | -1): number | undefined {
  const { rescaled } = trace.syncs;
  for (let index = sync + step; index >= 0 && index < rescaled.length; index += step) {
    if (rescaled[index] === 1) return index;
  }
  return undefined;
}

export function clampSync(trace: Trace, sync: number): number {
  return Math.max(0, Math.min(sync, trace.syncs.atSeconds.length - 1));
}

/** Where a run that nobody has looked at yet opens: at its first change, or else at its start. */
export function openingSync(trace: Trace): number {
  return changeBeside(trace, -1, 1) ?? 0;
}
