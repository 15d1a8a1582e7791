/** The five-field schedules of KEDA's cron trigger. @upstream github.com/robfig/cron/v3 parser.go, spec.go */

/** One field of a schedule: the values that match, and whether it was written as a star. */
interface CronField {
  readonly values: ReadonlySet<number>;
  readonly isStar: boolean;
}

export interface CronSchedule {
  readonly minute: CronField;
  readonly hour: CronField;
  readonly dayOfMonth: CronField;
  readonly month: CronField;
  readonly dayOfWeek: CronField;
}

export type ParsedCron =
  | { readonly ok: true; readonly schedule: CronSchedule }
  | { readonly ok: false; readonly error: string };

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const MINUTES: Bounds = { min: 0, max: 59 };
const HOURS: Bounds = { min: 0, max: 23 };
const DAYS: Bounds = { min: 1, max: 31 };
const MONTHS: Bounds = {
  min: 1,
  max: 12,
  names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};
const WEEKDAYS: Bounds = { min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] };

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** A schedule that has no instant within so many years has none. */
const YEARS_AHEAD = 5;

class CronError extends Error {}

/**
 * Reads a schedule of five fields: minute, hour, day of month, month, day of week.
 *
 * @rule KO21
 * @upstream github.com/robfig/cron/v3 parser.go Parser.Parse
 */
export function parseCron(text: string): ParsedCron {
  if (text === '') return { ok: false, error: 'empty spec string' };
  if (text.startsWith('@')) return { ok: false, error: `parser does not accept descriptors: ${text}` };
  const fields = text.split(/\s+/).filter((field) => field !== '');
  if (fields.length !== 5) {
    return { ok: false, error: `expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]` };
  }
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields as [string, string, string, string, string];
  try {
    const schedule = {
      minute: parseField(minute, MINUTES),
      hour: parseField(hour, HOURS),
      dayOfMonth: parseField(dayOfMonth, DAYS),
      month: parseField(month, MONTHS),
      dayOfWeek: parseField(dayOfWeek, WEEKDAYS),
    };
    return { ok: true, schedule };
  } catch (error) {
    if (error instanceof CronError) return { ok: false, error: error.message };
    throw error;
  }
}

function parseField(text: string, bounds: Bounds): CronField {
  const values = new Set<number>();
  let isStar = false;
  for (const range of text.split(',').filter((part) => part !== '')) {
    const { from, to, step, star } = parseRange(range, bounds);
    isStar ||= star;
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return { values, isStar };
}

/** `5`, `1-5`, `1-5/2`, `*`, `?`, `*` with a step, `5/2` which goes on to the end. */
function parseRange(text: string, { min, max, names }: Bounds) {
  const [bare = '', stepText, ...more] = text.split('/');
  if (more.length > 0) throw new CronError(`too many slashes: ${text}`);
  const [low = '', high, ...others] = bare.split('-');
  const isAny = low === '*' || low === '?';
  if (!isAny && others.length > 0) throw new CronError(`too many hyphens: ${text}`);
  const from = isAny ? min : parseValue(low, names);
  const step = stepText === undefined ? 1 : parseNumber(stepText);
  const isOpen = isAny || (high === undefined && stepText !== undefined);
  const to = isOpen ? max : high === undefined ? from : parseValue(high, names);
  if (from < min) throw new CronError(`beginning of range (${from}) below minimum (${min}): ${text}`);
  if (to > max) throw new CronError(`end of range (${to}) above maximum (${max}): ${text}`);
  if (from > to) throw new CronError(`beginning of range (${from}) beyond end of range (${to}): ${text}`);
  if (step === 0) throw new CronError(`step of range should be a positive number: ${text}`);
  return { from, to, step, star: isAny && step === 1 };
}

function parseValue(text: string, names: readonly string[] | undefined): number {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named < 0) return parseNumber(text);
  return names === MONTHS.names ? named + 1 : named;
}

function parseNumber(text: string): number {
  if (!/^[+-]?\d+$/.test(text)) {
    throw new CronError(
      `failed to parse int from ${text}: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  const value = Number(text);
  if (value < 0) throw new CronError(`negative number (${value}) not allowed: ${text}`);
  return value;
}

/** With a star in either field both have to match, else one of them is enough. */
function isDayMatch({ dayOfMonth, dayOfWeek }: CronSchedule, day: Date): boolean {
  const isDate = dayOfMonth.values.has(day.getUTCDate());
  const isWeekday = dayOfWeek.values.has(day.getUTCDay());
  return dayOfMonth.isStar || dayOfWeek.isStar ? isDate && isWeekday : isDate || isWeekday;
}

/**
 * The first instant after a given one at which a schedule fires.
 *
 * @param afterMs       milliseconds since the epoch
 * @param offsetMinutes how far the schedule's local time is ahead of UTC
 * @returns milliseconds since the epoch; undefined: not within five years
 * @rule KO21
 * @upstream github.com/robfig/cron/v3 spec.go SpecSchedule.Next
 */
export function nextFiring(
  schedule: CronSchedule,
  afterMs: number,
  offsetMinutes: number,
): number | undefined {
  const offsetMs = offsetMinutes * MS_PER_MINUTE;
  // local time as if it were UTC; seconds are always 0 in a schedule
  let at = (Math.floor((afterMs + offsetMs) / MS_PER_MINUTE) + 1) * MS_PER_MINUTE;
  const lastYear = new Date(afterMs + offsetMs).getUTCFullYear() + YEARS_AHEAD;
  for (;;) {
    const local = new Date(at);
    if (local.getUTCFullYear() > lastYear) return undefined;
    if (!schedule.month.values.has(local.getUTCMonth() + 1)) {
      at = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1);
    } else if (!isDayMatch(schedule, local)) {
      at = (Math.floor(at / MS_PER_DAY) + 1) * MS_PER_DAY;
    } else if (!schedule.hour.values.has(local.getUTCHours())) {
      at = (Math.floor(at / MS_PER_HOUR) + 1) * MS_PER_HOUR;
    } else if (!schedule.minute.values.has(local.getUTCMinutes())) {
      at += MS_PER_MINUTE;
    } else {
      return at - offsetMs;
    }
  }
}

/**
 * Whether an instant lies within the interval from one schedule to another: the end comes before the next start.
 *
 * @param atMs milliseconds since the epoch
 * @rule KO22
 * @upstream pkg/scalers/cron_scaler.go cronScaler.GetMetricsAndActivity
 */
export function isWithinCron(
  start: CronSchedule,
  end: CronSchedule,
  atMs: number,
  offsetMinutes: number,
): boolean {
  // one that never fires has Go's zero time, which is before every other
  const nextStart = nextFiring(start, atMs, offsetMinutes);
  if (nextStart === undefined) return true;
  const nextEnd = nextFiring(end, atMs, offsetMinutes);
  return nextEnd !== undefined && nextStart >= nextEnd;
}
