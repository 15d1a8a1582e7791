import { describe, expect, it } from 'vitest';
import { nodeHours, p95Latency } from './sums.ts';
import type { ClusterColumns } from './types.ts';

/** Samples as rows: second, served requests/s, latency, nodes. */
function columnsOf(rows: readonly (readonly [number, number, number, number])[]): ClusterColumns {
  const column = (index: 0 | 1 | 2 | 3) => Float64Array.from(rows, (row) => row[index]);
  const empty = new Float64Array(rows.length);
  const none = new Int32Array(rows.length);
  return {
    atSeconds: column(0),
    served: column(1),
    latencySeconds: column(2),
    nodes: Int32Array.from(column(3)),
    offered: empty,
    waiting: empty,
    droppedRate: empty,
    cpuUsageCores: empty,
    memoryUsageBytes: empty,
    readyPods: none,
    pods: none,
    startingPods: none,
    pendingPods: none,
    oldRevisionPods: none,
  };
}

describe('p95Latency', () => {
  it('[TR7] weighs by the requests, not by the time', () => {
    const busy = columnsOf([
      [0, 100, 2, 0],
      [10, 1, 0.1, 0],
    ]);
    expect(p95Latency(busy, 1000)).toBe(2);
    const calm = columnsOf([
      [0, 100, 2, 0],
      [10, 100, 0.1, 0],
    ]);
    expect(p95Latency(calm, 1000)).toBe(0.1);
  });

  it('[TR7] leaves out when nothing is served', () => {
    const columns = columnsOf([
      [0, 0, Number.NaN, 0],
      [10, 5, 0.3, 0],
    ]);
    expect(p95Latency(columns, 11)).toBe(0.3);
    expect(p95Latency(columnsOf([[0, 0, Number.NaN, 0]]), 11)).toBe(0);
  });
});

describe('nodeHours', () => {
  it('[ND9] adds up nodes until the end', () => {
    const columns = columnsOf([
      [0, 0, 0, 2],
      [1800, 0, 0, 4],
    ]);
    expect(nodeHours(columns, 3600)).toBe(3);
  });
});
