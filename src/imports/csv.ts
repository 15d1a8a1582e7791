/** Separated values as load over time: which column is what, and what each holds. Pure. */
import { LOAD_TEXT_LIMITS as LIMITS } from './limits.ts';
import { type Decimal, decimalOf, isGap, type ReadNumber, readNumber } from './numbers.ts';
import { quoted } from './quoted.ts';
import { makeSeries, type Sample } from './series.ts';
import { type Row, readTable } from './table.ts';
import { acrossMidnight, isAbsolute, readTime, timeKindOf } from './times.ts';
import type {
  LoadSeries,
  LoadText,
  LoadTextChoices,
  LoadTextFailure,
  TimeKind,
  TimeReading,
} from './types.ts';

/** Seconds between two rows where nobody says it. */
export const USUAL_SPACING = 60;

/** Rows that are looked at to see what a column holds. */
const LOOKED_AT = 50;

const TIME_NAME =
  /^_?(time|timestamps?|date|datetime|date ?time|ts|at|seconds?|elapsed|zeit|zeitstempel|datum)\b/i;

interface Columns {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
  readonly decimal: Decimal;
  /** kind of times in each column; undefined: none */
  readonly kinds: readonly (TimeKind | undefined)[];
}

/** @param text with line feeds alone, not longer than the limit */
export function readCsv(text: string, choices: LoadTextChoices): LoadText {
  const table = readTable(text);
  if (!table.ok) return table;
  const columns = columnsOf(table.rows, table.delimiter);
  if (columns.rows.length === 0) {
    return failure(
      'There are no rows with values. Paste a time and a value in each line, as in “10:00,120”.',
    );
  }
  const time = timeOf(columns, choices);
  const instants = instantsOf(columns, time, choices);
  if (!(instants instanceof Float64Array)) return instants;
  const start = instants.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const notes: string[] = [];
  const series = seriesOf(
    columns,
    time,
    instants.map((at) => at - start),
    notes,
  );
  const usable = series.find(({ problem }) => problem === undefined);
  if (usable === undefined) return failure(series[0]?.problem ?? noNumbers(columns, time));
  return {
    ok: true,
    format: 'csv',
    series,
    spanSeconds: Math.max(...series.map(({ seconds }) => seconds.at(-1) ?? 0)),
    startMs: isAbsolute(time.kind) ? Math.round(start * 1000) : undefined,
    time,
    notes: [...notesOnTime(columns, time, choices), ...notes],
  };
}

function failure(message: string): LoadTextFailure {
  return { ok: false, message };
}

function columnsOf(all: readonly Row[], delimiter: string): Columns {
  const width = all.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const decimal = decimalOf(cellsOf(all.slice(0, 1000)), delimiter);
  const first = all[0];
  const isHeader = first !== undefined && isHeaderRow(first, all[1], decimal);
  const rows = isHeader ? all.slice(1) : all;
  const names = Array.from({ length: width }, (_, index) => {
    const name = isHeader ? first.cells[index]?.trim() : '';
    return name === undefined || name === '' ? `Column ${index + 1}` : name.slice(0, 200);
  });
  const kinds = names.map((name, index) => timeKindOf(filledCells(rows, index), name, decimal));
  return { names, rows, decimal, kinds };
}

function* cellsOf(rows: readonly Row[]): Generator<string> {
  for (const { cells } of rows) yield* cells;
}

/** Whether a row names columns: it holds neither times nor numbers, or the one after it holds other things. */
function isHeaderRow(first: Row, second: Row | undefined, decimal: Decimal): boolean {
  const isValue = (cell: string | undefined): boolean =>
    cell !== undefined && !isGap(cell) && timeKindOf([cell], '', decimal) !== undefined;
  const isNumber = (cell: string | undefined): boolean =>
    cell !== undefined && !isGap(cell) && readNumber(cell, decimal) !== undefined;
  const holds = (cell: string | undefined): boolean => isValue(cell) || isNumber(cell);
  if (!first.cells.some(holds)) return true;
  // "time,200,500": names that look like numbers, over a column whose times do not.
  return (
    second !== undefined && !holds(first.cells[0]) && !isGap(first.cells[0] ?? '') && holds(second.cells[0])
  );
}

/** The first cells of a column that hold something. */
function filledCells(rows: readonly Row[], column: number): string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = row.cells[column];
    if (cell !== undefined && !isGap(cell)) cells.push(cell);
    if (cells.length >= LOOKED_AT) break;
  }
  return cells;
}

/** Which column holds the times: what somebody says, a column named so, one of dates or clocks, one that only rises. */
function timeOf(columns: Columns, { timeColumn }: LoadTextChoices): TimeReading {
  const { names, kinds, rows, decimal } = columns;
  const candidates = names.flatMap((name, column) => (kinds[column] === undefined ? [] : [{ column, name }]));
  const kindOf = (column: number): TimeKind => kinds[column] ?? 'rows';
  const isRising = (column: number): boolean => {
    const values = filledCells(rows, column).map(
      (cell) => readTime(cell, kindOf(column), decimal) ?? Number.NaN,
    );
    return values.length > 1 && values.every((value, at) => at === 0 || value > (values[at - 1] as number));
  };
  const found =
    candidates.find(({ column }) => column === timeColumn) ??
    candidates.find(({ name }) => TIME_NAME.test(name)) ??
    candidates.find(
      ({ column }) => ['date', 'clock'].includes(kindOf(column)) || kindOf(column).startsWith('epoch'),
    ) ??
    candidates.find(({ column }) => candidates.length > 1 && isRising(column));
  if (timeColumn === -1 || found === undefined) return { kind: 'rows', column: -1, candidates };
  return { kind: kindOf(found.column), column: found.column, candidates };
}

/** Seconds of every row; since 1970, since midnight, or since anything else. */
function instantsOf(
  { rows, names, decimal }: Columns,
  { kind, column }: TimeReading,
  { spacingSeconds = USUAL_SPACING }: LoadTextChoices,
): Float64Array | LoadTextFailure {
  if (kind === 'rows') return Float64Array.from(rows, (_, index) => index * spacingSeconds);
  const instants = new Float64Array(rows.length);
  for (const [index, { cells, line }] of rows.entries()) {
    const cell = cells[column] ?? '';
    const seconds = readTime(cell, kind, decimal);
    if (seconds === undefined) return failure(badTime(line, names[column] ?? '', cell, kind));
    instants[index] = seconds;
  }
  if (kind === 'clock') acrossMidnight(instants);
  return instants;
}

function badTime(line: number, name: string, cell: string, kind: TimeKind): string {
  const like = kind === 'date' ? '2026-01-31 10:00:00' : kind === 'clock' ? '10:00:30' : 'a number';
  return `Line ${line}: ${quoted(cell)} in the column ${quoted(name)} is not a time. Write it as in the lines before (${like}), or remove the line.`;
}

function seriesOf(
  columns: Columns,
  time: TimeReading,
  instants: Float64Array,
  notes: string[],
): readonly LoadSeries[] {
  const series: LoadSeries[] = [];
  const leftOut: string[] = [];
  columns.names.forEach((name, column) => {
    if (column === time.column) return;
    const [sample] = filledCells(columns.rows, column);
    if (sample === undefined) return;
    if (readNumber(sample, columns.decimal) === undefined) leftOut.push(name);
    else if (series.length < LIMITS.columns) series.push(columnSeries(columns, column, instants));
  });
  if (series.length > 0 && leftOut.length > 0) {
    notes.push(`Left out, since they hold no numbers: ${leftOut.slice(0, 5).map(quoted).join(', ')}.`);
  }
  return series;
}

/** One column; at the first cell that cannot be a load it says so and stays empty. */
function columnSeries({ rows, names, decimal }: Columns, column: number, instants: Float64Array): LoadSeries {
  const { name, unit: statedUnit } = splitUnit(names[column] ?? '');
  const samples: Sample[] = [];
  let unit: string | undefined;
  for (const [index, { cells, line }] of rows.entries()) {
    const cell = cells[column] ?? '';
    if (isGap(cell)) continue;
    const read = readNumber(cell, decimal);
    const problem = problemOf(read, cell, line, name, unit);
    if (read === undefined || problem !== undefined) return makeSeries(name, statedUnit, [], problem);
    unit = read.unit;
    samples.push([instants[index] as number, read.value]);
  }
  return makeSeries(name, statedUnit === '' ? (unit ?? '') : statedUnit, samples);
}

function problemOf(
  read: ReadNumber | undefined,
  cell: string,
  line: number,
  name: string,
  unit: string | undefined,
): string | undefined {
  const place = `Line ${line}, column ${quoted(name)}`;
  if (read === undefined)
    return `${place}: ${quoted(cell)} is not a number. Write a number, or leave the cell empty.`;
  if (read.value < 0)
    return `${place}: ${quoted(cell)} is below zero, which a load cannot be. Correct it, or leave the cell empty.`;
  if (unit !== undefined && unit !== read.unit)
    return `${place}: ${quoted(cell)} has another unit than the rows before${unit === '' ? ', which have none' : ` (${unit})`}. Write one unit throughout.`;
  return undefined;
}

/** "Requests (req/s)" and "load [MB]" say their unit. */
function splitUnit(title: string): { readonly name: string; readonly unit: string } {
  const match = /^(.*\S)\s*[([]([^()[\]]{1,30})[)\]]$/.exec(title);
  const [, name = title, unit = ''] = match ?? [];
  return { name, unit: unit.trim() };
}

function noNumbers({ names, rows }: Columns, time: TimeReading): string {
  const line = rows[0]?.line ?? 1;
  return time.column >= 0 && names.length === 1
    ? `Line ${line}: there are times but no values. Write a time and a value in each line, as in “10:00,120”.`
    : `Line ${line}: no column holds numbers. Write a time and a value in each line, as in “10:00,120”, parted by a comma, a semicolon or a tab.`;
}

function notesOnTime(
  { names, decimal }: Columns,
  { kind, column }: TimeReading,
  choices: LoadTextChoices,
): string[] {
  const notes =
    kind === 'rows'
      ? [`No column of times: rows are taken as ${choices.spacingSeconds ?? USUAL_SPACING} s apart.`]
      : [`Times are read from ${quoted(names[column] ?? '')} as ${KINDS[kind]}.`];
  if (decimal === 'comma') notes.push('Commas are read as decimal points.');
  return notes;
}

const KINDS: Readonly<Record<Exclude<TimeKind, 'rows'>, string>> = {
  date: 'dates',
  clock: 'hours, minutes and seconds',
  minutes: 'minutes',
  seconds: 'seconds',
  milliseconds: 'milliseconds',
  'epoch seconds': 'seconds since 1970',
  'epoch milliseconds': 'milliseconds since 1970',
  'epoch microseconds': 'microseconds since 1970',
  'epoch nanoseconds': 'nanoseconds since 1970',
};
