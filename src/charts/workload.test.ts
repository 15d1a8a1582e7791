import { describe, expect, it } from 'vitest';
import type { ContainerSize, PodLife } from '../core/index.ts';
import { traceWith } from './traceFixture.ts';
import { sumOverPods, workloadLines, workloadReach } from './workload.ts';

const SIZE: ContainerSize = { cpuRequestCores: 0.1, cpuLimitCores: 0.5, memoryRequestBytes: 2 ** 20 };

function pod(scheduledSeconds: number, goneSeconds: number, size = SIZE): PodLife {
  const at = scheduledSeconds;
  return {
    name: `web-${at}`,
    createdSeconds: at,
    scheduledSeconds,
    startedSeconds: at,
    readySeconds: at,
    deletedSeconds: goneSeconds,
    goneSeconds,
    revision: 1,
    containerRestarts: 0,
    endedBy: '',
    size,
  };
}

const PODS = [pod(-3600, Number.NaN), pod(60, 200), pod(60, Number.NaN), pod(Number.NaN, Number.NaN)];

function pointsOf({ seconds, values }: { readonly seconds: Float64Array; readonly values: Float64Array }) {
  return Array.from(seconds, (at, index) => [at, values[index]]);
}

describe('sumOverPods', () => {
  it('counts a pod from its node until it is gone, without an error of rounding', () => {
    expect(pointsOf(sumOverPods(PODS, ({ size }) => size.cpuRequestCores))).toEqual([
      [0, 0.1],
      [60, 0.3],
      [200, 0.2],
    ]);
  });

  it('is unknown while a pod has no such amount', () => {
    const pods = [...PODS, pod(100, 150, {})];
    expect(pointsOf(sumOverPods(pods, ({ size }) => size.cpuLimitCores)).slice(2, 4)).toEqual([
      [100, Number.NaN],
      [150, 1.5],
    ]);
  });
});

describe('workloadLines', () => {
  const trace = { ...traceWith(), pods: PODS };

  it('CPU: usage against what all pods ask for and may use', () => {
    const [usage, request, limit] = workloadLines(trace, 'cpu', false);
    expect(usage).toMatchObject({ id: 'usage', points: { values: trace.cluster.cpuUsageCores } });
    expect([...(request?.points.values ?? [])]).toEqual([0.1, 0.3, 0.2]);
    expect([...(limit?.points.values ?? [])]).toEqual([0.5, 1.5, 1]);
  });

  it('CPU of a pod: the same shared by the pods on nodes', () => {
    const [usage, request] = workloadLines(trace, 'cpu', true);
    // 1 pod at 0 s, 3 from 60 s on
    expect([...(usage?.points.values ?? [])]).toEqual([1, 2 / 3, 1, 1]);
    for (const value of request?.points.values ?? []) expect(value).toBeCloseTo(0.1);
  });

  it('a limit that no pod has is no line', () => {
    const limit = workloadLines(trace, 'memory', false).find(({ id }) => id === 'limit');
    expect([...(limit?.points.values ?? [])].every(Number.isNaN)).toBe(true);
  });

  it('requests: offered, served and dropped', () => {
    expect(workloadLines(trace, 'requests', false).map(({ id, points }) => [id, points.values[1]])).toEqual([
      ['offered', 300],
      ['served', 200],
      ['dropped', 100],
    ]);
  });
});

describe('workloadReach', () => {
  const trace = { ...traceWith(), pods: [pod(0, Number.NaN, { cpuRequestCores: 2, cpuLimitCores: 50 })] };
  const lines = workloadLines(trace, 'cpu', false);

  it('cuts and names a limit that would press the usage flat', () => {
    expect(workloadReach(lines, new Set())).toEqual({ highest: 3, clipped: [{ id: 'limit', highest: 50 }] });
  });

  it('shows the limit when it stands alone', () => {
    expect(workloadReach(lines, new Set(['usage', 'request']))).toEqual({ highest: 50, clipped: [] });
  });
});
