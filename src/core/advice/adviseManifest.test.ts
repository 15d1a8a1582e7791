import { describe, expect, it } from 'vitest';
import { advise, DEPLOYMENT, edited, HEALTHY, HPA } from './testing.ts';

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
});
