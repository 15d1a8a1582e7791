/** Finding one's way among the syncs of a run. */
import { LIMITER_KINDS, type LimiterKind, type SyncStep, type Trace } from '../core/index.ts';
import type { DecisionRecord, WindowRecord } from '../core/podautoscaler/record.ts';

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

/** The nearest sync after (`step` 1) or before (`step` -1) `sync` at which this limiter begins to decide. */
export function stretchBeside(
  trace: Trace,
  sync: number,
  kind: LimiterKind,
  step: 1 | -1,
): number | undefined {
  const { limiter } = trace.syncs;
  const code = LIMITER_KINDS.indexOf(kind);
  for (let index = sync + step; index >= 0 && index < limiter.length; index += step) {
    if (limiter[index] === code && limiter[index - 1] !== code) return index;
  }
  return undefined;
}

/** How many syncs each limiter decided; those that decided none are left out. */
export function limiterCounts({ syncs }: Trace): ReadonlyMap<LimiterKind, number> {
  const counts = new Map<LimiterKind, number>();
  for (const code of syncs.limiter) {
    const kind = LIMITER_KINDS[code];
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/**
 * The earlier sync that this one hangs on: where a stabilization window decided, the one that made the recommendation
 * it holds on to; where a policy did, the one with the oldest change that uses its budget.
 */
export function decidingSync(trace: Trace, { record, atSeconds }: SyncStep): number | undefined {
  const decidedAtMs = decidingInstant(record);
  if (decidedAtMs === undefined) return undefined;
  return syncAt(trace, atSeconds - (record.atMs - decidedAtMs) / 1000);
}

function decidingInstant({ limiter, stabilization, limit }: DecisionRecord): number | undefined {
  switch (limiter) {
    case 'stabilizationUp':
      return heldAtMs(stabilization?.up);
    case 'stabilizationDown':
      return heldAtMs(stabilization?.down);
    case 'policy': {
      const policy = limit?.selected === undefined ? undefined : limit.policies?.[limit.selected];
      if (policy?.freesUpAtMs === undefined) return undefined;
      return policy.freesUpAtMs - policy.periodSeconds * 1000;
    }
    default:
      return undefined;
  }
}

function heldAtMs(window: WindowRecord | undefined): number | undefined {
  return window?.holder === undefined ? undefined : window.recommendations[window.holder]?.atMs;
}

/** What `decidingSync` leads to, by what decided the sync. */
export function decidingTitle(limiter: LimiterKind): string {
  return limiter === 'policy'
    ? 'The change that uses the policy’s budget'
    : 'The sync that the window holds on to';
}

/**
 * The syncs that playing goes round: those of the whole run, or of what is shown of it.
 *
 * @param shown seconds since the start of the run; undefined: the whole run
 */
export function loopSpan(
  trace: Trace,
  shown: { readonly fromSeconds: number; readonly toSeconds: number } | undefined,
): { readonly from: number; readonly to: number } {
  const last = trace.syncs.atSeconds.length - 1;
  if (shown === undefined) return { from: 0, to: last };
  const before = syncAt(trace, shown.fromSeconds);
  const from = secondsOfSync(trace, before) < shown.fromSeconds ? Math.min(before + 1, last) : before;
  return { from, to: Math.max(from, syncAt(trace, shown.toSeconds)) };
}

export function clampSync(trace: Trace, sync: number): number {
  return Math.max(0, Math.min(sync, trace.syncs.atSeconds.length - 1));
}

/** Where a run that nobody has looked at yet opens: at its first change, or else at its start. */
export function openingSync(trace: Trace): number {
  return changeBeside(trace, -1, 1) ?? 0;
}
