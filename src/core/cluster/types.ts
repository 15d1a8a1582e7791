/** Settings of the simulated cluster. What each one does is a numbered rule of `SPEC.md`. */

export interface WorkloadSettings {
  /** `requests`: what comes in is shared by the ready pods; `queue`: it waits in one queue that they drain */
  readonly model: 'requests' | 'queue';
  /** milli-core-seconds of CPU that one request costs: 10 means that 100 requests/s keep one core busy */
  readonly cpuMillisecondsPerRequest: number;
  /** requests/s, or messages/s, that one pod can serve beside what its CPU limit allows; 0: no such bound */
  readonly capacityPerPod: number;
  /** milliseconds that a request takes on an idle pod; latency and requests in flight follow from it */
  readonly serviceMilliseconds: number;
  /** seconds that a request waits before it is dropped; 0: dropped at once */
  readonly backlogSeconds: number;
  /** 0: ready pods share the load evenly; up to 1: the more unevenly the larger */
  readonly skew: number;
  /** CPU of a running pod without any request, milli-cores */
  readonly idleCpuMilli: number;
  /** CPU on top from the container's start until the application is up and warm, milli-cores */
  readonly startupCpuMilli: number;
  /** memory of a running pod, MiB */
  readonly baseMemoryMi: number;
  /** memory for each request/s that the pod serves, MiB */
  readonly memoryMiPerRequestRate: number;
  /** memory for each request that the pod is busy with, MiB */
  readonly memoryMiPerInFlight: number;
  /** memory that a running container loses for good, MiB an hour */
  readonly memoryLeakMiPerHour: number;
  /** the first container is killed and started again when it reaches its memory limit */
  readonly killsAtMemoryLimit: boolean;
  /** CPU of every further container, milli-cores */
  readonly sidecarCpuMilli: number;
  /** memory of every further container, MiB */
  readonly sidecarMemoryMi: number;
  /** milli-core-seconds of CPU that one request costs in every further container */
  readonly sidecarCpuMillisecondsPerRequest: number;
}

export interface PodSettings {
  /** seconds from creation to being bound to a node */
  readonly schedulingSeconds: number;
  /** seconds from being bound to the image being there */
  readonly imagePullSeconds: number;
  /** seconds from the container's start until the application can answer its readiness probe */
  readonly startupSeconds: number;
  /** seconds that a deleted pod goes on running; it gets no new requests */
  readonly terminationSeconds: number;
  /** seconds for which an application that is up still costs what starting costs: caches, compilers */
  readonly warmUpSeconds: number;
  /** seconds before a crashed container is started again; doubles with each crash, up to 300 */
  readonly restartSeconds: number;
}

export interface MetricsServerSettings {
  /** seconds between two scrapes */
  readonly resolutionSeconds: number;
}

export interface NodeAutoscalerSettings {
  /** how many nodes there can be at most */
  readonly maxNodes: number;
  /** seconds from the first pod without room until a new node is ready */
  readonly delaySeconds: number;
  /** seconds that an added node stays empty before it is removed */
  readonly scaleDownSeconds: number;
}

export interface NodeSettings {
  readonly count: number;
  /** allocatable CPU of one node, milli-cores */
  readonly cpuMilli: number;
  /** allocatable memory of one node, MiB */
  readonly memoryMi: number;
  /** pods that fit on one node */
  readonly maxPods: number;
  readonly autoscaler?: NodeAutoscalerSettings;
}

/** A ResourceQuota in the workload's namespace; what is left out is not bounded. */
export interface QuotaSettings {
  /** sum of the CPU requests, milli-cores */
  readonly cpuMilli?: number;
  /** sum of the memory requests, MiB */
  readonly memoryMi?: number;
  readonly pods?: number;
}

/** The way of Pods, Object and External metrics to the controller. All 0: their values of this instant. */
export interface CustomMetricsSettings {
  /** seconds between two scrapes of Prometheus */
  readonly scrapeIntervalSeconds: number;
  /** the range of `rate()` over counters, seconds */
  readonly rateWindowSeconds: number;
  /** how long the adapter hands out an answer again, seconds */
  readonly cacheSeconds: number;
}

export interface ClusterSettings {
  /** replicas at the start; undefined: the Deployment's `replicas`, or else `minReplicas` */
  readonly initialReplicas?: number;
  readonly workload: WorkloadSettings;
  readonly pods: PodSettings;
  readonly metricsServer: MetricsServerSettings;
  readonly customMetrics: CustomMetricsSettings;
  /** absent: there is room without end */
  readonly nodes?: NodeSettings;
  readonly quota?: QuotaSettings;
}

/** What a metric can be bound to. */
export type SignalSource =
  | 'usage'
  | 'servedPerPod'
  | 'offered'
  | 'served'
  | 'backlog'
  | 'latency'
  | 'inFlight'
  | 'curve';

/** How a curve drawn by hand reaches the pods. */
export type CurveDistribution = 'absolute' | 'perPod' | 'total';

/** What a metric of the manifest shows of the cluster. */
export interface SignalBinding {
  /** key of a metric (`signals.ts`): `pods/http_requests`, `external/queue_depth`; `pods/*` is every metric of a type */
  readonly metric: string;
  readonly source: SignalSource;
  /** id of a load curve, for the source `curve` */
  readonly curve?: string;
  /** of a curve: one value as it stands; each pod has it; shared by the ready pods */
  readonly distribution?: CurveDistribution;
  /** multiplies the value; 1000 gives milliseconds of a latency */
  readonly factor: number;
  /** of a topic that a KEDA trigger reads; absent: more than matter */
  readonly partitions?: number;
}
