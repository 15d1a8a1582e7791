import { describe, expect, it } from 'vitest';
import type { MetricStatus } from '../autoscaling/types.ts';
import { equalMetricStatuses } from './status.ts';

const pods = (averageValue: string, metric: object = { name: 'm' }) =>
  ({ type: 'Pods', pods: { metric, current: { averageValue } } }) as unknown as MetricStatus;
const cpu = (averageUtilization: number | undefined, averageValue = '50m') =>
  ({
    type: 'Resource',
    resource: { name: 'cpu', current: { averageUtilization, averageValue } },
  }) as MetricStatus;
const withLabels = (...values: readonly unknown[]) =>
  pods('1', { name: 'm', selector: { matchExpressions: [{ key: 'a', operator: 'In', values }] } });

describe('lists of metric statuses say the same', () => {
  it.each([
    ['both are absent, as null or empty', undefined, null],
    ['one is absent and one empty', undefined, []],
    ['one is empty and one null', [], null],
    ['quantities have the same value', [pods('1500m')], [pods('1.5')]],
    [
      'the value of an object does',
      [{ object: { current: { value: '1k' } } }],
      [{ object: { current: { value: '1000' } } }],
    ],
    [
      'fields come in another order',
      [{ type: 'Pods', pods: { a: 1, b: 2 } }],
      [{ pods: { b: 2, a: 1 }, type: 'Pods' }],
    ],
    ['a field is absent, null, empty text or empty list', [{ a: null, b: '', c: [] }], [{}]],
    ['lists inside are equal', [withLabels('x', 'y')], [withLabels('x', 'y')]],
  ] as const)('if %s', (_what, a, b) => {
    const [left, right] = [a, b] as unknown as readonly (readonly MetricStatus[] | null | undefined)[];
    expect(equalMetricStatuses(left, right)).toBe(true);
    expect(equalMetricStatuses(right, left)).toBe(true);
  });

  it('if they are the same list', () => {
    const list = [pods('1')];
    expect(equalMetricStatuses(list, list)).toBe(true);
  });
});

describe('lists of metric statuses do not say the same', () => {
  it.each([
    ['one is longer', [pods('1')], [pods('1'), pods('1')]],
    ['one has no metric', [pods('1')], undefined],
    ['the second differs', [pods('1'), pods('2')], [pods('1'), pods('3')]],
    ['quantities differ', [pods('1500m')], [pods('1501m')]],
    ['a quantity cannot be read', [pods('much')], [pods('1')]],
    ['neither quantity can be read', [pods('much')], [pods('more')]],
    ['a percentage differs', [cpu(50)], [cpu(51)]],
    ['a percentage is missing', [cpu(50)], [cpu(undefined)]],
    [
      'a name differs that could be read as a quantity',
      [pods('1', { name: '1000m' })],
      [pods('1', { name: '1' })],
    ],
    [
      'a selector is empty in one and absent in the other',
      [pods('1', { name: 'm', selector: {} })],
      [pods('1')],
    ],
    ['a list inside is longer', [withLabels('x')], [withLabels('x', 'y')]],
    ['an entry of a list inside differs', [withLabels('x', 'y')], [withLabels('x', 'z')]],
    ['a list stands against a record', [{ a: ['x'] }], [{ a: { 0: 'x' } }]],
    ['a text stands against a record', [{ a: 'x' }], [{ a: { b: 1 } }]],
    ['a number stands against nothing', [{ a: 0 }], [{ a: null }]],
    ['a list that is not empty stands against nothing', [{ a: ['x'] }], [{}]],
    ['a record stands against nothing', [{ a: {} }], [{ a: null }]],
    ['a boolean stands against a number', [{ a: true }], [{ a: 1 }]],
  ] as const)('if %s', (_what, a, b) => {
    const [left, right] = [a, b] as unknown as readonly (readonly MetricStatus[] | undefined)[];
    expect(equalMetricStatuses(left, right)).toBe(false);
    expect(equalMetricStatuses(right, left)).toBe(false);
  });
});
