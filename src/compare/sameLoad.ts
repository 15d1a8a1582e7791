import type { Scenario } from '../core/index.ts';

/** One scenario under what happens to another: its load, its events, its length and its chance. */
export function onSameLoad(scenario: Scenario, { loads, events, durationSeconds, seed }: Scenario): Scenario {
  return { ...scenario, loads, events, durationSeconds, seed };
}
