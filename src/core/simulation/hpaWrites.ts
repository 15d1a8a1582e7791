/** What a watch on the HPA would see of a run. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { Run } from './run.ts';

/** The HPA as it was stored at one instant. */
export interface HpaWrite {
  /** the last sync that had begun; -1 before the first */
  readonly sync: number;
  /** since the start of the run */
  readonly atSeconds: number;
  readonly hpa: HorizontalPodAutoscaler;
}

/**
 * The HPA at the start of a run, and then each time that it is written: an applied manifest that changes it, and a
 * status that the controller stores. Goes as far as it is asked for.
 *
 * @rule TM8
 */
export function* hpaWrites(scenario: Scenario, manifest: ReadManifest): Generator<HpaWrite, void> {
  const writes: HpaWrite[] = [];
  const note = (run: Run): void => {
    writes.push({ sync: run.syncs - 1, atSeconds: run.atSeconds, hpa: run.hpa });
  };
  const run = new Run(scenario, manifest, {
    onEdit: ({ what }, edited) => {
      if (what === 'edited' || what === 'created') note(edited);
    },
  });
  note(run);
  for (;;) {
    const sync = run.next(false);
    if (sync !== undefined && sync.outcome.statusWrites > 0) note(run);
    yield* writes.splice(0);
    if (sync === undefined) break;
  }
  run.finish();
  yield* writes;
}
