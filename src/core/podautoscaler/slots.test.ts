import { describe, expect, it } from 'vitest';
import { type ScaleEvent, storeScaleEvent } from './scaleEvents.ts';
import {
  type Recommendation,
  stabilizeRecommendation,
  stabilizeRecommendationWithBehaviors,
} from './stabilization.ts';

const recommended = (seconds: number, replicas: number): Recommendation => ({
  replicas,
  timestampMs: seconds * 1000,
  initial: true,
});
const counts = (memory: readonly Recommendation[]) => memory.map(({ replicas }) => replicas);

describe('the slot of a recommendation', () => {
  it('is not free on the edge of a window', () => {
    for (const [up, down] of [
      [60, 30],
      [30, 60],
    ] as const) {
      const memory = [recommended(0, 9)];
      stabilizeRecommendationWithBehaviors(memory, up, down, 5, 5, 60_000);
      expect(counts(memory)).toEqual([9, 5]);
      stabilizeRecommendationWithBehaviors(memory, up, down, 5, 6, 60_001);
      expect(counts(memory)).toEqual([6, 5]);
    }
    const memory = [recommended(0, 9)];
    stabilizeRecommendation(memory, 60, 5, 60_000);
    expect(counts(memory)).toEqual([9, 5]);
  });

  it('no longer holds the count found at first sight once it is used again', () => {
    const memory = [recommended(0, 9)];
    stabilizeRecommendation(memory, 60, 5, 61_000);
    stabilizeRecommendation(memory, 60, 6, 62_000);
    expect(memory).toEqual([
      { replicas: 5, timestampMs: 61_000, initial: false },
      { replicas: 6, timestampMs: 62_000, initial: false },
    ]);
  });
});

it('the slot of a scale event is not free on the edge of the longest period', () => {
  const events: ScaleEvent[] = [{ replicaChange: 1, timestampMs: 0, outdated: false }];
  const rules = {
    policies: [
      { type: 'Pods', value: 1, periodSeconds: 15 },
      { type: 'Pods', value: 1, periodSeconds: 60 },
    ],
  } as const;
  storeScaleEvent(events, rules, 2, 60_000);
  expect(events).toHaveLength(2);
  storeScaleEvent(events, rules, 3, 60_001);
  expect(events.map(({ replicaChange }) => replicaChange)).toEqual([3, 2]);
});
