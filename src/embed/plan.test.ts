import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightForAll, planCharts } from './plan.ts';

describe('planCharts', () => {
  it('leaves the replicas alone in a narrow strip', () =>
    expect(planCharts(300, 1, 1, 1)).toEqual({ ribbon: false, load: false, metrics: 0 }));
  it('adds what decided, then the load, then the metrics', () => {
    expect(planCharts(380, 1, 1, 2)).toEqual({ ribbon: true, load: false, metrics: 0 });
    expect(planCharts(500, 1, 1, 2)).toEqual({ ribbon: true, load: true, metrics: 0 });
    expect(planCharts(640, 1, 1, 2)).toEqual({ ribbon: true, load: true, metrics: 1 });
  });
  it('leaves nothing out at the height that it asks for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 1.25),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 6 }),
        (scale, loads, metrics) => {
          const height = heightForAll(scale, loads, metrics);
          expect(planCharts(height, scale, loads, metrics)).toEqual({ ribbon: true, load: true, metrics });
          expect(planCharts(height - 2, scale, loads, metrics)).not.toEqual({
            ribbon: true,
            load: true,
            metrics,
          });
        },
      ),
    );
  });
});
