import { describe, expect, it } from 'vitest';
import { edited, found, HEALTHY, withBehavior } from '../testing.ts';

const bounded = (min: number, max: number): string =>
  edited(HEALTHY, ['minReplicas: 2', `minReplicas: ${min}`], ['maxReplicas: 20', `maxReplicas: ${max}`]);
const policies = (direction: string, ...list: readonly (readonly [string, number, number])[]): string =>
  `${direction}:\n  policies:\n${list.map(([type, value, period]) => `    - type: ${type}\n      value: ${value}\n      periodSeconds: ${period}\n`).join('')}`;

describe('behavior-changes-scale-up', () => {
  const downOnly = 'scaleDown:\n  stabilizationWindowSeconds: 600\n';

  it('[AD30] tells both limits where a block without scale-up policies moves them', () => {
    expect(found(withBehavior(downOnly), 'behavior-changes-scale-up')).toEqual([
      'behavior: | This behavior block changes how fast the HPA scales up, though it has no scale-up policies: from 2 pods up to 6 at once, 4 without it.',
    ]);
    expect(
      found(withBehavior('scaleUp:\n  stabilizationWindowSeconds: 30'), 'behavior-changes-scale-up'),
    ).toHaveLength(1);
  });

  it('[AD30] is silent where both limits are the same, or policies are written, or nothing scales up', () => {
    expect(found(withBehavior(downOnly, bounded(4, 20)), 'behavior-changes-scale-up')).toEqual([]);
    expect(found(withBehavior(downOnly, bounded(1, 4)), 'behavior-changes-scale-up')).toEqual([]);
    expect(found(withBehavior(policies('scaleUp', ['Pods', 4, 15])), 'behavior-changes-scale-up')).toEqual(
      [],
    );
    expect(
      found(withBehavior(downOnly, bounded(1, 2_000_000_000)), 'behavior-changes-scale-up'),
    ).toHaveLength(1);
    expect(found(withBehavior('scaleUp:\n  selectPolicy: Disabled'), 'behavior-changes-scale-up')).toEqual(
      [],
    );
    expect(found(HEALTHY, 'behavior-changes-scale-up')).toEqual([]);
  });
});

describe('policy-never-binds', () => {
  it('[AD31] finds the policy that another outdoes at every count', () => {
    const down = `${policies('scaleDown', ['Percent', 10, 60], ['Pods', 2, 60])}  selectPolicy: Min\n`;
    expect(found(withBehavior(down), 'policy-never-binds')).toEqual([
      'value: 2 | 2 pods in 60 s never decides: with selectPolicy Min it is always 10 % in 60 s between 2 and 20 pods.',
    ]);
    // from 31 pods on a tenth is more than two
    expect(found(withBehavior(down, bounded(2, 40)), 'policy-never-binds')).toEqual([]);
  });

  it('[AD31] names the later one of two equal policies', () => {
    const twice = policies('scaleUp', ['Pods', 5, 60], ['Pods', 5, 60]);
    expect(found(withBehavior(twice), 'policy-never-binds')).toHaveLength(1);
  });

  it('[AD31] compares policies of one period alone, and leaves the written-out defaults in peace', () => {
    const different = policies('scaleUp', ['Percent', 100, 15], ['Pods', 4, 60]);
    expect(found(withBehavior(different, bounded(10, 50)), 'policy-never-binds')).toEqual([]);
    const defaults = policies('scaleUp', ['Percent', 100, 15], ['Pods', 4, 15]);
    expect(found(withBehavior(defaults, bounded(10, 50)), 'policy-never-binds')).toEqual([]);
  });

  it('[AD31] finds a cap that limits nothing', () => {
    expect(found(withBehavior(policies('scaleDown', ['Pods', 200, 600])), 'policy-never-binds')).toEqual([
      'value: 200 | 200 pods in 600 s allows every change between 2 and 20 pods at once: it limits nothing.',
    ]);
    expect(found(withBehavior(policies('scaleDown', ['Pods', 17, 600])), 'policy-never-binds')).toEqual([]);
    expect(found(withBehavior(policies('scaleDown', ['Percent', 100, 15])), 'policy-never-binds')).toEqual(
      [],
    );
    expect(found(withBehavior(policies('scaleUp', ['Pods', 100, 15])), 'policy-never-binds')).toEqual([]);
  });

  it('[AD31] finds policies of a disabled direction', () => {
    const disabled = `${policies('scaleDown', ['Pods', 1, 60])}  selectPolicy: Disabled\n`;
    expect(found(withBehavior(disabled), 'policy-never-binds')).toEqual([
      'policies: | selectPolicy is Disabled, so the policies of scaleDown have no effect.',
    ]);
  });
});

describe('percent-of-few', () => {
  it('[AD32] counts the pods that come one by one, and the time to the top', () => {
    expect(
      found(withBehavior(policies('scaleUp', ['Percent', 10, 60]), bounded(1, 20)), 'percent-of-few'),
    ).toEqual([
      'value: 10 | From 1 pod on the scale-up policies add one pod at a time up to 11; 20 are reached after 14 min at best.',
    ]);
  });

  it('[AD32] is silent with a Pods policy beside it, with larger steps, and with a short climb', () => {
    const beside = policies('scaleUp', ['Percent', 10, 60], ['Pods', 4, 60]);
    expect(found(withBehavior(beside), 'percent-of-few')).toEqual([]);
    expect(
      found(withBehavior(policies('scaleUp', ['Percent', 100, 60]), bounded(1, 20)), 'percent-of-few'),
    ).toEqual([]);
    expect(
      found(withBehavior(policies('scaleUp', ['Percent', 10, 60]), bounded(1, 4)), 'percent-of-few'),
    ).toEqual([]);
  });
});

describe('slow-scale-up', () => {
  it('[AD33] tells how long the way up takes', () => {
    expect(found(withBehavior(policies('scaleUp', ['Pods', 1, 120])), 'slow-scale-up')).toEqual([
      'policies: | From 2 to 20 pods the scale-up policies get after 34 min at best, however high the load.',
    ]);
    expect(found(withBehavior(policies('scaleUp', ['Pods', 1, 60])), 'slow-scale-up')).toEqual([]);
    expect(found(withBehavior(policies('scaleDown', ['Pods', 1, 600])), 'slow-scale-up')).toEqual([]);
  });
});

describe('percent-from-zero', () => {
  const QUEUE = edited(bounded(0, 20), [
    `    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`,
    `    - type: External
      external:
        metric:
          name: queue_messages
        target:
          type: AverageValue
          averageValue: "30"
`,
  ]);

  it('[AD34] sees that a percentage of nothing is nothing', () => {
    expect(
      found(withBehavior(policies('scaleUp', ['Percent', 100, 15]), QUEUE), 'percent-from-zero'),
    ).toEqual([
      'policies: | Once at 0 pods this HPA never scales up again: its scale-up policies allow a percentage of 0.',
    ]);
  });

  it('[AD34] is silent with a Pods policy, with the defaults, and above zero', () => {
    const beside = policies('scaleUp', ['Percent', 100, 15], ['Pods', 1, 15]);
    expect(found(withBehavior(beside, QUEUE), 'percent-from-zero')).toEqual([]);
    expect(
      found(`${withBehavior(beside, QUEUE)}      selectPolicy: Min\n`, 'percent-from-zero'),
    ).toHaveLength(1);
    expect(found(QUEUE, 'percent-from-zero')).toEqual([]);
    expect(found(withBehavior(policies('scaleUp', ['Percent', 100, 15])), 'percent-from-zero')).toEqual([]);
  });
});
