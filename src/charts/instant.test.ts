import { describe, expect, it } from 'vitest';
import type { LoadCurve } from '../core/index.ts';
import { type InstantGroup, instantAt, withRows } from './instant.ts';
import { traceWith } from './traceFixture.ts';

const LOAD: LoadCurve = {
  id: 'requests',
  unit: 'requests/s',
  interpolation: 'linear',
  points: [
    { atSeconds: 0, value: 100 },
    { atSeconds: 100, value: 300 },
  ],
};

function textsOf(groups: readonly InstantGroup[]): Record<string, string> {
  const rows = groups.flatMap((group) => group.rows);
  return Object.fromEntries(
    rows.map(({ label, value, note }) => [label, note === undefined ? value : `${value}, ${note}`]),
  );
}

const rowsAt = (seconds: number) => textsOf(instantAt(traceWith(), [LOAD], seconds).groups);

describe('instantAt', () => {
  it('gathers load, replicas, metrics and workload of one instant', () => {
    expect(rowsAt(95)).toEqual({
      load: '290 requests/s',
      desired: '4',
      current: '2',
      ready: '4',
      starting: '0',
      'metrics ask for': '9',
      stabilized: '9',
      'min / max': '2 / 20',
      cpu: '150\u202f% of 70\u202f%, 2.14×',
      served: '300 /s',
      dropped: '0 /s',
      waiting: '0',
      latency: '50\u202fms',
    });
    expect(instantAt(traceWith(), [LOAD], 95)).toMatchObject({
      clock: '00:01:35',
      sync: 2,
      limiter: 'policy',
    });
  });

  it('tells the starting pods that have no node', () => {
    const trace = traceWith();
    const cluster = { ...trace.cluster, pendingPods: Int32Array.of(0, 3, 0, 0) };
    const { groups } = instantAt({ ...trace, cluster }, [], 60);
    expect(textsOf(groups).starting).toBe('5, 3 without a node');
  });

  it('says what could not be read', () => {
    expect(rowsAt(10)).toMatchObject({ 'metrics ask for': 'unknown', cpu: 'no metrics' });
  });

  it('knows the load before there is a run', () => {
    const instant = instantAt(undefined, [LOAD], 50);
    expect(instant.sync).toBeUndefined();
    expect(textsOf(instant.groups)).toEqual({ load: '200 requests/s' });
  });

  it('names several loads apart', () => {
    const loads = [LOAD, { ...LOAD, id: 'queue' }];
    expect(Object.keys(textsOf(instantAt(undefined, loads, 50).groups))).toEqual(['requests', 'queue']);
  });

  it('repeats what the controller said at that sync, and not at its neighbours', () => {
    const event = (sync: number) => ({
      type: 'Normal' as const,
      reason: 'SuccessfulRescale',
      message: `New size: ${sync}`,
      sync,
      atSeconds: sync * 60,
    });
    const trace = { ...traceWith(), events: [event(1), event(2), event(2), event(4)] };
    expect(instantAt(trace, [], 130).events).toEqual([
      'SuccessfulRescale: New size: 2',
      'SuccessfulRescale: New size: 2',
    ]);
    expect(instantAt(trace, [], 190).events).toEqual([]);
  });
});

describe('withRows', () => {
  const row = (key: string, value = '1') => ({ key, label: key, value });
  const groups = [
    { title: 'Load', rows: [row('load')] },
    { title: 'Workload', rows: [row('workload Requests served'), row('workload Backlog waiting')] },
  ];

  it('lets a chart tell more of what is there already, once', () => {
    const merged = withRows(groups, [row('workload Requests served', '2'), row('workload CPU usage')]);
    expect(merged[1]?.rows.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'workload Backlog waiting 1',
      'workload Requests served 2',
      'workload CPU usage 1',
    ]);
  });

  it('changes nothing where nothing is added', () => {
    expect(withRows(groups, [])).toBe(groups);
  });
});
