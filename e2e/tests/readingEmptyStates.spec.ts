import { example, expect, test } from '../fixtures/test.ts';

/** Texts of the tabs below the charts while there has been no run. */
const BEFORE_A_RUN = [
  ['Why this step?', 'No run to explain yet'],
  ['Events', 'No run yet.'],
  ['Pods', 'No run yet.'],
  ['Summary', 'No run yet.'],
  ['Compare', 'Keep what you have now as A'],
] as const;

test('before the first run every tab says what will be there', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      override postMessage(): void {
        // Never asked, it never answers.
      }
    };
  });
  await page.goto('/');
  for (const [name, text] of BEFORE_A_RUN) {
    await page.getByRole('tab', { name: new RegExp(`^${name.replace('?', '\\?')}`) }).click();
    await expect(
      page.getByRole('tabpanel', { name: new RegExp(`^${name.replace('?', '\\?')}`) }),
    ).toContainText(text);
  }
});

test('nothing written, and errors: what to do, beside the last run that worked', async ({
  playground,
  page,
}) => {
  await playground.open();
  const before = await playground.drawing('Replicas');
  await playground.paste(example('01-web-cpu.yaml').replace(/maxReplicas: .*/, 'maxReplicas: 0'));
  const status = page.getByTestId('charts').getByRole('status');
  await expect(status.filter({ hasText: 'This manifest cannot run.' })).toContainText('last run that worked');
  await playground.paste(' ');
  await expect(status.filter({ hasText: 'Paste a HorizontalPodAutoscaler' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open an example' })).toBeVisible();
  expect(await playground.drawing('Replicas')).toEqual(before);
});

test('a metric that cannot be read is told in the charts and in the reason', async ({ playground, page }) => {
  await playground.open();
  await playground.paste(example('14-missing-requests.yaml'));
  await expect(playground.why).toContainText('the metric could not be read');
  await expect(playground.region('cpu').getByText('no metrics').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText('has no cpu request');
});

test('parts that do not come leave the rest working, with a way to try again', async ({
  playground,
  page,
  complaints,
}) => {
  const missing = /assets\/(Kubectl|EventsLane|ShortcutsOverview|MonacoPane)-[^/]*\.js$/;
  await page.route(missing, (route) => route.abort());
  await playground.open();
  const again = page.getByRole('button', { name: 'Load the page again' });
  await expect(page.getByText('The timeline could not be loaded.')).toBeVisible();
  await expect(page.getByText('The full editor could not be loaded')).toBeVisible();
  await expect(playground.region('Replicas')).toBeVisible();

  await page.getByRole('tab', { name: 'kubectl' }).click();
  await expect(page.getByRole('tabpanel', { name: 'kubectl' }).getByRole('alert')).toContainText(
    'kubectl could not be loaded.',
  );
  await page.keyboard.press('?');
  const floating = page.getByRole('alert').filter({ hasText: 'The list of shortcuts could not be loaded.' });
  await floating.getByRole('button', { name: 'Close' }).click();
  await expect(floating).toHaveCount(0);

  await playground.selectSync(30);
  // The console tells of each file that did not come, and of nothing else.
  const about = /Failed to load resource|dynamically imported module|failed/i;
  expect(complaints.splice(0).filter((complaint) => !about.test(complaint))).toEqual([]);
  await page.unroute(missing);
  await again.first().click();
  await playground.waitForRun();
  await expect(playground.region('Timeline')).toBeVisible();
  await playground.waitForEditor();
});
