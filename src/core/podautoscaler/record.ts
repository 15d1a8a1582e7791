/**
 * The stages of one reconcile, recorded by the controller while it decides.
 *
 * Everything that explains a decision reads this record and computes no rule of its own. It is plain, cloneable data.
 * Replica counts are int32; milli-values are `Int64`; ratios are doubles as the controller compared them.
 */
import type { MetricSourceType, ScalingPolicySelect } from '../autoscaling/types.ts';
import type { HpaEvent, Int64, Ms } from './interfaces.ts';

export type Direction = 'up' | 'down';

/** Why a pod was not counted as ready; the order is the one in which the controller asks. */
export type PodGroupReason =
  | 'deleted' // being deleted: ignored
  | 'failed' // phase Failed: ignored
  | 'pending' // phase Pending: unready
  | 'noMetrics' // no sample: missing
  | 'noReadyCondition' // cpu only: no Ready condition or no start time: unready
  | 'notReadyInInitialization' // cpu only, within the CPU initialization period: Ready is False
  | 'sampleBeforeReady' // cpu only, same period: the sample's window began before it became ready
  | 'neverReady'; // cpu only, after that period: not ready and never was

/** Pods of one metric by group. Names are listed for the groups that are not counted; ready pods are only counted. */
export interface PodGroupsRecord {
  /** pods that the selector matched */
  readonly total: number;
  readonly ready: number;
  readonly unready: readonly GroupedPod[];
  readonly missing: readonly GroupedPod[];
  readonly ignored: readonly GroupedPod[];
}

export interface GroupedPod {
  readonly name: string;
  readonly reason: PodGroupReason;
}

/** What was put in place of the values of pods that have none, before the second ratio. */
export interface SubstitutionRecord {
  /** milli-value given to each missing pod; for Utilization the percentage of its own request instead */
  readonly missing:
    | { readonly pods: number; readonly milli: Int64 }
    | { readonly pods: number; readonly percentOfRequest: number }
    | undefined;
  /** unready pods counted with 0 on the way up */
  readonly unreadyAsZero: number;
  /** ratio with the substitutes counted */
  readonly usageRatio: number;
  /** pods with a value, substitutes included: what the second proposal multiplies */
  readonly pods: number;
  readonly toleranceVerdict: 'within' | 'outside';
  /** set when the substitutes turned the direction, and the count was held for that reason */
  readonly heldBecause?: 'ratioReversed' | 'countReversed';
}

/** How the proposal of one metric came about, or the error that stopped it. */
export interface MetricProposalRecord {
  /** index into `spec.metrics` */
  readonly index: number;
  readonly type: MetricSourceType | string;
  /** the metric's name as it appears in events: `cpu resource utilization (percentage of request)` */
  readonly label: string;
  /** short name: `cpu`, `http_requests_per_second` */
  readonly name: string;
  readonly targetKind: 'Utilization' | 'AverageValue' | 'Value';
  /** percent for Utilization, milli-value otherwise */
  readonly target: Int64;
  /** percent for Utilization, milli-value otherwise; for AverageValue the average over counted pods */
  readonly current?: Int64;
  /** Resource and ContainerResource with Utilization: the average usage behind the percentage, milli */
  readonly averageUsageMilli?: Int64;
  /** Resource and ContainerResource with Utilization: sums over counted pods, milli */
  readonly usageSumMilli?: Int64;
  readonly requestSumMilli?: Int64;
  readonly usageRatio?: number;
  readonly toleranceUp: number;
  readonly toleranceDown: number;
  readonly toleranceVerdict?: 'within' | 'outside';
  readonly pods?: PodGroupsRecord;
  readonly substitution?: SubstitutionRecord;
  /** what the ratio was multiplied with: ready pods, pods with values, or status replicas */
  readonly multiplier?: number;
  /** External and Object with AverageValue: the whole value that the target divides, milli */
  readonly total?: Int64;
  /**
   * What the first ratio alone asks for, int32: rounded up from ratio x ready pods (or from the whole value / target),
   * before tolerance and substitutes. Set for every metric that was read, also where tolerance or substitutes went
   * on to decide, so that a view can show what they changed.
   */
  readonly rawProposal?: number;
  readonly proposal?: number;
  readonly error?: { readonly reason: string; readonly message: string };
}

export interface RecommendationRecord {
  readonly atMs: Ms;
  readonly replicas: number;
  /** the count found at first sight of the HPA, remembered like a recommendation although no metric asked for it */
  readonly initial?: true;
}

/** One direction's stabilization window and the recommendations inside it. */
export interface WindowRecord {
  readonly windowSeconds: number;
  /** recommendations in the window, oldest first, without the one of this sync */
  readonly recommendations: readonly RecommendationRecord[];
  /** lowest (up) or highest (down) of the window and this sync's own */
  readonly limit: number;
  /** index into `recommendations` of the youngest that holds `limit`; undefined: this sync's own does */
  readonly holder?: number;
  /** first instant at which the holder no longer counts; undefined without a holder */
  readonly holderLeavesAtMs?: Ms;
}

export interface StabilizationRecord {
  readonly path: 'withoutBehavior' | 'withBehavior';
  readonly before: number;
  readonly after: number;
  readonly up?: WindowRecord;
  readonly down?: WindowRecord;
}

/** What one scaling policy allowed at this sync. */
export interface PolicyBudgetRecord {
  readonly type: 'Pods' | 'Percent';
  readonly value: number;
  readonly periodSeconds: number;
  /** replicas at the start of the period, computed back from the events in it */
  readonly periodStartReplicas: number;
  readonly addedInPeriod: number;
  readonly removedInPeriod: number;
  /** highest (up) or lowest (down) count that this policy allows */
  readonly limit: number;
  /** when the oldest event that counts against this policy leaves its period; undefined: none does */
  readonly freesUpAtMs?: Ms;
}

/** The rate limit and the bound that were applied to the stabilized count. */
export interface LimitRecord {
  readonly before: number;
  readonly after: number;
  readonly direction: Direction | undefined;
  /** rate limit without `behavior` (up only): max(2 x current, 4) */
  readonly scaleUpLimit?: number;
  readonly policies?: readonly PolicyBudgetRecord[];
  readonly selectPolicy?: ScalingPolicySelect;
  /** index into `policies` of the one whose limit was selected */
  readonly selected?: number;
  /** the selected rate limit, not below (up) or above (down) the current count */
  readonly rateLimit?: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** reason of the ScalingLimited condition */
  readonly reason:
    | 'DesiredWithinRange'
    | 'ScaleUpLimit'
    | 'ScaleDownLimit'
    | 'TooManyReplicas'
    | 'TooFewReplicas';
}

/**
 * What decided this sync, in one word: the ribbon's colour.
 * - `metric`: the metrics' proposal was applied as it was
 * - `tolerance`: every metric that could change the count lay within its tolerance
 * - `none`: the proposal equals the current count without the tolerance's help
 * - `stabilizationUp`/`stabilizationDown`: a window held the count or moved it
 * - `policy`: a policy of `behavior` cut the step; `disabled`: selectPolicy Disabled
 * - `rateLimit`: the scale-up limit without `behavior`
 * - `min`/`max`: a bound cut the step, or brought a count from outside back
 * - `missingMetrics`: missing or unready pods held the count, or changed it
 * - `partialMetrics`: a failing metric blocked a scale-down
 * - `scalingDisabled`: the target is at zero by hand
 * - `error`: no metric could be read, or the scale could not be read or written
 */
export type LimiterKind =
  | 'none'
  | 'metric'
  | 'tolerance'
  | 'stabilizationUp'
  | 'stabilizationDown'
  | 'policy'
  | 'disabled'
  | 'rateLimit'
  | 'min'
  | 'max'
  | 'missingMetrics'
  | 'partialMetrics'
  | 'scalingDisabled'
  | 'error';

/** One reconcile, from what was read to what was written. */
export interface DecisionRecord {
  readonly atMs: Ms;
  readonly currentReplicas: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** why the metrics were not read at all */
  readonly skippedMetrics?: 'aboveMax' | 'belowMin' | 'scalingDisabled' | 'scaleError' | 'selectorError';
  readonly metrics: readonly MetricProposalRecord[];
  /** index into `metrics` of the one whose proposal won */
  readonly winner?: number;
  /** the metrics' largest proposal, before stabilization */
  readonly proposal?: number;
  /** a failing metric kept the controller from scaling down */
  readonly scaleDownBlockedByError?: boolean;
  readonly stabilization?: StabilizationRecord;
  readonly limit?: LimitRecord;
  readonly desiredReplicas: number;
  readonly rescaled: boolean;
  readonly rescaleReason: string;
  readonly limiter: LimiterKind;
  readonly events: readonly HpaEvent[];
  /** text of the error that the reconcile returned */
  readonly error?: string;
}
