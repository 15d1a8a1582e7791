/** A small Trace for the tests of this folder: five syncs a minute apart, one metric, one sync without metrics. */
import {
  type ConditionColumns,
  LIMITER_KINDS,
  type MetricColumns,
  type SyncColumns,
  type Trace,
} from '../core/index.ts';

const codeOf = (kind: (typeof LIMITER_KINDS)[number]): number => LIMITER_KINDS.indexOf(kind);

export const SYNCS: SyncColumns = {
  atSeconds: Float64Array.of(0, 60, 120, 180, 240),
  currentReplicas: Int32Array.of(2, 2, 4, 8, 8),
  desiredReplicas: Int32Array.of(2, 4, 8, 8, 8),
  proposal: Int32Array.of(-1, 9, 12, 8, 8),
  stabilized: Int32Array.of(2, 9, 12, 8, 8),
  minReplicas: Int32Array.of(2, 2, 2, 2, 2),
  maxReplicas: Int32Array.of(20, 20, 20, 20, 20),
  limiter: Uint8Array.of(
    codeOf('error'),
    codeOf('policy'),
    codeOf('policy'),
    codeOf('tolerance'),
    codeOf('tolerance'),
  ),
  rescaled: Uint8Array.of(0, 1, 1, 0, 0),
};

export const CPU: MetricColumns = {
  index: 0,
  name: 'cpu',
  targetKind: 'Utilization',
  unit: 'percent',
  current: Float64Array.of(Number.NaN, 150, 95, 72, 70),
  target: new Float64Array(5).fill(70),
  toleranceUp: new Float64Array(5).fill(0.1),
  toleranceDown: new Float64Array(5).fill(0.1),
};

/** Absent at first, then true twice for one reason, then false. */
export const SCALING_LIMITED: ConditionColumns = {
  type: 'ScalingLimited',
  status: Uint8Array.of(0, 1, 1, 2, 2),
  reason: Uint8Array.of(0, 0, 0, 1, 1),
  reasons: ['ScaleUpLimit', 'DesiredWithinRange'],
};

/** The columns that charts read; what they do not read is left empty. */
export function traceWith(syncs: Partial<SyncColumns> = {}): Trace {
  return {
    startMs: 0,
    durationSeconds: 300,
    syncPeriodSeconds: 60,
    hpa: {} as Trace['hpa'],
    syncs: { ...SYNCS, ...syncs },
    metrics: [CPU],
    conditions: [SCALING_LIMITED],
    cluster: {
      atSeconds: Float64Array.of(0, 60, 90, 150),
      offered: Float64Array.of(100, 300, 300, 300),
      served: Float64Array.of(100, 200, 300, 300),
      readyPods: Int32Array.of(2, 2, 4, 8),
      pods: Int32Array.of(2, 4, 4, 8),
      startingPods: Int32Array.of(0, 2, 0, 0),
      pendingPods: new Int32Array(4),
      oldRevisionPods: new Int32Array(4),
      waiting: new Float64Array(4),
      droppedRate: Float64Array.of(0, 100, 0, 0),
      latencySeconds: new Float64Array(4).fill(0.05),
      nodes: new Int32Array(4),
      cpuUsageCores: Float64Array.of(1, 2, 3, 3),
      memoryUsageBytes: Float64Array.of(2e8, 4e8, 4e8, 8e8),
    },
    pods: [],
    events: [],
    scalings: [],
    coldStarts: [],
    summary: {} as Trace['summary'],
  };
}
