import { expect, test } from 'vitest';
import type { LibraryEntry } from '../library/types.ts';
import { agoText, amountText, inBin, recentFirst, sizeText, withWords } from './libraryTexts.ts';

const entryOf = (name: string, changes: Partial<LibraryEntry> = {}): LibraryEntry => ({
  id: name,
  name,
  revision: 1,
  savedAt: 1,
  openedAt: 1,
  size: 10,
  ...changes,
});
const namesOf = (entries: readonly LibraryEntry[]) => entries.map(({ name }) => name);

test('the one that was saved or opened last comes first; the bin is apart', () => {
  const entries = [
    entryOf('old'),
    entryOf('opened', { openedAt: 30 }),
    entryOf('saved', { savedAt: 40 }),
    entryOf('gone', { deletedAt: 50 }),
    entryOf('gone later', { deletedAt: 60 }),
  ];
  expect(namesOf(recentFirst(entries))).toEqual(['saved', 'opened', 'old']);
  expect(namesOf(inBin(entries))).toEqual(['gone later', 'gone']);
});

test('words are found in any order and in any letters', () => {
  const entries = [entryOf('Checkout at night'), entryOf('checkout'), entryOf('Night')];
  expect(namesOf(withWords(entries, 'night check'))).toEqual(['Checkout at night']);
  expect(namesOf(withWords(entries, ' '))).toHaveLength(3);
  expect(namesOf(withWords(entries, 'x'))).toEqual([]);
});

test('amounts', () => {
  expect(amountText([entryOf('a', { size: 999 })])).toBe('1 scenario, 999 bytes');
  expect(amountText([entryOf('a', { size: 1500 }), entryOf('b')])).toBe('2 scenarios, 1.5 kB');
  expect(sizeText(2_340_000)).toBe('2.3 MB');
});

test.each([
  [30_000, 'just now'],
  [60_000, '1 minute ago'],
  [59 * 60_000, '59 minutes ago'],
  [3_600_000, '1 hour ago'],
  [2 * 86_400_000, '2 days ago'],
  [7 * 86_400_000, 'on 2026-01-01'],
])('%d ms ago', (elapsed, text) => {
  const now = Date.UTC(2026, 0, 1, 12) + elapsed;
  expect(agoText(now - elapsed, now)).toBe(text);
});
