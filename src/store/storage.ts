/** The browser's storage as this page uses it: it may be switched off or full, and then things are just not remembered. */
export interface Storage {
  read(key: string): string | undefined;
  /** false: it could not be kept */
  write(key: string, text: string): boolean;
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
  };
}

/** JSON from storage, or undefined: what stands there may come from anywhere. */
export function readJson(storage: Storage, key: string): unknown {
  const text = storage.read(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
