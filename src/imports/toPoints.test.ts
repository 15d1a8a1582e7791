import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENARIO_LIMITS, sampleLoad } from '../core/index.ts';
import { makeSeries, type Sample } from './series.ts';
import { type Shaping, toPoints } from './toPoints.ts';

const AS_IS: Shaping = { maxPoints: 120, factor: 1, stretch: 1, gaps: 'straight' };

function shape(samples: readonly Sample[], shaping: Partial<Shaping> = {}) {
  const shaped = toPoints(makeSeries('rps', '', samples), { ...AS_IS, ...shaping });
  if (!shaped.ok) throw new Error(shaped.message);
  return shaped;
}

function pairs(samples: readonly Sample[], shaping: Partial<Shaping> = {}): number[][] {
  return shape(samples, shaping).points.map(({ atSeconds, value }) => [atSeconds, value]);
}

const manySamples = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 9_999 })),
  { minLength: 1, maxLength: 600 },
);

describe('toPoints', () => {
  it('begins at 0 with the first sample of the series', () => {
    expect(
      pairs([
        [500, 1],
        [530, 2],
      ]),
    ).toEqual([
      [0, 1],
      [30, 2],
    ]);
  });

  it('multiplies values and distances', () => {
    expect(
      pairs(
        [
          [0, 60],
          [60, 120],
        ],
        { factor: 1 / 60, stretch: 0.5 },
      ),
    ).toEqual([
      [0, 1],
      [30, 2],
    ]);
  });

  it('leaves out what lies on a straight line', () => {
    expect(
      pairs([
        [0, 5],
        [10, 5],
        [20, 5],
        [30, 10],
        [40, 15],
      ]),
    ).toEqual([
      [0, 5],
      [20, 5],
      [40, 15],
    ]);
  });

  it('of several samples in one second keeps the highest', () => {
    expect(
      pairs([
        [0, 1],
        [0.2, 9],
        [0.4, 3],
        [2, 1],
      ]),
    ).toEqual([
      [0, 9],
      [2, 1],
    ]);
  });

  it('never loses the highest or the lowest value, nor the ends, however few points there may be', () => {
    fc.assert(
      fc.property(manySamples, fc.integer({ min: 4, max: 50 }), (samples, maxPoints) => {
        const series = makeSeries('rps', '', samples);
        const { points } = shape(samples, { maxPoints });
        const values = points.map(({ value }) => value);
        expect(points.length).toBeLessThanOrEqual(maxPoints);
        expect(Math.max(...values)).toBe(Math.max(...series.values));
        expect(Math.min(...values)).toBe(Math.min(...series.values));
        expect(points.at(-1)?.atSeconds).toBe((series.seconds.at(-1) ?? 0) - (series.seconds[0] ?? 0));
      }),
    );
  });

  it('is the samples themselves where there are few', () => {
    fc.assert(
      fc.property(manySamples, (samples) => {
        const { seconds, values } = makeSeries('rps', '', samples);
        const curve = {
          id: 'a',
          unit: 'b',
          interpolation: 'linear' as const,
          points: shape(samples, { maxPoints: 5000 }).points,
        };
        seconds.forEach((at, index) => {
          expect(sampleLoad(curve, at - (seconds[0] ?? 0))).toBeCloseTo(values[index] ?? 0, 3);
        });
      }),
    );
  });

  it('goes straight across a gap, or down to zero', () => {
    const samples: Sample[] = [
      [0, 5],
      [10, 6],
      [20, 5],
      [100, 7],
      [110, 5],
    ];
    expect(pairs(samples)).toEqual(samples);
    expect(shape(samples).gaps).toBe(1);
    expect(pairs(samples, { gaps: 'zero' })).toEqual([
      [0, 5],
      [10, 6],
      [20, 5],
      [21, 0],
      [99, 0],
      [100, 7],
      [110, 5],
    ]);
  });

  it('cuts what no run is long enough for, and says how much', () => {
    const { points, cut } = shape([
      [0, 1],
      [SCENARIO_LIMITS.durationSeconds, 2],
      [SCENARIO_LIMITS.durationSeconds + 9, 3],
    ]);
    expect([points.at(-1)?.value, cut]).toEqual([2, 1]);
  });

  it('refuses values beyond what a load can be', () => {
    const huge = toPoints(makeSeries('rps', '', [[0, 1e12]]), AS_IS);
    expect(huge).toMatchObject({ ok: false, message: expect.stringContaining('Choose a smaller factor') });
  });
});
