/** A value outside React's state, for what changes with every move of the pointer. */
export interface Cell<Value> {
  get(): Value | undefined;
  set(value: Value | undefined): void;
  subscribe(listener: () => void): () => void;
}

export function createCell<Value>(): Cell<Value> {
  let current: Value | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (value === current) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
