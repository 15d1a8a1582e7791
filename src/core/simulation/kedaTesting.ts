/** Runs of a ScaledObject for tests, made from the few values that a test is about. */
import { clusterSettings, manifestOf, steps } from '../cluster/testing.ts';
import type { WorkloadSettings } from '../cluster/types.ts';
import { planOf } from '../keda/operator/testing.ts';
import type { KedaPlan, ScaledObject } from '../keda/types.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario } from '../scenario/types.ts';
import type { KedaTrace } from '../trace/kedaTypes.ts';
import type { Trace } from '../trace/types.ts';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing.ts';

const PLAN = planOf({ name: 'web', target: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } });

const SCALED_OBJECT: ScaledObject = {
  metadata: { name: 'web', namespace: 'default' },
  spec: { scaleTargetRef: { name: 'web' }, triggers: [] },
};

/** Consumers of a topic, and the HPA that KEDA makes of a trigger on its lag. */
function manifest(plan: Partial<KedaPlan> = {}, replicas = 0): ReadManifest {
  const all = { ...PLAN, ...plan };
  const metrics = all.triggers.flatMap((trigger) =>
    trigger.metrics.map(({ name, targetMilli }) => ({
      type: 'External' as const,
      external: {
        metric: { name, selector: { matchLabels: { 'scaledobject.keda.sh/name': 'web' } } },
        target: { type: 'AverageValue' as const, averageValue: String(targetMilli / 1000) },
      },
    })),
  );
  const spec = { minReplicas: all.hpaMinReplicas, maxReplicas: all.maxReplicas, metrics };
  const written = manifestOf({ replicas, spec });
  return { ...written, keda: { scaledObject: SCALED_OBJECT, plan: all } };
}

export interface KedaChoice {
  readonly plan?: Partial<KedaPlan>;
  readonly replicas?: number;
  readonly load?: LoadCurve;
  readonly durationSeconds?: number;
  readonly events?: Scenario['events'];
  readonly signals?: Scenario['signals'];
  readonly workload?: Partial<WorkloadSettings>;
}

export interface KedaRun {
  readonly trace: Trace;
  readonly keda: KedaTrace;
}

/** Half an hour of a queue whose consumers take 10 messages/s each. */
export function runKeda(choice: KedaChoice): KedaRun {
  const {
    plan,
    replicas = 0,
    load = steps([0, 0]),
    durationSeconds = 1800,
    events = [],
    signals = [],
  } = choice;
  const cluster = clusterSettings({ workload: { model: 'queue', capacityPerPod: 10, ...choice.workload } });
  const scenario = scenarioOf({ load, durationSeconds, events, signals, cluster });
  const { trace } = simulate(scenario, manifest(plan, replicas));
  if (trace.keda === undefined) throw new Error('the run has no KEDA');
  return { trace, keda: trace.keda };
}
