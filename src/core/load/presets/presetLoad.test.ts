import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOAD_PRESETS } from './outlines.ts';
import { presetLoad } from './presetLoad.ts';

const SIZE = { durationSeconds: 3600, base: 20, peak: 200, seed: 1 };

describe.each(LOAD_PRESETS)('%s', (preset) => {
  it('[LD5] has ascending whole seconds within the run, few points, and nothing below zero', () => {
    fc.assert(
      fc.property(
        fc.record({
          durationSeconds: fc.integer({ min: 1, max: 31 * 86_400 }),
          base: fc.double({ min: 0, max: 1e9, noNaN: true }),
          peak: fc.double({ min: 0, max: 1e9, noNaN: true }),
          seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        }),
        (size) => {
          const { points } = presetLoad(preset, size);
          expect(points.length).toBeGreaterThan(0);
          expect(points.length).toBeLessThanOrEqual(300);
          expect(points[0]?.atSeconds).toBe(0);
          points.forEach(({ atSeconds, value }, index) => {
            expect(Number.isInteger(atSeconds)).toBe(true);
            expect(atSeconds).toBeLessThanOrEqual(size.durationSeconds);
            expect(atSeconds).toBeGreaterThan(points[index - 1]?.atSeconds ?? -1);
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1e9);
          });
        },
      ),
    );
  });

  it('[LD5] reaches from base to peak', () => {
    const values = presetLoad(preset, SIZE).points.map(({ value }) => value);
    const reach = [Math.min(...values), Math.max(...values)];
    expect(reach).toEqual(preset === 'steady' ? [110, 110] : [20, 200]);
  });
});

describe('noise', () => {
  it('[LD5] follows from its seed', () => {
    expect(presetLoad('noise', SIZE)).toEqual(presetLoad('noise', SIZE));
    expect(presetLoad('noise', { ...SIZE, seed: 2 })).not.toEqual(presetLoad('noise', SIZE));
  });
});

describe('diurnal', () => {
  it('[LD5] has a peak in every day of a longer run', () => {
    const { points } = presetLoad('diurnal', { ...SIZE, durationSeconds: 7 * 86_400 });
    const peaks = points.filter(({ value }) => value === 200).map(({ atSeconds }) => atSeconds / 3600);
    expect(peaks).toEqual([20, 44, 68, 92, 116, 140, 164]);
  });
});
