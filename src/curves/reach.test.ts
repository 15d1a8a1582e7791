import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlotFrame } from '../charts/frame.ts';
import type { LoadCurve } from '../core/index.ts';
import { draggedValue, highestLoad, roundedLoad } from './reach.ts';

const FRAME: PlotFrame = {
  left: 0,
  top: 20,
  width: 900,
  height: 100,
  durationSeconds: 3600,
  fromSeconds: 0,
  toSeconds: 3600,
  bottomValue: 0,
  topValue: 1000,
};

const CURVE: LoadCurve = {
  id: 'requests',
  unit: 'requests/s',
  interpolation: 'linear',
  points: [
    { atSeconds: 0, value: 100 },
    { atSeconds: 300, value: 1000 },
  ],
};

describe('draggedValue', () => {
  it('is the axis within the plot, and zero below it', () => {
    expect(draggedValue(FRAME, 120)).toBe(0);
    expect(draggedValue(FRAME, 70)).toBe(500);
    expect(draggedValue(FRAME, 20)).toBe(1000);
    expect(draggedValue(FRAME, 400)).toBe(0);
  });

  it('grows faster above the plot', () => {
    expect(draggedValue(FRAME, -80)).toBeGreaterThan(3000);
  });

  it('never falls while the pointer rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 50 }), (y, up) => {
        expect(draggedValue(FRAME, y - up)).toBeGreaterThanOrEqual(draggedValue(FRAME, y));
      }),
    );
  });
});

describe('highestLoad', () => {
  it('leaves room to drag into when all is zero', () => {
    expect(highestLoad(CURVE)).toBe(1000);
    expect(highestLoad({ ...CURVE, points: [{ atSeconds: 0, value: 0 }] })).toBe(100);
  });
});

describe('roundedLoad', () => {
  it('is readable and lies on the curve as far as an eye can tell', () => {
    expect(roundedLoad(CURVE, 100)).toBe(400);
    expect(roundedLoad(CURVE, 101)).toBe(403);
  });
});
