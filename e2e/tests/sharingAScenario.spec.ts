import { example, expect, test } from '../fixtures/test.ts';
import { PlaygroundPage } from '../pages/PlaygroundPage.ts';

test('reloading shows the same run: manifest, load and decisions', async ({ playground, page }) => {
  await playground.open();
  await playground.paste(example('03-fast-up-slow-down.yaml'));
  await playground.dragPoint(1, { x: 10, y: -15 });
  await playground.waitForRun();
  const points = await playground.points();
  const story = await playground.story();
  await playground.shareLink();

  await page.reload();
  await playground.waitForRun();
  expect(await playground.points()).toEqual(points);
  expect(await playground.story()).toEqual(story);
  await playground.waitForEditor();
  expect(await playground.copyManifest()).toBe(example('03-fast-up-slow-down.yaml'));
});

test('somebody else who opens the link sees the same run', async ({ playground, browser }) => {
  await playground.open();
  await playground.paste(example('11-conservative.yaml'));
  await playground.dragPoint(1, { x: 5, y: -10 });
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
});

test('the address follows every change without a click', async ({ playground, page }) => {
  await playground.open();
  const before = page.url();
  await playground.dragPoint(1, { x: 5, y: 20 });
  await expect.poll(() => page.url()).not.toBe(before);
});

for (const [what, fragment] of [
  ['cut off', '1.eJyrVkrLTFGyUlAqS8'],
  ['not of ours', 'introduction'],
  ['of a version to come', '99.AAAA'],
] as const) {
  test(`a link that is ${what} says so and opens the default example`, async ({ playground, page }) => {
    await playground.open(fragment);
    await expect(page.getByText(/link could not be opened/i).first()).toBeVisible();
    expect((await playground.story()).length).toBeGreaterThan(2);
  });
}

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
