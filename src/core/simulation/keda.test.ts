import { describe, expect, it } from 'vitest';
import { steps } from '../cluster/testing.ts';
import { kafkaTrigger, NO_PAUSES, triggerOf } from '../keda/operator/testing.ts';
import { KEDA_DECISIONS, type KedaTrace } from '../trace/kedaTypes.ts';
import type { Trace } from '../trace/types.ts';
import { runKeda } from './kedaTesting.ts';

/** `keda 0>1 at 30.25` */
function changes({ scalings }: Trace): readonly string[] {
  return scalings.map(({ by, from, to, atSeconds }) => `${by} ${from}>${to} at ${atSeconds}`);
}

/** The decisions from poll to poll, without repetitions. */
function course(keda: KedaTrace): readonly string[] {
  const kinds = [...keda.polls.decision].map((code) => KEDA_DECISIONS[code] as string);
  return kinds.filter((kind, poll) => kind !== kinds[poll - 1]);
}

describe('lag falls to zero and returns', () => {
  const load = steps([0, 20], [300, 0], [1200, 400], [1500, 0]);
  const { trace, keda } = runKeda({ load, replicas: 2, durationSeconds: 2400 });

  it('[KS1 KS3 KO3 KO6] zero by KEDA after the cooldown, one by KEDA, then up to the maximum by the HPA', () => {
    expect(changes(trace)).toEqual([
      'hpa 2>1 at 315',
      'keda 1>0 at 570.25',
      'keda 0>1 at 1200.25',
      'hpa 1>4 at 1215',
      'hpa 4>8 at 1230',
      'hpa 8>16 at 1245',
      'hpa 16>32 at 1260',
      'hpa 32>50 at 1275',
      'hpa 50>34 at 1800',
      'keda 34>0 at 1800.25',
    ]);
  });

  it('[KO3 KO4 KO6] each poll is left to the HPA, waits for the cooldown, or takes the last step', () => {
    const loop = ['leftToHpa', 'cooldown', 'deactivated', 'nothing', 'activated'];
    expect(course(keda)).toEqual([...loop, 'leftToHpa', 'cooldown', 'deactivated', 'nothing']);
  });

  it('[KS1] it polls at once and then every pollingInterval, beside the syncs of the HPA', () => {
    expect([...keda.polls.atSeconds.slice(0, 3)]).toEqual([0.25, 30.25, 60.25]);
    expect([...trace.syncs.atSeconds.slice(0, 3)]).toEqual([0, 15, 30]);
  });

  it('[KO6] the cooldown ends 300 s after the last poll that saw lag', () => {
    const { decision, cooldownEndsSeconds, lastActiveSeconds } = keda.polls;
    const first = decision.indexOf(KEDA_DECISIONS.indexOf('cooldown'));
    expect([lastActiveSeconds[first], cooldownEndsSeconds[first]]).toEqual([270, 570]);
    expect(cooldownEndsSeconds[0]).toBeNaN();
  });

  it('[KO5] events say who was scaled, and by which trigger', () => {
    expect(keda.events.slice(3, 5).map(({ reason, message }) => `${reason}: ${message}`)).toEqual([
      'KEDAScaleTargetDeactivated: Deactivated apps/v1.Deployment default/web from 1 to 0',
      'KEDAScaleTargetActivated: Scaled apps/v1.Deployment default/web from 0 to 1, triggered by s0-kafka-orders',
    ]);
  });

  it('[KS3] while there is no pod the HPA says ScalingDisabled and asks for no metric', () => {
    const { atSeconds } = trace.syncs;
    const at = atSeconds.indexOf(600);
    const active = trace.conditions.find(({ type }) => type === 'ScalingActive');
    expect(active?.reasons[active.reason[at] as number]).toBe('ScalingDisabled');
    expect(trace.metrics[0]?.current[at]).toBeNaN();
    expect(keda.conditions.filter(({ type }) => type === 'HPAActive').map(({ reason }) => reason)).toContain(
      'ScalingDisabled',
    );
  });

  it('[WL16] the first message after zero waits for the poll, and for the pod to come up', () => {
    expect(trace.coldStarts[0]).toEqual({
      fromSeconds: 1200,
      servedSeconds: 1210.25,
      firstResponseSeconds: expect.closeTo(10.3, 6),
    });
  });
});

describe('the operator’s clock', () => {
  it('[KO6] without a last activity it is the creation and the initial cooldown that count', () => {
    expect(changes(runKeda({ replicas: 2 }).trace)).toEqual(['keda 2>0 at 0.25']);
    const { trace } = runKeda({ replicas: 2, plan: { initialCooldownPeriod: 120 } });
    expect(changes(trace)).toContain('keda 2>0 at 120.25');
  });

  it('[KO1 KS2 KS4] a ScaledObject that is paused from the start has no HPA, and nothing polls', () => {
    const { trace, keda } = runKeda({
      replicas: 2,
      load: steps([0, 50]),
      plan: { pauses: { ...NO_PAUSES, paused: true } },
    });
    expect([trace.syncs.atSeconds.length, keda.polls.atSeconds.length]).toEqual([0, 0]);
    expect(changes(trace)).toEqual([]);
  });

  it('[KO9] paused-replicas are set once', () => {
    const pauses = { ...NO_PAUSES, paused: true, pausedReplicas: 5 };
    expect(changes(runKeda({ replicas: 2, plan: { pauses } }).trace)).toEqual(['keda 2>5 at 0.25']);
  });

  it('[KO15 KO16] a source that fails is replaced by the fallback once it has failed too often', () => {
    const plan = { fallback: { failureThreshold: 3, replicas: 6, behavior: 'static' as const } };
    const outage = { id: 'e', atSeconds: 300, kind: 'metricsOutage', api: 'triggers', seconds: 600 } as const;
    const { trace, keda } = runKeda({ replicas: 2, load: steps([0, 5]), plan, events: [outage] });
    // it failed at 300 s, 300.25 s and 315 s: a poll and the HPA's questions count together
    expect(changes(trace).slice(0, 2)).toEqual(['hpa 2>4 at 330', 'hpa 4>6 at 345']);
    expect(keda.events.some(({ reason }) => reason === 'KEDAScalerFailed')).toBe(true);
    const fallback = keda.conditions.filter(({ type }) => type === 'Fallback').map(({ status }) => status);
    expect(fallback).toEqual(['False', 'True', 'False']);
  });

  it('[TM6] the same scenario gives the same run', () => {
    const load = steps([0, 20], [300, 0], [900, 300]);
    expect(runKeda({ load, replicas: 2 }).trace).toEqual(runKeda({ load, replicas: 2 }).trace);
  });
});

describe('what triggers read', () => {
  const key = 'external/s0-kafka-orders@scaledobject.keda.sh/name=web';
  const flood = steps([0, 20], [300, 400], [1500, 0]);
  const signal = { metric: key, source: 'backlog', factor: 1 } as const;

  it('[MB12 KO12] partitions of the topic bound what the HPA asks for', () => {
    const { trace } = runKeda({ load: flood, replicas: 1, signals: [{ ...signal, partitions: 10 }] });
    expect(trace.summary.maxReplicas).toBe(10);
    expect(runKeda({ load: flood, replicas: 1 }).trace.summary.maxReplicas).toBe(50);
  });

  it('[MB10] messages are whole, and those that are worked on are not committed yet', () => {
    const { keda } = runKeda({ load: steps([0, 5]), replicas: 1 });
    const [lag] = keda.polls.metrics;
    expect([...(lag?.value ?? [])].every((value) => value === 1)).toBe(true);
  });

  it('[MB11] a prometheus trigger reads what Prometheus has, or 0', () => {
    const trigger = triggerOf(0);
    const signals = [
      {
        ...signal,
        metric: 'external/s0-prometheus@scaledobject.keda.sh/name=web',
        source: 'offered',
      } as const,
    ];
    const { keda } = runKeda({ load: steps([0, 0], [600, 7]), plan: { triggers: [trigger] }, signals });
    expect(keda.polls.metrics[0]?.value[10]).toBe(0);
    expect(keda.polls.metrics[0]?.value.at(-1)).toBe(7);
  });

  it('[MB12] a curve drawn by hand, in units of the trigger', () => {
    const drawn = { metric: key, source: 'curve', curve: 'requests', factor: 10 } as const;
    const { keda } = runKeda({ load: steps([0, 3], [600, 0]), replicas: 1, signals: [drawn] });
    expect([keda.polls.metrics[0]?.value[0], keda.polls.metrics[0]?.value.at(-1)]).toEqual([30, 0]);
  });

  it('[WL5 WL16] requests that arrive at zero are lost, messages wait', () => {
    const load = steps([0, 0], [600, 20]);
    const signals = [{ ...signal, source: 'offered' } as const];
    const lost = runKeda({ load, signals, workload: { model: 'requests', capacityPerPod: 0 } }).trace.summary;
    expect(lost.requestsDropped).toBeGreaterThan(20 * 5);
    const waited = runKeda({ load }).trace.summary;
    expect([waited.requestsDropped, waited.requestsServed > 20 * 1000]).toEqual([0, true]);
  });

  it('[KO22] a schedule keeps a minimum for a while: the first message finds a pod', () => {
    const cron = { timezone: 'UTC', start: '8 0 * * *', end: '25 0 * * *', desiredReplicas: 2 };
    const metric = {
      name: 's1-cron',
      source: 'External',
      targetType: 'AverageValue',
      targetMilli: 1000,
    } as const;
    const trigger = triggerOf(1, { type: 'cron', kind: 'cron', cron, metrics: [metric] });
    const load = steps([0, 0], [600, 5]);
    const warm = runKeda({ load, plan: { triggers: [kafkaTrigger(0), trigger] } }).trace;
    expect(warm.coldStarts).toEqual([]);
    expect(changes(warm).slice(0, 2)).toEqual(['keda 0>1 at 480.25', 'hpa 1>2 at 495']);
    expect(runKeda({ load }).trace.coldStarts[0]?.firstResponseSeconds).toBeGreaterThan(10);
  });
});
