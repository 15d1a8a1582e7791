/** Everything that the Trace knows of one instant, as groups of rows for the tooltip. Pure. */
import {
  LIMITER_KINDS,
  type LimiterKind,
  type LoadCurve,
  type MetricColumns,
  sampleLoad,
  type Trace,
} from '../core/index.ts';
import type { LineLook } from './Legend.tsx';
import { LOAD_LOOK, REPLICA_LOOKS, USAGE_LOOK, WORKLOAD_LOOKS } from './looks.ts';
import type { ComparedLine } from './props.ts';
import { syncAt } from './syncs.ts';
import { formatClock, formatValue, type Unit } from './units.ts';

export interface InstantRow {
  readonly key: string;
  /** what is no line has none */
  readonly look?: LineLook;
  readonly label: string;
  readonly value: string;
  /** said more quietly beside the value */
  readonly note?: string;
}

export interface InstantGroup {
  readonly title: string;
  readonly rows: readonly InstantRow[];
}

export interface Instant {
  /** "00:21:45" */
  readonly clock: string;
  /** counted from 1; undefined before the first sync */
  readonly sync?: number;
  readonly limiter?: LimiterKind;
  readonly groups: readonly InstantGroup[];
  /** what the controller said at that sync */
  readonly events: readonly string[];
}

export function instantAt(
  trace: Trace | undefined,
  loads: readonly LoadCurve[],
  seconds: number,
  compared?: ComparedLine,
): Instant {
  const load = { title: 'Load', rows: loads.map((curve) => loadRow(curve, loads.length > 1, seconds)) };
  const before: Instant = { clock: formatClock(seconds), groups: [load], events: [] };
  if (trace === undefined) return before;
  const index = syncAt(trace.syncs.atSeconds, seconds);
  const first = trace.syncs.atSeconds[0];
  if (index < 0 || first === undefined || first > seconds) return before;
  const limiter = LIMITER_KINDS[trace.syncs.limiter[index] ?? 0];
  const other = compared === undefined ? [] : [comparedRow(compared, seconds)];
  return {
    ...before,
    sync: index + 1,
    ...(limiter === undefined ? {} : { limiter }),
    groups: [
      load,
      { title: 'Replicas', rows: [...replicaRows(trace, index, seconds), ...other] },
      { title: 'Metrics', rows: trace.metrics.map((metric) => metricRow(metric, index)) },
      { title: 'Workload', rows: workloadRows(trace, seconds) },
    ],
    events: eventsAt(trace, index),
  };
}

function loadRow(load: LoadCurve, isOneOfSeveral: boolean, seconds: number): InstantRow {
  const value = `${formatValue(sampleLoad(load, seconds), 'value')} ${load.unit}`;
  return { key: `load ${load.id}`, look: LOAD_LOOK, label: isOneOfSeveral ? load.id : 'load', value };
}

function replicaRows({ syncs, cluster }: Trace, index: number, seconds: number): readonly InstantRow[] {
  const sample = syncAt(cluster.atSeconds, seconds);
  const row = (
    id: 'desired' | 'current' | 'ready' | 'starting' | 'raw' | 'stabilized',
    count: number | undefined,
  ) => ({
    key: id,
    look: REPLICA_LOOKS[id],
    label: REPLICA_LOOKS[id].label,
    value: countText(count),
  });
  const pending = cluster.pendingPods[sample] ?? 0;
  const starting = row('starting', (cluster.startingPods[sample] ?? 0) + pending);
  return [
    row('desired', syncs.desiredReplicas[index]),
    row('current', syncs.currentReplicas[index]),
    row('ready', cluster.readyPods[sample]),
    pending === 0 ? starting : { ...starting, note: `${pending} without a node` },
    row('raw', syncs.proposal[index]),
    row('stabilized', syncs.stabilized[index]),
    {
      key: 'bounds',
      look: REPLICA_LOOKS.bounds,
      label: REPLICA_LOOKS.bounds.label,
      value: `${countText(syncs.minReplicas[index])} / ${countText(syncs.maxReplicas[index])}`,
    },
  ];
}

function countText(count: number | undefined): string {
  return count === undefined || count === -1 ? 'unknown' : formatValue(count, 'replicas');
}

function comparedRow({ label, trace: { syncs } }: ComparedLine, seconds: number): InstantRow {
  const desired = syncs.desiredReplicas[syncAt(syncs.atSeconds, seconds)];
  return { key: 'compared', look: REPLICA_LOOKS.compared, label, value: countText(desired) };
}

function metricRow(metric: MetricColumns, index: number): InstantRow {
  const current = metric.current[index] ?? Number.NaN;
  const target = metric.target[index] ?? Number.NaN;
  const of = Number.isNaN(target) ? '' : ` of ${formatValue(target, metric.unit)}`;
  const row = { key: `metric ${metric.index}`, look: USAGE_LOOK, label: metric.name };
  if (Number.isNaN(current)) return { ...row, value: 'no metrics' };
  const value = `${formatValue(current, metric.unit)}${of}`;
  return target > 0 ? { ...row, value, note: `${(current / target).toFixed(2)}×` } : { ...row, value };
}

/** The keys are those of the workload's own plots, which may tell of the same. */
function workloadRows({ cluster }: Trace, seconds: number): readonly InstantRow[] {
  const sample = syncAt(cluster.atSeconds, seconds);
  const row = (
    plot: string,
    id: 'served' | 'dropped' | 'waiting' | 'latency',
    values: Float64Array,
    unit: Unit,
    suffix: string,
  ): readonly InstantRow[] => {
    const value = values[sample] ?? Number.NaN;
    if (Number.isNaN(value)) return [];
    const { label } = WORKLOAD_LOOKS[id];
    return [
      {
        key: `workload ${plot} ${id}`,
        look: WORKLOAD_LOOKS[id],
        label,
        value: formatValue(value, unit) + suffix,
      },
    ];
  };
  return [
    ...row('Requests', 'served', cluster.served, 'value', ' /s'),
    ...row('Requests', 'dropped', cluster.droppedRate, 'value', ' /s'),
    ...row('Backlog', 'waiting', cluster.waiting, 'value', ''),
    ...row('Latency', 'latency', cluster.latencySeconds, 'seconds', ''),
  ];
}

/** A tooltip is no log: more are in the list of events. */
const MAX_EVENTS = 3;

function eventsAt({ events }: Trace, sync: number): readonly string[] {
  // Ascending by sync; a run has thousands of them, and this is asked with every move of the pointer.
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.sync ?? 0) < sync) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < events.length && found.length < MAX_EVENTS; at++) {
    const event = events[at];
    if (event === undefined || event.sync !== sync) break;
    found.push(`${event.reason}: ${event.message}`);
  }
  return found;
}

/** Rows that charts add take the place of what tells the same, or come last. */
export function withRows(
  groups: readonly InstantGroup[],
  added: readonly InstantRow[],
): readonly InstantGroup[] {
  const byKey = new Map(added.map((row) => [row.key, row]));
  const merged = groups.map(({ title, rows }) => ({
    title,
    rows: rows.filter(({ key }) => !byKey.has(key)),
  }));
  const workload = merged.find(({ title }) => title === 'Workload');
  if (added.length === 0) return groups;
  if (workload === undefined) return [...merged, { title: 'Workload', rows: added }];
  return merged.map((group) => (group === workload ? { ...group, rows: [...group.rows, ...added] } : group));
}
