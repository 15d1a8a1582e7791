import { describe, expect, it } from 'vitest';
import { resolveRelease } from '../releases/index.ts';
import { isOutside, isWithin, tolerancesForHpa } from './tolerances.ts';

const spec = (up?: string, down?: string) => ({
  scaleTargetRef: { kind: 'Deployment', name: 'web' },
  maxReplicas: 1,
  behavior: {
    scaleUp: up === undefined ? {} : { tolerance: up },
    scaleDown: down === undefined ? {} : { tolerance: down },
  },
});

describe('the tolerance', () => {
  it('holds a ratio of exactly 1.1 since 1.33 and lets it go before', () => {
    expect(isWithin(tolerancesForHpa(spec(), resolveRelease('1.33'), 0.1), 1.1)).toBe(true);
    expect(isWithin(tolerancesForHpa(spec(), resolveRelease('1.32'), 0.1), 1.1)).toBe(false);
  });

  it('takes 0 of 0 for neither within nor outside in older minors', () => {
    const older = tolerancesForHpa(spec(), resolveRelease('1.32'), 0.1);
    expect([isWithin(older, Number.NaN), isOutside(older, Number.NaN)]).toEqual([false, false]);
    const newer = tolerancesForHpa(spec(), resolveRelease('1.33'), 0.1);
    expect([isWithin(newer, Number.NaN), isOutside(newer, Number.NaN)]).toEqual([false, true]);
  });

  it('is that of behavior where the gate is on, for each direction', () => {
    const tolerances = tolerancesForHpa(spec('0', '500m'), resolveRelease('1.35'), 0.1);
    expect([isWithin(tolerances, 1.01), isWithin(tolerances, 0.5), isWithin(tolerances, 0.49)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(isWithin(tolerancesForHpa(spec('0', '0'), resolveRelease('1.34'), 0.1), 1.05)).toBe(true);
  });
});
