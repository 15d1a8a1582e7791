import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asApproximateFloat64,
  compareQuantities,
  milliValue,
  newMilliQuantity,
  parseQuantity,
  type Quantity,
  quantityString,
  storedQuantityText,
  value,
} from './quantity.ts';

function parsed(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (!quantity.ok) throw new Error(quantity.error.error);
  return quantity.value;
}

describe('a quantity', () => {
  it.each([
    ['100m', '100m', 100],
    ['0.1', '100m', 100],
    ['1500m', '1500m', 1500],
    ['1.5', '1500m', 1500],
    ['1Gi', '1Gi', 1073741824000],
    ['1024', '1024', 1024000],
    ['1000k', '1M', 1000000000],
    ['1e3', '1e3', 1000000],
    ['1000000n', '1m', 1],
    ['1n', '1n', 1],
    ['0.5Gi', '512Mi', 536870912000],
    ['-1', '-1', -1000],
  ])('%s is printed as %s and has the milli-value %d', (text, printed, milli) => {
    expect(quantityString(parsed(text))).toBe(printed);
    expect(milliValue(parsed(text))).toBe(milli);
  });

  it.each([
    ['999999999999999999', 3875820019684211736n],
    ['1e20', 0],
    ['9223372036854775807', -1000],
    ['-0.0000000015', 1],
  ])('%s overflows to the milli-value that upstream computes', (text, milli) => {
    expect(milliValue(parsed(text))).toBe(milli);
  });

  it('rounds up to the unit that is asked for', () => {
    expect(value(parsed('1m'))).toBe(1);
    expect(milliValue(parsed('100001n'))).toBe(1);
  });

  it.each([
    ['', 'quantities must match the regular expression'],
    ['1x', 'quantities must match the regular expression'],
    ['1mm', "unable to parse quantity's suffix"],
    ['Pi', 'unable to parse numeric part of quantity'],
    [
      '1e99999',
      'quantities with an exponent beyond 10000 are not read here: the API server would count it down one by one',
    ],
  ])('refuses "%s"', (text, reason) => {
    const quantity = parseQuantity(text);
    expect(quantity.ok).toBe(false);
    if (!quantity.ok) expect(quantity.error.error).toContain(reason);
  });

  it('does not choke on endless digits', () => {
    expect(parseQuantity('9'.repeat(1_000_000)).ok).toBe(false);
  });

  it('is a mantissa times a power of ten as a double, not the nearest double', () => {
    expect(asApproximateFloat64(parsed('9m'))).toBe(9 * 0.001);
    expect(asApproximateFloat64(parsed('0.1'))).toBe(0.1);
  });

  it('loses its binary format when it has no binary suffix to be read again by', () => {
    expect(storedQuantityText(newMilliQuantity(100000000000, 'BinarySI'))).toBe('100M');
    expect(storedQuantityText(newMilliQuantity(115343360000, 'BinarySI'))).toBe('110Mi');
  });

  it('means the same after it is printed and read again', () => {
    const milli = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
    fc.assert(
      fc.property(milli, fc.constantFrom('DecimalSI' as const, 'BinarySI' as const), (amount, format) => {
        const quantity = newMilliQuantity(amount, format);
        expect(compareQuantities(parsed(quantityString(quantity)), quantity)).toBe(0);
      }),
    );
  });
});
