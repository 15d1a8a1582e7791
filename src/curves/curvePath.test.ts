import { describe, expect, it } from 'vitest';
import type { PlotFrame } from '../charts/frame.ts';
import type { LoadCurve } from '../core/index.ts';
import { curvePaths } from './curvePath.ts';

const FRAME: PlotFrame = {
  left: 0,
  top: 0,
  width: 4,
  height: 100,
  durationSeconds: 400,
  fromSeconds: 0,
  toSeconds: 400,
  bottomValue: 0,
  topValue: 100,
};

const CURVE: LoadCurve = {
  id: 'requests',
  unit: 'requests/s',
  interpolation: 'linear',
  points: [
    { atSeconds: 100, value: 10 },
    { atSeconds: 300, value: 50 },
    { atSeconds: 900, value: 90 },
  ],
};

describe('curvePaths', () => {
  it('passes through its points and is constant outside them', () => {
    const { line } = curvePaths({ ...CURVE, points: CURVE.points.slice(0, 2) }, FRAME);
    expect(line).toBe('M0 90L1 90L2 70L3 50L4 50');
  });

  it('leads on to a point after the end of the run', () => {
    expect(curvePaths(CURVE, FRAME).line).toMatch(/L4 43.3$/);
  });

  it('draws steps as the sampler takes them', () => {
    expect(curvePaths({ ...CURVE, interpolation: 'step' }, FRAME).line).toBe('M0 90H3V50H4');
  });

  it('closes the area down to zero', () => {
    expect(curvePaths(CURVE, FRAME).area).toMatch(/V100H0Z$/);
  });
});
