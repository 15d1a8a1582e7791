/**
 * The comparison of this tab, which survives a reload: what was kept as A, beside the scenario it was kept for. Read
 * back through the scenario's own door, like anything from outside.
 */
import { parseScenario, type Scenario } from '../core/index.ts';
import type { AppStore } from './appStore.ts';
import { sameScenario } from './sameScenario.ts';
import { readJson, type Storage } from './storage.ts';

const KEY = 'compare';
const SAVE_PAUSE_MS = 400;
/** Characters of JSON; browsers allow about five million for everything. */
const MAX_LENGTH = 1_000_000;
/** Dearer than any pod. */
const HIGHEST_PRICE = 1_000_000;

interface Remembered {
  readonly kept: Scenario;
  /** what stood beside it: a comparison with something else is none */
  readonly present: Scenario;
  readonly pricePerPodHour: number;
}

/** Takes the comparison up again where the present scenario is the one that it was about, and goes on saving it. */
export function startCompareMemory(store: AppStore, session: Storage): { flush(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  takeUp(store, read(session));

  function save(): void {
    timer = undefined;
    const { kept, scenario: present, pricePerPodHour } = store.getState();
    if (kept === undefined) {
      session.remove(KEY);
      return;
    }
    const text = JSON.stringify({ kept, present, pricePerPodHour } satisfies Remembered);
    if (text.length <= MAX_LENGTH) session.write(KEY, text);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const ended = state.kept === undefined && before.kept !== undefined;
    const changed =
      state.kept !== before.kept ||
      state.scenario !== before.scenario ||
      state.pricePerPodHour !== before.pricePerPodHour;
    if (!ended && (!changed || state.kept === undefined)) return;
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

function takeUp(store: AppStore, remembered: Remembered | undefined): void {
  const { scenario, kept, compareWith, setPrice } = store.getState();
  if (remembered === undefined || kept !== undefined || !sameScenario(remembered.present, scenario)) return;
  setPrice(remembered.pricePerPodHour);
  compareWith(remembered.kept);
}

function read(session: Storage): Remembered | undefined {
  const value = readJson(session, KEY);
  if (typeof value !== 'object' || value === null) return undefined;
  const { kept, present, pricePerPodHour: price } = value as Readonly<Record<string, unknown>>;
  const [a, b] = [parseScenario(kept), parseScenario(present)];
  const isPrice = typeof price === 'number' && price >= 0 && price <= HIGHEST_PRICE;
  return a.ok && b.ok && isPrice
    ? { kept: a.scenario, present: b.scenario, pricePerPodHour: price }
    : undefined;
}
