/** What KEDA did in a run: its own clock beside the HPA's, one entry a poll. Plain, cloneable data. */
import type { KedaCondition, KedaDecision, KedaEvent } from '../keda/operator/types.ts';
import type { KedaPlan } from '../keda/types.ts';

/** Order of the codes in `KedaColumns.decision`. */
export const KEDA_DECISIONS = [
  'nothing',
  'activated',
  'deactivated',
  'cooldown',
  'leftToHpa',
  'raisedToMinimum',
  'paused',
  'fallback',
  'error',
] as const satisfies readonly KedaDecision[];

/** One metric that KEDA serves, at every poll. */
export interface KedaMetricColumns {
  /** index of its trigger in the ScaledObject */
  readonly trigger: number;
  /** `kafka`, `cron` */
  readonly type: string;
  /** `s0-kafka-orders`, as the HPA asks for it */
  readonly name: string;
  /** what it was served as; NaN where it could not be had, or the ScaledObject does not have it */
  readonly value: Float64Array;
  /** 1: active by its own rule */
  readonly active: Uint8Array;
  /** 1: the value is the fallback's */
  readonly fallback: Uint8Array;
  /** failures in a row */
  readonly failures: Int32Array;
}

/** One entry a poll. Instants are seconds since the start of the run; NaN stands for "none". */
export interface KedaColumns {
  readonly atSeconds: Float64Array;
  /** index into `KEDA_DECISIONS` */
  readonly decision: Uint8Array;
  /** 1: the object counts as active */
  readonly active: Uint8Array;
  /** 1: some trigger could not be read */
  readonly error: Uint8Array;
  /** 1: some metric is the fallback's */
  readonly fallback: Uint8Array;
  /** `spec.replicas` of the workload before the poll, and after it */
  readonly replicasBefore: Int32Array;
  readonly replicasAfter: Int32Array;
  /** `status.lastActiveTime` after the poll */
  readonly lastActiveSeconds: Float64Array;
  /** of a decision `cooldown`: polls up to this instant do not scale down */
  readonly cooldownEndsSeconds: Float64Array;
  /** value of the formula; NaN without one */
  readonly composite: Float64Array;
  /** index into `KedaTrace.plans`: what the ScaledObject said then */
  readonly plan: Int32Array;
  /** in the order of the triggers; of an edited ScaledObject new ones come after those that were there */
  readonly metrics: readonly KedaMetricColumns[];
}

export interface KedaTraceEvent extends KedaEvent {
  readonly atSeconds: number;
  /** index of the poll that emitted it; -1: the ScaledObject was looked at after its creation or an edit */
  readonly poll: number;
}

/** A condition of the ScaledObject took another status, reason or message. */
export interface KedaConditionChange extends KedaCondition {
  readonly atSeconds: number;
}

export interface KedaTrace {
  /** what the ScaledObject came to: at the start, and after each edit */
  readonly plans: readonly KedaPlan[];
  readonly polls: KedaColumns;
  readonly events: readonly KedaTraceEvent[];
  readonly conditions: readonly KedaConditionChange[];
}
