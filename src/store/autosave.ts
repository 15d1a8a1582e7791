/**
 * The working scenario and the works put aside, kept in the browser's storage: they survive a reload, a broken link
 * and a closed tab. Read back through the scenario's own door, like anything from outside.
 */
import { parseScenario } from '../core/index.ts';
import type { AppStore } from './appStore.ts';
import type { ScenarioSource, Work } from './scenarioSlice.ts';
import { readJson, type Storage } from './storage.ts';
import { SPEEDS, THEMES, type ViewPreferences } from './viewSlice.ts';

const WORK_KEY = 'work';
const EARLIER_KEY = 'earlier';
const PREFERENCES_KEY = 'view';
const SAVE_PAUSE_MS = 400;
/** Characters of JSON; browsers allow about five million for everything. */
const MAX_LENGTH = 1_000_000;

export interface Saved {
  readonly work: Work | undefined;
  readonly earlier: readonly Work[];
  readonly preferences: Partial<ViewPreferences>;
}

export function readSaved(storage: Storage): Saved {
  const earlier = readJson(storage, EARLIER_KEY);
  return {
    work: toWork(readJson(storage, WORK_KEY)),
    earlier: Array.isArray(earlier) ? earlier.map(toWork).filter((work) => work !== undefined) : [],
    preferences: toPreferences(readJson(storage, PREFERENCES_KEY)),
  };
}

/** Saves a moment after each change and, by `flush`, when the page goes away. */
export function startAutosave(store: AppStore, storage: Storage): { flush(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function save(): void {
    timer = undefined;
    const { scenario, source, edited, earlier, theme, speed } = store.getState();
    write(storage, WORK_KEY, { scenario, source, edited });
    write(storage, EARLIER_KEY, earlier);
    write(storage, PREFERENCES_KEY, { theme, speed });
  }

  const unsubscribe = store.subscribe((state, before) => {
    const changed =
      state.scenario !== before.scenario ||
      state.earlier !== before.earlier ||
      state.theme !== before.theme ||
      state.speed !== before.speed;
    if (!changed) return;
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_PAUSE_MS);
  });

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    save();
  }
  return {
    flush,
    stop() {
      flush();
      unsubscribe();
    },
  };
}

function write(storage: Storage, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (text.length <= MAX_LENGTH) storage.write(key, text);
}

function toWork(value: unknown): Work | undefined {
  if (!isRecord(value)) return undefined;
  const parsed = parseScenario(value.scenario);
  if (!parsed.ok) return undefined;
  return { scenario: parsed.scenario, source: toSource(value.source), edited: value.edited === true };
}

function toSource(value: unknown): ScenarioSource {
  if (isRecord(value) && value.kind === 'example' && typeof value.id === 'string') {
    return { kind: 'example', id: value.id };
  }
  return isRecord(value) && value.kind === 'link' ? { kind: 'link' } : { kind: 'own' };
}

function toPreferences(value: unknown): Partial<ViewPreferences> {
  if (!isRecord(value)) return {};
  const speed = SPEEDS.find((known) => known === value.speed);
  const theme = THEMES.find((known) => known === value.theme);
  return { ...(speed === undefined ? {} : { speed }), ...(theme === undefined ? {} : { theme }) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
