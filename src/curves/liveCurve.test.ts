import { expect, test, vi } from 'vitest';
import type { LoadCurve } from '../core/index.ts';
import { createLiveCurve } from './liveCurve.ts';

const curve = (value: number): LoadCurve => ({
  id: 'requests',
  unit: 'requests/s',
  interpolation: 'linear',
  points: [{ atSeconds: 0, value }],
});

test('tells of each other curve, once, and of none after the end', () => {
  const live = createLiveCurve(curve(1));
  const heard = vi.fn();
  const end = live.subscribe(heard);
  const next = curve(2);
  live.set(next);
  live.set(next);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(live.get()).toBe(next);
  end();
  live.set(curve(3));
  expect(heard).toHaveBeenCalledTimes(1);
});
