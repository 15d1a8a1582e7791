/** A Trace as the lines that the charts draw. Pure: what is shown and what is clipped is decided here. */
import type { MetricColumns, Trace } from '../core/index.ts';
import type { Points } from './reduce.ts';
import { syncAt } from './syncs.ts';

export type ReplicaSeriesId =
  | 'desired'
  | 'current'
  | 'ready'
  | 'starting'
  | 'raw'
  | 'stabilized'
  | 'bounds'
  | 'compared';

export type ReplicaLines = Readonly<
  Record<Exclude<ReplicaSeriesId, 'bounds' | 'compared'> | 'min' | 'max', Points>
>;

/** Replica counts as doubles with NaN for "unknown". */
function fromReplicas(seconds: Float64Array, counts: Int32Array): Points {
  const values = new Float64Array(counts.length);
  for (let i = 0; i < counts.length; i++) values[i] = counts[i] === -1 ? Number.NaN : (counts[i] as number);
  return { seconds, values };
}

export function replicaLines(trace: Trace): ReplicaLines {
  const { syncs, cluster } = trace;
  return {
    desired: desiredLine(trace),
    current: fromReplicas(syncs.atSeconds, syncs.currentReplicas),
    ready: fromReplicas(cluster.atSeconds, cluster.readyPods),
    starting: startingLine(trace),
    raw: fromReplicas(syncs.atSeconds, syncs.proposal),
    stabilized: fromReplicas(syncs.atSeconds, syncs.stabilized),
    min: fromReplicas(syncs.atSeconds, syncs.minReplicas),
    max: fromReplicas(syncs.atSeconds, syncs.maxReplicas),
  };
}

/**
 * Pods that exist and are not ready yet, whether they wait for a node or start on one. Mostly there are none: a stretch
 * of zeros is a gap but for its ends, and no line runs along the axis.
 */
function startingLine({ cluster }: Trace): Points {
  const { atSeconds, startingPods, pendingPods } = cluster;
  const countOf = (index: number): number => (startingPods[index] ?? 0) + (pendingPods[index] ?? 0);
  const values = Float64Array.from(startingPods, (_, index) => {
    const count = countOf(index);
    const isNear = count > 0 || countOf(index - 1) > 0 || countOf(index + 1) > 0;
    return isNear ? count : Number.NaN;
  });
  return { seconds: atSeconds, values };
}

/** What the controller decided in another run. */
export function desiredLine({ syncs }: Trace): Points {
  return fromReplicas(syncs.atSeconds, syncs.desiredReplicas);
}

export type MetricSeriesId = 'usage' | 'target';

export interface MetricLines {
  readonly current: Points;
  readonly target: Points;
  readonly toleranceLow: Points;
  readonly toleranceHigh: Points;
}

/** Usage, target, and the band in which the controller leaves the count alone. */
export function metricLines(metric: MetricColumns, syncSeconds: Float64Array): MetricLines {
  const low = new Float64Array(metric.target.length);
  const high = new Float64Array(metric.target.length);
  for (let i = 0; i < metric.target.length; i++) {
    const target = metric.target[i] as number;
    low[i] = target * (1 - (metric.toleranceDown[i] as number));
    high[i] = target * (1 + (metric.toleranceUp[i] as number));
  }
  return {
    current: { seconds: syncSeconds, values: metric.current },
    target: { seconds: syncSeconds, values: metric.target },
    toleranceLow: { seconds: syncSeconds, values: low },
    toleranceHigh: { seconds: syncSeconds, values: high },
  };
}

/** Lowest and highest known value; undefined where all is unknown. */
export function extentOf(values: Float64Array): readonly [number, number] | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : undefined;
}

/** A line may stand this many times above the counts that were reached before it is cut off to keep those readable. */
const READABLE = 4;

export interface ReplicaDomain {
  readonly highest: number;
  /** what lies above the plot, with its own highest value */
  readonly clipped: readonly { readonly id: 'raw' | 'stabilized' | 'bounds'; readonly highest: number }[];
}

/**
 * How high the replicas' axis reaches. Counts that were reached always fit. A maxReplicas of 1,000 beside 8 pods, or
 * a proposal of 500 behind a limit of 10, would press them flat: such a line is cut and named instead.
 */
export function replicaDomain(lines: ReplicaLines, hidden: ReadonlySet<ReplicaSeriesId>): ReplicaDomain {
  const highestOf = (points: Points): number => extentOf(points.values)?.[1] ?? 0;
  const reached = Math.max(1, ...[lines.desired, lines.current, lines.ready, lines.starting].map(highestOf));
  const guides = [
    { id: 'bounds' as const, highest: Math.max(highestOf(lines.max), highestOf(lines.min)) },
    { id: 'raw' as const, highest: highestOf(lines.raw) },
    { id: 'stabilized' as const, highest: highestOf(lines.stabilized) },
  ].filter((guide) => !hidden.has(guide.id));
  const fits = (highest: number): boolean => highest <= Math.max(5, reached * READABLE);
  const shown = guides.filter((guide) => fits(guide.highest));
  return {
    highest: Math.max(reached, ...shown.map((guide) => guide.highest)),
    clipped: guides.filter((guide) => !fits(guide.highest)),
  };
}

/** Lowest and highest value that a metric's chart must show: usage and the tolerance band around the target. */
export function metricDomain(
  lines: MetricLines,
  hidden: ReadonlySet<MetricSeriesId>,
): { readonly lowest: number; readonly highest: number } {
  const shown = [
    ...(hidden.has('usage') ? [] : [lines.current]),
    ...(hidden.has('target') ? [] : [lines.toleranceLow, lines.toleranceHigh]),
  ];
  const known = shown.map((points) => extentOf(points.values)).filter((extent) => extent !== undefined);
  return {
    lowest: Math.min(0, ...known.map(([low]) => low)),
    highest: Math.max(0, ...known.map(([, high]) => high)),
  };
}

/** The value that a step series has at an instant; undefined before its first point and where it is unknown. */
export function stepValueAt(points: Points, seconds: number): number | undefined {
  const value = points.values[syncAt(points.seconds, seconds)];
  return value === undefined || Number.isNaN(value) || (points.seconds[0] as number) > seconds
    ? undefined
    : value;
}
