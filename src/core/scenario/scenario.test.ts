import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SCENARIO_DEFAULTS } from './defaults.ts';
import { SCENARIO_LIMITS } from './limits.ts';
import { newScenario } from './newScenario.ts';
import { parseScenario } from './parse.ts';
import type { Scenario } from './types.ts';

/** From the project's root, where the tests run. */
const EXAMPLES = 'examples/';

function example(name: string): string {
  return readFileSync(EXAMPLES + name, 'utf8');
}

function values(scenario: Scenario): readonly number[] {
  return (scenario.loads[0]?.points ?? []).map(({ value }) => value);
}

describe('a new scenario', () => {
  test('[SC1] keeps the manifest to the letter and has every default of its version', () => {
    const text = `# mine\n${example('14-missing-requests.yaml')}  \n`;
    const { manifest, loads, ...settings } = newScenario(text);
    const { loads: _, ...defaults } = SCENARIO_DEFAULTS;
    expect(manifest).toBe(text);
    expect(settings).toEqual(defaults);
    expect(loads).toHaveLength(1);
  });

  test('[SC1] defaults of version 1 never change: published links leave them out', () => {
    expect(SCENARIO_DEFAULTS).toEqual({
      version: 1,
      kubernetes: '1.37',
      featureGates: {},
      controller: {
        syncPeriodSeconds: 15,
        downscaleStabilizationSeconds: 300,
        tolerance: 0.1,
        cpuInitializationPeriodSeconds: 300,
        initialReadinessDelaySeconds: 30,
      },
      durationSeconds: 3600,
      loads: [
        {
          id: 'requests',
          unit: 'requests/s',
          interpolation: 'linear',
          points: [{ atSeconds: 0, value: 20 }],
        },
      ],
      cluster: {
        workload: {
          cpuMillisecondsPerRequest: 10,
          idleCpuMilli: 5,
          startupCpuMilli: 0,
          baseMemoryMi: 64,
          memoryMiPerRequestRate: 0.5,
        },
        pods: { schedulingSeconds: 1, imagePullSeconds: 4, startupSeconds: 5, terminationSeconds: 30 },
        metricsServer: { resolutionSeconds: 15 },
      },
      seed: 1,
    });
  });

  test.each([
    // 50 % of 100m less 5m idle is 4.5 requests/s a pod; 1 + 85 % of 9 pods
    ['01-web-cpu.yaml', 2.7, 39],
    // 70 % of 250m less 5m is 17 requests/s a pod; 2 + 85 % of 18 pods
    ['06-gateway.yaml', 20, 290],
    ['13-scale-to-zero.yaml', 0, 43],
  ])('[SC2] %s is calm within minReplicas and peaks near maxReplicas', (name, calm, peak) => {
    const scenario = newScenario(example(name));
    expect(values(scenario)[0]).toBe(calm);
    expect(values(scenario).at(-1)).toBe(calm);
    expect(Math.max(...values(scenario))).toBe(peak);
  });

  test('[SC2] metrics about CPU and about requests reach their targets together', () => {
    const { cpuMillisecondsPerRequest } = newScenario(example('02-three-metrics.yaml')).cluster.workload;
    // 100 requests/s of 1.4 ms are 140m of the 175m that 70 % allow
    expect(cpuMillisecondsPerRequest).toBe(1.4);
  });

  test('a text that cannot be read still gets a load', () => {
    expect(values(newScenario('not a manifest'))).toContain(200);
  });

  test('overrides win', () => {
    const loads = [
      { id: 'requests', unit: 'requests/s', interpolation: 'step', points: [{ atSeconds: 5, value: 1 }] },
    ] as const;
    const scenario = newScenario(example('01-web-cpu.yaml'), {
      kubernetes: '1.30',
      loads,
      durationSeconds: 600,
    });
    expect(scenario).toMatchObject({ kubernetes: '1.30', loads, durationSeconds: 600 });
  });

  test.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.yaml')))('%s passes the door', (name) => {
    const scenario = newScenario(example(name));
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ ok: true, scenario });
  });
});

const GOOD = newScenario(example('01-web-cpu.yaml'));

function withPoints(points: unknown): unknown {
  return { ...GOOD, loads: [{ ...GOOD.loads[0], points }] };
}

describe('[SC3] the door', () => {
  test.each<[string, unknown]>([
    ['This is not a scenario.', null],
    ['This is not a scenario.', 'text'],
    ['version is missing.', {}],
    ['version must be 1.', { ...GOOD, version: 2 }],
    ['extra is not a field of a scenario.', { ...GOOD, extra: 1 }],
    [
      '__proto__ is not a field of a scenario.',
      JSON.parse(`{"__proto__":{},${JSON.stringify(GOOD).slice(1)}`),
    ],
    [
      'kubernetes must be one of 1.27, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37.',
      { ...GOOD, kubernetes: '1.29' },
    ],
    ['featureGates.Nonsense is not a field of a scenario.', { ...GOOD, featureGates: { Nonsense: true } }],
    ['featureGates.HPAScaleToZero must be true or false.', { ...GOOD, featureGates: { HPAScaleToZero: 1 } }],
    ['durationSeconds must be at least 1.', { ...GOOD, durationSeconds: 0 }],
    ['durationSeconds must be a whole number.', { ...GOOD, durationSeconds: 1.5 }],
    ['seed must be at most 2147483647.', { ...GOOD, seed: 2 ** 31 }],
    [
      'manifest must be at most 524288 characters long.',
      { ...GOOD, manifest: 'x'.repeat(SCENARIO_LIMITS.manifestLength + 1) },
    ],
    ['loads must have at least one load curve.', { ...GOOD, loads: [] }],
    ['loads must have ids that differ.', { ...GOOD, loads: [GOOD.loads[0], GOOD.loads[0]] }],
    ['loads[0].points must have at least one point.', withPoints([])],
    [
      'loads[0].points[1].value must be a number.',
      withPoints([
        { atSeconds: 0, value: 1 },
        { atSeconds: 1, value: Number.NaN },
      ]),
    ],
    [
      'loads[0].points[0].value must be a finite number.',
      withPoints([{ atSeconds: 0, value: Number.POSITIVE_INFINITY }]),
    ],
    ['loads[0].points[0].value must not be negative.', withPoints([{ atSeconds: 0, value: -1 }])],
    ['loads[0].points[0].atSeconds must be at least 0.', withPoints([{ atSeconds: -1, value: 1 }])],
    [
      'loads[0].points must go forward in time, no two points at the same second.',
      withPoints([
        { atSeconds: 5, value: 1 },
        { atSeconds: 5, value: 2 },
      ]),
    ],
    [
      'loads[0].points must go forward in time, no two points at the same second.',
      withPoints([
        { atSeconds: 5, value: 1 },
        { atSeconds: 4, value: 2 },
      ]),
    ],
    [
      'loads[0].points must have at most 5000 points.',
      withPoints(Array.from({ length: 5001 }, (_, atSeconds) => ({ atSeconds, value: 1 }))),
    ],
    ['cluster.pods is missing.', { ...GOOD, cluster: { ...GOOD.cluster, pods: undefined } }],
    [
      'cluster.initialReplicas must be a whole number.',
      { ...GOOD, cluster: { ...GOOD.cluster, initialReplicas: 1.5 } },
    ],
    [
      'controller.syncPeriodSeconds must be at least 1.',
      { ...GOOD, controller: { ...GOOD.controller, syncPeriodSeconds: 0 } },
    ],
  ])('%s', (message, input) => {
    expect(parseScenario(input)).toEqual({ ok: false, message });
  });

  test('hands out a copy', () => {
    const parsed = parseScenario(GOOD);
    expect(
      parsed.ok && parsed.scenario.loads !== GOOD.loads && parsed.scenario.cluster !== GOOD.cluster,
    ).toBe(true);
  });
});
