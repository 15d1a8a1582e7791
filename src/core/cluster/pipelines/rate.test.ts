import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extrapolatedRate } from './rate.ts';

interface Scraped {
  readonly atSeconds: number;
  readonly value: number;
}

/** `rate()` at the end of two minutes over these samples. */
function rateOf(samples: readonly Scraped[], end = 120): number | undefined {
  const first = samples[0] ?? { atSeconds: Number.NaN, value: Number.NaN };
  const last = samples.at(-1) ?? first;
  const range = {
    count: samples.length,
    firstAt: first.atSeconds,
    firstValue: first.value,
    lastAt: last.atSeconds,
    lastValue: last.value,
  };
  return extrapolatedRate(range, end, 120);
}

/** A counter that grows at a steady rate, scraped at the given instants. */
function counter(rate: number, instants: readonly number[], start = 0): readonly Scraped[] {
  return instants.map((atSeconds) => ({ atSeconds, value: start + rate * atSeconds }));
}

describe('[CM3] rate()', () => {
  it('needs two samples', () => {
    expect(rateOf([])).toBeUndefined();
    expect(rateOf(counter(5, [100]))).toBeUndefined();
  });

  it('is the rate itself where samples reach the ends of the range', () => {
    expect(rateOf(counter(5, [10, 40, 70, 100], 1000))).toBeCloseTo(5, 12);
  });

  it('extends by half an interval where they do not', () => {
    // 60 s sampled, 15 s before, 20 s after, of 120 s
    const rate = rateOf(counter(6, [70, 100], 1000));
    expect(rate).toBeCloseTo((6 * (30 + 15 + 20)) / 120, 12);
  });

  it('does not extend a young counter below zero', () => {
    // 60 requests between the samples, and 10 before: at most a sixth of the interval can have gone before
    const young = [
      { atSeconds: 60, value: 10 },
      { atSeconds: 90, value: 70 },
    ];
    expect(rateOf(young, 90)).toBeCloseTo((60 * (30 + 5)) / 30 / 120, 12);
  });

  it('is never negative and never above the steady rate', () => {
    const instants = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(instants, fc.double({ min: 0, max: 1e6, noNaN: true }), (times, rate) => {
        const samples = counter(
          rate,
          times.toSorted((a, b) => a - b),
        );
        const answer = rateOf(samples) ?? 0;
        expect(answer).toBeGreaterThanOrEqual(0);
        expect(answer).toBeLessThanOrEqual(rate * (1 + 1e-9));
      }),
    );
  });
});
