import { example, expect, test } from '../fixtures/test.ts';
import type { PlaygroundPage } from '../pages/PlaygroundPage.ts';

interface Pasted {
  readonly file: string;
  readonly metrics: readonly string[];
  readonly min: number;
  readonly max: number;
}

const EXAMPLES: readonly Pasted[] = [
  { file: '01-web-cpu.yaml', metrics: ['cpu'], min: 1, max: 10 },
  {
    file: '02-three-metrics.yaml',
    metrics: ['cpu', 'memory', 'http_requests_per_second'],
    min: 2,
    max: 10,
  },
  { file: '03-fast-up-slow-down.yaml', metrics: ['cpu'], min: 2, max: 20 },
  { file: '04-select-policy.yaml', metrics: ['cpu', 'memory'], min: 2, max: 20 },
  { file: '06-gateway.yaml', metrics: ['cpu', 'memory'], min: 2, max: 20 },
  { file: '11-conservative.yaml', metrics: ['cpu'], min: 3, max: 50 },
];

/** Unlike every example, so that the first paste changes what is on the page. */
const OTHER = example('12-v1.yaml')
  .replace('autoscaling/v1', 'autoscaling/v2')
  .replace(/^ {2}targetCPUUtilizationPercentage.*\n?/m, '');

/** The different replica counts of the run. */
async function counts(playground: PlaygroundPage): Promise<ReadonlySet<number>> {
  return new Set((await playground.story()).map((step) => step.desired));
}

test('the charts follow what is pasted, and the replicas move within its bounds', async ({ playground }) => {
  // Six manifests, each with its run and its story.
  test.slow();
  await playground.open();
  const opening = await playground.drawing('Replicas');
  await playground.paste(OTHER);
  await expect.poll(() => playground.drawing('Replicas')).not.toEqual(opening);
  // The load that was drawn stays; it is what has to be tried on another manifest too.
  await playground.raisePeak();
  for (const { file, metrics, min, max } of EXAMPLES) {
    await test.step(file, async () => {
      const before = await playground.drawing('Replicas');
      await playground.paste(example(file));
      for (const metric of metrics) await expect(playground.region(metric)).toBeVisible();
      await expect.poll(() => playground.drawing('Replicas')).not.toEqual(before);
      await expect.poll(async () => (await counts(playground)).size).toBeGreaterThan(1);
      const seen = [...(await counts(playground))];
      expect(Math.min(...seen)).toBeGreaterThanOrEqual(min);
      expect(Math.max(...seen)).toBeLessThanOrEqual(max);
      await expect(playground.problems).toHaveText(/^(No problems|\d+ notes?)/);
    });
  }
});

test('14-missing-requests.yaml: says so at the container, runs, and shows what the controller makes of it', async ({
  playground,
}) => {
  await playground.open();
  const text = example('14-missing-requests.yaml');
  await playground.paste(text);

  const line = text.split('\n').findIndex((content) => content.includes('- name: app')) + 1;
  const problem = playground.problems.getByRole('button').filter({ hasText: /request/ });
  await expect(problem.first()).toContainText(`:${line}`);
  await expect.poll(async () => (await playground.spokenSync()).limiter).toBe('error');
  const story = await playground.story();
  expect(new Set(story.map((step) => step.desired)).size, 'nothing can move it').toBe(1);
  await expect(playground.why).toContainText('missing request for cpu');

  const commented = `# kept\n${example('06-gateway.yaml')}`;
  await playground.paste(commented);
  expect(await playground.copyManifest(), 'kept as it was written').toBe(commented);
});
