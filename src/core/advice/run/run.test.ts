import { describe, expect, it } from 'vitest';
import { readManifest } from '../../manifest/read.ts';
import { SCENARIO_DEFAULTS } from '../../scenario/defaults.ts';
import type { Scenario } from '../../scenario/types.ts';
import { simulate } from '../../simulation/simulate.ts';
import type { Trace } from '../../trace/types.ts';
import { adviseRun } from '../adviseManifest.ts';
import { edited, FLAGS, HEALTHY, withBehavior } from '../testing.ts';
import type { Advice } from '../types.ts';

type Point = readonly [atSeconds: number, value: number];

/** A run of a text under a load of requests/s, and what is advised after it. */
function afterRun(
  text: string,
  points: readonly Point[],
  alter = (trace: Trace): Trace => trace,
): readonly Advice[] {
  const load = {
    id: 'requests',
    unit: 'requests/s',
    interpolation: 'step',
    points: points.map(([atSeconds, value]) => ({ atSeconds, value })),
  } as const;
  const scenario: Scenario = { ...SCENARIO_DEFAULTS, manifest: text, loads: [load] };
  const result = readManifest(text, '1.37');
  if (result.manifest === undefined) throw new Error('the text does not run');
  const { trace } = simulate(scenario, result.manifest);
  return adviseRun(alter(trace), { text, result, minor: '1.37', featureGates: {}, flags: FLAGS });
}

const evidenceOf = (advice: readonly Advice[], rule: string): readonly (string | undefined)[] =>
  advice.filter((piece) => piece.rule === rule).map(({ evidence }) => evidence);

/** 250m requested, 10 ms of CPU a request: 17.5 requests/s a pod are 70 %. */
const CALM: readonly Point[] = [[0, 50]];
const RUSH: readonly Point[] = [
  [0, 50],
  [600, 700],
];

describe('advice on a run', () => {
  it('[AR1] tells of a maximum that is reached for long', () => {
    const advice = afterRun(edited(HEALTHY, ['maxReplicas: 20', 'maxReplicas: 10']), RUSH);
    expect(evidenceOf(advice, 'max-reached')[0]).toMatch(
      /^Cut to 10 at \d+ % of the syncs; the metrics asked for up to \d+\.$/,
    );
    expect(evidenceOf(afterRun(HEALTHY, CALM), 'max-reached')).toEqual([]);
  });

  it('[AR2] tells of going back and forth', () => {
    const waves = Array.from({ length: 20 }, (_, index): Point => [index * 180, index % 2 === 0 ? 40 : 200]);
    const restless = withBehavior('scaleDown:\n  stabilizationWindowSeconds: 0\n');
    expect(evidenceOf(afterRun(restless, waves), 'flapping')[0]).toMatch(/changes of direction in 60 min\.$/);
    expect(evidenceOf(afterRun(HEALTHY, waves), 'flapping')).toEqual([]);
  });

  it('[AR3] tells what holds a scale-up back', () => {
    const slow = withBehavior(
      'scaleUp:\n  policies:\n    - type: Pods\n      value: 1\n      periodSeconds: 60\n',
    );
    expect(evidenceOf(afterRun(slow, RUSH), 'held-back-under-load')[0]).toMatch(
      /^For \d+ min .* a scaling policy gave less/,
    );
    expect(evidenceOf(afterRun(HEALTHY, CALM), 'held-back-under-load')).toEqual([]);
  });

  it('[AR4] tells of requests that have nothing to do with the usage', () => {
    const idle = afterRun(edited(HEALTHY, ['cpu: 250m', 'cpu: "4"'], ['cpu: 500m', 'cpu: "4"']), CALM);
    expect(evidenceOf(idle, 'requests-far-from-usage')[0]).toMatch(/^Utilization was \d % of the request/);
    expect(idle.find(({ rule }) => rule === 'requests-far-from-usage')?.path).toBe(
      'spec.template.spec.containers[0].resources.requests.cpu',
    );
    const busy = afterRun(
      edited(
        HEALTHY,
        ['cpu: 250m', 'cpu: 10m'],
        ['cpu: 500m', 'cpu: "1"'],
        ['maxReplicas: 20', 'maxReplicas: 3'],
      ),
      CALM,
    );
    expect(evidenceOf(busy, 'requests-far-from-usage')).toHaveLength(1);
    expect(evidenceOf(afterRun(HEALTHY, CALM), 'requests-far-from-usage')).toEqual([]);
  });

  it('[AR5] adds evidence to what the manifest alone gave rise to', () => {
    const memory = edited(
      HEALTHY,
      ['name: cpu', 'name: memory'],
      ['averageUtilization: 70', 'averageUtilization: 30'],
    );
    const advice = afterRun(memory, CALM);
    expect(evidenceOf(advice, 'memory-target')).toHaveLength(1);
    expect(evidenceOf(advice, 'memory-target')[0]).toMatch(
      /^After its peak memory for each pod never fell below/,
    );
  });

  it('[AR6] tells of a metric without values, unless the reason is known', () => {
    const requests = ['              cpu: 250m\n', '              cpu: 500m\n'] as const;
    const missing = edited(HEALTHY, [requests[0], ''], [requests[1], '']);
    expect(afterRun(missing, CALM).map(({ rule }) => rule)).toEqual(['missing-request']);
    const silent = (trace: Trace): Trace => ({
      ...trace,
      metrics: trace.metrics.map((metric) => ({ ...metric, current: metric.current.map(() => Number.NaN) })),
    });
    expect(evidenceOf(afterRun(HEALTHY, CALM, silent), 'metric-not-read')).toEqual([
      'No value at 100 % of the syncs.',
    ]);
    expect(evidenceOf(afterRun(HEALTHY, CALM), 'metric-not-read')).toEqual([]);
  });

  it('[AR7] tells of a minimum that nothing asked for', () => {
    const wide = edited(HEALTHY, ['minReplicas: 2', 'minReplicas: 12']);
    expect(evidenceOf(afterRun(wide, CALM), 'min-never-left')[0]).toMatch(
      /^The metrics never asked for more than \d\.$/,
    );
    expect(evidenceOf(afterRun(HEALTHY, CALM), 'min-never-left')).toEqual([]);
    expect(evidenceOf(afterRun(wide, RUSH), 'min-never-left')).toEqual([]);
  });

  it('[AR8] says nothing of a healthy run', () => {
    expect(afterRun(HEALTHY, CALM)).toEqual([]);
  });
});
