/**
 * Columns as Go's tabwriter aligns them. Both that kubectl uses (`text/tabwriter` and its fork for tables) pad with
 * blanks and do the same for what is printed here.
 */

/**
 * Collects text in which tabs end cells, and pads each cell to the width of its column.
 *
 * A column is a run of neighbouring lines that all have a cell there; the text behind a line's last tab belongs to no
 * column. So a line without tabs ends every column, and the same column of another run has its own width.
 */
export class TabWriter {
  readonly #minWidth: number;
  readonly #padding: number;
  /** cells of each line that has begun; the last line is the one being written */
  #lines: string[][] = [[]];
  #cell = '';
  #out = '';
  /** widths of the columns that the lines being laid out share, from the left */
  readonly #widths: number[] = [];
  /** the widest that each column has been so far, where that outlasts a flush */
  readonly #remembered: number[] | undefined;

  /**
   * @param minWidth  smallest width of a column, with its padding
   * @param padding   blanks behind the widest cell
   * @param remembers a column stays as wide as it once was, as the fork for tables has it
   */
  constructor(minWidth: number, padding: number, remembers = false) {
    this.#minWidth = minWidth;
    this.#padding = padding;
    this.#remembered = remembers ? [] : undefined;
  }

  /** @upstream text/tabwriter Writer.Write */
  write(text: string): void {
    for (const part of text.split(/([\t\v\n\f])/)) {
      if (part === '\t' || part === '\v') this.#endCell();
      else if (part === '\n' || part === '\f') this.#endLine(part === '\f');
      else this.#cell += part;
    }
  }

  /** Lays out what has been written; columns do not reach across. @upstream text/tabwriter Writer.Flush */
  flush(): void {
    if (this.#cell !== '') this.#endCell();
    this.#format(0, this.#lines.length);
    this.#lines = [[]];
  }

  /** What has been written since the last time. */
  drain(): string {
    this.flush();
    const out = this.#out;
    this.#out = '';
    return out;
  }

  /** Everything written so far. */
  finish(): string {
    this.flush();
    return this.#out;
  }

  #endCell(): void {
    this.#lines.at(-1)?.push(this.#cell);
    this.#cell = '';
  }

  #endLine(flushes: boolean): void {
    this.#endCell();
    this.#lines.push([]);
    if (flushes) this.flush();
  }

  /** @upstream text/tabwriter Writer.format */
  #format(from: number, to: number): void {
    const column = this.#widths.length;
    let pending = from;
    for (let line = from; line < to; line++) {
      if (!this.#hasColumn(line, column)) continue;
      this.#writeLines(pending, line);
      pending = line;
      while (line < to && this.#hasColumn(line, column)) line++;
      this.#widths.push(this.#columnWidth(column, pending, line));
      this.#format(pending, line);
      this.#widths.pop();
      pending = line;
    }
    this.#writeLines(pending, to);
  }

  #hasColumn(line: number, column: number): boolean {
    return column < (this.#lines[line]?.length ?? 0) - 1;
  }

  #columnWidth(column: number, from: number, to: number): number {
    let width = this.#minWidth;
    for (const line of this.#lines.slice(from, to)) {
      width = Math.max(width, runeCount(line[column] ?? '') + this.#padding);
    }
    return this.#remembered === undefined ? width : this.#remember(this.#remembered, column, width);
  }

  /** @upstream github.com/liggitt/tabwriter tabwriter.go Writer.format */
  #remember(remembered: number[], column: number, width: number): number {
    const widest = Math.max(remembered[column] ?? 0, width);
    remembered[column] = widest;
    return widest;
  }

  #writeLines(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      for (const [column, cell] of (this.#lines[index] ?? []).entries()) {
        const width = this.#widths[column];
        this.#out += width === undefined ? cell : cell + ' '.repeat(width - runeCount(cell));
      }
      // the last line has not been ended
      if (index + 1 < this.#lines.length) this.#out += '\n';
    }
  }
}

/** `utf8.RuneCount`: code points, whatever their width on a screen. */
function runeCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
