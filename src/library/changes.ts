/** What saving, renaming and the rest do to the entries. Pure: entries in, what to write out. */
import { distinctName } from './names.ts';
import type { Change } from './shelf.ts';
import {
  LIBRARY_LIMITS,
  type LibraryEntry,
  type LibraryFailure,
  type LibraryRef,
  type SavedEntry,
} from './types.ts';

/** What the world adds to a change. */
export interface Occasion {
  /** milliseconds since 1970 */
  readonly now: number;
  /** for an entry that has none yet */
  readonly newId: string;
}

type Planned<T> = Change<T | LibraryFailure>;
type Entries = readonly LibraryEntry[];

/** A new entry. A name that is taken gets a number. */
export function planKeep(
  entries: Entries,
  name: string,
  text: string,
  { now, newId }: Occasion,
): Planned<LibraryEntry> {
  const expired = expiredIds(entries, now);
  if (entries.length - expired.length >= LIBRARY_LIMITS.entries) return { result: 'limit' };
  const entry: LibraryEntry = {
    id: newId,
    name: distinctName(
      name,
      present(entries).map((other) => other.name),
    ),
    revision: 1,
    savedAt: now,
    openedAt: now,
    size: text.length,
  };
  return { put: [{ entry, text }], remove: expired, result: entry };
}

/**
 * Over what the tab knows of the entry. Where another tab was quicker, or has deleted it, nothing of the other is
 * touched: this becomes an entry of its own.
 */
export function planSave(
  entries: Entries,
  ref: LibraryRef,
  text: string,
  occasion: Occasion,
): Planned<SavedEntry> {
  const entry = entries.find(({ id }) => id === ref.id);
  if (entry === undefined || entry.deletedAt !== undefined || entry.revision !== ref.revision) {
    const { result, ...writes } = planKeep(entries, entry?.name ?? ref.name, text, occasion);
    return { ...writes, result: typeof result === 'string' ? result : { entry: result, isCopy: true } };
  }
  const next = { ...entry, revision: entry.revision + 1, savedAt: occasion.now, size: text.length };
  return { put: [{ entry: next, text }], result: { entry: next, isCopy: false } };
}

/** A name that another has gets a number, as for a new entry. */
export function planRename(entries: Entries, id: string, name: string): Planned<LibraryEntry> {
  return changed(entries, id, (entry) => {
    const others = present(entries).filter((other) => other.id !== id);
    return {
      ...entry,
      name: distinctName(
        name,
        others.map((other) => other.name),
      ),
    };
  });
}

export function planOpen(entries: Entries, id: string, now: number): Planned<LibraryEntry> {
  return changed(entries, id, (entry) => ({ ...entry, openedAt: now }));
}

/** Into the bin. */
export function planDelete(entries: Entries, id: string, now: number): Planned<LibraryEntry> {
  return changed(entries, id, (entry) => ({ ...entry, deletedAt: now }));
}

/** Out of the bin, under its name or, if that is taken by now, with a number. */
export function planRestore(entries: Entries, id: string): Planned<LibraryEntry> {
  return changed(entries, id, ({ deletedAt: _deletedAt, ...entry }) => ({
    ...entry,
    name: distinctName(
      entry.name,
      present(entries)
        .filter((other) => other.id !== id)
        .map((other) => other.name),
    ),
  }));
}

/** For good: all that lies in the bin. */
export function planEmptyBin(entries: Entries): Planned<number> {
  const remove = entries.filter(({ deletedAt }) => deletedAt !== undefined).map(({ id }) => id);
  return { remove, result: remove.length };
}

/** Those that are not in the bin. */
export function present(entries: Entries): LibraryEntry[] {
  return entries.filter(({ deletedAt }) => deletedAt === undefined);
}

function changed(
  entries: Entries,
  id: string,
  change: (entry: LibraryEntry) => LibraryEntry,
): Planned<LibraryEntry> {
  const entry = entries.find((other) => other.id === id);
  if (entry === undefined) return { result: 'gone' };
  const next = change(entry);
  return { put: [{ entry: next }], result: next };
}

function expiredIds(entries: Entries, now: number): string[] {
  return entries
    .filter(({ deletedAt }) => deletedAt !== undefined && now - deletedAt > LIBRARY_LIMITS.binMs)
    .map(({ id }) => id);
}
