import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newScenario, readScenario, type ScenarioOverrides, simulate, type Trace } from '../core/index.ts';
import { NEIGHBOURS, QUESTIONS } from './neighbours.ts';

interface Entry extends ScenarioOverrides {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

/** From the project's root, where the tests run. */
const FOLDER = 'examples/neighbours/';
const ENTRIES: readonly Entry[] = JSON.parse(readFileSync(`${FOLDER}index.json`, 'utf8'));

function traceOf(id: string): Trace {
  const entry = ENTRIES.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`${id} is missing`);
  const { id: _, file, title: __, description: ___, ...overrides } = entry;
  const scenario = newScenario(readFileSync(FOLDER + file, 'utf8'), overrides);
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error(`${file} cannot run`);
  return simulate(scenario, manifest).trace;
}

/** Desired replicas of the syncs between two instants, seconds. */
function desired({ syncs }: Trace, from: number, until: number): number[] {
  return [...syncs.desiredReplicas].filter((_, index) => {
    const at = syncs.atSeconds[index] as number;
    return at >= from && at < until;
  });
}

describe('autoscalers beside each other', () => {
  test('each answers every question, and has a scenario in which it fights', () => {
    for (const { answers, conflict } of NEIGHBOURS) {
      expect(answers).toHaveLength(QUESTIONS.length);
      expect(ENTRIES.map(({ id }) => id)).toContain(conflict);
    }
    expect(ENTRIES).toHaveLength(NEIGHBOURS.length);
  });

  test('a VPA that raises the request takes pods away although the load is flat', () => {
    const trace = traceOf('hpa-and-vpa');
    expect(new Set(desired(trace, 300, 1200))).toEqual(new Set([7]));
    expect(trace.syncs.desiredReplicas.at(-1)).toBe(3);
  });

  test('a second HPA on the same pods stops both', () => {
    const trace = traceOf('hpa-and-keda');
    expect(new Set(trace.syncs.desiredReplicas)).toEqual(new Set([4]));
    expect(trace.events.map(({ reason }) => reason)).toContain('AmbiguousSelector');
  });

  test('pods wait for a node that the node autoscaler has yet to bring', () => {
    const trace = traceOf('hpa-and-nodes');
    const waiting = trace.pods.filter(
      ({ createdSeconds, scheduledSeconds }) => scheduledSeconds - createdSeconds > 60,
    );
    expect(waiting).toHaveLength(6);
  });

  test('a file that is applied again takes its pods away, and the HPA brings them back', () => {
    const trace = traceOf('hpa-and-people');
    expect(new Set(desired(trace, 300, 1200))).toEqual(new Set([8]));
    expect(Math.min(...trace.syncs.currentReplicas.slice(60))).toBe(2);
    expect(trace.syncs.desiredReplicas.at(-1)).toBe(8);
  });
});
