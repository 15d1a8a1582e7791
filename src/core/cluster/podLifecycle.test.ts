import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from '../apimachinery/labels.ts';
import { type ClusterSetup, movingCluster } from '../simulation/clusterTesting.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import { lines, PROBE, steps } from './testing.ts';
import { RUN_START_MS } from './time.ts';

/** One pod that has been there for long; `seen` tells of it at a second. */
function onePod(setup: ClusterSetup = {}) {
  const { world, at } = movingCluster({ ...setup, manifest: { readinessProbe: PROBE, ...setup.manifest } });
  const pod = world.pods[0] as SimulatedPod;
  const seen = (seconds: number) => {
    at(seconds);
    return [pod.phase, pod.ready, pod.isRunning ? 'runs' : 'waits', pod.containerRestarts].join(' ');
  };
  return { world, at, pod, seen };
}

function sinceStart(ms: number | undefined): number {
  return ((ms ?? Number.NaN) - RUN_START_MS) / 1000;
}

function sampled(world: ReturnType<typeof movingCluster>['world']): number {
  const answer = world.metricsClient.getResourceMetric('cpu', 'default', everything(), '');
  return answer.ok ? answer.value.names.length : 0;
}

describe('readiness', () => {
  it('[PD16] is lost for some time and comes back, with the transition at that second', () => {
    const { world, at, pod, seen } = onePod();
    at(100);
    world.operations.makeUnready(1, 30);
    expect(seen(100)).toBe('Running False runs 0');
    expect(sinceStart(pod.readyTransitionMs)).toBe(100);
    expect(world.workload).toMatchObject({ sharing: 0, servedRate: 0 });
    expect(seen(130)).toBe('Running True runs 0');
    expect(sinceStart(pod.readyTransitionMs)).toBe(130);
    expect(world.workload.servedRate).toBe(5);
  });

  it('[PD16] two reasons end with the later one', () => {
    const { world, at, seen } = onePod();
    at(100);
    world.operations.makeUnready(1, 30);
    at(110);
    world.operations.makeUnready(1, 60);
    expect(seen(130)).toBe('Running False runs 0');
    expect(seen(170)).toBe('Running True runs 0');
  });

  it('[PD17] ready pods are picked before others, and none twice at once', () => {
    const { world, at } = movingCluster({ cluster: { initialReplicas: 4 } });
    at(100);
    world.operations.makeUnready(3, 50);
    expect(world.workload.sharing).toBe(1);
    world.operations.makeUnready(1, 50);
    expect(world.workload.sharing).toBe(0);
  });
});

describe('crashes', () => {
  it('[PD14] a crashed container starts again at once, and its pod is ready when it answers', () => {
    const { world, at, pod, seen } = onePod();
    at(100);
    world.operations.crash(1, 0);
    expect(seen(100)).toBe('Running False runs 1');
    expect(seen(104)).toBe('Running False runs 1');
    expect(seen(105)).toBe('Running True runs 1');
    expect(sinceStart(pod.readyTransitionMs)).toBe(105);
    expect([pod.startedAt < 0, pod.containerStartedAt]).toEqual([true, 100]);
  });

  it('[PD14] a crash loop backs off, and ends when its time has passed', () => {
    const { world, at, pod, seen } = onePod();
    at(100);
    world.operations.crash(1, 120);
    const restarts: number[] = [];
    for (let now = 100, last = 0; now <= 270; now++) {
      at(now);
      if (pod.containerRestarts === last) continue;
      last = pod.containerRestarts;
      restarts.push(now);
    }
    // it runs for its 5 s of start-up each time, then waits 10, 20, 40 and 80 s
    expect(restarts).toEqual([100, 105, 120, 145, 190]);
    expect(seen(274)).toBe('Running False runs 5');
    expect(seen(275)).toBe('Running True runs 5');
  });

  it('[PD14] a container that waits uses nothing, and has no sample', () => {
    const { world, at, pod } = onePod();
    at(100);
    world.operations.crash(1, 1000);
    at(106);
    expect(pod.isRunning).toBe(false);
    expect([world.cpuUsageCores, world.memoryUsageBytes]).toEqual([0, 0]);
    // metrics-server scrapes at 100 and 115 s
    expect(sampled(at(114))).toBe(1);
    expect(sampled(at(115))).toBe(0);
  });

  it('[MS3] a container that started again has no sample until it has been seen twice', () => {
    const { world, at } = onePod();
    at(112);
    world.operations.crash(1, 0);
    // seen at 115 s, 3 s old; at 130 s again
    expect(sampled(at(115))).toBe(0);
    expect(sampled(at(129))).toBe(0);
    expect(sampled(at(130))).toBe(1);
  });

  it('[PD12] [PD13] a liveness probe that is too hasty restarts its container for ever', () => {
    const livenessProbe = { ...PROBE, periodSeconds: 2, failureThreshold: 2 };
    const { world, at } = onePod({ manifest: { livenessProbe } });
    at(100);
    world.operations.scaleTo(2);
    const young = () => at(1000).pods.find((pod) => pod.createdAt === 100);
    expect(young()).toMatchObject({ ready: 'False' });
    expect(young()?.containerRestarts).toBeGreaterThan(3);
    const startupProbe = { ...PROBE, periodSeconds: 2, failureThreshold: 30 };
    const held = onePod({ manifest: { livenessProbe, startupProbe } });
    held.at(100);
    held.world.operations.scaleTo(2);
    expect(held.at(1000).pods.find((pod) => pod.createdAt === 100)).toMatchObject({
      ready: 'True',
      containerRestarts: 0,
    });
  });
});

describe('memory', () => {
  const workload = { baseMemoryMi: 100, memoryLeakMiPerHour: 360, killsAtMemoryLimit: true } as const;
  const manifest = { memoryLimit: '128Mi' };

  it('[WL15] a leak kills its container at the very instant at which it reaches the limit', () => {
    const { at, pod } = onePod({ manifest, cluster: { workload } });
    // 28 Mi at 6 Mi a minute
    at(279);
    expect(pod.containerRestarts).toBe(0);
    at(281);
    expect(pod.containerRestarts).toBe(1);
    expect(pod.containerStartedAt).toBeCloseTo(280, 3);
    at(1000);
    expect(pod.containerRestarts).toBe(3);
  });

  it('[WL15] nobody is killed where that is switched off', () => {
    const off = { ...workload, killsAtMemoryLimit: false };
    const { at, pod } = onePod({ manifest, cluster: { workload: off } });
    at(3600);
    expect(pod.containerRestarts).toBe(0);
  });

  it('[WL15] a load that grows kills on its way up', () => {
    const growing = { baseMemoryMi: 64, memoryMiPerRequestRate: 1, killsAtMemoryLimit: true };
    const setup = { manifest, cluster: { workload: growing }, load: lines([0, 0], [100, 100]) };
    const { at, pod } = onePod(setup);
    at(63);
    expect(pod.containerRestarts).toBe(0);
    at(65);
    expect(pod.containerRestarts).toBe(1);
    expect(pod.containerStartedAt).toBeCloseTo(64, 3);
  });

  it('[WL15] requests that wait take memory too', () => {
    const busy = {
      baseMemoryMi: 64,
      memoryMiPerInFlight: 0.5,
      backlogSeconds: 60,
      killsAtMemoryLimit: true,
    };
    // 10 requests/s more than the pod can serve: with those in service 128 are reached before long
    const setup = {
      manifest: { ...manifest, cpuLimit: '100m' },
      cluster: { workload: busy },
      load: steps([0, 5], [50, 20]),
    };
    const { at, pod } = onePod(setup);
    at(50);
    expect(pod.containerRestarts).toBe(0);
    at(90);
    expect(pod.containerRestarts).toBeGreaterThan(0);
  });

  it('[WL15] what needs more than its limit from the start crashes for ever', () => {
    const { at, pod } = onePod({
      manifest,
      cluster: { workload: { baseMemoryMi: 200, killsAtMemoryLimit: true } },
    });
    at(0);
    expect(pod.isRunning).toBe(false);
    at(3600);
    expect(pod.containerRestarts).toBeGreaterThan(10);
  });
});

describe('every life', () => {
  it('[TM1] [PD9] [WL5] [WL10] nothing is lost and nothing is counted twice, whatever happens', () => {
    const what = fc.constantFrom('crash', 'unready', 'kill', 'rollout', 'scale', 'cost');
    const actions = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 50 }), what, fc.integer({ min: 0, max: 8 })),
      {
        maxLength: 12,
      },
    );
    const workloads = fc.record({
      model: fc.constantFrom('requests' as const, 'queue' as const),
      backlogSeconds: fc.constantFrom(0, 5, 60),
      skew: fc.constantFrom(0, 0.4, 1),
      capacityPerPod: fc.constantFrom(0, 8),
      memoryLeakMiPerHour: fc.constantFrom(0, 2000),
      memoryMiPerInFlight: fc.constantFrom(0, 1),
      killsAtMemoryLimit: fc.boolean(),
      startupCpuMilli: fc.constantFrom(0, 500),
    });
    fc.assert(
      fc.property(
        actions,
        workloads,
        fc.constantFrom(...['100m', '300m', undefined]),
        (list, workload, limit) => {
          const { world, at } = movingCluster({
            load: lines([0, 10], [200, 120], [400, 0]),
            cluster: { initialReplicas: 4, workload },
            manifest: {
              readinessProbe: PROBE,
              memoryLimit: '200Mi',
              ...(limit === undefined ? {} : { cpuLimit: limit }),
            },
          });
          at(0).beginRun();
          let now = 0;
          for (const [wait, kind, count] of list) {
            now += wait;
            at(now);
            const { operations } = world;
            if (kind === 'crash') operations.crash(count, 40);
            else if (kind === 'unready') operations.makeUnready(count, 25);
            else if (kind === 'kill') operations.killPods(count);
            else if (kind === 'rollout') operations.rollout();
            else if (kind === 'scale') operations.scaleTo(count);
            else operations.changeWorkload({ cpuMillisecondsPerRequest: 5 + count });
            checkCounts(world);
          }
          at(now + 300);
          checkCounts(world);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** What is counted on the way is what counting anew gives. */
function checkCounts({
  workload,
  pods,
  everyPod,
  cpuUsageCores,
}: ReturnType<typeof movingCluster>['world']): void {
  const { requestsOffered, requestsServed, requestsDropped, waiting } = workload;
  const tolerance = 1e-6 * (1 + requestsOffered);
  expect(Math.abs(requestsServed + requestsDropped + waiting - requestsOffered)).toBeLessThan(tolerance);
  expect(Math.min(requestsServed, requestsDropped, waiting)).toBeGreaterThan(-tolerance);
  expect(workload.sharing).toBe(pods.filter((pod) => pod.ready === 'True' && !pod.deleted).length);
  expect(workload.serving).toBe(pods.filter((pod) => pod.isServing).length);
  const served = everyPod.reduce((sum, pod) => sum + workload.requestsServedBy(pod), 0);
  expect(served).toBeGreaterThanOrEqual(requestsServed - tolerance);
  expect(cpuUsageCores).toBeGreaterThanOrEqual(0);
  for (const pod of pods) {
    expect(pod.isServing).toBe(pod.isRunning && pod.isUp && pod.ready === 'True' && !pod.deleted);
    const limit = pod.servingClass.bounds.cpuLimitMilli;
    const alive = workload.cpuUsed(pod);
    expect(alive).toBeLessThanOrEqual(limit * 8000 + 1);
  }
}
