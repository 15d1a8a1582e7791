/** The columns of a run's table: a row a sync, each column with its unit. */
import { LIMITER_KINDS, type MetricColumns, type Trace } from '../core/index.ts';
import type { Cell } from './csv.ts';

export interface Column {
  /** with its unit in brackets; no two alike */
  readonly header: string;
  /** @param sample index of the newest sample of the cluster at the instant of the sync; -1 where there is none yet */
  readonly at: (sync: number, sample: number) => Cell;
}

const UNITS: Readonly<Record<MetricColumns['unit'], string>> = {
  percent: ' (% of request)',
  cores: ' (cores)',
  bytes: ' (bytes)',
  value: '',
};

/** Replica counts have -1 for "unknown at this sync". */
function count(header: string, column: Int32Array): Column {
  return {
    header,
    at: (sync) => {
      const value = column[sync];
      return value === -1 ? undefined : value;
    },
  };
}

function known(header: string, column: ArrayLike<number>): Column {
  return { header, at: (sync) => column[sync] };
}

function sampled(header: string, column: ArrayLike<number>): Column {
  return { header, at: (_, sample) => column[sample] };
}

function ofSyncs({ syncs }: Trace): Column[] {
  return [
    { header: 'sync', at: (sync) => sync + 1 },
    known('time (s)', syncs.atSeconds),
    count('current replicas', syncs.currentReplicas),
    count('desired replicas', syncs.desiredReplicas),
    count('replicas that the metrics ask for', syncs.proposal),
    count('replicas after stabilization', syncs.stabilized),
    count('min replicas', syncs.minReplicas),
    count('max replicas', syncs.maxReplicas),
    { header: 'decided by', at: (sync) => LIMITER_KINDS[syncs.limiter[sync] ?? 0] },
    known('rescaled (1: yes)', syncs.rescaled),
  ];
}

function ofMetric({ index, name, unit, targetKind, current, target }: MetricColumns): Column[] {
  // Two metrics may have one name: the number tells them apart.
  const title = `metric ${index + 1} ${name}`;
  return [
    known(`${title}${UNITS[unit]}`, current),
    known(`${title} target ${targetKind}${UNITS[unit]}`, target),
  ];
}

function ofCluster({ cluster }: Trace): Column[] {
  return [
    sampled('ready pods', cluster.readyPods),
    sampled('pods', cluster.pods),
    sampled('starting pods', cluster.startingPods),
    sampled('pending pods', cluster.pendingPods),
    sampled('offered (requests/s)', cluster.offered),
    sampled('served (requests/s)', cluster.served),
    sampled('dropped (requests/s)', cluster.droppedRate),
    sampled('waiting (requests)', cluster.waiting),
    sampled('latency (s)', cluster.latencySeconds),
    sampled('CPU usage (cores)', cluster.cpuUsageCores),
    sampled('memory usage (bytes)', cluster.memoryUsageBytes),
    sampled('nodes', cluster.nodes),
  ];
}

export function columnsOf(trace: Trace): readonly Column[] {
  return [...ofSyncs(trace), ...trace.metrics.flatMap(ofMetric), ...ofCluster(trace)];
}
