import { createStore, type StoreApi } from 'zustand/vanilla';
import { chartsSlice } from './chartsSlice.ts';
import { compareSlice } from './compareSlice.ts';
import { lessonSlice, withLocked } from './lessonSlice.ts';
import { librarySlice } from './librarySlice.ts';
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
  const store = createStore<AppState>()((...api) => ({
    ...scenarioSlice(start)(...api),
    ...runSlice(...api),
    ...compareSlice(...api),
    ...chartsSlice(...api),
    ...librarySlice(...api),
    ...lessonSlice(...api),
    ...viewSlice(start.preferences ?? {})(...api),
  }));
  store.subscribe(forgetRange(store));
  store.subscribe(keepLesson(store));
  return store;
}

/** What part of a run is looked at means nothing for another document, nor for a run of another length. */
function forgetRange(store: AppStore): (state: AppState, before: AppState) => void {
  return ({ range, opened, scenario }, before) => {
    const isAnother =
      opened !== before.opened || scenario.durationSeconds !== before.scenario.durationSeconds;
    if (range !== undefined && isAnother) store.setState({ range: undefined });
  };
}

/** A lesson goes with its scenario when another takes its place; until then, what it locks stays as it was. */
function keepLesson(store: AppStore): (state: AppState, before: AppState) => void {
  return ({ attempt, opened, scenario, notify }, before) => {
    if (attempt === undefined || scenario === before.scenario) return;
    if (opened !== attempt.opened) {
      store.setState({ attempt: undefined });
      return;
    }
    const kept = withLocked(attempt.sheet.locked, attempt.sheet.start, scenario);
    if (kept === scenario) return;
    store.setState({ scenario: kept });
    notify('info', 'That is locked in this lesson. “Leave the lesson” frees everything.');
  };
}
