import { describe, expect, it } from 'vitest';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerSpec,
  MetricSpec,
} from '../autoscaling/types.ts';
import { failure } from '../go/types.ts';
import type { FeatureGates, Minor } from '../releases/index.ts';
import type { HorizontalController } from './horizontal.ts';
import type { Pod, PodTemplate } from './interfaces.ts';
import type { DecisionRecord, MetricProposalRecord } from './record.ts';
import { CPU, controllerOver, hpaOf, readyPod, START_MS, samplesOf } from './testing.ts';

const NOT_SAMPLED = Symbol('no sample');

type Usage = number | typeof NOT_SAMPLED;

interface World {
  readonly atSeconds?: number;
  readonly replicas: number;
  readonly statusReplicas?: number;
  /** usage of pods `a`, `b`, ... in milli-units */
  readonly usage?: readonly Usage[];
  /** what is special about a pod, by its name */
  readonly pods?: Readonly<Record<string, Partial<Pod>>>;
  readonly external?: readonly number[];
  readonly selector?: string;
  readonly scaleError?: string;
}

const even = (replicas: number, milli: number, atSeconds = 0): World => ({
  atSeconds,
  replicas,
  usage: Array.from({ length: replicas }, () => milli),
});

/** One controller that records, and the cluster that a test describes for each sync. */
class Recording {
  private readonly controller: HorizontalController;
  private hpa: HorizontalPodAutoscaler;
  private world: World = { replicas: 0 };

  constructor(spec: Partial<HorizontalPodAutoscalerSpec> = {}, minor: Minor = '1.37', gates?: FeatureGates) {
    this.hpa = hpaOf(20, spec);
    this.controller = controllerOver({
      minor,
      gates,
      downscaleStabilizationSeconds: 60,
      now: () => this.nowMs(),
      pods: () => this.pods(),
      samples: () => samplesOf(this.pods(), this.world.usage ?? [], this.nowMs()),
      object: () => ({ ok: true, value: this.world.external?.[0] ?? 0 }),
      external: () =>
        this.world.external === undefined ? failure('boom') : { ok: true, value: this.world.external },
      scaleClient: {
        get: () => {
          const { scaleError, replicas, statusReplicas = replicas, selector = 'app=web' } = this.world;
          if (scaleError !== undefined) return failure(scaleError);
          return { ok: true, value: { specReplicas: replicas, statusReplicas, selector } };
        },
        update: () => undefined,
      },
    });
  }

  private nowMs(): number {
    return START_MS + (this.world.atSeconds ?? 0) * 1000;
  }

  private pods(): readonly Pod[] {
    return (this.world.usage ?? []).map((_usage, index) => {
      const name = String.fromCharCode(97 + index);
      return readyPod(name, START_MS, this.world.pods?.[name]);
    });
  }

  edit(spec: Partial<HorizontalPodAutoscalerSpec>): void {
    this.hpa = { ...this.hpa, spec: { ...this.hpa.spec, ...spec } };
  }

  sync(world: World): DecisionRecord {
    this.world = world;
    const { status, record } = this.controller.reconcile(this.hpa, { record: true });
    this.hpa = { ...this.hpa, status };
    if (record === undefined) throw new Error('nothing was recorded');
    return record;
  }
}

const CPU_AVERAGE: MetricSpec = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '50m' } },
};
const PODS: MetricSpec = {
  type: 'Pods',
  pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '50m' } },
};
const QUEUE: MetricSpec = {
  type: 'External',
  external: { metric: { name: 'queue' }, target: { type: 'Value', value: '2' } },
};
const QUEUE_AVERAGE: MetricSpec = {
  type: 'External',
  external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: '1' } },
};

function metricOf(metric: MetricSpec, world: World): MetricProposalRecord {
  const record = new Recording({ metrics: [metric] }).sync(world).metrics[0];
  if (record === undefined) throw new Error('no metric was recorded');
  return record;
}

describe('the record of a sync', () => {
  it('says what was there, what was asked and what came out', () => {
    const record = new Recording({ minReplicas: 2 }).sync(even(3, 100));
    expect({ ...record, metrics: [], stabilization: 0, limit: 0 }).toStrictEqual({
      atMs: START_MS,
      currentReplicas: 3,
      minReplicas: 2,
      maxReplicas: 20,
      metrics: [],
      winner: 0,
      proposal: 6,
      stabilization: 0,
      limit: 0,
      desiredReplicas: 6,
      rescaled: true,
      rescaleReason: 'cpu resource utilization (percentage of request) above target',
      limiter: 'metric',
      events: [
        {
          type: 'Normal',
          reason: 'SuccessfulRescale',
          message: 'New size: 6; reason: cpu resource utilization (percentage of request) above target',
        },
      ],
    });
  });

  it('names the metric that won, and what won', () => {
    const record = new Recording({ metrics: [CPU, QUEUE, QUEUE_AVERAGE] }).sync({
      ...even(3, 60),
      external: [7000],
    });
    expect(record.metrics.map(({ index, proposal }) => [index, proposal])).toEqual([
      [0, 4],
      [1, 11],
      [2, 7],
    ]);
    expect(record).toMatchObject({ winner: 1, proposal: 11 });
    expect(record).not.toHaveProperty('scaleDownBlockedByError');
    expect(record).not.toHaveProperty('skippedMetrics');
    expect(record).not.toHaveProperty('error');
  });

  it.each([
    ['aboveMax', { maxReplicas: 3 }, even(4, 50), 3],
    ['belowMin', { minReplicas: 6 }, even(4, 50), 6],
    ['scalingDisabled', {}, even(0, 0), 0],
  ] as const)('says %s where the metrics are not asked', (skippedMetrics, spec, world, desiredReplicas) => {
    const record = new Recording(spec).sync(world);
    expect(record).toMatchObject({ skippedMetrics, metrics: [], desiredReplicas });
    expect(record.rescaled).toBe(desiredReplicas !== world.replicas);
    for (const stage of ['winner', 'proposal', 'stabilization', 'limit', 'error'])
      expect(record).not.toHaveProperty(stage);
  });

  it('has the error that ended it', () => {
    expect(new Recording().sync({ ...even(4, 50), scaleError: 'gone' })).toMatchObject({
      skippedMetrics: 'scaleError',
      limiter: 'error',
      error: 'failed to query scale subresource for Deployment/default/web: gone',
    });
    const failed = new Recording({ metrics: [QUEUE] }).sync(even(4, 10));
    expect(failed).toMatchObject({ limiter: 'error', desiredReplicas: 4 });
    expect(failed).not.toHaveProperty('scaleDownBlockedByError');
    expect(failed).not.toHaveProperty('winner');
    expect(failed).not.toHaveProperty('proposal');
    expect(new Recording().sync({ ...even(4, 50), selector: '' })).toMatchObject({
      skippedMetrics: 'selectorError',
      metrics: [],
      limiter: 'error',
      currentReplicas: 4,
      desiredReplicas: 4,
      rescaled: false,
      error:
        'failed to compute desired number of replicas based on listed metrics for Deployment/default/web: selector is required',
    });
  });

  it('says that a failing metric kept the count from going down', () => {
    const record = new Recording({ metrics: [CPU, QUEUE] }).sync(even(4, 10));
    expect(record).toMatchObject({ scaleDownBlockedByError: true, limiter: 'partialMetrics' });
    expect(record.metrics[1]?.error).toStrictEqual({
      reason: 'FailedGetExternalMetric',
      message: 'unable to get external metric default/queue/nil: boom',
    });
  });
});

describe('the record of a metric', () => {
  it('has percentage, sums and average of a utilization', () => {
    expect(metricOf(CPU, { replicas: 2, usage: [80, 70] })).toStrictEqual({
      index: 0,
      type: 'Resource',
      label: 'cpu resource utilization (percentage of request)',
      name: 'cpu',
      targetKind: 'Utilization',
      target: 50,
      toleranceUp: 0.1,
      toleranceDown: 0.1,
      pods: { total: 2, ready: 2, unready: [], missing: [], ignored: [] },
      rawProposal: 3,
      current: 75,
      averageUsageMilli: 75,
      usageSumMilli: 150,
      requestSumMilli: 200,
      usageRatio: 1.5,
      toleranceVerdict: 'outside',
      multiplier: 2,
      proposal: 3,
    });
  });

  it('has the average alone where the target is one', () => {
    expect(metricOf(PODS, { replicas: 2, usage: [52, 50] })).toStrictEqual({
      index: 0,
      type: 'Pods',
      label: 'pods metric requests',
      name: 'requests',
      targetKind: 'AverageValue',
      target: 50,
      toleranceUp: 0.1,
      toleranceDown: 0.1,
      pods: { total: 2, ready: 2, unready: [], missing: [], ignored: [] },
      rawProposal: 3,
      current: 51,
      usageRatio: 1.02,
      toleranceVerdict: 'within',
      multiplier: 2,
      proposal: 2,
    });
  });

  it('has the ready pods as multiplier of a value of the whole, and no groups', () => {
    const world = { ...even(3, 0), pods: { b: { ready: 'False' } }, external: [1000, 4000] } as const;
    expect(metricOf(QUEUE, world)).toStrictEqual({
      index: 0,
      type: 'External',
      label: 'external metric queue(nil)',
      name: 'queue',
      targetKind: 'Value',
      target: 2000,
      toleranceUp: 0.1,
      toleranceDown: 0.1,
      rawProposal: 5,
      current: 5000,
      usageRatio: 2.5,
      toleranceVerdict: 'outside',
      multiplier: 2,
      proposal: 5,
    });
  });

  it('has the whole value that a target for each pod divides, also within the tolerance', () => {
    const world = { ...even(4, 0), statusReplicas: 5, external: [5400] };
    expect(metricOf(QUEUE_AVERAGE, world)).toStrictEqual({
      index: 0,
      type: 'External',
      label: 'external metric queue(nil)',
      name: 'queue',
      targetKind: 'AverageValue',
      target: 1000,
      toleranceUp: 0.1,
      toleranceDown: 0.1,
      total: 5400,
      rawProposal: 6,
      current: 1080,
      usageRatio: 1.08,
      toleranceVerdict: 'within',
      multiplier: 5,
      proposal: 5,
    });
  });

  it('counts one pod at zero replicas', () => {
    const object: MetricSpec = {
      type: 'Object',
      object: {
        describedObject: { kind: 'Service', name: 'web' },
        metric: { name: 'queue' },
        target: { type: 'Value', value: '2' },
      },
    };
    const recording = new Recording({ metrics: [object], minReplicas: 0 }, '1.35', { HPAScaleToZero: true });
    const [metric] = recording.sync({ ...even(0, 0), external: [7000] }).metrics;
    expect(metric).toMatchObject({ multiplier: 1, rawProposal: 4, proposal: 4, toleranceVerdict: 'outside' });
  });

  it('has the tolerance of each direction', () => {
    const behavior = { scaleUp: { tolerance: '0.5' }, scaleDown: { tolerance: '0.25' } };
    const [metric] = new Recording({ behavior }).sync(even(2, 70)).metrics;
    expect(metric).toMatchObject({ toleranceUp: 0.5, toleranceDown: 0.25, toleranceVerdict: 'within' });
  });

  it('has the groups of the pods beside an error that came after them, and no figures', () => {
    const bare: PodTemplate = { labels: { app: 'web' }, containers: [{ name: 'app', requests: {} }] };
    expect(metricOf(CPU, { ...even(2, 10), pods: { b: { template: bare } } })).toStrictEqual({
      index: 0,
      type: 'Resource',
      label: 'cpu resource utilization (percentage of request)',
      name: 'cpu',
      targetKind: 'Utilization',
      target: 50,
      toleranceUp: 0.1,
      toleranceDown: 0.1,
      pods: { total: 2, ready: 2, unready: [], missing: [], ignored: [] },
      error: {
        reason: 'FailedGetResourceMetric',
        message: 'failed to get cpu utilization: missing request for cpu in container app of Pod b',
      },
    });
  });

  it('says of every pod that is not counted why', () => {
    const young = START_MS - 60_000;
    const metric = metricOf(CPU, {
      ...even(9, 50),
      usage: [50, 50, 50, 50, NOT_SAMPLED, 50, 50, 50, 50],
      pods: {
        b: { deleted: true },
        c: { phase: 'Failed' },
        d: { phase: 'Pending' },
        f: { ready: undefined },
        g: { ready: 'False', startTimeMs: young },
        h: { startTimeMs: young, readyTransitionMs: START_MS - 14_000 },
        i: { ready: 'False', readyTransitionMs: START_MS - 3_590_000 },
      },
    });
    expect(metric.pods).toStrictEqual({
      total: 9,
      ready: 1,
      ignored: [
        { name: 'b', reason: 'deleted' },
        { name: 'c', reason: 'failed' },
      ],
      unready: [
        { name: 'd', reason: 'pending' },
        { name: 'f', reason: 'noReadyCondition' },
        { name: 'g', reason: 'notReadyInInitialization' },
        { name: 'h', reason: 'sampleBeforeReady' },
        { name: 'i', reason: 'neverReady' },
      ],
      missing: [{ name: 'e', reason: 'noMetrics' }],
    });
  });
});

describe('the record of substitutes', () => {
  const gaps = (...usage: readonly Usage[]): World => ({ replicas: usage.length, usage });

  it('says that missing pods got the share of their request, on the way down', () => {
    expect(metricOf(CPU, gaps(10, 10, 10, NOT_SAMPLED))).toMatchObject({
      usageRatio: 0.2,
      rawProposal: 1,
      multiplier: 4,
      proposal: 3,
      substitution: {
        missing: { pods: 1, percentOfRequest: 100 },
        unreadyAsZero: 0,
        usageRatio: 0.64,
        pods: 4,
        toleranceVerdict: 'outside',
      },
    });
  });

  it('says that they got the target itself where that is an average', () => {
    const { substitution } = metricOf(PODS, gaps(10, 10, NOT_SAMPLED, NOT_SAMPLED));
    expect(substitution).toStrictEqual({
      missing: { pods: 2, milli: 50 },
      unreadyAsZero: 0,
      usageRatio: 0.6,
      pods: 4,
      toleranceVerdict: 'outside',
    });
  });

  it.each([CPU, CPU_AVERAGE])('says that they got nothing on the way up, like unready ones', (metric) => {
    const world = { ...gaps(200, 200, 200, NOT_SAMPLED, 90), pods: { e: { ready: undefined } } };
    expect(metricOf(metric, world)).toMatchObject({
      usageRatio: 4,
      toleranceVerdict: 'outside',
      rawProposal: 12,
      multiplier: 5,
      proposal: 12,
      substitution: {
        missing: { pods: 1, milli: 0 },
        unreadyAsZero: 1,
        usageRatio: 2.4,
        pods: 5,
        toleranceVerdict: 'outside',
      },
    });
  });

  it.each([CPU, CPU_AVERAGE])(
    'says nothing of missing pods where only unready ones were filled in',
    (metric) => {
      const world = { ...gaps(60, 60, 0), pods: { c: { ready: undefined } } };
      const { substitution } = metricOf(metric, world);
      expect(substitution).toMatchObject({ missing: undefined, unreadyAsZero: 1, pods: 3 });
      expect(substitution?.heldBecause).toBe('ratioReversed');
    },
  );

  it.each([CPU, CPU_AVERAGE])('says when the substitutes turned the ratio round', (metric) => {
    expect(metricOf(metric, gaps(80, NOT_SAMPLED))).toMatchObject({
      proposal: 2,
      usageRatio: 1.6,
      substitution: { usageRatio: 0.8, toleranceVerdict: 'outside', heldBecause: 'ratioReversed' },
    });
  });

  it.each([CPU, CPU_AVERAGE])('says when they turned the count round', (metric) => {
    const world = { ...gaps(100, 100, NOT_SAMPLED), replicas: 9 };
    expect(metricOf(metric, world)).toMatchObject({
      proposal: 9,
      rawProposal: 4,
      substitution: { toleranceVerdict: 'outside', heldBecause: 'countReversed' },
    });
  });

  it.each([CPU, CPU_AVERAGE])('says nothing of missing pods exactly at the target', (metric) => {
    const record = metricOf(metric, gaps(50, 50, NOT_SAMPLED));
    expect(record).toMatchObject({ usageRatio: 1, proposal: 3 });
    expect(record.substitution).toStrictEqual({
      missing: undefined,
      unreadyAsZero: 0,
      usageRatio: 1,
      pods: 2,
      toleranceVerdict: 'within',
    });
  });

  it('says that the oldest minor put nothing in their place there, where the target is an average', () => {
    const [metric] = new Recording({ metrics: [CPU_AVERAGE] }, '1.27').sync(
      gaps(50, 50, NOT_SAMPLED),
    ).metrics;
    expect(metric).toMatchObject({
      proposal: 2,
      substitution: { missing: { pods: 1, milli: 0 }, usageRatio: 0.66, pods: 3 },
    });
  });

  it.each([CPU, CPU_AVERAGE])('does not count unready pods on the way down', (metric) => {
    const world = { ...gaps(90, 10, 10, NOT_SAMPLED), pods: { a: { ready: undefined } } };
    expect(metricOf(metric, world).substitution).toMatchObject({ unreadyAsZero: 0, pods: 3 });
  });

  it.each([CPU, CPU_AVERAGE])('leaves unready pods out at the target and below', (metric) => {
    for (const usage of [50, 48]) {
      const world = { ...gaps(90, usage, usage), replicas: 6, pods: { a: { ready: undefined } } };
      const record = metricOf(metric, world);
      expect(record).toMatchObject({ multiplier: 2, proposal: 6, current: metric === CPU ? usage : usage });
      expect(record).not.toHaveProperty('substitution');
    }
  });

  it('does not say that the count turned round where it stays as it is', () => {
    const down = metricOf(CPU, { ...gaps(10, 10, 10, NOT_SAMPLED), replicas: 3 });
    expect(down).toMatchObject({ proposal: 3, substitution: { toleranceVerdict: 'outside' } });
    expect(down.substitution).not.toHaveProperty('heldBecause');
    const up = metricOf(CPU, { ...gaps(200, 200, 200, NOT_SAMPLED), replicas: 12 });
    expect(up).toMatchObject({ proposal: 12, substitution: { toleranceVerdict: 'outside' } });
    expect(up.substitution).not.toHaveProperty('heldBecause');
  });

  it('says when they brought the ratio into the tolerance', () => {
    const metric = metricOf(CPU, gaps(80, 80, NOT_SAMPLED));
    expect(metric).toMatchObject({ toleranceVerdict: 'outside', proposal: 3 });
    expect(metric.substitution).toStrictEqual({
      missing: { pods: 1, milli: 0 },
      unreadyAsZero: 0,
      usageRatio: 1.06,
      pods: 3,
      toleranceVerdict: 'within',
    });
  });
});

it('the record of a metric has nothing of the metric before it', () => {
  const world: World = { replicas: 3, usage: [80, 80, NOT_SAMPLED], external: [7000] };
  const after = new Recording({ metrics: [CPU, QUEUE, QUEUE_AVERAGE, PODS] }).sync(world).metrics;
  for (const [index, metric] of [CPU, QUEUE, QUEUE_AVERAGE, PODS].entries()) {
    expect(after[index]).toStrictEqual({ ...metricOf(metric, world), index });
  }
  expect(after[0]).toHaveProperty('substitution');
  expect(after[1]).not.toHaveProperty('pods');
});

describe('the record of stabilization', () => {
  it('has the window without behavior, its edge included, oldest first', () => {
    const recording = new Recording();
    recording.sync(even(4, 60));
    recording.sync(even(4, 50, 30));
    const { stabilization } = recording.sync(even(4, 25, 60));
    expect(stabilization).toStrictEqual({
      path: 'withoutBehavior',
      before: 2,
      after: 5,
      down: {
        windowSeconds: 60,
        recommendations: [
          { atMs: START_MS, replicas: 4, initial: true },
          { atMs: START_MS, replicas: 5 },
          { atMs: START_MS + 30_000, replicas: 4 },
        ],
        limit: 5,
        holder: 1,
        holderLeavesAtMs: START_MS + 60_001,
      },
    });
    expect(recording.sync(even(4, 25, 61)).stabilization).toMatchObject({
      after: 4,
      down: { holder: 0, limit: 4, holderLeavesAtMs: START_MS + 90_001 },
    });
  });

  const waits: HorizontalPodAutoscalerBehavior = {
    scaleUp: { stabilizationWindowSeconds: 30, policies: [{ type: 'Pods', value: 9, periodSeconds: 15 }] },
    scaleDown: { stabilizationWindowSeconds: 90, policies: [{ type: 'Pods', value: 9, periodSeconds: 15 }] },
  };

  it('has both windows with behavior, their edges left out', () => {
    const recording = new Recording({ behavior: waits });
    recording.sync(even(4, 50));
    recording.sync(even(4, 50, 60));
    recording.sync(even(4, 40, 70));
    const { stabilization } = recording.sync(even(4, 100, 90));
    const inDown = [
      { atMs: START_MS + 60_000, replicas: 4 },
      { atMs: START_MS + 70_000, replicas: 4 },
    ];
    expect(stabilization).toStrictEqual({
      path: 'withBehavior',
      before: 8,
      after: 4,
      up: {
        windowSeconds: 30,
        recommendations: inDown.slice(1),
        limit: 4,
        holder: 0,
        holderLeavesAtMs: START_MS + 100_000,
      },
      down: { windowSeconds: 90, recommendations: inDown, limit: 8 },
    });
  });

  it('names the youngest that holds the limit, and sorts slots that are used again', () => {
    const recording = new Recording();
    recording.sync(even(4, 50));
    recording.sync(even(4, 50, 20));
    recording.sync(even(4, 50, 70));
    const { stabilization } = recording.sync(even(4, 25, 75));
    expect(stabilization?.down).toMatchObject({
      recommendations: [
        { atMs: START_MS + 20_000, replicas: 4 },
        { atMs: START_MS + 70_000, replicas: 4 },
      ],
      holder: 1,
      // without behavior the edge itself still counts
      holderLeavesAtMs: START_MS + 130_001,
    });
  });

  it('names none where this sync itself asks for the limit', () => {
    const recording = new Recording();
    recording.sync(even(4, 50));
    const { stabilization } = recording.sync(even(4, 50, 15));
    expect(stabilization?.down).toMatchObject({ limit: 4 });
    expect(stabilization?.down).not.toHaveProperty('holder');
    expect(stabilization?.down).not.toHaveProperty('holderLeavesAtMs');
  });
});

describe('the record of the limits', () => {
  const limitOf = (spec: Partial<HorizontalPodAutoscalerSpec>, world: World) =>
    new Recording(spec).sync(world).limit;

  it.each([
    [even(2, 500), { before: 20, after: 4, direction: 'up', scaleUpLimit: 4, reason: 'ScaleUpLimit' }],
    [even(3, 75), { before: 5, after: 5, direction: 'up', scaleUpLimit: 6, reason: 'DesiredWithinRange' }],
    [even(3, 50), { before: 3, after: 3, direction: undefined, scaleUpLimit: 6 }],
  ] as const)('has the rate without behavior', (world, expected) => {
    const limit = limitOf({}, world);
    expect(limit).toMatchObject({ ...expected, minReplicas: 1, maxReplicas: 20 });
    expect(limit).not.toHaveProperty('policies');
  });

  const pods = { type: 'Pods', value: 4, periodSeconds: 60 } as const;
  const percent = { type: 'Percent', value: 50, periodSeconds: 30 } as const;
  const both = (selectPolicy: 'Max' | 'Min'): HorizontalPodAutoscalerBehavior => ({
    scaleUp: { stabilizationWindowSeconds: 0, selectPolicy, policies: [pods, percent] },
    scaleDown: { stabilizationWindowSeconds: 0, selectPolicy, policies: [pods, percent] },
  });
  const unused = { addedInPeriod: 0, removedInPeriod: 0 };

  it.each([
    ['Max', 200, 'up', 0, 14, 13, 10, 14],
    ['Min', 200, 'up', 1, 14, 13, 10, 13],
    ['Max', 5, 'down', 1, 6, 5, 10, 5],
    ['Min', 5, 'down', 0, 6, 5, 10, 6],
  ] as const)(
    'has what every policy allows: %s at %d',
    (selectPolicy, usage, direction, selected, a, b, start, after) => {
      const replicas = direction === 'up' ? 9 : 10;
      const limit = limitOf({ behavior: both(selectPolicy) }, even(replicas, usage));
      const periodStartReplicas = direction === 'up' ? 9 : start;
      const limits = direction === 'up' ? [13, 14] : [a, b];
      const index = direction === 'up' ? 1 - selected : selected;
      expect(limit).toStrictEqual({
        before: direction === 'up' ? 36 : 1,
        after,
        direction,
        selectPolicy,
        policies: [
          { ...pods, ...unused, periodStartReplicas, limit: limits[0] },
          { ...percent, ...unused, periodStartReplicas, limit: limits[1] },
        ],
        selected: index,
        rateLimit: after,
        minReplicas: 1,
        maxReplicas: 20,
        reason: direction === 'up' ? 'ScaleUpLimit' : 'ScaleDownLimit',
      });
    },
  );

  it('has the changes in each period, and when the oldest leaves it', () => {
    const recording = new Recording({ behavior: both('Max') });
    recording.sync(even(4, 100));
    recording.sync(even(8, 60, 35));
    recording.sync(even(10, 25, 40));
    const { limit } = recording.sync(even(5, 200, 45));
    expect(limit?.policies).toStrictEqual([
      {
        ...pods,
        periodStartReplicas: 4,
        addedInPeriod: 6,
        removedInPeriod: 5,
        limit: 8,
        freesUpAtMs: START_MS + 60_000,
      },
      {
        ...percent,
        periodStartReplicas: 8,
        addedInPeriod: 2,
        removedInPeriod: 5,
        limit: 12,
        freesUpAtMs: START_MS + 65_000,
      },
    ]);
    const down = recording.sync(even(8, 1, 46)).limit;
    expect(down?.policies?.map(({ freesUpAtMs }) => freesUpAtMs)).toEqual([
      START_MS + 100_000,
      START_MS + 70_000,
    ]);
  });

  it('finds the oldest change also where the youngest took an older slot', () => {
    const recording = new Recording({ behavior: both('Max') });
    recording.sync(even(4, 60));
    recording.sync(even(5, 60, 35));
    recording.sync(even(6, 60, 61));
    const policies = recording.sync(even(8, 60, 62)).limit?.policies;
    expect(policies?.[0]).toMatchObject({ addedInPeriod: 3, freesUpAtMs: START_MS + 95_000 });
  });

  it('has rules without policies on a side that behavior leaves out', () => {
    const behavior = { scaleUp: { stabilizationWindowSeconds: 0, policies: [pods] } };
    const recording = new Recording({ behavior });
    recording.sync(even(4, 25));
    expect(recording.sync(even(4, 25, 61)).limit).toMatchObject({
      direction: 'down',
      selectPolicy: 'Max',
      policies: [],
      rateLimit: 4,
    });
  });

  it('no longer counts a change that is as old as the period', () => {
    const recording = new Recording({ behavior: both('Max') });
    recording.sync(even(4, 100));
    const { limit } = recording.sync(even(8, 100, 60));
    expect(limit?.policies?.[0]).toStrictEqual({ ...pods, ...unused, periodStartReplicas: 8, limit: 12 });
  });

  it('never has a rate below the current count on the way up, or above it on the way down', () => {
    const up = new Recording({ behavior: both('Min') });
    up.sync(even(4, 300));
    expect(up.sync(even(3, 100, 15)).limit).toMatchObject({ direction: 'up', rateLimit: 3, after: 3 });
    const down = new Recording({ behavior: both('Min') });
    down.sync(even(12, 10));
    expect(down.sync(even(2, 10, 15)).limit).toMatchObject({ direction: 'down', rateLimit: 2, after: 2 });
  });

  it('names the bound where the rate allows just as much', () => {
    expect(limitOf({ behavior: both('Max'), maxReplicas: 15 }, even(10, 400))).toMatchObject({
      rateLimit: 15,
      after: 15,
      reason: 'TooManyReplicas',
    });
    expect(limitOf({ behavior: both('Max'), minReplicas: 5 }, even(10, 5))).toMatchObject({
      rateLimit: 5,
      after: 5,
      reason: 'TooFewReplicas',
    });
  });

  it('has no window on the way up where behavior leaves it out', () => {
    const behavior = { scaleDown: { stabilizationWindowSeconds: 0, policies: [pods] } };
    const { stabilization, limit } = new Recording({ behavior }).sync(even(4, 100));
    expect(stabilization?.up).toMatchObject({ windowSeconds: 0 });
    expect(limit).toMatchObject({ direction: 'up', policies: [], rateLimit: 4 });
  });

  it('has no rate where nothing changes', () => {
    const limit = limitOf({ behavior: both('Max') }, even(4, 50));
    expect(limit).toStrictEqual({
      before: 4,
      after: 4,
      direction: undefined,
      minReplicas: 1,
      maxReplicas: 20,
      reason: 'DesiredWithinRange',
    });
  });

  it('has the current count as the rate where selectPolicy is Disabled', () => {
    const behavior: HorizontalPodAutoscalerBehavior = {
      scaleUp: { stabilizationWindowSeconds: 0, selectPolicy: 'Disabled', policies: [pods] },
      scaleDown: { stabilizationWindowSeconds: 0, policies: [pods] },
    };
    expect(limitOf({ behavior }, even(4, 100))).toMatchObject({
      selectPolicy: 'Disabled',
      policies: [],
      rateLimit: 4,
      after: 4,
      reason: 'ScaleUpLimit',
    });
    expect(limitOf({ behavior }, even(6, 5))).toMatchObject({
      selectPolicy: 'Max',
      selected: 0,
      rateLimit: 2,
    });
  });

  it('selects none where there are no policies', () => {
    const behavior = { scaleUp: { stabilizationWindowSeconds: 0, policies: [] } };
    const limit = limitOf({ behavior }, even(4, 100));
    expect(limit).toMatchObject({ selectPolicy: 'Max', policies: [], rateLimit: 4 });
    expect(limit).not.toHaveProperty('selected');
  });
});

describe('the record of a workload woken from zero', () => {
  const behavior: HorizontalPodAutoscalerBehavior = {
    scaleUp: { stabilizationWindowSeconds: 0, policies: [{ type: 'Pods', value: 9, periodSeconds: 15 }] },
    scaleDown: { stabilizationWindowSeconds: 0, policies: [{ type: 'Pods', value: 9, periodSeconds: 15 }] },
  };

  /** The HPA itself has put the workload to sleep, which a queue can end. */
  function asleep(): Recording {
    const spec = { metrics: [CPU, QUEUE], minReplicas: 0, behavior };
    const recording = new Recording(spec, '1.37', { HPAScaleToZero: true });
    expect(recording.sync({ ...even(1, 0), external: [0] }).desiredReplicas).toBe(0);
    recording.edit({ metrics: [QUEUE] });
    return recording;
  }

  it('ends with a minReplicas that was raised meanwhile', () => {
    const recording = asleep();
    recording.edit({ minReplicas: 3 });
    const record = recording.sync({ ...even(0, 0, 90), external: [2000] });
    expect(record.limit).toMatchObject({ before: 1, after: 3, direction: 'up', rateLimit: 9 });
    expect(record).toMatchObject({
      proposal: 1,
      desiredReplicas: 3,
      limiter: 'min',
      rescaled: true,
      rescaleReason: 'external metric queue(nil) above target',
    });
  });

  it('names minReplicas as the reason where the metrics ask for nothing', () => {
    const recording = asleep();
    recording.edit({ minReplicas: 3 });
    expect(recording.sync({ ...even(0, 0, 90), external: [0] })).toMatchObject({
      proposal: 0,
      desiredReplicas: 3,
      rescaleReason: 'Current number of replicas below Spec.MinReplicas',
    });
  });

  it('keeps what the metrics ask for above minReplicas', () => {
    const recording = asleep();
    recording.edit({ minReplicas: 3 });
    const record = recording.sync({ ...even(0, 0, 90), external: [10_000] });
    expect(record).toMatchObject({ proposal: 5, desiredReplicas: 5, limiter: 'metric' });
    expect(record.limit).toMatchObject({ after: 5 });
  });

  it('does not exist where no metric can wake it', () => {
    const recording = asleep();
    recording.edit({ metrics: [CPU] });
    expect(recording.sync(even(0, 0, 90))).toMatchObject({
      skippedMetrics: 'scalingDisabled',
      limiter: 'scalingDisabled',
    });
  });
});
