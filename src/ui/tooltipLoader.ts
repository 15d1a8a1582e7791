/** Tooltips arrive after the first charts: placing them takes more script than the charts' lines. */
import { useSyncExternalStore } from 'react';
import type { RadixTooltip } from './RadixTooltip.tsx';

let loaded: typeof RadixTooltip | undefined;
const listeners = new Set<() => void>();

/** Loads them once. Without them every button still has its name. */
export async function loadTooltips(): Promise<void> {
  try {
    loaded = (await import('./RadixTooltip.tsx')).RadixTooltip;
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

/** Undefined until they are there. */
export function useTooltip(): typeof RadixTooltip | undefined {
  return useSyncExternalStore(subscribe, get, get);
}

function get(): typeof RadixTooltip | undefined {
  return loaded;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
