import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkLimits, newScenario, readScenario, simulate } from '../../src/core/index.ts';
import { DOORS, faultOf, PATIENCE_MS, type Passage } from './doors.ts';
import { forgedLink, HOSTILE_LINKS, type Hostile } from './links.ts';
import { hostileScenarios } from './scenarios.ts';
import { HOSTILE_TEXTS } from './texts.ts';

const SCENARIO = newScenario(readFileSync('examples/06-gateway.yaml', 'utf8'));

async function timed(passing: Promise<Passage>): Promise<readonly [Passage, number]> {
  const started = performance.now();
  return [await passing, performance.now() - started];
}

describe.each(Object.entries(DOORS))('by %s', (_door, through) => {
  test.each([...HOSTILE_LINKS, ...HOSTILE_TEXTS])('$what', async ({ text }) => {
    const [passage, elapsed] = await timed(through(text));
    expect(faultOf(passage)).toBeUndefined();
    expect(elapsed).toBeLessThan(PATIENCE_MS);
  });
});

/** A script is a text like any other where a text belongs. */
const isPlainText = ({ what }: Hostile): boolean => /^a script for (?:a manifest|the name)/.test(what);

test.each(HOSTILE_LINKS.filter((hostile) => !isPlainText(hostile)))(
  'the link with $what is refused with a reason',
  async ({ text }) => {
    expect(await DOORS.link(text)).toMatchObject({
      kind: 'reason',
      message: expect.stringMatching(/^The link .*\.$/),
    });
  },
);

test.each(HOSTILE_TEXTS.filter(({ what }) => /^a (?:lesson|workshop) /.test(what)))(
  '$what, chosen as a file, is refused as what it is',
  async ({ what, text }) => {
    const kind = /^a lesson/.test(what) ? 'lesson' : 'workshop';
    expect(await DOORS.file(text)).toEqual({
      kind: 'reason',
      message: expect.stringMatching(new RegExp(`^This ${kind} cannot be opened\\. .*\\.$`, 's')),
    });
  },
);

describe('one wrong value anywhere in a scenario', () => {
  const cases = [...hostileScenarios(SCENARIO)];

  test.each([
    ['as a file', (text: string) => DOORS.file(text.replace('{', '{"kind":"HPAPlaygroundScenario",'))],
    [
      'in the storage',
      (text: string) => DOORS.storage(`{"scenario":${text},"source":${text},"edited":true}`),
    ],
    ['in the library', DOORS.library],
  ])('%s: a value or a reason', async (_door, through) => {
    expect(cases.length).toBeGreaterThan(500);
    const faults: string[] = [];
    let refused = 0;
    for (const { what, text } of cases) {
      const passage = await through(text);
      const fault = faultOf(passage);
      if (fault !== undefined) faults.push(`${what}: ${fault}`);
      if (passage.kind !== 'scenario') refused += 1;
    }
    expect(faults).toEqual([]);
    // Most values are wrong where they stand; a few, like a text for the manifest, are not.
    expect(refused).toBeGreaterThan(cases.length * 0.8);
  });

  test('what asks for too much is refused by the name of the limit', () => {
    const greedy = {
      ...SCENARIO,
      durationSeconds: 31 * 86_400,
      controller: { ...SCENARIO.controller, syncPeriodSeconds: 1 },
    };
    const { manifest } = readScenario(greedy);
    if (manifest === undefined) throw new Error('the example does not run');
    expect(checkLimits(greedy, manifest)?.message).toMatch(/2,678,400 syncs; 200,000 are possible/);
  });
});

test('2^31 - 1 replicas at once are named as too many, not begun', () => {
  const text = HOSTILE_TEXTS.find(({ what }) => what.startsWith('2^31 - 1'))?.text ?? '';
  const { manifest } = readScenario({ ...SCENARIO, manifest: text });
  if (manifest === undefined) throw new Error('the manifest is not valid');
  expect(checkLimits(SCENARIO, manifest)?.limit).toBe('podSyncs');
});

test('a scenario whose every text is a script runs, and stays text', async () => {
  const script = '<img src=x onerror=alert(1)>';
  const loads = SCENARIO.loads.map((load) => ({ ...load, id: script, unit: script }));
  const scenario = { ...SCENARIO, loads, signals: [], manifest: `# ${script}\n${SCENARIO.manifest}` };
  const passage = await DOORS.library(JSON.stringify(scenario));
  if (passage.kind !== 'scenario') throw new Error('it was refused');
  const { manifest } = readScenario(passage.scenario);
  if (manifest === undefined) throw new Error('it does not run');
  expect(simulate(passage.scenario, manifest).trace.syncs.atSeconds.length).toBeGreaterThan(10);
});

test('a good link still opens after all of them', async () => {
  expect(await DOORS.link(forgedLink('[[],[[0,0,0,[0,5]]]]\nkind: x'))).toMatchObject({ kind: 'scenario' });
});
