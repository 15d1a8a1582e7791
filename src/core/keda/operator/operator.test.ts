import { describe, expect, it } from 'vitest';
import type { Fallback, FallbackBehavior, KedaPlan } from '../types.ts';
import {
  cpuTrigger,
  kafkaTrigger,
  NO_PAUSES,
  operatorOf,
  planOf,
  type Surroundings,
  triggerOf,
} from './testing.ts';
import type { KedaConditionType, KedaDecision, KedaPoll } from './types.ts';

const LAG = 's0-kafka-orders';

/** The first poll of a new operator at a given second. */
function poll(plan: Partial<KedaPlan>, around: Partial<Surroundings>, seconds = 1000): KedaPoll {
  return operatorOf(planOf(plan), around).pollAt(seconds);
}

/** `activated 0>1` */
function outline({ decision, replicasBefore, replicasAfter }: KedaPoll): string {
  return `${decision} ${replicasBefore}>${replicasAfter}`;
}

type Operator = ReturnType<typeof operatorOf>['operator'];

/** `False ScalerCooldown` */
function condition({ status }: Operator, type: KedaConditionType): string {
  const found = status.conditions.find((one) => one.type === type);
  return `${found?.status} ${found?.reason}`;
}

describe('[KO2] what counts as active', () => {
  it.each([
    [0, 0, false],
    [1, 0, true],
    [10, 10, false],
    [11, 10, true],
  ])('a value of %d with an activation of %d: %s', (value, activationLagThreshold, expected) => {
    const triggers = [kafkaTrigger(0, { activationLagThreshold })];
    expect(poll({ triggers }, { readings: { [LAG]: value } }).isActive).toBe(expected);
  });

  it('one trigger of several is enough', () => {
    const triggers = [kafkaTrigger(0), triggerOf(1)];
    const polled = poll({ triggers }, { readings: { 's1-prometheus': 3 } });
    expect(polled.isActive).toBe(true);
    expect(polled.metrics.map(({ observation }) => observation.isActive)).toEqual([false, true]);
  });

  it('cpu is never active beside another trigger, and always when there is no other', () => {
    expect(poll({ triggers: [cpuTrigger(0), triggerOf(1)] }, { replicas: 2 }).isActive).toBe(false);
    expect(poll({ triggers: [cpuTrigger(0)] }, { replicas: 2 }).isActive).toBe(true);
  });

  it('a rate of messages is active while messages wait', () => {
    const triggers = [triggerOf(0, { type: 'rabbitmq', metadata: { mode: 'MessageRate' } })];
    expect(poll({ triggers }, { readings: { 's0-rabbitmq': { value: 0, waiting: 5 } } }).isActive).toBe(true);
    const length = [triggerOf(0, { type: 'rabbitmq' })];
    expect(
      poll({ triggers: length }, { readings: { 's0-rabbitmq': { value: 0, waiting: 5 } } }).isActive,
    ).toBe(false);
  });
});

describe('[KO3] from zero, or from the idle count', () => {
  const readings = { [LAG]: 1 };

  it.each<[Partial<KedaPlan>, number, string]>([
    [{}, 0, 'activated 0>1'],
    [{ minReplicas: 3 }, 0, 'activated 0>3'],
    [{ minReplicas: 3, idleReplicas: 0 }, 0, 'activated 0>3'],
    [{ minReplicas: 3, idleReplicas: 1 }, 1, 'activated 1>3'],
    // without an idle count KEDA leaves what is between 0 and the minimum to the HPA
    [{ minReplicas: 3 }, 1, 'leftToHpa 1>1'],
    [{ minReplicas: 3, idleReplicas: 1 }, 3, 'leftToHpa 3>3'],
  ])('%j at %d: %s', (plan, replicas, expected) => {
    expect(outline(poll(plan, { replicas, readings }))).toBe(expected);
  });

  it('[KO5] the event names every active trigger', () => {
    const triggers = [kafkaTrigger(0), triggerOf(1), triggerOf(2)];
    const { events } = poll({ triggers }, { readings: { [LAG]: 1, 's2-prometheus': 1 } });
    expect(events).toEqual([
      {
        type: 'Normal',
        reason: 'KEDAScaleTargetActivated',
        message:
          'Scaled apps/v1.Deployment default/order-processor from 0 to 1, triggered by s0-kafka-orders;s2-prometheus',
      },
    ]);
  });

  it('[KO5] a scale that cannot be written is an event, and no activity', () => {
    const { operator, pollAt } = operatorOf(planOf(), { readings, scaleError: 'no quota' });
    expect(pollAt(30)).toMatchObject({ replicasAfter: 0, lastActiveMs: undefined });
    expect(operator.status.conditions[0]).toEqual({
      type: 'Ready',
      status: 'False',
      reason: 'ErrorScalingTarget',
      message: 'error activating ScaleTarget: no quota',
    });
    expect(pollAt(60).events[0]?.message).toBe(
      'Failed to scale apps/v1.Deployment default/order-processor from 0 to 1: no quota',
    );
  });
});

describe('[KO4] active and running', () => {
  it('is the HPA’s; the cooldown begins anew at every poll', () => {
    const { operator, pollAt } = operatorOf(planOf(), { replicas: 4, readings: { [LAG]: 1 } });
    expect(outline(pollAt(30))).toBe('leftToHpa 4>4');
    expect(condition(operator, 'Active')).toBe('True ScalerActive');
    const first = operator.status.lastActiveMs ?? 0;
    pollAt(60.25);
    expect((operator.status.lastActiveMs ?? 0) - first).toBe(30_000);
  });

  it('with another trigger in error the cooldown does not begin anew', () => {
    const triggers = [kafkaTrigger(0), triggerOf(1)];
    const readings = { [LAG]: 1, 's1-prometheus': 'no answer' };
    const { operator, pollAt } = operatorOf(planOf({ triggers }), { replicas: 4, readings });
    const polled = pollAt(30);
    expect(outline(polled)).toBe('leftToHpa 4>4');
    expect(polled.events).toEqual([{ type: 'Warning', reason: 'KEDAScalerFailed', message: 'no answer' }]);
    expect(operator.status.lastActiveMs).toBeUndefined();
    expect(condition(operator, 'Ready')).toBe('Unknown PartialTriggerError');
  });
});

describe('[KO6] the cooldown', () => {
  it('is over once more than cooldownPeriod has passed since the last activity, cut to whole seconds', () => {
    const { operator, around, pollAt } = operatorOf(planOf(), { replicas: 4, readings: { [LAG]: 1 } });
    pollAt(100.25);
    around.readings[LAG] = 0;
    expect(outline(pollAt(130.25))).toBe('cooldown 4>4');
    expect(condition(operator, 'Active')).toBe('False ScalerCooldown');
    expect(outline(pollAt(400))).toBe('cooldown 4>4');
    const { decision, cooldownEndsMs, atMs } = pollAt(400.25);
    expect([decision, cooldownEndsMs]).toEqual(['deactivated', undefined]);
    expect(atMs - (operator.status.lastActiveMs ?? 0)).toBe(300_250);
    expect(condition(operator, 'Active')).toBe('False ScalerNotActive');
  });

  it('without any activity the initial one counts, from the creation on', () => {
    expect(outline(poll({}, { replicas: 2 }, 0.25))).toBe('deactivated 2>0');
    expect(outline(poll({ initialCooldownPeriod: 60 }, { replicas: 2 }, 60))).toBe('cooldown 2>2');
    expect(outline(poll({ initialCooldownPeriod: 60 }, { replicas: 2 }, 60.25))).toBe('deactivated 2>0');
  });

  it.each<[Partial<KedaPlan>, number, string]>([
    [{}, 7, 'deactivated 7>0'],
    [{ minReplicas: 3, idleReplicas: 1 }, 7, 'deactivated 7>1'],
    [{ minReplicas: 3, idleReplicas: 1 }, 1, 'nothing 1>1'],
    [{ minReplicas: 3 }, 7, 'nothing 7>7'],
    [{}, 0, 'nothing 0>0'],
  ])('%j at %d: %s', (plan, replicas, expected) => {
    expect(outline(poll(plan, { replicas }))).toBe(expected);
  });

  it('[KO5] the event', () => {
    expect(poll({}, { replicas: 7 }).events[0]).toEqual({
      type: 'Normal',
      reason: 'KEDAScaleTargetDeactivated',
      message: 'Deactivated apps/v1.Deployment default/order-processor from 7 to 0',
    });
  });
});

describe('[KO7] annotations', () => {
  it.each<[keyof typeof NO_PAUSES, number, number, string]>([
    ['scaleIn', 3, 0, 'paused 3>3'],
    ['scaleIn', 0, 1, 'activated 0>1'],
    ['scaleOut', 0, 1, 'paused 0>0'],
    ['scaleOut', 3, 0, 'deactivated 3>0'],
    ['forceActivation', 0, 0, 'activated 0>1'],
    ['forceActivation', 3, 0, 'leftToHpa 3>3'],
    ['paused', 3, 0, 'paused 3>3'],
  ])('%s at %d with a lag of %d: %s', (pause, replicas, lag, expected) => {
    const pauses = { ...NO_PAUSES, [pause]: true };
    expect(outline(poll({ pauses }, { replicas, readings: { [LAG]: lag } }))).toBe(expected);
  });

  it('a forced activation has its own event', () => {
    const pauses = { ...NO_PAUSES, forceActivation: true };
    expect(poll({ pauses }, {}).events[0]?.message).toMatch(
      /from 0 to 1, caused by forced activation annotation$/,
    );
  });
});

describe('[KO8] triggers that fail', () => {
  const readings = { [LAG]: 'broker not available' };

  it.each<[Partial<KedaPlan>, KedaDecision]>([
    [{}, 'error'],
    [{ fallback: { failureThreshold: 3, replicas: 6, behavior: 'static' } }, 'fallback'],
    // a fallback of 0 replicas does not hold anything back
    [{ fallback: { failureThreshold: 3, replicas: 0, behavior: 'static' } }, 'deactivated'],
  ])('%j: %s', (plan, expected) => {
    const { operator, pollAt } = operatorOf(planOf(plan), { replicas: 3, readings });
    expect(pollAt(1000).decision).toBe(expected);
    if (expected === 'error') expect(condition(operator, 'Ready')).toBe('False TriggerError');
  });

  it('below the minimum replicas are raised to it without an event', () => {
    const polled = poll({ minReplicas: 2 }, { replicas: 1 });
    expect(outline(polled)).toBe('raisedToMinimum 1>2');
    expect(polled.events).toEqual([]);
  });

  it('a scale that cannot be read is an error of its own', () => {
    const { operator, pollAt } = operatorOf(planOf(), { readings: { [LAG]: 1 }, replicasError: 'forbidden' });
    expect(pollAt(30)).toMatchObject({ decision: 'error', events: [] });
    expect(operator.status.conditions[0]).toEqual({
      type: 'Ready',
      status: 'False',
      reason: 'ErrorGettingCurrentReplicas',
      message: 'Error getting current replicas count for ScaleTarget: forbidden',
    });
  });
});

describe('[KO1 KO9] creation and edits', () => {
  it('events of a start', () => {
    const { operator } = operatorOf(planOf());
    const events = operator.reconcile(planOf());
    expect(events.map(({ reason, message }) => `${reason}: ${message}`)).toEqual([
      'KEDAScalersStarted: Scaler kafka is built',
      'KEDAScalersStarted: Started scalers watch',
      'ScaledObjectReady: ScaledObject is ready for scaling',
    ]);
    expect(condition(operator, 'Fallback')).toBe('False NoFallbackFound');
  });

  it('a pause stops the scalers and sets the count once; without it they start again', () => {
    const { operator, around } = operatorOf(planOf(), { replicas: 2 });
    operator.reconcile(planOf());
    const pauses = { ...NO_PAUSES, paused: true, pausedReplicas: 5 };
    expect(operator.reconcile(planOf({ pauses })).map(({ reason }) => reason)).toEqual([
      'ScaledObjectPaused',
      'KEDAScalersStopped',
    ]);
    expect(around.replicas).toBe(5);
    expect(condition(operator, 'Paused')).toBe('True ScaledObjectPaused');
    expect(operator.reconcile(planOf()).map(({ message }) => message)).toEqual([
      'pause annotation removed for ScaledObject',
      'Scaler kafka is built',
      'Started scalers watch',
    ]);
    expect(condition(operator, 'Paused')).toBe('False ScaledObjectUnpaused');
  });

  it('pauses of one direction show in the condition', () => {
    const plan = planOf({ pauses: { ...NO_PAUSES, scaleIn: true } });
    const { operator } = operatorOf(plan);
    operator.reconcile(plan);
    expect(condition(operator, 'Paused')).toBe('True ScaledObjectPaused');
  });
});

describe('[KO13 KO14] what the HPA is answered', () => {
  it('a fresh value at every question', () => {
    const { operator, around, pollAt } = operatorOf(planOf(), { readings: { [LAG]: 5 } });
    pollAt(0);
    around.readings[LAG] = 7.25;
    expect(operator.externalMetric(LAG)).toEqual({ ok: true, value: [7250] });
  });

  it('with useCachedMetrics the value of the last poll', () => {
    const triggers = [triggerOf(0, { useCachedMetrics: true })];
    const { operator, around, pollAt } = operatorOf(planOf({ triggers }), {
      readings: { 's0-prometheus': 5 },
    });
    // before the first poll there is none
    expect(operator.externalMetric('s0-prometheus')).toEqual({ ok: true, value: [5000] });
    around.readings['s0-prometheus'] = 6;
    pollAt(0);
    around.readings['s0-prometheus'] = 7;
    expect(operator.externalMetric('s0-prometheus')).toEqual({ ok: true, value: [6000] });
  });

  it('the texts of errors', () => {
    const { operator } = operatorOf(planOf(), { readings: { [LAG]: 'broker not available' } });
    const prefix = 'rpc error: code = Unknown desc = error when getting metric values';
    expect(operator.externalMetric(LAG)).toEqual({
      ok: false,
      error: { error: `${prefix} metric:s0-kafka-orders encountered error` },
    });
    expect(operator.externalMetric('s9-other')).toEqual({
      ok: false,
      error: { error: `${prefix} no matching metrics found for s9-other` },
    });
  });

  it('where polling does not matter the loop takes what the HPA has seen, while the HPA asks', () => {
    const plan = planOf({ minReplicas: 1, pollingMatters: false });
    const { operator, around, pollAt } = operatorOf(plan, { replicas: 1, readings: { [LAG]: 5 } });
    operator.externalMetric(LAG);
    around.readings[LAG] = 0;
    around.scalingActive = { status: 'True', reason: 'ValidMetricFound', message: '' };
    expect(pollAt(30).isActive).toBe(true);
    around.scalingActive = { status: 'False', reason: 'FailedGetExternalMetric', message: 'no' };
    expect(pollAt(60).isActive).toBe(false);
  });
});

describe('[KO15 KO16 KO17 KO18] the fallback', () => {
  const down = { [LAG]: 'broker not available' };
  const fallbackOf = (behavior: FallbackBehavior, replicas = 6): Fallback => ({
    failureThreshold: 2,
    replicas,
    behavior,
  });

  it('begins after more failures than the threshold; polls and questions count together', () => {
    const { operator, around, pollAt } = operatorOf(planOf({ fallback: fallbackOf('static') }), {
      replicas: 3,
      readings: { ...down },
    });
    expect(pollAt(0).decision).toBe('fallback');
    expect(operator.externalMetric(LAG).ok).toBe(false);
    expect(operator.externalMetric(LAG)).toEqual({ ok: true, value: [600_000] });
    expect(condition(operator, 'Fallback')).toBe('True FallbackExists');
    expect(pollAt(30)).toMatchObject({ decision: 'leftToHpa', isFallback: true, isError: false });
    around.readings[LAG] = 5;
    const { events, isFallback } = pollAt(60);
    expect([isFallback, events[0]?.reason]).toEqual([false, 'ScaledObjectFallbackDeactivated']);
    around.readings[LAG] = 'again';
    expect(pollAt(90).decision).toBe('fallback');
  });

  it('says so when a poll is the first to see it, and wakes a target at zero', () => {
    const { pollAt } = operatorOf(planOf({ fallback: fallbackOf('static') }), { readings: down });
    expect([pollAt(0), pollAt(30)].map(outline)).toEqual(['fallback 0>0', 'fallback 0>0']);
    const third = pollAt(60);
    expect(outline(third)).toBe('activated 0>1');
    expect(third.events.map(({ reason }) => reason)).toEqual([
      'ScaledObjectFallbackActivated',
      'KEDAScaleTargetActivated',
    ]);
  });

  it.each<[FallbackBehavior, number, number]>([
    ['static', 6, 600],
    ['currentReplicas', 6, 400],
    ['currentReplicasIfHigher', 6, 600],
    ['currentReplicasIfHigher', 2, 400],
    ['currentReplicasIfLower', 6, 400],
    ['currentReplicasIfLower', 2, 200],
  ])('%s with %d replicas at 4: %d', (behavior, replicas, value) => {
    const { operator } = operatorOf(planOf({ fallback: fallbackOf(behavior, replicas) }), {
      replicas: 4,
      readings: down,
    });
    for (let failure = 0; failure < 2; failure++) operator.externalMetric(LAG);
    expect(operator.externalMetric(LAG)).toEqual({ ok: true, value: [value * 1000] });
  });

  it('[KO17] a target of type Value is divided by the ready pods; without one there is no fallback', () => {
    const metrics = [{ name: LAG, source: 'External', targetType: 'Value', targetMilli: 100_000 } as const];
    const triggers = [{ ...kafkaTrigger(0), metrics }];
    const { operator, around } = operatorOf(planOf({ triggers, fallback: fallbackOf('static') }), {
      replicas: 4,
      readyPods: 3,
      readings: down,
    });
    for (let failure = 0; failure < 2; failure++) operator.externalMetric(LAG);
    expect(operator.externalMetric(LAG)).toEqual({ ok: true, value: [200_000] });
    around.readyPods = 0;
    expect(operator.externalMetric(LAG).ok).toBe(false);
  });
});

describe('[KO19] the condition HPAActive', () => {
  it.each([
    [undefined, 'undefined undefined'],
    [{ status: 'True', reason: 'ValidMetricFound', message: '' }, 'True HPAActive'],
    [{ status: 'False', reason: 'ScalingDisabled', message: 'at zero' }, 'True ScalingDisabled'],
    [{ status: 'False', reason: 'FailedGetExternalMetric', message: 'no' }, 'False FailedGetExternalMetric'],
    [{ status: 'False', reason: '', message: 'no' }, 'False HPAMetricsUnavailable'],
  ])('%j: %s', (scalingActive, expected) => {
    const { operator, pollAt } = operatorOf(planOf(), { scalingActive });
    pollAt(0);
    expect(condition(operator, 'HPAActive')).toBe(expected);
  });
});

describe('[KO24] a formula', () => {
  const triggers = [triggerOf(0, { name: 'a' }), triggerOf(1, { name: 'b' })];
  const modifiers = (formula: string, activationTarget = 0) => ({
    formula,
    target: 2,
    activationTarget,
    metric: {
      name: 'composite-metric',
      source: 'External',
      targetType: 'AverageValue',
      targetMilli: 2000,
    } as const,
  });
  const readings = { 's0-prometheus': 6, 's1-prometheus': 4 };

  it('is what the HPA gets, cut to thousandths, and what decides about activity', () => {
    const plan = planOf({ triggers, modifiers: modifiers('a / b / 7') });
    const { operator, pollAt } = operatorOf(plan, { readings });
    expect(operator.externalMetric('composite-metric')).toEqual({ ok: true, value: [214] });
    const { composite, events } = pollAt(0);
    expect(composite).toBe(214);
    expect(events[0]?.message).toContain('triggered by composite-metric');
  });

  it('is active above its own activation target, whatever the triggers are', () => {
    expect(poll({ triggers, modifiers: modifiers('a - b', 2) }, { replicas: 1, readings }).isActive).toBe(
      false,
    );
    expect(poll({ triggers, modifiers: modifiers('a - b', 1.9) }, { replicas: 1, readings }).isActive).toBe(
      true,
    );
  });

  it('with an error nothing is active', () => {
    const { isActive, isError, events } = poll(
      { triggers, modifiers: modifiers('a + b') },
      { replicas: 1, readings: { ...readings, 's1-prometheus': 'no answer' } },
    );
    expect([isActive, isError, events[0]?.reason]).toEqual([false, true, 'KEDAMetricSourceFailed']);
  });

  it('a trigger that fails too often is nil to it, and a formula of nil is the fallback', () => {
    const fallback: Fallback = { failureThreshold: 0, replicas: 3, behavior: 'scalingModifiers' };
    const around = { replicas: 1, readings: { ...readings, 's0-prometheus': 'no answer' } };
    const alternative = operatorOf(planOf({ triggers, fallback, modifiers: modifiers('a ?? b') }), around);
    expect(alternative.operator.externalMetric('composite-metric')).toEqual({ ok: true, value: [4000] });
    const none = operatorOf(planOf({ triggers, fallback, modifiers: modifiers('a ?? nil') }), around);
    expect(none.operator.externalMetric('composite-metric')).toEqual({ ok: true, value: [6000] });
  });

  it('another fallback replaces the whole of it', () => {
    const fallback: Fallback = { failureThreshold: 0, replicas: 3, behavior: 'static' };
    const { operator } = operatorOf(planOf({ triggers, fallback, modifiers: modifiers('a + b') }), {
      replicas: 1,
      readings: { ...readings, 's0-prometheus': 'no answer' },
    });
    expect(operator.externalMetric('composite-metric')).toEqual({ ok: true, value: [6000] });
  });
});
