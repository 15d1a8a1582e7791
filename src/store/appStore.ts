import { createStore, type StoreApi } from 'zustand/vanilla';
import { compareSlice } from './compareSlice.ts';
import { runSlice } from './runSlice.ts';
import { scenarioSlice, type Work } from './scenarioSlice.ts';
import type { AppState } from './state.ts';
import { type ViewPreferences, viewSlice } from './viewSlice.ts';

export type AppStore = StoreApi<AppState>;

export interface AppStart extends Work {
  readonly earlier: readonly Work[];
  readonly preferences?: Partial<ViewPreferences>;
}

export function createAppStore(start: AppStart): AppStore {
  return createStore<AppState>()((...api) => ({
    ...scenarioSlice(start)(...api),
    ...runSlice(...api),
    ...compareSlice(...api),
    ...viewSlice(start.preferences ?? {})(...api),
  }));
}
