import { describe, expect, it } from 'vitest';
import type { PlotFrame } from './frame.ts';
import { linePath, stepBandPath, stepPath, unknownSpans } from './paths.ts';
import type { Points } from './reduce.ts';

/** One pixel a second and a pixel a unit; y runs downwards from 100. */
const FRAME: PlotFrame = {
  left: 0,
  top: 0,
  width: 100,
  height: 100,
  durationSeconds: 100,
  fromSeconds: 0,
  toSeconds: 100,
  bottomValue: 0,
  topValue: 100,
};

function points(...values: readonly number[]): Points {
  return {
    seconds: Float64Array.from(values, (_, index) => index * 10),
    values: Float64Array.from(values),
  };
}

const GAP = Number.NaN;

describe('stepPath', () => {
  it('holds each value until the next point and the last one to the end', () => {
    expect(stepPath(points(10, 20, 20, 5), FRAME, 50)).toBe('M0 90H10V80H30V95H50');
  });

  it('leaves a gap where the value is unknown', () => {
    expect(stepPath(points(10, GAP, 20), FRAME, 30)).toBe('M0 90H10M20 80H30');
    expect(stepPath(points(GAP, 10, GAP), FRAME, 30)).toBe('M10 90H20');
  });

  it('is empty for a series without any known value', () => {
    expect(stepPath(points(), FRAME, 30)).toBe('');
    expect(stepPath(points(GAP, GAP), FRAME, 30)).toBe('');
  });
});

describe('stepPath of a part of the run', () => {
  it('ends a little outside the plot, however far the line goes on', () => {
    const part = { ...FRAME, durationSeconds: 1e6, fromSeconds: 10, toSeconds: 20 };
    expect(stepPath(points(10, 20, 30, 40), part, 1e6)).toBe('M-8 90H0V80H100V70H108V60H108');
  });
});

describe('linePath', () => {
  it('joins neighbours and leaves gaps open', () => {
    expect(linePath(points(10, 20, GAP, 30, 40), FRAME)).toBe('M0 90L10 80M30 70L40 60');
  });

  it('shows a value between two gaps as a dot', () => {
    expect(linePath(points(GAP, 20, GAP), FRAME)).toBe('M10 80h0.1');
  });
});

describe('stepBandPath', () => {
  it('goes along the upper edge and back along the lower one', () => {
    expect(stepBandPath(points(10, 10), points(30, 30), FRAME, 20)).toBe('M0 70H20L20 90H0V90Z');
  });

  it('follows a target that changes during the run', () => {
    expect(stepBandPath(points(10, 20), points(30, 40), FRAME, 20)).toBe('M0 70H10V60H20L20 80H10V90H0V90Z');
  });

  it('draws a part for each stretch without a gap', () => {
    const path = stepBandPath(points(10, GAP, 10), points(30, GAP, 30), FRAME, 30);
    expect(path.match(/Z/g)).toHaveLength(2);
    expect(path).not.toContain('NaN');
  });
});

describe('unknownSpans', () => {
  it('reaches from the first unknown instant to the next known one', () => {
    expect(unknownSpans(points(GAP, 1, GAP, GAP), 50)).toEqual([
      { fromSeconds: 0, toSeconds: 10 },
      { fromSeconds: 20, toSeconds: 50 },
    ]);
  });
});
