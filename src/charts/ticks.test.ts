import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeRun } from './frame.ts';
import { formatTimeTick, timeTicks, valueDomain, valueTicks } from './ticks.ts';
import { formatClock, formatInstant, formatValue, type Unit } from './units.ts';

const units: fc.Arbitrary<Unit> = fc.constantFrom('percent', 'cores', 'bytes', 'value', 'replicas');
/** Quantities are whole thousandths. */
const thousandths = fc.integer({ min: -1e9, max: 1e15 }).map((milli) => milli / 1000);

describe('valueDomain', () => {
  it('holds every value, starts at zero or below, and is never empty', () => {
    fc.assert(
      fc.property(thousandths, thousandths, units, (lowest, highest, unit) => {
        const domain = valueDomain(lowest, highest, unit);
        expect(domain.bottom).toBeLessThanOrEqual(Math.min(0, lowest));
        expect(domain.top).toBeGreaterThanOrEqual(Math.max(0, highest));
        expect(domain.top).toBeGreaterThan(domain.bottom);
      }),
    );
  });

  it('rounds bytes in their own prefix', () => {
    expect(valueDomain(0, 256 * 1024 ** 2, 'bytes').top).toBe(300 * 1024 ** 2);
  });
});

describe('valueTicks', () => {
  it('lie within the domain, and are whole for replicas', () => {
    expect(valueTicks({ bottom: 0, top: 25 }, 'replicas', 140)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(valueTicks({ bottom: 0, top: 2 }, 'replicas', 140)).toEqual([0, 1, 2]);
  });
});

describe('timeTicks', () => {
  it.each([
    [3600, 930, 600],
    [3600, 300, 1800],
    [86_400, 930, 3 * 3600],
    [120, 930, 15],
    [7 * 86_400, 930, 86_400],
  ])('a run of %d s on %d pixels is labelled every %d s', (duration, width, step) => {
    const ticks = timeTicks(wholeRun(duration), width);
    expect(ticks.slice(0, 2)).toEqual([0, step]);
    expect(ticks.at(-1)).toBeLessThanOrEqual(duration);
  });

  it('stands at the same instants when a part is shown', () => {
    const part = { durationSeconds: 3600, fromSeconds: 100, toSeconds: 700 };
    expect(timeTicks(part, 930)).toEqual([120, 180, 240, 300, 360, 420, 480, 540, 600, 660]);
    expect(formatTimeTick(120, part)).toBe('2 min');
    expect(timeTicks({ durationSeconds: 86_400, fromSeconds: 30_000, toSeconds: 30_060 }, 300)).toEqual([
      30_000, 30_030, 30_060,
    ]);
  });

  it('reads the clock in a short part of a long run', () => {
    expect(
      formatTimeTick(184_530, { durationSeconds: 604_800, fromSeconds: 184_500, toSeconds: 184_800 }),
    ).toBe('51:15:30');
  });

  it('says minutes in short runs and hours in long ones', () => {
    expect(formatTimeTick(3600, wholeRun(3600))).toBe('60 min');
    expect(formatTimeTick(0, wholeRun(3600))).toBe('0 min');
    expect(formatTimeTick(3 * 3600, wholeRun(86_400))).toBe('3 h');
    expect(formatTimeTick(0, wholeRun(86_400))).toBe('0 h');
    expect(formatTimeTick(15, wholeRun(120))).toBe('15 s');
  });
});

describe('formatValue', () => {
  it.each([
    [70, 'percent', '70\u202f%'],
    [0.25, 'cores', '250m'],
    [1.5, 'cores', '1.5'],
    [256 * 1024 ** 2, 'bytes', '256Mi'],
    [1024 ** 3 * 1.5, 'bytes', '1.5Gi'],
    [1380, 'value', '1,380'],
    [52_000, 'value', '52k'],
    [0.05, 'value', '0.05'],
    [0, 'cores', '0'],
    [12, 'replicas', '12'],
  ] as const)('%d %s is %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });

  it('keeps an axis to one notation', () => {
    expect(formatValue(0.5, 'cores', 2)).toBe('0.5');
    expect(formatValue(0, 'bytes', 3 * 1024 ** 3)).toBe('0Gi');
  });
});

describe('instants', () => {
  it('are clocks in the tooltip and words elsewhere', () => {
    expect(formatClock(1305)).toBe('00:21:45');
    expect(formatClock(90_000)).toBe('25:00:00');
    expect(formatInstant(5400)).toBe('1 h 30 min');
    expect(formatInstant(605)).toBe('10 min 5 s');
  });
});
