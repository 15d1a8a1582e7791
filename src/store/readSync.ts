/**
 * Problems before runs: a text that is being typed is read in the page itself, so that its markers need not wait for
 * the worker, which may be busy with a long run. The run brings the same verdict once more.
 */
import type { FeatureGates, ManifestResult, Minor, ReadOptions } from '../core/index.ts';
import type { AppStore } from './appStore.ts';

/** So that a word is typed before it is judged. */
const PAUSE_MS = 40;
/** Longer texts take more than a few milliseconds to read; they are left to the worker. UTF-16 code units. */
const LONGEST = 32 * 1024;

export type Reader = (
  text: string,
  minor: Minor,
  featureGates: FeatureGates,
  options?: ReadOptions,
) => ManifestResult;

/** @param loadReader answers the reader of the core, which is loaded at the first key */
export function startReadSync(store: AppStore, loadReader: () => Promise<Reader>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function read(): Promise<void> {
    const reader = await loadReader();
    const { scenario, showVerdict } = store.getState();
    const { manifest, kubernetes, featureGates, hpa } = scenario;
    if (!stopped) showVerdict(reader(manifest, kubernetes, featureGates, hpa === undefined ? {} : { hpa }));
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.scenario.manifest === before.scenario.manifest) return;
    clearTimeout(timer);
    const isTyped = state.opened === before.opened && !state.textIsWhole;
    // Without a reader there is the worker's answer, a moment later.
    if (isTyped && state.scenario.manifest.length <= LONGEST)
      timer = setTimeout(() => void read().catch(() => undefined), PAUSE_MS);
  });
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
