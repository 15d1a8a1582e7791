/** Rules about `minReplicas` and `maxReplicas`. */
import { LINKS } from '../links.ts';
import { type AdviceRule, inHpa } from '../rule.ts';

/** @rule AD10 */
const minEqualsMax: AdviceRule = {
  rule: 'min-equals-max',
  reason:
    'With equal bounds no metric can change the count: the HPA only holds it there. Raise maxReplicas to let it scale, or set the count in the workload and drop the HPA.',
  link: LINKS.algorithm,
  find(review) {
    const { minReplicas, maxReplicas } = review.spec;
    if (minReplicas !== maxReplicas) return [];
    const written = review.written.minReplicas === undefined ? ', which is the default,' : '';
    const message = `minReplicas${written} and maxReplicas are both ${maxReplicas}: this HPA never scales.`;
    return [{ at: inHpa(review, ['spec', 'maxReplicas']), message }];
  },
};

export const BOUNDS_RULES: readonly AdviceRule[] = [minEqualsMax];
