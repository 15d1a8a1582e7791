/**
 * From the metrics' proposal to the count that is written: stabilization, then rates and bounds.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.normalizeDesiredReplicas
 */
import type { HorizontalPodAutoscalerBehavior } from '../autoscaling/types.ts';
import { int32FromFloat } from '../go/int32.ts';
import type { Conditions } from './conditions.ts';
import type { DecisionRecorder } from './decisionRecorder.ts';
import type { Ms } from './interfaces.ts';
import type { LimitRecord } from './record.ts';
import {
  calculateScaleDownLimitWithBehaviors,
  calculateScaleUpLimitWithScalingRules,
  type ScaleEvent,
} from './scaleEvents.ts';
import {
  type Recommendation,
  stabilizeRecommendation,
  stabilizeRecommendationWithBehaviors,
} from './stabilization.ts';

export type LimitReason = LimitRecord['reason'];

/** What the controller remembers of one HPA between syncs. */
export interface HpaMemory {
  readonly recommendations: Recommendation[];
  readonly scaleUpEvents: ScaleEvent[];
  readonly scaleDownEvents: ScaleEvent[];
}

/** @upstream pkg/controller/podautoscaler/horizontal.go NormalizationArg */
export interface NormalizationArg {
  readonly memory: HpaMemory;
  readonly behavior: HorizontalPodAutoscalerBehavior | undefined;
  /** `--horizontal-pod-autoscaler-downscale-stabilization` */
  readonly downscaleStabilizationSeconds: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly currentReplicas: number;
  readonly desiredReplicas: number;
  readonly nowMs: Ms;
  readonly conditions: Conditions;
  readonly recorder: DecisionRecorder | undefined;
}

/** Results of a normalization; one object, used again. */
export interface Normalized {
  stabilized: number;
  desired: number;
  reason: LimitReason;
}

export const LIMIT_MESSAGES: Readonly<Record<LimitReason, string>> = {
  DesiredWithinRange: 'the desired count is within the acceptable range',
  ScaleUpLimit: 'the desired replica count is increasing faster than the maximum scale rate',
  ScaleDownLimit: 'the desired replica count is decreasing faster than the maximum scale rate',
  TooManyReplicas: 'the desired replica count is more than the maximum replica count',
  TooFewReplicas: 'the desired replica count is less than the minimum replica count',
};

const UP_STABILIZED =
  'recent recommendations were lower than current one, applying the lowest recent recommendation';
const DOWN_STABILIZED =
  'recent recommendations were higher than current one, applying the highest recent recommendation';

const SCALE_UP_LIMIT_FACTOR = 2;
const SCALE_UP_LIMIT_MINIMUM = 4;

/**
 * The path of an HPA without `behavior`.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.normalizeDesiredReplicas
 */
export function normalizeDesiredReplicas(arg: NormalizationArg, result: Normalized): void {
  const { memory, currentReplicas, desiredReplicas, recorder, nowMs } = arg;
  const { recommendations } = memory;
  const windowSeconds = arg.downscaleStabilizationSeconds;
  result.stabilized = stabilizeRecommendation(
    recommendations,
    windowSeconds,
    desiredReplicas,
    nowMs,
    recorder,
  );
  recorder?.stabilizedWithoutBehavior(windowSeconds, desiredReplicas, result.stabilized);
  if (result.stabilized !== desiredReplicas) {
    arg.conditions.set('AbleToScale', 'True', 'ScaleDownStabilized', DOWN_STABILIZED, nowMs);
  } else setReadyForNewScale(arg);
  convertDesiredReplicasWithRules(currentReplicas, arg.minReplicas, arg.maxReplicas, result);
  recorder?.limitedWithoutBehavior(arg, result, calculateScaleUpLimit(currentReplicas));
  setScalingLimited(arg, result);
}

/**
 * The path of an HPA with `behavior`.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.normalizeDesiredReplicasWithBehaviors
 */
export function normalizeDesiredReplicasWithBehaviors(arg: NormalizationArg, result: Normalized): void {
  const { memory, behavior, currentReplicas, desiredReplicas, recorder, nowMs } = arg;
  const { recommendations } = memory;
  const upSeconds = behavior?.scaleUp?.stabilizationWindowSeconds ?? 0;
  // the flag stands in for a scale-down window that is not set
  const downSeconds = behavior?.scaleDown?.stabilizationWindowSeconds ?? arg.downscaleStabilizationSeconds;
  result.stabilized = stabilizeRecommendationWithBehaviors(
    recommendations,
    upSeconds,
    downSeconds,
    currentReplicas,
    desiredReplicas,
    nowMs,
    recorder,
  );
  recorder?.stabilizedWithBehavior(upSeconds, downSeconds, desiredReplicas, result.stabilized);
  if (result.stabilized === desiredReplicas) setReadyForNewScale(arg);
  else if (desiredReplicas >= currentReplicas) {
    arg.conditions.set('AbleToScale', 'True', 'ScaleUpStabilized', UP_STABILIZED, nowMs);
  } else arg.conditions.set('AbleToScale', 'True', 'ScaleDownStabilized', DOWN_STABILIZED, nowMs);
  convertDesiredReplicasWithBehaviorRate(arg, result);
  recorder?.limitedWithBehavior(arg, result);
  setScalingLimited(arg, result);
}

function setReadyForNewScale({ conditions, nowMs }: NormalizationArg): void {
  conditions.set('AbleToScale', 'True', 'ReadyForNewScale', 'recommended size matches current size', nowMs);
}

function setScalingLimited(
  { conditions, nowMs }: NormalizationArg,
  { stabilized, desired, reason }: Normalized,
): void {
  const status = desired === stabilized ? 'False' : 'True';
  conditions.set('ScalingLimited', status, reason, LIMIT_MESSAGES[reason], nowMs);
}

/**
 * Bounds, and twice the current count (at least 4) as the most that one sync may ask for.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go convertDesiredReplicasWithRules
 */
export function convertDesiredReplicasWithRules(
  currentReplicas: number,
  minReplicas: number,
  maxReplicas: number,
  result: Normalized,
): void {
  const scaleUpLimit = calculateScaleUpLimit(currentReplicas);
  const limited = maxReplicas > scaleUpLimit;
  const maximumAllowed = limited ? scaleUpLimit : maxReplicas;
  if (result.stabilized < minReplicas) {
    result.desired = minReplicas;
    result.reason = 'TooFewReplicas';
  } else if (result.stabilized > maximumAllowed) {
    result.desired = maximumAllowed;
    result.reason = limited ? 'ScaleUpLimit' : 'TooManyReplicas';
  } else {
    result.desired = result.stabilized;
    result.reason = 'DesiredWithinRange';
  }
}

/**
 * Beyond half of int32 the doubled count does not fit and becomes the smallest int32.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go calculateScaleUpLimit
 */
export function calculateScaleUpLimit(currentReplicas: number): number {
  return int32FromFloat(Math.max(SCALE_UP_LIMIT_FACTOR * currentReplicas, SCALE_UP_LIMIT_MINIMUM));
}

/** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.convertDesiredReplicasWithBehaviorRate */
function convertDesiredReplicasWithBehaviorRate(arg: NormalizationArg, result: Normalized): void {
  const { memory, behavior, currentReplicas, minReplicas, maxReplicas, nowMs } = arg;
  const { scaleUpEvents, scaleDownEvents } = memory;
  result.desired = result.stabilized;
  result.reason = 'DesiredWithinRange';
  if (result.stabilized > currentReplicas) {
    const rules = behavior?.scaleUp;
    const limit = Math.max(
      calculateScaleUpLimitWithScalingRules(currentReplicas, scaleUpEvents, scaleDownEvents, rules, nowMs),
      currentReplicas,
    );
    const maximumAllowed = Math.min(maxReplicas, limit);
    if (result.stabilized <= maximumAllowed) return;
    result.desired = maximumAllowed;
    result.reason = maxReplicas > limit ? 'ScaleUpLimit' : 'TooManyReplicas';
  } else if (result.stabilized < currentReplicas) {
    const rules = behavior?.scaleDown;
    const limit = Math.min(
      calculateScaleDownLimitWithBehaviors(currentReplicas, scaleUpEvents, scaleDownEvents, rules, nowMs),
      currentReplicas,
    );
    const minimumAllowed = Math.max(minReplicas, limit);
    if (result.stabilized >= minimumAllowed) return;
    result.desired = minimumAllowed;
    result.reason = minReplicas < limit ? 'ScaleDownLimit' : 'TooFewReplicas';
  }
}
