import { describe, expect, it } from 'vitest';
import type { IntOrPercent } from '../manifest/types.ts';
import { fenceposts, nextSizeOfNew, proportionalSizes, type SizedReplicaSet } from './rollingUpdate.ts';

function rolling(maxSurge: IntOrPercent, maxUnavailable: IntOrPercent) {
  return { type: 'RollingUpdate', maxSurge, maxUnavailable } as const;
}

describe('fenceposts', () => {
  const cases: readonly (readonly [IntOrPercent, IntOrPercent, number, number, number])[] = [
    ['25%', '25%', 4, 1, 1],
    ['25%', '25%', 10, 3, 2],
    ['25%', '25%', 1, 1, 0],
    ['39%', '39%', 10, 4, 3],
    [0, '39%', 10, 0, 3],
    [2, 0, 10, 2, 0],
    ['100%', '0%', 4, 4, 0],
    // both would come to nothing
    [0, '25%', 3, 0, 1],
    [1, 5, 3, 1, 3],
    ['25%', '25%', 0, 0, 0],
  ];
  it.each(cases)(
    '[DP7] surge %s, unavailable %s of %i',
    (surge, unavailable, replicas, maxSurge, maxUnavailable) => {
      expect(fenceposts(rolling(surge, unavailable), replicas)).toEqual({ maxSurge, maxUnavailable });
    },
  );

  it('[DP10] Recreate leaves no room', () => {
    expect(fenceposts({ type: 'Recreate' }, 10)).toEqual({ maxSurge: 0, maxUnavailable: 0 });
  });
});

/** ReplicaSets from the oldest on, as a Deployment of so many replicas last sized them. */
function setsOf(sizes: readonly number[], desired: number, maxSurge = 0): readonly SizedReplicaSet[] {
  return sizes.map((replicas, order) => ({ replicas, desired, most: desired + maxSurge, order }));
}

/** The cases of upstream's table TestScale. */
describe('proportionalSizes', () => {
  interface Case {
    readonly name: string;
    readonly before: readonly number[];
    readonly from: number;
    readonly to: number;
    readonly surges?: readonly [number, number];
    readonly after: readonly number[];
  }
  const cases: readonly Case[] = [
    { name: 'proportional scaling', before: [3, 2], from: 5, to: 10, after: [6, 4] },
    { name: 'proportional scaling', before: [3, 2], from: 5, to: 3, after: [2, 1] },
    { name: 'proportional scaling', before: [1, 8], from: 9, to: 4, after: [0, 4] },
    { name: 'proportional scaling', before: [2, 3, 2], from: 7, to: 10, after: [3, 4, 3] },
    { name: 'proportional scaling', before: [3, 8, 2], from: 13, to: 8, after: [2, 5, 1] },
    { name: 'leftover distribution', before: [1, 1, 1], from: 3, to: 4, after: [1, 1, 2] },
    { name: 'leftover distribution', before: [1, 1, 1], from: 3, to: 2, after: [0, 1, 1] },
    { name: 'no new replica set', before: [2, 2], from: 4, to: 5, after: [2, 3] },
    { name: 'to zero', before: [1, 2, 3], from: 6, to: 0, after: [0, 0, 0] },
    { name: 'surge pods', before: [6, 6], from: 10, to: 20, surges: [2, 2], after: [11, 11] },
    { name: 'surge and size', before: [8, 5], from: 10, to: 50, surges: [3, 6], after: [34, 22] },
    { name: 'size and template', before: [3, 7], from: 10, to: 14, after: [4, 10] },
    { name: 'nothing to add', before: [3, 2], from: 5, to: 5, after: [3, 2] },
  ];
  it.each(cases)('[DP8] $name: $from -> $to', ({ before, from, to, surges = [0, 0], after }) => {
    const sets = setsOf(before, from, surges[0]);
    const present = before.reduce((sum, size) => sum + size, 0);
    const sizes = proportionalSizes(sets, to, surges[1], present);
    expect(sets.map((set) => sizes.get(set))).toEqual(after);
  });
});

describe('nextSizeOfNew', () => {
  it('[DP7] fills the room that the surge leaves, up to what is wanted', () => {
    expect(nextSizeOfNew(10, 0, 10, 3)).toBe(3);
    expect(nextSizeOfNew(10, 5, 13, 3)).toBe(5);
    expect(nextSizeOfNew(10, 9, 10, 3)).toBe(10);
    expect(nextSizeOfNew(10, 12, 12, 3)).toBe(10);
  });
});
