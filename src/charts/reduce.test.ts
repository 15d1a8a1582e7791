import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepPath } from './paths.ts';
import {
  columnOf,
  POINTS_A_COLUMN,
  type Points,
  reduceToColumns,
  visiblePart,
  withoutRepeats,
} from './reduce.ts';

const DURATION = 1000;
const WHOLE = { fromSeconds: 0, toSeconds: DURATION };

const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);

/** Series with gaps, on ascending instants within the run. */
const series: fc.Arbitrary<Points> = fc
  .array(fc.tuple(fc.double({ min: 0, max: DURATION, noNaN: true }), value), {
    minLength: 1,
    maxLength: 400,
  })
  .map((pairs) => {
    const sorted = pairs.toSorted(([a], [b]) => a - b);
    return {
      seconds: Float64Array.from(sorted, ([at]) => at),
      values: Float64Array.from(sorted, ([, value]) => value),
    };
  });

const columns = fc.integer({ min: 1, max: 60 });

interface Column {
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly last: number;
  readonly gap: boolean;
}

/** What each pixel column of a series shows. */
function pictureOf({ seconds, values }: Points, width: number): ReadonlyMap<number, Column> {
  const picture = new Map<number, Column>();
  seconds.forEach((at, index) => {
    const value = values[index] as number;
    const column = columnOf(at, WHOLE, width);
    const known = Number.isNaN(value) ? [] : [value];
    const old = picture.get(column);
    picture.set(column, {
      low: Math.min(old?.low ?? Number.POSITIVE_INFINITY, ...known),
      high: Math.max(old?.high ?? Number.NEGATIVE_INFINITY, ...known),
      first: old === undefined ? value : old.first,
      last: value,
      gap: (old?.gap ?? false) || Number.isNaN(value),
    });
  });
  return picture;
}

describe('visiblePart', () => {
  it('keeps every point of the span and at most one beyond either end', () => {
    fc.assert(
      fc.property(
        series,
        fc.double({ min: 0, max: DURATION, noNaN: true }),
        columns,
        (points, from, length) => {
          const span = { fromSeconds: from, toSeconds: from + length };
          const shown = visiblePart(points, span);
          const inside = (at: number) => at >= span.fromSeconds && at <= span.toSeconds;
          expect(shown.seconds.filter(inside)).toEqual(points.seconds.filter(inside));
          const before = shown.seconds.filter((at) => at < span.fromSeconds).length;
          const after = shown.seconds.filter((at) => at > span.toSeconds).length;
          expect([before <= 1, after <= 1]).toEqual([true, true]);
          expect(before === 1 || !points.seconds.some((at) => at < span.fromSeconds)).toBe(true);
          expect(after === 1 || !points.seconds.some((at) => at > span.toSeconds)).toBe(true);
        },
      ),
    );
  });

  it('is the series itself where all of it is shown', () => {
    const points = { seconds: Float64Array.of(0, 10), values: Float64Array.of(1, 2) };
    expect(visiblePart(points, { fromSeconds: 0, toSeconds: 10 })).toBe(points);
  });
});

describe('withoutRepeats', () => {
  const repeating: fc.Arbitrary<Points> = fc
    .array(fc.tuple(fc.constantFrom(1, 2, Number.NaN), fc.integer({ min: 1, max: 5 })), { maxLength: 20 })
    .map((stretches) => {
      const values = Float64Array.from(stretches.flatMap(([of, times]) => new Array<number>(times).fill(of)));
      return { seconds: values.map((_, index) => index * 2.5), values };
    });
  const frame = {
    ...{ left: 0, top: 0, width: 100, height: 10, bottomValue: 0, topValue: 4 },
    ...{ durationSeconds: DURATION, fromSeconds: 0, toSeconds: DURATION },
  };
  /** What the kept points say of an instant of the series, on a straight line or within a gap. */
  const valueOn = ({ seconds, values }: Points, at: number): number => {
    const before = seconds.findLastIndex((other) => other <= at);
    return seconds[before] === at || values[before] === values[before + 1]
      ? (values[before] ?? 0)
      : Number.NaN;
  };

  it('draws the same steps, and the same at every instant', () => {
    fc.assert(
      fc.property(repeating, (points) => {
        const fewer = withoutRepeats(points);
        expect(stepPath(fewer, frame, DURATION)).toBe(stepPath(points, frame, DURATION));
        expect(points.seconds.map((at) => valueOn(fewer, at))).toEqual(points.values);
      }),
    );
  });

  it('keeps two points of each stretch at most', () => {
    const points = { seconds: Float64Array.of(0, 1, 2, 3, 4, 5), values: Float64Array.of(7, 7, 7, 7, 3, 3) };
    expect(withoutRepeats(points)).toEqual({
      seconds: Float64Array.of(0, 3, 4, 5),
      values: Float64Array.of(7, 7, 3, 3),
    });
  });
});

describe('reduceToColumns', () => {
  it('shows in every pixel column the extremes, the gap and both ends of the whole series', () => {
    fc.assert(
      fc.property(series, columns, (points, width) => {
        expect(pictureOf(reduceToColumns(points, WHOLE, width), width)).toEqual(pictureOf(points, width));
      }),
    );
  });

  it('keeps a bounded number of points a column, all of them points of the input in its order', () => {
    fc.assert(
      fc.property(series, columns, (points, width) => {
        const reduced = reduceToColumns(points, WHOLE, width);
        expect(reduced.seconds.length).toBeLessThanOrEqual(Math.max(2, POINTS_A_COLUMN) * width);
        let from = 0;
        reduced.seconds.forEach((at, index) => {
          const found = points.seconds.findIndex(
            (seconds, i) => i >= from && seconds === at && Object.is(points.values[i], reduced.values[index]),
          );
          expect(found).toBeGreaterThanOrEqual(from);
          from = found + 1;
        });
      }),
    );
  });

  it('does not lose a spike of one sync in a day', () => {
    const seconds = Float64Array.from({ length: 5760 }, (_, index) => index * 15);
    const values = new Float64Array(5760).fill(2);
    values[3333] = 40;
    const reduced = reduceToColumns({ seconds, values }, { fromSeconds: 0, toSeconds: 86_400 }, 450);
    expect(reduced.seconds.length).toBeLessThan(1400);
    expect(Math.max(...reduced.values)).toBe(40);
  });

  it('leaves a series alone that has no more points than the plot can show', () => {
    const points = { seconds: Float64Array.of(0, 10, 20), values: Float64Array.of(1, 2, 3) };
    expect(reduceToColumns(points, { fromSeconds: 0, toSeconds: 30 }, 100)).toBe(points);
  });
});
