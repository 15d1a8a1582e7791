import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, parseSelector } from '../apimachinery/labels.ts';
import { type ClusterSetup, movingCluster } from '../simulation/clusterTesting.ts';
import type { Cluster } from './cluster.ts';
import { lines, PROBE, steps } from './testing.ts';
import { RUN_START_MS } from './time.ts';

const SELECTOR = everything();

/** A cluster at the start of its run, with the way to let time pass and to scale. */
function setUp(setup: ClusterSetup = {}) {
  const { world, at } = movingCluster(setup);
  const scale = (replicas: number) => world.scaleClient.update('default', 'web', 'Deployment.apps', replicas);
  return { world, at, scale };
}

/** The pods that were created in the run, as the lister shows them. */
function newPods(world: Cluster) {
  return world.pods.filter((pod) => pod.createdAt >= 0);
}

function cpuSamples(world: Cluster, container = '') {
  return world.metricsClient.getResourceMetric('cpu', 'default', SELECTOR, container);
}

describe('pods', () => {
  it('[PD2] [DP6] those of the start have been ready for an hour', () => {
    const { world } = setUp({ cluster: { initialReplicas: 3 } });
    expect(world.pods).toHaveLength(3);
    for (const pod of world.pods) {
      expect(pod).toMatchObject({ phase: 'Running', ready: 'True', deleted: false });
      expect(RUN_START_MS - (pod.readyTransitionMs ?? 0)).toBeGreaterThanOrEqual(3_600_000);
    }
  });

  it('[PD1] [PD3] [PD4] [PD5] [PD6] go from Pending to ready, each step at its second', () => {
    const { at, scale } = setUp({ manifest: { readinessProbe: PROBE } });
    at(100);
    scale(2);
    const seen = (seconds: number) => {
      const { phase, ready, startTimeMs, readyTransitionMs } = newPods(at(seconds))[0] ?? {};
      const since = (ms: number | undefined) => (ms === undefined ? undefined : (ms - RUN_START_MS) / 1000);
      return [phase, ready, since(startTimeMs), since(readyTransitionMs)];
    };
    expect(seen(100)).toEqual(['Pending', undefined, undefined, undefined]);
    expect(seen(101)).toEqual(['Pending', 'False', 101, 101]);
    expect(seen(104.9)).toEqual(['Pending', 'False', 101, 101]);
    expect(seen(105)).toEqual(['Running', 'False', 101, 101]);
    expect(seen(110)).toEqual(['Running', 'True', 101, 110]);
  });

  it('[PD6] [WL5] without a probe a pod gets requests before it can serve them', () => {
    const { at, scale } = setUp({ load: steps([0, 10]) });
    at(100);
    scale(2);
    expect(at(106).workload).toMatchObject({ sharing: 2, serving: 1, servedRate: 5 });
    expect(at(110).workload).toMatchObject({ sharing: 2, serving: 2, servedRate: 10 });
  });

  it('[PD9] [PD10] a deleted pod leaves the endpoints at once and is gone after its time to terminate', () => {
    const { at, scale } = setUp({ cluster: { initialReplicas: 3, pods: { terminationSeconds: 20 } } });
    at(100);
    scale(1);
    expect(at(100).workload.sharing).toBe(1);
    expect(at(119).pods.filter((pod) => pod.deleted)).toHaveLength(2);
    expect(at(120).pods).toHaveLength(1);
  });

  it('[PD10] a pod whose container never started is gone at once', () => {
    const { at, scale } = setUp();
    at(100);
    scale(4);
    at(102);
    scale(1);
    expect(at(102).pods).toHaveLength(1);
  });

  it('[PD8] the lister answers in byte order, and only to a selector that matches', () => {
    const { world, scale } = setUp();
    scale(40);
    const selector = parseSelector('app=other');
    if (!selector.ok) throw new Error(selector.error.error);
    const names = world.podLister.list('default', SELECTOR).map((pod) => pod.name);
    expect(names).toHaveLength(40);
    expect(names).toEqual([...names].sort());
    expect(world.podLister.list('other', SELECTOR)).toEqual([]);
    expect(world.podLister.list('default', selector.value)).toEqual([]);
  });
});

describe('scale', () => {
  it('[DP1] [DP2] pods are created at once, and counted at once', () => {
    const { world, at, scale } = setUp();
    at(30);
    expect(scale(5)).toBeUndefined();
    const scaled = world.scaleClient.get('default', 'web', 'Deployment.apps');
    expect(scaled).toEqual({ ok: true, value: { specReplicas: 5, statusReplicas: 5, selector: 'app=web' } });
    scale(2);
    expect(world.scaleClient.get('default', 'web', 'Deployment.apps')).toMatchObject({
      value: { statusReplicas: 2 },
    });
  });

  it('[DP5] of anything else is not found', () => {
    const { world } = setUp();
    expect(world.scaleClient.get('default', 'other', 'Deployment.apps')).toEqual({
      ok: false,
      error: { error: 'deployments.apps "other" not found', reason: 'NotFound' },
    });
    expect(world.scaleClient.update('default', 'web', 'Deployment.apps', -1)?.error).toContain(
      'spec.replicas',
    );
  });

  it('created - deleted = present, whatever is written', () => {
    const writes = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(writes, fc.integer(), (list, seed) => {
        const { world, at, scale } = setUp({ seed });
        let now = 0;
        for (const [wait, replicas] of list) {
          now += wait;
          at(now);
          scale(replicas);
          expect(world.activePods).toBe(replicas);
          const gone = world.everyPod.filter((pod) => pod.goneAt <= now);
          expect(world.everyPod.length - gone.length).toBe(world.pods.length);
          const sharing = world.pods.filter((pod) => pod.ready === 'True' && !pod.deleted);
          expect(world.workload.sharing).toBe(sharing.length);
          expect(world.workload.serving).toBe(world.pods.filter((pod) => pod.isServing).length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('metrics-server', () => {
  it('[MS7] [MS3] the first sync finds samples of a whole window', () => {
    const { at } = setUp({ load: steps([0, 7]) });
    expect(cpuSamples(at(0))).toMatchObject({
      value: { values: [70], timestampsMs: [RUN_START_MS - 5000], windowsMs: [15_000] },
    });
  });

  it('[MS2] [MS3] tells the average between two scrapes', () => {
    const { at } = setUp({ load: steps([0, 0], [20, 6]) });
    expect(cpuSamples(at(24))).toMatchObject({ value: { values: [0] } });
    expect(cpuSamples(at(25))).toMatchObject({ value: { values: [20] } });
    expect(cpuSamples(at(40))).toMatchObject({ value: { values: [60] } });
  });

  it('[MS3] [MS4] a new container has a sample once it has run for 10 s', () => {
    const firstSample = (createdAt: number) => {
      const { at, scale } = setUp();
      at(createdAt);
      scale(2);
      for (let seconds = createdAt; ; seconds++) {
        const pod = newPods(at(seconds))[0];
        if (pod?.hasSample) return [seconds, pod.sampleWindowMs / 1000];
      }
    };
    // scrapes at 25, 40, 55; the container starts 5 s after creation
    expect(firstSample(25)).toEqual([40, 10]);
    expect(firstSample(30)).toEqual([55, 15]);
    expect(firstSample(21)).toEqual([40, 14]);
    // started at the very instant of a scrape: that scrape is no earlier reading
    expect(firstSample(20)).toEqual([55, 15]);
    // a crash can come between two seconds; the API tells of whole ones
    expect(firstSample(21.3)[1]).toBe(14);
  });

  it('[MS3] [MS5] tells of every pod what it used between the two scrapes, whoever comes and goes', () => {
    const writes = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 8 })), {
      maxLength: 8,
    });
    const workloads = fc.record({
      skew: fc.constantFrom(0, 0.7),
      backlogSeconds: fc.constantFrom(0, 10),
      startupCpuMilli: fc.constantFrom(0, 90),
      model: fc.constantFrom('requests' as const, 'queue' as const),
    });
    const warmUps = fc.constantFrom(0, 33);
    fc.assert(
      fc.property(writes, workloads, warmUps, (list, workload, warmUpSeconds) => {
        const { world, at, scale } = setUp({
          load: lines([0, 5], [300, 80], [600, 5]),
          manifest: { cpuLimit: '150m' },
          cluster: { workload, pods: { warmUpSeconds } },
        });
        const due = [...list];
        let writeAt = due[0]?.[0] ?? Number.POSITIVE_INFINITY;
        const used = new Map<string, number>();
        for (let now = 0; now < 500; now++) {
          at(now);
          if (now % 15 === 10) {
            const { names, cpuMilli } = world.samples();
            for (const pod of world.pods) {
              const before = used.get(pod.name);
              const after = world.workload.cpuUsed(pod);
              const sample = cpuMilli[names.indexOf(pod.name)];
              if (before !== undefined && now - pod.startedAt >= 15) {
                expect(Math.abs((sample as number) - (after - before) / 15)).toBeLessThan(1 + 1e-6);
              }
              if (pod.startedAt < now) used.set(pod.name, after);
            }
          }
          if (now === writeAt) {
            const [, replicas] = due.shift() as [number, number];
            scale(replicas);
            writeAt = now + (due[0]?.[0] ?? Number.POSITIVE_INFINITY);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[MS6] forgets a pod that is gone, and tells a terminating one', () => {
    const { at, scale } = setUp({ cluster: { initialReplicas: 2, pods: { terminationSeconds: 7 } } });
    at(100);
    scale(1);
    const count = (seconds: number) => {
      const answer = cpuSamples(at(seconds));
      return answer.ok ? answer.value.names.length : 0;
    };
    expect([count(100), count(106), count(107)]).toEqual([2, 2, 1]);
  });

  it('[MS5] rounds up to milli for each container', () => {
    const { at } = setUp({ load: steps([0, 7.01]) });
    expect(cpuSamples(at(0))).toMatchObject({ value: { values: [71] } });
  });

  it('[MS5] a round value stays round for a month', () => {
    const { at } = setUp({ load: steps([0, 300]), cluster: { initialReplicas: 3, resolutionSeconds: 3600 } });
    expect(cpuSamples(at(30 * 86_400))).toMatchObject({ value: { values: [1000, 1000, 1000] } });
  });

  it('[WL9] a sidecar can cost something for each request, whether all pods are alike or not', () => {
    const sidecar = (skew: number) => {
      const { at } = setUp({
        load: steps([0, 100]),
        manifest: { sidecars: ['proxy'] },
        cluster: {
          initialReplicas: 5,
          workload: { skew, sidecarCpuMilli: 3, sidecarMemoryMi: 20, sidecarCpuMillisecondsPerRequest: 0.5 },
        },
      });
      const world = at(60);
      const answer = cpuSamples(world, 'proxy');
      const memory = world.metricsClient.getResourceMetric('memory', 'default', SELECTOR, 'proxy');
      if (!answer.ok || !memory.ok) throw new Error('no answer');
      expect(new Set(memory.value.values)).toEqual(new Set([20 * 2 ** 20 * 1000]));
      return [...answer.value.values].map(Number).sort((a, b) => a - b);
    };
    expect(sidecar(0)).toEqual([13, 13, 13, 13, 13]);
    const uneven = sidecar(1);
    expect(new Set(uneven).size).toBeGreaterThan(1);
    // rounded up for each pod
    expect(Math.abs(uneven.reduce((sum, each) => sum + each, 0) - 65)).toBeLessThanOrEqual(5);
  });

  it('[WL9] [MB1] adds sidecars, and tells containers apart', () => {
    const { at } = setUp({ manifest: { sidecars: ['proxy', 'mesh'] } });
    const world = at(0);
    expect(cpuSamples(world)).toMatchObject({ value: { values: [52] } });
    expect(cpuSamples(world, 'app')).toMatchObject({ value: { values: [50] } });
    expect(cpuSamples(world, 'mesh')).toMatchObject({ value: { values: [1] } });
    expect(cpuSamples(world, 'none')).toMatchObject({ ok: true, value: { names: [] } });
  });
});

describe('other metrics', () => {
  it('[MB2] Pods: every ready pod with what it serves', () => {
    const { at } = setUp({ load: steps([0, 10]), cluster: { initialReplicas: 3 } });
    const answer = at(0).metricsClient.getRawMetric('rps', 'default', SELECTOR, SELECTOR);
    expect(answer).toMatchObject({ ok: true, value: { values: [3333, 3333, 3333] } });
  });

  it('[MB3] [MB4] Object and External: all requests that arrive', () => {
    const { at } = setUp({ load: steps([0, 10], [60, 20]) });
    const { metricsClient } = at(60);
    const object = { kind: 'Ingress', name: 'main' };
    expect(metricsClient.getObjectMetric('rps', 'default', object, SELECTOR)).toEqual({
      ok: true,
      value: 20_000,
    });
    expect(metricsClient.getExternalMetric('rps', 'default', SELECTOR)).toEqual({
      ok: true,
      value: [20_000],
    });
  });

  it('[MB1] without any pod there is nothing to tell', () => {
    const { at } = setUp({ cluster: { initialReplicas: 0 } });
    expect(cpuSamples(at(0))).toEqual({
      ok: false,
      error: { error: 'no metrics returned from resource metrics API' },
    });
  });
});
