import { describe, expect, it } from 'vitest';
import { randomStream } from '../../cluster/random.ts';
import type { KedaPlan } from '../types.ts';
import { kafkaTrigger, NO_PAUSES, operatorOf, planOf, triggerOf } from './testing.ts';

const RUNS = 200;
const POLLS = 60;
const LAG = 's0-kafka-orders';
const QUERY = 's1-prometheus';

type Dice = (below: number) => number;

function diceOf(seed: number): Dice {
  const stream = randomStream(seed, 'keda');
  return (below) => stream.nextUint32() % below;
}

/** A ScaledObject of any kind that the webhook lets pass. */
function anyPlan(dice: Dice): KedaPlan {
  const minReplicas = dice(4);
  const idle = minReplicas > 0 && dice(3) === 0 ? { idleReplicas: dice(minReplicas) } : {};
  const behavior = (
    ['static', 'currentReplicas', 'currentReplicasIfHigher', 'currentReplicasIfLower'] as const
  )[dice(4)];
  const fallback =
    dice(2) === 0
      ? {}
      : { fallback: { failureThreshold: dice(3), replicas: dice(8), behavior: behavior ?? 'static' } };
  return planOf({
    minReplicas,
    ...idle,
    ...fallback,
    hpaMinReplicas: Math.max(1, minReplicas),
    maxReplicas: minReplicas + 1 + dice(20),
    cooldownPeriod: dice(10) * 30,
    initialCooldownPeriod: dice(3) * 60,
    pauses: {
      ...NO_PAUSES,
      scaleIn: dice(8) === 0,
      scaleOut: dice(8) === 0,
      forceActivation: dice(10) === 0,
    },
    triggers: [kafkaTrigger(0), triggerOf(1)],
  });
}

/** Runs an operator through a random course of readings, with an HPA that does what it likes between the polls. */
function course(seed: number) {
  const dice = diceOf(seed);
  const plan = anyPlan(dice);
  const { operator, around, pollAt } = operatorOf(plan, { replicas: dice(plan.maxReplicas + 1) });
  const polls = Array.from({ length: POLLS }, (_, index) => {
    around.readings[LAG] = dice(3) === 0 ? dice(5000) : dice(6) === 0 ? 'broker not available' : 0;
    around.readings[QUERY] = dice(8) === 0 ? dice(10) : 0;
    around.readyPods = dice(around.replicas + 1);
    if (around.replicas > 0 && dice(4) === 0) {
      around.replicas = plan.hpaMinReplicas + dice(plan.maxReplicas - plan.hpaMinReplicas + 1);
    }
    const before = operator.status.lastActiveMs;
    return { poll: pollAt(index * plan.pollingInterval + 0.25), before };
  });
  return { plan, polls };
}

const COURSES = Array.from({ length: RUNS }, (_, seed) => course(seed));

describe('whatever the triggers show', () => {
  it('[KO3 KO6] KEDA sets 0, the idle count, the minimum or 1, and nothing else', () => {
    for (const { plan, polls } of COURSES) {
      const own = [0, plan.idleReplicas ?? 0, Math.max(1, plan.minReplicas), plan.minReplicas];
      for (const { poll } of polls) {
        if (poll.replicasAfter !== poll.replicasBefore) expect(own).toContain(poll.replicasAfter);
        expect(poll.replicasAfter <= Math.max(plan.maxReplicas, poll.replicasBefore)).toBe(true);
      }
    }
  });

  it('[KO6] it never goes down before the cooldown is over, or while something is active', () => {
    for (const { plan, polls } of COURSES) {
      for (const { poll, before } of polls) {
        if (poll.replicasAfter >= poll.replicasBefore) continue;
        expect(poll.isActive).toBe(false);
        expect(plan.pauses.scaleIn).toBe(false);
        if (before !== undefined) expect(poll.atMs - before).toBeGreaterThan(plan.cooldownPeriod * 1000);
      }
    }
  });

  it('[KO3] what is active is never left at zero, unless scaling out is paused', () => {
    for (const { plan, polls } of COURSES) {
      if (plan.pauses.scaleOut) continue;
      for (const { poll } of polls) if (poll.isActive) expect(poll.replicasAfter).toBeGreaterThan(0);
    }
  });

  it('[KO6] a decision to wait says until when, and no other does', () => {
    for (const { poll } of COURSES.flatMap(({ polls }) => polls)) {
      expect(poll.cooldownEndsMs !== undefined).toBe(poll.decision === 'cooldown');
      if (poll.cooldownEndsMs !== undefined) expect(poll.cooldownEndsMs).toBeGreaterThanOrEqual(poll.atMs);
    }
  });

  it('[KO10] what is served is a whole number of thousandths, and not negative', () => {
    for (const { poll } of COURSES.flatMap(({ polls }) => polls)) {
      for (const { observation } of poll.metrics) {
        if (observation.milli === undefined) expect(observation.error).toBeDefined();
        else expect(Number.isInteger(Number(observation.milli)) && observation.milli >= 0).toBe(true);
      }
    }
  });

  it('every decision occurs in these courses', () => {
    const seen = new Set(COURSES.flatMap(({ polls }) => polls.map(({ poll }) => poll.decision)));
    expect([...seen].sort()).toEqual(
      [
        'activated',
        'cooldown',
        'deactivated',
        'error',
        'fallback',
        'leftToHpa',
        'nothing',
        'paused',
        'raisedToMinimum',
      ].sort(),
    );
  });
});
