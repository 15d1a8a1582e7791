/** The instant under the pointer: state outside React, because it changes with every pointer move. */

/** What one thing under the pointer says of itself, in place of everything at that instant. */
export interface HoverSubject {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export interface Hovered {
  readonly seconds: number;
  /** where the tooltip belongs, in pixels of the window */
  readonly clientX: number;
  readonly clientY: number;
  /** a finger lies there */
  readonly byTouch?: boolean;
  readonly subject?: HoverSubject;
}

export interface HoverStore {
  get(): Hovered | undefined;
  set(hovered: Hovered | undefined): void;
  subscribe(listener: () => void): () => void;
}

export function createHover(): HoverStore {
  let hovered: Hovered | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => hovered,
    set: (next) => {
      hovered = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
