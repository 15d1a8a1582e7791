/** Scenarios for tests, made from the few values that a test is about. */
import { clusterSettings, steps } from '../cluster/testing.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ControllerFlags } from '../podautoscaler/interfaces.ts';
import type { Scenario } from '../scenario/types.ts';

export const FLAGS: ControllerFlags = {
  syncPeriodSeconds: 15,
  downscaleStabilizationSeconds: 300,
  tolerance: 0.1,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};

/** An hour of the default settings but for what is chosen. */
export function scenarioOf(choice: Partial<Scenario> & { readonly load?: LoadCurve } = {}): Scenario {
  const { load, ...rest } = choice;
  return {
    version: 2,
    manifest: '',
    kubernetes: '1.37',
    featureGates: {},
    controller: FLAGS,
    durationSeconds: 3600,
    loads: [load ?? steps([0, 5])],
    cluster: clusterSettings(),
    signals: [],
    events: [],
    seed: 1,
    ...rest,
  };
}
