/** The shelf in the browser's IndexedDB: survives reloads and crashes, and all tabs share it. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import type { Shelf } from './shelf.ts';
import { LIBRARY_LIMITS, type LibraryEntry } from './types.ts';

interface Schema extends DBSchema {
  entries: { key: string; value: unknown };
  texts: { key: string; value: unknown };
}

/** What other versions of this page, or other pages of the same host, have written is not taken on trust. */
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const entrySchema: v.GenericSchema<unknown, LibraryEntry> = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LIBRARY_LIMITS.nameLength)),
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  savedAt: time,
  openedAt: time,
  deletedAt: v.exactOptional(time),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** Rejects where the browser has no database to give. */
export async function idbShelf(name: string): Promise<Shelf> {
  let database: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    database ??= openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('entries');
        fresh.createObjectStore('texts');
      },
      // A newer version of this page wants to change the shape of it.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        database = undefined;
      },
      terminated: () => {
        database = undefined;
      },
    }).catch((error: unknown) => {
      database = undefined;
      throw error;
    });
    return database;
  }

  await open();
  return {
    isDurable: true,
    entries: async () => readable(await (await open()).getAll('entries')),
    async text(id) {
      const text = await (await open()).get('texts', id);
      return typeof text === 'string' && text.length <= LIBRARY_LIMITS.textLength ? text : undefined;
    },
    async update(change) {
      const transaction = (await open()).transaction(['entries', 'texts'], 'readwrite');
      const entries = transaction.objectStore('entries');
      const texts = transaction.objectStore('texts');
      const { put = [], remove = [], result } = change(readable(await entries.getAll()));
      const writes = put.flatMap(({ entry, text }) => [
        entries.put(entry, entry.id),
        ...(text === undefined ? [] : [texts.put(text, entry.id)]),
      ]);
      const removals = remove.flatMap((id) => [entries.delete(id), texts.delete(id)]);
      // All at once: one that fails takes the others back, and `done` says why.
      await Promise.all([...writes, ...removals, transaction.done]);
      return result;
    },
  };
}

function readable(values: readonly unknown[]): LibraryEntry[] {
  return values.flatMap((value) => {
    const parsed = v.safeParse(entrySchema, value);
    return parsed.success ? [parsed.output] : [];
  });
}
