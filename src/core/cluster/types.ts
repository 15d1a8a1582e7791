/** Settings of the simulated cluster. What each one does is a numbered rule of `SPEC.md`. */

export interface WorkloadSettings {
  /** milli-core-seconds of CPU that one request costs: 10 means that 100 requests/s keep one core busy */
  readonly cpuMillisecondsPerRequest: number;
  /** CPU of a running pod without any request, milli-cores */
  readonly idleCpuMilli: number;
  /** CPU on top from the container's start until the application is up, milli-cores */
  readonly startupCpuMilli: number;
  /** memory of a running pod, MiB */
  readonly baseMemoryMi: number;
  /** memory for each request/s that the pod serves, MiB */
  readonly memoryMiPerRequestRate: number;
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
}

export interface MetricsServerSettings {
  /** seconds between two scrapes */
  readonly resolutionSeconds: number;
}

export interface ClusterSettings {
  /** replicas at the start; undefined: the Deployment's `replicas`, or else `minReplicas` */
  readonly initialReplicas?: number;
  readonly workload: WorkloadSettings;
  readonly pods: PodSettings;
  readonly metricsServer: MetricsServerSettings;
}
