import { expect, test } from 'vitest';
import { manifestName } from './manifestName.ts';

test.each([
  ['metadata:\n  name: gateway\nspec:\n  name: other', 'gateway'],
  ['name: "quoted" # comment', 'quoted'],
  ['# name: commented\nkind: X', undefined],
  ['', undefined],
])('%j is called %s', (text, name) => {
  expect(manifestName(text)).toBe(name);
});
