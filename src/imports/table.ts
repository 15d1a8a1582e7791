/** A text of separated values as rows of cells that know their lines. Pure. */
import Papa from 'papaparse';
import { LOAD_TEXT_LIMITS as LIMITS } from './limits.ts';

export interface Row {
  /** in the text, from 1 on */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly ok: true;
  readonly rows: readonly Row[];
  readonly delimiter: string;
}

/** Of two that fit equally well the first is taken: a comma may part decimals as well. */
const DELIMITERS = ['\t', ';', '|', ','];

/** @param text with line feeds alone, not longer than the limit */
export function readTable(text: string): Table | { readonly ok: false; readonly message: string } {
  const said = /^sep=(.)\n/i.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const rows: Row[] = [];
  const lines = new LineCounter(body, said === null ? 1 : 2);
  let delimiter = ',';
  let message: string | undefined;
  Papa.parse<string[]>(body, {
    delimiter: said?.[1] ?? '',
    delimitersToGuess: DELIMITERS,
    newline: '\n',
    comments: '#',
    skipEmptyLines: true,
    step({ data, errors, meta }, parser) {
      const line = lines.take(meta.cursor);
      delimiter = meta.delimiter;
      if (errors.some(({ type }) => type === 'Quotes')) {
        message = `Line ${line}: a quotation mark is not closed. Close it, or leave quotation marks out.`;
      } else if (data.length > LIMITS.columns) {
        message = `Line ${line} has ${data.length} columns; ${LIMITS.columns} are possible. Leave out what is not needed.`;
      } else if (data.some((cell) => cell.trim() !== '')) {
        rows.push({ line, cells: data });
        if (rows.length > LIMITS.rows + 1)
          message = `The text has more than ${LIMITS.rows} rows. Export it with a longer step.`;
      }
      if (message !== undefined) parser.abort();
    },
  });
  return message === undefined ? { ok: true, rows, delimiter } : { ok: false, message };
}

/** Lines of the places that a parser has come to, each looked at once. */
class LineCounter {
  readonly #text: string;
  #at = 0;
  #line: number;

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#line = firstLine;
  }

  /** The line in which the row begins that ends at a place; comments and empty lines before it are passed. */
  take(end: number): number {
    this.#skipComments(end);
    const line = this.#line;
    this.#passTo(end);
    return line;
  }

  #skipComments(end: number): void {
    while (this.#at < end && (this.#text[this.#at] === '#' || this.#text[this.#at] === '\n')) {
      const lineEnd = this.#text.indexOf('\n', this.#at);
      if (lineEnd < 0 || lineEnd >= end) return;
      this.#passTo(lineEnd + 1);
    }
  }

  #passTo(end: number): void {
    for (let at = this.#text.indexOf('\n', this.#at); at >= 0 && at < end; ) {
      this.#line++;
      at = this.#text.indexOf('\n', at + 1);
    }
    this.#at = Math.max(this.#at, end);
  }
}
