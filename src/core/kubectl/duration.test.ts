import { describe, expect, it } from 'vitest';
import { humanDuration, shortHumanDuration, translateTimestampSince } from './duration.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('an age', () => {
  it.each([
    [-2000, '<invalid>', '<invalid>'],
    [-1999, '0s', '0s'],
    [0, '0s', '0s'],
    [119_999, '119s', '1m'],
    [2 * MINUTE, '2m', '2m'],
    [5 * MINUTE + 30_000, '5m30s', '5m'],
    [10 * MINUTE + 30_000, '10m', '10m'],
    [3 * HOUR - 1, '179m', '2h'],
    [3 * HOUR, '3h', '3h'],
    [7 * HOUR + 5 * MINUTE, '7h5m', '7h'],
    [8 * HOUR + 5 * MINUTE, '8h', '8h'],
    [47 * HOUR, '47h', '1d'],
    [2 * DAY + HOUR, '2d1h', '2d'],
    [8 * DAY + HOUR, '8d', '8d'],
    [729 * DAY, '729d', '1y'],
    [731 * DAY, '2y1d', '2y'],
    [8 * 365 * DAY + DAY, '8y', '8y'],
  ])('of %d ms is %s, or %s in short', (elapsed, long, short) => {
    expect(humanDuration(elapsed)).toBe(long);
    expect(shortHumanDuration(elapsed)).toBe(short);
  });

  it('is unknown without a time', () => {
    expect(translateTimestampSince(undefined, 5000)).toBe('<unknown>');
    expect(translateTimestampSince(1000, 5000)).toBe('4s');
  });
});
