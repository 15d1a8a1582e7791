/** Rules about scaling policies. */
import type { HPAScalingPolicy, HPAScalingRules } from '../../autoscaling/types.ts';
import {
  climb,
  type Direction,
  type DirectionRules,
  furthest,
  furthestOf,
  furthestWithoutBehavior,
  smallCounts,
  startingCounts,
  writtenDirections,
} from '../askPolicies.ts';
import { LINKS } from '../links.ts';
import type { Review } from '../review.ts';
import { type AdviceRule, type Finding, inHpa } from '../rule.ts';
import { podsText, policyText, spanText } from '../wording.ts';

/** A scale-up from one end to the other that takes longer than this is slow; seconds. */
const SLOW_SCALE_UP = 30 * 60;
/** A climb pod by pod that takes longer than this is worth a word; seconds. */
const LONG_CLIMB = 5 * 60;
/** Periods beyond the default one: who writes them expects a cap. */
const DEFAULT_PERIOD = 15;

/** @rule AD30 */
const behaviorChangesScaleUp: AdviceRule = {
  rule: 'behavior-changes-scale-up',
  reason:
    'With any behavior block the API server fills in scale-up policies of its own (the larger of 4 pods and 100 % in 15 s), and the controller leaves its older limit, twice the count and at least 4. Write scaleUp policies to say which one you mean.',
  link: LINKS.defaults,
  find(review) {
    const { behavior } = review.written;
    const rules = review.spec.behavior?.scaleUp;
    if (behavior === undefined || rules === undefined || rules.selectPolicy === 'Disabled') return [];
    if ((behavior.scaleUp?.policies ?? []).length > 0) return [];
    const from = smallCounts(review).find(
      (replicas) =>
        furthest(review, 'scaleUp', rules, replicas) !== furthestWithoutBehavior(review, replicas),
    );
    if (from === undefined) return [];
    const limits = `from ${podsText(from)} up to ${furthest(review, 'scaleUp', rules, from)} at once, ${furthestWithoutBehavior(review, from)} without it`;
    const message = `This behavior block changes how fast the HPA scales up, though it has no scale-up policies: ${limits}.`;
    return [{ at: inHpa(review, ['spec', 'behavior'], 'key'), message }];
  },
};

function isDefaultScaleUp(direction: Direction, policies: readonly HPAScalingPolicy[]): boolean {
  return (
    direction === 'scaleUp' &&
    policies.every(({ periodSeconds }) => periodSeconds === DEFAULT_PERIOD) &&
    policies.some(({ type, value }) => type === 'Pods' && value === 4) &&
    policies.some(({ type, value }) => type === 'Percent' && value === 100)
  );
}

/** Whether `other` alone decides wherever both stand, in the same period, so that their starts are the same too. */
function isOutdone(
  review: Review,
  { direction, rules }: DirectionRules,
  policy: HPAScalingPolicy,
  other: HPAScalingPolicy,
): boolean {
  if (policy.periodSeconds !== other.periodSeconds) return false;
  const both = { ...rules, policies: [policy, other] };
  const alone = { ...rules, policies: [other] };
  return startingCounts(review, direction).every(
    (replicas) =>
      furthest(review, direction, both, replicas) === furthest(review, direction, alone, replicas),
  );
}

/** The policy that takes every decision from the one at `index`; of equals the first one decides. */
function outdoing(review: Review, at: DirectionRules, index: number): HPAScalingPolicy | undefined {
  const policies = at.rules.policies ?? [];
  const policy = policies[index];
  if (policy === undefined) return undefined;
  return policies.find((other, otherIndex) => {
    if (otherIndex === index || !isOutdone(review, at, policy, other)) return false;
    return otherIndex < index || !isOutdone(review, at, other, policy);
  });
}

function policiesThatNeverDecide(review: Review, at: DirectionRules): readonly Finding[] {
  const { direction, rules, written } = at;
  const policies = written.policies ?? [];
  if (policies.length < 2 || isDefaultScaleUp(direction, policies)) return [];
  if (startingCounts(review, direction).length === 0) return [];
  return policies.flatMap((policy, index): Finding[] => {
    const other = outdoing(review, at, index);
    if (other === undefined) return [];
    const { minReplicas, maxReplicas } = review.spec;
    const message = `${policyText(policy)} never decides: with selectPolicy ${rules.selectPolicy} it is always ${policyText(other)} between ${minReplicas} and ${podsText(maxReplicas)}.`;
    return [{ at: inHpa(review, ['spec', 'behavior', direction, 'policies', index, 'value']), message }];
  });
}

/** Whether policies of pods allow any change between the bounds at once, though they look like a cap. */
function isNoCap(review: Review, { direction, rules, written }: DirectionRules): boolean {
  const policies = written.policies ?? [];
  if (policies.length === 0 || policies.some(({ type }) => type === 'Percent')) return false;
  if (direction === 'scaleUp' && policies.every(({ periodSeconds }) => periodSeconds <= DEFAULT_PERIOD))
    return false;
  const end = direction === 'scaleUp' ? review.spec.maxReplicas : review.spec.minReplicas;
  const counts = startingCounts(review, direction);
  return (
    counts.length > 0 && counts.every((replicas) => furthest(review, direction, rules, replicas) === end)
  );
}

/** @rule AD31 */
const policyNeverBinds: AdviceRule = {
  rule: 'policy-never-binds',
  reason:
    'A policy is a cap on change within its period, not a step. One that another always outdoes, or that allows everything between minReplicas and maxReplicas, has no effect. Remove it, or give it the value that was meant.',
  link: LINKS.policies,
  find(review) {
    return writtenDirections(review).flatMap((at): readonly Finding[] => {
      const { direction, rules, written } = at;
      const policies = written.policies ?? [];
      const path = ['spec', 'behavior', direction, 'policies'];
      const { minReplicas, maxReplicas } = review.spec;
      if (rules.selectPolicy === 'Disabled') {
        if (policies.length === 0) return [];
        const message = `selectPolicy is Disabled, so the policies of ${direction} have no effect.`;
        return [{ at: inHpa(review, path, 'key'), message }];
      }
      if (!isNoCap(review, at)) return policiesThatNeverDecide(review, at);
      const message = `${policyText(policies[0] as HPAScalingPolicy)} allows every change between ${minReplicas} and ${podsText(maxReplicas)} at once: it limits nothing.`;
      return [{ at: inHpa(review, [...path, 0, 'value']), message }];
    });
  },
};

/** The scale-up policies of the text that count. */
function scaleUpRules(review: Review): HPAScalingRules | undefined {
  const rules = review.spec.behavior?.scaleUp;
  const written = review.written.behavior?.scaleUp?.policies ?? [];
  return rules === undefined || written.length === 0 || rules.selectPolicy === 'Disabled' ? undefined : rules;
}

/** Whether percents are what holds the first step to one pod. */
function percentAddsOne(review: Review, rules: HPAScalingRules): boolean {
  const start = Math.max(1, review.spec.minReplicas);
  if (furthest(review, 'scaleUp', rules, start) !== start + 1) return false;
  return (rules.policies ?? []).some(
    (policy) => policy.type === 'Percent' && furthestOf(review, 'scaleUp', policy, start) === start + 1,
  );
}

function climbText(seconds: number | undefined): string {
  return seconds === undefined ? 'not even after a day' : `after ${spanText(seconds)} at best`;
}

/** @rule AD32 */
const percentOfFew: AdviceRule = {
  rule: 'percent-of-few',
  reason:
    'A percentage of a small count is rounded up to one pod, period after period: the workload is slow to leave small counts, just when a rush finds it small. Add a Pods policy beside it with selectPolicy Max, or raise minReplicas.',
  link: LINKS.policies,
  find(review) {
    const rules = scaleUpRules(review);
    if (rules === undefined || !percentAddsOne(review, rules)) return [];
    const { seconds, counts } = climb(review, rules);
    if (seconds !== undefined && seconds < LONG_CLIMB) return [];
    const jump = counts.findIndex((count, index) => count - (counts[index - 1] ?? count) > 1);
    const onesTo = counts[jump < 0 ? counts.length - 1 : jump - 1] ?? 0;
    const index = (rules.policies ?? []).findIndex(({ type }) => type === 'Percent');
    const { maxReplicas } = review.spec;
    const message = `From ${podsText(counts[0] ?? 0)} on the scale-up policies add one pod at a time up to ${onesTo}; ${maxReplicas} are reached ${climbText(seconds)}.`;
    return [{ at: inHpa(review, ['spec', 'behavior', 'scaleUp', 'policies', index, 'value']), message }];
  },
};

/** @rule AD33 */
const slowScaleUp: AdviceRule = {
  rule: 'slow-scale-up',
  reason:
    'Scaling up is what protects the service, and a cap on it holds whatever the load is. Let scale-up be fast and slow scale-down instead, unless something behind the workload could not bear it.',
  link: LINKS.behavior,
  find(review) {
    const rules = scaleUpRules(review);
    if (rules === undefined || percentAddsOne(review, rules)) return [];
    const { seconds, counts } = climb(review, rules);
    if (seconds !== undefined && seconds < SLOW_SCALE_UP) return [];
    const message = `From ${counts[0]} to ${podsText(review.spec.maxReplicas)} the scale-up policies get ${climbText(seconds)}, however high the load.`;
    return [{ at: inHpa(review, ['spec', 'behavior', 'scaleUp', 'policies'], 'key'), message }];
  },
};

/** @rule AD34 */
const percentFromZero: AdviceRule = {
  rule: 'percent-from-zero',
  reason:
    'Any percentage of no pods is no pod, so the policies hold the workload at zero whatever the metric says. Add a Pods policy, with selectPolicy Max.',
  link: LINKS.policies,
  find(review) {
    const rules = review.spec.behavior?.scaleUp;
    if (review.spec.minReplicas > 0 || rules === undefined || rules.selectPolicy === 'Disabled') return [];
    if (furthest(review, 'scaleUp', rules, 0) > 0) return [];
    const message =
      'Once at 0 pods this HPA never scales up again: its scale-up policies allow a percentage of 0.';
    return [{ at: inHpa(review, ['spec', 'behavior', 'scaleUp', 'policies'], 'key'), message }];
  },
};

export const POLICY_RULES: readonly AdviceRule[] = [
  behaviorChangesScaleUp,
  policyNeverBinds,
  percentOfFew,
  slowScaleUp,
  percentFromZero,
];
