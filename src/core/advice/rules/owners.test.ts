import { describe, expect, it } from 'vitest';
import { edited, found, HEALTHY, HPA } from '../testing.ts';

describe('hpa-beside-vpa', () => {
  const vpa = (spec: string, name = 'web'): readonly string[] =>
    found(
      `${HEALTHY}---\napiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nmetadata:\n  name: vertical\nspec:\n  targetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: ${name}\n${spec}`,
      'hpa-beside-vpa',
    );
  const policy = (fields: string): string =>
    `  resourcePolicy:\n    containerPolicies:\n      - containerName: "*"\n        ${fields}\n`;

  it('[AD80] finds both on one resource', () => {
    expect(vpa('')).toEqual([
      'name: cpu | VerticalPodAutoscaler vertical sets the cpu requests of the same workload that this HPA scales by cpu.',
    ]);
    expect(vpa('  updatePolicy:\n    updateMode: Initial\n')).toHaveLength(1);
    expect(vpa(policy('controlledResources: [cpu, memory]'))).toHaveLength(1);
  });

  it('[AD80] is silent when the VPA only recommends, minds another resource, or another workload', () => {
    expect(vpa('  updatePolicy:\n    updateMode: "Off"\n')).toEqual([]);
    expect(vpa(policy('controlledResources: [memory]'))).toEqual([]);
    expect(vpa(policy('mode: "Off"'))).toEqual([]);
    expect(vpa('', 'other')).toEqual([]);
  });
});

describe('owned-by-keda', () => {
  it('[AD81] knows KEDA by owner, by label and by name', () => {
    const owner =
      '  name: web\n  ownerReferences:\n    - apiVersion: keda.sh/v1alpha1\n      kind: ScaledObject\n      name: orders\n      uid: 5c0d\n      controller: true\n';
    expect(found(edited(HPA, ['  name: web\n', owner]), 'owned-by-keda')).toEqual([
      'name: web | KEDA owns this HPA: change ScaledObject orders, or the edit is undone.',
    ]);
    const label =
      '  name: web\n  labels:\n    app.kubernetes.io/managed-by: keda-operator\n    scaledobject.keda.sh/name: orders\n';
    expect(found(edited(HPA, ['  name: web\n', label]), 'owned-by-keda')[0]).toContain('ScaledObject orders');
    expect(found(edited(HPA, ['  name: web\n', '  name: keda-hpa-orders\n']), 'owned-by-keda')[0]).toContain(
      'ScaledObject orders',
    );
    expect(found(HPA, 'owned-by-keda')).toEqual([]);
  });
});

describe('hpa-beside-scaledobject', () => {
  const scaled = (name: string, hpa = HPA): readonly string[] =>
    found(
      `${hpa}---\napiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata:\n  name: orders\nspec:\n  scaleTargetRef:\n    name: ${name}\n  triggers: []\n`,
      'hpa-beside-scaledobject',
    );

  it('[AD82] counts the HPA that KEDA will make', () => {
    expect(scaled('web')).toEqual([
      'name: web | ScaledObject orders scales Deployment web too: KEDA makes a second HPA for it.',
    ]);
    expect(scaled('other')).toEqual([]);
    expect(scaled('web', edited(HPA, ['  name: web\n', '  name: keda-hpa-orders\n']))).toEqual([]);
  });
});
