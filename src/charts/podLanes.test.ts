import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PodLife } from '../core/index.ts';
import { lifeAt, podLanes } from './podLanes.ts';

const NONE = Number.NaN;

function lives(...spans: readonly (readonly [created: number, gone: number])[]): readonly PodLife[] {
  return spans.map(([createdSeconds, goneSeconds], index) => ({
    name: `web-${index}`,
    createdSeconds,
    scheduledSeconds: NONE,
    startedSeconds: NONE,
    readySeconds: NONE,
    deletedSeconds: goneSeconds,
    goneSeconds,
    revision: 1,
    containerRestarts: 0,
    endedBy: '',
    size: {},
  }));
}

/** So many that rows are shared. */
function many(...spans: readonly (readonly [number, number])[]): readonly PodLife[] {
  const before = Array.from({ length: 30 }, (_, index) => [-1000 + index * 10, -995 + index * 10] as const);
  return lives(...spans, ...before);
}

describe('podLanes', () => {
  it('few pods have a row each, by their creation', () => {
    expect([...podLanes(lives([50, 60], [0, 10], [20, 30])).laneOf]).toEqual([2, 0, 1]);
  });

  it('many pods take the uppermost row that is free', () => {
    const { laneOf, count } = podLanes(many([0, NONE], [0, 100], [0, 50], [50, 70], [60, NONE], [100, NONE]));
    expect([...laneOf.subarray(0, 6)]).toEqual([0, 1, 2, 2, 3, 1]);
    expect(count).toBe(4);
  });

  it('no two pods of a row exist at once, and there are no more rows than pods at once', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 25, maxLength: 120 }), (spans) => {
        const pods = lives(...spans.map(([from, length]) => [from, from + length] as const));
        const lanes = podLanes(pods);
        for (const lane of lanes.lives) {
          for (let next = 1; next < lane.length; next++) {
            const before = pods[lane[next - 1] as number] as PodLife;
            expect(before.goneSeconds).toBeLessThanOrEqual(
              (pods[lane[next] as number] as PodLife).createdSeconds,
            );
          }
        }
        const atOnce = pods.map(
          ({ createdSeconds: at }) =>
            pods.filter((pod) => pod.createdSeconds <= at && pod.goneSeconds > at).length,
        );
        expect(lanes.count).toBe(Math.max(...atOnce));
        expect(lanes.lives.flat().sort((a, b) => a - b)).toEqual([...pods.keys()]);
      }),
    );
  });

  it('finds who is in a row at an instant', () => {
    const pods = many([0, 50], [50, 70]);
    const lanes = podLanes(pods);
    expect(lifeAt(lanes, pods, 0, 20)).toBe(0);
    expect(lifeAt(lanes, pods, 0, 60)).toBe(1);
    expect(lifeAt(lanes, pods, 0, 71)).toBeUndefined();
    expect(lifeAt(lanes, pods, 99, 20)).toBeUndefined();
  });
});
