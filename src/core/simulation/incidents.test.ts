import { describe, expect, it } from 'vitest';
import { clusterSettings, manifestOf, steps } from '../cluster/testing.ts';
import type { NodeSettings } from '../cluster/types.ts';
import type { TimelineEvent } from '../scenario/types.ts';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing.ts';

/** Room for two pods of 500m on each node. */
const NODES: NodeSettings = { count: 2, cpuMilli: 1000, memoryMi: 4096, maxPods: 110 };
const AUTOSCALER = { maxNodes: 4, delaySeconds: 90, scaleDownSeconds: 300 };

/** 1 pod serves 25 requests/s at its target of 50 %. */
const manifest = manifestOf({ cpuRequest: '500m' });
/** asks for 8 pods from one minute on, and for one from half an hour on */
const rush = steps([0, 20], [60, 200], [1800, 20]);

function at<T extends ArrayLike<number>>(
  columns: { atSeconds: ArrayLike<number> },
  column: T,
  seconds: number,
) {
  let index = 0;
  while ((columns.atSeconds[index + 1] ?? Number.POSITIVE_INFINITY) <= seconds) index++;
  return column[index];
}

describe('room for pods', () => {
  it('[ND1] [ND4] pods are Pending while the nodes are full, without start time or node', () => {
    const scenario = scenarioOf({ load: rush, cluster: clusterSettings({ nodes: NODES }) });
    const { cluster, pods, summary } = simulate(scenario, manifest).trace;
    expect(at(cluster, cluster.readyPods, 600)).toBe(4);
    expect(at(cluster, cluster.pendingPods, 600)).toBeGreaterThan(0);
    const pending = pods.filter((pod) => Number.isNaN(pod.scheduledSeconds));
    expect(pending.every((pod) => pod.node === undefined)).toBe(true);
    expect(summary.maxReplicas).toBeGreaterThan(4);
    const onNodes = pods.filter((pod) => pod.node !== undefined).map((pod) => pod.node);
    expect(new Set(onNodes)).toEqual(new Set(['node-1', 'node-2']));
  });

  it('[NA1] [NA2] [ND5] nodes that were ordered take them in, and [NA3] are given back when empty', () => {
    const nodes = { ...NODES, autoscaler: AUTOSCALER };
    const scenario = scenarioOf({ load: rush, cluster: clusterSettings({ nodes }), durationSeconds: 5400 });
    const { cluster, pods } = simulate(scenario, manifest).trace;
    expect(at(cluster, cluster.nodes, 120)).toBe(2);
    expect(at(cluster, cluster.nodes, 600)).toBe(4);
    expect(at(cluster, cluster.pendingPods, 600)).toBe(0);
    expect(at(cluster, cluster.readyPods, 600)).toBe(8);
    const late = pods.filter((pod) => pod.scheduledSeconds - pod.createdSeconds > 60);
    expect(late.length).toBeGreaterThan(0);
    expect(cluster.nodes.at(-1)).toBe(2);
  });

  it('[ND8] a lost node takes its pods along, and others come where there is room', () => {
    const events: readonly TimelineEvent[] = [{ id: 'a', atSeconds: 600, kind: 'loseNode', count: 1 }];
    const nodes = { ...NODES, count: 3 };
    const scenario = scenarioOf({
      load: steps([0, 80]),
      events,
      cluster: clusterSettings({ nodes, initialReplicas: 4 }),
    });
    const { cluster, pods } = simulate(scenario, manifest).trace;
    const lost = pods.filter(({ endedBy }) => endedBy === 'nodeLost');
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every((pod) => pod.goneSeconds === 600)).toBe(true);
    expect(at(cluster, cluster.nodes, 700)).toBe(2);
    expect(at(cluster, cluster.readyPods, 700)).toBe(4);
  });

  it('[QT1] a quota refuses pods until others are gone', () => {
    const scenario = scenarioOf({ load: rush, cluster: clusterSettings({ quota: { pods: 5 } }) });
    const { cluster, syncs } = simulate(scenario, manifest).trace;
    expect(Math.max(...cluster.pods)).toBe(5);
    expect(Math.max(...syncs.desiredReplicas)).toBeGreaterThan(5);
  });

  it('[VP1] [VP2] a VPA evicts pods one by one, and they come back with its requests', () => {
    const events: readonly TimelineEvent[] = [{ id: 'a', atSeconds: 600, kind: 'setRequests', cpu: '1' }];
    const scenario = scenarioOf({ load: steps([0, 80]), events, durationSeconds: 1200 });
    const { pods, syncs } = simulate(scenario, manifest).trace;
    const evicted = pods.filter(({ endedBy }) => endedBy === 'evicted');
    expect(evicted.length).toBeGreaterThan(1);
    const instants = evicted.map(({ deletedSeconds }) => deletedSeconds);
    expect(new Set(instants).size).toBe(instants.length);
    // the same use is half of twice the request
    expect(syncs.desiredReplicas.at(-1)).toBe(2);
  });
});

describe('the metrics APIs', () => {
  const outage: TimelineEvent = {
    id: 'a',
    atSeconds: 610,
    kind: 'metricsOutage',
    api: 'resource',
    seconds: 180,
  };
  const scenario = scenarioOf({ load: steps([0, 100], [600, 20]), events: [outage], durationSeconds: 1800 });

  it('[OU1] [OU2] an outage of three minutes: events, conditions, and no scale-down', () => {
    const { trace, step } = simulate(scenario, manifest);
    const during = trace.events.filter(({ atSeconds }) => atSeconds > 610 && atSeconds < 790);
    const text =
      'failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server is currently unable to handle the request (get pods.metrics.k8s.io)';
    expect(during.map(({ reason }) => reason)).toContain('FailedGetResourceMetric');
    expect(during.find(({ reason }) => reason === 'FailedGetResourceMetric')?.message).toBe(text);
    const sync = trace.syncs.atSeconds.findIndex((seconds) => seconds >= 700);
    const active = step(sync).status.conditions?.find(({ type }) => type === 'ScalingActive');
    expect(active).toMatchObject({ status: 'False', reason: 'FailedGetResourceMetric' });
    const replicas = [...trace.syncs.desiredReplicas].filter((_, i) => {
      const seconds = trace.syncs.atSeconds[i] ?? 0;
      return seconds >= 600 && seconds <= 790;
    });
    expect(new Set(replicas)).toEqual(new Set([4]));
    expect(trace.syncs.desiredReplicas.at(-1)).toBe(1);
  });

  it('[OU4] pods without samples hold back a scale-down', () => {
    const event: TimelineEvent = { id: 'a', atSeconds: 605, kind: 'missingSamples', count: 2, seconds: 900 };
    const { trace } = simulate({ ...scenario, events: [event], durationSeconds: 2400 }, manifest);
    const last = trace.syncs.desiredReplicas.at(-1);
    const later = trace.syncs.atSeconds.findIndex((seconds) => seconds >= 1400);
    expect(trace.syncs.desiredReplicas[later]).toBeGreaterThan(last ?? 0);
  });
});

describe('edits', () => {
  const applied = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  minReplicas: 6
  maxReplicas: 12
  metrics:
    - type: Resource
      resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}
`;

  it('[EV3] a manifest that is applied is followed at once where generations are tracked', () => {
    const events: readonly TimelineEvent[] = [
      { id: 'a', atSeconds: 602, kind: 'applyManifest', manifest: applied },
    ];
    const { syncs, metrics } = simulate(scenarioOf({ events }), manifest).trace;
    const first = syncs.atSeconds.indexOf(602);
    expect(first).toBeGreaterThan(0);
    expect(syncs.desiredReplicas[first]).toBe(6);
    expect([syncs.minReplicas[first - 1], syncs.minReplicas[first]]).toEqual([1, 6]);
    // below minReplicas no metric is looked at, so the new target shows a sync later
    expect([metrics[0]?.target[first - 1], metrics[0]?.target[first + 1]]).toEqual([50, 80]);
    const older = simulate(scenarioOf({ events, kubernetes: '1.30' }), manifest).trace;
    expect(older.syncs.atSeconds.indexOf(602)).toBe(-1);
  });

  it('[EV3] what the API server would refuse changes nothing', () => {
    const wrong = applied.replace('maxReplicas: 12', 'maxReplicas: 0');
    const events: readonly TimelineEvent[] = [
      { id: 'a', atSeconds: 602, kind: 'applyManifest', manifest: wrong },
    ];
    const { syncs } = simulate(scenarioOf({ events }), manifest).trace;
    expect(new Set(syncs.minReplicas)).toEqual(new Set([1]));
  });

  it('[EV9] a load that doubles is twice the load', () => {
    const events: readonly TimelineEvent[] = [
      { id: 'a', atSeconds: 600, kind: 'changeSetting', setting: 'load.factor', value: 2 },
    ];
    const { cluster } = simulate(scenarioOf({ events, load: steps([0, 10]) }), manifest).trace;
    expect([at(cluster, cluster.offered, 599), at(cluster, cluster.offered, 600)]).toEqual([10, 20]);
  });

  it('[EV10] a controller that restarts holds back a scale-down anew', () => {
    const load = steps([0, 100], [600, 20]);
    const events: readonly TimelineEvent[] = [{ id: 'a', atSeconds: 662, kind: 'restartController' }];
    const firstDown = ({ trace }: ReturnType<typeof simulate>) =>
      trace.syncs.atSeconds[trace.syncs.desiredReplicas.indexOf(1)] ?? 0;
    const cluster = clusterSettings({ initialReplicas: 4 });
    const usual = firstDown(simulate(scenarioOf({ load, cluster }), manifest));
    const restarted = firstDown(simulate(scenarioOf({ load, cluster, events }), manifest));
    expect(usual).toBeLessThan(950);
    // the first recommendation that it remembers is the count which it found, and that holds for five minutes
    expect(restarted).toBe(662 + 315);
  });
});
