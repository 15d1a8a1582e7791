import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Recommendation,
  stabilizeRecommendation,
  stabilizeRecommendationWithBehaviors,
} from './stabilization.ts';

const history = (...entries: readonly (readonly [seconds: number, replicas: number])[]): Recommendation[] =>
  entries.map(([seconds, replicas]) => ({ replicas, timestampMs: seconds * 1000, initial: false }));

describe('stabilization without behavior', () => {
  it('still counts a recommendation on the edge of the window', () => {
    expect(stabilizeRecommendation(history([0, 9]), 300, 1, 300_000)).toBe(9);
    expect(stabilizeRecommendation(history([0, 9]), 300, 1, 300_001)).toBe(1);
  });

  it('remembers the raw proposal in the last slot that is free', () => {
    const memory = history([0, 9], [10, 8], [290, 7]);
    expect(stabilizeRecommendation(memory, 60, 2, 300_000)).toBe(7);
    expect(memory.map(({ replicas }) => replicas)).toEqual([9, 2, 7]);
  });
});

describe('stabilization with behavior', () => {
  it('no longer counts a recommendation on the edge of the window', () => {
    expect(stabilizeRecommendationWithBehaviors(history([0, 9]), 0, 300, 5, 1, 300_000)).toBe(1);
    expect(stabilizeRecommendationWithBehaviors(history([1, 9]), 0, 300, 5, 1, 300_000)).toBe(5);
  });

  it('holds the current count between the lowest and the highest of the windows', () => {
    expect(stabilizeRecommendationWithBehaviors(history([290, 4]), 60, 0, 3, 10, 300_000)).toBe(4);
    expect(stabilizeRecommendationWithBehaviors(history([290, 4]), 0, 60, 8, 1, 300_000)).toBe(4);
  });

  it('frees a slot only when both windows have left it', () => {
    const memory = history([0, 9]);
    stabilizeRecommendationWithBehaviors(memory, 600, 0, 5, 5, 300_000);
    expect(memory).toHaveLength(2);
    stabilizeRecommendationWithBehaviors(memory, 0, 0, 5, 6, 400_000);
    expect(memory.map(({ replicas }) => replicas)).toEqual([9, 6]);
  });

  it('never answers outside of what was recommended and what is there', () => {
    const replicas = fc.integer({ min: 0, max: 1000 });
    const entry = fc.tuple(fc.integer({ min: 0, max: 300 }), replicas);
    const seconds = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.array(entry),
        seconds,
        seconds,
        replicas,
        replicas,
        (entries, up, down, current, desired) => {
          const stabilized = stabilizeRecommendationWithBehaviors(
            history(...entries),
            up,
            down,
            current,
            desired,
            300_000,
          );
          const seen = [...entries.map(([, count]) => count), current, desired];
          expect(seen).toContain(stabilized);
          expect(Math.sign(stabilized - current) * Math.sign(desired - current)).not.toBe(-1);
        },
      ),
    );
  });
});
