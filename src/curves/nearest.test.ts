import { describe, expect, it } from 'vitest';
import type { PlotFrame } from '../charts/frame.ts';
import { nearestPoint } from './nearest.ts';

/** A pixel a second, a pixel a unit. */
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

const POINTS = [
  { atSeconds: 50, value: 50 },
  { atSeconds: 60, value: 50 },
  { atSeconds: 101, value: 50 },
];

describe('nearestPoint', () => {
  it('is the one whose dot is nearest, though the next one’s hit area lies above it', () => {
    expect(nearestPoint(POINTS, FRAME, 54, 50)).toBe(0);
    expect(nearestPoint(POINTS, FRAME, 56, 50)).toBe(1);
  });

  it('is none that lies after the end of the run', () => {
    expect(nearestPoint(POINTS, FRAME, 100, 50)).toBe(1);
    expect(nearestPoint(POINTS.slice(2), FRAME, 100, 50)).toBeUndefined();
  });
});
