/** The word of the glossary behind the title of each chart; that of a metric depends on its target. */
import type { TermId } from '../glossary/terms.ts';

export const CHART_TERMS = {
  load: 'load',
  timeline: 'timeline',
  replicas: 'desiredReplicas',
  limiters: 'limiter',
  conditions: 'condition',
  workload: 'workload',
  pods: 'podLife',
} as const satisfies Readonly<Record<string, TermId>>;
