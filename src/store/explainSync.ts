/** The selected sync of the shown run to its explanation. Only the newest question counts; a drag asks none. */
import type { StoreApi } from 'zustand/vanilla';
import type { ExplainOutcome, SimulationClient } from '../worker/simulationClient.ts';
import type { AppStore } from './appStore.ts';
import type { AppState } from './state.ts';

export function startExplainSync(
  store: AppStore,
  settled: StoreApi<AppState>,
  client: Pick<SimulationClient, 'explain'>,
): () => void {
  let stopped = false;

  async function ask(run: number, sync: number): Promise<void> {
    const outcome = await client.explain(run, sync);
    if (!stopped && store.getState().traceRun === run) apply(store, outcome);
  }

  const unsubscribe = settled.subscribe((state, before) => {
    if (state.traceRun === undefined) return;
    if (state.traceRun === before.traceRun && state.selectedSync === before.selectedSync) return;
    void ask(state.traceRun, state.selectedSync);
  });
  return () => {
    stopped = true;
    unsubscribe();
  };
}

function apply(store: AppStore, outcome: ExplainOutcome): void {
  switch (outcome.type) {
    case 'explained': {
      const { run, step, explanation } = outcome;
      store.getState().showExplanation({ run, step, explanation });
      break;
    }
    case 'failed':
    case 'lost':
      store.getState().failExplanation(outcome.message);
      break;
    case 'superseded':
      break;
  }
}
