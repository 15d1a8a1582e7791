/** The documents beside the HPA are held against the API's schema: a while after the last change, the newest text only. */
import type { Minor, Problem } from '../core/index.ts';
import type { AppStore } from './appStore.ts';

/** Less urgent than what keeps a run from starting. */
const PAUSE_MS = 120;

export type Checker = (text: string, minor: Minor) => Promise<readonly Problem[]>;

/**
 * @param after settles when the schemas may be loaded without keeping something more urgent waiting
 * @returns stops it
 */
export function startSchemaSync(
  store: AppStore,
  after: Promise<unknown>,
  loadChecker: () => Promise<Checker>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  async function check(): Promise<void> {
    turn += 1;
    const mine = turn;
    const checker = await loadChecker();
    const { manifest, kubernetes } = store.getState().scenario;
    const found = await checker(manifest, kubernetes);
    if (mine === turn) store.getState().showSchemaProblems(found);
  }

  // Without schemas there is nothing to say; the reader's own problems are there all the same.
  const checkSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check().catch(() => undefined), PAUSE_MS);
  };
  let unsubscribe: (() => void) | undefined;
  let stopped = false;
  void after.then(() => {
    if (stopped) return;
    checkSoon();
    unsubscribe = store.subscribe((state, before) => {
      const { manifest, kubernetes } = state.scenario;
      if (manifest !== before.scenario.manifest || kubernetes !== before.scenario.kubernetes) checkSoon();
    });
  });
  return () => {
    stopped = true;
    turn += 1;
    clearTimeout(timer);
    unsubscribe?.();
  };
}
