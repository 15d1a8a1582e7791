/** The axes arrive after the lines: their library is larger than everything that the first lines need. */
import { useSyncExternalStore } from 'react';
import type { Axes } from './Axes.tsx';

let loaded: typeof Axes | undefined;
const listeners = new Set<() => void>();

/** Loads them once. Without them the charts still show their lines. */
export async function loadAxes(): Promise<void> {
  try {
    loaded = (await import('./Axes.tsx')).Axes;
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

/** Undefined until they are there. */
export function useAxes(): typeof Axes | undefined {
  return useSyncExternalStore(subscribe, () => loaded);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
