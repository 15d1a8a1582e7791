import { describe, expect, it } from 'vitest';
import type { HPAScalingRules } from '../autoscaling/types.ts';
import type { DecisionRecord } from '../podautoscaler/record.ts';
import { explain } from './explain.ts';
import { SAMPLES } from './samples.ts';
import {
  AT_SECONDS,
  buildHpa,
  buildLimit,
  buildMetric,
  buildRecord,
  buildWindow,
  NOW_MS,
} from './testing.ts';
import type { Explanation } from './types.ts';

const SCALE_DOWN: HPAScalingRules = {
  stabilizationWindowSeconds: 300,
  selectPolicy: 'Min',
  policies: [
    { type: 'Percent', value: 10, periodSeconds: 60 },
    { type: 'Pods', value: 2, periodSeconds: 60 },
  ],
};
const SCALE_UP: HPAScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

function explained(record: DecisionRecord): Explanation {
  const status = { currentReplicas: record.currentReplicas, desiredReplicas: record.desiredReplicas };
  const step = { index: 87, atSeconds: AT_SECONDS, record, status };
  return explain(step, {
    hpa: buildHpa({ scaleUp: SCALE_UP, scaleDown: SCALE_DOWN }),
    syncPeriodSeconds: 15,
  });
}

function sample(name: string): Explanation {
  const found = SAMPLES.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return explained(found.record);
}

function fact(explanation: Explanation, label: string): string | undefined {
  return explanation.facts.find((candidate) => candidate.label === label)?.value;
}

/** `raw 6, tolerance 6, …`; a star where the stage changed the count. */
function waterfall({ stages }: Explanation): string {
  return stages
    .map(({ kind, replicas, changed }) => `${kind} ${replicas ?? '?'}${changed ? '*' : ''}`)
    .join(', ');
}

describe('[EX1] texts of every sample', () => {
  it.each(SAMPLES)('$name: no text is broken', ({ record }) => {
    const explanation = explained(record);
    const texts = JSON.stringify(explanation);
    expect(texts).not.toMatch(/NaN|undefined|\[object|Infinity/);
    for (const { value } of explanation.facts) expect(value).not.toBe('');
    for (const { title, detail } of explanation.stages) expect(`${title}${detail}`).not.toBe('');
  });

  it('reads a division by zero without saying NaN', () => {
    const metric = buildMetric({ usageRatio: Number.NaN, current: -9223372036854775808n, multiplier: 0 });
    expect(JSON.stringify(explained(buildRecord({ metrics: [metric] })))).not.toMatch(/NaN|Infinity/);
  });
});

describe('[EX5] the waterfall', () => {
  it.each(SAMPLES)('$name: seven stages, the last one is what the sync ended with', ({ record }) => {
    const { stages } = explained(record);
    expect(stages.map(({ kind }) => kind)).toEqual([
      'raw',
      'tolerance',
      'pods',
      'stabilization',
      'policies',
      'bounds',
      'applied',
    ]);
    expect(stages.at(-1)?.replicas).toBe(record.desiredReplicas);
  });

  it.each([
    ['metric, up', 'raw 9, tolerance 9, pods 9, stabilization 9, policies 9, bounds 9, applied 9'],
    [
      'stabilizationDown, held',
      'raw 6, tolerance 6, pods 6, stabilization 14*, policies 14, bounds 14, applied 14',
    ],
    [
      'policy, after a window',
      'raw 6, tolerance 6, pods 6, stabilization 9*, policies 12*, bounds 12, applied 12',
    ],
    ['max', 'raw 9, tolerance 9, pods 9, stabilization 9, policies 9, bounds 8*, applied 8'],
    ['max, found above', 'raw ?, tolerance ?, pods ?, stabilization ?, policies ?, bounds 20*, applied 20'],
    [
      'missingMetrics, changed count',
      'raw 15, tolerance 15, pods 13*, stabilization 13, policies 13, bounds 13, applied 13',
    ],
    ['partialMetrics', 'raw 3, tolerance 3, pods 3, stabilization ?, policies ?, bounds ?, applied 8*'],
    [
      'error, scale not written',
      'raw 9, tolerance 9, pods 9, stabilization 9, policies 9, bounds 9, applied 4*',
    ],
    ['error, no metric', 'raw ?, tolerance ?, pods ?, stabilization ?, policies ?, bounds ?, applied 4'],
  ])('%s', (name, expected) => {
    expect(waterfall(sample(name))).toBe(expected);
  });

  it.each([
    ['stabilizationDown, held', 'raw', 'ceil(14 × 28/70)'],
    ['stabilizationDown, held', 'tolerance', '0.40 is outside\n0.90–1.10'],
    ['stabilizationDown, held', 'stabilization', 'highest of 5 is 14'],
    ['stabilizationDown, held', 'policies', 'no step to limit'],
    ['tolerance', 'tolerance', '0.97 is within\n0.90–1.10'],
    ['policy, nothing left of it', 'policies', 'Min of 2: 1 pod per 60 s\nup to 4 allowed'],
    ['disabled', 'policies', 'scaling down\nis disabled'],
    ['rateLimit', 'policies', 'up to 8 in one sync\nwithout behavior'],
    ['max', 'bounds', 'cut at max 8'],
    ['min, found below', 'bounds', '1 is outside\n2–20'],
    ['missingMetrics, changed count', 'raw', 'ceil(8 × 125/70)'],
    ['missingMetrics, changed count', 'pods', '2 missing as 0, 1 unready as 0\nceil(10 × 1.24)'],
    ['missingMetrics, turned ratio', 'pods', '2 missing as 100 % of request\nratio turns to 1.06: held'],
    ['error, scale not written', 'applied', 'nothing written'],
  ])('%s: %s says %j', (name, kind, detail) => {
    expect(sample(name).stages.find((stage) => stage.kind === kind)?.detail).toBe(detail);
  });

  it('raises a workload that wakes from zero to minReplicas, after the rate', () => {
    const limit = buildLimit({ before: 1, after: 3, minReplicas: 3 });
    const record = buildRecord({
      limiter: 'min',
      currentReplicas: 0,
      desiredReplicas: 3,
      proposal: 1,
      limit,
    });
    const { stages } = explained(record);
    expect(stages[4]).toMatchObject({ kind: 'policies', replicas: 1 });
    expect(stages[5]).toMatchObject({ replicas: 3, changed: true, detail: 'raised to min 3' });
  });

  it('divides the whole value where pods share one', () => {
    const metric = buildMetric({
      type: 'External',
      name: 'queue_depth',
      targetKind: 'AverageValue',
      target: 30_000,
      current: 75_000,
      total: 300_000,
      usageRatio: 2.5,
    });
    const { stages } = explained(buildRecord({ metrics: [metric] }));
    expect(stages[0]?.detail).toBe('ceil(300 / 30)');
  });

  it('leaves units that cancel out of a formula', () => {
    const metric = buildMetric({
      type: 'Pods',
      name: 'http_requests_per_second',
      targetKind: 'AverageValue',
      target: 100_000,
      current: 112_500,
      usageRatio: 1.125,
    });
    expect(explained(buildRecord({ metrics: [metric] })).stages[0]?.detail).toBe('ceil(4 × 112.5/100)');
  });

  it('leaves the raw proposal open where it was not recorded', () => {
    const { rawProposal, ...metric } = buildMetric({ toleranceVerdict: 'within', proposal: 4 });
    expect(explained(buildRecord({ metrics: [metric] })).stages[0]).not.toHaveProperty('replicas');
  });
});

describe('[EX6] the earliest change', () => {
  it.each([
    // 18 and 14 keep the count at 14; 14 leaves in 50 s, which the sync in 60 s sees. 12 is the highest that remains.
    ['stabilizationDown, held', 'Earliest scale-down', 'in 1 min, to 12 at the lowest'],
    ['stabilizationDown, moved', 'Earliest scale-down', 'in 3 min 30 s, to 9 at the lowest'],
    ['stabilizationUp, held', 'Earliest scale-up', 'in 15 s, to 7 at the highest'],
    ['policy', 'This step', 'counts for 15 s'],
    ['policy, nothing left of it', 'Earliest scale-up', 'in 30 s'],
    ['disabled', 'Earliest scale-down', 'never while it is disabled'],
    ['rateLimit', 'Earliest change', 'at the next sync, in 15 s'],
    ['max, found above', 'Earliest change', 'at the next sync, in 15 s'],
    ['tolerance', 'Tolerated', 'cpu from 63 % to 77 %'],
    ['error, no metric', 'Next try', 'in 15 s'],
  ])('%s', (name, label, value) => {
    expect(fact(sample(name), label)).toBe(value);
  });

  it('is the first sync at or after the instant at which the window lets go', () => {
    const { stabilization: _, ...rest } = buildRecord({ limiter: 'stabilizationDown', rescaled: false });
    const { holderLeavesAtMs = Number.NaN, ...window } = buildWindow(300, [[285, 14]], 0, 6);
    const held = (laterMs: number) => {
      const down = { ...window, holderLeavesAtMs: holderLeavesAtMs + laterMs };
      const stabilization = { path: 'withoutBehavior', before: 6, after: 14, down } as const;
      return fact(explained({ ...rest, stabilization }), 'Earliest scale-down');
    };
    expect(held(0)).toBe('in 15 s, to 6 at the lowest');
    expect(held(1)).toBe('in 30 s, to 6 at the lowest');
  });

  it.each([
    ['stabilizationDown, held', 'Min of 10 % per 60 s and 2 pods per 60 s'],
    ['stabilizationUp, held', '100 % per 15 s'],
    ['policy', 'maxReplicas 20'],
    ['max', undefined],
  ])('%s: then limited by %s', (name, value) => {
    expect(fact(sample(name), 'Then limited by')).toBe(value);
  });
});

describe('[EX9] the count found at first sight', () => {
  it.each([
    [0, 'the controller has just started at 14'],
    [45, 'the controller started 45 s ago at 14'],
  ])('%d s later is not told as a wish of the metrics', (ago, words) => {
    const atMs = NOW_MS - ago * 1000;
    const recommendations = [{ atMs, replicas: 14, initial: true as const }];
    const down = {
      windowSeconds: 300,
      recommendations,
      limit: 14,
      holder: 0,
      holderLeavesAtMs: atMs + 300_000,
    };
    const { headline } = explained(
      buildRecord({
        limiter: 'stabilizationDown',
        currentReplicas: 14,
        desiredReplicas: 14,
        proposal: 6,
        rescaled: false,
        stabilization: { path: 'withBehavior', before: 6, after: 14, down },
      }),
    );
    expect(headline).toContain(
      `Held at 14. Metrics ask for 6, but ${words} and the scale-down window is 300 s.`,
    );
  });
});

describe('other facts', () => {
  it('names the metric that won, and the pods behind it', () => {
    const explanation = sample('metric, down, the largest of two');
    expect(fact(explanation, 'Largest metric')).toBe('cpu 28 % of 70 % (0.40)');
    expect(fact(explanation, 'Pods counted')).toBe('14 ready · 0 missing · 0 unready');
  });

  it('names failed metrics, and an empty reason as empty', () => {
    expect(fact(sample('partialMetrics'), 'Failed metrics')).toBe('1 of 2: cpu');
    const byHand = sample('stabilizationDown, without behavior, after somebody scaled down by hand');
    expect(fact(byHand, 'Event reason')).toBe('left empty by the controller');
  });
});

describe('[EX7] budgets', () => {
  it('counts the step of this sync in', () => {
    expect(sample('policy').budgets).toEqual([
      { label: '100 % per 15 s', direction: 'up', used: 4, total: 4, selected: true },
    ]);
  });

  it('says when a spent budget frees up', () => {
    expect(sample('policy, nothing left of it').budgets).toEqual([
      { label: '1 pod per 60 s', direction: 'up', used: 1, total: 1, selected: true, freesUpInSeconds: 20 },
      { label: '50 % per 60 s', direction: 'up', used: 1, total: 2, selected: false, freesUpInSeconds: 20 },
    ]);
  });

  it('has none where no policy was asked', () => {
    expect(sample('tolerance').budgets).toEqual([]);
  });
});

describe('[EX8] metrics', () => {
  it('has a line for winners, losers and failures', () => {
    const [failed, won] = sample('partialMetrics').metrics;
    expect(failed).toMatchObject({ name: 'cpu', failed: true, won: false });
    expect(failed?.text).toMatch(/^FailedGetResourceMetric: failed to get cpu utilization/);
    expect(won).toEqual({
      index: 1,
      name: 'memory',
      text: 'at 48 % against its target of 80 % (ratio 0.60); outside the ±10 % tolerance; 4 of 4 pods counted; asks for 3',
      proposal: 3,
      won: true,
      failed: false,
    });
  });

  it('counts the pods that were left out by reason', () => {
    const pods = {
      total: 6,
      ready: 3,
      unready: [{ name: 'web-3', reason: 'pending' as const }],
      missing: [{ name: 'web-4', reason: 'noMetrics' as const }],
      ignored: [{ name: 'web-5', reason: 'deleted' as const }],
    };
    const [line] = explained(buildRecord({ metrics: [buildMetric({ pods })] })).metrics;
    expect(line?.text).toContain('3 of 6 pods counted (1 without metrics, 1 pending, 1 being deleted)');
  });
});
