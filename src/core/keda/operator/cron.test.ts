import { describe, expect, it } from 'vitest';
import { type CronSchedule, isWithinCron, nextFiring, parseCron } from './cron.ts';
import { zoneOffsetMinutes } from './timeZones.ts';

function schedule(text: string): CronSchedule {
  const parsed = parseCron(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.schedule;
}

/** The next firing after an instant, as ISO text in UTC. */
function next(text: string, after: string, offset = 0): string | undefined {
  const at = nextFiring(schedule(text), Date.parse(after), offset);
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
}

describe('[KO21] schedules', () => {
  it.each([
    ['0 8 * * *', '2026-01-01T00:00:00Z', '2026-01-01T08:00'],
    ['0 8 * * *', '2026-01-01T08:00:00Z', '2026-01-02T08:00'],
    ['*/20 * * * *', '2026-01-01T00:20:30Z', '2026-01-01T00:40'],
    ['15,45 9-17 * * mon-fri', '2026-01-02T17:50:00Z', '2026-01-05T09:15'],
    ['5/25 * * * *', '2026-01-01T00:31:00Z', '2026-01-01T00:55'],
    ['0 0 29 feb ?', '2026-01-01T00:00:00Z', '2028-02-29T00:00'],
    // neither day field is a star: one of them is enough
    ['0 0 13 * fri', '2026-01-03T00:00:00Z', '2026-01-09T00:00'],
    ['0 0 31 * *', '2026-01-31T00:00:00Z', '2026-03-31T00:00'],
  ])('%s after %s fires at %s', (text, after, expected) => {
    expect(next(text, after)).toBe(expected);
  });

  it('local time is ahead of UTC by the zone’s offset', () => {
    expect(next('0 8 * * *', '2026-01-01T00:00:00Z', 60)).toBe('2026-01-01T07:00');
    expect(next('30 5 * * *', '2026-01-01T00:00:00Z', 330)).toBe('2026-01-02T00:00');
  });

  it('one that never fires has no next instant', () => {
    expect(next('0 0 30 2 *', '2026-01-01T00:00:00Z')).toBeUndefined();
  });

  it.each([
    ['', 'empty spec string'],
    ['@daily', 'parser does not accept descriptors: @daily'],
    ['0 8 * *', 'expected exactly 5 fields, found 4: [0 8 * *]'],
    ['60 * * * *', 'end of range (60) above maximum (59): 60'],
    ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
    ['9-5 * * * *', 'beginning of range (9) beyond end of range (5): 9-5'],
    ['1-2-3 * * * *', 'too many hyphens: 1-2-3'],
    ['*/2/3 * * * *', 'too many slashes: */2/3'],
    ['*/0 * * * *', 'step of range should be a positive number: */0'],
    ['x * * * *', 'failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax'],
  ])('%s is refused', (text, error) => {
    expect(parseCron(text)).toEqual({ ok: false, error });
  });
});

describe('[KO22] the interval between two schedules', () => {
  const isWithin = (at: string) =>
    isWithinCron(schedule('0 8 * * *'), schedule('0 18 * * *'), Date.parse(at), 0);

  it.each([
    ['2026-01-01T07:59:59Z', false],
    ['2026-01-01T08:00:00Z', true],
    ['2026-01-01T17:59:59.999Z', true],
    ['2026-01-01T18:00:00Z', false],
  ])('at %s: %s', (at, expected) => {
    expect(isWithin(at)).toBe(expected);
  });

  it('goes over midnight', () => {
    const night = (at: string) =>
      isWithinCron(schedule('0 22 * * *'), schedule('0 6 * * *'), Date.parse(at), 0);
    expect([
      night('2026-01-01T23:00:00Z'),
      night('2026-01-01T05:59:00Z'),
      night('2026-01-01T12:00:00Z'),
    ]).toEqual([true, true, false]);
  });

  it('a start that never fires is always within, an end that never fires never', () => {
    const never = schedule('0 0 30 2 *');
    expect(isWithinCron(never, schedule('0 6 * * *'), 0, 0)).toBe(true);
    expect(isWithinCron(schedule('0 6 * * *'), never, 0, 0)).toBe(false);
  });
});

describe('[KO20] time zones', () => {
  it.each([
    ['UTC', 0],
    ['', 0],
    ['Europe/Berlin', 60],
    ['Asia/Kolkata', 330],
    ['Asia/Calcutta', 330],
    ['America/New_York', -300],
    ['Australia/Sydney', 660],
    ['Etc/GMT+5', -300],
    ['Pacific/Chatham', 825],
  ])('%s is %d minutes ahead', (zone, minutes) => {
    expect(zoneOffsetMinutes(zone)).toBe(minutes);
  });

  it('one that nobody knows has no offset', () => {
    expect(zoneOffsetMinutes('Mars/Olympus')).toBeUndefined();
    expect(zoneOffsetMinutes('europe/berlin')).toBeUndefined();
  });
});
