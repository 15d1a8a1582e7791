import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterSettings, cpuUtilization, lines, manifestOf, PROBE, steps } from '../cluster/testing.ts';
import { integrateLoad } from '../load/sample.ts';
import { INTERPOLATIONS } from '../load/types.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { LIMITER_KINDS, type Trace } from '../trace/types.ts';
import { checkLimits } from './limits.ts';
import { requestLoad } from './run.ts';
import { simulate, startSimulation } from './simulate.ts';
import { scenarioOf } from './testing.ts';

/** Desired replicas whenever they change: `0:4 915:2`. */
function history({ syncs }: Trace): string {
  const changes: string[] = [];
  for (const [i, desired] of syncs.desiredReplicas.entries()) {
    if (i === 0 || desired !== syncs.desiredReplicas[i - 1]) changes.push(`${syncs.atSeconds[i]}:${desired}`);
  }
  return changes.join(' ');
}

function run(
  scenario: Partial<Scenario> & { load: Scenario['loads'][number] },
  manifest: ReadManifest,
): Trace {
  return simulate(scenarioOf(scenario), manifest).trace;
}

describe('simulate', () => {
  it('a steady load at its target changes nothing', () => {
    const trace = run({ load: steps([0, 20]) }, manifestOf({ replicas: 4 }));
    expect(history(trace)).toBe('0:4');
    expect(trace.metrics[0]).toMatchObject({ name: 'cpu', unit: 'percent', targetKind: 'Utilization' });
    expect(new Set(trace.metrics[0]?.current)).toEqual(new Set([50]));
    expect(new Set(trace.metrics[0]?.target)).toEqual(new Set([50]));
    expect(trace.summary).toMatchObject({
      syncs: 240,
      podHours: 4,
      scaleUps: 0,
      scaleDowns: 0,
      reversals: 0,
    });
  });

  it('pods at their limit look as busy however many more are needed: 10-14-19-26-35-47-63', () => {
    const spec = { maxReplicas: 100, metrics: [cpuUtilization(75)] };
    const manifest = manifestOf({
      replicas: 10,
      cpuRequest: '100m',
      cpuLimit: '100m',
      readinessProbe: PROBE,
      spec,
    });
    const trace = run({ load: steps([0, 500]), durationSeconds: 1800 }, manifest);
    expect(history(trace).replace(/\d+:/g, '')).toBe('14 19 26 35 47 63');
    expect(trace.summary.requestsServed).toBeLessThan(trace.summary.requestsOffered);
  });

  it('scales down when the last higher recommendation has left the window', () => {
    const trace = run(
      { load: steps([0, 20], [600, 5]), durationSeconds: 1200 },
      manifestOf({ replicas: 4, readinessProbe: PROBE }),
    );
    // seen at 615, held by the recommendation of 600 until 900 has passed
    expect(history(trace)).toBe('0:4 915:2');
    const held = LIMITER_KINDS[trace.syncs.limiter[41] as number];
    expect(held).toBe('stabilizationDown');
  });

  it('[WL5] a cold start drops requests until the new pods are ready', () => {
    const scenario = { load: steps([0, 2], [300, 50]), durationSeconds: 900 };
    const manifest = manifestOf({ cpuLimit: '200m', readinessProbe: PROBE });
    const trace = run(scenario, manifest);
    const at = (seconds: number) => trace.cluster.atSeconds.findLastIndex((sample) => sample <= seconds);
    expect(trace.cluster.served[at(310)]).toBe(20);
    expect(trace.cluster.offered[at(310)]).toBe(50);
    expect(trace.cluster.served[at(600)]).toBe(50);
  });

  it('[TM5] older minors sync one period later for the first time', () => {
    const first = (kubernetes: Scenario['kubernetes']) =>
      run({ load: steps([0, 5]), kubernetes, durationSeconds: 60 }, manifestOf()).syncs.atSeconds;
    expect([...first('1.37')]).toEqual([0, 15, 30, 45]);
    expect([...first('1.36')]).toEqual([15, 30, 45]);
  });

  it('[DP5] says that a target which is not there cannot be read', () => {
    const manifest = manifestOf({
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' } },
    });
    const trace = run({ load: steps([0, 5]), durationSeconds: 30 }, manifest);
    expect(trace.events[0]).toMatchObject({
      sync: 0,
      reason: 'FailedGetScale',
      message: 'deployments.apps "api" not found',
    });
    expect(new Set(trace.metrics[0]?.current)).toEqual(new Set([Number.NaN]));
  });

  it('[TM7] refuses what passes a limit', () => {
    const scenario = scenarioOf({ durationSeconds: 40 * 86_400 });
    expect(() => simulate(scenario, manifestOf())).toThrow('The run lasts 3,456,000 s');
    expect(checkLimits(scenario, manifestOf())).toMatchObject({ limit: 'durationSeconds', asked: 3_456_000 });
    const crowd = manifestOf({ spec: { maxReplicas: 2_000_000 } });
    expect(checkLimits(scenarioOf(), crowd)).toMatchObject({ limit: 'podSyncs', asked: 480_000_000 });
    expect(
      checkLimits(scenarioOf({ durationSeconds: 30 * 86_400 }), manifestOf({ spec: { maxReplicas: 1000 } })),
    ).toBe(undefined);
  });
});

describe('a run in portions', () => {
  it('is the same run, and says how far it is', () => {
    const scenario = scenarioOf({ load: steps([0, 20], [600, 200], [1500, 40]) });
    const manifest = manifestOf({ replicas: 4 });
    const started = startSimulation(scenario, manifest);
    const passed: number[] = [];
    let simulation = started.goOn(7);
    for (; simulation === undefined; simulation = started.goOn(7)) passed.push(started.atSeconds);
    expect(simulation.trace).toEqual(simulate(scenario, manifest).trace);
    expect(passed).toHaveLength(34);
    expect(passed).toEqual([...passed].sort((a, b) => a - b));
    expect(passed.at(-1)).toBe(34 * 7 * 15 - 15);
    expect(started.atSeconds).toBe(scenario.durationSeconds);
  });
});

describe('Simulation.step', () => {
  const load = lines([0, 5], [1800, 60], [3600, 5]);
  const scenario = scenarioOf({ load, durationSeconds: 3600 });
  const manifest = manifestOf({ readinessProbe: PROBE });

  it('[TM6] shows each sync as the trace has it, in any order', () => {
    const { trace, step } = simulate(scenario, manifest);
    for (const index of [200, 3, 239, 127, 128, 0, 200]) {
      const { record, ...rest } = step(index);
      expect(rest).toMatchObject({ index, atSeconds: trace.syncs.atSeconds[index] });
      expect(record.desiredReplicas).toBe(trace.syncs.desiredReplicas[index]);
      expect(record.currentReplicas).toBe(trace.syncs.currentReplicas[index]);
      expect(record.limiter).toBe(LIMITER_KINDS[trace.syncs.limiter[index] as number]);
      expect(record.events).toEqual(
        trace.events
          .filter((event) => event.sync === index)
          .map(({ type, reason, message }) => ({ type, reason, message })),
      );
    }
  });

  it('[TM6] goes back further than it keeps', () => {
    const long = simulate(scenarioOf({ load, durationSeconds: 12 * 3600 }), manifest);
    const first = long.step(5);
    for (let sync = 0; sync < 2880; sync += 100) long.step(sync);
    expect(long.step(5)).toEqual(first);
    expect(long.step(5)).not.toBe(first);
  });

  it('has no sync beyond the last', () => {
    const { step } = simulate(scenario, manifest);
    expect(() => step(240)).toThrow('the run has no sync 240');
    expect(() => step(-1)).toThrow(RangeError);
  });
});

const seconds = (max: number) => fc.integer({ min: 0, max });
const curves = fc
  .record({
    interpolation: fc.constantFrom(...INTERPOLATIONS),
    points: fc.uniqueArray(
      fc.record({ atSeconds: seconds(1800), value: fc.double({ min: 0, max: 200, noNaN: true }) }),
      {
        minLength: 1,
        maxLength: 8,
        selector: (point) => point.atSeconds,
      },
    ),
  })
  .map(({ interpolation, points }) => ({
    id: 'requests',
    unit: 'requests/s',
    interpolation,
    points: points.sort((a, b) => a.atSeconds - b.atSeconds),
  }));
const scenarios = fc
  .record({
    load: curves,
    seed: fc.integer({ min: 0, max: 1e6 }),
    durationSeconds: fc.integer({ min: 1, max: 2400 }),
    kubernetes: fc.constantFrom<Scenario['kubernetes'][]>('1.27', '1.33', '1.37'),
    startupSeconds: seconds(60),
    terminationSeconds: seconds(60),
    resolutionSeconds: fc.integer({ min: 1, max: 60 }),
    initialReplicas: seconds(12),
    backlogSeconds: fc.constantFrom(0, 10),
    model: fc.constantFrom('requests' as const, 'queue' as const),
    skew: fc.constantFrom(0, 0.5),
    memoryLeakMiPerHour: fc.constantFrom(0, 500),
  })
  .map(
    ({
      startupSeconds,
      terminationSeconds,
      resolutionSeconds,
      initialReplicas,
      backlogSeconds,
      model,
      skew,
      memoryLeakMiPerHour,
      ...rest
    }) =>
      scenarioOf({
        ...rest,
        cluster: clusterSettings({
          pods: { startupSeconds, terminationSeconds },
          workload: {
            idleCpuMilli: 3,
            startupCpuMilli: 40,
            memoryMiPerRequestRate: 0.3,
            backlogSeconds,
            model,
            skew,
            memoryLeakMiPerHour,
            killsAtMemoryLimit: true,
          },
          resolutionSeconds,
          initialReplicas,
        }),
      }),
  );
const manifests = fc.record({
  cpuLimit: fc.constantFrom('100m', '200m', '1'),
  readinessProbe: fc.constantFrom(PROBE, { ...PROBE, initialDelaySeconds: 20, periodSeconds: 10 }),
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'ReplicaSet'),
  memoryLimit: fc.constantFrom('128Mi', '1Gi'),
});

describe('every run', () => {
  it('[WL5] [PD11] [TM1] loses nothing: requests, pods and time add up', () => {
    fc.assert(
      fc.property(scenarios, manifests, (scenario, choice) => {
        const { trace } = simulate(scenario, manifestOf(choice));
        const { summary, cluster, pods } = trace;
        const arrived = integrateLoad(requestLoad(scenario), 0, scenario.durationSeconds);
        expect(summary.requestsOffered).toBeCloseTo(arrived, 4);
        const { requestsServed, requestsDropped, requestsWaiting } = summary;
        expect(requestsServed + requestsDropped + requestsWaiting).toBeCloseTo(arrived, 4);
        expect(Math.min(requestsServed, requestsDropped, requestsWaiting)).toBeGreaterThan(-1e-6);
        const drains =
          scenario.cluster.workload.model === 'queue' || scenario.cluster.workload.backlogSeconds > 0;
        if (!drains)
          expect(cluster.served.every((served, i) => served <= (cluster.offered[i] as number) + 1e-9)).toBe(
            true,
          );
        expect(cluster.atSeconds.every((at, i) => i === 0 || at > (cluster.atSeconds[i - 1] as number))).toBe(
          true,
        );
        const left = pods.filter((pod) => Number.isNaN(pod.deletedSeconds)).length;
        expect(cluster.pods.at(-1)).toBe(left);
        for (const pod of pods) {
          const life = [pod.createdSeconds, pod.scheduledSeconds, pod.startedSeconds, pod.readySeconds];
          const happened = life.filter((at) => !Number.isNaN(at));
          expect(happened).toEqual([...happened].sort((a, b) => a - b));
          if (!Number.isNaN(pod.goneSeconds))
            expect(pod.goneSeconds).toBeGreaterThanOrEqual(pod.deletedSeconds);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('[TM6] [TM3] is the same again', () => {
    fc.assert(
      fc.property(scenarios, manifests, (scenario, choice) => {
        const manifest = manifestOf(choice);
        expect(simulate(scenario, manifest).trace).toEqual(simulate(scenario, manifest).trace);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps its columns together and its replicas within the bounds', () => {
    fc.assert(
      fc.property(scenarios, manifests, (scenario, choice) => {
        const { syncs, metrics, summary } = simulate(scenario, manifestOf(choice)).trace;
        for (const column of [...Object.values(syncs), ...metrics.map(({ current }) => current)]) {
          expect(column).toHaveLength(summary.syncs);
        }
        syncs.rescaled.forEach((rescaled, i) => {
          const desired = syncs.desiredReplicas[i] as number;
          if (rescaled === 1) expect(desired >= 1 && desired <= 10).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('can be handed to another thread', () => {
    const { trace } = simulate(scenarioOf({ durationSeconds: 300 }), manifestOf());
    expect(structuredClone(trace)).toEqual(trace);
  });
});
