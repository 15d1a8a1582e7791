/**
 * Takes away what came along with a manifest when it was copied: Markdown around it, a shell's here-document, quote
 * marks of a mail, a common indent. What is taken away becomes spaces, so that every offset stays where it was.
 */

interface Line {
  readonly start: number;
  /** without the line end */
  readonly text: string;
}

const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*([\w+-]*)[^`\r\n]*$/;
const MANIFEST_LANGUAGES = new Set(['', 'yaml', 'yml', 'json', 'jsonc', 'k8s', 'kubernetes', 'helm', 'text']);
const LOOKS_LIKE_MANIFEST = /^[ \t]*"?(apiVersion|kind|spec|metadata|behavior|metrics)"?[ \t]*:/m;
const HEREDOC = /^[^:\n]*\b(?:kubectl|cat|oc|k)\b[^\n]*<<-?[ \t]*(['"]?)(\w+)\1/;
const COMMAND = /^[ \t]*(?:[$%❯➜][ \t]+\S|(?:\S*[$#%][ \t]+)?(?:kubectl|oc|cat)[ \t]+[a-z-])/;
/** characters; nobody types more into one line of a shell, and the pattern takes the square of it */
const LONGEST_COMMAND = 500;
const API_VERSION = /^[ \t]*"?apiVersion"?[ \t]*:/m;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  lines.push({ start, text: text.slice(start) });
  return lines;
}

/** A text whose lines are replaced by others of the same length. */
class Mask {
  private readonly source: string;
  private readonly pieces: { readonly start: number; readonly text: string }[] = [];

  constructor(source: string) {
    this.source = source;
  }

  blank({ start, text }: Line): void {
    this.replace(start, ' '.repeat(text.length));
  }

  replace(start: number, text: string): void {
    this.pieces.push({ start, text });
  }

  /** A separator in the place of a line that is long enough for it. */
  separator({ start, text }: Line): void {
    this.replace(start, '---'.padEnd(text.length));
  }

  toString(): string {
    let result = '';
    let end = 0;
    for (const { start, text } of this.pieces.toSorted((a, b) => a.start - b.start)) {
      result += this.source.slice(end, start) + text;
      end = start + text.length;
    }
    return result + this.source.slice(end);
  }
}

interface Fenced {
  readonly open: number;
  readonly close: number;
  readonly language: string;
}

function fencesOf(lines: readonly Line[]): Fenced[] {
  const fenced: Fenced[] = [];
  let open: { index: number; mark: string; language: string } | undefined;
  for (const [index, { text }] of lines.entries()) {
    const match = FENCE.exec(text);
    if (match === null) continue;
    const [, mark = '', language = ''] = match;
    if (open === undefined) open = { index, mark, language };
    else if (mark.startsWith(open.mark) && language === '') {
      fenced.push({ open: open.index, close: index, language: open.language });
      open = undefined;
    }
  }
  if (open !== undefined) fenced.push({ open: open.index, close: lines.length, language: open.language });
  return fenced;
}

function joined(lines: readonly Line[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map(({ text }) => text)
    .join('\n');
}

/** Only a closing fence was copied: the manifest stands before it. */
function isClosingOnly(lines: readonly Line[], { open, close }: Fenced): boolean {
  return close === lines.length && LOOKS_LIKE_MANIFEST.test(joined(lines, 0, open));
}

/** The numbers from `from` to below `to`. */
function linesFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Then the fences stand inside the manifest, in a block of text, and mean nothing to it. */
function hasManifestOutside(lines: readonly Line[], fenced: readonly Fenced[]): boolean {
  const inside = new Set(fenced.flatMap(({ open, close }) => linesFrom(open, close + 1)));
  return lines.some(({ text }, index) => !inside.has(index) && API_VERSION.test(text));
}

function withoutMarkdown(text: string): string {
  if (!/^[ \t]*(?:```|~~~)/m.test(text)) return text;
  const lines = linesOf(text);
  const fenced = fencesOf(lines);
  const [first] = fenced;
  const mask = new Mask(text);
  if (first !== undefined && isClosingOnly(lines, first)) {
    for (const line of lines.slice(first.open)) mask.blank(line);
    return mask.toString();
  }
  const shown = fenced.filter(
    ({ open, close, language }) =>
      MANIFEST_LANGUAGES.has(language.toLowerCase()) || HEREDOC.test(joined(lines, open + 1, close)),
  );
  if (shown.length === 0 || hasManifestOutside(lines, fenced)) return text;
  const inside = new Set(shown.flatMap(({ open, close }) => linesFrom(open + 1, close)));
  const opens = new Set(shown.map(({ open }) => open));
  for (const [index, line] of lines.entries()) {
    if (opens.has(index)) mask.separator(line);
    else if (!inside.has(index)) mask.blank(line);
  }
  return mask.toString();
}

/** A here-document's command and its last line, and the lines of a session before a manifest. */
function withoutShell(text: string): string {
  if (!text.includes('<<') && !COMMAND.test(text.trimStart())) return text;
  const mask = new Mask(text);
  let delimiter: string | undefined;
  for (const line of linesOf(text)) {
    if (delimiter !== undefined) {
      if (line.text.trim() !== delimiter) continue;
      mask.blank(line);
      delimiter = undefined;
      continue;
    }
    // What looks like a command inside of a manifest belongs to it.
    if (API_VERSION.test(line.text)) break;
    delimiter = line.text.length > LONGEST_COMMAND ? undefined : HEREDOC.exec(line.text)?.[2];
    if (delimiter !== undefined) mask.separator(line);
    else if (COMMAND.test(line.text)) mask.blank(line);
  }
  return mask.toString();
}

/** Every line quoted as mail programs and forums do it. */
function withoutQuoteMarks(text: string): string {
  if (!/^[ \t]*>/.test(text)) return text;
  const lines = linesOf(text);
  if (!lines.every((line) => /^[ \t]*(?:>|$)/.test(line.text))) return text;
  const mask = new Mask(text);
  for (const { start, text: line } of lines) {
    const at = line.indexOf('>');
    if (at >= 0) mask.replace(start, ' '.repeat(at + 1));
  }
  return mask.toString();
}

const STARTS_MANIFEST = /^(?:apiVersion|kind)[ \t]*:/m;
const PROSE = /^(?=[^\s#-])(?!\S+[ \t]*:(?:\s|$))(?!.*\{[{%])[\p{L}].*\s\S/u;

/** A question, or a sentence, that stands before the manifest. */
function withoutProse(text: string): string {
  const start = text.search(STARTS_MANIFEST);
  if (start <= 0) return text;
  const before = linesOf(text.slice(0, start)).filter((line) => line.text.trim() !== '');
  if (before.length === 0 || !before.every((line) => PROSE.test(line.text))) return text;
  const mask = new Mask(text);
  for (const line of before) mask.blank(line);
  return mask.toString();
}

const NUMBERED = /^[ \t]*(\d+)(?:[ \t]*[|:│])?(?=\s|$)/;

/** Line numbers in front of every line, as pages and `cat -n` show them. */
function withoutLineNumbers(text: string): string {
  if (!NUMBERED.test(text)) return text;
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const numbers = lines.map((line) => NUMBERED.exec(line.text));
  const areNumbered = numbers.every((match, index) => Number(match?.[1]) === Number(numbers[0]?.[1]) + index);
  if (!areNumbered || lines.length < 3) return text;
  const mask = new Mask(text);
  for (const [index, line] of lines.entries())
    mask.replace(line.start, ' '.repeat(numbers[index]?.[0].length ?? 0));
  // A tab behind the number would be indentation.
  const masked = mask.toString();
  return masked.replaceAll(/^ +\t/gm, (match) => ' '.repeat(match.length));
}

const INDENTED_SEPARATOR = /^( +)---(?=[ \t\r\n]|$)/gm;

/** Separators that are indented along with everything else move to the first column. */
function withSeparatorsInFirstColumn(text: string): string {
  if (!INDENTED_SEPARATOR.test(text)) return text;
  let indent = Number.POSITIVE_INFINITY;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const first = line.search(/\S/);
    if (first >= 0 && line[first] !== '#' && !line.startsWith('---')) indent = Math.min(indent, first);
  }
  if (indent === 0) return text;
  return text.replace(INDENTED_SEPARATOR, (whole, spaces: string) =>
    spaces.length === indent ? `---${spaces}` : whole,
  );
}

/**
 * The text as it is parsed: of the same length, with everything that is no manifest blanked out.
 *
 * @rule MF15
 */
export function prepareText(text: string): string {
  const copied = withoutLineNumbers(withoutQuoteMarks(withoutMarkdown(text)));
  return withSeparatorsInFirstColumn(withoutProse(withoutShell(copied)));
}
