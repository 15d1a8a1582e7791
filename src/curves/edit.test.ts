import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadCurve } from '../core/index.ts';
import { addPoint, gapAfter, movePoint, removePoint, widestGap } from './edit.ts';

const DURATION = 3600;

function curveOf(...points: readonly (readonly [number, number])[]): LoadCurve {
  return {
    id: 'requests',
    unit: 'requests/s',
    interpolation: 'linear',
    points: points.map(([atSeconds, value]) => ({ atSeconds, value })),
  };
}

const curves = fc
  .uniqueArray(fc.integer({ min: 0, max: DURATION }), { minLength: 1, maxLength: 20 })
  .map((instants) => curveOf(...instants.toSorted((a, b) => a - b).map((at) => [at, 10] as const)));

function expectPromises({ points }: LoadCurve): void {
  expect(points.length).toBeGreaterThan(0);
  points.forEach(({ atSeconds, value }, index) => {
    expect(Number.isInteger(atSeconds)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(0);
    if (index > 0) expect(atSeconds).toBeGreaterThan(points[index - 1]?.atSeconds ?? 0);
  });
}

const anywhere = fc.record({
  atSeconds: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  value: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
});

describe('movePoint', () => {
  it('keeps the order, whole seconds within the run, and no negative value, wherever it is dragged', () => {
    fc.assert(
      fc.property(curves, fc.nat(), anywhere, (curve, seed, to) => {
        const moved = movePoint(curve, seed % curve.points.length, to, DURATION);
        expectPromises(moved);
        expect(moved.points).toHaveLength(curve.points.length);
        for (const { atSeconds } of moved.points) expect(atSeconds).toBeLessThanOrEqual(DURATION);
      }),
    );
  });

  it('stops a second before its neighbours', () => {
    const curve = curveOf([0, 1], [100, 2], [200, 3]);
    expect(movePoint(curve, 1, { atSeconds: 500, value: 2 }, DURATION).points[1]?.atSeconds).toBe(199);
    expect(movePoint(curve, 1, { atSeconds: -5, value: 2 }, DURATION).points[1]?.atSeconds).toBe(1);
  });

  it('stops at the end of the run even when the next point lies beyond it', () => {
    const curve = curveOf([0, 1], [100, 2], [5000, 3]);
    expect(movePoint(curve, 1, { atSeconds: 4000, value: 2 }, DURATION).points[1]?.atSeconds).toBe(DURATION);
  });
});

describe('addPoint', () => {
  it('puts it where it belongs, and nothing where there is one already', () => {
    const curve = curveOf([0, 1], [100, 2]);
    expect(addPoint(curve, { atSeconds: 50.4, value: 9 })).toMatchObject({
      index: 1,
      curve: { points: [{ atSeconds: 0 }, { atSeconds: 50, value: 9 }, { atSeconds: 100 }] },
    });
    expect(addPoint(curve, { atSeconds: 100, value: 9 })).toBeUndefined();
  });
});

describe('removePoint', () => {
  it('never removes the last one', () => {
    expect(removePoint(curveOf([0, 1]), 0)).toBeUndefined();
  });

  it('names the point to go on with', () => {
    const curve = curveOf([0, 1], [100, 2]);
    expect(removePoint(curve, 1)).toMatchObject({ index: 0, curve: { points: [{ atSeconds: 0 }] } });
    expect(removePoint(curve, 0)).toMatchObject({ index: 0, curve: { points: [{ atSeconds: 100 }] } });
  });
});

describe('gaps', () => {
  it('finds room for a new point', () => {
    expect(widestGap(curveOf([0, 1], [600, 2]), DURATION)).toBe(2100);
    expect(widestGap(curveOf([3000, 1]), DURATION)).toBe(1500);
    expect(gapAfter(curveOf([0, 1], [600, 2]), 0, DURATION)).toBe(300);
    expect(gapAfter(curveOf([0, 1], [600, 2]), 1, DURATION)).toBe(2100);
  });
});
