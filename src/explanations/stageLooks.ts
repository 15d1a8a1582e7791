/** Colour and help of each stage of the waterfall. A stage has the colour that its limiter has in the ribbon. */
import type { ColorToken } from '../charts/limiters.ts';
import { LIMITERS } from '../charts/limiters.ts';
import type { ExplanationStage } from '../core/explanation/types.ts';
import type { LimiterKind } from '../core/podautoscaler/record.ts';
import type { TermId } from '../glossary/terms.ts';

export interface StageLook {
  readonly colorToken: ColorToken;
  /** one sentence: what this stage does */
  readonly help: string;
  /** the word of the glossary behind it */
  readonly term: TermId;
}

const LOOKS: Readonly<Record<ExplanationStage['kind'], StageLook>> = {
  raw: {
    colorToken: '--series-metric',
    help: 'What the largest metric asks for: its ratio to the target times the pods counted, rounded up.',
    term: 'rawRecommendation',
  },
  tolerance: {
    colorToken: LIMITERS.tolerance.colorToken,
    help: 'A ratio close enough to 1 leaves the count alone.',
    term: 'tolerance',
  },
  pods: {
    colorToken: LIMITERS.missingMetrics.colorToken,
    help: 'Pods without metrics, and unready ones on the way up, are filled in cautiously; then the ratio is taken again.',
    term: 'missingMetrics',
  },
  stabilization: {
    colorToken: LIMITERS.stabilizationDown.colorToken,
    help: 'The highest recommendation of the scale-down window, or the lowest of the scale-up window, holds the count back.',
    term: 'stabilizationWindow',
  },
  policies: {
    colorToken: LIMITERS.policy.colorToken,
    help: 'How many replicas may come or go within a period.',
    term: 'scalingPolicy',
  },
  bounds: {
    colorToken: LIMITERS.min.colorToken,
    help: 'minReplicas and maxReplicas have the last word.',
    term: 'bounds',
  },
  applied: {
    colorToken: '--series-desired',
    help: 'The count that this sync ended with.',
    term: 'desiredReplicas',
  },
};

/** @param limiter what decided the sync: a cut at maxReplicas has another colour than a lift to minReplicas */
export function stageLook(kind: ExplanationStage['kind'], limiter: LimiterKind): StageLook {
  const look = LOOKS[kind];
  return kind === 'bounds' && limiter === 'max' ? { ...look, colorToken: LIMITERS.max.colorToken } : look;
}
