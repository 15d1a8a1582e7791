import type { QuickFix } from '../src/core/index.ts';

/** The text with all edits of a fix made at once, as an editor makes them. */
export function applyFix(text: string, { edits }: QuickFix): string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const offsetOf = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  const placed = edits
    .map(({ range, newText }) => ({
      start: offsetOf(range.startLine, range.startColumn),
      end: offsetOf(range.endLine, range.endColumn),
      newText,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of placed) {
    if (start < at) throw new Error(`edits overlap at offset ${start}`);
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
