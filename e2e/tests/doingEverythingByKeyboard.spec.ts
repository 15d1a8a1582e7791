import type { Locator, Page } from '@playwright/test';
import { example, expect, test } from '../fixtures/test.ts';
import { ChartsPage } from '../pages/ChartsPage.ts';

/** As many presses of Tab as it takes until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    if (name.test(focused)) return;
    await leaveEditor(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** By Tab from wherever the focus is. */
async function tabToElement(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await leaveEditor(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** Inside the editor Tab indents; its own key lets it leave. */
async function leaveEditor(page: Page): Promise<void> {
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  if (focused.startsWith('Manifest')) await page.keyboard.press('Control+m');
}

test('paste, drag, find why, share, without a pointer', async ({ playground, page }) => {
  await playground.open();
  await playground.waitForEditor();
  const status = page.getByRole('status').first();

  await page.evaluate((text) => navigator.clipboard.writeText(text), example('06-gateway.yaml'));
  await tabTo(page, /^Manifest/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(status).toHaveText(/^Run finished: \d+ syncs, \d+ scale-ups/);
  await playground.waitForRun();

  const before = await playground.points();
  await tabTo(page, /^Load point \d/);
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('PageUp');
  await expect.poll(() => playground.points()).not.toEqual(before);

  await tabTo(page, /^Sync$/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+ArrowRight');
  const { sync } = await playground.spokenSync();
  expect((await playground.reasonOf(sync)).text).not.toMatch(/NaN|undefined/);
  await expect(status).toHaveText(new RegExp(`^Sync ${sync} at [\\d:]+: \\d+ replicas, `));

  await tabTo(page, /^Share link$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Link copied/).first()).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash.length).toBeGreaterThan(20);
});

test('a problem in the manifest is said', async ({ playground, page }) => {
  await playground.open();
  await playground.paste(example('06-gateway.yaml').replace('maxReplicas:', 'maxReplica:'));
  const said = page.getByRole('status').filter({ hasText: /^\d+ problems? in the manifest\. Line \d+: / });
  await expect(said).toHaveCount(1);
});

test('zoom, hide a line and come to the table behind it, without a pointer', async ({ playground, page }) => {
  await playground.open();
  await playground.waitForEditor();
  const charts = new ChartsPage(page);
  await page.keyboard.press('+');
  await expect(charts.part).toBeVisible();
  await page.keyboard.press('0');
  await expect(charts.part).toHaveCount(0);

  const replicas = playground.region('Replicas');
  const line = replicas.getByRole('button', { name: 'desired', exact: true });
  await tabToElement(page, line);
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-pressed', 'false');

  const table = playground.button('Table: Replicas');
  await tabToElement(page, table);
  await expect(table).toBeFocused();
});
