import { describe, expect, it } from 'vitest';
import { clusterSettings, steps } from '../cluster/testing.ts';
import { readManifest } from '../manifest/read.ts';
import type { Scenario } from '../scenario/types.ts';
import { checkLimits } from './limits.ts';
import { recordRun } from './recordRun.ts';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing.ts';

interface Written {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly spec?: string;
}

/** A Deployment and its ScaledObject on a topic. */
function text({ annotations = {}, spec = '' }: Written = {}): string {
  const lines = Object.entries(annotations).map(([key, value]) => `    ${key}: "${value}"`);
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: app, image: app:1, resources: {requests: {cpu: 100m}}}]}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: web
  annotations:
    team: orders
${lines.join('\n')}
spec:
  scaleTargetRef: {name: web}
  maxReplicaCount: 20
${spec}
  triggers:
    - type: kafka
      metadata: {bootstrapServers: "k:9092", consumerGroup: g, topic: orders, lagThreshold: "10"}
`;
}

function applied(atSeconds: number, written: Written): Scenario['events'][number] {
  return { id: `at ${atSeconds}`, atSeconds, kind: 'applyManifest', manifest: text(written) };
}

function open(events: Scenario['events'], first: Written = {}, durationSeconds = 1800) {
  const manifest = text(first);
  const cluster = clusterSettings({ workload: { model: 'queue', capacityPerPod: 10 }, initialReplicas: 2 });
  const scenario = scenarioOf({ manifest, events, cluster, durationSeconds, load: steps([0, 15]) });
  const read = readManifest(manifest, scenario.kubernetes);
  if (read.manifest === undefined) throw new Error(JSON.stringify(read.problems));
  return { scenario, manifest: read.manifest };
}

function run(events: Scenario['events'], first: Written = {}) {
  const { scenario, manifest } = open(events, first);
  const { trace } = simulate(scenario, manifest);
  return {
    trace,
    changes: trace.scalings.map(({ by, from, to, atSeconds }) => `${by} ${from}>${to} at ${atSeconds}`),
  };
}

const PAUSED = { annotations: { 'autoscaling.keda.sh/paused': 'true' } };

describe('[KS2] a ScaledObject that is edited while the run goes on', () => {
  it('is polled at once, and at its new interval', () => {
    const { trace } = run([applied(100, { spec: '  pollingInterval: 10' })]);
    const polls = [...(trace.keda?.polls.atSeconds ?? [])];
    expect(polls.slice(0, 7)).toEqual([0.25, 30.25, 60.25, 90.25, 100.25, 110.25, 120.25]);
    expect([...(trace.keda?.polls.plan ?? [])].slice(3, 5)).toEqual([0, 1]);
    expect(trace.keda?.plans.map(({ pollingInterval }) => pollingInterval)).toEqual([30, 10]);
  });

  it('keeps what it knows of its last activity', () => {
    const { trace } = run([applied(100, { spec: '  cooldownPeriod: 60' })]);
    const last = trace.keda?.polls.lastActiveSeconds ?? new Float64Array();
    expect([...last.slice(3, 5)]).toEqual([90, 100]);
  });

  it('changes the HPA that KEDA made of it', () => {
    const { trace } = run([applied(100, { spec: '  minReplicaCount: 5' })]);
    expect(trace.syncs.minReplicas.at(-1)).toBe(5);
    expect(trace.scalings.at(-1)).toMatchObject({ by: 'hpa', to: 5 });
  });
});

describe('[KS4] a ScaledObject that is paused while the run goes on', () => {
  it('has no HPA and no poll until it goes on; its HPA is a new one', () => {
    const { trace } = run([applied(300, PAUSED), applied(900, {})]);
    const within = (column: ArrayLike<number>) => Array.from(column).filter((at) => at > 301 && at < 900);
    expect([within(trace.syncs.atSeconds), within(trace.keda?.polls.atSeconds ?? [])]).toEqual([[], []]);
    expect(trace.keda?.polls.atSeconds.at(-1)).toBeGreaterThan(1700);
    expect(trace.syncs.atSeconds.at(-1)).toBeGreaterThan(1700);
    expect(trace.keda?.events.map(({ reason }) => reason)).toEqual([
      'KEDAScalersStarted',
      'KEDAScalersStarted',
      'ScaledObjectReady',
      'ScaledObjectPaused',
      'KEDAScalersStopped',
      'ScaledObjectUnpaused',
      'KEDAScalersStarted',
      'KEDAScalersStarted',
    ]);
  });

  it('has no sync to explain when it is paused from the start, and says why', () => {
    const { scenario, manifest } = open([], PAUSED);
    const { trace, step } = simulate(scenario, manifest);
    expect(trace.syncs.atSeconds).toHaveLength(0);
    expect(() => step(0)).toThrow('KEDA keeps no HPA while its ScaledObject is paused');
  });

  it('[KO9] is set to paused-replicas', () => {
    const { changes } = run([applied(300, { annotations: { 'autoscaling.keda.sh/paused-replicas': '7' } })]);
    expect(changes).toContain('keda 2>7 at 300.25');
  });

  it('[TR6] the recorded run says that the HPA was deleted and made anew', () => {
    const { scenario, manifest } = open([applied(300, PAUSED), applied(900, {})]);
    const { steps: recorded } = recordRun(scenario, manifest, 'paused');
    const edits = recorded.flatMap(({ edits: all = [] }) => all.map(({ t, what }) => `${t} ${what}`));
    expect(edits).toEqual(['300.25 deleted', '315 controller noticed the deletion', '900.25 created']);
    const first = recorded.find(({ t }) => t > 900);
    expect(first?.out.status).toMatchObject({
      observedGeneration: 1,
      currentReplicas: 2,
      desiredReplicas: 2,
    });
  });
});

describe('[TM7] more polls than a run may have', () => {
  it('are refused by their name', () => {
    const { scenario, manifest } = open([], { spec: '  pollingInterval: 1' });
    expect(checkLimits(scenario, manifest)).toBeUndefined();
    expect(checkLimits({ ...scenario, durationSeconds: 500_000 }, manifest)).toMatchObject({
      limit: 'polls',
      message:
        'KEDA would poll 500,000 times; 400,000 are possible. Choose a shorter duration or a longer pollingInterval.',
    });
  });
});
