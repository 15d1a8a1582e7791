import { describe, expect, test } from 'vitest';
import { MINORS, newScenario, readManifest, type Scenario } from '../core/index.ts';
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
