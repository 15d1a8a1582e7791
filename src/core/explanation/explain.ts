/** One sync explained, from what the controller recorded while it decided. */
import type { SyncStep } from '../trace/types.ts';
import { type ExplanationContext, explainFacts } from './facts.ts';
import { explainHeadline } from './headline.ts';
import { explainMetrics } from './metrics.ts';
import { explainBudgets } from './policies.ts';
import { explainStages } from './stages.ts';
import type { Explanation } from './types.ts';

export type { ExplanationContext } from './facts.ts';

/**
 * The whole explanation of one sync.
 *
 * @param step    the sync with its recorded stages
 * @param context the spec that was in force and the controller's sync period
 * @rule EX3
 */
export function explain(step: SyncStep, context: ExplanationContext): Explanation {
  const { record } = step;
  return {
    limiter: record.limiter,
    headline: explainHeadline(record, context.hpa),
    stages: explainStages(record),
    facts: explainFacts(step, context),
    budgets: explainBudgets(record),
    metrics: explainMetrics(record, context.hpa),
  };
}
