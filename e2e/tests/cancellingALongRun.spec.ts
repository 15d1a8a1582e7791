import type { Page } from '@playwright/test';
import { RUN_LINKS } from '../fixtures/runLinks.ts';
import { expect, test } from '../fixtures/test.ts';

const follow = (page: Page, fragment: string): Promise<void> =>
  page.evaluate((hash) => {
    window.location.hash = hash;
  }, fragment);

test('a long run says how far it is, is cancelled, keeps the last good one and runs again', async ({
  playground,
  page,
}) => {
  await playground.open(RUN_LINKS.hour);
  const before = await playground.drawing('Replicas');
  await follow(page, RUN_LINKS.heavyMonth);
  const bar = page.getByRole('progressbar', { name: 'Simulating' });
  await expect(bar).toBeVisible();
  await expect(bar).toHaveAttribute('value', /^0\.\d/);
  await playground.button('Cancel').click();
  const said = page.getByRole('status').filter({ hasText: 'The run was cancelled.' });
  await expect(said).toBeVisible();
  await expect(bar).toHaveCount(0);
  // What is drawn is still the run before: an hour of syncs, on the axis of the month.
  await expect(playground.ribbon).toHaveAttribute('aria-valuemax', '240');

  await said.getByRole('button', { name: 'Run again' }).click();
  await expect(bar).toBeVisible();
  await expect(said).toHaveCount(0);
  // An edit makes the long run moot: the short one is there soon, and nothing has to be waited for.
  await follow(page, RUN_LINKS.hour);
  await expect(bar).toHaveCount(0);
  await expect.poll(() => playground.drawing('Replicas')).toEqual(before);
});

test('a comparison that takes long is cancelled and run again in its own place', async ({
  playground,
  page,
}) => {
  await playground.open(RUN_LINKS.heavyMinutes);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await playground.button('Keep this as A').click();
  await follow(page, RUN_LINKS.heavyMonth);
  const bar = page.getByRole('progressbar', { name: 'Running the other one' });
  await expect(bar).toBeVisible({ timeout: 30_000 });
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByText('The run beside this one was cancelled.')).toBeVisible();
  await panel.getByRole('button', { name: 'Run again' }).click();
  await expect(bar).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByRole('button', { name: 'Run again' })).toBeVisible();
});
