/** The word of the glossary behind the label of each fact. */
import type { FactLabel } from '../core/explanation/types.ts';
import type { TermId } from '../glossary/terms.ts';

export const FACT_TERMS: Readonly<Record<FactLabel, TermId>> = {
  Bounds: 'bounds',
  'Changes when': 'limiter',
  'Earliest change': 'sync',
  'Earliest scale-down': 'scaleDownWindow',
  'Earliest scale-up': 'scaleUpWindow',
  'Event reason': 'rescale',
  'Failed metrics': 'failingMetric',
  'Largest metric': 'largestMetric',
  Metric: 'metric',
  'Next try': 'syncPeriod',
  'Pods counted': 'currentReplicas',
  'Then limited by': 'limiter',
  'This step': 'policyBudget',
  Tolerated: 'tolerance',
};
