/** Manifests, settings and curves for tests, made from the few values that a test is about. */
import type { HorizontalPodAutoscalerSpec, MetricSpec } from '../autoscaling/types.ts';
import type { LoadCurve } from '../load/types.ts';
import type {
  DeploymentStrategy,
  ReadinessProbe,
  ReadManifest,
  StatefulSetOrder,
  WorkloadContainer,
  WorkloadManifest,
} from '../manifest/types.ts';
import { containerLimits, Revision } from './revision.ts';
import { ServingClass } from './servingClass.ts';
import { SimulatedPod } from './simulatedPod.ts';
import type {
  ClusterSettings,
  CustomMetricsSettings,
  NodeSettings,
  PodSettings,
  QuotaSettings,
  WorkloadSettings,
} from './types.ts';

const WORKLOAD: WorkloadSettings = {
  model: 'requests',
  cpuMillisecondsPerRequest: 10,
  capacityPerPod: 0,
  serviceMilliseconds: 50,
  backlogSeconds: 0,
  skew: 0,
  idleCpuMilli: 0,
  startupCpuMilli: 0,
  baseMemoryMi: 64,
  memoryMiPerRequestRate: 0,
  memoryMiPerInFlight: 0,
  memoryLeakMiPerHour: 0,
  killsAtMemoryLimit: false,
  sidecarCpuMilli: 1,
  sidecarMemoryMi: 8,
  sidecarCpuMillisecondsPerRequest: 0,
};

const PODS: PodSettings = {
  schedulingSeconds: 1,
  imagePullSeconds: 4,
  startupSeconds: 5,
  terminationSeconds: 30,
  warmUpSeconds: 0,
  restartSeconds: 10,
};

/** Custom metrics without a pipeline. */
const THIS_INSTANT: CustomMetricsSettings = {
  scrapeIntervalSeconds: 0,
  rateWindowSeconds: 0,
  cacheSeconds: 0,
};

export interface ClusterChoice {
  readonly workload?: Partial<WorkloadSettings>;
  readonly pods?: Partial<PodSettings>;
  readonly resolutionSeconds?: number;
  readonly customMetrics?: Partial<CustomMetricsSettings>;
  readonly nodes?: NodeSettings;
  readonly quota?: QuotaSettings;
  readonly initialReplicas?: number;
}

/** Settings without surprises (no backlog, no kill, no pipeline) but for what is chosen. */
export function clusterSettings(choice: ClusterChoice = {}): ClusterSettings {
  return {
    workload: { ...WORKLOAD, ...choice.workload },
    pods: { ...PODS, ...choice.pods },
    metricsServer: { resolutionSeconds: choice.resolutionSeconds ?? 15 },
    customMetrics: { ...THIS_INSTANT, ...choice.customMetrics },
    ...(choice.nodes === undefined ? {} : { nodes: choice.nodes }),
    ...(choice.quota === undefined ? {} : { quota: choice.quota }),
    ...(choice.initialReplicas === undefined ? {} : { initialReplicas: choice.initialReplicas }),
  };
}

/** `[0, 100]`, `[60, 200]` and so on: a value from each second on. */
export function steps(...points: readonly (readonly [number, number])[]): LoadCurve {
  return curve('step', points);
}

/** Straight lines through `[second, value]`. */
export function lines(...points: readonly (readonly [number, number])[]): LoadCurve {
  return curve('linear', points);
}

function curve(
  interpolation: LoadCurve['interpolation'],
  points: readonly (readonly [number, number])[],
): LoadCurve {
  return {
    id: 'requests',
    unit: 'requests/s',
    interpolation,
    points: points.map(([atSeconds, value]) => ({ atSeconds, value })),
  };
}

export const PROBE: ReadinessProbe = {
  initialDelaySeconds: 0,
  periodSeconds: 5,
  timeoutSeconds: 1,
  successThreshold: 1,
  failureThreshold: 3,
};

/** CPU utilization in percent of the request. */
export function cpuUtilization(averageUtilization: number): MetricSpec {
  return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } };
}

export interface ManifestChoice {
  readonly kind?: string;
  readonly replicas?: number;
  readonly cpuRequest?: string;
  readonly cpuLimit?: string;
  readonly memoryRequest?: string;
  readonly memoryLimit?: string;
  readonly readinessProbe?: ReadinessProbe;
  readonly startupProbe?: ReadinessProbe;
  readonly livenessProbe?: ReadinessProbe;
  readonly strategy?: DeploymentStrategy;
  readonly order?: StatefulSetOrder;
  readonly minReadySeconds?: number;
  readonly sidecars?: readonly string[];
  readonly terminationGracePeriodSeconds?: number;
  readonly spec?: Partial<HorizontalPodAutoscalerSpec>;
}

function appOf(choice: ManifestChoice): WorkloadContainer {
  const { cpuLimit, memoryLimit, readinessProbe, startupProbe, livenessProbe } = choice;
  return {
    name: 'app',
    requests: { cpu: choice.cpuRequest ?? '100m', memory: choice.memoryRequest ?? '128Mi' },
    limits: {
      ...(cpuLimit === undefined ? {} : { cpu: cpuLimit }),
      ...(memoryLimit === undefined ? {} : { memory: memoryLimit }),
    },
    ...(readinessProbe === undefined ? {} : { readinessProbe }),
    ...(startupProbe === undefined ? {} : { startupProbe }),
    ...(livenessProbe === undefined ? {} : { livenessProbe }),
  };
}

/** A Deployment `web` with one container `app`, and an HPA on its CPU. */
export function manifestOf(choice: ManifestChoice = {}): ReadManifest {
  const { kind = 'Deployment', replicas = 1, sidecars = [], strategy, order } = choice;
  const app = appOf(choice);
  return {
    hpa: {
      metadata: { name: 'web', namespace: 'default', generation: 1 },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'web' },
        maxReplicas: 10,
        metrics: [cpuUtilization(50)],
        ...choice.spec,
        minReplicas: choice.spec?.minReplicas ?? 1,
      },
      status: { currentReplicas: 0, desiredReplicas: 0 },
    },
    workload: {
      kind,
      apiVersion: 'apps/v1',
      name: 'web',
      namespace: 'default',
      written: true,
      replicas,
      selector: 'app=web',
      labels: { app: 'web' },
      containers: [app, ...sidecars.map((name) => ({ name, requests: { cpu: '10m' }, limits: {} }))],
      initContainers: [],
      terminationGracePeriodSeconds: choice.terminationGracePeriodSeconds ?? 30,
      ...(choice.minReadySeconds === undefined ? {} : { minReadySeconds: choice.minReadySeconds }),
      ...(strategy === undefined ? {} : { strategy }),
      ...(order === undefined ? {} : { order }),
    },
  };
}

/** The first template of a workload, with the default times of pods. */
export function revisionOf(workload: WorkloadManifest = manifestOf().workload): Revision {
  return new Revision(1, workload, 'template', PODS);
}

/** A pod that has just been created, of a class of its own. */
export function podOf(name: string, uid = 1, createdAt = 0): SimulatedPod {
  const bounds = { ...containerLimits(manifestOf().workload), weight: 1 };
  return new SimulatedPod(name, uid, revisionOf(), createdAt, new ServingClass(bounds, WORKLOAD));
}
