import { describe, expect, it } from 'vitest';
import type { HPAScalingRules } from '../autoscaling/types.ts';
import {
  calculateScaleDownLimitWithBehaviors,
  calculateScaleUpLimitWithScalingRules,
  getReplicasChangePerPeriod,
  type ScaleEvent,
  scaleDownLimitOfPolicy,
  scaleUpLimitOfPolicy,
  storeScaleEvent,
} from './scaleEvents.ts';

const at = (seconds: number, replicaChange: number): ScaleEvent => ({
  replicaChange,
  timestampMs: seconds * 1000,
  outdated: false,
});

describe('the changes in a period', () => {
  it('leave out one that is exactly as old as the period', () => {
    expect(getReplicasChangePerPeriod(60, [at(0, 5), at(1, 3)], 60_000)).toBe(3);
  });
});

describe('a scaling policy', () => {
  it.each([
    [50, 10, 56],
    [100, 10, 111],
    [3, 10, 4],
    [0, 100, 0],
  ])('from %d lets %d percent grow to %d, by doubles', (start, value, limit) => {
    expect(scaleUpLimitOfPolicy({ type: 'Percent', value, periodSeconds: 60 }, start)).toBe(limit);
  });

  it.each([
    [5, 80, 0],
    [10, 80, 1],
    [20, 80, 3],
    [90, 30, 62],
    [3, 10, 2],
  ])('from %d lets %d percent shrink to %d, by doubles', (start, value, limit) => {
    expect(scaleDownLimitOfPolicy({ type: 'Percent', value, periodSeconds: 60 }, start)).toBe(limit);
  });
});

describe('the limit of several policies', () => {
  const policies = [
    { type: 'Pods', value: 4, periodSeconds: 60 },
    { type: 'Percent', value: 50, periodSeconds: 60 },
  ] as const;
  const up = (selectPolicy: HPAScalingRules['selectPolicy'], events: readonly ScaleEvent[] = []) =>
    calculateScaleUpLimitWithScalingRules(
      10,
      events,
      [],
      { ...(selectPolicy ? { selectPolicy } : {}), policies },
      0,
    );
  const down = (selectPolicy: HPAScalingRules['selectPolicy']) =>
    calculateScaleDownLimitWithBehaviors(
      10,
      [],
      [],
      { ...(selectPolicy ? { selectPolicy } : {}), policies },
      0,
    );

  it('is the largest change, the smallest or none, as selectPolicy says', () => {
    expect([up('Max'), up('Min'), up('Disabled')]).toEqual([15, 14, 10]);
    expect([down('Max'), down('Min'), down('Disabled')]).toEqual([5, 6, 10]);
  });

  it('counts back what was added in the period', () => {
    expect(up('Max', [at(-30, 6)])).toBe(8);
  });
});

describe('the memory of scale events', () => {
  const rules: HPAScalingRules = { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] };

  it('uses the last slot again that no policy looks at', () => {
    const events = [at(0, 1), at(10, 2), at(100, 3)];
    storeScaleEvent(events, rules, 9, 110_000);
    expect(events.map(({ replicaChange }) => replicaChange)).toEqual([1, 9, 3]);
  });

  it('keeps a slot marked as free when the period grows', () => {
    const events = [at(0, 1), at(10, 2)];
    storeScaleEvent(events, rules, 3, 100_000);
    storeScaleEvent(events, { policies: [{ type: 'Pods', value: 1, periodSeconds: 1800 }] }, 4, 110_000);
    expect(events.map(({ replicaChange }) => replicaChange)).toEqual([4, 3]);
  });
});
