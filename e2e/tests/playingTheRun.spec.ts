import { expect, test } from '../fixtures/test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.selectSync(1);
});

test('playing moves on by itself, pausing holds, steps go by one sync in both directions', async ({
  playground,
}) => {
  await playground.button('Play').click();
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeGreaterThan(3);
  await playground.button('Pause').click();
  const { sync } = await playground.spokenSync();
  await expect(playground.button('Play')).toBeVisible();
  await playground.page.waitForTimeout(600);
  expect((await playground.spokenSync()).sync).toBe(sync);

  await playground.selectSync(1);
  await playground.button('Next sync').click();
  await playground.button('Next sync').click();
  expect((await playground.spokenSync()).sync).toBe(3);
  await playground.button('Previous sync').click();
  expect((await playground.spokenSync()).sync).toBe(2);
  await playground.button('To the start').click();
  expect((await playground.spokenSync()).sync).toBe(1);
});

test('a higher speed gets further in the same time; the space bar plays and pauses, but not while typing', async ({
  playground,
}) => {
  const speeds = playground.page.getByRole('combobox', { name: /^Speed/ });
  const options = await speeds
    .locator('option')
    .evaluateAll((all) => all.map((option) => option.textContent ?? ''));
  expect(options.length).toBeGreaterThan(1);
  await speeds.selectOption({ label: options.at(-1) ?? '' });
  await playground.button('Play').click();
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeGreaterThan(40);
  await playground.button('Pause').click();
  await speeds.selectOption({ label: options[0] ?? '' });
  await playground.selectSync(1);

  for (const place of [playground.page.getByRole('heading', { name: 'HPA Playground' }), playground.ribbon]) {
    await place.click();
    await playground.page.keyboard.press('Space');
    await expect(playground.button('Pause')).toBeVisible();
    await playground.page.keyboard.press('Space');
    await expect(playground.button('Play')).toBeVisible();
  }

  await playground.waitForEditor();
  await playground.editor.focus();
  await playground.page.keyboard.press('Space');
  await expect(playground.button('Play')).toBeVisible();
});

test('playing goes round in a loop, which is remembered', async ({ playground, page }) => {
  await page.getByRole('combobox', { name: /^Speed/ }).selectOption({ label: '900×' });
  await playground.button('Loop').click();
  await expect(playground.button('Loop')).toHaveAttribute('aria-pressed', 'true');
  await playground.ribbon.focus();
  await page.keyboard.press('End');
  const { sync: last } = await playground.spokenSync();
  await playground.button('Play').click();
  // Round once and again: the middle is passed, and it still plays.
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeLessThan(last / 2);
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeGreaterThan(last / 2);
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeLessThan(last / 2);
  await playground.button('Pause').click();
  await page.reload();
  await playground.waitForRun();
  await expect(playground.button('Loop')).toHaveAttribute('aria-pressed', 'true');
});

test('an edit while it plays goes on at the same instant, on the new run', async ({ playground, page }) => {
  await page.getByRole('combobox', { name: /^Speed/ }).selectOption({ label: '15×' });
  await playground.selectSync(60);
  const before = await playground.drawing('Replicas');
  await playground.button('Play').click();
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeGreaterThan(60);
  await playground.dragPoint(await playground.indexOfPeak(), { x: 0, y: 30 });
  await expect.poll(() => playground.drawing('Replicas')).not.toEqual(before);
  await expect(playground.button('Pause')).toBeVisible();
  const { sync } = await playground.spokenSync();
  expect(sync).toBeGreaterThan(60);
  expect(sync).toBeLessThan(120);
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeGreaterThan(sync);
});
