/**
 * What the controller sees of a cluster: the same narrow interfaces that upstream has. A recorded trace and the
 * simulated cluster both implement them, and the controller cannot tell which one it runs against.
 *
 * Instants are milliseconds since the Unix epoch (`Ms`), the virtual clock's, never the machine's.
 */
import type { Selector } from '../apimachinery/labels.ts';
import type { GoError, Int64, Result } from '../go/types.ts';

/** Milliseconds: an instant since the Unix epoch, or a span of time, as the name says. */
export type Ms = number;

export type { GoError, Int64, Result } from '../go/types.ts';

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown' | '';

export interface ContainerTemplate {
  readonly name: string;
  /** Init containers only: `Always` makes it a sidecar, whose requests count. */
  readonly restartPolicy?: string;
  /** resource name -> quantity text */
  readonly requests: Readonly<Record<string, string>>;
}

/**
 * What pods of one template share. Pods point to the same object, so sums of requests are computed once for each
 * template, resource and container.
 */
export interface PodTemplate {
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly ContainerTemplate[];
  readonly initContainers?: readonly ContainerTemplate[];
  /** Pod-level `spec.resources.requests`. */
  readonly podRequests?: Readonly<Record<string, string>>;
}

/** One pod, as much of it as the controller reads. The lister's objects may be mutable; the controller only reads. */
export interface Pod {
  readonly name: string;
  readonly template: PodTemplate;
  readonly phase: PodPhase;
  /** `status.startTime`; undefined: not set yet */
  readonly startTimeMs: Ms | undefined;
  /** status of the Ready condition; undefined: no such condition */
  readonly ready: 'True' | 'False' | 'Unknown' | undefined;
  /** `lastTransitionTime` of the Ready condition */
  readonly readyTransitionMs: Ms | undefined;
  readonly deleted: boolean;
}

/** Answers the pods that match, sorted by name in byte order. */
export interface PodLister {
  list(namespace: string, selector: Selector): readonly Pod[];
  /**
   * Counts changes of any pod. While it stands still, a list that is answered again holds the same pods, each as it was;
   * what was worked out from them is not worked out again. Absent: every answer is looked at anew.
   */
  readonly revision?: number;
}

/**
 * Values of one metric for several pods, in columns. Names are unique. A source that knows the lister's order should
 * keep it: the controller pairs samples with pods by walking both once, and only falls back to a map where they differ.
 */
export interface PodMetricsInfo {
  readonly names: readonly string[];
  /** milli-values */
  readonly values: readonly Int64[];
  readonly timestampsMs: readonly Ms[];
  readonly windowsMs: readonly Ms[];
  /** Counts changes of `names`, as the lister's `revision` does those of pods. Absent: they are looked at anew. */
  readonly namesRevision?: number;
  /** What each of these samples is, where all are the same: the columns say no more. Absent: they are looked at. */
  readonly alike?: { readonly value: Int64; readonly timestampMs: Ms; readonly windowMs: Ms };
}

/** @upstream pkg/controller/podautoscaler/metrics/interfaces.go MetricsClient */
export interface MetricsClient {
  /** `container` is empty for the sum over all containers of a pod. */
  getResourceMetric(
    resource: string,
    namespace: string,
    selector: Selector,
    container: string,
  ): Result<PodMetricsInfo>;
  getRawMetric(
    metricName: string,
    namespace: string,
    selector: Selector,
    metricSelector: Selector,
  ): Result<PodMetricsInfo>;
  /** milli-value */
  getObjectMetric(
    metricName: string,
    namespace: string,
    object: { readonly kind: string; readonly name: string; readonly apiVersion?: string },
    metricSelector: Selector,
  ): Result<Int64>;
  /** milli-values, one for each series */
  getExternalMetric(metricName: string, namespace: string, selector: Selector): Result<readonly Int64[]>;
}

/** The scale subresource. `selector` is the text of `status.selector`. */
export interface Scale {
  readonly specReplicas: number;
  readonly statusReplicas: number;
  readonly selector: string;
}

export interface ScaleClient {
  get(namespace: string, name: string, groupKind: string): Result<Scale>;
  /** `undefined` when it succeeded. */
  update(namespace: string, name: string, groupKind: string, replicas: number): GoError | undefined;
}

export type EventType = 'Normal' | 'Warning';

export interface HpaEvent {
  readonly type: EventType;
  readonly reason: string;
  readonly message: string;
}

export interface ControllerFlags {
  readonly syncPeriodSeconds: number;
  readonly downscaleStabilizationSeconds: number;
  readonly tolerance: number;
  readonly cpuInitializationPeriodSeconds: number;
  readonly initialReadinessDelaySeconds: number;
}
