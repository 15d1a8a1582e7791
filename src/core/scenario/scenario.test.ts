import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SCENARIO_DEFAULTS } from './defaults.ts';
import { SCENARIO_DEFAULTS_V1 } from './defaultsV1.ts';
import { CHANGEABLE_SETTINGS } from './events.ts';
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

  test('[SC1] defaults of version 2 never change: published links leave them out', () => {
    expect(SCENARIO_DEFAULTS).toEqual({
      version: 2,
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
          model: 'requests',
          cpuMillisecondsPerRequest: 10,
          capacityPerPod: 0,
          serviceMilliseconds: 50,
          backlogSeconds: 10,
          skew: 0,
          idleCpuMilli: 5,
          startupCpuMilli: 0,
          baseMemoryMi: 64,
          memoryMiPerRequestRate: 0.5,
          memoryMiPerInFlight: 0,
          memoryLeakMiPerHour: 0,
          killsAtMemoryLimit: true,
          sidecarCpuMilli: 1,
          sidecarMemoryMi: 8,
          sidecarCpuMillisecondsPerRequest: 0,
        },
        pods: {
          schedulingSeconds: 1,
          imagePullSeconds: 4,
          startupSeconds: 5,
          terminationSeconds: 30,
          warmUpSeconds: 0,
          restartSeconds: 10,
        },
        metricsServer: { resolutionSeconds: 15 },
        customMetrics: { scrapeIntervalSeconds: 30, rateWindowSeconds: 120, cacheSeconds: 30 },
      },
      signals: [],
      events: [],
      seed: 1,
    });
  });

  test.each([
    // 50 % of 100m less 5m idle is 4.5 requests/s a pod; 1 + 85 % of 9 pods
    ['01-web-cpu.yaml', 2.7, 39],
    // 70 % of 250m less 5m is 17 requests/s a pod; 2 + 85 % of 18 pods
    ['06-gateway.yaml', 20, 290],
    // workers that drain a queue: 70 % of what they request is 200m, 20 messages/s a pod, of 8.5 pods
    ['13-scale-to-zero.yaml', 0, 140],
    // KEDA goes below the HPA's minimum; 17 messages/s a pod, of 42.65 pods
    ['10-keda-kafka.yaml', 0, 730],
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
    ['version must be 1 or 2.', { ...GOOD, version: 3 }],
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

/** The good scenario with one event. */
function withEvent(event: unknown): unknown {
  return { ...GOOD, events: [event] };
}

const PLACED = { id: 'a', atSeconds: 60 };

describe('[SC3] the door, for events, signals and nodes', () => {
  test.each<[string, unknown]>([
    ['hpa must be text.', { ...GOOD, hpa: 1 }],
    ['hpa must be at most 600 characters long.', { ...GOOD, hpa: 'x'.repeat(601) }],
    ['events[0].kind must be a known kind of event.', withEvent({ ...PLACED, kind: 'explode' })],
    ['events[0].count is missing.', withEvent({ ...PLACED, kind: 'killPods' })],
    ['events[0].count must be at least 1.', withEvent({ ...PLACED, kind: 'killPods', count: 0 })],
    ['events[0].count is not a field of a scenario.', withEvent({ ...PLACED, kind: 'rollout', count: 1 })],
    ['events[0].atSeconds must be at least 0.', withEvent({ id: 'a', atSeconds: -1, kind: 'rollout' })],
    [
      'events[0].api must be one of resource, custom, external, triggers.',
      withEvent({ ...PLACED, kind: 'metricsOutage', api: 'all', seconds: 5 }),
    ],
    [
      'events must have ids that differ.',
      {
        ...GOOD,
        events: [
          { ...PLACED, kind: 'rollout' },
          { ...PLACED, kind: 'rollout' },
        ],
      },
    ],
    [
      'events must have at most 200 events.',
      {
        ...GOOD,
        events: Array.from({ length: 201 }, (_, id) => ({ id: `${id}`, atSeconds: 1, kind: 'rollout' })),
      },
    ],
    [
      'events must not hold manifests of more than 524288 characters together.',
      {
        ...GOOD,
        events: ['a', 'b'].map((id) => ({
          id,
          atSeconds: 1,
          kind: 'applyManifest',
          manifest: 'x'.repeat(300_000),
        })),
      },
    ],
    [
      'signals must name each metric once.',
      {
        ...GOOD,
        signals: [
          { metric: 'pods/rps', source: 'offered', factor: 1 },
          { metric: 'pods/rps', source: 'served', factor: 1 },
        ],
      },
    ],
    [
      'cluster.nodes.count must be at most 5000.',
      {
        ...GOOD,
        cluster: { ...GOOD.cluster, nodes: { count: 1e6, cpuMilli: 1, memoryMi: 1, maxPods: 1 } },
      },
    ],
    [
      'cluster.workload.model must be one of requests, queue.',
      {
        ...GOOD,
        cluster: { ...GOOD.cluster, workload: { ...GOOD.cluster.workload, model: 'stack' } },
      },
    ],
  ])('%s', (message, input) => {
    expect(parseScenario(input)).toEqual({ ok: false, message });
  });

  test('any setting that an event changes is one that exists', () => {
    for (const setting of CHANGEABLE_SETTINGS) {
      const event = { ...PLACED, kind: 'changeSetting', setting, value: 1 };
      expect(parseScenario(withEvent(event)).ok).toBe(true);
      const [, section = '', key = ''] = setting.split('.');
      const { cluster } = SCENARIO_DEFAULTS as unknown as {
        cluster: Record<string, Record<string, unknown>>;
      };
      if (setting !== 'load.factor') expect(typeof cluster[section]?.[key]).toBe('number');
    }
    const other = { ...PLACED, kind: 'changeSetting', setting: 'cluster.workload.__proto__', value: 1 };
    expect(parseScenario(withEvent(other)).ok).toBe(false);
  });
});

describe('[SC4] a document of version 1', () => {
  const old = { ...SCENARIO_DEFAULTS_V1, manifest: 'kind: x' };

  test('is brought to version 2 with what it did not say set to what it did', () => {
    const parsed = parseScenario(old);
    expect(parsed).toMatchObject({
      ok: true,
      scenario: {
        version: 2,
        manifest: 'kind: x',
        cluster: {
          workload: { model: 'requests', idleCpuMilli: 5, backlogSeconds: 0, killsAtMemoryLimit: false },
          pods: { startupSeconds: 5, warmUpSeconds: 0, restartSeconds: 10 },
          customMetrics: { scrapeIntervalSeconds: 0, rateWindowSeconds: 0, cacheSeconds: 0 },
        },
        signals: [
          { metric: 'pods/*', source: 'servedPerPod', factor: 1 },
          { metric: 'object/*', source: 'offered', factor: 1 },
          { metric: 'external/*', source: 'offered', factor: 1 },
        ],
        events: [],
      },
    });
    expect(parsed.ok && parseScenario(parsed.scenario)).toEqual(parsed);
  });

  test('is refused where that version would have refused it', () => {
    expect(parseScenario({ ...old, events: [] })).toEqual({
      ok: false,
      message: 'events is not a field of a scenario.',
    });
    expect(parseScenario({ ...old, seed: -1 })).toEqual({ ok: false, message: 'seed must be at least 0.' });
  });
});
