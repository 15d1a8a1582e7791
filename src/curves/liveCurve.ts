/**
 * The curve under the hand, outside React's state: each step of a gesture changes it, and only what is drawn of the
 * curve follows at once. The owner gives the same curve back by props, at the latest when the hand pauses.
 */
import type { LoadCurve } from '../core/index.ts';

export interface LiveCurve {
  get(): LoadCurve;
  set(curve: LoadCurve): void;
  subscribe(listener: () => void): () => void;
}

export function createLiveCurve(start: LoadCurve): LiveCurve {
  let current = start;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(curve) {
      if (curve === current) return;
      current = curve;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
