/** What the cluster counts as unchanged is unchanged: a controller that looks at everything anew decides the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clusterSettings, cpuUtilization, lines, manifestOf, PROBE } from '../cluster/testing.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { MetricsClient, PodMetricsInfo, Result } from '../podautoscaler/interfaces.ts';
import type { Scenario } from '../scenario/types.ts';
import { type Observed, Run } from './run.ts';
import { scenarioOf } from './testing.ts';

function withoutRevision(answer: Result<PodMetricsInfo>): Result<PodMetricsInfo> {
  if (!answer.ok) return answer;
  const { names, values, timestampsMs, windowsMs } = answer.value;
  return { ok: true, value: { names, values, timestampsMs, windowsMs } };
}

/** The same cluster, which does not tell what has not changed. */
function untold({ podLister, metricsClient, scaleClient }: Observed): Observed {
  const asked: MetricsClient = {
    getResourceMetric: (...question) => withoutRevision(metricsClient.getResourceMetric(...question)),
    getRawMetric: (...question) => withoutRevision(metricsClient.getRawMetric(...question)),
    getObjectMetric: (...question) => metricsClient.getObjectMetric(...question),
    getExternalMetric: (...question) => metricsClient.getExternalMetric(...question),
  };
  const list = podLister.list.bind(podLister);
  return { podLister: { list }, metricsClient: asked, scaleClient };
}

/** Every decision of a run with all its stages, as text: whole runs are compared. */
function decisionsOf(scenario: Scenario, manifest: ReadManifest, isTold: boolean): readonly string[] {
  const run = new Run(scenario, manifest, isTold ? {} : { observe: untold });
  const decisions: string[] = [];
  for (let sync = run.next(true); sync !== undefined; sync = run.next(true)) {
    const { record, status, scaleUpdate } = sync.outcome;
    decisions.push(JSON.stringify({ record, status, scaleUpdate }));
  }
  return decisions;
}

const METRICS = [
  cpuUtilization(60),
  {
    type: 'Pods',
    pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '8' } },
  },
] as const;

it('a controller that is told what has not changed decides like one that is not', () => {
  const seconds = (max: number) => fc.integer({ min: 0, max });
  const choices = fc.record({
    seed: fc.integer({ min: 0, max: 1e6 }),
    peak: fc.integer({ min: 5, max: 150 }),
    startupSeconds: seconds(120),
    terminationSeconds: seconds(60),
    resolutionSeconds: fc.constantFrom(10, 15, 60),
    cpuInitializationPeriodSeconds: fc.constantFrom(0, 40, 300),
    kind: fc.constantFrom('Deployment', 'StatefulSet', 'ReplicaSet'),
    memoryLeakMiPerHour: fc.constantFrom(0, 600),
  });
  fc.assert(
    fc.property(choices, (choice) => {
      const { startupSeconds, terminationSeconds, resolutionSeconds, memoryLeakMiPerHour } = choice;
      const { cpuInitializationPeriodSeconds, seed, peak, kind } = choice;
      const plain = scenarioOf({ seed, load: lines([0, 3], [600, peak], [1200, 3]), durationSeconds: 1800 });
      const scenario: Scenario = {
        ...plain,
        controller: {
          ...plain.controller,
          cpuInitializationPeriodSeconds,
          downscaleStabilizationSeconds: 60,
        },
        cluster: clusterSettings({
          pods: { startupSeconds, terminationSeconds },
          workload: { memoryLeakMiPerHour, killsAtMemoryLimit: true },
          resolutionSeconds,
        }),
      };
      const spec = { maxReplicas: 12, metrics: METRICS };
      const manifest = manifestOf({ kind, readinessProbe: PROBE, memoryLimit: '256Mi', spec });
      expect(decisionsOf(scenario, manifest, true)).toEqual(decisionsOf(scenario, manifest, false));
    }),
    { numRuns: 25 },
  );
});
