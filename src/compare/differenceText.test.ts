import { describe, expect, test } from 'vitest';
import type { Trace } from '../core/index.ts';
import { differenceOf } from './differenceText.ts';

const SUMMARY = {
  podHours: 2,
  secondsAboveTarget: 300,
  requestsDropped: 1200,
  p95LatencySeconds: 0.09,
  maxReplicas: 8,
};

function traceOf(
  periodSeconds: number,
  desired: readonly number[],
  summary: Partial<typeof SUMMARY> = {},
): Trace {
  const syncs = {
    atSeconds: Float64Array.from(desired, (_, sync) => sync * periodSeconds),
    desiredReplicas: Int32Array.from(desired),
  };
  return { syncs, summary: { ...SUMMARY, ...summary } } as unknown as Trace;
}

const tell = (present: Trace, other: Trace) => differenceOf(present, other, (seconds) => `${seconds} s`);

describe('what another run changes', () => {
  test('says where the replicas part, and each figure that changes', () => {
    const present = traceOf(15, [2, 2, 4, 4]);
    const other = traceOf(15, [2, 2, 3, 4], { podHours: 1.5, requestsDropped: 1250, p95LatencySeconds: 1.2 });
    expect(tell(present, other)).toEqual({
      text: 'From 30 s on the replicas go another way: 3 instead of 4. Pod time falls from 2.00 pod-hours to 1.50 pod-hours, the number of dropped requests grows from 1,200 to 1,250 and p95 latency grows from 90 ms to 1.20 s.',
      partAtSeconds: 30,
    });
  });

  test('finds where they part although one looks more often', () => {
    const present = traceOf(15, [2, 2, 4, 4]);
    expect(tell(present, traceOf(5, [2, 2, 2, 2, 2, 4, 4, 4, 4, 4])).partAtSeconds).toBe(25);
    expect(tell(present, traceOf(5, [2, 2, 2, 2, 2, 2, 4, 4, 4, 4])).partAtSeconds).toBeUndefined();
  });

  test('no difference is said, too', () => {
    const present = traceOf(15, [2, 4]);
    expect(tell(present, present).text).toBe('The replicas would be the same all along.');
    expect(tell(present, traceOf(15, [2, 3])).text).toMatch(/No figure changes by it\.$/);
    // Not known at the start is not different.
    expect(tell(present, traceOf(15, [-1, 4])).partAtSeconds).toBeUndefined();
  });
});
