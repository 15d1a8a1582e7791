import { example, expect, test } from '../fixtures/test.ts';

const GOOD = example('01-web-cpu.yaml');
const lineOf = (text: string, part: string): [number, number] => {
  const line = text.split('\n').findIndex((content) => content.includes(part)) + 1;
  return [line, line];
};

interface Bad {
  readonly what: string;
  readonly text: string;
  readonly says: RegExp;
  /** where it is said; a bracket that stays open shows only where the next line contradicts it */
  readonly lines: readonly [first: number, last: number];
}

const unbalanced = GOOD.replace('maxReplicas: 10', 'maxReplicas: [10');
const outOfRange = GOOD.replace('averageUtilization: 50', 'averageUtilization: 0');
const reversed = GOOD.replace('minReplicas: 1', 'minReplicas: 12');
const wrongType = GOOD.replace('averageUtilization: 50', 'averageUtilization: half');
const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports: []\n';

const BAD: readonly Bad[] = [
  {
    what: 'text that is not YAML',
    text: unbalanced,
    says: /./,
    lines: [lineOf(unbalanced, '[10')[0], lineOf(unbalanced, '[10')[0] + 1],
  },
  { what: 'YAML that is not an HPA', text: service, says: /HorizontalPodAutoscaler/, lines: [2, 2] },
  {
    what: 'a value out of range',
    text: outOfRange,
    says: /spec\.metrics\[0\]\.resource\.target\.averageUtilization: Invalid value: 0: must be greater than 0/,
    lines: lineOf(outOfRange, 'averageUtilization'),
  },
  {
    what: 'a minimum above the maximum',
    text: reversed,
    says: /spec\.maxReplicas: Invalid value: 10: must be greater than or equal to `minReplicas`/,
    lines: lineOf(reversed, 'maxReplicas'),
  },
  {
    what: 'a word where a number belongs',
    text: wrongType,
    says: /averageUtilization/,
    lines: lineOf(wrongType, 'averageUtilization'),
  },
];

test('bad text has a message at its line, and the last good run stays', async ({ playground, page }) => {
  await playground.open();
  await playground.paste(GOOD);
  await playground.waitForRun();
  const story = await playground.story();
  const drawn = await playground.drawing('Replicas');
  for (const { what, text, says, lines } of BAD) {
    await test.step(what, async () => {
      await playground.paste(text);
      const problem = playground.problems.getByRole('button').filter({ hasText: says }).first();
      await expect(problem).toBeVisible();
      const said = Number(/:(\d+)\s*$/.exec(await problem.innerText())?.[1]);
      expect(said).toBeGreaterThanOrEqual(lines[0]);
      expect(said).toBeLessThanOrEqual(lines[1]);
      expect(await playground.drawing('Replicas')).toEqual(drawn);
      expect(await playground.story(4)).toEqual(story.slice(0, 4));

      await playground.paste(GOOD);
      await expect(playground.problems).toContainText(/No problems|note/);
      expect(await playground.story(4)).toEqual(story.slice(0, 4));
    });
  }
  expect(await playground.story()).toEqual(story);

  await test.step('a click on a problem leads to its line', async () => {
    await playground.paste(outOfRange);
    await playground.problems.getByRole('button').first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('70');
    await expect(playground.problems).toContainText(/No problems|note/);
    expect(await playground.copyManifest()).toBe(
      GOOD.replace('averageUtilization: 50', 'averageUtilization: 70'),
    );
  });
});

test('an empty editor asks for a manifest and keeps the charts; markup in a manifest stays text', async ({
  playground,
  page,
}) => {
  await playground.open();
  const drawn = await playground.drawing('Replicas');
  await playground.paste(' ');
  await expect(playground.problems.getByRole('button')).toHaveCount(1);
  expect(await playground.drawing('Replicas')).toEqual(drawn);

  const markup = '<img src=x onerror=document.title=1>';
  await playground.paste(GOOD.replace('kind: HorizontalPodAutoscaler', `kind: "${markup}"`));
  await expect(playground.problems).toContainText('<img');
  await expect(page.locator('img')).toHaveCount(0);
  await expect(page).toHaveTitle(/HPA Playground/);
});
