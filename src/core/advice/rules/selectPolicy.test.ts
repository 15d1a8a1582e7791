import { describe, expect, it } from 'vitest';
import { advise, found, withBehavior } from '../testing.ts';

const TWO = `  policies:
    - type: Percent
      value: 50
      periodSeconds: 60
    - type: Pods
      value: 2
      periodSeconds: 60
`;
const ONE = '  policies:\n    - type: Percent\n      value: 50\n      periodSeconds: 60\n';

describe('select-policy-mistaken', () => {
  it('[AD35] explains Max on the way down, written or not', () => {
    const written = withBehavior(`scaleDown:\n${TWO}  selectPolicy: Max\n`);
    expect(found(written, 'select-policy-mistaken')).toEqual([
      'selectPolicy: Max | Max takes the policy that removes the most pods: from 20 it may remove 10 pods (50 % in 60 s), where the other allows 2 (2 pods in 60 s).',
    ]);
    const [advice] = advise(written).filter(({ rule }) => rule === 'select-policy-mistaken');
    expect(advice?.fixes?.[0]).toMatchObject({
      title: 'Write selectPolicy: Min',
      edits: [{ newText: 'Min' }],
    });
    const silent = withBehavior(`scaleDown:\n${TWO}`);
    expect(found(silent, 'select-policy-mistaken')[0]).toContain(
      'scaleDown: | selectPolicy is not written, so Max takes',
    );
  });

  it('[AD35] explains Min on the way up', () => {
    const text = withBehavior(`scaleUp:\n${TWO.replace('value: 50', 'value: 400')}  selectPolicy: Min\n`);
    expect(found(text, 'select-policy-mistaken')).toEqual([
      'selectPolicy: Min | Min takes the policy that adds the fewest pods: from 2 it may add 2 pods (2 pods in 60 s), where the other allows 8 (400 % in 60 s).',
    ]);
  });

  it('[AD35] explains a choice among one', () => {
    expect(found(withBehavior(`scaleDown:\n${ONE}  selectPolicy: Min\n`), 'select-policy-mistaken')).toEqual([
      'selectPolicy: Min | selectPolicy Min has nothing to choose from: scaleDown has one policy, 50 % in 60 s, and with one Min and Max are the same.',
    ]);
  });

  it('[AD35] leaves the usual choices in peace', () => {
    for (const behavior of [
      `scaleDown:\n${TWO}  selectPolicy: Min\n`,
      `scaleUp:\n${TWO}  selectPolicy: Max\n`,
      `scaleUp:\n${TWO}`,
      `scaleDown:\n${ONE}  selectPolicy: Max\n`,
      `scaleDown:\n${ONE}`,
    ]) {
      expect(found(withBehavior(behavior), 'select-policy-mistaken')).toEqual([]);
    }
  });
});

describe('both-directions-disabled', () => {
  it('[AD36] needs both', () => {
    const one = 'scaleUp:\n  selectPolicy: Disabled\n';
    expect(
      found(withBehavior(`${one}scaleDown:\n  selectPolicy: Disabled\n`), 'both-directions-disabled'),
    ).toEqual(['behavior: | Both directions are Disabled: this HPA follows no metric.']);
    expect(found(withBehavior(one), 'both-directions-disabled')).toEqual([]);
  });
});
