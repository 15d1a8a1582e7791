/** Tables of `kubectl get`: the API server sends columns and rows, kubectl lays them out. */
import { byteLength } from '../go/strconv.ts';
import type { Release } from '../releases/index.ts';
import { TabWriter } from './tabWriter.ts';
import { escapeTerminal } from './terminal.ts';

const MIN_WIDTH = 6;
const PADDING = 3;

export interface TableColumn {
  readonly name: string;
  /** shown with `-o wide` only */
  readonly wide?: true;
}

export interface TableRow {
  /** one for each column, printed as `fmt.Sprint` would */
  readonly cells: readonly string[];
  readonly namespace: string;
  /** labels as `--show-labels` prints them */
  readonly labels: string;
}

/** What the API server answers to a request for a table. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface PrintOptions {
  readonly wide?: boolean;
  readonly noHeaders?: boolean;
  /** `-A` */
  readonly withNamespace?: boolean;
  readonly showLabels?: boolean;
}

/**
 * The text of a table; empty without rows.
 *
 * A row has as many cells as the table has columns, whatever the server sent beyond them: without columns only line
 * ends are left.
 *
 * @upstream staging/src/k8s.io/cli-runtime/pkg/printers/tableprinter.go HumanReadablePrinter.PrintObj
 */
export function printTable(
  table: Table,
  options: PrintOptions,
  release: Pick<Release, 'padsTablesByBytes'>,
): string {
  const writer = newTableWriter();
  writeTable(writer, table, options, release);
  return writer.finish();
}

/** @upstream staging/src/k8s.io/cli-runtime/pkg/printers/tabwriter.go GetNewTabWriter */
export function newTableWriter(): TabWriter {
  return new TabWriter(MIN_WIDTH, PADDING, true);
}

/**
 * Writes a table behind what the writer has printed before.
 *
 * @upstream staging/src/k8s.io/cli-runtime/pkg/printers/tableprinter.go printTable
 */
export function writeTable(
  writer: TabWriter,
  table: Table,
  options: PrintOptions,
  release: Pick<Release, 'padsTablesByBytes'>,
): void {
  const { columns, rows } = decorateTable(table, options);
  const shown = columns.flatMap((column, index) => (column.wide && !options.wide ? [] : [index]));
  const lines = rows.map(({ cells }) => shown.map((index) => cells[index] ?? ''));
  const printed = lines.map((cells) => cells.map(cellText));
  const names = shown.map((index) => (columns[index]?.name ?? '').toUpperCase());
  if (!options.noHeaders && rows.length > 0) printed.unshift(names);
  if (release.padsTablesByBytes) padFirstLine(printed, options.noHeaders ? lines[0] : names, lines);
  for (const line of printed) writer.write(`${line.join('\t')}\n`);
}

/** @upstream staging/src/k8s.io/cli-runtime/pkg/printers/tableprinter.go decorateTable */
function decorateTable({ columns, rows }: Table, options: PrintOptions): Table {
  const { withNamespace, showLabels } = options;
  return {
    columns: [
      ...(withNamespace ? [{ name: 'Namespace' }] : []),
      ...columns,
      ...(showLabels ? [{ name: 'Labels' }] : []),
    ],
    rows: rows.map((row) => ({
      ...row,
      cells: [...(withNamespace ? [row.namespace] : []), ...row.cells, ...(showLabels ? [row.labels] : [])],
    })),
  };
}

/** The value up to its first line end, and made safe. */
function cellText(value: string): string {
  const end = value.search(/[\f\n\r]/);
  return end === -1 ? escapeTerminal(value) : `${escapeTerminal(value.slice(0, end))}...`;
}

/**
 * From 1.37 on the first line is padded to the widest cells, so that a long table can be printed in pieces. Widths are
 * bytes of the values before they are cut and made safe: with other characters than ASCII the columns become wider.
 *
 * @param printed lines of the table; the first one changes
 * @param first   the first line's values as they were measured
 * @upstream staging/src/k8s.io/cli-runtime/pkg/printers/tableprinter.go printTable
 */
function padFirstLine(
  printed: string[][],
  first: readonly string[] | undefined,
  lines: readonly (readonly string[])[],
): void {
  const line = printed[0];
  if (line === undefined || first === undefined) return;
  for (let column = 0; column < line.length - 1; column++) {
    const widest = Math.max(...lines.map((cells) => byteLength(cells[column] ?? '')));
    const missing = widest - byteLength(first[column] ?? '');
    if (missing > 0) line[column] += ' '.repeat(missing);
  }
}
