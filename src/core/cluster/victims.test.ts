import { describe, expect, it } from 'vitest';
import type { SimulatedPod } from './simulatedPod.ts';
import { podOf as created } from './testing.ts';
import { pickVictims } from './victims.ts';

interface PodChoice {
  readonly uid?: number;
  readonly created?: number;
  readonly scheduled?: number;
  readonly started?: number;
  readonly ready?: number;
  readonly node?: string;
  readonly restarts?: number;
}

function podOf(name: string, choice: PodChoice): SimulatedPod {
  const { scheduled, started, ready, node = '', restarts = 0 } = choice;
  const pod = Object.assign(created(name, choice.uid ?? 0, choice.created), {
    node,
    containerRestarts: restarts,
  });
  if (scheduled !== undefined) Object.assign(pod, { scheduledAt: scheduled, ready: 'False' });
  if (started !== undefined) Object.assign(pod, { startedAt: started, phase: 'Running' });
  if (ready !== undefined) Object.assign(pod, { readyAt: ready, ready: 'True' });
  return pod;
}

const READY = { created: -100, scheduled: -99, started: -95, ready: -90 };

/** All pods in the order in which they would go, at 1000 s. */
function order(pods: Record<string, PodChoice>): string {
  const list = Object.entries(pods).map(([name, choice]) => podOf(name, choice));
  return pickVictims(list, list, list.length, 1000)
    .map((pod) => pod.name)
    .join(' ');
}

describe('pickVictims', () => {
  it('[DP3] takes first what is furthest from ready', () => {
    const pods = {
      ready: READY,
      running: { created: -100, scheduled: -99, started: -95 },
      pending: { created: -100, scheduled: -99 },
      unscheduled: { created: -100 },
    };
    expect(order(pods)).toBe('unscheduled pending running ready');
  });

  it('[DP3] then the pod that became ready last, if the ages differ by a power of two', () => {
    expect(order({ old: { ...READY, uid: 1, ready: -90 }, young: { ...READY, uid: 2, ready: 700 } })).toBe(
      'young old',
    );
  });

  it('[DP3] among similar ages the UID decides', () => {
    expect(order({ b: { ...READY, uid: 1, ready: 100 }, a: { ...READY, uid: 2, ready: 0 } })).toBe('b a');
    expect(order({ b: { ...READY, uid: 2, ready: 100 }, a: { ...READY, uid: 1, ready: 0 } })).toBe('a b');
  });

  it('[DP3] pods ready since the same second go by creation, pods not ready too', () => {
    const created = { young: { ...READY, uid: 9, created: 900 }, old: { ...READY, uid: 1, created: -100 } };
    expect(order(created)).toBe('young old');
    const waiting = { young: { uid: 9, created: 900 }, old: { uid: 1, created: -100 } };
    expect(order(waiting)).toBe('young old');
  });

  it('[DP3] takes no more than it should', () => {
    const pods = [podOf('a', READY), podOf('b', {})];
    expect(pickVictims(pods, pods, 1, 1000).map((pod) => pod.name)).toEqual(['b']);
  });

  it('[DP3] ready pods that share a node go before those that have one for themselves', () => {
    const pods = {
      alone: { ...READY, uid: 1, node: 'b', ready: 900 },
      first: { ...READY, uid: 2, node: 'a' },
      second: { ...READY, uid: 3, node: 'a' },
    };
    expect(order(pods)).toBe('first second alone');
  });

  it('[DP3] of pods ready since the same second the most restarted goes first', () => {
    expect(order({ calm: { ...READY, uid: 1 }, crashing: { ...READY, uid: 2, restarts: 3 } })).toBe(
      'crashing calm',
    );
  });
});
