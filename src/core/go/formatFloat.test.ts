import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFloat } from './formatFloat.ts';

describe('with as few digits as identify the double', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [0.1 + 0.2, '0.30000000000000004'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [999999, '999999'],
    [1000000, '1e+06'],
    [123456789, '1.23456789e+08'],
    [5e-324, '5e-324'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
  ])('%d is %s', (x, text) => {
    expect(formatFloat(x, 'g')).toBe(text);
  });

  it('reads back as the same double in every format', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        for (const format of ['e', 'f', 'g'] as const) {
          expect(Object.is(Number(formatFloat(x, format)), x)).toBe(true);
        }
      }),
    );
  });
});

// the right-hand sides are what a Go program printed
describe('with a precision', () => {
  it.each([
    [0.125, 2, '0.12'],
    [0.375, 2, '0.38'],
    [2.5, 0, '2'],
    [3.5, 0, '4'],
    [0.5, 0, '0'],
    [0.6, 0, '1'],
    [1.005, 2, '1.00'],
    [9.995, 2, '9.99'],
    [9.999, 2, '10.00'],
    [0.0004, 3, '0.000'],
    [0.0006, 3, '0.001'],
    [1e21, 1, '1000000000000000000000.0'],
    [-1234567.25, 1, '-1234567.2'],
    [5e-324, 3, '0.000'],
  ])('%d with %d places is %s', (x, places, text) => {
    expect(formatFloat(x, 'f', places)).toBe(text);
  });

  it.each([
    [0, 2, '0.00e+00'],
    [9.995, 2, '9.99e+00'],
    [99.96, 2, '1.00e+02'],
    [12500, 1, '1.2e+04'],
    [1e-7, 0, '1e-07'],
    [5e-324, 3, '4.941e-324'],
  ])('%d with %d places in scientific notation is %s', (x, places, text) => {
    expect(formatFloat(x, 'e', places)).toBe(text);
  });

  it.each([
    [123456, 3, '1.23e+05'],
    [123.456, 3, '123'],
    [100, 3, '100'],
    [100, 2, '1e+02'],
    [0.00012345, 2, '0.00012'],
    [99.96, 3, '100'],
    [1.5, 0, '2'],
    [1000000, 21, '1000000'],
  ])('%d with %d significant digits is %s', (x, digits, text) => {
    expect(formatFloat(x, 'g', digits)).toBe(text);
  });

  it('is never farther from the double than what JavaScript prints', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e20, max: 1e20, noNaN: true }), fc.nat(20), (x, places) => {
        const text = formatFloat(x, 'f', places);
        expect(Math.abs(Number(text) - x)).toBeLessThanOrEqual(Math.abs(Number(x.toFixed(places)) - x));
      }),
    );
  });
});
