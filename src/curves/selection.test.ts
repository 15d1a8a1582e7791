import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadCurve } from '../core/index.ts';
import {
  boundsOf,
  moveSelected,
  pointsInside,
  removeSelected,
  type Selected,
  scaleSelected,
  stretchSelected,
} from './selection.ts';

const DURATION = 3600;

function curveOf(...points: readonly (readonly [number, number])[]): LoadCurve {
  return {
    id: 'requests',
    unit: 'requests/s',
    interpolation: 'linear',
    points: points.map(([atSeconds, value]) => ({ atSeconds, value })),
  };
}

function pairs({ points }: LoadCurve): number[][] {
  return points.map(({ atSeconds, value }) => [atSeconds, value]);
}

/** A curve and some of its points. */
const selections = fc
  .uniqueArray(fc.integer({ min: 0, max: DURATION }), { minLength: 1, maxLength: 20 })
  .chain((instants) =>
    fc.record({
      curve: fc
        .array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
          minLength: instants.length,
          maxLength: instants.length,
        })
        .map((values) =>
          curveOf(
            ...instants.toSorted((a, b) => a - b).map((at, index) => [at, values[index] ?? 0] as const),
          ),
        ),
      selected: fc.subarray([...instants.keys()], { minLength: 1 }),
    }),
  );

function expectPromises(before: LoadCurve, after: LoadCurve, selected: Selected): void {
  expect(after.points).toHaveLength(before.points.length);
  after.points.forEach((point, index) => {
    expect(Number.isInteger(point.atSeconds)).toBe(true);
    expect(point.atSeconds).toBeLessThanOrEqual(DURATION);
    expect(point.value).toBeGreaterThanOrEqual(0);
    expect(point.value).toBeLessThanOrEqual(1e9);
    expect(point.atSeconds).toBeGreaterThan(after.points[index - 1]?.atSeconds ?? -1);
    if (!selected.includes(index)) expect(point).toEqual(before.points[index]);
  });
}

const amounts = fc.double({ min: -1e10, max: 1e10, noNaN: true });
const factors = fc.double({ min: 0, max: 1e6, noNaN: true });

describe('whatever is done to several points', () => {
  it('keeps order and bounds, and leaves the others as they are', () => {
    fc.assert(
      fc.property(selections, amounts, amounts, ({ curve, selected }, seconds, value) => {
        expectPromises(curve, moveSelected(curve, selected, { seconds, value }, DURATION), selected);
      }),
    );
    fc.assert(
      fc.property(
        selections,
        factors,
        fc.constantFrom('first', 'last'),
        ({ curve, selected }, factor, from) => {
          expectPromises(curve, scaleSelected(curve, selected, factor), selected);
          expectPromises(curve, stretchSelected(curve, selected, factor, from, DURATION), selected);
        },
      ),
    );
  });

  it('never removes the last point', () => {
    fc.assert(
      fc.property(selections, ({ curve, selected }) => {
        const left = removeSelected(curve, selected).points.length;
        expect(left).toBe(Math.max(1, curve.points.length - selected.length));
      }),
    );
  });
});

describe('moving', () => {
  it('keeps the distances and stops where the first of them has to', () => {
    const curve = curveOf([0, 10], [100, 20], [200, 30], [400, 5]);
    expect(pairs(moveSelected(curve, [1, 2], { seconds: 50, value: 5 }, DURATION))).toEqual([
      [0, 10],
      [150, 25],
      [250, 35],
      [400, 5],
    ]);
    expect(pairs(moveSelected(curve, [1, 2], { seconds: 900, value: -100 }, DURATION))).toEqual([
      [0, 10],
      [299, 0],
      [399, 10],
      [400, 5],
    ]);
  });

  it('lets a point stay that lies after the end of the run', () => {
    const curve = curveOf([0, 1], [5000, 2]);
    expect(pairs(moveSelected(curve, [0, 1], { seconds: 60, value: 0 }, DURATION))).toEqual([
      [0, 1],
      [5000, 2],
    ]);
  });
});

describe('scaling', () => {
  const curve = curveOf([0, 10], [100, 20], [200, 30], [400, 5]);

  it('multiplies values', () => {
    expect(pairs(scaleSelected(curve, [1, 2], 1.5))).toEqual([
      [0, 10],
      [100, 30],
      [200, 45],
      [400, 5],
    ]);
  });

  it('stretches in time from either end', () => {
    expect(pairs(stretchSelected(curve, [1, 2], 1.5, 'first', DURATION)).map(([at]) => at)).toEqual([
      0, 100, 250, 400,
    ]);
    expect(pairs(stretchSelected(curve, [1, 2], 0.5, 'last', DURATION)).map(([at]) => at)).toEqual([
      0, 150, 200, 400,
    ]);
  });

  it('stretches as far as there is room', () => {
    expect(pairs(stretchSelected(curve, [1, 2], 50, 'first', DURATION)).map(([at]) => at)).toEqual([
      0, 100, 399, 400,
    ]);
    expect(pairs(stretchSelected(curve, [0, 1, 2], 0, 'first', DURATION)).map(([at]) => at)).toEqual([
      0, 1, 2, 400,
    ]);
  });
});

describe('a box', () => {
  it('holds the points inside, in time and in value', () => {
    const curve = curveOf([0, 10], [100, 20], [200, 30], [400, 5]);
    expect(pointsInside(curve, { fromSeconds: 50, toSeconds: 400, low: 10, high: 30 })).toEqual([1, 2]);
    expect(boundsOf(curve, [1, 2])).toEqual({ fromSeconds: 100, toSeconds: 200, low: 20, high: 30 });
    expect(boundsOf(curve, [])).toBeUndefined();
  });
});
