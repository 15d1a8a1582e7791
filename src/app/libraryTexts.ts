/** Kept scenarios in words and in order. */
import { present } from '../library/changes.ts';
import type { LibraryEntry } from '../library/types.ts';

/** From this many on there is a field to search them. */
export const MANY = 6;

/** What was worked on last comes first. */
export function recentFirst(entries: readonly LibraryEntry[]): readonly LibraryEntry[] {
  return present(entries).sort((a, b) => lastUse(b) - lastUse(a) || (a.name < b.name ? -1 : 1));
}

/** What was deleted last comes first. */
export function inBin(entries: readonly LibraryEntry[]): readonly LibraryEntry[] {
  return entries
    .filter(({ deletedAt }) => deletedAt !== undefined)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
}

/** Those whose name has all of the words. */
export function withWords(entries: readonly LibraryEntry[], words: string): readonly LibraryEntry[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return entries.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
}

/** `12 scenarios, 48 kB` */
export function amountText(entries: readonly LibraryEntry[]): string {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  return `${entries.length === 1 ? '1 scenario' : `${entries.length} scenarios`}, ${sizeText(size)}`;
}

/** Of JSON that is nearly all ASCII: a character is a byte. */
export function sizeText(characters: number): string {
  if (characters < 1000) return `${characters} bytes`;
  if (characters < 1_000_000) return `${(characters / 1000).toFixed(1)} kB`;
  return `${(characters / 1_000_000).toFixed(1)} MB`;
}

/** `2 minutes ago`, from a week on the date. @param now milliseconds since 1970, as `at` */
export function agoText(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return counted(minutes, 'minute');
  if (minutes < 24 * 60) return counted(Math.floor(minutes / 60), 'hour');
  const days = Math.floor(minutes / (24 * 60));
  return days < 7 ? counted(days, 'day') : `on ${new Date(at).toISOString().slice(0, 10)}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

function lastUse({ savedAt, openedAt }: LibraryEntry): number {
  return Math.max(savedAt, openedAt);
}
