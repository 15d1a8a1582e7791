/** A controller over a cluster that a test describes: what the tests of whole reconciles have in common. */
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  MetricSpec,
} from '../autoscaling/types.ts';
import { type FeatureGates, type Minor, resolveRelease } from '../releases/index.ts';
import { HorizontalController } from './horizontal.ts';
import type {
  ControllerFlags,
  Int64,
  MetricsClient,
  Ms,
  Pod,
  PodMetricsInfo,
  PodTemplate,
  Result,
  ScaleClient,
} from './interfaces.ts';

const TEMPLATE: PodTemplate = {
  labels: { app: 'web' },
  containers: [{ name: 'app', requests: { cpu: '100m', memory: '64Mi' } }],
};
const WINDOW_MS = 15_000;

/** When tests begin. */
export const START_MS = 946_688_400_000;

/** Of a target of 50 % of what `readyPod` requests, 100m. */
export const CPU: MetricSpec = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
};

/** An HPA `default/web` with one metric, without a status. */
export function hpaOf(
  maxReplicas: number,
  spec: Partial<HorizontalPodAutoscalerSpec>,
): HorizontalPodAutoscaler {
  return {
    metadata: { name: 'web', namespace: 'default', generation: 1 },
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'web', apiVersion: 'apps/v1' },
      minReplicas: 1,
      maxReplicas,
      metrics: [CPU],
      ...spec,
    },
    status: { currentReplicas: 0, desiredReplicas: 0 },
  };
}

/** A pod that was started an hour before and became ready soon after. */
export function readyPod(name: string, nowMs: Ms, fields: Partial<Pod> = {}): Pod {
  return {
    name,
    template: TEMPLATE,
    phase: 'Running',
    startTimeMs: nowMs - 3_600_000,
    ready: 'True',
    readyTransitionMs: nowMs - 3_500_000,
    deleted: false,
    ...fields,
  };
}

/** Samples of the pods that have one, taken now. @param usage milli-values in the pods' order; others: no sample */
export function samplesOf(
  pods: readonly Pod[],
  usage: readonly unknown[],
  nowMs: Ms,
): Result<PodMetricsInfo> {
  const names: string[] = [];
  const values: Int64[] = [];
  pods.forEach(({ name }, index) => {
    const milli = usage[index];
    if (typeof milli !== 'number' && typeof milli !== 'bigint') return;
    names.push(name);
    values.push(milli);
  });
  const timestampsMs = names.map(() => nowMs);
  const windowsMs = names.map(() => WINDOW_MS);
  return { ok: true, value: { names, values, timestampsMs, windowsMs } };
}

/** What a test answers for its cluster. */
export interface TestedCluster {
  readonly minor: Minor;
  readonly gates: FeatureGates | undefined;
  readonly downscaleStabilizationSeconds: number;
  now(): Ms;
  pods(): readonly Pod[];
  /** of every metric of pods */
  samples(): Result<PodMetricsInfo>;
  readonly object: MetricsClient['getObjectMetric'];
  readonly external: MetricsClient['getExternalMetric'];
  readonly scaleClient: ScaleClient;
}

export function controllerOver(cluster: TestedCluster): HorizontalController {
  const flags: ControllerFlags = {
    syncPeriodSeconds: 15,
    downscaleStabilizationSeconds: cluster.downscaleStabilizationSeconds,
    tolerance: 0.1,
    cpuInitializationPeriodSeconds: 300,
    initialReadinessDelaySeconds: 30,
  };
  return new HorizontalController({
    release: resolveRelease(cluster.minor, cluster.gates),
    flags,
    podLister: { list: () => cluster.pods() },
    metricsClient: {
      getResourceMetric: () => cluster.samples(),
      getRawMetric: () => cluster.samples(),
      getObjectMetric: cluster.object,
      getExternalMetric: cluster.external,
    },
    scaleClient: cluster.scaleClient,
    now: () => cluster.now(),
  });
}
