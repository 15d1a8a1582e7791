import { describe, expect, it } from 'vitest';
import { metricDomain, metricLines, replicaDomain, replicaLines, stepValueAt } from './series.ts';
import { CPU, SYNCS, traceWith } from './traceFixture.ts';

const NONE_HIDDEN = new Set<never>();

describe('replicaLines', () => {
  it('reads -1 as a gap', () => {
    const { raw } = replicaLines(traceWith());
    expect([...raw.values]).toEqual([Number.NaN, 9, 12, 8, 8]);
  });

  it('takes ready pods at the instants of the cluster, not of the syncs', () => {
    expect([...replicaLines(traceWith()).ready.seconds]).toEqual([0, 60, 90, 150]);
  });
});

describe('the starting pods', () => {
  it('count those without a node too, and leave out the stretches without any', () => {
    const trace = traceWith();
    const cluster = {
      ...trace.cluster,
      atSeconds: Float64Array.of(0, 15, 30, 45, 60, 75),
      startingPods: Int32Array.of(0, 0, 1, 0, 0, 0),
      pendingPods: Int32Array.of(0, 0, 2, 1, 0, 0),
    };
    const { starting } = replicaLines({ ...trace, cluster });
    expect([...starting.values]).toEqual([Number.NaN, 0, 3, 1, 0, Number.NaN]);
  });
});

describe('replicaDomain', () => {
  it('shows the bounds and what the metrics ask for', () => {
    expect(replicaDomain(replicaLines(traceWith()), NONE_HIDDEN)).toEqual({ highest: 20, clipped: [] });
  });

  it('cuts and names a bound that would press the counts flat', () => {
    const lines = replicaLines(traceWith({ maxReplicas: new Int32Array(5).fill(1000) }));
    expect(replicaDomain(lines, NONE_HIDDEN)).toEqual({
      highest: 12,
      clipped: [{ id: 'bounds', highest: 1000 }],
    });
  });

  it('cuts and names a proposal far above what was reached', () => {
    const lines = replicaLines(traceWith({ proposal: Int32Array.of(-1, 480, 12, 8, 8) }));
    expect(replicaDomain(lines, NONE_HIDDEN)).toEqual({
      highest: 20,
      clipped: [{ id: 'raw', highest: 480 }],
    });
  });

  it('gives the room of a line that was switched off to the others', () => {
    const lines = replicaLines(traceWith());
    expect(replicaDomain(lines, new Set(['bounds'] as const)).highest).toBe(12);
    expect(replicaDomain(lines, new Set(['bounds', 'raw', 'stabilized'] as const)).highest).toBe(8);
  });
});

describe('metricDomain', () => {
  it('includes usage and the band around the target', () => {
    expect(metricDomain(metricLines(CPU, SYNCS.atSeconds), NONE_HIDDEN)).toEqual({ lowest: 0, highest: 150 });
    const idle = { ...CPU, current: new Float64Array(5).fill(Number.NaN) };
    expect(metricDomain(metricLines(idle, SYNCS.atSeconds), NONE_HIDDEN).highest).toBeCloseTo(77);
  });

  it('leaves out what was switched off', () => {
    const lines = metricLines(CPU, SYNCS.atSeconds);
    expect(metricDomain(lines, new Set(['usage'] as const)).highest).toBeCloseTo(77);
    expect(metricDomain(lines, new Set(['usage', 'target'] as const))).toEqual({ lowest: 0, highest: 0 });
  });

  it('reaches below zero for a metric that does', () => {
    const negative = { ...CPU, current: new Float64Array(5).fill(-3) };
    expect(metricDomain(metricLines(negative, SYNCS.atSeconds), NONE_HIDDEN).lowest).toBe(-3);
  });
});

describe('stepValueAt', () => {
  it('holds the last value and knows none before the first', () => {
    const points = { seconds: Float64Array.of(10, 20), values: Float64Array.of(3, Number.NaN) };
    expect(stepValueAt(points, 5)).toBeUndefined();
    expect(stepValueAt(points, 19)).toBe(3);
    expect(stepValueAt(points, 20)).toBeUndefined();
  });
});
