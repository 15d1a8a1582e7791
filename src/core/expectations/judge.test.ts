import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newScenario } from '../scenario/newScenario.ts';
import { readScenario } from '../scenario/readScenario.ts';
import type { Scenario } from '../scenario/types.ts';
import { simulate } from '../simulation/simulate.ts';
import { LIMITER_KINDS, type Trace } from '../trace/types.ts';
import { judge } from './judge.ts';
import { measureRun } from './measures/measure.ts';
import { findMoment } from './moments.ts';
import { parseExpectation, parseMoment } from './parse.ts';
import { anyExpectation } from './testing/anyExpectation.ts';

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: app
          resources: { requests: { cpu: 200m }, limits: { cpu: 200m } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 6
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } }
`;

function run(scenario: Scenario): Trace {
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error('the manifest cannot be read');
  return simulate(scenario, manifest).trace;
}

/** Twenty minutes: calm, a rush of ten minutes from 5:00, calm. */
const trace = run(
  newScenario(MANIFEST, {
    durationSeconds: 2400,
    loads: [
      {
        id: 'requests',
        unit: 'requests/s',
        interpolation: 'step',
        points: [
          { atSeconds: 0, value: 10 },
          { atSeconds: 300, value: 120 },
          { atSeconds: 900, value: 10 },
        ],
      },
    ],
  }),
);

function answer(text: string) {
  const parsed = parseExpectation(text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return judge(parsed.value, trace);
}

const { syncs, summary, events } = trace;
const instantsOf = (holds: (sync: number) => boolean) =>
  [...syncs.atSeconds].filter((_, sync) => holds(sync));
const changes = instantsOf((sync) => syncs.rescaled[sync] === 1);

describe('[XP1] measures are the trace’s own figures', () => {
  it('counts changes as the summary does', () => {
    expect(answer('scale-ups == 0').measured).toBe(summary.scaleUps);
    expect(answer('scale-downs == 0').measured).toBe(summary.scaleDowns);
    expect(answer('changes == 0').measured).toBe(changes.length);
    expect(answer('reversals == 0').measured).toBe(summary.reversals);
  });
  it('adds up what the summary adds up', () => {
    expect(answer('pod-hours == 0').measured).toBeCloseTo(summary.podHours, 5);
    expect(answer('dropped requests == 0').measured).toBeCloseTo(summary.requestsDropped, 5);
    expect(answer('p95 latency == 0s').measured).toBe(summary.p95LatencySeconds);
    expect(answer('cpu above tolerance == 0s').measured).toBe(summary.secondsAboveTarget);
    expect(answer('max pods == 0').measured).toBe(summary.maxReplicas);
  });
  it('has what it is about in this run', () => {
    expect(summary.scaleUps).toBeGreaterThan(1);
    expect(summary.scaleDowns).toBeGreaterThan(0);
    expect(summary.requestsDropped).toBeGreaterThan(0);
    expect(summary.reversals).toBe(1);
  });
  it('adds up time by what each sync found', () => {
    const code = LIMITER_KINDS.indexOf('stabilizationDown');
    const held = instantsOf((sync) => syncs.limiter[sync] === code);
    expect(answer('time limited by stabilizationDown > 0s').measured).toBe(held.length * 15);
    const atMax = instantsOf(
      (sync) =>
        (syncs.rescaled[sync] === 1 ? syncs.desiredReplicas[sync] : syncs.currentReplicas[sync]) === 6,
    );
    expect(answer('time at max > 0s').measured).toBe(atMax.length * 15);
  });
  it('counts events and reads conditions', () => {
    const rescales = events.filter(({ reason }) => reason === 'SuccessfulRescale').length;
    expect(answer('events SuccessfulRescale == 0').measured).toBe(rescales);
    expect(answer('time with condition ScalingActive True ValidMetricFound > 0s').isMet).toBe(true);
    expect(answer('time with condition ScalingActive absent == 40m').isMet).toBe(false);
    expect(answer('time with condition Nobody absent == 40m').isMet).toBe(true);
  });
});

describe('[XP2] parts of the run', () => {
  it('looks at the span alone, and at what holds when it begins', () => {
    expect(answer('max replicas from 0s to 5m == 2').isMet).toBe(true);
    expect(answer('min replicas from 10m to 15m == 6').isMet).toBe(true);
    expect(answer('changes from 0s to 5m == 0').isMet).toBe(true);
  });
  it('parts add up to the whole', () => {
    for (const measure of ['pod-hours', 'time at max', 'changes', 'cpu above target in total']) {
      const value = measure === 'pod-hours' || measure === 'changes' ? '0' : '0s';
      const [early, late, whole] = ['from 0s to 10m', 'from 10m to 40m', 'from 0s to 40m'].map(
        (span) => answer(`${measure} ${span} >= ${value}`).measured ?? Number.NaN,
      ) as [number, number, number];
      expect(early + late).toBeCloseTo(whole, 4);
    }
  });
});

describe('[XP3] the instant that decides', () => {
  it('is the first that passes a bound', () => {
    expect(answer('max replicas <= 2').atSeconds).toBe(changes[0]);
    expect(answer('changes <= 1').atSeconds).toBe(changes[1]);
    expect(answer('changes >= 2').atSeconds).toBe(changes[1]);
  });
  it('is where an extreme is first reached, when nothing passes', () => {
    expect(answer('max replicas <= 6').atSeconds).toBe(syncs.atSeconds[syncs.desiredReplicas.indexOf(6)]);
  });
  it('is where time runs out', () => {
    const first = instantsOf((sync) => (trace.metrics[0]?.current[sync] ?? 0) > 50)[0] ?? Number.NaN;
    expect(answer('cpu above target at a stretch <= 20s').atSeconds).toBe(first + 20);
    expect(answer('cpu above target <= 20s').atSeconds).toBe(first + 20);
  });
  it('is the reaction itself', () => {
    const { measured, atSeconds, isMet } = answer('time to first scale-up after 5m <= 1m');
    expect([measured, atSeconds, isMet]).toEqual([(changes[0] ?? 0) - 300, changes[0], true]);
    expect(answer('time to first scale-up after 30m <= 1m')).toMatchObject({
      isMet: false,
      measured: Number.POSITIVE_INFINITY,
    });
  });
});

describe('[XP6] metrics', () => {
  it('knows one by its name alone', () => {
    expect(answer('max cpu > 90').isMet).toBe(true);
    expect(answer('cpu#1 above 80% > 0s').isMet).toBe(true);
    expect(answer('cpu#2 above 80% > 0s')).toMatchObject({ isMet: false });
    expect(answer('lag above 3 <= 60s').sentence).toContain('no such number');
  });
  it('does not take percent for anything else', () => {
    const cores = {
      ...trace,
      metrics: trace.metrics.map((metric) => ({ ...metric, unit: 'cores' as const })),
    };
    const parsed = parseExpectation('cpu above 80% <= 60s');
    expect(parsed.ok && judge(parsed.value, cores).isMet).toBe(false);
    expect(parsed.ok && judge(parsed.value, cores).measured).toBe(undefined);
  });
});

describe('sentences', () => {
  it.each([
    ['max replicas <= 4', 'max replicas: 6 (5:45); expected at most 4.'],
    [
      'time to first scale-up after 30m <= 1m',
      'time to first scale-up after 30m: never; expected at most 1 min.',
    ],
  ])('%s', (text, sentence) => {
    expect(answer(text).sentence).toBe(sentence);
  });
  it('are there for whatever is asked', () => {
    fc.assert(
      fc.property(anyExpectation, (expectation) => {
        const { sentence, isMet, measured, atSeconds } = judge(expectation, trace);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/NaN|undefined/);
        if (measured === undefined) expect(isMet).toBe(false);
        if (atSeconds !== undefined) expect(atSeconds).toBeLessThanOrEqual(86_400);
      }),
    );
  });
});

describe('[XP5] per time', () => {
  it('is the most in any span of that length', () => {
    const most = Math.max(
      ...changes.map((at) => changes.filter((other) => other <= at && other > at - 60).length),
    );
    expect(measureRun({ kind: 'changes', direction: 'any', perSeconds: 60 }, trace)?.value).toBe(most);
  });
});

describe('[XP11] moments', () => {
  const find = (text: string) => {
    const parsed = parseMoment(text);
    return parsed.ok ? findMoment(parsed.value, trace) : undefined;
  };
  it.each(['first change', 'first event SuccessfulRescale', 'first scale-up after 1m'])('%s', (text) => {
    expect(find(text)?.atSeconds).toBe(changes[0]);
  });
  it('finds what is last, limits, metrics and conditions', () => {
    expect(find('last change')?.atSeconds).toBe(changes.at(-1));
    expect(find('first limited by stabilizationDown')?.atSeconds).toBeGreaterThanOrEqual(900);
    expect(find('first cpu above 90%')?.atSeconds).toBeGreaterThanOrEqual(300);
    expect(find('first condition ScalingLimited True TooManyReplicas')).toBeDefined();
  });
  it('says the sync', () => {
    const moment = find('first change');
    expect(syncs.atSeconds[moment?.sync ?? -1]).toBe(moment?.atSeconds);
  });
  it('finds nothing that did not happen', () => {
    expect(find('first event FailedGetScale')).toBe(undefined);
    expect(find('first change after 40m')).toBe(undefined);
  });
});
