/** The browser's storage as this page uses it: it may be switched off or full, and then things are just not remembered. */
export interface Storage {
  read(key: string): string | undefined;
  /** false: it could not be kept */
  write(key: string, text: string): boolean;
  remove(key: string): void;
  /** the keys of this page */
  keys(): readonly string[];
  /** another tab has written something; @returns stops listening */
  onChange(listener: (key: string) => void): () => void;
}

const PREFIX = 'hpa-playground.';

export function browserStorage(open: () => globalThis.Storage): Storage {
  return {
    read(key) {
      try {
        return open().getItem(PREFIX + key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(key, text) {
      try {
        open().setItem(PREFIX + key, text);
        return true;
      } catch {
        return false;
      }
    },
    remove(key) {
      try {
        open().removeItem(PREFIX + key);
      } catch {
        // There is no storage, and so nothing in it.
      }
    },
    keys() {
      try {
        return Object.keys(open())
          .filter((key) => key.startsWith(PREFIX))
          .map((key) => key.slice(PREFIX.length));
      } catch {
        return [];
      }
    },
    onChange(listener) {
      const hear = ({ key }: StorageEvent): void => {
        if (key?.startsWith(PREFIX) === true) listener(key.slice(PREFIX.length));
      };
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
  };
}

/** Keeps things for as long as the page is open. */
export function memoryStorage(): Storage {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key),
    write(key, text) {
      texts.set(key, text);
      return true;
    },
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
    // No other tab sees it.
    onChange: () => () => undefined,
  };
}

/** JSON from storage, or undefined: what stands there may come from anywhere. */
export function readJson(storage: Pick<Storage, 'read'>, key: string): unknown {
  const text = storage.read(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
