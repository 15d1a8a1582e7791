/**
 * Plain data as YAML that people like to read and that every YAML reader understands alike: texts of several lines as
 * blocks, other texts in double quotes, short records on one line.
 */

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

const INDENT = '  ';
/** A record of numbers and short words, like a load point, fits on one line. */
const LONGEST_LINE = 80;

/**
 * Half of a surrogate pair, which no YAML can hold.
 *
 * @returns whether the text can be written in UTF-8 at all
 */
export function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

/** What has to be escaped between double quotes: what is no printable character of YAML, and breaks of other scripts. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What a block keeps to the letter: printable lines that end in a line feed, no blanks in front of the first. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_FOR_A_BLOCK = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

function isBlock(text: string): boolean {
  return text.includes('\n') && /^[^ \t\n]/.test(text) && !NOT_FOR_A_BLOCK.test(text);
}

/** `|` keeps one line end, `|-` none, `|+` all of them. */
function block(text: string, indent: string): string {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const sign = !text.endsWith('\n') ? '|-' : body.endsWith('\n') ? '|+' : '|';
  const lines = body.split('\n').map((line) => (line === '' ? '' : indent + line));
  return `${sign}\n${lines.join('\n')}`;
}

function scalar(value: null | boolean | number | string): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}

function isScalar(value: Plain): value is null | boolean | number | string {
  return value === null || typeof value !== 'object';
}

function key(name: string): string {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : quoted(name);
}

function oneLine(value: Plain): string | undefined {
  if (isScalar(value) || Array.isArray(value)) return undefined;
  const pairs = Object.entries(value);
  if (pairs.length === 0 || !pairs.every(([, held]) => isScalar(held))) return undefined;
  const text = `{ ${pairs.map(([name, held]) => `${key(name)}: ${scalar(held as string)}`).join(', ')} }`;
  return text.length <= LONGEST_LINE ? text : undefined;
}

/** What stands behind `key:` or `-`, with the blank or the line end in between. */
function behind(value: Plain, indent: string, isItem: boolean): string {
  if (typeof value === 'string' && isBlock(value)) return ` ${block(value, indent + INDENT)}`;
  if (isScalar(value)) return ` ${scalar(value)}`;
  if (Object.keys(value).length === 0) return Array.isArray(value) ? ' []' : ' {}';
  const short = isItem ? oneLine(value) : undefined;
  if (short !== undefined) return ` ${short}`;
  const lines = linesOf(value, indent + INDENT);
  // The first key of an item stands behind its dash.
  return isItem && !Array.isArray(value) ? ` ${lines.slice(indent.length + INDENT.length)}` : `\n${lines}`;
}

function linesOf(value: readonly Plain[] | { readonly [key: string]: Plain }, indent: string): string {
  if (Array.isArray(value)) {
    return value.map((item: Plain) => `${indent}-${behind(item, indent, true)}`).join('\n');
  }
  return Object.entries(value)
    .map(([name, held]) => `${indent}${key(name)}:${behind(held, indent, false)}`)
    .join('\n');
}

/**
 * A record as a YAML document.
 *
 * @param record plain data without undefined; its texts are well-formed
 * @returns text that ends in a line end
 */
export function toYaml(record: object): string {
  return `${linesOf(record as { readonly [key: string]: Plain }, '')}\n`;
}
