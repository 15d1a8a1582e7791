import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { steps } from '../cluster/testing.ts';
import { newScenario } from '../scenario/newScenario.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { runKeda } from '../simulation/kedaTesting.ts';
import { simulate } from '../simulation/simulate.ts';
import { eventLog } from './eventLog.ts';

test('has a line for every event, in the columns of kubectl, ages counted from the end', () => {
  const scenario = newScenario(readFileSync('examples/06-gateway.yaml', 'utf8'));
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error('the example does not run');
  const { trace } = simulate(scenario, manifest);
  const [header, ...lines] = eventLog(trace).trimEnd().split('\n');
  expect(header).toMatch(/^LAST SEEN +TYPE +REASON +OBJECT +MESSAGE$/);
  expect(lines).toHaveLength(trace.events.length);
  const [first] = trace.events;
  const minutes = Math.floor((trace.durationSeconds - (first?.atSeconds ?? 0)) / 60);
  expect(lines[0]).toMatch(
    new RegExp(`^${minutes}m\\S* +${first?.type} +${first?.reason} +HorizontalPodAutoscaler/`),
  );
  expect(lines[0]).toContain(first?.message);
  expect(eventLog({ ...trace, events: [] })).toMatch(/^LAST SEEN +TYPE +REASON +OBJECT +MESSAGE\n$/);
});

test('keeps what a message holds from doing anything to a terminal', () => {
  const scenario = newScenario(readFileSync('examples/01-web-cpu.yaml', 'utf8'));
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error('the example does not run');
  const { trace } = simulate(scenario, manifest);
  const [event] = trace.events;
  if (event === undefined) throw new Error('the example has no events');
  const log = eventLog({ ...trace, events: [{ ...event, message: 'a\u001b[31mred' }] });
  expect(log).not.toContain('\u001b');
});

test('holds what KEDA says of its ScaledObject, in the order of time', () => {
  const { trace, keda } = runKeda({ load: steps([0, 20], [300, 0], [1200, 300]), replicas: 2 });
  const lines = eventLog(trace).trimEnd().split('\n').slice(1);
  expect(lines).toHaveLength(trace.events.length + keda.events.length);
  const reasons = lines.map((line) => line.split(/\s+/)[2]);
  expect(reasons.indexOf('KEDAScaleTargetDeactivated')).toBeLessThan(
    reasons.indexOf('KEDAScaleTargetActivated'),
  );
  const activated = lines.find((line) => line.includes('KEDAScaleTargetActivated'));
  expect(activated).toMatch(
    /^9m59s +Normal +KEDAScaleTargetActivated +ScaledObject\/web +Scaled apps\/v1.Deployment default\/web from 0 to 1, triggered by s0-kafka-orders$/,
  );
});
