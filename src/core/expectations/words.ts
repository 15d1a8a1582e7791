/** The words that expectations are written with, and what each measure's number is. */
import type { ChangeDirection, Comparison, CountName, Measure, MeasureUnit } from './types.ts';

export const COUNT_WORDS: Readonly<Record<CountName, string>> = {
  replicas: 'replicas',
  recommendation: 'recommendation',
  readyPods: 'ready pods',
  pods: 'pods',
  pendingPods: 'pending pods',
  startingPods: 'starting pods',
  nodes: 'nodes',
  waitingRequests: 'waiting requests',
};

export const CHANGE_WORDS: Readonly<Record<ChangeDirection, string>> = {
  any: 'change',
  up: 'scale-up',
  down: 'scale-down',
};

/** Measures that two words or one say. */
export const PLAIN_WORDS = {
  reversals: 'reversals',
  droppedRequests: 'dropped requests',
  droppedShare: 'dropped share',
  p95Latency: 'p95 latency',
  podHours: 'pod-hours',
  nodeHours: 'node-hours',
} as const satisfies Partial<Record<Measure['kind'], string>>;

/** Also understood; never printed. */
export const COMPARISON_WORDS: Readonly<Record<string, Comparison>> = {
  '≤': '<=',
  '≥': '>=',
  '=': '==',
  '≠': '!=',
};

const UNITS: Readonly<Record<Measure['kind'], MeasureUnit>> = {
  most: 'count',
  least: 'count',
  countAt: 'count',
  metricMost: 'metric',
  metricLeast: 'metric',
  metricAt: 'metric',
  changes: 'count',
  reversals: 'count',
  timeToFirst: 'seconds',
  droppedRequests: 'requests',
  droppedShare: 'percent',
  p95Latency: 'seconds',
  podHours: 'hours',
  nodeHours: 'hours',
  timeAt: 'seconds',
  timeLimited: 'seconds',
  timeBeyond: 'seconds',
  timeWithCondition: 'seconds',
  events: 'count',
};

/** What a measure's number is. @rule XP1 */
export function unitOf({ kind }: Measure): MeasureUnit {
  return UNITS[kind];
}

/** Whether a measure can be taken of a part of the run. @rule XP2 */
export function canHaveSpan({ kind }: Measure): boolean {
  return !['countAt', 'metricAt', 'timeToFirst', 'droppedRequests', 'droppedShare'].includes(kind);
}

/** Beyond these a text is refused: far above what any run can ask. */
export const EXPECTATION_LIMITS = {
  /** UTF-16 code units */
  textLength: 500,
  value: 1e12,
  /** of an instant or a span; the longest run is a month */
  seconds: 31 * 86_400,
} as const;
