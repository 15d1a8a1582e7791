/**
 * The state as the panels show it. It follows the store at once, except while a load point is being dragged: then it
 * waits for a pause of the hand, because the charts draw each run of a drag by themselves and nobody reads the rest
 * before it stands still.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppStore } from './appStore.ts';
import type { AppState } from './state.ts';

/** Long for a hand that moves, short for one that waits. */
const PAUSE_MS = 100;
/** While the run of its last step is under way a hand may wait for it, without a pause of its own. */
const PAUSE_OF_RUN_MS = 600;

export interface Settled {
  readonly settled: StoreApi<AppState>;
  stop(): void;
}

export function startSettling(store: AppStore): Settled {
  const settled = createStore(store.getState);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    clearTimeout(timer);
    settled.setState(store.getState(), true);
  }

  const unsubscribe = store.subscribe((state) => {
    clearTimeout(timer);
    if (isDraggingLoad(state)) timer = setTimeout(settle, state.running ? PAUSE_OF_RUN_MS : PAUSE_MS);
    else settle();
  });
  return {
    settled,
    stop() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/** A gesture is under way that has changed nothing but load curves: their editor draws them by itself. */
function isDraggingLoad({ scenario, history: { gestureBase } }: AppState): boolean {
  if (gestureBase === undefined) return false;
  const { loads: _drawn, ...rest } = scenario;
  return Object.entries(rest).every(([key, value]) => gestureBase[key as keyof typeof rest] === value);
}
