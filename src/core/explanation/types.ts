/**
 * One sync explained: structured data made only from the recorded stages. No JSX, no rule of the controller.
 * Texts are finished English sentences; numbers carry their units.
 */
import type { LimiterKind } from '../podautoscaler/record.ts';

/** One bar of the waterfall, left to right: raw proposal, tolerance, missing/unready, window, policies, min/max, applied. */
export interface ExplanationStage {
  readonly kind: 'raw' | 'tolerance' | 'pods' | 'stabilization' | 'policies' | 'bounds' | 'applied';
  readonly title: string;
  /** replicas after this stage; undefined: unknown, no metric could be read */
  readonly replicas?: number;
  /** replicas before this stage differ */
  readonly changed: boolean;
  /** formula and numbers in one or two short lines: `ceil(14 × 28/70)` */
  readonly detail: string;
}

/** What a fact is about; each has its help on the page. */
export type FactLabel =
  | 'Bounds'
  | 'Changes when'
  | 'Earliest change'
  | 'Earliest scale-down'
  | 'Earliest scale-up'
  | 'Event reason'
  | 'Failed metrics'
  | 'Largest metric'
  | 'Metric'
  | 'Next try'
  | 'Pods counted'
  | 'Then limited by'
  | 'This step'
  | 'Tolerated';

export interface ExplanationFact {
  readonly label: FactLabel;
  readonly value: string;
}

/** A policy's budget as a meter: `used` of `total` replicas in the period. */
export interface ExplanationBudget {
  readonly label: string;
  readonly direction: 'up' | 'down';
  readonly used: number;
  readonly total: number;
  readonly selected: boolean;
  readonly freesUpInSeconds?: number;
}

/** One recommendation that a window looks at. */
export interface WindowPoint {
  readonly secondsAgo: number;
  readonly replicas: number;
  /** `found`: the count at first sight of the HPA; `own`: what this sync's metrics ask for */
  readonly kind: 'past' | 'found' | 'own';
}

/** A stabilization window, for drawing: time against replicas. */
export interface ExplanationWindow {
  readonly direction: 'up' | 'down';
  readonly windowSeconds: number;
  /** oldest first, this sync's own at the end */
  readonly points: readonly WindowPoint[];
  /** the lowest (up) or highest (down) of them */
  readonly limit: number;
  /** index into `points` of the one that is held on to; absent: this sync's own leads */
  readonly holder?: number;
  /** when that was recommended, seconds since the start of the run */
  readonly heldAtSeconds?: number;
  readonly leavesInSeconds?: number;
  /** it changed the count at this sync */
  readonly decides: boolean;
  /** what it holds on to, in a sentence */
  readonly text: string;
}

export interface Explanation {
  readonly limiter: LimiterKind;
  /** the one plain sentence (or two) on top: what happened and why */
  readonly headline: string;
  readonly stages: readonly ExplanationStage[];
  readonly facts: readonly ExplanationFact[];
  readonly windows: readonly ExplanationWindow[];
  readonly budgets: readonly ExplanationBudget[];
  /** one line a metric: usage, target, ratio, pods counted, proposal or error */
  readonly metrics: readonly ExplanationMetric[];
}

export interface ExplanationMetric {
  readonly index: number;
  readonly name: string;
  readonly text: string;
  readonly proposal?: number;
  readonly won: boolean;
  readonly failed: boolean;
}
