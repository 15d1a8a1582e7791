/** What each chart draws, as the rows and columns of a table. Pure. */
import {
  LIMITER_KINDS,
  type LoadCurve,
  type MetricColumns,
  pollAt,
  sampleLoad,
  type Trace,
} from '../core/index.ts';
import { KEDA_LOOKS, kindOf } from './keda.ts';
import { LIMITERS } from './limiters.ts';
import type { Points } from './reduce.ts';
import { metricLines, replicaLines } from './series.ts';
import { syncAt } from './syncs.ts';
import { formatClock, formatValue, type Unit } from './units.ts';
import { WORKLOAD_PLOTS, workloadLines, workloadPlotText } from './workload.ts';

export interface TableColumn {
  /** with the unit */
  readonly title: string;
  /** as it is read */
  cell(row: number): string;
  /** as it is computed with: without unit and rounding; empty where it is unknown */
  plain(row: number): string;
}

/** One row a sync. */
export interface ChartTable {
  readonly syncSeconds: Float64Array;
  readonly columns: readonly TableColumn[];
}

/** Which chart's table is meant. The tables themselves are made when somebody opens one. */
export type TableSource =
  | { readonly chart: 'replicas' | 'limiters' | 'keda' }
  /** `index` of the metric in the manifest */
  | { readonly chart: 'metric'; readonly index: number }
  | { readonly chart: 'load'; readonly curve: LoadCurve }
  | { readonly chart: 'workload'; readonly perPod: boolean };

export function tableOf(source: TableSource, trace: Trace): ChartTable {
  switch (source.chart) {
    case 'replicas':
      return replicasTable(trace);
    case 'limiters':
      return limitersTable(trace);
    case 'keda':
      return kedaTable(trace);
    case 'metric':
      return metricTable(source.index, trace);
    case 'load':
      return loadTable(source.curve, trace);
    case 'workload':
      return workloadTable(source.perPod, trace);
  }
}

/** Stands where a value is unknown. */
const UNKNOWN = '–';

function numberColumn(title: string, unit: Unit, valueAt: (row: number) => number): TableColumn {
  return {
    title,
    cell: (row) => {
      const value = valueAt(row);
      return Number.isNaN(value) ? UNKNOWN : formatValue(value, unit);
    },
    plain: (row) => {
      const value = valueAt(row);
      return Number.isNaN(value) ? '' : String(value);
    },
  };
}

/** A line of the chart as the syncs meet it: the value that holds at each. */
function lineColumn(
  title: string,
  unit: Unit,
  { seconds, values }: Points,
  syncSeconds: Float64Array,
): TableColumn {
  return numberColumn(title, unit, (row) => {
    const at = syncSeconds[row] ?? 0;
    const index = syncAt(seconds, at);
    return (seconds[index] ?? Number.POSITIVE_INFINITY) > at ? Number.NaN : (values[index] ?? Number.NaN);
  });
}

function limiterColumn({ syncs }: Trace): TableColumn {
  const text = (row: number): string => {
    const kind = LIMITER_KINDS[syncs.limiter[row] ?? 0];
    return kind === undefined ? '' : LIMITERS[kind].label;
  };
  return { title: 'decided by', cell: text, plain: text };
}

function replicasTable(trace: Trace): ChartTable {
  const syncSeconds = trace.syncs.atSeconds;
  const lines = replicaLines(trace);
  const column = (title: string, points: Points) => lineColumn(title, 'replicas', points, syncSeconds);
  const { cluster } = trace;
  const starting = Float64Array.from(
    cluster.startingPods,
    (count, at) => count + (cluster.pendingPods[at] ?? 0),
  );
  return {
    syncSeconds,
    columns: [
      column('desired', lines.desired),
      column('current', lines.current),
      column('ready', lines.ready),
      column('starting', { seconds: cluster.atSeconds, values: starting }),
      column('metrics ask for', lines.raw),
      column('stabilized', lines.stabilized),
      column('min', lines.min),
      column('max', lines.max),
      limiterColumn(trace),
    ],
  };
}

function limitersTable(trace: Trace): ChartTable {
  const { syncs } = trace;
  const rescaled = (row: number): string => (syncs.rescaled[row] === 1 ? 'yes' : '');
  return {
    syncSeconds: syncs.atSeconds,
    columns: [
      limiterColumn(trace),
      lineColumn('desired', 'replicas', replicaLines(trace).desired, syncs.atSeconds),
      { title: 'scale written', cell: rescaled, plain: rescaled },
    ],
  };
}

/** What each sync knows of KEDA: its last poll. Without columns in a run without KEDA. */
function kedaTable({ syncs: { atSeconds: syncSeconds }, keda }: Trace): ChartTable {
  if (keda === undefined) return { syncSeconds, columns: [] };
  const { polls } = keda;
  const at = (row: number): number => syncSeconds[row] ?? 0;
  const pollOf = (row: number): number => pollAt(keda, at(row));
  const of = (column: ArrayLike<number>) => (row: number) => column[pollOf(row)] ?? Number.NaN;
  const decided = (row: number): string =>
    pollOf(row) < 0 ? '' : KEDA_LOOKS[kindOf(polls, pollOf(row))].label;
  const left = (row: number): number => Math.max(0, of(polls.cooldownEndsSeconds)(row) - at(row));
  return {
    syncSeconds,
    columns: [
      { title: 'KEDA', cell: decided, plain: decided },
      numberColumn('polled at, s', 'value', of(polls.atSeconds)),
      numberColumn('cooldown left', 'seconds', left),
      numberColumn('before the poll', 'replicas', of(polls.replicasBefore)),
      numberColumn('after it', 'replicas', of(polls.replicasAfter)),
      ...polls.metrics.map(({ name, value }) => numberColumn(name, 'value', of(value))),
    ],
  };
}

/** Without columns in a run of another manifest, which has no such metric. */
function metricTable(index: number, trace: Trace): ChartTable {
  const syncSeconds = trace.syncs.atSeconds;
  const metric = trace.metrics.find((other) => other.index === index);
  if (metric === undefined) return { syncSeconds, columns: [] };
  const lines = metricLines(metric, syncSeconds);
  const column = (title: string, points: Points) =>
    lineColumn(title + unitText(metric), metric.unit, points, syncSeconds);
  return {
    syncSeconds,
    columns: [
      column('usage', lines.current),
      column('target', lines.target),
      column('tolerated from', lines.toleranceLow),
      column('tolerated to', lines.toleranceHigh),
    ],
  };
}

function unitText({ unit }: MetricColumns): string {
  return unit === 'value' ? '' : `, ${unit === 'percent' ? '%' : unit}`;
}

function loadTable(curve: LoadCurve, { syncs: { atSeconds } }: Trace): ChartTable {
  const demand = (row: number): number => sampleLoad(curve, atSeconds[row] ?? 0);
  return { syncSeconds: atSeconds, columns: [numberColumn(`load, ${curve.unit}`, 'value', demand)] };
}

function workloadTable(perPod: boolean, trace: Trace): ChartTable {
  const { atSeconds } = trace.syncs;
  const columns = WORKLOAD_PLOTS.flatMap((plot) => {
    const { title, subtitle, unit } = workloadPlotText(plot, perPod);
    return workloadLines(trace, plot, perPod).map(({ id, points }) =>
      lineColumn(`${title} ${id}, ${subtitle}`, unit, points, atSeconds),
    );
  });
  return { syncSeconds: atSeconds, columns };
}

/** Rows [from, to) as RFC 4180 has them. */
export function tableText({ syncSeconds, columns }: ChartTable, from: number, to: number): string {
  const lines = [['sync', 'time', 'seconds', ...columns.map(({ title }) => title)]];
  for (let row = from; row < to; row++) {
    const at = syncSeconds[row] ?? 0;
    lines.push([String(row + 1), formatClock(at), String(at), ...columns.map((column) => column.plain(row))]);
  }
  return lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

/** A spreadsheet would take what begins like this for a formula; numbers below zero are left alone. */
const FORMULA = /^[=+@\t\r]|^-(?!\d)/;

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
