import { describe, expect, it } from 'vitest';
import { defaultFeatureGates, isMinor, MINORS, resolveRelease, switchableFeatureGates } from './index.ts';

describe('a release', () => {
  it('has the gates that its minor knows', () => {
    expect(defaultFeatureGates('1.27')).toEqual({ HPAScaleToZero: false, HPAContainerMetrics: true });
    expect(defaultFeatureGates('1.37')).toMatchObject({ HPAScaleToZero: true, HPAGeneration: true });
  });

  it('lets no gate be switched that is locked or unknown', () => {
    expect(resolveRelease('1.37', { HPAConfigurableTolerance: false }).configurableTolerance).toBe(true);
    expect(resolveRelease('1.31', { HPAConfigurableTolerance: true }).configurableTolerance).toBe(false);
    expect(switchableFeatureGates('1.37')).not.toContain('HPAConfigurableTolerance');
    expect(resolveRelease('1.36', { HPAScaleToZero: true }).scaleToZero).toBe(true);
  });

  it('reads pod-level requests only where the controller does, whatever the gate', () => {
    expect(resolveRelease('1.33', { PodLevelResources: true }).podLevelRequests).toBe(false);
    expect(resolveRelease('1.34').podLevelRequests).toBe(true);
    expect(resolveRelease('1.34', { PodLevelResources: false }).podLevelRequests).toBe(false);
  });

  it('never loses a difference once a minor has it', () => {
    const releases = MINORS.map((minor) => resolveRelease(minor));
    for (const [index, release] of releases.entries()) {
      const older = releases[index - 1];
      if (older === undefined) continue;
      for (const [name, value] of Object.entries(older)) {
        // behaviour accumulates; only the gates' own values may differ either way
        if (value === true && name in release)
          expect([name, Reflect.get(release, name)]).toEqual([name, true]);
      }
    }
  });

  it('is one of the minors that are modelled', () => {
    expect(isMinor('1.37')).toBe(true);
    expect(isMinor('1.28')).toBe(false);
  });
});
