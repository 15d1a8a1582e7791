import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClusterSetup, movingCluster, outlineOf } from '../simulation/clusterTesting.ts';
import { PROBE } from './testing.ts';

/** A Deployment of so many pods, each ready 10 s after its creation and gone 30 s after its deletion. */
function deployment(replicas: number, manifest: ClusterSetup['manifest'] = {}) {
  const { world, at } = movingCluster({ manifest: { replicas, readinessProbe: PROBE, ...manifest } });
  return { world, at, seen: (seconds: number) => outlineOf(at(seconds).pods) };
}

const RECREATE = { type: 'Recreate' } as const;

describe('rolling update', () => {
  it('[DP7] goes on by 25 % at a time, new pods first', () => {
    const { world, at, seen } = deployment(4);
    at(100);
    world.operations.rollout();
    // one more than 4, and one less than 4 available
    expect(seen(100)).toBe("3r 1x 2s'");
    expect(seen(109)).toBe("3r 1x 2s'");
    // two new ones are ready: two old ones go, and two more come
    expect(seen(110)).toBe("1r 3x 2r' 2s'");
    expect(seen(120)).toBe("4x 4r'");
    expect(seen(160)).toBe("4r'");
    expect(world.activePods).toBe(4);
  });

  it('[DP7] with no pod unavailable goes one by one', () => {
    const strategy = { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 } as const;
    const { world, at, seen } = deployment(2, { strategy });
    at(100);
    world.operations.rollout();
    expect(seen(100)).toBe("2r 1s'");
    expect(seen(110)).toBe("1r 1x 1r' 1s'");
    expect(seen(120)).toBe("2x 2r'");
  });

  it('[DP2] [DP7] status.replicas counts old and new pods, and none that is on its way out', () => {
    const strategy = { type: 'RollingUpdate', maxSurge: '100%', maxUnavailable: 0 } as const;
    const { world, at, seen } = deployment(4, { strategy });
    at(100);
    world.operations.rollout();
    expect(seen(100)).toBe("4r 4s'");
    expect(world.scaleClient.get('default', 'web', 'Deployment.apps')).toMatchObject({
      value: { specReplicas: 4, statusReplicas: 8 },
    });
    expect(seen(110)).toBe("4x 4r'");
    expect(world.scaleClient.get('default', 'web', 'Deployment.apps')).toMatchObject({
      value: { statusReplicas: 4 },
    });
  });

  it('[DP7] goes on only when new pods have been ready for minReadySeconds', () => {
    const strategy = { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 } as const;
    const { world, at, seen } = deployment(2, { strategy, minReadySeconds: 40 });
    at(100);
    world.operations.rollout();
    expect(seen(110)).toBe("2r 1r'");
    expect(seen(149)).toBe("2r 1r'");
    expect(seen(150)).toBe("1r 1x 1r' 1s'");
    expect(seen(200)).toBe("1x 2r'");
  });

  it('[DP7] a template that never becomes ready leaves the old pods alone', () => {
    const { world, at, seen } = deployment(4);
    at(100);
    world.operations.changePods({ startupSeconds: 100_000 });
    world.operations.rollout();
    expect(seen(5000)).toBe("3r 2s'");
  });

  it('[DP8] is scaled in proportion when it is scaled on the way', () => {
    const { world, at, seen } = deployment(8, {
      strategy: { type: 'RollingUpdate', maxSurge: 0, maxUnavailable: 4 },
    });
    at(100);
    world.operations.rollout();
    expect(seen(101)).toBe("4r 4x 4s'");
    world.operations.scaleTo(16);
    expect(seen(102)).toBe("4r 4s 4x 8s'");
    expect(seen(200)).toBe("16r'");
  });

  it('[DP7] a template that comes back brings its ReplicaSet back', () => {
    const { world, at, seen } = deployment(4);
    const [pod] = world.pods;
    at(100);
    const before = pod?.madeFrom.workload;
    if (before === undefined) throw new Error('no pod');
    const [app] = before.containers;
    world.operations.setTemplate({
      ...before,
      containers: [{ ...app, name: 'app', requests: { cpu: '200m' }, limits: {} }],
    });
    expect(seen(105)).toBe("3r 1x 2s'");
    world.operations.setTemplate(before);
    // the pods that are not ready go first, at once
    expect(seen(106)).toBe("3r 1s 1x 2x'");
    expect(seen(160)).toBe('4r');
  });

  it('[DP1] the same template again is no rollout', () => {
    const { world, at, seen } = deployment(4);
    at(100);
    world.operations.setTemplate(world.pods[0]?.madeFrom.workload as never);
    expect(seen(101)).toBe('4r');
  });

  it('[DP10] Recreate waits until the old pods are gone', () => {
    const { world, at, seen } = deployment(3, { strategy: RECREATE });
    at(100);
    world.operations.rollout();
    expect(seen(100)).toBe('3x');
    expect(seen(129)).toBe('3x');
    expect(seen(130)).toBe("3s'");
    expect(seen(140)).toBe("3r'");
  });

  it('[DP7] [DP8] always comes to rest at what is wanted', () => {
    const actions = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('rollout', 'scale', 'kill'),
        fc.integer({ min: 0, max: 12 }),
      ),
      { minLength: 1, maxLength: 8 },
    );
    const strategies = fc.constantFrom(
      undefined,
      RECREATE,
      { type: 'RollingUpdate', maxSurge: 0, maxUnavailable: 1 } as const,
      { type: 'RollingUpdate', maxSurge: '100%', maxUnavailable: 0 } as const,
    );
    fc.assert(
      fc.property(actions, strategies, (list, strategy) => {
        const { world, at } = deployment(4, strategy === undefined ? {} : { strategy });
        let now = 0;
        let replicas = 4;
        let revisions = 1;
        for (const [wait, what, count] of list) {
          now += wait;
          at(now);
          if (what === 'kill') world.operations.killPods(count);
          else if (what === 'rollout') {
            world.operations.rollout();
            revisions++;
          } else {
            replicas = count;
            world.operations.scaleTo(count);
          }
          expect(world.everyPod.length - world.everyPod.filter((pod) => pod.goneAt <= now).length).toBe(
            world.pods.length,
          );
        }
        const rest = at(now + 2000).pods;
        expect(rest).toHaveLength(replicas);
        for (const pod of rest) expect([pod.ready, pod.revision]).toEqual(['True', revisions]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('pods that end for other reasons', () => {
  it('[PD17] [DP1] a deleted pod is replaced at once', () => {
    const { world, at, seen } = deployment(3);
    at(100);
    world.operations.killPods(2);
    expect(seen(100)).toBe('1r 2s 2x');
    expect(world.pods.filter((pod) => pod.deleted).map(({ endedBy }) => endedBy)).toEqual([
      'killed',
      'killed',
    ]);
    expect(seen(140)).toBe('3r');
  });
});
