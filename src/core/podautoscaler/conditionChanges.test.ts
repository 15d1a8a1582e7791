import { describe, expect, it } from 'vitest';
import type { HorizontalPodAutoscalerCondition } from '../autoscaling/types.ts';
import { Conditions } from './conditions.ts';

const T0 = '2000-01-01T00:00:00Z';
const T0_MS = Date.parse(T0);
const stored = (
  type: HorizontalPodAutoscalerCondition['type'],
  status: HorizontalPodAutoscalerCondition['status'] = 'True',
): HorizontalPodAutoscalerCondition => ({ type, status, lastTransitionTime: T0, reason: 'R', message: 'm' });

function loaded(list: readonly HorizontalPodAutoscalerCondition[]): Conditions {
  const conditions = new Conditions();
  conditions.load(list);
  return conditions;
}

describe('a list of conditions is changed', () => {
  it('by one that was removed from its end', () => {
    const conditions = loaded([stored('AbleToScale'), stored('ScaledToZero')]);
    conditions.remove('ScaledToZero');
    expect(conditions.unchanged()).toBe(false);
    expect(conditions.build()).toEqual([stored('AbleToScale')]);
  });

  it.each([
    ['reason', 'Other', 'm'],
    ['message', 'R', 'other'],
  ])('by another %s alone, and only that condition is', (_what, reason, message) => {
    const list = [stored('AbleToScale'), stored('ScalingActive')];
    const conditions = loaded(list);
    conditions.set('AbleToScale', 'True', reason, message, T0_MS + 1000);
    expect(conditions.unchanged()).toBe(false);
    const built = conditions.build();
    expect(built[0]).toEqual({ ...list[0], reason, message });
    expect(built[1]).toBe(list[1]);
  });

  it('by a status that flips in the second of the last flip', () => {
    const conditions = loaded([stored('AbleToScale')]);
    conditions.set('AbleToScale', 'False', 'R', 'm', T0_MS);
    expect(conditions.unchanged()).toBe(false);
    expect(conditions.build()).toEqual([stored('AbleToScale', 'False')]);
  });

  it('by one without a name, which upstream sets with an empty status and without a time', () => {
    const conditions = loaded([]);
    conditions.set('', '', '', '', T0_MS);
    expect(conditions.unchanged()).toBe(false);
    expect(conditions.build()).toEqual([
      { type: '', status: '', lastTransitionTime: '', reason: '', message: '' },
    ]);
  });
});

describe('a list of conditions is not changed', () => {
  it('by one that flips back within the instant of its last flip, and is the stored list itself', () => {
    const list = [stored('AbleToScale')];
    const conditions = loaded(list);
    conditions.set('AbleToScale', 'False', 'R', 'm', T0_MS);
    conditions.set('AbleToScale', 'True', 'R', 'm', T0_MS);
    expect(conditions.unchanged()).toBe(true);
    expect(conditions.build()).toBe(list);
  });
});
