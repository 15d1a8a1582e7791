import { expect, it } from 'vitest';
import { longHex } from './theme.ts';

it('gives Monaco six digits, however the build wrote the colour', () => {
  expect(longHex('#fff')).toBe('#ffffff');
  expect(longHex('#a5e')).toBe('#aa55ee');
  expect(longHex('#5c6675')).toBe('#5c6675');
});
