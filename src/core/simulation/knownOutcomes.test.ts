import { describe, expect, it } from 'vitest';
import type { MetricSpec } from '../autoscaling/types.ts';
import {
  type ClusterChoice,
  clusterSettings,
  cpuUtilization,
  type ManifestChoice,
  manifestOf,
  PROBE,
  steps,
} from '../cluster/testing.ts';
import type { LoadCurve } from '../load/types.ts';
import type { Scenario, TimelineEvent } from '../scenario/types.ts';
import type { Trace } from '../trace/types.ts';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing.ts';

interface Choice {
  readonly manifest: ManifestChoice;
  readonly cluster?: ClusterChoice;
  readonly load?: LoadCurve;
  readonly events?: readonly TimelineEvent[];
  readonly durationSeconds?: number;
}

function run({ manifest, cluster, load = steps([0, 0]), events = [], durationSeconds = 600 }: Choice): Trace {
  const scenario: Scenario = scenarioOf({ load, events, durationSeconds, cluster: clusterSettings(cluster) });
  return simulate(scenario, manifestOf(manifest)).trace;
}

/** The scale as it was written from sync to sync, without repetitions. */
function desired({ syncs }: Trace): readonly number[] {
  return [...syncs.desiredReplicas].filter((value, i, all) => i === 0 || value !== all[i - 1]);
}

function memoryUtilization(averageUtilization: number): MetricSpec {
  return {
    type: 'Resource',
    resource: { name: 'memory', target: { type: 'Utilization', averageUtilization } },
  };
}

describe('saturation', () => {
  it('[WL4] request = limit: the HPA goes 10-14-19-26-35-47-63, because it never sees more than 100 %', () => {
    const trace = run({
      manifest: {
        replicas: 10,
        cpuRequest: '100m',
        cpuLimit: '100m',
        readinessProbe: PROBE,
        spec: { maxReplicas: 100, metrics: [cpuUtilization(75)] },
      },
      load: steps([0, 500]),
      durationSeconds: 1800,
    });
    expect(desired(trace)).toEqual([14, 19, 26, 35, 47, 63]);
  });
});

describe('a memory target during a rollout with maxSurge 100 %', () => {
  const trace = (baseMemoryMi: number) =>
    run({
      manifest: {
        replicas: 4,
        memoryRequest: '100Mi',
        readinessProbe: { ...PROBE, initialDelaySeconds: 60 },
        strategy: { type: 'RollingUpdate', maxSurge: '100%', maxUnavailable: 0 },
        spec: { minReplicas: 4, maxReplicas: 20, metrics: [memoryUtilization(80)] },
      },
      cluster: { workload: { baseMemoryMi } },
      events: [{ id: 'e1', kind: 'rollout', atSeconds: 100 }],
      durationSeconds: 300,
    });

  it('[DP2] [DP7] at 66 % of 80 % the eight running pods make it grow to 7', () => {
    const grown = trace(66);
    expect(Math.max(...grown.cluster.pods)).toBeGreaterThanOrEqual(8);
    expect(desired(grown).slice(0, 2)).toEqual([4, 7]);
  });

  it('[DP7] at 74 % it holds', () => {
    const held = trace(74);
    expect(Math.max(...held.cluster.pods)).toBe(8);
    expect(desired(held)).toEqual([4]);
  });
});

describe('a Java application that burns two cores for 90 s after its start', () => {
  /** Two pods at work; after five minutes one more is needed. */
  const trace = (initialDelaySeconds: number) =>
    run({
      manifest: {
        replicas: 2,
        cpuRequest: '500m',
        cpuLimit: '2',
        readinessProbe: { ...PROBE, initialDelaySeconds },
        spec: { minReplicas: 2, maxReplicas: 20, metrics: [cpuUtilization(60)] },
      },
      cluster: {
        workload: { startupCpuMilli: 2000 },
        pods: { startupSeconds: 20, warmUpSeconds: 70 },
      },
      load: steps([0, 50], [300, 80]),
      durationSeconds: 1200,
    });

  it('[WL7] ready after 20 s: its start-up counts, and an avalanche follows', () => {
    expect(trace(0).summary.maxReplicas).toBe(20);
  });

  it('[WL7] [PD6] ready after 100 s: calm', () => {
    expect(desired(trace(100))).toEqual([2, 3]);
  });
});

describe('half of the metrics missing', () => {
  it('[OU4] ten pods at 100 % of a target of 50 %, five of them without metrics: holds 10', () => {
    const trace = run({
      manifest: {
        replicas: 10,
        cpuRequest: '100m',
        cpuLimit: '100m',
        spec: { maxReplicas: 40, metrics: [cpuUtilization(50)] },
      },
      load: steps([0, 500]),
      events: [{ id: 'e1', kind: 'missingSamples', atSeconds: 0, count: 5, seconds: 300 }],
    });
    const at = (seconds: number) => trace.syncs.desiredReplicas[seconds / 15];
    expect([at(0), at(150), at(285)]).toEqual([10, 10, 10]);
    expect(at(300)).toBe(20);
  });
});

describe('a crash loop', () => {
  it('[PD14] pods in back-off are not ready, and take no requests', () => {
    const trace = run({
      manifest: { replicas: 4, readinessProbe: PROBE, spec: { minReplicas: 2 } },
      load: steps([0, 20]),
      events: [{ id: 'e1', kind: 'crashPods', atSeconds: 100, count: 2, seconds: 200 }],
      durationSeconds: 900,
    });
    const sample = (seconds: number) => trace.cluster.atSeconds.findLastIndex((at) => at <= seconds);
    expect(trace.cluster.readyPods[sample(110)]).toBe(2);
    expect(trace.pods.filter(({ containerRestarts }) => containerRestarts > 3)).toHaveLength(2);
    expect(trace.cluster.readyPods[sample(600)]).toBe(trace.cluster.pods[sample(600)]);
  });
});

describe('workers that drain a queue', () => {
  it('[WL11] an HPA on the backlog empties it, and nothing is lost', () => {
    const metric = {
      type: 'External',
      external: { metric: { name: 'queue_depth' }, target: { type: 'AverageValue', averageValue: '30' } },
    } as const;
    const manifest = manifestOf({
      replicas: 1,
      cpuLimit: '200m',
      readinessProbe: PROBE,
      spec: { maxReplicas: 20, metrics: [metric] },
    });
    const scenario = scenarioOf({
      load: steps([0, 0], [60, 100], [660, 0]),
      durationSeconds: 2400,
      cluster: clusterSettings({ workload: { model: 'queue' } }),
      signals: [{ metric: 'external/queue_depth', source: 'backlog', factor: 1 }],
    });
    const { trace } = simulate(scenario, manifest);
    expect(trace.summary.maxReplicas).toBeGreaterThanOrEqual(5);
    expect(Math.max(...trace.cluster.waiting)).toBeGreaterThan(1000);
    expect(trace.summary.requestsServed).toBeCloseTo(60_000, 4);
    expect([trace.summary.requestsDropped, trace.summary.requestsWaiting].map(Math.round)).toEqual([0, 0]);
  });
});
