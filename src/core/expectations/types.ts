/**
 * Expectations: what somebody holds of a run, as plain data. Lessons check their goals with them, the contest its rules,
 * the terminal its `--expect`. Each reads the Trace alone.
 */
import type { LimiterKind } from '../podautoscaler/record.ts';
import type { ConditionStanding } from '../trace/types.ts';

/** What is counted at every instant of a run. */
export const COUNT_NAMES = [
  'replicas',
  'recommendation',
  'readyPods',
  'pods',
  'pendingPods',
  'startingPods',
  'nodes',
  'waitingRequests',
] as const;
export type CountName = (typeof COUNT_NAMES)[number];

export const DIRECTIONS = ['any', 'up', 'down'] as const;
/** of a change of the replica count */
export type ChangeDirection = (typeof DIRECTIONS)[number];

/** What a metric is compared with. `tolerance`: the end of the band around its target. */
export type MetricLevel =
  | { readonly of: 'target' }
  | { readonly of: 'tolerance' }
  /** in the unit of the metric's column; `percent`: written with a percent sign, for utilization alone */
  | { readonly of: 'value'; readonly value: number; readonly percent: boolean };

/** A number that a run has. A metric is named as in `MetricColumns.name`, the first one of that name. */
export type Measure =
  | { readonly kind: 'most' | 'least'; readonly of: CountName }
  | { readonly kind: 'countAt'; readonly of: CountName; readonly atSeconds: number }
  | { readonly kind: 'metricMost' | 'metricLeast'; readonly metric: string }
  | { readonly kind: 'metricAt'; readonly metric: string; readonly atSeconds: number }
  /** `perSeconds`: the most in any span of that length */
  | { readonly kind: 'changes'; readonly direction: ChangeDirection; readonly perSeconds?: number }
  | { readonly kind: 'reversals' }
  /** seconds from `afterSeconds` to the first change; without end when there is none */
  | { readonly kind: 'timeToFirst'; readonly direction: ChangeDirection; readonly afterSeconds: number }
  | { readonly kind: 'droppedRequests' | 'droppedShare' | 'p95Latency' | 'podHours' | 'nodeHours' }
  | { readonly kind: 'timeAt'; readonly bound: 'max' | 'min' }
  | { readonly kind: 'timeLimited'; readonly by: LimiterKind }
  /** `longest`: the longest stretch alone, not all of them together */
  | {
      readonly kind: 'timeBeyond';
      readonly metric: string;
      readonly side: 'above' | 'below';
      readonly level: MetricLevel;
      readonly longest: boolean;
    }
  | {
      readonly kind: 'timeWithCondition';
      readonly condition: string;
      readonly status: ConditionStanding;
      readonly reason?: string;
    }
  | { readonly kind: 'events'; readonly reason: string };

/** What a measure's number is. Shares are percent, spans seconds; `metric`: the unit of the metric's column. */
export type MeasureUnit = 'count' | 'seconds' | 'percent' | 'hours' | 'requests' | 'metric';

export const COMPARISONS = ['<=', '>=', '==', '!=', '<', '>'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A part of the run, in seconds since its start; the end is not part of it. */
export interface RunSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

export interface Expectation {
  readonly measure: Measure;
  /** undefined: the whole run */
  readonly span?: RunSpan;
  readonly comparison: Comparison;
  /** in the measure's unit */
  readonly value: number;
}

/** What a run answers. */
export interface Answer {
  readonly isMet: boolean;
  /** undefined: the run has no such number, a metric that it does not know say; then nothing is met */
  readonly measured?: number;
  readonly unit: MeasureUnit;
  /** the instant that decides; undefined where no single one does */
  readonly atSeconds?: number;
  /** one sentence: what was measured, and what was expected */
  readonly sentence: string;
}

/** An instant of a run, found by what happens there. */
export interface MomentSelector {
  readonly nth: 'first' | 'last';
  readonly of: MomentSubject;
  /** only from this second on */
  readonly afterSeconds?: number;
}

export type MomentSubject =
  | { readonly kind: 'change'; readonly direction: ChangeDirection }
  | { readonly kind: 'limited'; readonly by: LimiterKind }
  | { readonly kind: 'event'; readonly reason: string }
  /** the first or last sync after which the status says so */
  | {
      readonly kind: 'condition';
      readonly condition: string;
      readonly status: ConditionStanding;
      readonly reason?: string;
    }
  | {
      readonly kind: 'metric';
      readonly metric: string;
      readonly side: 'above' | 'below';
      readonly level: MetricLevel;
    };

/** An instant of a run, and the sync that happens there. */
export interface Moment {
  readonly atSeconds: number;
  /** index of the last sync at or before it */
  readonly sync: number;
}

/** A text that could not be read: what is wrong, and where in it. */
export interface ExpectationFault {
  readonly message: string;
  /** UTF-16 code units from its start */
  readonly start: number;
  readonly end: number;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: ExpectationFault };
