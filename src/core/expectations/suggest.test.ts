import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newScenario } from '../scenario/newScenario.ts';
import { readScenario } from '../scenario/readScenario.ts';
import type { Scenario } from '../scenario/types.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Trace } from '../trace/types.ts';
import { judge } from './judge.ts';
import { parseExpectation } from './parse.ts';
import { printExpectation } from './print.ts';
import { type Suggestion, suggestAt, suggestForRun } from './suggest.ts';

const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: app
          resources: { requests: { cpu: 200m, memory: 128Mi } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 6
  metrics:
`;
const cpu =
  '    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }\n';
const MANIFESTS = [
  cpu,
  `${cpu}    - { type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 70m } } }\n`,
  `    - { type: Resource, resource: { name: memory, target: { type: AverageValue, averageValue: 100Mi } } }\n`,
  `    - { type: External, external: { metric: { name: "queue depth" }, target: { type: AverageValue, averageValue: "3" } } }\n`,
].map((metrics) => WORKLOAD + metrics);

function run(scenario: Scenario): Trace {
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error('the manifest cannot be read');
  return simulate(scenario, manifest).trace;
}

function scenarioOf(manifest: string, values: readonly number[], syncPeriodSeconds = 15): Scenario {
  const base = newScenario(manifest);
  return newScenario(manifest, {
    durationSeconds: 1800,
    controller: { ...base.controller, syncPeriodSeconds },
    loads: [
      {
        id: 'requests',
        unit: 'requests/s',
        interpolation: 'step',
        points: values.map((value, index) => ({ atSeconds: index * 300, value })),
      },
    ],
  });
}

const rush = run(scenarioOf(MANIFESTS[0] as string, [10, 120, 120, 10]));
const texts = (list: readonly Suggestion[]): string[] =>
  list.map(({ expectation }) => printExpectation(expectation));

describe('[XP12] suggestions', () => {
  it('hold of the run that they are made of, and are read again as the same', () => {
    const scenarios = fc
      .record({
        manifest: fc.constantFrom(...MANIFESTS),
        values: fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 6 }),
        period: fc.constantFrom(7, 15, 30),
      })
      .map(({ manifest, values, period }) => scenarioOf(manifest, values, period));
    const at = fc.double({ min: 0, max: 1800, noNaN: true });
    const from = fc.nat({ max: 1700 });
    fc.assert(
      fc.property(scenarios, at, from, (scenario, atSeconds, fromSeconds) => {
        const trace = run(scenario);
        const span = { fromSeconds, toSeconds: fromSeconds + 100 };
        const all = [...suggestForRun(trace), ...suggestForRun(trace, span), ...suggestAt(trace, atSeconds)];
        for (const { expectation, measured } of all) {
          const text = printExpectation(expectation);
          const answer = judge(expectation, trace);
          expect([text, answer.isMet]).toEqual([text, true]);
          expect(answer.measured).toBe(measured);
          expect(parseExpectation(text)).toEqual({ ok: true, value: expectation });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say of a whole run what one aims at', () => {
    const said = texts(suggestForRun(rush)).join('\n');
    for (const part of [
      'max replicas <= 6',
      'min replicas >= 2',
      'reversals <= 1',
      'cpu above target in total <= ',
      'cpu above target at a stretch <= ',
      'dropped requests <= ',
      'p95 latency <= ',
      'pod-hours <= ',
      'time at max <= ',
      'time with condition ScalingActive False',
    ]) {
      expect(said).toContain(part);
    }
  });

  it('say of an instant what holds there', () => {
    const said = texts(suggestAt(rush, 900));
    expect(said[0]).toBe('replicas at 15m == 6');
    expect(said).toContain('ready pods at 15m >= 6');
    expect(said.some((text) => text.startsWith('time to first scale-down after 15m <= '))).toBe(true);
    // After the last change there is no time to the next one.
    expect(texts(suggestAt(rush, 1799)).some((text) => text.startsWith('time to first'))).toBe(false);
  });

  it('round to the safe side, and no further than they must', () => {
    for (const { expectation, measured } of suggestForRun(rush)) {
      const { comparison, value } = expectation;
      if (comparison === '<=') expect(value).toBeGreaterThanOrEqual(measured);
      expect(Math.abs(value - measured)).toBeLessThanOrEqual(Math.max(1, 0.01 * measured));
    }
  });

  it('of a span leave out what only a whole run has', () => {
    const said = texts(suggestForRun(rush, { fromSeconds: 300, toSeconds: 600 }));
    expect(said).toContain('max replicas from 5m to 10m <= 6');
    expect(said.join()).not.toContain('dropped');
  });

  it('tell two metrics of one name apart', () => {
    const two = run(scenarioOf(MANIFESTS[1] as string, [10, 120]));
    expect(texts(suggestForRun(two)).some((text) => text.startsWith('cpu#2 above target'))).toBe(true);
  });

  it('leave out what could not be read again', () => {
    const name = 'x'.repeat(600);
    const long = { ...rush, metrics: rush.metrics.map((metric) => ({ ...metric, name })) };
    expect(texts(suggestForRun(long)).join()).not.toContain('xxx');
    const huge = {
      ...rush,
      metrics: rush.metrics.map((metric) => ({ ...metric, current: metric.current.map(() => 1e15) })),
    };
    expect(texts(suggestForRun(huge)).join()).not.toContain('max cpu');
  });
});
