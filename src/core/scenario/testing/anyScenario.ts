/** Scenarios for property tests. */
import fc from 'fast-check';
import { SCENARIO_DEFAULTS } from '../defaults.ts';
import type { Scenario, SignalBinding, TimelineEvent } from '../types.ts';

const amount = fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => Math.abs(value));
const seconds = fc.nat({ max: 86_400 });
const curve = fc.record({
  id: fc.constantFrom('requests', 'queue', 'x y'),
  unit: fc.constantFrom('requests/s', 'messages', '😀'),
  interpolation: fc.constantFrom('linear', 'step', 'smooth'),
  points: fc
    .uniqueArray(seconds, { minLength: 1, maxLength: 20 })
    .chain((times) =>
      fc
        .array(amount, { minLength: times.length, maxLength: times.length })
        .map((values) =>
          times
            .toSorted((a, b) => a - b)
            .map((atSeconds, index) => ({ atSeconds, value: values[index] ?? 0 })),
        ),
    ),
});

const signal: fc.Arbitrary<SignalBinding> = fc.record({
  metric: fc.constantFrom('pods/*', 'external/queue_depth@queue=jobs', 'object/Ingress/main/requests'),
  source: fc.constantFrom('usage', 'offered', 'backlog', 'latency'),
  factor: amount,
});

const event: fc.Arbitrary<TimelineEvent> = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), atSeconds: seconds })
  .chain((placed) =>
    fc.constantFrom<TimelineEvent>(
      { ...placed, kind: 'applyManifest', manifest: 'kind: Deployment\n' },
      { ...placed, kind: 'killPods', count: 3 },
      { ...placed, kind: 'metricsOutage', api: 'resource', seconds: 180 },
      { ...placed, kind: 'setRequests', cpu: '300m' },
      { ...placed, kind: 'changeSetting', setting: 'load.factor', value: 2 },
      { ...placed, kind: 'restartController' },
    ),
  );

/**
 * Scenarios of every kind that pass the door.
 *
 * @param manifests texts that shall be among theirs
 */
export function anyScenario(...manifests: readonly string[]): fc.Arbitrary<Scenario> {
  return fc
    .record({
      manifest: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        ...manifests.map((manifest) => fc.constant(manifest)),
        fc.constantFrom('a\u0001b', '\ud800', '\ufeffkind: x', 'a\r\nb\u0085', '\u0000'),
      ),
      kubernetes: fc.constantFrom('1.27', '1.33', '1.37'),
      featureGates: fc.constantFrom(
        {},
        { HPAScaleToZero: true },
        { HPAScaleToZero: false, PodLevelResources: true },
      ),
      controller: fc.record({
        syncPeriodSeconds: fc.integer({ min: 1, max: 60 }),
        downscaleStabilizationSeconds: seconds,
        tolerance: amount.map((value) => value / 100),
        cpuInitializationPeriodSeconds: seconds,
        initialReadinessDelaySeconds: seconds,
      }),
      durationSeconds: fc.integer({ min: 1, max: 86_400 }),
      loads: fc.uniqueArray(curve, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
      initialReplicas: fc.option(fc.nat({ max: 100 }), { nil: undefined }),
      idleCpuMilli: amount,
      seed: fc.nat(),
      signals: fc.uniqueArray(signal, { maxLength: 3, selector: ({ metric }) => metric }),
      events: fc.uniqueArray(event, { maxLength: 5, selector: ({ id }) => id }),
      hpa: fc.constantFrom(undefined, 'shop/web', 'default/web#2'),
      nodes: fc.constantFrom(undefined, { count: 3, cpuMilli: 4000, memoryMi: 16_384, maxPods: 110 }),
    })
    .map(({ initialReplicas, idleCpuMilli, nodes, hpa, ...rest }) => ({
      ...SCENARIO_DEFAULTS,
      ...(rest as Omit<Scenario, 'version' | 'cluster' | 'hpa'>),
      ...(hpa === undefined ? {} : { hpa }),
      cluster: {
        ...SCENARIO_DEFAULTS.cluster,
        workload: { ...SCENARIO_DEFAULTS.cluster.workload, idleCpuMilli },
        ...(initialReplicas === undefined ? {} : { initialReplicas }),
        ...(nodes === undefined ? {} : { nodes }),
      },
    }));
}
