/** Every rule that looks at a run. */
import type { Trace } from '../../trace/types.ts';
import type { Review } from '../review.ts';
import { toAdvice } from '../rule.ts';
import type { Advice } from '../types.ts';
import { BOUNDS_RUN_RULES } from './bounds.ts';
import { METRIC_RUN_RULES } from './metrics.ts';
import { PACE_RUN_RULES } from './pace.ts';
import type { RunRule } from './runRule.ts';

const RUN_RULES: readonly RunRule[] = [...BOUNDS_RUN_RULES, ...PACE_RUN_RULES, ...METRIC_RUN_RULES];

/**
 * The advice on the manifest with what the run showed of it. A finding of a run whose rule has spoken at the same field
 * is its evidence; any other stands for itself.
 *
 * @rule AD3
 */
export function adviseRunOf(review: Review, trace: Trace, manifest: readonly Advice[]): readonly Advice[] {
  const advice = [...manifest];
  for (const rule of RUN_RULES) {
    for (const finding of rule.find(review, trace, manifest)) {
      const { evidence } = finding;
      const ofRun: Advice = { ...toAdvice(review, rule, finding), evidence };
      const index = advice.findIndex(({ rule: name, path }) => name === rule.rule && path === ofRun.path);
      const known = advice[index];
      if (known === undefined) advice.push(ofRun);
      else advice[index] = { ...known, evidence };
    }
  }
  return advice;
}
