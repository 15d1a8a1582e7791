/** The events of a run with whom they are from, in the order in which they came. Pure. */
import { syncAfter } from '../charts/keda.ts';
import type { Trace } from '../core/index.ts';

export interface ListedEvent {
  readonly atSeconds: number;
  /** the one that emitted it, or the first that finds what it tells */
  readonly sync: number;
  readonly from: 'horizontal-pod-autoscaler' | 'keda-operator';
  readonly type: string;
  readonly reason: string;
  readonly message: string;
}

export function listedEvents(trace: Trace): readonly ListedEvent[] {
  const own = trace.events.map(
    ({ atSeconds, sync, type, reason, message }): ListedEvent => ({
      atSeconds,
      sync,
      from: 'horizontal-pod-autoscaler',
      type,
      reason,
      message,
    }),
  );
  const { keda } = trace;
  if (keda === undefined) return own;
  const kedas = keda.events.map(
    ({ atSeconds, type, reason, message }): ListedEvent => ({
      atSeconds,
      sync: syncAfter(trace, atSeconds),
      from: 'keda-operator',
      type,
      reason,
      message,
    }),
  );
  return [...own, ...kedas].sort((a, b) => a.atSeconds - b.atSeconds);
}
