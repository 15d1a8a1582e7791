import { describe, expect, it } from 'vitest';
import type { ScaledObject, ScaledObjectSpec } from './types.ts';
import { askWebhook, type Neighbours } from './webhook.ts';

const ALONE: Neighbours = { hpas: [], scaledObjects: [] };

function scaledObject(spec: Partial<ScaledObjectSpec> = {}, name = 'worker'): ScaledObject {
  return {
    metadata: { name, namespace: 'shop' },
    spec: { scaleTargetRef: { name: 'worker' }, triggers: [{ type: 'kafka', metadata: {} }], ...spec },
  };
}

function refused(spec: Partial<ScaledObjectSpec>, neighbours = ALONE): readonly string[] {
  return askWebhook(scaledObject(spec), neighbours).refusals.map(({ text }) => text);
}

describe('the webhook', () => {
  it('KE31 counts the name of the HPA too', () => {
    const long = askWebhook(scaledObject({}, 'a'.repeat(55)), ALONE).refusals;
    expect(long[0]?.text).toContain('is 64 characters long');
    expect(askWebhook(scaledObject({}, 'a'.repeat(54)), ALONE).refusals).toEqual([]);
  });

  it('KE32 takes a written minimum of 0 for 1, and one that is left out for 0', () => {
    expect(refused({ idleReplicaCount: 0, minReplicaCount: 0 })).toEqual([]);
    expect(refused({ idleReplicaCount: 0 })).toEqual([
      'IdleReplicaCount=0 must be less than MinReplicaCount=0',
    ]);
  });

  it('KE33 KE34 KE38 look at fallback, triggers and formula', () => {
    const kafka = { type: 'kafka', metadata: {}, name: 'a' };
    expect(refused({ triggers: [kafka, kafka] })[0]).toContain('triggerName "a" is defined multiple times');
    const fallback = { failureThreshold: 1, replicas: 2, behavior: 'scalingModifiers' } as const;
    expect(refused({ fallback })[0]).toContain('requires scalingModifiers.formula');
    const modifiers = (formula: string, target: string) => ({
      advanced: { scalingModifiers: { formula, target } },
    });
    expect(refused({ triggers: [kafka], ...modifiers('a * 2', '5') })).toEqual([]);
    expect(refused({ triggers: [kafka], ...modifiers('b * 2', '5') })[0]).toContain(
      'error validating formula',
    );
    expect(refused({ triggers: [kafka], ...modifiers('a', '-1') })[0]).toContain('%!w(<nil>)');
  });

  it('KE36 lets one ScaledObject have a workload, and a name of an HPA', () => {
    const rival = scaledObject({}, 'other');
    expect(refused({}, { ...ALONE, scaledObjects: [rival] })[0]).toContain(
      "managed by the ScaledObject 'other'",
    );
  });

  it('KE39 warns of periods without effect', () => {
    const { warnings } = askWebhook(
      scaledObject({ minReplicaCount: 1, pollingInterval: 5, cooldownPeriod: 9 }),
      ALONE,
    );
    expect(warnings.map(({ path }) => path.at(-1))).toEqual(['pollingInterval', 'cooldownPeriod']);
  });
});
