import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../manifest/read.ts';
import { simulate } from '../simulation/simulate.ts';
import { newScenario, type ScenarioOverrides } from './newScenario.ts';
import { parseScenario } from './parse.ts';

interface Example extends ScenarioOverrides {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

/** From the project's root, where the tests run. */
const FOLDER = 'examples/';
const EXAMPLES: readonly Example[] = JSON.parse(readFileSync(`${FOLDER}index.json`, 'utf8'));

/** Desired replicas of every sync. */
function replicasOf({ id: _, file, title: __, description: ___, ...overrides }: Example): readonly number[] {
  const scenario = newScenario(readFileSync(FOLDER + file, 'utf8'), overrides);
  expect(parseScenario(scenario)).toMatchObject({ ok: true });
  const { manifest, problems } = readManifest(scenario.manifest, scenario.kubernetes);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (manifest === undefined) throw new Error(`${file} cannot run`);
  return [...simulate(scenario, manifest).trace.syncs.desiredReplicas];
}

describe('the examples', () => {
  test('have ids of their own and short titles', () => {
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
    for (const { title, description } of EXAMPLES) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  /** Those that are there for what does not happen. */
  const MISTAKES = ['missing-requests', 'percent-from-zero'];

  test.each(EXAMPLES.filter(({ id }) => !MISTAKES.includes(id)))(
    '$id scales up, and back down',
    (example) => {
      const replicas = replicasOf(example);
      const first = replicas[0] ?? 0;
      expect(Math.max(...replicas)).toBeGreaterThanOrEqual(first * 2.5);
      expect(replicas.at(-1)).toBeLessThanOrEqual(first + 1);
    },
  );

  function exampleOf(wanted: string): Example {
    const example = EXAMPLES.find(({ id }) => id === wanted);
    if (example === undefined) throw new Error(`the example ${wanted} is missing`);
    return example;
  }

  test('missing-requests never scales', () => {
    expect(new Set(replicasOf(exampleOf('missing-requests'))).size).toBe(1);
  });

  test('percent-from-zero comes to nothing, and stays there', () => {
    const replicas = replicasOf(exampleOf('percent-from-zero'));
    expect(replicas[0]).toBeGreaterThan(0);
    expect(new Set(replicas.slice(replicas.indexOf(0)))).toEqual(new Set([0]));
  });
});
