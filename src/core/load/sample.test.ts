import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoadCursor } from './cursor.ts';
import { integrateLoad, sampleLoad } from './sample.ts';
import { INTERPOLATIONS, type LoadCurve } from './types.ts';

const curves: fc.Arbitrary<LoadCurve> = fc
  .record({
    interpolation: fc.constantFrom(...INTERPOLATIONS),
    points: fc.uniqueArray(
      fc.record({
        atSeconds: fc.integer({ min: 0, max: 5000 }),
        value: fc.double({ min: 0, max: 1e4, noNaN: true }),
      }),
      { minLength: 1, maxLength: 12, selector: (point) => point.atSeconds },
    ),
  })
  .map(({ interpolation, points }) => ({
    id: 'requests',
    unit: 'requests/s',
    interpolation,
    points: points.sort((a, b) => a.atSeconds - b.atSeconds),
  }));
const instants = fc.double({ min: -100, max: 6000, noNaN: true });

function check(interpolation: LoadCurve['interpolation'], expected: Record<number, number>) {
  const curve: LoadCurve = {
    id: 'requests',
    unit: 'requests/s',
    interpolation,
    points: [
      { atSeconds: 10, value: 100 },
      { atSeconds: 20, value: 200 },
      { atSeconds: 40, value: 0 },
    ],
  };
  for (const [at, value] of Object.entries(expected))
    expect(sampleLoad(curve, Number(at)), `at ${at}`).toBe(value);
}

describe('sampleLoad', () => {
  it('[LD1] goes straight from point to point', () =>
    check('linear', { 10: 100, 15: 150, 20: 200, 30: 100, 39: 10 }));
  it('[LD1] a step holds its value until the next point', () =>
    check('step', { 10: 100, 19.999: 100, 20: 200, 40: 0 }));
  it('[LD2] is constant before the first point and after the last', () => {
    check('linear', { '-5': 100, 0: 100, 40: 0, 1000: 0 });
    check('step', { '-5': 100, 0: 100, 1000: 0 });
  });
  it('[LD1] lies between its lowest and its highest point', () => {
    fc.assert(
      fc.property(curves, instants, (curve, at) => {
        const values = curve.points.map((point) => point.value);
        const sample = sampleLoad(curve, at);
        expect(sample).toBeGreaterThanOrEqual(Math.min(...values) * (1 - 1e-12));
        expect(sample).toBeLessThanOrEqual(Math.max(...values) * (1 + 1e-12));
      }),
    );
  });
});

describe('a smooth curve', () => {
  const hill: LoadCurve = {
    id: 'requests',
    unit: 'requests/s',
    interpolation: 'smooth',
    points: [
      { atSeconds: 0, value: 0 },
      { atSeconds: 100, value: 100 },
      { atSeconds: 200, value: 0 },
    ],
  };
  const smooth = curves.map((curve) => ({ ...curve, interpolation: 'smooth' as const }));

  it('[LD4] is round at a peak and keeps to the cubic through its points', () => {
    // 100 (3t² - 2t³) + 150 t (1 - t)² at t = 1/2 and, between two seams, near t = 3/10
    expect(sampleLoad(hill, 50)).toBeCloseTo(68.75, 12);
    expect(sampleLoad(hill, 30)).toBeCloseTo(43.65, 0);
    expect(sampleLoad(hill, 99)).toBeGreaterThan(99.8);
  });

  it('[LD4] goes through its points', () => {
    fc.assert(
      fc.property(smooth, (curve) => {
        for (const { atSeconds, value } of curve.points) expect(sampleLoad(curve, atSeconds)).toBe(value);
      }),
    );
  });

  it('[LD4] between two points only rises or only falls, and stays between them', () => {
    fc.assert(
      fc.property(smooth, fc.nat(), (curve, seed) => {
        const index = seed % curve.points.length;
        const from = curve.points[index];
        const to = curve.points[index + 1];
        if (from === undefined || to === undefined) return;
        const direction = Math.sign(to.value - from.value);
        // The smallest doubles have no digits left to round.
        const room = 1e-9 * Math.max(from.value, to.value) + 1e-300;
        let last = from.value;
        for (let step = 1; step <= 200; step++) {
          const value = sampleLoad(curve, from.atSeconds + ((to.atSeconds - from.atSeconds) * step) / 200);
          expect((value - last) * direction).toBeGreaterThanOrEqual(-room);
          last = value;
        }
        expect(Math.abs(last - to.value)).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('[LD4] moving a point leaves the curve as it is beyond its neighbours’ neighbours', () => {
    const points = [10, 40, 20, 80, 30, 60, 10, 90].map((value, index) => ({
      atSeconds: index * 100,
      value,
    }));
    const before: LoadCurve = { ...hill, points };
    const after: LoadCurve = { ...hill, points: points.with(2, { atSeconds: 230, value: 70 }) };
    for (let at = 400; at <= 700; at += 7) expect(sampleLoad(after, at)).toBe(sampleLoad(before, at));
  });

  it('[LD3] [LD4] has about the area of the cubic', () => {
    expect(integrateLoad(hill, 0, 100) / 6250).toBeCloseTo(1, 3);
  });
});

describe('integrateLoad', () => {
  it('[LD3] a span adds up from its parts', () => {
    fc.assert(
      fc.property(curves, instants, instants, instants, (curve, a, b, c) => {
        const [from = 0, middle = 0, to = 0] = [a, b, c].sort((x, y) => x - y);
        const whole = integrateLoad(curve, from, to);
        const parts = integrateLoad(curve, from, middle) + integrateLoad(curve, middle, to);
        expect(parts).toBeCloseTo(whole, 4);
      }),
    );
  });
  it('[LD3] agrees with sampling in small steps', () => {
    fc.assert(
      fc.property(
        curves,
        fc.integer({ min: -20, max: 5100 }),
        fc.integer({ min: 0, max: 300 }),
        (curve, from, span) => {
          let sum = 0;
          for (let at = from; at < from + span; at++) sum += sampleLoad(curve, at + 0.5);
          expect(integrateLoad(curve, from, from + span)).toBeCloseTo(sum, 4);
        },
      ),
    );
  });
});

describe('LoadCursor', () => {
  it('[LD1] reads forwards what sampling gives', () => {
    fc.assert(
      fc.property(curves, fc.array(instants, { maxLength: 20 }), (curve, times) => {
        const cursor = new LoadCursor(curve, -100);
        for (const at of times.sort((a, b) => a - b)) {
          while (cursor.pieceEndsAt <= at) cursor.nextPiece();
          expect(cursor.valueAt(at)).toBe(sampleLoad(curve, at));
        }
      }),
    );
  });
});
