/** Finding syncs by instant and by what changed. Pure. */
import { LIMITER_KINDS, type SyncColumns, type Trace } from '../core/index.ts';
import { LIMITERS } from './limiters.ts';
import { formatClock } from './units.ts';

/** Index of the last sync at or before the instant; 0 before the first, -1 where there is none. */
export function syncAt(syncSeconds: Float64Array, seconds: number): number {
  let low = 0;
  let high = syncSeconds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((syncSeconds[middle] as number) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low > 0 || syncSeconds.length === 0 ? low - 1 : 0;
}

/** A change worth stopping at: the scale was written, or something else decided than at the sync before. */
function isChange(syncs: SyncColumns, sync: number): boolean {
  return syncs.rescaled[sync] === 1 || (sync > 0 && syncs.limiter[sync] !== syncs.limiter[sync - 1]);
}

/** The nearest change after (+1) or before (-1) a sync; the last or first sync where there is none. */
export function changeFrom(syncs: SyncColumns, sync: number, direction: 1 | -1): number {
  return nearest(syncs, sync, direction, (at) => isChange(syncs, at));
}

/** Likewise the nearest sync at which the scale was written. */
export function rescaleFrom(syncs: SyncColumns, sync: number, direction: 1 | -1): number {
  return nearest(syncs, sync, direction, (at) => syncs.rescaled[at] === 1);
}

function nearest(
  syncs: SyncColumns,
  sync: number,
  direction: 1 | -1,
  isMeant: (sync: number) => boolean,
): number {
  const end = direction === 1 ? syncs.limiter.length - 1 : 0;
  let at = sync;
  while (at !== end) {
    at += direction;
    if (isMeant(at)) return at;
  }
  return at;
}

/** The next sync that this limiter decided, from the start again after the last; `sync` itself where there is none. */
export function nextOfKind(syncs: SyncColumns, code: number, sync: number): number {
  const after = syncs.limiter.indexOf(code, sync + 1);
  const found = after >= 0 ? after : syncs.limiter.indexOf(code);
  return found >= 0 ? found : sync;
}

/** What of a keyboard event decides where to go. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey?: boolean;
}

/** A larger step: 10 syncs are 2 min 30 s at the usual sync period. */
const LARGE_STEP = 10;

/**
 * Where a key leads: arrows by one sync, with Shift by ten, with Alt to the next change of the replicas as
 * everywhere in the page, with Ctrl also to where something else begins to decide; Page keys by ten, Home and End
 * to the ends. Undefined for every other key.
 */
export function syncForKey(syncs: SyncColumns, sync: number, press: KeyPress): number | undefined {
  // These pan: the page's keys.
  if ((press.ctrlKey || press.metaKey === true) && press.shiftKey) return undefined;
  const last = syncs.limiter.length - 1;
  const by = (step: number): number => Math.min(last, Math.max(0, sync + step));
  const arrow = (direction: 1 | -1): number => {
    if (press.altKey) return rescaleFrom(syncs, sync, direction);
    if (press.ctrlKey) return changeFrom(syncs, sync, direction);
    return by(press.shiftKey ? direction * LARGE_STEP : direction);
  };
  switch (press.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return arrow(1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return arrow(-1);
    case 'PageUp':
      return by(LARGE_STEP);
    case 'PageDown':
      return by(-LARGE_STEP);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** What a screen reader says of a sync: "sync 88 at 00:21:45: 14 replicas, scale-down window". Counted from 1. */
export function syncText(trace: Trace, sync: number): string {
  const seconds = trace.syncs.atSeconds[sync];
  const kind = LIMITER_KINDS[trace.syncs.limiter[sync] ?? 0];
  if (seconds === undefined || kind === undefined) return 'no sync';
  return `sync ${sync + 1} at ${formatClock(seconds)}: ${replicasText(trace, sync)}, ${LIMITERS[kind].label}`;
}

function replicasText({ syncs }: Trace, sync: number): string {
  const desired = syncs.desiredReplicas[sync] ?? -1;
  if (desired < 0) return 'unknown replicas';
  return desired === 1 ? '1 replica' : `${desired} replicas`;
}
