/** What can happen to a cluster at an instant of the run. */

interface Placed {
  readonly id: string;
  /** since the start of the run, whole seconds */
  readonly atSeconds: number;
}

export type TimelineEvent = Placed &
  (
    | {
        readonly kind: 'applyManifest';
        /** the HPA, and the workload when it is written; a changed template starts a rollout */
        readonly manifest: string;
      }
    /** `kubectl rollout restart` */
    | { readonly kind: 'rollout' }
    | { readonly kind: 'killPods'; readonly count: number }
    | { readonly kind: 'unreadyPods'; readonly count: number; readonly seconds: number }
    /** the pods crash again and again until the seconds have passed */
    | { readonly kind: 'crashPods'; readonly count: number; readonly seconds: number }
    | { readonly kind: 'loseNode'; readonly count: number }
    | { readonly kind: 'metricsOutage'; readonly api: MetricsApiName; readonly seconds: number }
    /** metrics-server has no sample of so many pods */
    | { readonly kind: 'missingSamples'; readonly count: number; readonly seconds: number }
    /** `kubectl scale` */
    | { readonly kind: 'scale'; readonly replicas: number }
    /** a VPA: pods are evicted and created again with these requests of the first container */
    | { readonly kind: 'setRequests'; readonly cpu?: string; readonly memory?: string }
    /** a numeric setting takes another value from here on */
    | { readonly kind: 'changeSetting'; readonly setting: string; readonly value: number }
    /** kube-controller-manager starts again and has forgotten everything */
    | { readonly kind: 'restartController' }
  );

/** `triggers` is no API of the cluster: it is what KEDA's triggers ask. */
export const METRICS_API_NAMES = ['resource', 'custom', 'external', 'triggers'] as const;
export type MetricsApiName = (typeof METRICS_API_NAMES)[number];

export type TimelineEventKind = TimelineEvent['kind'];

/**
 * The settings that an event can change while the run goes on: amounts of the workload, times of pods, and a factor
 * on everything that arrives.
 */
export const CHANGEABLE_SETTINGS = [
  'load.factor',
  'cluster.workload.cpuMillisecondsPerRequest',
  'cluster.workload.capacityPerPod',
  'cluster.workload.serviceMilliseconds',
  'cluster.workload.backlogSeconds',
  'cluster.workload.skew',
  'cluster.workload.idleCpuMilli',
  'cluster.workload.startupCpuMilli',
  'cluster.workload.baseMemoryMi',
  'cluster.workload.memoryMiPerRequestRate',
  'cluster.workload.memoryMiPerInFlight',
  'cluster.workload.memoryLeakMiPerHour',
  'cluster.workload.sidecarCpuMilli',
  'cluster.workload.sidecarMemoryMi',
  'cluster.workload.sidecarCpuMillisecondsPerRequest',
  'cluster.pods.schedulingSeconds',
  'cluster.pods.imagePullSeconds',
  'cluster.pods.startupSeconds',
  'cluster.pods.warmUpSeconds',
  'cluster.pods.terminationSeconds',
] as const;
export type ChangeableSetting = (typeof CHANGEABLE_SETTINGS)[number];
