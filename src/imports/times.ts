/** Times as monitoring tools and spreadsheets write them. Pure. */
import { type Decimal, readNumber } from './numbers.ts';
import type { TimeKind } from './types.ts';

const MS_PER_SECOND = 1000;
const SECONDS_PER_DAY = 86_400;

const DATE =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}:?(?:\d{2})?)?$/i;
const CLOCK = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?$/;

/**
 * Seconds since 1970 of "2026-01-31T10:00:00Z", "2026/01/31 10:00", "2026-01-31"; UTC where no zone is written, which
 * shifts the whole and nothing else.
 */
function readDate(cell: string): number | undefined {
  const match = DATE.exec(cell);
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = match;
  const [y, m, d, h] = [Number(year), Number(month), Number(day), Number(hour)];
  if (m < 1 || m > 12 || d < 1 || d > 31 || h > 24 || Number(minute) > 59 || Number(second) > 60)
    return undefined;
  const ms = Date.UTC(y, m - 1, d, h, Number(minute), Number(second));
  return ms / MS_PER_SECOND + Number(`0.${fraction}`) - zoneSeconds(zone);
}

function zoneSeconds(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const [, sign, hours, minutes = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** Seconds of "10:00:30" or "10:00", hours and minutes. */
function readClock(cell: string): number | undefined {
  const match = CLOCK.exec(cell);
  if (match === null) return undefined;
  const [, hours, minutes, seconds = '0', fraction = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}

/** Seconds of one of the kind's units. */
const UNITS: Readonly<Partial<Record<TimeKind, number>>> = {
  minutes: 60,
  seconds: 1,
  milliseconds: 1e-3,
  'epoch seconds': 1,
  'epoch milliseconds': 1e-3,
  'epoch microseconds': 1e-6,
  'epoch nanoseconds': 1e-9,
};

/** Seconds that a cell says, read as a kind; since 1970 or since anything else. */
export function readTime(cell: string, kind: TimeKind, decimal: Decimal): number | undefined {
  const text = cell.trim();
  if (kind === 'date') return readDate(text);
  if (kind === 'clock') return readClock(text);
  const number = readNumber(text, decimal);
  const unit = UNITS[kind];
  return number === undefined || number.unit !== '' || unit === undefined ? undefined : number.value * unit;
}

/** From where on a number of seconds, milliseconds, ... is one since 1970: a day in 1973, or in the year 5138. */
const EPOCHS = [
  [1e17, 'epoch nanoseconds'],
  [1e14, 'epoch microseconds'],
  [1e11, 'epoch milliseconds'],
  [1e8, 'epoch seconds'],
] as const;

/**
 * The kind of times in a column.
 *
 * @param cells some of them, not empty; the first one decides, so that a later one that differs can be told
 * @param name  of the column, which may say the unit
 * @returns undefined when they are no times
 */
export function timeKindOf(cells: readonly string[], name: string, decimal: Decimal): TimeKind | undefined {
  const [first] = cells;
  if (first === undefined) return undefined;
  for (const kind of ['date', 'clock'] as const) {
    if (readTime(first, kind, decimal) !== undefined) return kind;
  }
  const numbers = cells.flatMap((cell) => readNumber(cell, decimal) ?? []);
  if (readNumber(first, decimal)?.unit !== '') return undefined;
  const highest = Math.max(...numbers.map(({ value }) => Math.abs(value)));
  const epoch = EPOCHS.find(([least]) => highest >= least);
  if (epoch !== undefined) return epoch[1];
  if (/(^|[^a-z])(ms|millis|milliseconds?)([^a-z]|$)/i.test(name)) return 'milliseconds';
  return /(^|[^a-z])(min|mins|minutes?)([^a-z]|$)/i.test(name) ? 'minutes' : 'seconds';
}

/** Clock times that go on past midnight without a date. */
export function acrossMidnight(seconds: Float64Array): void {
  let days = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < seconds.length; index++) {
    const clock = seconds[index] as number;
    // Half a day back is a new day; less is a row that is out of order.
    if (clock < last - SECONDS_PER_DAY / 2) days++;
    last = clock;
    seconds[index] = clock + days * SECONDS_PER_DAY;
  }
}

/** Whether a kind says when it was, and not only how long after the start. */
export function isAbsolute(kind: TimeKind): boolean {
  return kind === 'date' || kind.startsWith('epoch');
}
