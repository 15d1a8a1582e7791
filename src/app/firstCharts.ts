/** What is loaded when: the first lines, then their axes, then the editor. Nothing keeps what comes before it waiting. */
import { loadAxes } from '../charts/axesLoader.ts';
import type { AppStore } from '../store/appStore.ts';

/** Longest wait for the first run before the rest is loaded all the same, milliseconds. */
const LONGEST_MS = 3_000;

/** Settles when the first run has ended one way or the other, its lines are painted and their axes are there. */
export async function firstChartsOf(store: AppStore): Promise<void> {
  await Promise.race([firstRunOf(store), pause(LONGEST_MS)]);
  await painted();
  await loadAxes();
  await painted();
}

function firstRunOf(store: AppStore): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe(({ trace, problems, failure }) => {
      if (trace === undefined && problems.length === 0 && failure === undefined) return;
      unsubscribe();
      resolve();
    });
  });
}

/** A tab in the background gets no frames: there it is a pause. */
const LONGEST_FRAME_MS = 200;

/** After the next frame: what was rendered before is painted by then. */
function painted(): Promise<void> {
  const frame = new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
  return Promise.race([frame, pause(LONGEST_FRAME_MS)]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
