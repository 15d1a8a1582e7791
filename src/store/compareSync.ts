/**
 * What is compared to its run, in a worker of its own, so that it never keeps the first run waiting. Loaded when
 * somebody compares for the first time. It follows the settled state: a drag of the load asks for nothing.
 */
import type { StoreApi } from 'zustand/vanilla';
import { chosenHpa, rivalOf } from '../compare/rival.ts';
import type { Rival } from '../compare/types.ts';
import type { RunOutcome, SimulationClient } from '../worker/simulationClient.ts';
import type { AppStore } from './appStore.ts';
import type { AppState } from './state.ts';

/** Milliseconds: a control that is being moved, or a word that is being typed, is waited for. */
const PAUSE_MS = 120;

type ComparingClient = Pick<SimulationClient, 'run' | 'cancelRun' | 'dispose'>;

export interface CompareSync {
  /** Gives up the run that is under way. */
  cancel(): void;
  /** Runs it again, after it was cancelled or lost. */
  runAgain(): void;
  stop(): void;
}

export function startCompareSync(
  store: AppStore,
  settled: StoreApi<AppState>,
  createClient: () => ComparingClient,
): CompareSync {
  let client: ComparingClient | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** what was asked for last, so that an answer to something older is dropped */
  let asked: string | undefined;

  function letGo(): void {
    asked = undefined;
    client?.dispose();
    client = undefined;
  }

  async function compare(): Promise<void> {
    const rival = rivalOfState(settled.getState());
    if (rival === undefined) {
      letGo();
      return;
    }
    const key = JSON.stringify(rival);
    if (key === asked && isAnswered(store.getState())) return;
    asked = key;
    if (!rival.ok) {
      store.getState().failComparing(rival.reason);
      return;
    }
    store.getState().startComparing();
    client ??= createClient();
    const outcome = await client.run(rival.scenario, (share) => {
      if (asked === key) store.getState().showCompareProgress(share);
    });
    if (asked === key) apply(store, rival, outcome);
  }

  function follow(state: AppState, before: AppState): void {
    const startsOrEnds = state.kept !== before.kept || state.whatIf !== before.whatIf;
    if (!startsOrEnds && (state.scenario === before.scenario || !isComparing(state))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void compare(), startsOrEnds ? 0 : PAUSE_MS);
  }

  const unsubscribe = settled.subscribe(follow);
  void compare();
  return {
    cancel: () => client?.cancelRun(),
    runAgain() {
      asked = undefined;
      void compare();
    },
    stop() {
      unsubscribe();
      clearTimeout(timer);
      letGo();
    },
  };
}

function isComparing({ kept, whatIf }: AppState): boolean {
  return kept !== undefined || whatIf !== undefined;
}

/** An answer is there, or on its way. */
function isAnswered({ comparing, compared, compareFailure, compareCancelled }: AppState): boolean {
  return comparing || compareCancelled || compared !== undefined || compareFailure !== undefined;
}

function rivalOfState({ kept, whatIf, scenario, verdict }: AppState): Rival | undefined {
  return rivalOf({ kept, whatIf, present: scenario, hpa: chosenHpa(verdict) });
}

function apply(store: AppStore, rival: Rival & { readonly ok: true }, outcome: RunOutcome): void {
  const { showCompared, failComparing, cancelledComparing } = store.getState();
  switch (outcome.type) {
    case 'ran': {
      const { trace, manifest } = outcome;
      if (trace !== undefined) showCompared({ label: rival.label, scenario: rival.scenario, trace });
      else failComparing(manifest.problems[0]?.message ?? 'It holds no HorizontalPodAutoscaler that runs.');
      break;
    }
    case 'failed':
    case 'lost':
      failComparing(outcome.message);
      break;
    case 'cancelled':
      cancelledComparing();
      break;
    case 'superseded':
      break;
  }
}
