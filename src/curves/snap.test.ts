import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapTo, timeStep, valueStep } from './snap.ts';

describe('timeStep', () => {
  it.each([
    [0.2, 1],
    [1, 1],
    [4, 5],
    [61, 120],
    [4000, 7200],
  ])('%d s a pixel snaps to %d s', (atLeast, step) => {
    expect(timeStep(atLeast)).toBe(step);
  });
});

describe('valueStep', () => {
  it.each([
    [18.75, 20],
    [20, 20],
    [0.2, 0.2],
    [0.03, 0.05],
    [700, 1000],
    [0, 1],
  ])('at least %d is %d', (atLeast, step) => {
    expect(valueStep(atLeast)).toBe(step);
  });

  it('is never finer than asked, nor 2.5 times as coarse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (atLeast) => {
        const step = valueStep(atLeast);
        expect(step / atLeast).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(step / atLeast).toBeLessThanOrEqual(2.5 + 1e-9);
      }),
    );
  });
});

describe('snapTo', () => {
  it('has no digits that doubles add', () => {
    expect(snapTo(0.31, 0.1)).toBe(0.3);
    expect(snapTo(1383, 20)).toBe(1380);
  });
});
