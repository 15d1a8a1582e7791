import { describe, expect, it } from 'vitest';
import { nextBackOff } from './backOff.ts';

describe('nextBackOff', () => {
  it('[PD14] restarts at once, then waits 10 s, and twice as long each time up to 5 minutes', () => {
    const state = { backOffSeconds: 0, backOffSetAt: Number.NaN };
    let now = 0;
    const waits = Array.from({ length: 9 }, () => {
      const wait = nextBackOff(state, now, 10);
      now += wait + 1;
      return wait;
    });
    expect(waits).toEqual([0, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('[PD14] begins anew after ten minutes without a crash', () => {
    const state = { backOffSeconds: 300, backOffSetAt: 0 };
    expect(nextBackOff({ ...state }, 600, 10)).toBe(300);
    expect(nextBackOff({ ...state }, 601, 10)).toBe(0);
  });
});
