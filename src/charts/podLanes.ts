/** Which row each pod's life is drawn in. Pure. */
import type { PodLife } from '../core/index.ts';
import { MinHeap } from './minHeap.ts';

/** Up to so many pods each has a row of its own. */
const ROWS_OF_THEIR_OWN = 24;

export interface PodLanes {
  readonly count: number;
  /** of each life, by its index */
  readonly laneOf: Int32Array;
  /** indices of the lives in each lane, in the order of their creation */
  readonly lives: readonly (readonly number[])[];
}

/**
 * Few pods have a row each, in the order of their creation. Many share rows: each takes the uppermost one whose last
 * pod is gone, so that there are as many rows as pods existed at once.
 */
export function podLanes(lives: readonly PodLife[]): PodLanes {
  const order = Array.from(lives.keys()).sort((a, b) => createdAt(lives, a) - createdAt(lives, b) || a - b);
  const laneOf = new Int32Array(lives.length);
  if (lives.length <= ROWS_OF_THEIR_OWN) {
    order.forEach((index, lane) => {
      laneOf[index] = lane;
    });
    return { count: lives.length, laneOf, lives: order.map((index) => [index]) };
  }
  return packed(lives, order, laneOf);
}

function packed(lives: readonly PodLife[], order: readonly number[], laneOf: Int32Array): PodLanes {
  const busy = new MinHeap();
  const free = new MinHeap();
  const lanes: number[][] = [];
  for (const index of order) {
    const { createdSeconds, goneSeconds } = lives[index] as PodLife;
    while (busy.least <= createdSeconds) {
      const lane = busy.pop() as number;
      free.push(lane, lane);
    }
    const lane = free.pop() ?? lanes.push([]) - 1;
    (lanes[lane] as number[]).push(index);
    laneOf[index] = lane;
    busy.push(Number.isNaN(goneSeconds) ? Number.POSITIVE_INFINITY : goneSeconds, lane);
  }
  return { count: lanes.length, laneOf, lives: lanes };
}

function createdAt(lives: readonly PodLife[], index: number): number {
  return (lives[index] as PodLife).createdSeconds;
}

/** The life that a lane shows at an instant; undefined where it shows none. */
export function lifeAt(
  lanes: PodLanes,
  lives: readonly PodLife[],
  lane: number,
  seconds: number,
): number | undefined {
  return lanes.lives[lane]?.find((index) => {
    const { createdSeconds, goneSeconds } = lives[index] as PodLife;
    return createdSeconds <= seconds && !(goneSeconds < seconds);
  });
}
