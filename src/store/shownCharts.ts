/** Which charts are shown: those of the first screen unless they were hidden, the others when they were asked for. */

/** From top to bottom. */
export const CHART_IDS = [
  'load',
  'timeline',
  'replicas',
  'limiters',
  'metrics',
  'conditions',
  'workload',
  'pods',
] as const;
export type ChartId = (typeof CHART_IDS)[number];

const ON_REQUEST: ReadonlySet<ChartId> = new Set(['conditions', 'workload', 'pods']);

/** What somebody chose; a chart that is not in it is shown or not as from the start. */
export type ChartChoice = Readonly<Partial<Record<ChartId, boolean>>>;

export function isOnRequest(id: ChartId): boolean {
  return ON_REQUEST.has(id);
}

export function isChartShown(choice: ChartChoice, id: ChartId): boolean {
  return choice[id] ?? !ON_REQUEST.has(id);
}

export function toChartChoice(value: unknown): ChartChoice {
  const choice = toRecord(value);
  const known = CHART_IDS.filter((id) => typeof choice[id] === 'boolean');
  return Object.fromEntries(known.map((id) => [id, choice[id]]));
}

/** What of the workload is drawn; the names are the chart's own. */
export interface WorkloadView {
  readonly plots: readonly string[];
  /** CPU and memory as the mean of the pods */
  readonly perPod: boolean;
}

export const WORKLOAD_VIEW: WorkloadView = { plots: ['cpu', 'requests'], perPod: false };

/** More than a chart has; what stands in storage may come from anywhere. */
const MOST_PLOTS = 16;
const LONGEST_NAME = 32;

export function toWorkloadView(value: unknown): WorkloadView {
  const { plots, perPod } = toRecord(value);
  if (!Array.isArray(plots)) return WORKLOAD_VIEW;
  const names: readonly unknown[] = plots.slice(0, MOST_PLOTS);
  const known = names
    .filter((name) => typeof name === 'string')
    .filter((name) => name.length <= LONGEST_NAME);
  return { plots: known, perPod: perPod === true };
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
