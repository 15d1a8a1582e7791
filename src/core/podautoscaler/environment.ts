/** What the controller is given, and what it gives back. */
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerStatus } from '../autoscaling/types.ts';
import type { Release } from '../releases/index.ts';
import type {
  ControllerFlags,
  GoError,
  HpaEvent,
  MetricsClient,
  Ms,
  PodLister,
  ScaleClient,
} from './interfaces.ts';
import type { DecisionRecord, LimiterKind } from './record.ts';
import type { RestMapper } from './restMapping.ts';

/** Everything around the controller: the clock, the cluster's answers, what an administrator set. */
export interface ControllerEnvironment {
  readonly release: Release;
  readonly flags: ControllerFlags;
  readonly podLister: PodLister;
  readonly metricsClient: MetricsClient;
  readonly scaleClient: ScaleClient;
  /** The instant it is. Read again after every retry, which is the only thing that takes time. */
  now(): Ms;
  /** Called before the scale is written again after a conflict; the clock may move on. */
  sleepBeforeRetry?(): void;
  /** Writes the status; the error if the API server refuses. Absent: always succeeds. */
  updateStatus?(hpa: HorizontalPodAutoscaler): GoError | undefined;
  /** Which kinds the cluster knows. Absent: the built-in ones. */
  readonly restMapper?: RestMapper;
}

/** Of one metric, what charts draw. Percent for Utilization, milli-units otherwise; NaN when it failed. */
export interface MetricSummary {
  current: number;
  usageRatio: number;
  failed: boolean;
}

/** Always filled, whether stages are recorded or not. The object is used again: copy what is to be kept. */
export interface SyncSummary {
  currentReplicas: number;
  /** the metrics' largest proposal, before stabilization; -1 when there is none */
  proposal: number;
  /** after stabilization, before limits; -1 when the metrics were not asked */
  stabilized: number;
  desiredReplicas: number;
  rescaled: boolean;
  limiter: LimiterKind;
  /** one entry for each of `spec.metrics` that this reconcile looked at */
  readonly metrics: MetricSummary[];
}

export interface ReconcileOutcome {
  /** as stored after this reconcile: to be handed in with the HPA at the next one */
  readonly status: HorizontalPodAutoscalerStatus;
  /** status updates that were sent; a failed one counts */
  readonly statusWrites: number;
  /** replicas that were successfully written to the scale */
  readonly scaleUpdate: number | null;
  /** scale updates that were sent, failed ones included */
  readonly scaleUpdateCalls: number;
  readonly events: readonly HpaEvent[];
  /** texts handed to the error log, the one that the reconcile returned last */
  readonly errors: readonly string[];
  readonly summary: SyncSummary;
  /** only when it was asked for */
  readonly record: DecisionRecord | undefined;
}

export interface ReconcileOptions {
  /** Record every stage of the decision. */
  readonly record?: boolean;
}
