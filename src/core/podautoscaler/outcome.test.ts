import { describe, expect, it } from 'vitest';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  MetricSpec,
} from '../autoscaling/types.ts';
import { failure } from '../go/types.ts';
import { type FeatureGates, type Minor, resolveRelease } from '../releases/index.ts';
import { HorizontalController } from './horizontal.ts';
import { planHpa } from './hpaPlan.ts';
import type { GoError, Pod } from './interfaces.ts';
import { metricQuantityText } from './metricQuantity.ts';
import { builtInRestMapper } from './restMapping.ts';
import { isOutside, isWithin, tolerancesForHpa } from './tolerances.ts';

const FLAGS = {
  syncPeriodSeconds: 15,
  downscaleStabilizationSeconds: 300,
  tolerance: 0.1,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};
const NOW_MS = 946_688_400_000;
const CPU: MetricSpec = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 25 } },
};
const REQUESTS: MetricSpec = {
  type: 'Pods',
  pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '40m' } },
};
const FAILING: MetricSpec = {
  type: 'External',
  external: { metric: { name: 'queue' }, target: { type: 'Value', value: '1' } },
};

const hpaOf = (name: string, spec: Partial<HorizontalPodAutoscalerSpec> = {}): HorizontalPodAutoscaler => ({
  metadata: { name, namespace: 'ns', generation: 1 },
  spec: {
    scaleTargetRef: { kind: 'Deployment', name: 'web', apiVersion: 'apps/v1' },
    minReplicas: 1,
    maxReplicas: 10,
    metrics: [CPU],
    ...spec,
  },
  status: { currentReplicas: 0, desiredReplicas: 0 },
});

interface Cluster {
  replicas: number;
  usage: number;
  readonly updateErrors: readonly GoError[];
  readonly scaleError?: string;
  /** HPAs whose status was to be written */
  readonly written: HorizontalPodAutoscaler[];
}

/** A controller over pods `a`, `b`, ... that all use the same. */
function controllerOver(cluster: Cluster, minor: Minor = '1.37', gates: FeatureGates = {}) {
  let updates = 0;
  const names = () => Array.from({ length: cluster.replicas }, (_, index) => String.fromCharCode(97 + index));
  const template = { labels: { app: 'web' }, containers: [{ name: 'app', requests: { cpu: '200m' } }] };
  const rest = { phase: 'Running', ready: 'True', deleted: false } as const;
  const long = { startTimeMs: NOW_MS - 3_600_000, readyTransitionMs: NOW_MS - 3_500_000 };
  const list = (): readonly Pod[] => names().map((name) => ({ name, template, ...rest, ...long }));
  const samples = () => ({
    ok: true as const,
    value: {
      names: names(),
      values: names().map(() => cluster.usage),
      timestampsMs: names().map(() => NOW_MS),
      windowsMs: names().map(() => 15_000),
    },
  });
  return new HorizontalController({
    release: resolveRelease(minor, gates),
    flags: FLAGS,
    podLister: { list },
    metricsClient: {
      getResourceMetric: samples,
      getRawMetric: samples,
      getObjectMetric: () => failure('boom'),
      getExternalMetric: () => failure('boom'),
    },
    scaleClient: {
      get: () => {
        const { replicas, scaleError } = cluster;
        if (scaleError !== undefined) return failure(scaleError);
        return { ok: true, value: { specReplicas: replicas, statusReplicas: replicas, selector: 'app=web' } };
      },
      update: () => {
        updates += 1;
        return cluster.updateErrors[updates - 1];
      },
    },
    now: () => NOW_MS,
    updateStatus: (hpa) => {
      cluster.written.push(hpa);
      return undefined;
    },
  });
}
const cluster = (replicas: number, usage: number, updateErrors: readonly GoError[] = []): Cluster => ({
  replicas,
  usage,
  updateErrors,
  written: [],
});

describe('the summary of a sync', () => {
  it('has the value and the ratio of every metric, and which failed', () => {
    const outcome = controllerOver(cluster(4, 60)).reconcile(
      hpaOf('web', { metrics: [CPU, FAILING, REQUESTS] }),
    );
    expect(outcome.summary).toEqual({
      currentReplicas: 4,
      proposal: 6,
      stabilized: 6,
      desiredReplicas: 6,
      rescaled: true,
      limiter: 'metric',
      metrics: [
        { current: 30, usageRatio: 1.2, failed: false },
        { current: Number.NaN, usageRatio: Number.NaN, failed: true },
        { current: 60, usageRatio: 1.5, failed: false },
      ],
    });
    expect(outcome.record).toBeUndefined();
  });

  it('has no counts of stages that were not reached', () => {
    const world = cluster(4, 60);
    const controller = controllerOver(world);
    controller.reconcile(hpaOf('web'));
    world.replicas = 11;
    expect(controller.reconcile(hpaOf('web')).summary).toEqual({
      currentReplicas: 11,
      proposal: -1,
      stabilized: -1,
      desiredReplicas: 10,
      rescaled: true,
      limiter: 'max',
      metrics: [],
    });
  });

  it('takes a metric that fails for a failure again and again, and no longer than that', () => {
    const controller = controllerOver(cluster(4, 60));
    controller.reconcile(hpaOf('web', { metrics: [FAILING, CPU] }));
    expect(controller.reconcile(hpaOf('web', { metrics: [CPU, FAILING] })).summary.metrics).toEqual([
      { current: 30, usageRatio: 1.2, failed: false },
      { current: Number.NaN, usageRatio: Number.NaN, failed: true },
    ]);
  });
});

describe('the status of a sync', () => {
  it('is written with the whole HPA', () => {
    const world = cluster(4, 60);
    const hpa = hpaOf('web');
    const { status } = controllerOver(world).reconcile(hpa);
    expect(world.written).toEqual([{ ...hpa, status }]);
    expect(world.written[0]?.spec).toBe(hpa.spec);
  });

  it('is not written where an edit of the spec changes nothing in it', () => {
    const world = cluster(4, 50);
    const controller = controllerOver(world, '1.36');
    const hpa = hpaOf('web');
    const { status } = controller.reconcile(hpa);
    const edited = { ...hpa, spec: { ...hpa.spec, maxReplicas: 12 }, status };
    expect(controller.reconcile(edited)).toMatchObject({ statusWrites: 0, status });
    expect(controller.reconcile(edited).status).toBe(status);
    expect(world.written).toHaveLength(1);
  });

  it('has no count of replicas in the summary where the scale could not be read', () => {
    const outcome = controllerOver({ ...cluster(4, 60), scaleError: 'gone' }).reconcile(hpaOf('web'));
    expect(outcome.summary).toMatchObject({ currentReplicas: -1, desiredReplicas: -1, rescaled: false });
  });
});

describe('two HPAs for the same pods', () => {
  it('stand in each other’s way until one is deleted', () => {
    const controller = controllerOver(cluster(4, 60));
    controller.reconcile(hpaOf('web'));
    const text = 'pods by selector app=web are controlled by more than one HPA (e.g. [ns/other ns/web])';
    expect(controller.reconcile(hpaOf('other')).events[0]).toEqual({
      type: 'Warning',
      reason: 'AmbiguousSelector',
      message: text,
    });
    controller.deleteHPA('ns', 'web');
    expect(controller.reconcile(hpaOf('other')).summary.limiter).toBe('metric');
  });
});

describe('a scale update that conflicts', () => {
  const conflict = { reason: 'Conflict', error: 'try again' };

  it('is tried again at once where nobody waits, and five times at most', () => {
    expect(controllerOver(cluster(4, 60, [conflict, conflict])).reconcile(hpaOf('web'))).toMatchObject({
      scaleUpdate: 5,
      scaleUpdateCalls: 3,
    });
    const forever = controllerOver(cluster(4, 60, Array(9).fill(conflict))).reconcile(hpaOf('web'));
    expect(forever).toMatchObject({ scaleUpdate: null, scaleUpdateCalls: 5 });
    expect(forever.summary).toMatchObject({ limiter: 'error', rescaled: false, desiredReplicas: 4 });
  });
});

it('a metric that fails without a reason gives no event of its own and a condition without a name', () => {
  const containerResource = {
    name: 'cpu',
    container: 'app',
    target: { type: 'Utilization', averageUtilization: 50 },
  } as const;
  const controller = controllerOver(cluster(4, 60), '1.27', { HPAContainerMetrics: false });
  const outcome = controller.reconcile(
    hpaOf('web', { metrics: [{ type: 'ContainerResource', containerResource }] }),
  );
  expect(outcome.events.map(({ reason }) => reason)).toEqual(['FailedComputeMetricsReplicas']);
  expect(
    outcome.status.conditions?.map(({ type, status, reason, message }) => [type, status, reason, message]),
  ).toEqual([
    [
      'AbleToScale',
      'True',
      'SucceededGetScale',
      "the HPA controller was able to get the target's current scale",
    ],
    ['', '', '', ''],
  ]);
});

it('the plan of a spec without metrics has none', () => {
  const hpa = hpaOf('web');
  const { metrics: _metrics, minReplicas: _min, ...spec } = hpa.spec;
  const plan = planHpa({ ...hpa, spec }, resolveRelease('1.37'), 0.1, builtInRestMapper);
  expect(plan).toMatchObject({ metrics: [], hasObjectOrExternalMetrics: false, minReplicas: 1 });
});

it('the plan of a spec with several metrics knows whether one can wake the workload', () => {
  const plan = planHpa(
    hpaOf('web', { metrics: [CPU, FAILING] }),
    resolveRelease('1.37'),
    0.1,
    builtInRestMapper,
  );
  expect(plan.hasObjectOrExternalMetrics).toBe(true);
});

describe('the tolerance of older minors', () => {
  const half = { scaleUp: 0.5, scaleDown: 0.5, closed: false };

  it('includes its edges', () => {
    for (const ratio of [0.5, 1.5]) {
      expect(isWithin(half, ratio)).toBe(true);
      expect(isOutside(half, ratio)).toBe(false);
    }
  });

  it('is a bug of the caller where it cannot be read', () => {
    const { spec } = hpaOf('web', { behavior: { scaleUp: { tolerance: 'much' } } });
    expect(() => tolerancesForHpa(spec, resolveRelease('1.37'), 0.1)).toThrow(
      /tolerance much was not admitted: /,
    );
  });
});

it('a quantity that only a bigint holds is binary where it is to be', () => {
  expect(metricQuantityText(2n ** 50n * 1000n, true)).toBe('1Pi');
  expect(metricQuantityText(2n ** 50n * 1000n, false)).toBe('1125899906842624');
});
