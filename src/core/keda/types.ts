/**
 * KEDA's ScaledObject, field for field as the API server stores it, and the plan that it comes to: what the operator's
 * loop and its metrics adapter need to know, every default resolved, nothing left as text that has to be parsed again.
 *
 * @upstream github.com/kedacore/keda/v2 apis/keda/v1alpha1/scaledobject_types.go, scaletriggers_types.go
 */
import type {
  HorizontalPodAutoscalerBehavior,
  MetricSourceType,
  MetricTargetType,
  ObjectMeta,
} from '../autoscaling/types.ts';

export interface ScaleTarget {
  readonly name: string;
  /** absent or empty: `apps/v1` */
  readonly apiVersion?: string;
  /** absent or empty: `Deployment` */
  readonly kind?: string;
  readonly envSourceContainerName?: string;
}

export interface AuthenticationRef {
  readonly name: string;
  /** absent or empty: TriggerAuthentication */
  readonly kind?: string;
}

export interface ScaleTrigger {
  /** the scaler: `kafka`, `cron`, `cpu` */
  readonly type: string;
  /** what a formula calls it */
  readonly name?: string;
  readonly useCachedMetrics?: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  readonly authenticationRef?: AuthenticationRef;
  /** as written; what a scaler does not take is its error, not the schema's */
  readonly metricType?: string;
}

export type FallbackBehavior =
  | 'static'
  | 'currentReplicas'
  | 'currentReplicasIfHigher'
  | 'currentReplicasIfLower'
  | 'scalingModifiers';

export interface Fallback {
  /** int32, failures in a row; the metric is replaced from the next one on */
  readonly failureThreshold: number;
  /** int32 */
  readonly replicas: number;
  /** the schema's default: static */
  readonly behavior: FallbackBehavior;
}

export interface ScalingModifiers {
  readonly formula?: string;
  readonly target?: string;
  readonly activationTarget?: string;
  readonly metricType?: 'AverageValue' | 'Value';
}

export interface HorizontalPodAutoscalerConfig {
  readonly behavior?: HorizontalPodAutoscalerBehavior;
  readonly name?: string;
}

export interface AdvancedConfig {
  readonly horizontalPodAutoscalerConfig?: HorizontalPodAutoscalerConfig;
  readonly restoreToOriginalReplicaCount?: boolean;
  readonly scalingModifiers?: ScalingModifiers;
}

export interface ScaledObjectSpec {
  readonly scaleTargetRef: ScaleTarget;
  /** int32, seconds */
  readonly pollingInterval?: number;
  /** int32, seconds */
  readonly initialCooldownPeriod?: number;
  /** int32, seconds */
  readonly cooldownPeriod?: number;
  /** int32 */
  readonly idleReplicaCount?: number;
  /** int32 */
  readonly minReplicaCount?: number;
  /** int32 */
  readonly maxReplicaCount?: number;
  readonly advanced?: AdvancedConfig;
  readonly triggers: readonly ScaleTrigger[];
  readonly fallback?: Fallback;
}

export interface ScaledObject {
  readonly metadata: ObjectMeta;
  readonly spec: ScaledObjectSpec;
}

/** One metric of the HPA that a trigger asks for. */
export interface TriggerMetric {
  /** `s0-kafka-orders`; of Resource and ContainerResource metrics the resource: `cpu` */
  readonly name: string;
  readonly source: MetricSourceType;
  readonly targetType: MetricTargetType;
  /**
   * Thousandths of what the target counts, percent for Utilization. A double: beyond 2^53 thousandths it is rounded,
   * while the HPA has the exact text.
   */
  readonly targetMilli: number;
}

/** Replicas by the clock: the metric is `desiredReplicas` between start and end, and nothing outside. */
export interface CronPlan {
  /** an IANA name, as written */
  readonly timezone: string;
  /** five fields: minute, hour, day of month, month, day of week */
  readonly start: string;
  readonly end: string;
  readonly desiredReplicas: number;
}

/** How the lag of a topic's partitions becomes one number. */
export interface KafkaPlan {
  /** undefined: every topic of the consumer group */
  readonly topic?: string;
  readonly consumerGroup: string;
  readonly lagThreshold: number;
  readonly activationLagThreshold: number;
  /** true: more consumers than partitions may be asked for */
  readonly allowIdleConsumers: boolean;
  /** true: only partitions with lag count for the cap */
  readonly limitToPartitionsWithLag: boolean;
  readonly excludePersistentLag: boolean;
  readonly scaleToZeroOnInvalidOffset: boolean;
  /** true: the number of consumers is rounded up to a divisor of the partitions */
  readonly ensureEvenDistributionOfPartitions: boolean;
  /** partitions that count; undefined: all */
  readonly partitionLimitation?: readonly number[];
}

/**
 * - `external`: a number that KEDA's metrics adapter serves to the HPA
 * - `cron`: one of them that the clock decides alone
 * - `resource`: cpu or memory; the HPA asks the metrics server itself, and KEDA never calls it active
 */
export type TriggerKind = 'external' | 'cron' | 'resource';

export interface TriggerPlan {
  /** place in the ScaledObject, from 0; the metric names begin with it */
  readonly index: number;
  readonly type: string;
  readonly name?: string;
  readonly kind: TriggerKind;
  /** usually one; solace asks for several */
  readonly metrics: readonly TriggerMetric[];
  /** active while the value is greater; 0 for cron and resource triggers */
  readonly activation: number;
  /** true: the HPA is served the value of the last poll */
  readonly useCachedMetrics: boolean;
  /** as written; what else a scaler reads */
  readonly metadata: Readonly<Record<string, string>>;
  readonly cron?: CronPlan;
  readonly kafka?: KafkaPlan;
}

export interface ModifiersPlan {
  /** as written, without the cast to float that KEDA puts around it */
  readonly formula: string;
  /** > 0 */
  readonly target: number;
  /** active while the formula's value is greater */
  readonly activationTarget: number;
  readonly metric: TriggerMetric;
}

/** What annotations ask the operator to leave alone or to do all the same. */
export interface KedaPauses {
  /** the loop does nothing, and there is no HPA */
  readonly paused: boolean;
  /** set to this count and then paused */
  readonly pausedReplicas?: number;
  readonly scaleIn: boolean;
  readonly scaleOut: boolean;
  readonly forceActivation: boolean;
}

/** A ScaledObject as the operator acts on it. */
export interface KedaPlan {
  readonly name: string;
  readonly namespace: string;
  readonly hpaName: string;
  readonly target: { readonly apiVersion: string; readonly kind: string; readonly name: string };
  /** seconds */
  readonly pollingInterval: number;
  /** seconds */
  readonly cooldownPeriod: number;
  /** seconds */
  readonly initialCooldownPeriod: number;
  /** the operator's own minimum, 0 when absent; the HPA's is `hpaMinReplicas` */
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly idleReplicas?: number;
  readonly hpaMinReplicas: number;
  readonly fallback?: Fallback;
  readonly modifiers?: ModifiersPlan;
  readonly pauses: KedaPauses;
  readonly triggers: readonly TriggerPlan[];
  /** RFC 3339; absent: the run's start */
  readonly creationTimestamp?: string;
  readonly restoreToOriginalReplicaCount: boolean;
  /**
   * Whether the triggers are polled for scaling at all: with a minimum above 0, no idle count and no cached metrics
   * the HPA drives everything and KEDA reuses what the HPA asked for.
   */
  readonly pollingMatters: boolean;
}
