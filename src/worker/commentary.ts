/** What the worker says about a run: a chunk of its own, loaded once the first run was sent. */

import { RUN_START_MS } from '../core/cluster/time.ts';
import { HpaWatch } from '../core/kubectl/watchHpa.ts';
import type { ReadManifest } from '../core/manifest/types.ts';
import { resolveRelease } from '../core/releases/index.ts';
import type { Scenario } from '../core/scenario/types.ts';
import { hpaWrites } from '../core/simulation/hpaWrites.ts';
import { WatchLog } from './watchLog.ts';

export { explain, reviewManifest } from '../core/index.ts';

/** What `kubectl get hpa --watch` prints, started when the HPA was created. */
export function watchRun(scenario: Scenario, manifest: ReadManifest): WatchLog {
  const release = resolveRelease(scenario.kubernetes);
  return new WatchLog(hpaWrites(scenario, manifest), new HpaWatch({}, release), RUN_START_MS);
}
