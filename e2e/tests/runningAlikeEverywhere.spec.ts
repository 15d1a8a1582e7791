import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures/test.ts';

interface WrittenRun {
  readonly syncs: { readonly desiredReplicas: readonly number[] };
}

/** What the terminal makes of a manifest, each count once. */
function countsAtTheTerminal(file: string, out: string): readonly number[] {
  execFileSync('npx', ['--no-install', 'tsx', 'src/cli/simulate.ts', file, '--out', out], {
    stdio: 'ignore',
  });
  const { syncs } = JSON.parse(readFileSync(out, 'utf8')) as WrittenRun;
  return withoutRepeats(syncs.desiredReplicas);
}

function withoutRepeats(counts: readonly number[]): readonly number[] {
  return counts.filter((count, index) => count !== counts[index - 1]);
}

test('the example scales the same way in the page and at the terminal', async ({ playground }, testInfo) => {
  await playground.open();
  await playground.waitForRun();
  const expected = countsAtTheTerminal('examples/01-web-cpu.yaml', testInfo.outputPath('run.json'));
  const story = withoutRepeats((await playground.story(100)).map(({ desired }) => desired));
  expect(story).toEqual(expected);
  expect(story.length).toBeGreaterThan(10);
});
