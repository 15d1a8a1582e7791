import { expect, test } from 'vitest';
import { withEdits } from './useManifestEdits.ts';

function at(startLine: number, startColumn: number, endLine: number, endColumn: number) {
  return { startLine, startColumn, endLine, endColumn };
}

test('edits are made where they were meant, whatever comes before them', () => {
  const edits = [
    { range: at(1, 1, 1, 1), newText: '# new\n' },
    { range: at(2, 4, 2, 5), newText: '20' },
    { range: at(3, 1, 3, 5), newText: '' },
  ];
  for (const eol of ['\n', '\r\n', '\r']) {
    const text = ['a: 1', 'b: 2', 'c: 3'].join(eol);
    expect(withEdits(text, edits)).toBe(`# new\na: 1${eol}b: 20${eol}`);
  }
});
