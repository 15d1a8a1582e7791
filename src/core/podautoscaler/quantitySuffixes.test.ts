import { expect, it } from 'vitest';
import { metricQuantityText } from './metricQuantity.ts';

it.each([
  [0, '0', '0'],
  [1, '1m', '1m'],
  [-1500, '-1500m', '-1500m'],
  [7000, '7', '7'],
  [1000 * 1000, '1k', '1k'],
  [-12 * 1000 ** 3, '-12M', '-12M'],
  [3 * 1000 ** 4, '3G', '3G'],
  [5 * 1000 ** 5, '5T', '4882812500Ki'],
  [1000 * 1024, '1024', '1Ki'],
  [-1000 * 2048, '-2048', '-2Ki'],
  [1000 * 1024 ** 2, '1048576', '1Mi'],
  [1000 * 1024 ** 3, '1073741824', '1Gi'],
  [8000 * 1024 ** 4, '8796093022208', '8Ti'],
])('%d milli is %s, or %s in binary units', (milli, decimal, binary) => {
  expect(metricQuantityText(milli, false)).toBe(decimal);
  expect(metricQuantityText(milli, true)).toBe(binary);
});
