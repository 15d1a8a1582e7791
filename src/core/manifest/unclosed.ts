const OPENERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** End of a quoted scalar that begins at `start`; the text's length when it is never closed. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let index = start + 1; index < text.length; index++) {
    if (quote === '"' && text[index] === '\\') index++;
    else if (text[index] === quote) {
      if (quote === "'" && text[index + 1] === quote) index++;
      else return index;
    }
  }
  return text.length;
}

/** Whether a value may begin at this place, so that a quote or bracket there opens something. */
function isValueStart(text: string, index: number): boolean {
  const before = text[index - 1];
  return before === undefined || /[\s[{,:]/.test(before);
}

/**
 * Where the last bracket, brace or quote was opened that is not closed. Parsers stop where they give up, which is
 * often the end of the text; a reader looks for the beginning.
 *
 * @returns an offset, or undefined when everything is closed
 * @rule MF11
 */
export function findUnclosed(text: string): number | undefined {
  const open: { readonly at: number; readonly closer: string }[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    const isComment = char === '#' && (index === 0 || /\s/.test(text[index - 1] ?? ''));
    if (isComment) {
      const lineEnd = text.indexOf('\n', index);
      if (lineEnd < 0) break;
      index = lineEnd;
    } else if ((char === '"' || char === "'") && isValueStart(text, index)) {
      const end = endOfQuoted(text, index);
      if (end === text.length) return index;
      index = end;
    } else if (OPENERS[char] !== undefined && (open.length > 0 || isValueStart(text, index))) {
      open.push({ at: index, closer: OPENERS[char] });
    } else if (open.at(-1)?.closer === char) open.pop();
  }
  return open.at(-1)?.at;
}
