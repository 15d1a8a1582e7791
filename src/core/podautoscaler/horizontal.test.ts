import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerSpec,
  MetricSpec,
} from '../autoscaling/types.ts';
import { MAX_INT32, MIN_INT32 } from '../go/int32.ts';
import { failure } from '../go/types.ts';
import { type FeatureGates, MINORS, type Minor } from '../releases/index.ts';
import type { HorizontalController, ReconcileOutcome } from './horizontal.ts';
import type { Int64, Pod, Scale } from './interfaces.ts';
import { CPU, controllerOver, hpaOf, readyPod, START_MS, samplesOf } from './testing.ts';

/** What the cluster is like at one sync. */
interface World {
  /** usage of each pod in milli-units; undefined: no sample */
  readonly usage: readonly (Int64 | undefined)[];
  /** pods at the front that are not ready */
  readonly unready?: number;
  /** somebody sets the scale by hand */
  readonly scale?: number;
  readonly metricsFail?: boolean;
  readonly external?: Int64;
}

/** A controller over a cluster that a test turns by hand, one sync period at a time. */
class Bench {
  readonly scale: { -readonly [K in keyof Scale]: Scale[K] };
  hpa: HorizontalPodAutoscaler;
  readonly controller: HorizontalController;
  private nowMs = START_MS;
  private world: World = { usage: [] };
  scaleError: string | undefined;

  constructor(
    spec: Partial<HorizontalPodAutoscalerSpec>,
    replicas: number,
    minor: Minor = '1.37',
    gates: FeatureGates = {},
  ) {
    this.scale = { specReplicas: replicas, statusReplicas: replicas, selector: 'app=web' };
    this.hpa = hpaOf(10, spec);
    this.controller = controllerOver({
      minor,
      gates,
      downscaleStabilizationSeconds: 300,
      now: () => this.nowMs,
      pods: () => this.pods(),
      samples: () =>
        this.world.metricsFail === true
          ? failure('boom')
          : samplesOf(this.pods(), this.world.usage, this.nowMs),
      object: () => ({ ok: true, value: this.world.external ?? 0 }),
      external: () => ({ ok: true, value: [this.world.external ?? 0] }),
      scaleClient: {
        get: () =>
          this.scaleError === undefined ? { ok: true, value: { ...this.scale } } : failure(this.scaleError),
        update: (_namespace, _name, _kind, count) => {
          this.scale.specReplicas = count;
          this.scale.statusReplicas = count;
          return undefined;
        },
      },
    });
  }

  private pods(): readonly Pod[] {
    return this.world.usage.map((_usage, index) => {
      const ready = index < (this.world.unready ?? 0) ? undefined : 'True';
      return readyPod(`web-${String(index).padStart(3, '0')}`, this.nowMs, { ready });
    });
  }

  sync(world: World, record = false): ReconcileOutcome {
    this.nowMs += 15_000;
    this.world = world;
    if (world.scale !== undefined) {
      this.scale.specReplicas = world.scale;
      this.scale.statusReplicas = world.scale;
    }
    const outcome = this.controller.reconcile(this.hpa, { record });
    this.hpa = { ...this.hpa, status: outcome.status };
    return outcome;
  }
}

const uniform = (pods: number, milli: number): World => ({
  usage: Array.from({ length: pods }, () => milli),
});

describe('a reconcile', () => {
  it('writes the scale, an event and the status when the metric asks for more', () => {
    const outcome = new Bench({}, 2).sync(uniform(2, 100));
    expect(outcome).toMatchObject({ scaleUpdate: 4, scaleUpdateCalls: 1, statusWrites: 1, errors: [] });
    expect(outcome.events.map(({ message }) => message)).toEqual([
      'New size: 4; reason: cpu resource utilization (percentage of request) above target',
    ]);
    expect(outcome.summary).toMatchObject({ proposal: 4, limiter: 'metric', rescaled: true });
  });

  it('gives the stored status back, the very same object, when nothing changed', () => {
    const bench = new Bench({}, 2);
    bench.sync(uniform(2, 50));
    const before = bench.hpa.status;
    const outcome = bench.sync(uniform(2, 50));
    expect(outcome.status).toBe(before);
    expect(outcome.statusWrites).toBe(0);
  });

  it('forgets nothing of an HPA that is deleted and made again before that is noticed', () => {
    const bench = new Bench({}, 8);
    bench.sync(uniform(8, 50));
    bench.controller.deleteHPA('default', 'web');
    expect(bench.sync(uniform(8, 5)).summary.limiter).toBe('stabilizationDown');
    bench.controller.forget('default', 'web');
    bench.sync({ ...uniform(8, 5), scale: 1 });
    expect(bench.sync({ ...uniform(8, 5), scale: 8 }).summary).toMatchObject({
      stabilized: 1,
      desiredReplicas: 1,
    });
  });

  it('reports an unreadable scale and leaves everything else alone', () => {
    const bench = new Bench({}, 2);
    bench.scaleError = 'no such thing';
    const outcome = bench.sync(uniform(2, 100), true);
    expect(outcome.errors).toEqual([
      'failed to query scale subresource for Deployment/default/web: no such thing',
    ]);
    expect(outcome.record).toMatchObject({ skippedMetrics: 'scaleError', limiter: 'error', metrics: [] });
  });
});

describe('the limiter of a sync', () => {
  const behavior: HorizontalPodAutoscalerBehavior = {
    scaleUp: {
      selectPolicy: 'Max',
      stabilizationWindowSeconds: 0,
      policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
    },
    scaleDown: { selectPolicy: 'Disabled', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] },
  };
  it.each([
    ['metric', {}, 2, uniform(2, 100)],
    ['none', {}, 2, uniform(2, 50)],
    ['tolerance', {}, 2, uniform(2, 54)],
    ['max', { maxReplicas: 3 }, 2, uniform(2, 100)],
    ['max', { maxReplicas: 3 }, 5, uniform(5, 50)],
    ['min', { minReplicas: 4 }, 2, uniform(2, 50)],
    ['rateLimit', { maxReplicas: 100 }, 2, uniform(2, 900)],
    ['stabilizationDown', {}, 5, uniform(5, 10)],
    ['policy', { behavior }, 2, uniform(2, 100)],
    ['scalingDisabled', {}, 0, uniform(0, 0)],
    ['error', {}, 2, { usage: [100, 100], metricsFail: true }],
    ['missingMetrics', {}, 4, { usage: [60, undefined, undefined, undefined] }],
  ] as const)('is %s', (limiter, spec, replicas, world) => {
    expect(new Bench(spec, replicas).sync(world).summary.limiter).toBe(limiter);
  });

  it('is disabled where selectPolicy says so', () => {
    const stable = { ...behavior, scaleDown: { ...behavior.scaleDown, stabilizationWindowSeconds: 0 } };
    expect(new Bench({ behavior: stable }, 5).sync(uniform(5, 10)).summary.limiter).toBe('disabled');
  });

  it('is partialMetrics where one metric fails and the others ask for less', () => {
    const memory: MetricSpec = {
      type: 'Resource',
      resource: { name: 'nothing', target: { type: 'Utilization', averageUtilization: 50 } },
    };
    const outcome = new Bench({ metrics: [CPU, memory] }, 5).sync(uniform(5, 10), true);
    expect(outcome.summary).toMatchObject({ limiter: 'partialMetrics', desiredReplicas: 5 });
    expect(outcome.record?.scaleDownBlockedByError).toBe(true);
  });
});

// ---- whatever comes in -----------------------------------------------------

const usage = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }) },
  { weight: 1, arbitrary: fc.integer({ min: -400, max: 0 }) },
);

const world: fc.Arbitrary<World> = fc.record(
  {
    usage: fc.array(usage, { maxLength: 20 }),
    unready: fc.nat({ max: 5 }),
    scale: fc.nat({ max: 60 }),
    metricsFail: fc.boolean(),
    external: fc.oneof(
      fc.integer({ min: -5000, max: 500_000 }),
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
    ),
  },
  { requiredKeys: ['usage'] },
);

const rules = (direction: 'scaleUp' | 'scaleDown') =>
  fc.record({
    selectPolicy: fc.constantFrom('Max' as const, 'Min' as const, 'Disabled' as const),
    stabilizationWindowSeconds: fc.nat({ max: 120 }),
    tolerance: fc.constantFrom('0', '100m', '0.5'),
    policies: fc.array(
      fc.record({
        type: fc.constantFrom('Pods' as const, 'Percent' as const),
        value: fc.integer({ min: 1, max: direction === 'scaleUp' ? 900 : 100 }),
        periodSeconds: fc.integer({ min: 1, max: 120 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  });

const METRICS: readonly MetricSpec[] = [
  CPU,
  { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '50m' } } },
  { type: 'Pods', pods: { metric: { name: 'm' }, target: { type: 'AverageValue', averageValue: '70m' } } },
  { type: 'External', external: { metric: { name: 'q' }, target: { type: 'Value', value: '5' } } },
  {
    type: 'External',
    external: { metric: { name: 'q' }, target: { type: 'AverageValue', averageValue: '1' } },
  },
];

const scenario = fc.record({
  minor: fc.constantFrom(...MINORS),
  minReplicas: fc.integer({ min: 1, max: 5 }),
  span: fc.nat({ max: 30 }),
  behavior: fc.option(fc.record({ scaleUp: rules('scaleUp'), scaleDown: rules('scaleDown') }), {
    nil: undefined,
  }),
  metrics: fc.uniqueArray(fc.constantFrom(...METRICS), { minLength: 1, maxLength: 3 }),
  replicas: fc.nat({ max: 40 }),
  worlds: fc.array(world, { minLength: 1, maxLength: 12 }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

function run({ minor, minReplicas, span, behavior, metrics, replicas, worlds }: Scenario, record: boolean) {
  const spec = { minReplicas, maxReplicas: minReplicas + span, metrics, ...(behavior ? { behavior } : {}) };
  const bench = new Bench(spec, replicas, minor);
  return worlds.map((each) => {
    const outcome = bench.sync(each, record);
    // the summary is used again by the next sync
    return {
      ...outcome,
      summary: { ...outcome.summary, metrics: outcome.summary.metrics.map((m) => ({ ...m })) },
    };
  });
}

function check(property: (outcomes: ReturnType<typeof run>, input: Scenario) => void, record = false): void {
  fc.assert(
    fc.property(scenario, (input) => property(run(input, record), input)),
    { numRuns: 150 },
  );
}

describe('whatever comes in', () => {
  it('the scale is only ever written between minReplicas and maxReplicas', { timeout: 60_000 }, () => {
    check((outcomes, { minReplicas, span }) => {
      for (const { scaleUpdate } of outcomes) {
        if (scaleUpdate === null) continue;
        expect(scaleUpdate).toBeGreaterThanOrEqual(minReplicas);
        expect(scaleUpdate).toBeLessThanOrEqual(minReplicas + span);
      }
    });
  });

  it('every count is an int32', { timeout: 60_000 }, () => {
    check((outcomes) => {
      for (const { status, summary } of outcomes) {
        for (const count of [
          status.currentReplicas,
          status.desiredReplicas,
          summary.proposal,
          summary.stabilized,
        ]) {
          expect(Number.isInteger(count) && count >= MIN_INT32 && count <= MAX_INT32).toBe(true);
        }
        expect(JSON.stringify(status)).not.toMatch(/NaN|Infinity|undefined/);
      }
    });
  });

  it('the same inputs give the same outcomes, recorded or not', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const recorded = run(input, true).map(({ record: _record, ...rest }) => rest);
        expect(recorded).toEqual(run(input, false));
      }),
      { numRuns: 100 },
    );
  });

  it('a direction that is disabled is never taken by the metrics', { timeout: 60_000 }, () => {
    check((outcomes, { behavior }) => {
      for (const { scaleUpdate, summary, record } of outcomes) {
        // the bounds are not asked whether scaling is disabled
        if (scaleUpdate === null || record?.skippedMetrics !== undefined) continue;
        if (behavior?.scaleUp.selectPolicy === 'Disabled')
          expect(scaleUpdate).toBeLessThan(summary.currentReplicas);
        if (behavior?.scaleDown.selectPolicy === 'Disabled') {
          expect(scaleUpdate).toBeGreaterThan(summary.currentReplicas);
        }
      }
    }, true);
  });

  it('a metric that fails never lets the count go down', { timeout: 60_000 }, () => {
    check((outcomes) => {
      for (const { scaleUpdate, summary, record } of outcomes) {
        if (record?.skippedMetrics !== undefined || !summary.metrics.some(({ failed }) => failed)) continue;
        expect(scaleUpdate ?? summary.currentReplicas).toBeGreaterThanOrEqual(summary.currentReplicas);
      }
    }, true);
  });

  it('conditions keep their place and their time unless their status flips', { timeout: 60_000 }, () => {
    check((outcomes) => {
      outcomes.forEach(({ status }, index) => {
        const before = outcomes[index - 1]?.status.conditions ?? [];
        for (const [place, old] of before.entries()) {
          const now = status.conditions?.[place];
          expect(now?.type).toBe(old.type);
          if (old.type !== 'AbleToScale' && now?.status === old.status) {
            expect(now.lastTransitionTime).toBe(old.lastTransitionTime);
          }
        }
      });
    });
  });

  it('the recorded stages lead to the outcome', { timeout: 60_000 }, () => {
    check((outcomes) => {
      for (const { record, scaleUpdate, summary, events } of outcomes) {
        if (record === undefined) throw new Error('nothing was recorded');
        expect(record.rescaled).toBe(scaleUpdate !== null);
        expect(record.desiredReplicas).toBe(scaleUpdate ?? summary.currentReplicas);
        expect(record.events).toEqual(events);
        expect(record.limiter).toBe(summary.limiter);
        expect(structuredClone(record)).toEqual(record);
        const { stabilization, limit, proposal, winner } = record;
        if (stabilization === undefined || limit === undefined) continue;
        expect(stabilization.before).toBe(proposal);
        expect(limit.before).toBe(stabilization.after);
        expect(record.desiredReplicas).toBe(limit.after);
        if (winner !== undefined) expect(Math.max(record.metrics[winner]?.proposal ?? -1, 0)).toBe(proposal);
        const { up, down } = stabilization;
        const held = Math.min(
          Math.max(record.currentReplicas, up?.limit ?? MIN_INT32),
          down?.limit ?? MAX_INT32,
        );
        expect(stabilization.after).toBe(up === undefined ? down?.limit : held);
        if (limit.rateLimit !== undefined && limit.reason.endsWith('Limit'))
          expect(limit.after).toBe(limit.rateLimit);
      }
    }, true);
  });
});
