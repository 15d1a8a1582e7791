/** What the other files prove at a desk, on a phone: by touch, at its size, with its tabs. */
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test.beforeEach(async ({ playground }) => {
  await playground.open();
});

test('plays, pauses, steps and loops at the thumb', async ({ playground, page }) => {
  const transport = page.getByRole('group', { name: 'Playback' });
  const box = await transport.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  await playground.button('To the start').tap();
  await playground.button('Play').tap();
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeGreaterThan(3);
  await playground.button('Pause').tap();
  const { sync } = await playground.spokenSync();
  await playground.button('Next sync').tap();
  await expect.poll(async () => (await playground.spokenSync()).sync).toBe(sync + 1);
  await playground.button('Loop').tap();
  await expect(playground.button('Loop')).toHaveAttribute('aria-pressed', 'true');
});

test('scrubs by touch, and says why below the charts', async ({ playground, page }) => {
  const ribbon = playground.ribbon;
  const box = await boxOf(ribbon);
  await page.touchscreen.tap(box.x + box.width * 0.6, box.y + box.height / 2);
  const total = Number(await ribbon.getAttribute('aria-valuemax'));
  await expect.poll(async () => Math.abs((await playground.spokenSync()).sync - 0.6 * total)).toBeLessThan(4);
  await playground.button('Previous change').tap();
  const spoken = await playground.spokenSync();
  const { text, applied } = await playground.reasonOf(spoken.sync);
  expect(applied).toBe(spoken.desired);
  expect(text.length).toBeGreaterThan(20);
});

test('drags a load point by touch', async ({ playground, page }) => {
  const peak = await playground.indexOfPeak();
  const before = (await playground.points())[peak]?.value ?? 0;
  const { x, y, width, height } = await boxOf(playground.loadPoints.nth(peak));
  const touch = await page.context().newCDPSession(page);
  const at = (dy: number) => [{ x: x + width / 2, y: y + height / 2 + dy }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const dy of [8, 16, 24, 32]) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(dy) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(async () => (await playground.points())[peak]?.value ?? before).toBeLessThan(before);
});

test('compares with what was kept, and takes the run away as a file', async ({ playground, page }) => {
  await page.getByRole('tab', { name: 'Compare' }).tap();
  await page.getByRole('button', { name: 'Keep this as A' }).tap();
  await playground.raisePeak();
  const table = page.getByRole('table', { name: 'Outcomes of both runs' });
  await expect(table).toBeVisible();
  expect(await table.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThanOrEqual(391);

  await playground.button('Share, export, import').tap();
  await page.getByRole('menuitem', { name: /^Export/ }).tap();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save the results as CSV' }).tap();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the page');
  return box;
}
