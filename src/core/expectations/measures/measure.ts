/** Measures a run. */
import { CONDITION_STATUSES, LIMITER_KINDS, type Trace } from '../../trace/types.ts';
import type { Measure, RunSpan } from '../types.ts';
import { droppedRequests, droppedShare, nodeHoursWithin, p95, podHours } from './requests.ts';
import {
  count,
  extreme,
  lasting,
  type Measured,
  mostPer,
  type StepPoint,
  stretchesWhere,
  within,
} from './running.ts';
import { beyondSeries, changesOf, countSeries, findMetric, metricSeries } from './series.ts';

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

const isKnown = ({ value }: StepPoint): boolean => !Number.isNaN(value);

function instantsIn(instants: readonly number[], { fromSeconds, toSeconds }: RunSpan): readonly number[] {
  return instants.filter((at) => at >= fromSeconds && at < toSeconds);
}

function valueAt(points: readonly StepPoint[], atSeconds: number): Measured | undefined {
  const point = points.findLast((candidate) => candidate.atSeconds <= atSeconds);
  return point && isKnown(point) ? { value: point.value, running: [], atSeconds } : undefined;
}

function changes({ direction, perSeconds }: Of<'changes'>, trace: Trace, span: RunSpan): Measured {
  const instants = instantsIn(
    changesOf(trace, direction).map(({ atSeconds }) => atSeconds),
    span,
  );
  return perSeconds === undefined ? count(instants) : mostPer(instants, perSeconds);
}

/** Changes whose direction is not that of the change before. */
function reversals(trace: Trace, span: RunSpan): Measured {
  const all = changesOf(trace, 'any');
  const turned = all.filter(({ from, to }, index) => {
    const before = all[index - 1];
    return before !== undefined && (to - from) * (before.to - before.from) < 0;
  });
  return count(
    instantsIn(
      turned.map(({ atSeconds }) => atSeconds),
      span,
    ),
  );
}

function timeToFirst({ direction, afterSeconds }: Of<'timeToFirst'>, trace: Trace): Measured {
  const first = changesOf(trace, direction).find(({ atSeconds }) => atSeconds >= afterSeconds);
  if (first === undefined) return { value: Number.POSITIVE_INFINITY, running: [] };
  return { value: first.atSeconds - afterSeconds, running: [], atSeconds: first.atSeconds };
}

/** Time at a bound, by what each sync found the bound to be. */
function timeAt({ bound }: Of<'timeAt'>, trace: Trace, span: RunSpan): Measured {
  const { syncs } = trace;
  const bounds = bound === 'max' ? syncs.maxReplicas : syncs.minReplicas;
  const points = Array.from(syncs.atSeconds, (atSeconds, sync) => {
    const replicas = syncs.rescaled[sync] === 1 ? syncs.desiredReplicas[sync] : syncs.currentReplicas[sync];
    return { atSeconds, value: replicas === bounds[sync] ? 1 : 0 };
  });
  return timeOf(points, span);
}

/** Time for which a line of zeros and ones is 1. */
function timeOf(points: readonly StepPoint[], span: RunSpan, longest = false): Measured {
  return lasting(
    stretchesWhere(within(points, span), span.toSeconds, (value) => value === 1),
    longest,
  );
}

function timeLimited({ by }: Of<'timeLimited'>, { syncs }: Trace, span: RunSpan): Measured {
  const code = LIMITER_KINDS.indexOf(by);
  const points = Array.from(syncs.atSeconds, (atSeconds, sync) => ({
    atSeconds,
    value: syncs.limiter[sync] === code ? 1 : 0,
  }));
  return timeOf(points, span);
}

function timeBeyond({ metric, side, level, longest }: Of<'timeBeyond'>, trace: Trace, span: RunSpan) {
  const columns = findMetric(trace, metric);
  const points = columns && beyondSeries(trace, columns, side, level);
  return points && timeOf(points, span, longest);
}

/**
 * Where the status has a condition: 1, elsewhere 0. A type that the status never has counts as absent throughout.
 *
 * @rule XP9
 */
export function conditionSeries(
  { condition, status, reason }: Pick<Of<'timeWithCondition'>, 'condition' | 'status' | 'reason'>,
  { conditions, syncs }: Trace,
): readonly StepPoint[] {
  const columns = conditions.find(({ type }) => type === condition);
  const wanted = CONDITION_STATUSES.indexOf(status);
  const isAbsent = status === 'absent';
  return Array.from(syncs.atSeconds, (atSeconds, sync) => {
    if (columns === undefined) return { atSeconds, value: isAbsent ? 1 : 0 };
    const isReason =
      isAbsent || reason === undefined || columns.reasons[columns.reason[sync] as number] === reason;
    return { atSeconds, value: columns.status[sync] === wanted && isReason ? 1 : 0 };
  });
}

function metricExtreme(metric: string, sign: 1 | -1, trace: Trace, span: RunSpan): Measured | undefined {
  const columns = findMetric(trace, metric);
  return columns && extreme(within(metricSeries(trace, columns), span).filter(isKnown), sign);
}

function metricAt({ metric, atSeconds }: Of<'metricAt'>, trace: Trace): Measured | undefined {
  const columns = findMetric(trace, metric);
  return columns && valueAt(metricSeries(trace, columns), atSeconds);
}

function eventsOf({ reason }: Of<'events'>, { events }: Trace, span: RunSpan): Measured {
  const instants = events.filter((event) => event.reason === reason).map(({ atSeconds }) => atSeconds);
  return count(instantsIn(instants, span));
}

/**
 * A number of a run.
 *
 * @param span undefined: the whole run
 * @returns undefined when the run has no such number
 * @rule XP1 XP2
 */
export function measureRun(
  measure: Measure,
  trace: Trace,
  span: RunSpan = { fromSeconds: 0, toSeconds: trace.durationSeconds },
): Measured | undefined {
  switch (measure.kind) {
    case 'most':
      return extreme(within(countSeries(trace, measure.of), span), 1);
    case 'least':
      return extreme(within(countSeries(trace, measure.of), span), -1);
    case 'countAt':
      return valueAt(countSeries(trace, measure.of), measure.atSeconds);
    case 'metricMost':
      return metricExtreme(measure.metric, 1, trace, span);
    case 'metricLeast':
      return metricExtreme(measure.metric, -1, trace, span);
    case 'metricAt':
      return metricAt(measure, trace);
    case 'changes':
      return changes(measure, trace, span);
    case 'reversals':
      return reversals(trace, span);
    case 'timeToFirst':
      return timeToFirst(measure, trace);
    case 'droppedRequests':
      return droppedRequests(trace);
    case 'droppedShare':
      return droppedShare(trace);
    case 'p95Latency':
      return p95(trace, span);
    case 'podHours':
      return podHours(trace, span);
    case 'nodeHours':
      return nodeHoursWithin(trace, span);
    case 'timeAt':
      return timeAt(measure, trace, span);
    case 'timeLimited':
      return timeLimited(measure, trace, span);
    case 'timeBeyond':
      return timeBeyond(measure, trace, span);
    case 'timeWithCondition':
      return timeOf(conditionSeries(measure, trace), span);
    case 'events':
      return eventsOf(measure, trace, span);
  }
}
