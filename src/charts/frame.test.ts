import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plotFrame, toSeconds, toValue, toX, toY, wholeRun } from './frame.ts';

const PART = { durationSeconds: 3600, fromSeconds: 600, toSeconds: 1200 };

describe('plotFrame', () => {
  const frame = plotFrame({ width: 900, height: 150 }, true, wholeRun(3600), { bottom: 0, top: 25 });

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

  it('shows a part of the run on its whole width', () => {
    const part = plotFrame({ width: 900, height: 150 }, true, PART, { bottom: 0, top: 1 });
    expect(toX(part, 600)).toBe(part.left);
    expect(toX(part, 1200)).toBe(part.left + part.width);
    expect(toSeconds(part, part.left + part.width / 2)).toBe(900);
    expect([toSeconds(part, -50), toSeconds(part, 5000)]).toEqual([600, 1200]);
    expect(toX(part, 0)).toBeLessThan(part.left);
  });

  it('is never negative', () => {
    const tiny = plotFrame({ width: 10, height: 5 }, true, wholeRun(3600), { bottom: 0, top: 1 });
    expect([tiny.width, tiny.height]).toEqual([0, 0]);
    expect(toSeconds(tiny, 3)).toBe(0);
  });
});
