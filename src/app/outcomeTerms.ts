/** The word of the glossary behind each outcome of a run. */
import type { OutcomeId } from '../compare/outcomes.ts';
import type { TermId } from '../glossary/terms.ts';

export const OUTCOME_TERMS: Readonly<Record<OutcomeId, TermId>> = {
  podHours: 'podHours',
  cost: 'podHours',
  aboveTarget: 'aboveTarget',
  dropped: 'backlog',
  p95: 'latency',
  scaleUps: 'rescale',
  scaleDowns: 'rescale',
  reversals: 'flapping',
  mostReplicas: 'maxReplicas',
  atMax: 'scalingLimited',
  firstResponse: 'coldStart',
};
