/** Rules about `selectPolicy`: Max and Min mistaken for each other, and directions that are switched off. */
import type { HPAScalingPolicy, ScalingPolicySelect } from '../../autoscaling/types.ts';
import type { QuickFix } from '../../manifest/types.ts';
import { type DirectionRules, furthestOf, startingCounts, writtenDirections } from '../askPolicies.ts';
import { LINKS } from '../links.ts';
import type { Review } from '../review.ts';
import { type AdviceRule, type Finding, inHpa, writtenRange } from '../rule.ts';
import { podsText, policyText } from '../wording.ts';

/** How much further one policy has to go than another for the choice between them to matter. */
const MATTERS = 2;

/** How far each policy goes from the end where most is at stake, the shortest way first. */
function reaches(
  review: Review,
  { direction, rules }: DirectionRules,
): { readonly from: number; readonly sorted: readonly { policy: HPAScalingPolicy; change: number }[] } {
  const counts = startingCounts(review, direction);
  const from = (direction === 'scaleUp' ? counts[0] : counts.at(-1)) ?? 0;
  const sorted = (rules.policies ?? [])
    .map((policy) => ({ policy, change: Math.abs(furthestOf(review, direction, policy, from) - from) }))
    .sort((a, b) => a.change - b.change);
  return { from, sorted };
}

function swapFix(
  review: Review,
  { direction }: DirectionRules,
  to: ScalingPolicySelect,
): readonly QuickFix[] {
  const range = writtenRange(review, inHpa(review, ['spec', 'behavior', direction, 'selectPolicy']));
  if (range === undefined) return [];
  return [{ title: `Write selectPolicy: ${to}`, edits: [{ range, newText: to }] }];
}

function mistaken(review: Review, at: DirectionRules): readonly Finding[] {
  const { direction, rules, written } = at;
  const isUp = direction === 'scaleUp';
  const place = inHpa(review, ['spec', 'behavior', direction, 'selectPolicy']);
  if ((rules.policies ?? []).length < 2) {
    if (written.selectPolicy !== 'Min') return [];
    const message = `selectPolicy Min has nothing to choose from: ${direction} has one policy, ${policyText((rules.policies ?? [])[0] as HPAScalingPolicy)}, and with one Min and Max are the same.`;
    return [{ at: place, message }];
  }
  if (rules.selectPolicy !== (isUp ? 'Min' : 'Max')) return [];
  const { from, sorted } = reaches(review, at);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined || most.change < MATTERS * Math.max(1, least.change))
    return [];
  const verb = isUp ? 'add' : 'remove';
  const taken = isUp ? least : most;
  const left = isUp ? most : least;
  const word =
    written.selectPolicy === undefined ? 'selectPolicy is not written, so Max' : rules.selectPolicy;
  const message = `${word} takes the policy that ${verb}s ${isUp ? 'the fewest' : 'the most'} pods: from ${from} it may ${verb} ${podsText(taken.change)} (${policyText(taken.policy)}), where the other allows ${left.change} (${policyText(left.policy)}).`;
  return [{ at: place, message, fixes: swapFix(review, at, isUp ? 'Max' : 'Min') }];
}

/** @rule AD35 */
const selectPolicyMistaken: AdviceRule = {
  rule: 'select-policy-mistaken',
  reason:
    'Max chooses the policy that allows the largest change and Min the smallest, in both directions. So Max on the way down is the bold choice, several policies there do not hold together, and Min on the way up is the timid one.',
  link: LINKS.policies,
  find(review) {
    return writtenDirections(review).flatMap((at) => mistaken(review, at));
  },
};

/** @rule AD36 */
const bothDirectionsDisabled: AdviceRule = {
  rule: 'both-directions-disabled',
  reason:
    'Disabled stops every change that metrics ask for; only the bounds still move the count. That may be meant for an hour of repair. To hold a count for good, set it in the workload and drop the HPA.',
  link: LINKS.behavior,
  find(review) {
    const { scaleUp, scaleDown } = review.spec.behavior ?? {};
    if (scaleUp?.selectPolicy !== 'Disabled' || scaleDown?.selectPolicy !== 'Disabled') return [];
    const message = 'Both directions are Disabled: this HPA follows no metric.';
    return [{ at: inHpa(review, ['spec', 'behavior'], 'key'), message }];
  },
};

export const SELECT_POLICY_RULES: readonly AdviceRule[] = [selectPolicyMistaken, bothDirectionsDisabled];
