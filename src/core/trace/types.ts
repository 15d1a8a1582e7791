/**
 * The Trace: a whole run as plain, cloneable data. Typed-array columns for what charts draw, and for each sync the
 * recorded stages of the decision. Nothing edits a Trace.
 */
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerCondition,
  HorizontalPodAutoscalerStatus,
} from '../autoscaling/types.ts';
import type { ContainerSize } from '../cluster/revision.ts';
import type { ReplicaChange } from '../cluster/scaleLog.ts';
import type { PodEnd, PodTurn } from '../cluster/simulatedPod.ts';
import type { HpaEvent, Ms } from '../podautoscaler/interfaces.ts';
import type { DecisionRecord, LimiterKind } from '../podautoscaler/record.ts';
import type { KedaTrace } from './kedaTypes.ts';

/** Order of the codes in `SyncColumns.limiter`. */
export const LIMITER_KINDS = [
  'none',
  'metric',
  'tolerance',
  'stabilizationUp',
  'stabilizationDown',
  'policy',
  'disabled',
  'rateLimit',
  'min',
  'max',
  'missingMetrics',
  'partialMetrics',
  'scalingDisabled',
  'error',
] as const satisfies readonly LimiterKind[];

/** One entry a sync. Replica counts are int32; -1 stands for "unknown at this sync". */
export interface SyncColumns {
  /** seconds since the start of the run */
  readonly atSeconds: Float64Array;
  readonly currentReplicas: Int32Array;
  readonly desiredReplicas: Int32Array;
  /** the metrics' largest proposal, before stabilization */
  readonly proposal: Int32Array;
  readonly stabilized: Int32Array;
  readonly minReplicas: Int32Array;
  readonly maxReplicas: Int32Array;
  /** index into `LIMITER_KINDS` */
  readonly limiter: Uint8Array;
  /** 1: the scale was written at this sync */
  readonly rescaled: Uint8Array;
}

/** One metric of the manifest over the run; one entry a sync, NaN where it could not be read. */
export interface MetricColumns {
  readonly index: number;
  /** `cpu`, `http_requests_per_second` */
  readonly name: string;
  readonly targetKind: 'Utilization' | 'AverageValue' | 'Value';
  /** percent for Utilization; cores, bytes or the metric's own unit otherwise */
  readonly unit: 'percent' | 'cores' | 'bytes' | 'value';
  readonly current: Float64Array;
  readonly target: Float64Array;
  readonly toleranceUp: Float64Array;
  readonly toleranceDown: Float64Array;
}

/** Order of the codes in `ConditionColumns.status`; `absent`: the status does not have the condition. */
export const CONDITION_STATUSES = ['absent', 'True', 'False', 'Unknown'] as const;
export type ConditionStanding = (typeof CONDITION_STATUSES)[number];

/** One condition of the HPA's status over the run; one entry a sync, as the status says it after that sync. */
export interface ConditionColumns {
  readonly type: HorizontalPodAutoscalerCondition['type'];
  /** index into `CONDITION_STATUSES` */
  readonly status: Uint8Array;
  /** index into `reasons`; means nothing where the condition is absent */
  readonly reason: Uint8Array;
  /** in the order in which they came */
  readonly reasons: readonly string[];
}

/** The cluster over the run, one entry a sample; samples are at every sync and every change of a pod. */
export interface ClusterColumns {
  readonly atSeconds: Float64Array;
  /** requests/s that arrive */
  readonly offered: Float64Array;
  /** requests/s that are served */
  readonly served: Float64Array;
  readonly readyPods: Int32Array;
  /** pods that exist and are not being deleted */
  readonly pods: Int32Array;
  /** of those: bound to a node, and not ready */
  readonly startingPods: Int32Array;
  /** of those: not bound to a node */
  readonly pendingPods: Int32Array;
  /** of those: made from an older template than the workload has now */
  readonly oldRevisionPods: Int32Array;
  /** requests that wait */
  readonly waiting: Float64Array;
  /** requests/s that are dropped */
  readonly droppedRate: Float64Array;
  /** mean time that a request is in the system, waiting and being served; NaN while none is answered */
  readonly latencySeconds: Float64Array;
  /** 0 where room has no end */
  readonly nodes: Int32Array;
  /** sum over the first containers of all running pods, cores */
  readonly cpuUsageCores: Float64Array;
  /** sum over the first containers of all running pods */
  readonly memoryUsageBytes: Float64Array;
}

export type { ContainerSize } from '../cluster/revision.ts';
export type { ReplicaChange, ScaledBy } from '../cluster/scaleLog.ts';
export type { ContainerEnd, PodEnd, PodTurn } from '../cluster/simulatedPod.ts';

/** A pod's life in seconds since the start; NaN for what did not happen within the run. */
export interface PodLife {
  readonly name: string;
  readonly createdSeconds: number;
  readonly scheduledSeconds: number;
  readonly startedSeconds: number;
  /** the last time that it became ready */
  readonly readySeconds: number;
  readonly deletedSeconds: number;
  readonly goneSeconds: number;
  /** counts the workload's templates, from 1 */
  readonly revision: number;
  /** name of the node that it was bound to; absent where room has no end */
  readonly node?: string;
  readonly containerRestarts: number;
  readonly endedBy: PodEnd;
  readonly size: ContainerSize;
  /** from the first time that it was ready on; absent where nothing came after that, and its container never ended */
  readonly turns?: readonly PodTurn[];
}

export interface TraceEvent extends HpaEvent {
  /** index of the sync that emitted it */
  readonly sync: number;
  readonly atSeconds: number;
}

/** A workload at zero replicas that something came in for. Seconds since the start of the run. */
export interface ColdStart {
  /** when it came in, or when the last pod left what waited */
  readonly fromSeconds: number;
  /** when the first pod served; NaN: not within the run */
  readonly servedSeconds: number;
  /** from the first that came in to the first answer, what serving takes included; NaN: none within the run */
  readonly firstResponseSeconds: number;
}

export interface TraceSummary {
  readonly syncs: number;
  readonly scaleUps: number;
  readonly scaleDowns: number;
  /** changes of direction between two successive rescales */
  readonly reversals: number;
  readonly podHours: number;
  readonly maxReplicas: number;
  readonly requestsOffered: number;
  readonly requestsServed: number;
  readonly requestsDropped: number;
  /** that still wait at the end */
  readonly requestsWaiting: number;
  /** of the samples' latencies, weighted by the requests served */
  readonly p95LatencySeconds: number;
  /** 0 where room has no end */
  readonly nodeHours: number;
  /** seconds during which some metric lay above its target and its tolerance */
  readonly secondsAboveTarget: number;
}

export interface Trace {
  /** instant of the run's start, milliseconds since the epoch */
  readonly startMs: Ms;
  readonly durationSeconds: number;
  readonly syncPeriodSeconds: number;
  readonly hpa: HorizontalPodAutoscaler;
  readonly syncs: SyncColumns;
  readonly metrics: readonly MetricColumns[];
  /** in the order in which they first came */
  readonly conditions: readonly ConditionColumns[];
  readonly cluster: ClusterColumns;
  readonly pods: readonly PodLife[];
  readonly events: readonly TraceEvent[];
  /** every change of the workload's `spec.replicas`, and who made it */
  readonly scalings: readonly ReplicaChange[];
  readonly coldStarts: readonly ColdStart[];
  /** what KEDA did, where a ScaledObject made the HPA */
  readonly keda?: KedaTrace;
  readonly summary: TraceSummary;
}

/** Everything about one sync; built on demand by replaying to it. */
export interface SyncStep {
  readonly index: number;
  readonly atSeconds: number;
  readonly record: DecisionRecord;
  /** the HPA's status after this sync */
  readonly status: HorizontalPodAutoscalerStatus;
}
