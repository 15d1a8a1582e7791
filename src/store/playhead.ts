/**
 * The instant that is shown, outside the store: it moves at every frame of the playback, and nothing but overlays may
 * follow it. The store only hears when it crosses into another sync.
 */
export interface Playhead {
  /** simulated seconds since the start of the run */
  getSeconds(): number;
  subscribe(listener: () => void): () => void;
  moveTo(seconds: number): void;
}

export function createPlayhead(): Playhead {
  const listeners = new Set<() => void>();
  let current = 0;
  return {
    getSeconds: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moveTo(seconds) {
      if (seconds === current) return;
      current = seconds;
      for (const listener of listeners) listener();
    },
  };
}
