import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEDA_DECISIONS, newScenario, readScenario, simulate, type Trace } from '../core/index.ts';
import { plotFrame, wholeRun } from './frame.ts';
import { decisionBeside, KEDA_LOOKS, kindsOf, nextOfKind, pollText, spokenPoll, syncAfter } from './keda.ts';
import { kedaMarks } from './kedaMarks.ts';
import { tableOf } from './tables.ts';

/** Lag falls to zero, and comes back. */
function kafkaRun(): Trace {
  const points = [
    { atSeconds: 0, value: 20 },
    { atSeconds: 240, value: 20 },
    { atSeconds: 300, value: 0 },
    { atSeconds: 1500, value: 0 },
    { atSeconds: 1530, value: 400 },
  ];
  const loads = [{ id: 'requests', unit: 'messages/s', interpolation: 'linear' as const, points }];
  const text = readFileSync(new URL('../../examples/10-keda-kafka.yaml', import.meta.url), 'utf8');
  const scenario = newScenario(text, { loads, durationSeconds: 1800 });
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error('the example does not run');
  return simulate(scenario, manifest).trace;
}

const trace = kafkaRun();
const keda = trace.keda as NonNullable<Trace['keda']>;
const pollOf = (kind: (typeof KEDA_DECISIONS)[number]) =>
  keda.polls.decision.indexOf(KEDA_DECISIONS.indexOf(kind));

describe('KEDA’s row of the ribbon', () => {
  it('has a letter of its own for each kind, and no two alike', () => {
    const looks = KEDA_DECISIONS.map((kind) => KEDA_LOOKS[kind]);
    expect(new Set(looks.map(({ letter }) => letter)).size).toBe(looks.length);
    expect(new Set(looks.map(({ colorToken, pattern }) => colorToken + pattern)).size).toBe(looks.length);
    expect(new Set(looks.map(({ label }) => label)).size).toBe(looks.length);
  });

  it('names the kinds of the run in their order', () => {
    expect(kindsOf(keda)).toEqual(['nothing', 'activated', 'deactivated', 'cooldown', 'leftToHpa']);
  });

  it('says how long the cooldown still takes at the instant that is asked about', () => {
    const poll = pollOf('cooldown');
    const ends = keda.polls.cooldownEndsSeconds[poll] as number;
    expect(pollText(keda, poll, ends - 90)).toBe('waits for the cooldown, 1 min 30 s left');
    expect(pollText(keda, poll, ends + 1)).toBe('waits for the cooldown');
  });

  it('says which step a poll made', () => {
    expect(pollText(keda, pollOf('deactivated'), 0)).toMatch(/^deactivated, \d+ → 0$/);
    expect(spokenPoll(keda, pollOf('activated'))).toMatch(/^KEDA’s poll at 00:\d\d:\d\d: activated, 0 → 1$/);
    expect(pollText(keda, -1, 0)).toBe('has not polled yet');
  });

  it('leads from decision to decision and back, at the sync that finds it', () => {
    const first = nextOfKind(trace, 0, 'deactivated') as number;
    const poll = pollOf('deactivated');
    expect(first).toBe(syncAfter(trace, keda.polls.atSeconds[poll] as number));
    expect(trace.syncs.currentReplicas[first]).toBe(0);
    const next = decisionBeside(trace, first, 1) as number;
    expect(decisionBeside(trace, next, -1)).toBe(first);
    expect(decisionBeside(trace, trace.syncs.atSeconds.length - 1, 1, 'deactivated')).toBeUndefined();
    expect(nextOfKind(trace, trace.syncs.atSeconds.length - 1, 'deactivated')).toBe(first);
    expect(decisionBeside({ ...trace, keda: undefined } as unknown as Trace, 0, 1)).toBeUndefined();
  });

  it('marks the steps that KEDA made, and no other', () => {
    const frame = plotFrame({ width: 800, height: 200 }, false, wholeRun(1800), { bottom: 0, top: 50 });
    expect(trace.scalings.length).toBeGreaterThan(2);
    expect(kedaMarks(trace, frame).match(/M/g)).toHaveLength(2);
    expect(kedaMarks(trace, { ...frame, toSeconds: 200 })).toBe('');
  });

  it('is a table too: the last poll that each sync knows of', () => {
    const { columns, syncSeconds } = tableOf({ chart: 'keda' }, trace);
    const row = nextOfKind(trace, 0, 'activated') as number;
    const cells = Object.fromEntries(columns.map(({ title, cell }) => [title, cell(row)]));
    expect(cells).toMatchObject({ KEDA: 'activated', 'before the poll': '0', 'after it': '1' });
    expect(cells['s0-kafka-orders']).not.toBe('–');
    expect(syncSeconds).toBe(trace.syncs.atSeconds);
  });
});
