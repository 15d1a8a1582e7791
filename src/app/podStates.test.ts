import { describe, expect, test } from 'vitest';
import { podsAt } from './podStates.ts';

const pod = {
  name: 'web-1',
  createdSeconds: 10,
  scheduledSeconds: 11,
  startedSeconds: 15,
  readySeconds: 25,
  deletedSeconds: 100,
  goneSeconds: 130,
  revision: 1,
  containerRestarts: 0,
  endedBy: 'scaledDown' as const,
  size: {},
};

describe('pods at an instant', () => {
  test.each([
    [10, 'pending', 0],
    [12, 'pulling', 1],
    [15, 'starting', 0],
    [60, 'ready', 35],
    [129, 'terminating', 29],
  ])('at %i s it is %s for %i s', (seconds, state, sinceSeconds) => {
    expect(podsAt([pod], seconds)).toEqual([{ pod, state, sinceSeconds }]);
  });

  test.each([9, 130])('at %i s it does not exist', (seconds) => {
    expect(podsAt([pod], seconds)).toEqual([]);
  });

  test('a pod that was never deleted stays', () => {
    const stays = { ...pod, deletedSeconds: Number.NaN, goneSeconds: Number.NaN };
    expect(podsAt([stays], 5000)).toMatchObject([{ state: 'ready' }]);
  });

  test('a pod whose container ended waits, starts and is ready again', () => {
    const turns = [
      { atSeconds: 25, kind: 'ready' },
      { atSeconds: 40, kind: 'unready' },
      { atSeconds: 40, kind: 'crashed' },
      { atSeconds: 50, kind: 'restarted' },
      { atSeconds: 60, kind: 'ready' },
    ] as const;
    const crashed = { ...pod, turns, readySeconds: 60 };
    expect([30, 45, 55, 70].map((seconds) => podsAt([crashed], seconds)[0]?.state)).toEqual([
      'ready',
      'waiting',
      'starting',
      'ready',
    ]);
  });

  test('a pod deleted before it was ready is terminating', () => {
    const early = { ...pod, readySeconds: Number.NaN, deletedSeconds: 20, goneSeconds: 50 };
    expect(podsAt([early], 30)).toMatchObject([{ state: 'terminating' }]);
  });
});
