/** `time.Parse` for the one layout that the API uses, with Go's texts. */
import { utf8Bytes } from './utf8.ts';

/** Go's name of the layout, as its texts show it. */
const LAYOUT = '2006-01-02T15:04:05Z07:00';

/** `text` is the instant in UTC, cut to whole seconds, as the API server stores it; `error` is Go's text. */
export type ParsedTime =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: string };

class TimeFault extends Error {}

function quoted(text: string): string {
  let out = '"';
  for (const byte of utf8Bytes(text)) {
    const char = String.fromCharCode(byte);
    if (char === '"' || char === '\\') out += `\\${char}`;
    else out += byte < 0x20 || byte >= 0x80 ? `\\x${byte.toString(16).padStart(2, '0')}` : char;
  }
  return `${out}"`;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

class TimeParser {
  private readonly whole: string;
  private rest: string;

  constructor(text: string) {
    this.whole = text;
    this.rest = text;
  }

  parse(): number {
    const year = this.year();
    this.skip('-');
    const month = this.number('01', true);
    if (month < 1 || month > 12) this.outOfRange('month');
    this.skip('-');
    const day = this.number('02', true);
    this.skip('T');
    const hour = this.number('15', false);
    if (hour >= 24) this.outOfRange('hour');
    this.skip(':');
    const minute = this.number('04', true);
    if (minute >= 60) this.outOfRange('minute');
    this.skip(':');
    const second = this.number('05', true);
    if (second >= 60) this.outOfRange('second');
    if (/^[.,]\d/.test(this.rest)) this.rest = this.rest.replace(/^.\d+/, '');
    const offset = this.offsetMinutes();
    if (this.rest !== '') this.failWith(`: extra text: ${quoted(this.rest)}`);
    const daysInMonth = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    if (day < 1 || day > daysInMonth) this.outOfRange('day');
    const base = new Date(0);
    base.setUTCFullYear(year, month - 1, day);
    base.setUTCHours(hour, minute - offset, second);
    return base.getTime();
  }

  private year(): number {
    if (this.rest.length < 4 || !/^\d{4}/.test(this.rest)) this.cannotParse(this.rest, '2006');
    const year = Number(this.rest.slice(0, 4));
    this.rest = this.rest.slice(4);
    return year;
  }

  private number(element: string, isFixed: boolean): number {
    const hold = this.rest;
    if (!isDigit(hold, 0) || (isFixed && !isDigit(hold, 1))) this.cannotParse(hold, element);
    const size = isDigit(hold, 1) ? 2 : 1;
    this.rest = hold.slice(size);
    return Number(hold.slice(0, size));
  }

  private offsetMinutes(): number {
    const hold = this.rest;
    if (hold.startsWith('Z')) {
      this.rest = hold.slice(1);
      return 0;
    }
    if (hold.length < 6 || hold[3] !== ':') this.cannotParse(hold, 'Z07:00');
    this.rest = hold.slice(6);
    if (!/^.\d\d:\d\d/s.test(hold)) this.cannotParse(hold, 'Z07:00');
    const hours = Number(hold.slice(1, 3));
    const minutes = Number(hold.slice(4, 6));
    // 24 hours and 60 minutes are let through, as some do write them
    if (hours > 24) this.outOfRange('time zone offset hour');
    if (minutes > 60) this.outOfRange('time zone offset minute');
    if (hold[0] !== '+' && hold[0] !== '-') this.cannotParse(hold, 'Z07:00');
    return (hold[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
  }

  private skip(prefix: string): void {
    if (!this.rest.startsWith(prefix)) this.cannotParse(this.rest, prefix);
    this.rest = this.rest.slice(prefix.length);
  }

  private outOfRange(what: string): never {
    return this.failWith(`: ${what} out of range`);
  }

  private cannotParse(value: string, element: string): never {
    return this.failWith(` as ${quoted(LAYOUT)}: cannot parse ${quoted(value)} as ${quoted(element)}`);
  }

  private failWith(text: string): never {
    throw new TimeFault(`parsing time ${quoted(this.whole)}${text}`);
  }
}

/**
 * Reads an instant as the API does.
 *
 * @upstream Go time Parse
 */
export function parseRfc3339(text: string): ParsedTime {
  try {
    const instant = new Date(new TimeParser(text).parse());
    return { ok: true, text: `${instant.toISOString().replace(/\.\d+Z$/, '')}Z` };
  } catch (error) {
    if (error instanceof TimeFault) return { ok: false, error: error.message };
    throw error;
  }
}
