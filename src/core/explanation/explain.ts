/** One sync explained, from what the controller recorded while it decided. */
import type { SyncStep } from '../trace/types.ts';
import { type ExplanationContext, earliestChangeSeconds, explainFacts } from './facts.ts';
import { formatSpan } from './format.ts';
import { explainHeadline } from './headline.ts';
import { explainMetrics } from './metrics.ts';
import { explainBudgets } from './policies.ts';
import { explainStages } from './stages.ts';
import type { Explanation } from './types.ts';
import { explainWindows } from './windows.ts';

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
    headline: [explainHeadline(record, context.hpa), ...earliest(step, context)].join(' '),
    stages: explainStages(record),
    facts: explainFacts(step, context),
    windows: explainWindows(step),
    budgets: explainBudgets(record),
    metrics: explainMetrics(record, context.hpa),
  };
}

/** Where something holds the count for a known time, the sentence says for how long. */
function earliest(step: SyncStep, context: ExplanationContext): readonly string[] {
  const seconds = earliestChangeSeconds(step, context);
  return seconds === undefined ? [] : [`Earliest change in ${formatSpan(seconds)}.`];
}
