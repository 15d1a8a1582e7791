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

export interface ExplanationFact {
  readonly label: string;
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

export interface Explanation {
  readonly limiter: LimiterKind;
  /** the one plain sentence (or two) on top: what happened and why */
  readonly headline: string;
  readonly stages: readonly ExplanationStage[];
  readonly facts: readonly ExplanationFact[];
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
