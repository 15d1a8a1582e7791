/** Questions to the controller's scaling policies and windows. @rule AD4 */
import type { HPAScalingPolicy, HPAScalingRules } from '../autoscaling/types.ts';
import type { Ms } from '../podautoscaler/interfaces.ts';
import { calculateScaleUpLimit } from '../podautoscaler/normalization.ts';
import {
  calculateScaleDownLimitWithBehaviors,
  calculateScaleUpLimitWithScalingRules,
  type ScaleEvent,
  storeScaleEvent,
} from '../podautoscaler/scaleEvents.ts';
import { stabilizeRecommendationWithBehaviors } from '../podautoscaler/stabilization.ts';
import type { Review } from './review.ts';

export const DIRECTIONS = ['scaleUp', 'scaleDown'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Counts beyond which a range is not gone through one by one. */
const MANY = 5000;
const DAY: Ms = 86_400_000;

/** The rules of a direction as stored, and as written where they are. */
export interface DirectionRules {
  readonly direction: Direction;
  readonly rules: HPAScalingRules;
  readonly written: HPAScalingRules;
}

/** The directions that the text has rules for. */
export function writtenDirections({ spec, written }: Review): readonly DirectionRules[] {
  return DIRECTIONS.flatMap((direction) => {
    const rules = spec.behavior?.[direction];
    const asWritten = written.behavior?.[direction];
    return rules === undefined || asWritten === undefined ? [] : [{ direction, rules, written: asWritten }];
  });
}

/** The furthest count that rules allow from a count with no change before, within the bounds of the HPA. */
export function furthest(
  { spec }: Review,
  direction: Direction,
  rules: HPAScalingRules,
  replicas: number,
): number {
  return direction === 'scaleUp'
    ? Math.min(calculateScaleUpLimitWithScalingRules(replicas, [], [], rules, 0), spec.maxReplicas)
    : Math.max(calculateScaleDownLimitWithBehaviors(replicas, [], [], rules, 0), spec.minReplicas);
}

/** The furthest count that one policy allows. */
export function furthestOf(
  review: Review,
  direction: Direction,
  policy: HPAScalingPolicy,
  replicas: number,
): number {
  return furthest(review, direction, { selectPolicy: 'Max', policies: [policy] }, replicas);
}

/** Where a scale-up would end without any `behavior`. */
export function furthestWithoutBehavior({ spec }: Review, replicas: number): number {
  return Math.min(calculateScaleUpLimit(replicas), spec.maxReplicas);
}

/** The counts from which a direction can still go somewhere; empty where there are too many to ask about each. */
export function startingCounts({ spec }: Review, direction: Direction): readonly number[] {
  const { minReplicas, maxReplicas } = spec;
  const lowest = direction === 'scaleUp' ? Math.max(1, minReplicas) : minReplicas + 1;
  const highest = direction === 'scaleUp' ? maxReplicas - 1 : maxReplicas;
  if (highest < lowest || highest - lowest > MANY) return [];
  return Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
}

/** Enough counts from the smallest on to see a difference that shows where there are few pods. */
const FEW = 100;

/** The smallest of the counts from which a scale-up can still go somewhere. */
export function smallCounts({ spec }: Review): readonly number[] {
  const lowest = Math.max(1, spec.minReplicas);
  const length = Math.max(0, Math.min(FEW, spec.maxReplicas - lowest));
  return Array.from({ length }, (_, index) => lowest + index);
}

export interface Climb {
  /** from the first step to the last, seconds; undefined: the end is not reached within a day */
  readonly seconds: number | undefined;
  /** the counts, the first one included */
  readonly counts: readonly number[];
}

/** The fastest way from `minReplicas` up to `maxReplicas` that the scale-up policies allow, sync by sync. */
export function climb({ spec, flags }: Review, rules: HPAScalingRules): Climb {
  const events: ScaleEvent[] = [];
  const counts = [Math.max(1, spec.minReplicas)];
  const step = flags.syncPeriodSeconds * 1000;
  for (let at = 0; at <= DAY; at += step) {
    const replicas = counts.at(-1) as number;
    if (replicas >= spec.maxReplicas) return { seconds: (at - step) / 1000, counts };
    const limit = calculateScaleUpLimitWithScalingRules(replicas, events, [], rules, at);
    const next = Math.min(limit, spec.maxReplicas);
    if (next <= replicas) continue;
    storeScaleEvent(events, rules, next - replicas, at);
    counts.push(next);
  }
  return { seconds: undefined, counts };
}

/** Whether a window can hold anything back: whether a recommendation of the sync before is still inside. */
export function windowReachesBack({ flags }: Review, direction: Direction, windowSeconds: number): boolean {
  const [current, wanted] = direction === 'scaleUp' ? [5, 9] : [9, 5];
  const now = 10 * DAY;
  const before = { replicas: current, timestampMs: now - flags.syncPeriodSeconds * 1000, initial: false };
  const [up, down] = direction === 'scaleUp' ? [windowSeconds, 0] : [0, windowSeconds];
  return stabilizeRecommendationWithBehaviors([before], up, down, current, wanted, now) !== wanted;
}
