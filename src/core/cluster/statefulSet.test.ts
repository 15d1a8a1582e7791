import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatefulSetOrder } from '../manifest/types.ts';
import { movingCluster } from '../simulation/clusterTesting.ts';
import { PROBE } from './testing.ts';

/** A StatefulSet of so many pods, each ready 10 s after its creation and gone 30 s after its deletion. */
function statefulSet(replicas: number, choice: Partial<StatefulSetOrder> = {}, minReadySeconds = 0) {
  const order = {
    podManagementPolicy: 'OrderedReady',
    updateStrategy: 'RollingUpdate',
    partition: 0,
    ...choice,
  } as const;
  const { world, at } = movingCluster({
    manifest: { kind: 'StatefulSet', replicas, readinessProbe: PROBE, order, minReadySeconds },
  });
  /** `0 1s 2x`: ordinals with their state, and a stroke for the second template */
  const seen = (seconds: number) =>
    at(seconds)
      .pods.map(({ name, deleted, ready, revision }) => {
        const state = deleted ? 'x' : ready === 'True' ? '' : 's';
        return name.replace('web-', '') + state + (revision > 1 ? "'" : '');
      })
      .join(' ');
  return { world, at, seen };
}

describe('OrderedReady', () => {
  it('[DP4] creates one pod after the other, each when the one before is ready', () => {
    const { world, at, seen } = statefulSet(1);
    at(100);
    world.operations.scaleTo(3);
    expect(seen(100)).toBe('0 1s');
    expect(seen(110)).toBe('0 1 2s');
    expect(seen(120)).toBe('0 1 2');
  });

  it('[DP4] deletes from the highest ordinal, each when the one before is gone', () => {
    const { world, at, seen } = statefulSet(3);
    at(100);
    world.operations.scaleTo(1);
    expect(seen(100)).toBe('0 1 2x');
    expect(seen(130)).toBe('0 1x');
    expect(seen(160)).toBe('0');
  });

  it('[DP4] waits until a pod has been ready for minReadySeconds', () => {
    const { world, at, seen } = statefulSet(1, {}, 30);
    at(100);
    world.operations.scaleTo(3);
    expect(seen(139)).toBe('0 1');
    expect(seen(140)).toBe('0 1 2s');
  });

  it('[DP2] status.replicas counts pods that are on their way out', () => {
    const { world, at } = statefulSet(3);
    at(100);
    world.operations.scaleTo(1);
    expect(world.scaleClient.get('default', 'web', 'StatefulSet.apps')).toMatchObject({
      value: { specReplicas: 1, statusReplicas: 3 },
    });
  });

  it('[DP4] a name is never there twice', () => {
    const { world, at, seen } = statefulSet(3);
    at(100);
    world.operations.killPods(3);
    expect(seen(100)).toBe('0x 1x 2x');
    expect(seen(130)).toBe('0s');
    expect(seen(150)).toBe('0 1 2s');
  });

  it('[DP11] updates from the highest ordinal, one at a time', () => {
    const { world, at, seen } = statefulSet(3);
    at(100);
    world.operations.rollout();
    expect(seen(100)).toBe('0 1 2x');
    expect(seen(130)).toBe("0 1 2s'");
    expect(seen(140)).toBe("0 1x 2'");
    expect(seen(300)).toBe("0' 1' 2'");
  });

  it('[DP11] leaves pods below the partition as they are, also when they come again', () => {
    const { world, at, seen } = statefulSet(3, { partition: 2 });
    at(100);
    world.operations.rollout();
    expect(seen(300)).toBe("0 1 2'");
    world.operations.killPods(3);
    expect(seen(600)).toBe("0 1 2'");
  });

  it('[DP11] OnDelete waits for somebody else to delete pods', () => {
    const { world, at, seen } = statefulSet(2, { updateStrategy: 'OnDelete' });
    at(100);
    world.operations.rollout();
    expect(seen(300)).toBe('0 1');
    world.operations.killPods(2);
    expect(seen(600)).toBe("0' 1'");
  });
});

describe('Parallel', () => {
  it('[DP4] creates and deletes all at once', () => {
    const { world, at, seen } = statefulSet(2, { podManagementPolicy: 'Parallel' });
    at(100);
    world.operations.scaleTo(5);
    expect(seen(100)).toBe('0 1 2s 3s 4s');
    world.operations.scaleTo(1);
    expect(seen(101)).toBe('0 1x');
    world.operations.scaleTo(2);
    expect(seen(102)).toBe('0 1x');
    expect(seen(131)).toBe('0 1s');
  });

  it('[DP11] updates pods that are not ready at once, others one at a time', () => {
    const { world, at, seen } = statefulSet(3, { podManagementPolicy: 'Parallel' });
    at(100);
    world.operations.scaleTo(5);
    at(105);
    world.operations.rollout();
    expect(seen(106)).toBe('0 1 2 3x 4x');
    expect(seen(400)).toBe("0' 1' 2' 3' 4'");
  });
});

describe('every StatefulSet', () => {
  it('[DP4] [DP11] comes to rest at what is wanted', () => {
    const actions = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('rollout', 'scale', 'kill'),
        fc.integer({ min: 0, max: 6 }),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(actions, fc.constantFrom('OrderedReady' as const, 'Parallel' as const), (list, policy) => {
        const { world, at } = statefulSet(3, { podManagementPolicy: policy });
        let now = 0;
        let replicas = 3;
        for (const [wait, what, count] of list) {
          now += wait;
          at(now);
          if (what === 'kill') world.operations.killPods(count);
          else if (what === 'rollout') world.operations.rollout();
          else {
            replicas = count;
            world.operations.scaleTo(count);
          }
        }
        const revisions = 1 + list.filter(([, what]) => what === 'rollout').length;
        const rest = at(now + 3000).pods;
        expect(rest.map(({ name }) => name)).toEqual(Array.from({ length: replicas }, (_, i) => `web-${i}`));
        for (const pod of rest) expect([pod.ready, pod.revision]).toEqual(['True', revisions]);
      }),
      { numRuns: 100 },
    );
  });
});
