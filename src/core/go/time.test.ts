import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from './time.ts';

describe('formatTime', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [1_767_225_599_999, '2025-12-31T23:59:59Z'],
    [1_767_225_600_000, '2026-01-01T00:00:00Z'],
    [1_835_438_709_000, '2028-02-29T12:05:09Z'],
    [-1, '1969-12-31T23:59:59Z'],
  ])('%d ms is %s', (atMs, text) => {
    expect(formatTime(atMs)).toBe(text);
  });

  it('is the whole second that the instant lies in, whatever was asked before', () => {
    const instant = fc.integer({ min: Date.UTC(1900), max: Date.UTC(9990) });
    fc.assert(
      fc.property(instant, fc.nat(200_000_000), (atMs, laterMs) => {
        for (const ms of [atMs, atMs + laterMs, atMs]) {
          expect(formatTime(ms)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
          expect(parseTime(formatTime(ms))).toBe(Math.floor(ms / 1000) * 1000);
        }
      }),
    );
  });
});
