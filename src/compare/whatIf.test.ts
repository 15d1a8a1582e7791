import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  MINORS,
  newScenario,
  readManifest,
  readScenario,
  type Scenario,
  simulate,
  type Trace,
} from '../core/index.ts';
import { differencesOf } from './differences.ts';
import { rivalOf } from './rival.ts';
import type { WhatIf } from './types.ts';
import { askedOf } from './whatIf.ts';

const MANIFEST = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  minReplicas: 2 # at night
  maxReplicas: 10
  metrics:
    - type: Resource
      resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
  behavior:
    scaleUp:
      tolerance: "0.05"
      selectPolicy: Disabled
      policies:
        - {type: Pods, value: 1, periodSeconds: 60}
`;
const SCENARIO = newScenario(MANIFEST);

function asked(question: WhatIf, scenario: Scenario = SCENARIO): Scenario {
  const rival = askedOf(scenario, question, 0);
  if (!rival.ok) throw new Error(rival.reason);
  return rival.scenario;
}

function specOf({ manifest, kubernetes }: Scenario) {
  const spec = readManifest(manifest, kubernetes, {}).manifest?.hpa.spec;
  if (spec === undefined) throw new Error('the edited manifest does not run');
  return spec;
}

describe('one thing changed', () => {
  test('no window: both sides are set to 0, the rest of the text stays', () => {
    const scenario = asked({ id: 'noWindow' });
    const { behavior } = specOf(scenario);
    expect(behavior?.scaleUp?.stabilizationWindowSeconds).toBe(0);
    expect(behavior?.scaleDown?.stabilizationWindowSeconds).toBe(0);
    expect(scenario.manifest).toContain('minReplicas: 2 # at night');
    expect({ ...scenario, manifest: '' }).toEqual({ ...SCENARIO, manifest: '' });
  });

  test('no policies: none of those that are left binds, and scaling is not switched off', () => {
    const { behavior } = specOf(asked({ id: 'noPolicies' }));
    for (const rules of [behavior?.scaleUp, behavior?.scaleDown]) {
      expect(rules?.selectPolicy).toBe('Max');
      expect(rules?.policies).toEqual([{ type: 'Pods', value: 1_000_000, periodSeconds: 1 }]);
    }
  });

  test('tolerance 0: by the controller’s flag, and nothing written against it', () => {
    const scenario = asked({ id: 'noTolerance' });
    expect(scenario.controller.tolerance).toBe(0);
    expect(scenario.manifest).not.toContain('tolerance');
  });

  test('twice the max', () => {
    expect(specOf(asked({ id: 'twiceMax' })).maxReplicas).toBe(20);
  });

  test('twice the min, as far as the max allows', () => {
    expect(specOf(asked({ id: 'twiceMin' })).minReplicas).toBe(4);
    const low = MANIFEST.replace('maxReplicas: 10', 'maxReplicas: 3');
    expect(specOf(asked({ id: 'twiceMin' }, { ...SCENARIO, manifest: low })).minReplicas).toBe(3);
    const none = MANIFEST.replace('  minReplicas: 2 # at night\n', '');
    expect(specOf(asked({ id: 'twiceMin' }, { ...SCENARIO, manifest: none })).minReplicas).toBe(2);
  });

  test('a wider tolerance and a shorter sync period, by the controller’s flags', () => {
    const wide = asked({ id: 'wideTolerance' });
    expect(wide.controller.tolerance).toBe(0.2);
    expect(wide.manifest).not.toContain('tolerance');
    const fast = asked({ id: 'fastSync' });
    expect(fast).toEqual({ ...SCENARIO, controller: { ...SCENARIO.controller, syncPeriodSeconds: 5 } });
  });

  test('one metric less', () => {
    const manifest = MANIFEST.replace(
      '  behavior:',
      '    - type: Resource\n      resource: {name: memory, target: {type: Utilization, averageUtilization: 80}}\n  behavior:',
    );
    const scenario = { ...SCENARIO, manifest };
    const names = (question: WhatIf) =>
      specOf(asked(question, scenario)).metrics?.map(({ resource }) => resource?.name);
    expect(names({ id: 'fastSync' })).toEqual(['cpu', 'memory']);
    expect(names({ id: 'withoutMetric', metric: 0, name: 'cpu' })).toEqual(['memory']);
    expect(names({ id: 'withoutMetric', metric: 1, name: 'memory' })).toEqual(['cpu']);
    const only = askedOf(SCENARIO, { id: 'withoutMetric', metric: 0, name: 'cpu' }, 0);
    expect(only).toEqual({ ok: false, reason: expect.stringContaining('only metric') });
  });

  test('settings of the cluster and the version leave the text alone', () => {
    const minor = MINORS.find((other) => other !== SCENARIO.kubernetes) ?? SCENARIO.kubernetes;
    const paths = (question: WhatIf) =>
      differencesOf(SCENARIO, asked(question)).map(({ path }) => path.split('.').slice(0, 2).join('.'));
    expect(new Set(paths({ id: 'freshMetrics' }))).toEqual(
      new Set(['cluster.metricsServer', 'cluster.customMetrics']),
    );
    expect(new Set(paths({ id: 'instantPods' }))).toEqual(new Set(['cluster.pods']));
    expect(paths({ id: 'minor', minor })).toEqual(['kubernetes']);
    expect(asked({ id: 'minor', minor }).manifest).toBe(MANIFEST);
  });

  test.each([
    ['autoscaling/v1 has no behavior', MANIFEST.replace('autoscaling/v2', 'autoscaling/v1'), 'noWindow'],
    ['there is no max to double', MANIFEST.replace('maxReplicas: 10', 'maxReplicas: many'), 'twiceMax'],
    ['the text cannot be read', 'kind: [', 'noPolicies'],
  ] as const)('a reason instead: %s', (_, manifest, id) => {
    const rival = askedOf({ ...SCENARIO, manifest }, { id }, 0);
    expect(rival).toEqual({ ok: false, reason: expect.stringMatching(/\.$/) });
  });
});

describe('which scenario is run', () => {
  const nothing = { kept: undefined, whatIf: undefined, present: SCENARIO, hpa: 0 };

  test('none, A, or what is asked before A', () => {
    expect(rivalOf(nothing)).toBeUndefined();
    expect(rivalOf({ ...nothing, kept: SCENARIO })).toMatchObject({ label: 'A: desired' });
    expect(rivalOf({ ...nothing, kept: SCENARIO, whatIf: { id: 'twiceMax' } })).toMatchObject({
      label: 'what if: twice the max',
    });
  });

  test('A runs on the present load', () => {
    const present = { ...SCENARIO, loads: [], durationSeconds: 7200, kubernetes: '1.30' as const };
    const kept = { ...SCENARIO, kubernetes: '1.33' as const };
    expect(rivalOf({ ...nothing, kept, present })).toMatchObject({
      scenario: { loads: [], durationSeconds: 7200, kubernetes: '1.33' },
    });
  });
});

test('settings differ by their own names, present on one side or both', () => {
  const { cluster } = SCENARIO;
  const b: Scenario = {
    ...SCENARIO,
    featureGates: { HPAScaleToZero: true },
    cluster: { ...cluster, pods: { ...cluster.pods, startupSeconds: 99 } },
  };
  expect(differencesOf(SCENARIO, b)).toEqual([
    { path: 'featureGates.HPAScaleToZero', a: undefined, b: 'true' },
    { path: 'cluster.pods.startupSeconds', a: String(cluster.pods.startupSeconds), b: '99' },
  ]);
  expect(differencesOf(SCENARIO, SCENARIO)).toEqual([]);
});

describe('a ScaledObject', () => {
  const text = readFileSync(new URL('../../examples/10-keda-kafka.yaml', import.meta.url), 'utf8');
  const points = [
    { atSeconds: 0, value: 20 },
    { atSeconds: 300, value: 0 },
    { atSeconds: 1500, value: 0 },
    { atSeconds: 1530, value: 400 },
  ];
  const loads = [{ id: 'requests', unit: 'messages/s', interpolation: 'linear' as const, points }];
  const scenario = newScenario(text, { loads, durationSeconds: 1800 });
  const traceOf = (question: WhatIf): Trace => {
    const rival = asked(question, scenario);
    const { manifest } = readScenario(rival);
    if (manifest === undefined) throw new Error('what is asked about does not run');
    return simulate(rival, manifest).trace;
  };
  const counts = ({ scalings }: Trace) => scalings.filter(({ by }) => by === 'keda').map(({ to }) => to);

  test('a pod by schedule is there before the load is, so nothing waits for a start', () => {
    const trace = traceOf({ id: 'scheduledMin' });
    const first = trace.scalings.find(({ by, to }) => by === 'keda' && to === 1);
    expect(first?.atSeconds).toBeGreaterThanOrEqual(1200);
    expect(first?.atSeconds).toBeLessThan(1240);
    expect(trace.coldStarts).toEqual([]);
  });

  test('never below one pod: KEDA makes no step', () => {
    expect(counts(traceOf({ id: 'keepOne' }))).toEqual([]);
  });

  test('no cooldown: zero long before 300 s have passed', () => {
    const down = traceOf({ id: 'noCooldown' }).scalings.find(({ to }) => to === 0);
    expect(down?.by).toBe('keda');
    expect(down?.atSeconds).toBeLessThan(400);
  });

  test('what is asked of an HPA is written where the ScaledObject hands it on', () => {
    const spec = specOf(asked({ id: 'noWindow' }, scenario));
    expect(spec.behavior?.scaleDown?.stabilizationWindowSeconds).toBe(0);
    expect(specOf(asked({ id: 'twiceMax' }, scenario)).maxReplicas).toBe(100);
    expect(asked({ id: 'twiceMin' }, scenario).manifest).toContain('minReplicaCount: 1');
  });

  test('a question that does not fit says why', () => {
    expect(askedOf(SCENARIO, { id: 'noCooldown' }, 0)).toMatchObject({ ok: false });
    const steady = { ...scenario, loads: [{ ...loads[0], points: points.slice(0, 1) }] } as Scenario;
    expect(askedOf(steady, { id: 'scheduledMin' }, 0)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('never falls to nothing'),
    });
  });
});
