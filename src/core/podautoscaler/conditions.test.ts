import { describe, expect, it } from 'vitest';
import type { HorizontalPodAutoscalerCondition } from '../autoscaling/types.ts';
import { Conditions } from './conditions.ts';

const T0 = '2000-01-01T00:00:00Z';
const NOW = Date.parse('2000-01-01T00:01:00Z') + 500;
const condition = (
  type: HorizontalPodAutoscalerCondition['type'],
  status: HorizontalPodAutoscalerCondition['status'],
): HorizontalPodAutoscalerCondition => ({ type, status, lastTransitionTime: T0, reason: 'R', message: 'm' });

function loaded(...stored: readonly HorizontalPodAutoscalerCondition[]): Conditions {
  const conditions = new Conditions();
  conditions.load(stored);
  return conditions;
}

describe('conditions', () => {
  it('that end as they began are the stored objects', () => {
    const stored = [condition('AbleToScale', 'True')];
    const conditions = loaded(...stored);
    conditions.set('AbleToScale', 'True', 'Other', 'other', NOW);
    conditions.set('AbleToScale', 'True', 'R', 'm', NOW);
    expect(conditions.unchanged()).toBe(true);
    expect(conditions.build()[0]).toBe(stored[0]);
  });

  it('keep their time while only reason and message change', () => {
    const conditions = loaded(condition('AbleToScale', 'True'));
    conditions.set('AbleToScale', 'True', 'Other', 'other', NOW);
    expect(conditions.unchanged()).toBe(false);
    expect(conditions.build()[0]).toMatchObject({ reason: 'Other', lastTransitionTime: T0 });
  });

  it('take the time of a flip in whole seconds, also when they flip back', () => {
    const conditions = loaded(condition('AbleToScale', 'False'));
    conditions.set('AbleToScale', 'True', 'R', 'm', NOW);
    conditions.set('AbleToScale', 'False', 'R', 'm', NOW);
    expect(conditions.unchanged()).toBe(false);
    expect(conditions.build()[0]?.lastTransitionTime).toBe('2000-01-01T00:01:00Z');
  });

  it('are added at the end and removed from where they are', () => {
    const conditions = loaded(condition('AbleToScale', 'True'), condition('ScaledToZero', 'True'));
    conditions.set('ScalingActive', 'True', 'R', 'm', NOW);
    conditions.remove('ScaledToZero');
    conditions.remove('ScaledToZero');
    expect(conditions.isTrue('ScaledToZero')).toBe(false);
    expect(conditions.build().map(({ type }) => type)).toEqual(['AbleToScale', 'ScalingActive']);
    conditions.set('ScaledToZero', 'False', 'R', 'm', NOW);
    expect(conditions.build().map(({ type }) => type)).toEqual([
      'AbleToScale',
      'ScalingActive',
      'ScaledToZero',
    ]);
  });

  it('do not leak from one HPA into the next', () => {
    const conditions = loaded(condition('AbleToScale', 'True'), condition('ScalingActive', 'True'));
    conditions.load([]);
    expect(conditions.unchanged()).toBe(true);
    expect(conditions.build()).toEqual([]);
  });
});
