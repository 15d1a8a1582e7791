import { expect, test } from 'vitest';
import { lineEdits } from './lineEdits.ts';

test('only lines that changed are edited', () => {
  expect(lineEdits('a\n b\nc', 'a\nb\nc')).toEqual([
    { range: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 3 }, newText: 'b' },
  ]);
  expect(lineEdits('a', 'a')).toEqual([]);
});

test('a line more or less is one edit of the whole', () => {
  expect(lineEdits('{a: 1}', '{\na: 1\n}')).toEqual([
    { range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 7 }, newText: '{\na: 1\n}' },
  ]);
});
