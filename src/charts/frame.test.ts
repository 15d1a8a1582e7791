import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plotFrame, toSeconds, toValue, toX, toY } from './frame.ts';

describe('plotFrame', () => {
  const frame = plotFrame({ width: 900, height: 150 }, true, 3600, { bottom: 0, top: 25 });

  it('turns pixels back into what they show', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3600, noNaN: true }),
        fc.double({ min: -10, max: 40, noNaN: true }),
        (seconds, value) => {
          expect(toSeconds(frame, toX(frame, seconds))).toBeCloseTo(seconds, 6);
          expect(toValue(frame, toY(frame, value))).toBeCloseTo(value, 6);
        },
      ),
    );
  });

  it('keeps instants within the run', () => {
    expect(toSeconds(frame, -50)).toBe(0);
    expect(toSeconds(frame, 5000)).toBe(3600);
  });

  it('is never negative', () => {
    const tiny = plotFrame({ width: 10, height: 5 }, true, 3600, { bottom: 0, top: 1 });
    expect([tiny.width, tiny.height]).toEqual([0, 0]);
    expect(toSeconds(tiny, 3)).toBe(0);
  });
});
