/**
 * Scenario to run: every change is sent to the worker, text after a short pause in the typing, everything else at
 * once (the client keeps only the newest). A text that cannot run leaves the last good run where it is.
 */
import type { Scenario } from '../core/index.ts';
import type { RunOutcome, SimulationClient } from '../worker/simulationClient.ts';
import type { AppStore } from './appStore.ts';

const TYPING_PAUSE_MS = 100;

export interface RunSync {
  /** Runs the present scenario again, for example after the worker was replaced. */
  runAgain(): void;
  stop(): void;
}

export function startRunSync(store: AppStore, client: Pick<SimulationClient, 'run'>): RunSync {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  /** counts the runs that were asked for */
  let newest = 0;

  async function run(scenario: Scenario): Promise<void> {
    clearTimeout(timer);
    const { opened, startRun } = store.getState();
    newest += 1;
    const own = newest;
    startRun();
    const outcome = await client.run(scenario, (share) => {
      if (!stopped) store.getState().showProgress(share);
    });
    if (!stopped) apply(store, outcome, opened, own !== newest);
  }

  void run(store.getState().scenario);
  const unsubscribe = store.subscribe((state, before) => {
    if (state.scenario === before.scenario) return;
    clearTimeout(timer);
    const onlyText = state.opened === before.opened && state.scenario.manifest !== before.scenario.manifest;
    if (!onlyText || state.textIsWhole) void run(state.scenario);
    else timer = setTimeout(() => void run(store.getState().scenario), TYPING_PAUSE_MS);
  });

  return {
    runAgain: () => void run(store.getState().scenario),
    stop() {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

function apply(store: AppStore, outcome: RunOutcome, opened: number, hasNewer: boolean): void {
  const { finishRun, failRun } = store.getState();
  switch (outcome.type) {
    case 'ran':
      finishRun(outcome, opened, hasNewer);
      break;
    case 'failed':
      failRun({ kind: 'limit', message: outcome.message }, hasNewer);
      break;
    case 'lost':
      failRun({ kind: 'worker', message: outcome.message }, hasNewer);
      break;
    case 'cancelled':
      if (!hasNewer) failRun({ kind: 'cancelled', message: 'The run was cancelled.' });
      break;
    case 'superseded':
      break;
  }
}
