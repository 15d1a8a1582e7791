/** Storage for the tests of what is kept: one browser, its tabs, and a bound on how much it takes. */
import type { Place } from '../autosave.ts';
import type { Storage } from '../storage.ts';

export interface TestBrowser {
  readonly texts: Map<string, string>;
  /** UTF-16 code units of all texts together */
  room: number;
  /** @param name of the tab; its writes are heard by the others */
  tab(name: string): Place;
}

export function testBrowser(): TestBrowser {
  const texts = new Map<string, string>();
  const listeners: { readonly tab: string; hear(key: string): void }[] = [];
  let time = 1000;

  function storageOf(tab: string): Storage {
    return {
      read: (key) => texts.get(key),
      write(key, text) {
        const others = [...texts].reduce((sum, [other, { length }]) => sum + (other === key ? 0 : length), 0);
        if (others + text.length > browser.room) return false;
        texts.set(key, text);
        for (const listener of listeners) if (listener.tab !== tab) listener.hear(key);
        return true;
      },
      remove: (key) => {
        texts.delete(key);
      },
      keys: () => [...texts.keys()],
      onChange(hear) {
        const listener = { tab, hear };
        listeners.push(listener);
        return () => listeners.splice(listeners.indexOf(listener), 1);
      },
    };
  }

  const browser: TestBrowser = {
    texts,
    room: 5_000_000,
    tab: (name) => ({ storage: storageOf(name), tab: () => name, now: () => ++time }),
  };
  return browser;
}
