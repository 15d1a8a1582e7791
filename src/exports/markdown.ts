/** Text as Markdown that shows it to the letter, whatever it holds: nothing in it becomes markup. */

/** Every character that can begin markup in GitHub's Markdown or in CommonMark, HTML and mentions included. */
const MARKUP = /[\\`*_{}[\]()<>#+\-.!|~&@:$"']/g;

/** A text inside a line or a cell of a table. */
export function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** As code, between as many backticks as it takes. */
export function codeSpan(text: string): string {
  const oneLine = text.replace(/[\s\p{Cc}]+/gu, ' ');
  const fence = '`'.repeat(longestRun(oneLine, '`') + 1);
  const gap = /^`|`$/.test(oneLine) ? ' ' : '';
  return `${fence}${gap}${oneLine}${gap}${fence}`;
}

/** A block of code, between fences that it does not hold itself. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}

function longestRun(text: string, char: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(new RegExp(`${char}+`, 'g'))) longest = Math.max(longest, run.length);
  return longest;
}

/** @param rows cells that are Markdown already; the last column holds figures */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = head.map((_, index) => (index === head.length - 1 ? '--:' : ':--'));
  return line(head) + line(rule) + rows.map(line).join('');
}
