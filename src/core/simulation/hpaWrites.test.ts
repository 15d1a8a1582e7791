import { describe, expect, it } from 'vitest';
import { readManifest } from '../manifest/read.ts';
import { SCENARIO_DEFAULTS } from '../scenario/defaults.ts';
import type { Scenario } from '../scenario/types.ts';
import { hpaWrites } from './hpaWrites.ts';
import { simulate } from './simulate.ts';

const TEXT = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 50
`;

const points = [
  { atSeconds: 0, value: 20 },
  { atSeconds: 300, value: 120 },
];
const load = { id: 'requests', unit: 'requests/s', interpolation: 'step', points } as const;

function scenarioOf(change: Partial<Scenario> = {}): Scenario {
  return { ...SCENARIO_DEFAULTS, manifest: TEXT, loads: [load], durationSeconds: 900, ...change };
}

function manifestOf(text = TEXT) {
  const { manifest } = readManifest(text, '1.37');
  if (manifest === undefined) throw new Error('the text does not run');
  return manifest;
}

describe('hpaWrites', () => {
  it('[TM8] begins with the HPA as it was created', () => {
    const first = hpaWrites(scenarioOf(), manifestOf()).next().value;
    expect(first).toMatchObject({ sync: -1, atSeconds: 0 });
    expect(first?.hpa.status).toEqual({ currentReplicas: 0, desiredReplicas: 0 });
  });

  it('[TM8] gives each status that differs from the one before, once', () => {
    const writes = [...hpaWrites(scenarioOf(), manifestOf())];
    expect(writes.length).toBeGreaterThan(5);
    for (const [index, { hpa, sync, atSeconds }] of writes.entries()) {
      const before = writes[index - 1];
      if (before === undefined) continue;
      expect(hpa.status).not.toEqual(before.hpa.status);
      expect(sync).toBeGreaterThan(before.sync);
      expect(atSeconds).toBeGreaterThanOrEqual(before.atSeconds);
    }
  });

  it('[TM8] gives the status that each sync leaves behind', () => {
    const { step } = simulate(scenarioOf(), manifestOf());
    const writes = [...hpaWrites(scenarioOf(), manifestOf())].filter(({ sync }) => sync >= 0);
    for (const { sync, atSeconds, hpa } of writes) {
      expect(step(sync)).toMatchObject({ index: sync, atSeconds, status: hpa.status });
    }
  });

  it('[TM8] gives what is applied in between', () => {
    const manifest = TEXT.replace('maxReplicas: 10', 'maxReplicas: 4');
    const events = [{ id: 'apply', kind: 'applyManifest', atSeconds: 100, manifest }] as const;
    const writes = [...hpaWrites(scenarioOf({ events }), manifestOf())];
    const applied = writes.find(({ hpa }) => hpa.spec.maxReplicas === 4);
    expect(applied?.atSeconds).toBe(100);
  });
});
