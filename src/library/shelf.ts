/** Where entries and the texts of their scenarios lie. What is done with them is decided in `changes.ts`. */
import type { LibraryEntry } from './types.ts';

export interface Change<T> {
  readonly put?: readonly { readonly entry: LibraryEntry; readonly text?: string }[];
  readonly remove?: readonly string[];
  readonly result: T;
}

export interface Shelf {
  /** false: gone when the tab closes */
  readonly isDurable: boolean;
  entries(): Promise<readonly LibraryEntry[]>;
  text(id: string): Promise<string | undefined>;
  /** In one go: nobody else changes anything between what `change` sees and what it asks for. */
  update<T>(change: (entries: readonly LibraryEntry[]) => Change<T>): Promise<T>;
}

/** For browsers that let a page keep nothing. */
export function memoryShelf(): Shelf {
  const entries = new Map<string, LibraryEntry>();
  const texts = new Map<string, string>();
  return {
    isDurable: false,
    entries: async () => [...entries.values()],
    text: async (id) => texts.get(id),
    async update(change) {
      const { put = [], remove = [], result } = change([...entries.values()]);
      for (const { entry, text } of put) {
        entries.set(entry.id, entry);
        if (text !== undefined) texts.set(entry.id, text);
      }
      for (const id of remove) {
        entries.delete(id);
        texts.delete(id);
      }
      return result;
    },
  };
}
