/**
 * A scenario from nothing but a manifest. Apart from the defaults, which every link needs, because sizing a load reads
 * the manifest, and the parsers that takes are not wanted before the first paint.
 */
import type { LoadCurve } from '../load/types.ts';
import { LOAD_V2, SCENARIO_DEFAULTS } from './defaults.ts';
import { readScenario } from './readScenario.ts';
import { sizeLoad } from './sizing.ts';
import type { Scenario } from './types.ts';

/** What may be set from the start, beside the manifest. */
export type ScenarioOverrides = Partial<Omit<Scenario, 'version' | 'manifest'>>;

/**
 * A scenario for a manifest. Load, cost of a request and memory are chosen so that the HPA has something to do: they
 * follow from the targets and the workload's requests (`sizing.ts`). A text that cannot be read gets the plain
 * defaults.
 *
 * @rule SC1
 */
export function newScenario(manifest: string, overrides: ScenarioOverrides = {}): Scenario {
  const base = { ...SCENARIO_DEFAULTS, ...overrides, manifest };
  const { manifest: read } = readScenario(base);
  const sized = sizeLoad(read, base.durationSeconds, base.cluster.workload);
  const cluster = { ...base.cluster, workload: sized.workload };
  const load: LoadCurve = { ...LOAD_V2, points: sized.points };
  return { ...base, loads: overrides.loads ?? [load], cluster: overrides.cluster ?? cluster };
}
