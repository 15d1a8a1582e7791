import type { Page } from '@playwright/test';
import { newScenario } from '../../src/core/index.ts';
import { encodeScenario } from '../../src/share/index.ts';
import { example, expect, test } from '../fixtures/test.ts';

const DAY = 86_400;
const LIGHT = example('01-web-cpu.yaml');
/** So many pods over a month are many seconds of work, and still within the limits. */
const HEAVY = LIGHT.replace(/minReplicas: \d+/, 'minReplicas: 800').replace(
  /maxReplicas: \d+/,
  'maxReplicas: 900',
);

/** Up and down all the time, so that no sync is like the one before. */
const restless = (durationSeconds: number) => ({
  id: 'requests',
  unit: 'requests/s',
  interpolation: 'linear' as const,
  points: Array.from({ length: 101 }, (_, point) => ({
    atSeconds: (durationSeconds * point) / 100,
    value: point % 2 === 0 ? 50 : 3000,
  })),
});

const link = (manifest: string, durationSeconds: number): Promise<string> =>
  encodeScenario(newScenario(manifest, { durationSeconds, loads: [restless(durationSeconds)] }));

const follow = (page: Page, fragment: string): Promise<void> =>
  page.evaluate((hash) => {
    window.location.hash = hash;
  }, fragment);

test('a long run says how far it is, is cancelled, keeps the last good one and runs again', async ({
  playground,
  page,
}) => {
  await playground.open(await link(LIGHT, 3600));
  const before = await playground.drawing('Replicas');
  await follow(page, await link(HEAVY, 31 * DAY));
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
  await follow(page, await link(LIGHT, 3600));
  await expect(bar).toHaveCount(0);
  await expect.poll(() => playground.drawing('Replicas')).toEqual(before);
});

test('a comparison that takes long is cancelled and run again in its own place', async ({
  playground,
  page,
}) => {
  await playground.open(await link(HEAVY, 600));
  await page.getByRole('tab', { name: 'Compare' }).click();
  await playground.button('Keep this as A').click();
  await follow(page, await link(LIGHT, 14 * DAY));
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
