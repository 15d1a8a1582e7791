/** The workload over the run as lines: what its pods use and may use, what arrives and what becomes of it. Pure. */
import type { ContainerSize, PodLife, Trace } from '../core/index.ts';
import type { Points } from './reduce.ts';
import { extentOf, stepValueAt } from './series.ts';
import type { Unit } from './units.ts';

export const WORKLOAD_PLOTS = ['cpu', 'memory', 'requests', 'backlog', 'latency'] as const;
export type WorkloadPlotId = (typeof WORKLOAD_PLOTS)[number];

export type WorkloadSeriesId =
  | 'usage'
  | 'request'
  | 'limit'
  | 'offered'
  | 'served'
  | 'dropped'
  | 'waiting'
  | 'latency';

export interface WorkloadSeries {
  readonly id: WorkloadSeriesId;
  readonly points: Points;
  /** the value holds until the next point; else points are joined */
  readonly isStep: boolean;
}

export interface WorkloadPlotText {
  readonly title: string;
  /** what the number is, with the unit where the axis cannot say it */
  readonly subtitle: string;
  readonly unit: Unit;
  /** written behind numbers in the tooltip where the unit is not part of them */
  readonly suffix: string;
}

const SUFFIXES = { cores: ' cores', rate: ' requests/s', requests: ' requests', none: '' } as const;

/** @param perPod CPU and memory as the mean of the pods that are on nodes */
export function workloadPlotText(plot: WorkloadPlotId, perPod: boolean): WorkloadPlotText {
  const whose = perPod ? 'mean per pod' : 'of all pods';
  switch (plot) {
    case 'cpu':
      return { title: 'CPU', subtitle: `cores, ${whose}`, unit: 'cores', suffix: SUFFIXES.cores };
    case 'memory':
      return { title: 'Memory', subtitle: whose, unit: 'bytes', suffix: SUFFIXES.none };
    case 'requests':
      return { title: 'Requests', subtitle: 'requests/s', unit: 'value', suffix: SUFFIXES.rate };
    case 'backlog':
      return { title: 'Backlog', subtitle: 'requests that wait', unit: 'value', suffix: SUFFIXES.requests };
    case 'latency':
      return { title: 'Latency', subtitle: 'mean of the requests', unit: 'seconds', suffix: SUFFIXES.none };
  }
}

/** The lines of one plot, the most telling first. */
export function workloadLines(
  trace: Trace,
  plot: WorkloadPlotId,
  perPod: boolean,
): readonly WorkloadSeries[] {
  const { cluster } = trace;
  const sampled = (id: WorkloadSeriesId, values: Float64Array): WorkloadSeries => ({
    id,
    points: { seconds: cluster.atSeconds, values },
    isStep: false,
  });
  switch (plot) {
    case 'cpu':
      return usageLines(trace, perPod, cluster.cpuUsageCores, CPU);
    case 'memory':
      return usageLines(trace, perPod, cluster.memoryUsageBytes, MEMORY);
    case 'requests':
      return [
        sampled('offered', cluster.offered),
        sampled('served', cluster.served),
        sampled('dropped', cluster.droppedRate),
      ];
    case 'backlog':
      return [sampled('waiting', cluster.waiting)];
    case 'latency':
      return [sampled('latency', cluster.latencySeconds)];
  }
}

interface Resource {
  readonly requestOf: (size: ContainerSize) => number | undefined;
  readonly limitOf: (size: ContainerSize) => number | undefined;
}

const CPU: Resource = {
  requestOf: ({ cpuRequestCores }) => cpuRequestCores,
  limitOf: ({ cpuLimitCores }) => cpuLimitCores,
};

const MEMORY: Resource = {
  requestOf: ({ memoryRequestBytes }) => memoryRequestBytes,
  limitOf: ({ memoryLimitBytes }) => memoryLimitBytes,
};

/** Usage of the first containers, and what these ask for and may use, from being on a node until they are gone. */
function usageLines(
  { cluster, pods }: Trace,
  perPod: boolean,
  usage: Float64Array,
  { requestOf, limitOf }: Resource,
): readonly WorkloadSeries[] {
  const whole: readonly WorkloadSeries[] = [
    { id: 'usage', points: { seconds: cluster.atSeconds, values: usage }, isStep: false },
    { id: 'request', points: sumOverPods(pods, ({ size }) => requestOf(size)), isStep: true },
    { id: 'limit', points: sumOverPods(pods, ({ size }) => limitOf(size)), isStep: true },
  ];
  if (!perPod) return whole;
  const counts = sumOverPods(pods, () => 1);
  return whole.map((series) => ({ ...series, points: shared(series.points, counts) }));
}

/** A thousandth is exact enough for cores, and sums of whole numbers come back to 0. */
const PARTS = 1000;

/**
 * The sum of an amount over the pods that are on a node, as a step series.
 *
 * @param amountOf undefined: this pod has none; while one such pod is there, the sum is unknown
 */
export function sumOverPods(
  pods: readonly PodLife[],
  amountOf: (pod: PodLife) => number | undefined,
): Points {
  const changes = pods.flatMap((pod) => changesOf(pod, amountOf(pod))).sort((a, b) => a.at - b.at);
  const seconds: number[] = [];
  const values: number[] = [];
  let parts = 0;
  let without = 0;
  for (const [index, change] of changes.entries()) {
    parts += change.parts;
    without += change.without;
    if (changes[index + 1]?.at === change.at) continue;
    seconds.push(change.at);
    values.push(without > 0 ? Number.NaN : parts / PARTS);
  }
  return { seconds: Float64Array.from(seconds), values: Float64Array.from(values) };
}

interface SumChange {
  readonly at: number;
  readonly parts: number;
  readonly without: number;
}

function changesOf(pod: PodLife, amount: number | undefined): readonly SumChange[] {
  const { scheduledSeconds, goneSeconds } = pod;
  if (Number.isNaN(scheduledSeconds)) return [];
  const parts = Math.round((amount ?? 0) * PARTS);
  const without = amount === undefined ? 1 : 0;
  // A pod from before the run is there when it begins: nothing is drawn before.
  const comes = { at: Math.max(0, scheduledSeconds), parts, without };
  if (Number.isNaN(goneSeconds)) return [comes];
  return [comes, { at: goneSeconds, parts: -parts, without: -without }];
}

/** Divided by how many share it; unknown while there is none. */
function shared({ seconds, values }: Points, counts: Points): Points {
  const each = values.map((value, index) => {
    const count = stepValueAt(counts, seconds[index] as number) ?? 0;
    return count === 0 ? Number.NaN : value / count;
  });
  return { seconds, values: each };
}

/** A line that stands this many times above the others would press them flat; it is cut off and named instead. */
const READABLE = 4;

export interface WorkloadReach {
  readonly highest: number;
  /** lines that lie above the plot, each with its highest value */
  readonly clipped: readonly { readonly id: WorkloadSeriesId; readonly highest: number }[];
}

/** How high the axis reaches: over all lines, but for a limit far above what is used and asked for. */
export function workloadReach(
  lines: readonly WorkloadSeries[],
  hidden: ReadonlySet<WorkloadSeriesId>,
): WorkloadReach {
  const shown = lines
    .filter(({ id }) => !hidden.has(id))
    .map(({ id, points }) => ({ id, highest: extentOf(points.values)?.[1] ?? 0 }));
  const needed = Math.max(0, ...shown.filter(({ id }) => id !== 'limit').map(({ highest }) => highest));
  const isCut = (id: WorkloadSeriesId, highest: number) =>
    id === 'limit' && needed > 0 && highest > READABLE * needed;
  const clipped = shown.filter(({ id, highest }) => isCut(id, highest));
  const fitting = shown.filter(({ id, highest }) => !isCut(id, highest));
  return { highest: Math.max(0, ...fitting.map(({ highest }) => highest)), clipped };
}
