import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundNumbers, roundOutwards } from './roundNumbers.ts';

/** Ends of an axis: quantities are whole thousandths, and the top lies above the bottom. */
const axes = fc
  .tuple(fc.integer({ min: -1e9, max: 0 }), fc.integer({ min: 1, max: 1e15 }))
  .map(([bottom, top]) => [bottom / 1000, top / 1000] as const);
const parts = fc.integer({ min: 2, max: 10 });

test('the ends of an axis are those of d3-scale', () => {
  fc.assert(
    fc.property(axes, parts, ([bottom, top], count) => {
      const expected = scaleLinear().domain([bottom, top]).nice(count).domain();
      expect(roundOutwards(bottom, top, count)).toEqual(expected.map((end) => end + 0));
    }),
    { numRuns: 2000 },
  );
});

test('the marks of an axis are those of d3-scale', () => {
  fc.assert(
    fc.property(axes, parts, ([bottom, top], count) => {
      expect(roundNumbers(bottom, top, count)).toEqual(scaleLinear().domain([bottom, top]).ticks(count));
    }),
    { numRuns: 2000 },
  );
});

test('tenths are tenths to the last digit', () => {
  expect(roundNumbers(0, 0.5, 5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
});
