/** The newest answered run to the advice on it. A drag asks for none. */
import type { StoreApi } from 'zustand/vanilla';
import type { SimulationClient } from '../worker/simulationClient.ts';
import type { AppStore } from './appStore.ts';
import type { AppState } from './state.ts';

export function startAdviceSync(
  store: AppStore,
  settled: StoreApi<AppState>,
  client: Pick<SimulationClient, 'advise'>,
): () => void {
  let stopped = false;

  async function ask(run: number): Promise<void> {
    const outcome = await client.advise(run);
    const isNewest = store.getState().answeredRun === run;
    // Advice that could not be had is no failure of the run: the last stays.
    if (!stopped && isNewest && outcome.type === 'advised') store.getState().showAdvice(outcome.advice);
  }

  const unsubscribe = settled.subscribe(({ answeredRun }, before) => {
    if (answeredRun !== undefined && answeredRun !== before.answeredRun) void ask(answeredRun);
  });
  return () => {
    stopped = true;
    unsubscribe();
  };
}
