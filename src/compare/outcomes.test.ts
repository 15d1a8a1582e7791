import { describe, expect, test } from 'vitest';
import type { Trace, TraceSummary } from '../core/index.ts';
import { outcomesOf, secondsAtMax } from './outcomes.ts';

const SUMMARY: TraceSummary = {
  syncs: 4,
  scaleUps: 2,
  scaleDowns: 1,
  reversals: 1,
  podHours: 2,
  maxReplicas: 6,
  requestsOffered: 1000,
  requestsServed: 990,
  requestsDropped: 10,
  requestsWaiting: 0,
  p95LatencySeconds: 0.25,
  nodeHours: 0,
  secondsAboveTarget: 90,
};

function runOf(summary: Partial<TraceSummary>, desired = [2, 4, 6, 6], max = 6): Trace {
  const syncs = {
    atSeconds: Float64Array.from(desired, (_, index) => index * 15),
    desiredReplicas: Int32Array.from(desired),
    maxReplicas: new Int32Array(desired.length).fill(max),
  };
  return {
    durationSeconds: 100,
    syncs,
    summary: { ...SUMMARY, ...summary },
    coldStarts: [],
  } as unknown as Trace;
}

function outcome(id: string, a: Trace, b: Trace, price = 1) {
  const found = outcomesOf(a, b, price).find((row) => row.id === id);
  return found === undefined ? undefined : [found.a, found.b, found.better];
}

describe('outcomes of two runs', () => {
  test('less pod time is better, and costs less', () => {
    const [a, b] = [runOf({ podHours: 2 }), runOf({ podHours: 3.5 })];
    expect(outcome('podHours', a, b)).toEqual(['2.00 pod-hours', '3.50 pod-hours', 'a']);
    expect(outcome('cost', a, b, 0.2)).toEqual(['0.40', '0.70', 'a']);
    expect(outcome('podHours', b, a)?.[2]).toBe('b');
  });

  test('no mark where both say the same, also where the rest is too small to be read', () => {
    expect(outcome('dropped', runOf({}), runOf({}))).toEqual(['10', '10', undefined]);
    expect(outcome('podHours', runOf({ podHours: 2 }), runOf({ podHours: 2.001 }))?.[2]).toBeUndefined();
  });

  test('scaling more often is neither better nor worse; turning round is', () => {
    const [a, b] = [runOf({ scaleUps: 1, reversals: 0 }), runOf({ scaleUps: 9, reversals: 4 })];
    expect(outcome('scaleUps', a, b)).toEqual(['1 time', '9 times', undefined]);
    expect(outcome('reversals', a, b)).toEqual(['0 times', '4 times', 'a']);
  });

  test('latency in the unit that suits it', () => {
    expect(outcome('p95', runOf({ p95LatencySeconds: 0.0512 }), runOf({ p95LatencySeconds: 3 }))).toEqual([
      '51 ms',
      '3.00 s',
      'a',
    ]);
  });
});

describe('time at max', () => {
  test('each sync holds until the next, the last one to the end', () => {
    expect(secondsAtMax(runOf({}, [6, 2, 6, 6]))).toBe(15 + 15 + 55);
  });

  test('a sync of which nothing is known does not count', () => {
    expect(secondsAtMax(runOf({}, [2, -1, -1, 2]))).toBe(0);
  });

  test('a cold start stands there where one of the runs has one, and none is better', () => {
    const cluster = {
      atSeconds: Float64Array.of(0),
      offered: Float64Array.of(0),
      droppedRate: Float64Array.of(0),
    };
    const started = (firstResponseSeconds: number): Trace =>
      ({
        ...runOf({}),
        cluster,
        coldStarts: [{ fromSeconds: 1, servedSeconds: 20, firstResponseSeconds }],
      }) as unknown as Trace;
    expect(outcome('firstResponse', runOf({}), runOf({}))).toBeUndefined();
    expect(outcome('firstResponse', started(23.4), { ...runOf({}), cluster } as unknown as Trace)).toEqual([
      '23.4 s',
      'no cold start',
      'b',
    ]);
    expect(outcome('firstResponse', started(23.4), started(Number.NaN))).toEqual([
      '23.4 s',
      'never answered',
      'a',
    ]);
  });
});
