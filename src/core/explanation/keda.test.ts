import { describe, expect, it } from 'vitest';
import { steps } from '../cluster/testing.ts';
import { cpuTrigger, NO_PAUSES, triggerOf } from '../keda/operator/testing.ts';
import { runKeda } from '../simulation/kedaTesting.ts';
import type { KedaTrace } from '../trace/kedaTypes.ts';
import { explainPoll, pollAt } from './keda.ts';

/** What is said of the poll at or before an instant. */
function at(keda: KedaTrace, seconds: number) {
  return explainPoll(keda, pollAt(keda, seconds));
}

describe('[EX11] a poll in words', () => {
  const load = steps([0, 20], [300, 0], [1200, 400], [1500, 0]);
  const { keda } = runKeda({ load, replicas: 2, durationSeconds: 2400 });

  it('KEDA scaled up', () => {
    const { headline, clocks, triggers, events } = at(keda, 1200.25);
    expect(headline).toBe(
      'KEDA scaled 0 to 1, because s0-kafka-orders (100) is active. From here on the HPA decides, up to 50.',
    );
    expect(clocks).toBe(
      'KEDA looks every 30 s and makes only the step between 0 and 1; between 1 and 50 the HPA decides, at its own syncs.',
    );
    expect(triggers.map(({ text }) => text)).toEqual([
      's0-kafka-orders is at 100 and active: its activation value is 0.',
    ]);
    expect(events.map(({ reason }) => reason)).toEqual(['KEDAScaleTargetActivated']);
  });

  it('[EX12] the cooldown counts down, and governs only the last step', () => {
    const { headline, cooldown, decision } = at(keda, 450.25);
    expect(decision).toBe('cooldown');
    expect(cooldown).toEqual({
      passedSeconds: 180,
      totalSeconds: 300,
      endsSeconds: 570,
      text: 'Cooldown: 180 s of 300 s have passed; it governs only the last step, to zero.',
    });
    expect(headline).toContain('No trigger is active. Cooldown: 180 s of 300 s have passed');
  });

  it('KEDA scaled down', () => {
    expect(at(keda, 1800.25).headline).toBe(
      'KEDA scaled 34 to 0: no trigger has been active for 5 min, longer than the cooldown of 300 s. It does so at once, whatever the HPA’s window and policies say.',
    );
  });

  it('the HPA is left to decide', () => {
    expect(at(keda, 1260.25).headline).toMatch(
      /^KEDA leaves 32 replicas to the HPA, because s0-kafka-orders \(.*\) is active\.$/,
    );
  });

  it('nothing to do', () => {
    expect(at(keda, 900).headline).toBe(
      'No trigger is active, and at 0 replicas there is nothing left to do.',
    );
    expect(at(keda, 900).triggers[0]?.text).toBe(
      's0-kafka-orders is at 0 and not active: that takes more than 0.',
    );
  });

  it('finds the poll by its instant', () => {
    expect([pollAt(keda, 0.2), pollAt(keda, 0.25), pollAt(keda, 30), pollAt(keda, 1e6)]).toEqual([
      -1, 0, 0, 79,
    ]);
  });
});

describe('[EX11] other reasons', () => {
  const outage = { id: 'e', atSeconds: 290, kind: 'metricsOutage', api: 'triggers', seconds: 900 } as const;

  it('the initial cooldown', () => {
    const { keda } = runKeda({ replicas: 2, plan: { initialCooldownPeriod: 60 } });
    expect(at(keda, 31).cooldown?.text).toBe(
      'Initial cooldown: 30 s of 60 s have passed; it governs only the last step, to zero.',
    );
    expect(at(keda, 61).headline).toBe(
      'KEDA scaled 2 to 0: no trigger has been active yet, and the initial cooldown of 60 s is over.',
    );
  });

  it('a trigger that fails, with and without a fallback', () => {
    const load = steps([0, 5]);
    const without = runKeda({ load, replicas: 2, events: [outage] }).keda;
    expect(at(without, 301).headline).toBe(
      's0-kafka-orders could not be read, and there is no fallback: KEDA leaves 2 replicas as they are.',
    );
    const plan = { fallback: { failureThreshold: 5, replicas: 6, behavior: 'static' as const } };
    const { keda } = runKeda({ load, replicas: 2, plan, events: [outage] });
    expect(at(keda, 301).headline).toBe(
      's0-kafka-orders could not be read. KEDA waits: after 5 failures in a row the fallback of 6 replicas stands in.',
    );
    expect(at(keda, 400).headline).toContain('because the fallback stands in for a trigger that fails');
    expect(at(keda, 400).triggers[0]?.text).toMatch(
      /failed \d+ times in a row; the fallback stands in for it with 600/,
    );
  });

  it('pauses, a forced activation, an idle count, cpu alone', () => {
    const scaleIn = runKeda({ replicas: 2, plan: { pauses: { ...NO_PAUSES, scaleIn: true } } }).keda;
    expect(at(scaleIn, 31).headline).toBe(
      'An annotation pauses scaling in: KEDA leaves 2 replicas as they are.',
    );
    const forced = runKeda({ plan: { pauses: { ...NO_PAUSES, forceActivation: true } } }).keda;
    expect(at(forced, 1).headline).toContain(
      'KEDA scaled 0 to 1, because an annotation forces it to be active.',
    );
    const idle = runKeda({
      replicas: 3,
      plan: { idleReplicas: 1, minReplicas: 3, hpaMinReplicas: 3, initialCooldownPeriod: 60 },
    });
    expect(at(idle.keda, 31).cooldown?.text).toContain(
      'it governs only the last step, to the idle count of 1.',
    );
    const cpu = runKeda({ replicas: 2, plan: { triggers: [cpuTrigger(0)], minReplicas: 1 } }).keda;
    expect(at(cpu, 31).headline).toContain('all its triggers are on cpu or memory');
  });

  it('a schedule', () => {
    const cron = { timezone: 'UTC', start: '10 0 * * *', end: '20 0 * * *', desiredReplicas: 3 };
    const trigger = triggerOf(0, { type: 'cron', kind: 'cron', cron });
    const { keda } = runKeda({ plan: { triggers: [trigger] } });
    expect(at(keda, 601).headline).toContain('KEDA scaled 0 to 1, because s0-cron (3) is active.');
    expect(at(keda, 601).triggers[0]?.text).toBe(
      's0-cron is at 3: now is within 10 0 * * * to 20 0 * * *, UTC.',
    );
  });
});
