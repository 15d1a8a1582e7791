/**
 * Tells the count that the controller found at first sight of the HPA from a wish of its metrics: both are remembered
 * as recommendations, but nobody asked for the first.
 */
import type { DecisionRecord, WindowRecord } from '../podautoscaler/record.ts';
import type { SyncStep } from '../trace/types.ts';

/**
 * The record with that recommendation marked as initial. A record that marks it already is left as it is; otherwise
 * it is the oldest one, if it was made at the first sync: the controller remembers the count before it asks any metric.
 *
 * @param step              the sync
 * @param syncPeriodSeconds regular distance of the syncs
 * @rule EX9
 */
export function markFirstSight(step: SyncStep, syncPeriodSeconds: number): DecisionRecord {
  const { record } = step;
  const { stabilization } = record;
  if (!stabilization) return record;
  const firstSyncMs = record.atMs - step.index * syncPeriodSeconds * 1000;
  const { up, down } = stabilization;
  return {
    ...record,
    stabilization: {
      ...stabilization,
      ...(up ? { up: markOldest(up, firstSyncMs) } : {}),
      ...(down ? { down: markOldest(down, firstSyncMs) } : {}),
    },
  };
}

function markOldest(window: WindowRecord, firstSyncMs: number): WindowRecord {
  const { recommendations } = window;
  const [oldest, ...younger] = recommendations;
  if (oldest?.atMs !== firstSyncMs || recommendations.some(({ initial }) => initial)) return window;
  return { ...window, recommendations: [{ ...oldest, initial: true }, ...younger] };
}
