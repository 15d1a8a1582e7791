import { describe, expect, it } from 'vitest';
import { found, withBehavior } from '../testing.ts';

const window = (direction: string, seconds: number, more = ''): string =>
  withBehavior(`${direction}:\n  stabilizationWindowSeconds: ${seconds}\n${more}`);

describe('window-never-binds', () => {
  it('[AD40] asks whether the recommendation before is still inside', () => {
    expect(found(window('scaleDown', 15), 'window-never-binds')).toEqual([
      'stabilizationWindowSeconds: 15 | A window of 15 s never holds anything back: the controller looks every 15 s, and the recommendation before is already outside.',
    ]);
    expect(found(window('scaleUp', 10), 'window-never-binds')).toHaveLength(1);
    expect(found(window('scaleDown', 16), 'window-never-binds')).toEqual([]);
    expect(found(window('scaleUp', 0), 'window-never-binds')).toEqual([]);
  });

  it('[AD40] finds the window of a disabled direction', () => {
    expect(found(window('scaleDown', 300, '  selectPolicy: Disabled\n'), 'window-never-binds')).toEqual([
      'stabilizationWindowSeconds: 300 | selectPolicy is Disabled, so the window of scaleDown has no effect.',
    ]);
  });
});

describe('no-scale-down-window', () => {
  it('[AD41] speaks of a window of 0 on the way down', () => {
    expect(found(window('scaleDown', 0), 'no-scale-down-window')).toEqual([
      'stabilizationWindowSeconds: 0 | The scale-down window is 0: the count follows every dip of the metrics, sync by sync.',
    ]);
    expect(found(window('scaleDown', 60), 'no-scale-down-window')).toEqual([]);
    expect(found(window('scaleUp', 0), 'no-scale-down-window')).toEqual([]);
  });
});

describe('long-scale-up-window', () => {
  it('[AD42] speaks from three minutes on', () => {
    expect(found(window('scaleUp', 300), 'long-scale-up-window')).toEqual([
      'stabilizationWindowSeconds: 300 | Load has to stay high for 5 min before any pod is added.',
    ]);
    expect(found(window('scaleUp', 60), 'long-scale-up-window')).toEqual([]);
    expect(found(window('scaleDown', 600), 'long-scale-up-window')).toEqual([]);
  });
});

describe('tolerance', () => {
  const tolerance = (direction: string, value: string): string =>
    withBehavior(`${direction}:\n  tolerance: ${value}\n`);

  it('[AD43] tells of a tolerance that the minor drops', () => {
    const text = tolerance('scaleUp', '0.05');
    expect(found(text, 'tolerance-dropped', { minor: '1.34' })).toEqual([
      'tolerance: 0.05 | Kubernetes 1.34 drops this tolerance; 0.1 holds instead.',
    ]);
    expect(found(text, 'tolerance-dropped')).toEqual([]);
    const gate = { minor: '1.34', featureGates: { HPAConfigurableTolerance: true } } as const;
    expect(found(text, 'tolerance-dropped', gate)).toEqual([]);
  });

  it('[AD44] tells percents from shares', () => {
    expect(found(tolerance('scaleDown', '5'), 'tolerance-too-wide')).toEqual([
      'tolerance: 5 | With a tolerance of 5 the HPA never scales down.',
    ]);
    expect(found(tolerance('scaleUp', '1'), 'tolerance-too-wide')[0]).toContain('200 % of its target');
    expect(found(tolerance('scaleDown', '0.2'), 'tolerance-too-wide')).toEqual([]);
  });
});
