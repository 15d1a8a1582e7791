/** What the operator sees, decides and says. Instants are milliseconds since the epoch, of the virtual clock. */
import type { GoError, Int64, Result } from '../../go/types.ts';
import type { TriggerMetric, TriggerPlan } from '../types.ts';

/** What a poll came to. */
export type KedaDecision =
  /** nothing to do: not active, and where it should be */
  | 'nothing'
  /** scaled up from 0 or from the idle count */
  | 'activated'
  /** scaled down to 0 or to the idle count */
  | 'deactivated'
  /** not active, and the cooldown is not over */
  | 'cooldown'
  /** active and running: the HPA does the rest */
  | 'leftToHpa'
  /** not active and below the minimum: set to it */
  | 'raisedToMinimum'
  /** an annotation forbids what would be done */
  | 'paused'
  /** triggers fail, and the fallback is waited for */
  | 'fallback'
  /** triggers fail, so nothing is done */
  | 'error';

/** What a trigger's source shows at an instant, before any rule of its scaler. */
export interface TriggerReading {
  readonly value: number;
  /** messages that wait, where something else is measured; absent: unknown */
  readonly waiting?: number;
  /** messages that have been consumed ever; absent: unknown */
  readonly consumed?: number;
  /** of the topic; absent: more than matter */
  readonly partitions?: number;
}

/** The condition ScalingActive of the HPA, as far as the operator reads it. */
export interface ScalingActive {
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** The operator's eyes and hands. */
export interface OperatorEnvironment {
  now(): number;
  read(trigger: TriggerPlan, metric: TriggerMetric): Result<TriggerReading>;
  /** `spec.replicas` of the scale target */
  currentReplicas(): Result<number>;
  /** pods of the target that are Running and Ready */
  readyPods(): number;
  /** writes `spec.replicas` */
  scale(replicas: number): GoError | undefined;
  /** undefined: there is no HPA, or its status does not have the condition */
  scalingActive(): ScalingActive | undefined;
}

export interface KedaEvent {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
}

export type KedaConditionType = 'Ready' | 'Active' | 'Fallback' | 'Paused' | 'HPAActive';

export interface KedaCondition {
  readonly type: KedaConditionType;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
}

/** One external metric as it was observed. */
export interface Observation {
  /** thousandths; undefined: it could not be had */
  readonly milli?: Int64;
  /** by its scaler's own rule */
  readonly isActive: boolean;
  /** the value is the fallback's */
  readonly isFallback: boolean;
  readonly error?: string;
}

/** One metric at a poll. */
export interface PolledMetric {
  readonly trigger: number;
  readonly name: string;
  readonly observation: Observation;
  /** failures in a row, this one included */
  readonly failures: number;
}

/** Everything about one poll. */
export interface KedaPoll {
  readonly atMs: number;
  readonly decision: KedaDecision;
  readonly replicasBefore: number;
  readonly replicasAfter: number;
  /** the object counts as active, an annotation that forces it included */
  readonly isActive: boolean;
  readonly isForced: boolean;
  readonly isError: boolean;
  readonly isFallback: boolean;
  /** cut to whole seconds, as the API stores it; undefined: never */
  readonly lastActiveMs: number | undefined;
  /** the poll at or before this instant does not scale down; undefined: no cooldown is waited for */
  readonly cooldownEndsMs: number | undefined;
  readonly metrics: readonly PolledMetric[];
  /** value of the formula, thousandths; undefined without one, or when it cannot be worked out */
  readonly composite: Int64 | undefined;
  readonly events: readonly KedaEvent[];
}
