/** The lines of a watch up to the selected sync, while somebody looks at them. A drag asks for none. */
import type { StoreApi } from 'zustand/vanilla';
import type { SimulationClient } from '../worker/simulationClient.ts';
import type { AppStore } from './appStore.ts';
import type { AppState } from './state.ts';

export function startWatchSync(
  store: AppStore,
  settled: StoreApi<AppState>,
  client: Pick<SimulationClient, 'watch'>,
): () => void {
  let stopped = false;

  async function ask(run: number, sync: number): Promise<void> {
    const outcome = await client.watch(run, sync);
    if (stopped || store.getState().traceRun !== run) return;
    if (outcome.type === 'watched') store.getState().showWatch({ run, sync, view: outcome.view });
    else if (outcome.type !== 'superseded') store.getState().failExplanation(outcome.message);
  }

  const unsubscribe = settled.subscribe((state, before) => {
    const { traceRun, selectedSync } = state;
    if (traceRun === undefined || !looksAtIt(state)) return;
    const isSame = traceRun === before.traceRun && selectedSync === before.selectedSync;
    if (!isSame || !looksAtIt(before)) void ask(traceRun, selectedSync);
  });
  return () => {
    stopped = true;
    unsubscribe();
  };
}

function looksAtIt({ bottomTab, kubectlView }: AppState): boolean {
  return bottomTab === 'kubectl' && kubectlView === 'watch';
}
