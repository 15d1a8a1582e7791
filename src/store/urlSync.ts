/**
 * The address holds the whole scenario. Writing: a moment after each change, in place, so that the history of the
 * browser stays the visitor's. Reading: at the start (`opening.ts`) and when somebody pastes another link here.
 */
import type { Scenario, ScenarioResult } from '../core/index.ts';
import type { AppStore } from './appStore.ts';
import { offerEarlier } from './offerEarlier.ts';

const WRITE_PAUSE_MS = 250;

/** The address bar, or a test's. */
export interface AddressBar {
  /** without the `#`; empty when there is none */
  readFragment(): string;
  replaceFragment(fragment: string): void;
  /** The listener is told the fragment that came: by then the address may hold what was written over it. */
  onFragmentChange(listener: (fragment: string) => void): () => void;
}

export interface LinkCodec {
  encode(scenario: Scenario): Promise<string>;
  decode(fragment: string): Promise<ScenarioResult>;
}

export interface UrlSync {
  /** Writes the present scenario now and answers once the address holds it. */
  writeNow(): Promise<void>;
  stop(): void;
}

/**
 * @param writeFirst settles when nothing more urgent is left to do than to write what the page opened with; undefined for
 *   a link that could not be opened, which stays in the address bar until something changes
 */
export function startUrlSync(
  store: AppStore,
  address: AddressBar,
  codec: LinkCodec,
  writeFirst: Promise<unknown> | undefined,
): UrlSync {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  async function write(): Promise<void> {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    try {
      const fragment = await codec.encode(store.getState().scenario);
      if (mine === turn) address.replaceFragment(fragment);
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      store.getState().notify('warning', `The address could not be written: ${because}`);
    }
  }

  async function read(fragment: string): Promise<void> {
    // A workshop is no scenario: whoever holds it opens its steps.
    if (fragment === '' || isWorkshopFragment(fragment)) return;
    turn += 1;
    const mine = turn;
    const decoded = await codec.decode(fragment);
    if (mine !== turn) return;
    const { openScenario, notify, edited } = store.getState();
    if (!decoded.ok) return notify('warning', brokenLink(decoded.message));
    openScenario(decoded.scenario, { kind: 'link' });
    if (edited) offerEarlier(store);
  }

  void writeFirst?.then(() => {
    if (turn === 0) void write();
  });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.scenario === before.scenario) return;
    clearTimeout(timer);
    timer = setTimeout(() => void write(), WRITE_PAUSE_MS);
  });
  const unlisten = address.onFragmentChange((fragment) => void read(fragment));

  return {
    writeNow: write,
    stop() {
      clearTimeout(timer);
      unsubscribe();
      unlisten();
    },
  };
}

export function isWorkshopFragment(fragment: string): boolean {
  return fragment.startsWith('w.');
}

export function brokenLink(message: string): string {
  return `This link could not be opened. ${message}`;
}
