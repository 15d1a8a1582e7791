import { describe, expect, it } from 'vitest';
import { readManifest } from '../manifest/read.ts';
import { adviseManifest } from './adviseManifest.ts';
import { advise, DEPLOYMENT, edited, FLAGS, HEALTHY, HPA } from './testing.ts';

describe('adviseManifest', () => {
  it('[AD2] says nothing of a healthy manifest', () => {
    expect(advise(HEALTHY)).toEqual([]);
  });

  it('[AD2] says nothing of an HPA alone, whose workload is not known', () => {
    expect(advise(HPA)).toEqual([]);
  });

  it('[AD1] says nothing where there is no HPA, or one that would be refused', () => {
    expect(advise('')).toEqual([]);
    expect(advise(DEPLOYMENT)).toEqual([]);
    expect(
      advise(edited(HEALTHY, ['maxReplicas: 20', 'maxReplicas: -1'], ['minReplicas: 2', 'minReplicas: -1'])),
    ).toEqual([]);
    expect(advise('a: [')).toEqual([]);
  });

  it('[AD1] advises although another document has errors', () => {
    const text = edited(HEALTHY, ['cpu: 250m', 'cpu: 250x'], ['maxReplicas: 20', 'maxReplicas: 2']);
    expect(advise(text).map(({ rule }) => rule)).toContain('min-equals-max');
  });

  it('points at the field, with a reason and a link', () => {
    const text = edited(HEALTHY, ['maxReplicas: 20', 'maxReplicas: 2']);
    const [advice] = advise(text);
    expect(advice).toMatchObject({
      severity: 'advice',
      rule: 'min-equals-max',
      path: 'spec.maxReplicas',
      line: text.split('\n').indexOf('  maxReplicas: 2') + 1,
      column: 16,
    });
    expect(advice?.link).toMatch(/^https:/);
    expect(advice?.reason.length).toBeGreaterThan(40);
  });

  it('[AD1] says nothing of placeholders, nor of an HPA with fields that there are not', () => {
    expect(advise(edited(HEALTHY, ['maxReplicas: 20', 'maxReplicas: {{ .Values.max }}']))).toEqual([]);
    expect(advise(edited(HEALTHY, ['maxReplicas: 20', 'maxReplicas: 2\n  maxReplica: 3']))).toEqual([]);
  });

  it('[AD1] reviews the one that is chosen, of two with one name too', () => {
    const twice = `${edited(HPA, ['maxReplicas: 20', 'maxReplicas: 2'])}---\n${edited(HPA, ['maxReplicas: 20', 'maxReplicas: 2'])}`;
    const second = readManifest(twice, '1.37', {}, { hpa: 'default/web#2' });
    const [advice] = adviseManifest({
      text: twice,
      result: second,
      minor: '1.37',
      featureGates: {},
      flags: FLAGS,
    });
    expect(advice?.line).toBe(twice.split('\n').lastIndexOf('  maxReplicas: 2') + 1);
  });

  it('offers no edit of fields that an older version writes elsewhere', () => {
    const old = `apiVersion: autoscaling/v2beta1
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 20
  metrics:
    - type: External
      external:
        metricName: queue_messages
        targetValue: "30"
`;
    const [advice] = advise(old);
    expect(advice?.rule).toBe('value-of-amount');
    expect(advice?.fixes).toBeUndefined();
  });
});
