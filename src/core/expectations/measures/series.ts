/** What of a trace is counted or read at every instant, as step lines. */
import type { MetricColumns, ReplicaChange, Trace } from '../../trace/types.ts';
import type { ChangeDirection, CountName, MetricLevel } from '../types.ts';
import type { StepPoint } from './running.ts';

function line(at: Float64Array, values: Float64Array | Int32Array): StepPoint[] {
  const points: StepPoint[] = [];
  for (let index = 0; index < at.length; index++) {
    const value = values[index] as number;
    if (points.at(-1)?.value !== value) points.push({ atSeconds: at[index] as number, value });
  }
  return points;
}

/** The scale's `spec.replicas`: whoever changed it. */
function replicas({ scalings, syncs }: Trace): StepPoint[] {
  const first = scalings[0]?.from ?? syncs.currentReplicas.find((value) => value >= 0);
  if (first === undefined) return [];
  return [{ atSeconds: 0, value: first }, ...scalings.map(({ atSeconds, to }) => ({ atSeconds, value: to }))];
}

function recommendation({ syncs }: Trace): StepPoint[] {
  return line(syncs.atSeconds, syncs.proposal).filter(({ value }) => value >= 0);
}

const COUNTS: Readonly<Record<CountName, (trace: Trace) => StepPoint[]>> = {
  replicas,
  recommendation,
  readyPods: ({ cluster }) => line(cluster.atSeconds, cluster.readyPods),
  pods: ({ cluster }) => line(cluster.atSeconds, cluster.pods),
  pendingPods: ({ cluster }) => line(cluster.atSeconds, cluster.pendingPods),
  startingPods: ({ cluster }) => line(cluster.atSeconds, cluster.startingPods),
  nodes: ({ cluster }) => line(cluster.atSeconds, cluster.nodes),
  waitingRequests: ({ cluster }) => line(cluster.atSeconds, cluster.waiting),
};

/**
 * A count over the run.
 *
 * @returns one entry a change
 * @rule XP4
 */
export function countSeries(trace: Trace, of: CountName): readonly StepPoint[] {
  return COUNTS[of](trace);
}

/**
 * What the HPA, or KEDA, wrote to the scale, in the order of time.
 *
 * @rule XP5
 */
export function changesOf({ scalings }: Trace, direction: ChangeDirection): readonly ReplicaChange[] {
  return scalings.filter(
    ({ by, from, to }) =>
      by !== 'person' && (direction === 'any' || (direction === 'up' ? to > from : to < from)),
  );
}

/** `cpu#2` is the second metric of the name `cpu`. @rule XP6 */
export function findMetric({ metrics }: Trace, name: string): MetricColumns | undefined {
  const [, plain = name, nth = '1'] = /^(.+)#(\d+)$/.exec(name) ?? [];
  return metrics.filter((metric) => metric.name === plain)[Number(nth) - 1];
}

/** A metric as each sync read it; NaN where it could not. @rule XP6 */
export function metricSeries({ syncs }: Trace, { current }: MetricColumns): readonly StepPoint[] {
  return Array.from(current, (value, sync) => ({ atSeconds: syncs.atSeconds[sync] as number, value }));
}

/**
 * Where a metric lay beyond a level: 1, elsewhere 0.
 *
 * @returns undefined when the level is a percentage and the metric is none
 * @rule XP6
 */
export function beyondSeries(
  { syncs }: Trace,
  metric: MetricColumns,
  side: 'above' | 'below',
  level: MetricLevel,
): readonly StepPoint[] | undefined {
  if (level.of === 'value' && level.percent && metric.unit !== 'percent') return undefined;
  const sign = side === 'above' ? 1 : -1;
  return Array.from(metric.current, (value, sync) => {
    const limit = limitAt(metric, side, level, sync);
    return { atSeconds: syncs.atSeconds[sync] as number, value: sign * value > sign * limit ? 1 : 0 };
  });
}

function limitAt(metric: MetricColumns, side: 'above' | 'below', level: MetricLevel, sync: number): number {
  if (level.of === 'value') return level.value;
  const target = metric.target[sync] as number;
  if (level.of === 'target') return target;
  return side === 'above'
    ? target * (1 + (metric.toleranceUp[sync] as number))
    : target * (1 - (metric.toleranceDown[sync] as number));
}
