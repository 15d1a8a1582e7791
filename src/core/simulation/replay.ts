import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario } from '../scenario/types.ts';
import type { SyncStep } from '../trace/types.ts';
import { Run, type RunSync } from './run.ts';

/** Syncs that are recorded together: scrubbing goes to neighbours most of the time. */
const BLOCK = 128;
/** Blocks that are kept; a record of one sync takes a few kilobytes. */
const KEPT_BLOCKS = 8;
/** Runs that are kept where they stopped, so that going on from there needs no start from the beginning. */
const KEPT_RUNS = 4;

/**
 * Rebuilds single syncs of a run with all their stages. A run goes forwards only, so a block before all runs that
 * are kept starts again from the beginning; the blocks asked for last are kept too.
 *
 * @rule TM6
 */
export class Replay {
  readonly #scenario: Scenario;
  readonly #manifest: ReadManifest;
  /** the least recently used first */
  readonly #blocks = new Map<number, readonly SyncStep[]>();
  /** the least recently used first */
  #runs: readonly Run[] = [];

  constructor(scenario: Scenario, manifest: ReadManifest) {
    this.#scenario = scenario;
    this.#manifest = manifest;
  }

  /** @param sync index of a sync of the run */
  step(sync: number): SyncStep {
    const step = this.#block(Math.floor(sync / BLOCK))[sync % BLOCK];
    if (step === undefined) throw new RangeError(this.#whyNone(sync));
    return step;
  }

  #whyNone(sync: number): string {
    const isPaused = this.#manifest.keda?.plan.pauses.paused === true;
    if (!isPaused || sync > 0) return `the run has no sync ${sync}`;
    return 'There is no HPA to ask for: KEDA keeps no HPA while its ScaledObject is paused.';
  }

  #block(number: number): readonly SyncStep[] {
    const steps = this.#blocks.get(number) ?? this.#record(number);
    this.#blocks.delete(number);
    this.#blocks.set(number, steps);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= KEPT_BLOCKS) break;
      this.#blocks.delete(oldest);
    }
    return steps;
  }

  #record(number: number): readonly SyncStep[] {
    const run = this.#runBefore(number * BLOCK);
    while (run.syncs < number * BLOCK && run.next(false) !== undefined);
    const steps: SyncStep[] = [];
    while (steps.length < BLOCK) {
      const sync = run.next(true);
      if (sync === undefined) break;
      steps.push(toSyncStep(sync));
    }
    return steps;
  }

  /** The run that is nearest before that sync. */
  #runBefore(sync: number): Run {
    const nearest = this.#runs
      .filter((run) => run.syncs <= sync)
      .reduce<Run | undefined>((best, run) => (best && best.syncs >= run.syncs ? best : run), undefined);
    const run = nearest ?? new Run(this.#scenario, this.#manifest);
    this.#runs = [...this.#runs.filter((kept) => kept !== run), run].slice(-KEPT_RUNS);
    return run;
  }
}

function toSyncStep({ index, atSeconds, outcome }: RunSync): SyncStep {
  if (outcome.record === undefined) throw new Error(`sync ${index} was not recorded`);
  return { index, atSeconds, record: outcome.record, status: outcome.status };
}
