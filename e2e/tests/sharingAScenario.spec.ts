import { example, expect, test } from '../fixtures/test.ts';
import { PlaygroundPage } from '../pages/PlaygroundPage.ts';

test('a reload and somebody else who opens the link show the same run: manifest, load and decisions', async ({
  playground,
  page,
  browser,
}) => {
  await playground.open();
  const before = page.url();
  await playground.paste(example('11-conservative.yaml'));
  await playground.dragPoint(1, { x: 5, y: -10 });
  await expect.poll(() => page.url(), 'the address follows without a click').not.toBe(before);
  await playground.waitForRun();
  const points = await playground.points();
  const story = await playground.story();
  const link = await playground.shareLink();

  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const other = new PlaygroundPage(await context.newPage());
  await other.page.goto(link);
  await other.waitForRun();
  expect(await other.points()).toEqual(points);
  expect(await other.story()).toEqual(story);
  await other.waitForEditor();
  expect(await other.copyManifest()).toBe(example('11-conservative.yaml'));
  await context.close();

  await page.reload();
  await playground.waitForRun();
  expect(await playground.points()).toEqual(points);
  expect(await playground.story()).toEqual(story);
  await playground.waitForEditor();
  expect(await playground.copyManifest()).toBe(example('11-conservative.yaml'));
});

test('a link that cannot be opened says so and opens the default example', async ({ playground, page }) => {
  for (const [what, fragment] of [
    ['cut off', '1.eJyrVkrLTFGyUlAqS8'],
    ['not of ours', 'introduction'],
    ['of a version to come', '99.AAAA'],
  ] as const) {
    await test.step(what, async () => {
      // From elsewhere: another fragment alone would not load the page.
      await page.goto('about:blank');
      await playground.open(fragment);
      await expect(page.getByText(/link could not be opened/i).first()).toBeVisible();
      expect((await playground.story(3)).length).toBeGreaterThan(2);
    });
  }
});

test('a broken link loses nothing: the earlier work is one click away', async ({ playground, page }) => {
  await playground.open();
  await playground.paste(`# my own work\n${example('06-gateway.yaml')}`);
  await playground.waitForRun();
  const story = await playground.story();
  await playground.shareLink();

  await page.goto('about:blank');
  await playground.open('1.broken');
  await expect(page.getByText(/link could not be opened/i).first()).toBeVisible();
  await playground.button(/^Examples/).click();
  await page
    .getByRole('menuitem', { name: /gateway/ })
    .first()
    .click();
  await playground.waitForRun();
  await expect.poll(() => playground.story()).toEqual(story);
  await playground.waitForEditor();
  expect(await playground.copyManifest()).toContain('# my own work');
});
