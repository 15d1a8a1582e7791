import { expect, test } from 'vitest';
import { cutBy, KEEPERS, QR_CHARACTERS, SAFE_CHARACTERS } from './lengths.ts';

test('a link is cut by those whose bound it passes, and by no other', () => {
  const lengths = KEEPERS.map(({ mostCharacters }) => mostCharacters);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  expect(cutBy(SAFE_CHARACTERS)).toEqual([]);
  expect(cutBy(SAFE_CHARACTERS + 1).map(({ name }) => name)).toEqual(['a message on Discord']);
  expect(cutBy(QR_CHARACTERS).map(({ name }) => name)).not.toContain('a QR code');
  expect(cutBy(1_000_000)).toEqual(KEEPERS);
});
