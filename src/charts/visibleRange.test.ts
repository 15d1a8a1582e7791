import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShown, spanSeconds, type TimeWindow } from './frame.ts';
import type { VisibleRange } from './props.ts';
import {
  fittedRange,
  LEAST_SPAN,
  movedPart,
  pannedRange,
  partByKey,
  rangeOfLength,
  revealedRange,
  windowOf,
  zoomCentre,
  zoomedRange,
} from './visibleRange.ts';

const HOUR: TimeWindow = { durationSeconds: 3600, fromSeconds: 600, toSeconds: 1200 };

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const durations = fc.integer({ min: 30, max: 7 * 86_400 });
const ranges: fc.Arbitrary<VisibleRange> = fc.record({ fromSeconds: finite, toSeconds: finite });

/** What every answer promises: it lies within the run and is shorter than it, and not too short. */
function checkFits(range: VisibleRange | undefined, durationSeconds: number): void {
  if (range === undefined) return;
  expect(range.fromSeconds).toBeGreaterThanOrEqual(0);
  expect(range.toSeconds).toBeLessThanOrEqual(durationSeconds + 1e-6);
  expect(spanSeconds(range)).toBeGreaterThanOrEqual(LEAST_SPAN - 1e-6);
  expect(spanSeconds(range)).toBeLessThan(durationSeconds);
}

describe('fittedRange', () => {
  it('fits whatever it is given', () => {
    fc.assert(
      fc.property(ranges, durations, (range, duration) => checkFits(fittedRange(range, duration), duration)),
    );
  });

  it('is the whole run where there is nothing to leave out', () => {
    expect(fittedRange({ fromSeconds: 0, toSeconds: 3600 }, 3600)).toBeUndefined();
    expect(fittedRange({ fromSeconds: 5, toSeconds: 10 }, 45)).toBeUndefined();
    expect(windowOf(undefined, 3600)).toEqual({ durationSeconds: 3600, fromSeconds: 0, toSeconds: 3600 });
  });
});

describe('zoomedRange', () => {
  it('keeps the instant under the pointer at its pixel', () => {
    const range = zoomedRange(HOUR, 0.5, 900);
    expect(range).toEqual({ fromSeconds: 750, toSeconds: 1050 });
    expect(zoomedRange(HOUR, 0.5, 600)).toEqual({ fromSeconds: 600, toSeconds: 900 });
  });

  it('stops at the shortest span and at the whole run', () => {
    expect(zoomedRange(HOUR, 0.001, 900)).toEqual({ fromSeconds: 870, toSeconds: 930 });
    expect(zoomedRange(HOUR, 100, 900)).toBeUndefined();
  });

  it('always fits', () => {
    const factors = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(ranges, durations, factors, (range, duration, factor) => {
        const window = windowOf(range, duration);
        checkFits(zoomedRange(window, factor, (window.fromSeconds + window.toSeconds) / 2), duration);
      }),
    );
  });
});

describe('pannedRange', () => {
  it('keeps the span and stops at the ends', () => {
    expect(pannedRange(HOUR, 60)).toEqual({ fromSeconds: 660, toSeconds: 1260 });
    expect(pannedRange(HOUR, -5000)).toEqual({ fromSeconds: 0, toSeconds: 600 });
    expect(pannedRange(HOUR, 5000)).toEqual({ fromSeconds: 3000, toSeconds: 3600 });
  });
});

describe('rangeOfLength', () => {
  it('puts the instant into the middle where it can', () => {
    expect(rangeOfLength(300, 1000, 3600)).toEqual({ fromSeconds: 850, toSeconds: 1150 });
    expect(rangeOfLength(300, 10, 3600)).toEqual({ fromSeconds: 0, toSeconds: 300 });
    expect(rangeOfLength(3600, 10, 3600)).toBeUndefined();
  });
});

describe('revealedRange', () => {
  it('shows the instant, with the same span', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3600, noNaN: true }), (seconds) => {
        const range = revealedRange(HOUR, seconds);
        expect(isShown(windowOf(range, 3600), seconds)).toBe(true);
        expect(spanSeconds(windowOf(range, 3600))).toBeCloseTo(600, 6);
      }),
    );
  });

  it('turns a page where playing leaves the window, either way', () => {
    expect(revealedRange(HOUR, 1201)?.fromSeconds).toBeCloseTo(1141, 6);
    expect(revealedRange(HOUR, 599)?.toSeconds).toBeCloseTo(659, 6);
  });

  it('changes nothing where the instant is shown', () => {
    expect(revealedRange(HOUR, 700)).toEqual({ fromSeconds: 600, toSeconds: 1200 });
  });
});

describe('zoomCentre', () => {
  it('is the cursor where it is shown, else the middle', () => {
    expect(zoomCentre(HOUR, 700)).toBe(700);
    expect(zoomCentre(HOUR, 3000)).toBe(900);
  });
});

describe('movedPart', () => {
  it('moves one end and leaves the other, or both', () => {
    expect(movedPart(HOUR, 'start', 100)).toEqual({ fromSeconds: 700, toSeconds: 1200 });
    expect(movedPart(HOUR, 'end', -100)).toEqual({ fromSeconds: 600, toSeconds: 1100 });
    expect(movedPart(HOUR, 'whole', 100)).toEqual({ fromSeconds: 700, toSeconds: 1300 });
  });

  it('keeps the ends apart and within the run', () => {
    expect(movedPart(HOUR, 'start', 9999)).toEqual({ fromSeconds: 1140, toSeconds: 1200 });
    expect(movedPart(HOUR, 'end', -9999)).toEqual({ fromSeconds: 600, toSeconds: 660 });
    expect(movedPart(HOUR, 'end', 9999)).toEqual({ fromSeconds: 600, toSeconds: 3600 });
    expect(movedPart(HOUR, 'start', -9999)).toEqual({ fromSeconds: 0, toSeconds: 1200 });
  });
});

describe('partByKey', () => {
  it.each([
    ['ArrowRight', false, 630],
    ['ArrowLeft', false, 570],
    ['ArrowRight', true, 900],
    ['PageDown', false, 300],
    ['Home', false, 0],
    ['End', false, 3000],
  ])('%s (Shift: %s) brings the whole part to %d', (key, shiftKey, from) => {
    expect(partByKey(HOUR, 'whole', { key, shiftKey })?.range?.fromSeconds).toBe(from);
  });

  it('leaves other keys alone', () => {
    expect(partByKey(HOUR, 'whole', { key: 'Enter', shiftKey: false })).toBeUndefined();
  });
});
