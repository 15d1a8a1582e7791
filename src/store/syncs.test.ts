import { describe, expect, test } from 'vitest';
import { LIMITER_KINDS, type LimiterKind, type SyncStep } from '../core/index.ts';
import { decidingSync, limiterCounts, stretchBeside } from './syncs.ts';
import { traceOf } from './testing/fixtures.ts';

function traceWith(kinds: readonly LimiterKind[]) {
  const trace = traceOf(kinds.map(() => 1));
  trace.syncs.limiter.set(kinds.map((kind) => LIMITER_KINDS.indexOf(kind)));
  return trace;
}

const RUN = traceWith(['max', 'max', 'none', 'max', 'max', 'min', 'max']);

describe('where a limiter begins to decide', () => {
  test.each([
    [0, 1, 3],
    [3, 1, 6],
    [6, 1, undefined],
    [6, -1, 3],
    [4, -1, 3],
    [3, -1, 0],
    [0, -1, undefined],
  ] as const)('from sync %i, step %i: %s', (from, step, to) => {
    expect(stretchBeside(RUN, from, 'max', step)).toBe(to);
  });
});

test('counts the syncs of each limiter that decided some', () => {
  expect([...limiterCounts(RUN)]).toEqual([
    ['max', 5],
    ['none', 1],
    ['min', 1],
  ]);
});

describe('the sync that decided', () => {
  const down = {
    windowSeconds: 300,
    recommendations: [
      { atMs: 1_015_000, replicas: 8 },
      { atMs: 1_030_000, replicas: 6 },
    ],
    limit: 8,
    holder: 0,
  };
  function stepWith(limiter: LimiterKind, stabilization: unknown): SyncStep {
    return { index: 5, atSeconds: 75, record: { atMs: 1_075_000, limiter, stabilization } } as SyncStep;
  }

  test('is the one whose recommendation a window holds on to', () => {
    expect(decidingSync(RUN, stepWith('stabilizationDown', { down }))).toBe(1);
  });

  test('is the one with the oldest change that uses the budget of the policy', () => {
    const policies = [{ periodSeconds: 30 }, { periodSeconds: 60, freesUpAtMs: 1_090_000 }];
    const step = stepWith('policy', undefined);
    const record = { ...step.record, limit: { selected: 1, policies } };
    expect(decidingSync(RUN, { ...step, record } as unknown as SyncStep)).toBe(2);
    const unused = { ...step.record, limit: { selected: 0, policies } };
    expect(decidingSync(RUN, { ...step, record: unused } as unknown as SyncStep)).toBeUndefined();
  });

  test('is the sync itself where no window decided', () => {
    expect(decidingSync(RUN, stepWith('policy', { down }))).toBeUndefined();
    const { holder: _, ...own } = down;
    expect(decidingSync(RUN, stepWith('stabilizationDown', { down: own }))).toBeUndefined();
  });
});
