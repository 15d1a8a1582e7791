/** Puts the page together: what to open, the store, the worker, and the subscribers that connect them. */
import { createRef } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { DrawnRun } from '../charts/props.ts';
import type { EditorHandle } from '../editor/ManifestEditor.tsx';
import { startAdviceSync } from '../store/adviceSync.ts';
import { type AppStore, createAppStore } from '../store/appStore.ts';
import { readSaved, startAutosave } from '../store/autosave.ts';
import { startChartsSync } from '../store/chartsSync.ts';
import type { CompareSync } from '../store/compareSync.ts';
import { startExplainSync } from '../store/explainSync.ts';
import { offerEarlier } from '../store/offerEarlier.ts';
import { openingOf } from '../store/opening.ts';
import { startPlayback } from '../store/playback.ts';
import { createPlayhead } from '../store/playhead.ts';
import { startRunSync } from '../store/runSync.ts';
import type { Work } from '../store/scenarioSlice.ts';
import { startSettling } from '../store/settledStore.ts';
import type { AppState } from '../store/state.ts';
import { browserStorage, memoryStorage, type Storage } from '../store/storage.ts';
import { tabPlace } from '../store/tabDrafts.ts';
import { type AddressBar, isWorkshopFragment, type LinkCodec, startUrlSync } from '../store/urlSync.ts';
import { startWatchSync } from '../store/watchSync.ts';
import { loadTooltips } from '../ui/tooltipLoader.ts';
import { createSimulationClient } from '../worker/simulationClient.ts';
import { spawnWorker } from '../worker/spawnWorker.ts';
import type { Services } from './context.tsx';
import { EXAMPLES } from './examples.ts';
import { firstChartsOf } from './firstCharts.ts';
import { libraryLater } from './library.ts';
import { startPresentation } from './presentation.ts';

/** A run takes milliseconds; this long without an answer means that the worker is stuck. */
const WATCHDOG_MS = 10_000;

/** Read only where the address holds a link, written after the first charts. */
const codec: LinkCodec = {
  encode: async (scenario) => (await import('../share/index.ts')).encodeScenario(scenario),
  decode: async (fragment) => (await import('../share/index.ts')).decodeScenario(fragment),
};

interface StartOptions {
  /** for a view in somebody else's page: the reader's own work is neither read nor changed */
  readonly keepsNothing?: boolean;
}

export async function start({ keepsNothing = false }: StartOptions = {}): Promise<Services> {
  const client = createSimulationClient({ spawn: spawnWorker, watchdogMs: WATCHDOG_MS });
  client.warmUp();
  const storage = keepsNothing ? memoryStorage() : browserStorage(() => window.localStorage);
  const session = keepsNothing ? memoryStorage() : browserStorage(() => window.sessionStorage);
  const place = tabPlace({
    storage,
    session,
    locks: keepsNothing ? undefined : (navigator.locks as LockManager | undefined),
    newName: () =>
      Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-'),
    now: Date.now,
  });
  const fragment = addressBar.readFragment();
  const isWorkshop = isWorkshopFragment(fragment);
  const link = fragment === '' || isWorkshop ? undefined : await codec.decode(fragment);
  const saved = readSaved(place);
  const opening = await openingOf(link, saved, firstExample);

  const store = createAppStore(opening.start);
  startChartsSync(store, storage);
  startPresentation(store, storage);
  const playhead = createPlayhead();
  const { settled } = startSettling(store);
  startExplainSync(store, settled, client);
  startAdviceSync(store, settled, client);
  startWatchSync(store, settled, client);
  startPlayback(store, playhead, {
    request: requestAnimationFrame.bind(window),
    cancel: cancelAnimationFrame.bind(window),
  });
  const runs = startRunSync(store, client);
  const comparing = startComparingLater(store, settled);
  const autosave = startAutosave(store, place, saved.earlier);
  window.addEventListener('pagehide', autosave.flush);
  if (opening.notice !== undefined) store.getState().notify('warning', opening.notice);
  if (opening.hasPutAside) offerEarlier(store);
  const firstCharts = firstChartsOf(store);
  const url = startUrlSync(store, addressBar, codec, opening.linkIsBroken ? undefined : firstCharts);
  const taught = isWorkshop ? firstCharts.then(() => openWorkshop(store, fragment)) : firstCharts;
  if (!keepsNothing) void taught.then(() => rememberTaught(store, session));
  addressBar.onFragmentChange(() => {
    const next = addressBar.readFragment();
    if (isWorkshopFragment(next)) void openWorkshop(store, next);
  });
  void firstCharts.then(loadTooltips);
  void firstCharts.then(() => place.settleIn(store, autosave));
  void firstCharts.then(() => rememberComparison(store, session));
  if (!keepsNothing) {
    void firstCharts.then(() => import('./offline.ts')).then(({ startOffline }) => startOffline(store));
  }

  return {
    store,
    settled,
    run: drawnRunOf(store),
    playhead,
    examples: EXAMPLES,
    editor: createRef<EditorHandle>(),
    firstCharts,
    library: libraryLater(store, firstCharts),
    runAgain: runs.runAgain,
    cancelRun: client.cancelRun,
    comparing,
    async fitLoad() {
      const { newScenario } = await import('./newScenario.ts');
      const {
        manifest,
        loads: _loads,
        cluster: _cluster,
        version: _version,
        ...kept
      } = store.getState().scenario;
      store.getState().fitLoad(newScenario(manifest, kept));
    },
    async linkToScenario() {
      await url.writeNow();
      return window.location.href;
    },
  };
}

async function openWorkshop(store: AppStore, fragment: string): Promise<void> {
  try {
    await (await import('../workshop/hold.ts')).openWorkshopLink(store, fragment);
  } catch {
    store.getState().notify('warning', 'The part of the page for workshops could not be loaded. Try again.');
  }
}

/** Comparing has a worker of its own; both come when somebody compares for the first time. */
function startComparingLater(store: AppStore, settled: StoreApi<AppState>): Services['comparing'] {
  const createClient = () => createSimulationClient({ spawn: spawnWorker, watchdogMs: WATCHDOG_MS });
  let isStarted = false;
  let sync: CompareSync | undefined;
  store.subscribe(async ({ kept, whatIf }, before) => {
    const isAsked = kept !== before.kept || whatIf !== before.whatIf;
    if (isStarted || !isAsked || (kept === undefined && whatIf === undefined)) return;
    isStarted = true;
    try {
      const { startCompareSync } = await import('../store/compareSync.ts');
      sync = startCompareSync(store, settled, createClient);
    } catch {
      isStarted = false;
      store.getState().failComparing('The part of the page that compares could not be loaded. Try again.');
    }
  });
  return { cancel: () => sync?.cancel(), runAgain: () => sync?.runAgain() };
}

/** After the first charts: a comparison that is taken up again starts a worker of its own. */
async function rememberComparison(store: AppStore, session: Storage): Promise<void> {
  const { startCompareMemory } = await import('../store/compareMemory.ts');
  const memory = startCompareMemory(store, session);
  window.addEventListener('pagehide', memory.flush);
}

/** A lesson or a workshop that was open before a reload goes on; nothing of it is fetched before one is there. */
async function rememberTaught(store: AppStore, session: Storage): Promise<void> {
  const { attempt, held } = store.getState();
  const isKept = session.read('taught') !== undefined;
  if (!isKept && attempt === undefined && held === undefined) await taughtBegins(store);
  const { startTaughtMemory } = await import('../workshop/memory.ts');
  const memory = await startTaughtMemory(store, session);
  window.addEventListener('pagehide', memory.flush);
}

function taughtBegins(store: AppStore): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(({ attempt, held }) => {
      if (attempt === undefined && held === undefined) return;
      stop();
      resolve();
    });
  });
}

/** What the charts draw: the newest run of all, also while the panels wait for a pause of the hand. */
function drawnRunOf(store: AppStore): DrawnRun {
  return {
    get: () => store.getState().trace,
    subscribe: (listener) =>
      store.subscribe((state, before) => {
        if (state.trace !== before.trace) listener();
      }),
  };
}

/** What is opened where there is nothing else. */
async function firstExample(): Promise<Work> {
  const first = EXAMPLES[0];
  if (first === undefined) throw new Error('there is no example to open with');
  return { scenario: await first.open(), source: { kind: 'example', id: first.id }, edited: false };
}

const addressBar: AddressBar = {
  readFragment: () => fragmentOf(window.location.href),
  replaceFragment: (fragment) => window.history.replaceState(null, '', `#${fragment}`),
  onFragmentChange(listener) {
    const tell = ({ newURL }: HashChangeEvent): void => listener(fragmentOf(newURL));
    window.addEventListener('hashchange', tell);
    return () => window.removeEventListener('hashchange', tell);
  },
};

function fragmentOf(address: string): string {
  return new URL(address).hash.replace(/^#/, '');
}
