/** Everything that the Trace knows of one instant, as rows for the tooltip. Pure. */
import {
  LIMITER_KINDS,
  type LimiterKind,
  type LoadCurve,
  type MetricColumns,
  sampleLoad,
  type Trace,
} from '../core/index.ts';
import type { LineLook } from './Legend.tsx';
import { LOAD_LOOK, REPLICA_LOOKS, USAGE_LOOK } from './looks.ts';
import type { ComparedLine } from './props.ts';
import { syncAt } from './syncs.ts';
import { formatClock, formatValue } from './units.ts';

export interface InstantRow {
  readonly key: string;
  readonly look: LineLook;
  readonly label: string;
  readonly value: string;
}

export interface Instant {
  /** "00:21:45" */
  readonly clock: string;
  /** counted from 1; undefined before the first sync */
  readonly sync?: number;
  readonly limiter?: LimiterKind;
  readonly rows: readonly InstantRow[];
}

export function instantAt(
  trace: Trace | undefined,
  loads: readonly LoadCurve[],
  seconds: number,
  compared?: ComparedLine,
): Instant {
  const clock = formatClock(seconds);
  const rows = loads.map((load) => loadRow(load, seconds));
  if (trace === undefined) return { clock, rows };
  const index = syncAt(trace.syncs.atSeconds, seconds);
  const first = trace.syncs.atSeconds[0];
  if (index < 0 || first === undefined || first > seconds) return { clock, rows };
  const limiter = LIMITER_KINDS[trace.syncs.limiter[index] ?? 0];
  return {
    clock,
    sync: index + 1,
    ...(limiter === undefined ? {} : { limiter }),
    rows: [
      ...rows,
      ...replicaRows(trace, index, seconds),
      ...(compared === undefined ? [] : [comparedRow(compared, seconds)]),
      ...trace.metrics.map((metric) => metricRow(metric, index)),
    ],
  };
}

function loadRow(load: LoadCurve, seconds: number): InstantRow {
  const value = `${formatValue(sampleLoad(load, seconds), 'value')} ${load.unit}`;
  return { key: `load ${load.id}`, look: LOAD_LOOK, label: 'load', value };
}

function replicaRows({ syncs, cluster }: Trace, index: number, seconds: number): InstantRow[] {
  const ready = cluster.readyPods[syncAt(cluster.atSeconds, seconds)];
  const row = (id: 'desired' | 'current' | 'ready' | 'raw', count: number | undefined): InstantRow => ({
    key: id,
    look: REPLICA_LOOKS[id],
    label: REPLICA_LOOKS[id].label,
    value: count === undefined || count === -1 ? 'unknown' : formatValue(count, 'replicas'),
  });
  return [
    row('desired', syncs.desiredReplicas[index]),
    row('current', syncs.currentReplicas[index]),
    row('ready', ready),
    row('raw', syncs.proposal[index]),
  ];
}

function comparedRow({ label, trace: { syncs } }: ComparedLine, seconds: number): InstantRow {
  const desired = syncs.desiredReplicas[syncAt(syncs.atSeconds, seconds)] ?? -1;
  const value = desired === -1 ? 'unknown' : formatValue(desired, 'replicas');
  return { key: 'compared', look: REPLICA_LOOKS.compared, label, value };
}

function metricRow(metric: MetricColumns, index: number): InstantRow {
  const current = metric.current[index] ?? Number.NaN;
  const target = metric.target[index] ?? Number.NaN;
  const of = Number.isNaN(target) ? '' : ` of ${formatValue(target, metric.unit)}`;
  return {
    key: `metric ${metric.index}`,
    look: USAGE_LOOK,
    label: metric.name,
    value: Number.isNaN(current) ? 'no metrics' : `${formatValue(current, metric.unit)}${of}`,
  };
}
