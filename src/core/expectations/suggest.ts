/** Statements that fit a run: what an author can aim at, each with a comparison that the run itself meets. */
import type { Trace } from '../trace/types.ts';
import { measureRun } from './measures/measure.ts';
import { printExpectation } from './print.ts';
import type { Comparison, Expectation, Measure, RunSpan } from './types.ts';
import { canHaveSpan, EXPECTATION_LIMITS, unitOf } from './words.ts';

export interface Suggestion {
  readonly expectation: Expectation;
  /** as the run has it; the value of the expectation may be rounded from it, to its safe side */
  readonly measured: number;
}

/** What of a measure is said: that it is not more, not less, or just that. */
type Sense = '<=' | '>=' | '==';
type Wanted = readonly [measure: Measure, sense: Sense];

/** The next such fraction that is not below. @param perUnit fractions in one: 1000 for thousandths */
function ceilTo(value: number, perUnit: number): number {
  const up = Math.ceil(value * perUnit);
  // The product is rounded, so it may end below what it came from.
  return up / perUnit >= value ? up / perUnit : (up + 1) / perUnit;
}

/** Fractions that keep about three digits. */
function threeDigits(value: number): number {
  if (value === 0) return 1;
  return 10 ** Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

function fractionsOf(measure: Measure, value: number): number {
  switch (unitOf(measure)) {
    case 'seconds':
      return value < 1 ? 1000 : value < 10 ? 10 : 1;
    case 'hours':
      return 100;
    case 'percent':
      return 10;
    case 'metric':
      return threeDigits(value);
    case 'count':
    case 'requests':
      return 1;
  }
}

/** A number that is written shortly and holds of what was measured. */
function roundedFor(measure: Measure, sense: Sense, value: number): number {
  if (sense === '==') return value;
  const perUnit = fractionsOf(measure, value);
  // 0 - x, where -x would make a zero negative
  return sense === '<=' ? ceilTo(value, perUnit) : 0 - ceilTo(-value, perUnit);
}

/** What never happened is said to never happen. */
function comparisonOf(sense: Sense, value: number): Comparison {
  return sense === '<=' && value === 0 ? '==' : sense;
}

/** Too long a name or too large a number is not read again. */
function canBeWritten(expectation: Expectation): boolean {
  return (
    Math.abs(expectation.value) <= EXPECTATION_LIMITS.value &&
    printExpectation(expectation).length <= EXPECTATION_LIMITS.textLength
  );
}

function suggestion([measure, sense]: Wanted, trace: Trace, span?: RunSpan): Suggestion[] {
  if (span !== undefined && !canHaveSpan(measure)) return [];
  const measured = measureRun(measure, trace, span)?.value;
  if (measured === undefined || !Number.isFinite(measured)) return [];
  const value = roundedFor(measure, sense, measured);
  const expectation: Expectation = {
    measure,
    ...(span === undefined ? {} : { span }),
    comparison: comparisonOf(sense, measured),
    value,
  };
  return canBeWritten(expectation) ? [{ expectation, measured }] : [];
}

/** By which an expectation finds each metric of a run. @rule XP6 */
function metricNames({ metrics }: Trace): readonly string[] {
  return metrics.map(({ name }, index) => {
    const nth = metrics.slice(0, index + 1).filter((metric) => metric.name === name).length;
    return nth > 1 || /#\d+$/.test(name) ? `${name}#${nth}` : name;
  });
}

function aboutMetric(metric: string): readonly Wanted[] {
  const above = { kind: 'timeBeyond', metric, side: 'above', level: { of: 'target' } } as const;
  return [
    [{ ...above, longest: false }, '<='],
    [{ ...above, longest: true }, '<='],
    [{ kind: 'metricMost', metric }, '<='],
  ];
}

/** Reasons that say that something went wrong, or is to be known; a rescale is counted as a change. */
function reasonsOf({ events }: Trace): readonly string[] {
  return [...new Set(events.map(({ reason }) => reason))].filter((reason) => reason !== 'SuccessfulRescale');
}

function aboutRun(trace: Trace): readonly Wanted[] {
  return [
    [{ kind: 'most', of: 'replicas' }, '<='],
    [{ kind: 'least', of: 'replicas' }, '>='],
    [{ kind: 'changes', direction: 'any' }, '<='],
    [{ kind: 'reversals' }, '<='],
    ...metricNames(trace).flatMap(aboutMetric),
    [{ kind: 'droppedRequests' }, '<='],
    [{ kind: 'p95Latency' }, '<='],
    [{ kind: 'podHours' }, '<='],
    ...(trace.cluster.nodes.some((nodes) => nodes > 0)
      ? ([[{ kind: 'nodeHours' }, '<=']] satisfies Wanted[])
      : []),
    [{ kind: 'most', of: 'pendingPods' }, '<='],
    [{ kind: 'timeAt', bound: 'max' }, '<='],
    [{ kind: 'timeWithCondition', condition: 'ScalingActive', status: 'False' }, '<='],
    ...reasonsOf(trace).map((reason): Wanted => [{ kind: 'events', reason }, '<=']),
  ];
}

/**
 * What can be said of a whole run, or of a span of it.
 *
 * @param span undefined: the whole run
 * @returns each is met by this run
 * @rule XP12
 */
export function suggestForRun(trace: Trace, span?: RunSpan): readonly Suggestion[] {
  return aboutRun(trace).flatMap((wanted) => suggestion(wanted, trace, span));
}

/**
 * What can be said of one instant, and of what comes after it.
 *
 * @param atSeconds since the run's start
 * @returns each is met by this run
 * @rule XP12
 */
export function suggestAt(trace: Trace, atSeconds: number): readonly Suggestion[] {
  // The finest instant that can be written.
  const at = ceilTo(atSeconds, 1000);
  const wanted: readonly Wanted[] = [
    [{ kind: 'countAt', of: 'replicas', atSeconds: at }, '=='],
    [{ kind: 'countAt', of: 'replicas', atSeconds: at }, '<='],
    [{ kind: 'countAt', of: 'replicas', atSeconds: at }, '>='],
    [{ kind: 'countAt', of: 'readyPods', atSeconds: at }, '>='],
    [{ kind: 'countAt', of: 'recommendation', atSeconds: at }, '=='],
    ...metricNames(trace).map((metric): Wanted => [{ kind: 'metricAt', metric, atSeconds: at }, '<=']),
    [{ kind: 'timeToFirst', direction: 'up', afterSeconds: at }, '<='],
    [{ kind: 'timeToFirst', direction: 'down', afterSeconds: at }, '<='],
  ];
  return wanted.flatMap((of) => suggestion(of, trace));
}
