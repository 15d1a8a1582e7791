/** The way from one text to another in edits that leave the cursor where it was. */
import type { TextEdit } from '../core/index.ts';

/** One edit a changed line; a single one for everything where lines were added or taken out. */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const [old, next] = [before.split(/\r\n|\n|\r/), after.split(/\r\n|\n|\r/)];
  if (old.length !== next.length) {
    const endColumn = (old.at(-1) ?? '').length + 1;
    return [{ range: { startLine: 1, startColumn: 1, endLine: old.length, endColumn }, newText: after }];
  }
  return old.flatMap((line, index) => {
    const newText = next[index] ?? '';
    const range = { startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: line.length + 1 };
    return line === newText ? [] : [{ range, newText }];
  });
}
