import type { Page } from '@playwright/test';
import { example, expect, test } from '../fixtures/test.ts';

const WEB = example('01-web-cpu.yaml');

const outcomes = (page: Page) => page.getByRole('table', { name: 'Outcomes of both runs' });

test('A stays in the chart while B is edited, and the table marks what did better', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.paste(WEB);
  await page.getByRole('tab', { name: 'Compare' }).click();
  const lines = (await playground.drawing('Replicas')).length;
  await playground.button('Keep this as A').click();
  await expect(outcomes(page)).toBeVisible();
  await expect(page.getByText('The manifests are the same.')).toBeVisible();
  await expect(outcomes(page).getByText('better')).toHaveCount(0);
  await expect(playground.region('Replicas').getByRole('button', { name: 'A: desired' })).toBeVisible();
  await expect.poll(async () => (await playground.drawing('Replicas')).length).toBeGreaterThan(lines);

  const other = WEB.replace(/maxReplicas: \d+/, 'maxReplicas: 3');
  await playground.paste(other);
  const cost = outcomes(page).getByRole('row', { name: /^Pod time/ });
  await expect(cost.getByRole('cell').nth(1)).toContainText('better');
  await expect(cost.getByRole('cell').nth(0)).not.toContainText('better');
  await expect(
    outcomes(page)
      .getByRole('row', { name: /^Above target/ })
      .getByRole('cell')
      .nth(0),
  ).toContainText('better');

  await playground.button('Show what differs in the manifests').click();
  await expect(page.locator('.monaco-diff-editor .line-insert').first()).toBeVisible();
  await expect(page.locator('.monaco-diff-editor')).toContainText('maxReplicas: 3');

  await playground.button('Take A back').click();
  expect(await playground.copyManifest()).toBe(WEB);
  await expect(playground.button('Keep this as A')).toBeVisible();
  await playground.button('Undo load or setting').click();
  expect(await playground.copyManifest()).toBe(other);
});

test('two versions, and the price of a pod-hour', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('combobox', { name: 'Other version' }).selectOption('1.30');
  await playground.button('Compare with 1.30').click();
  await expect(page.getByRole('list', { name: 'Settings that differ' })).toHaveText('kubernetes 1.37 → 1.30');
  await page.getByRole('textbox', { name: 'Price' }).fill('0');
  await expect(outcomes(page).getByRole('row', { name: /^Cost/ })).toContainText('0.00');
  await page.reload();
  await playground.waitForRun();
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('list', { name: 'Settings that differ' })).toHaveText('kubernetes 1.37 → 1.30');
  await expect(outcomes(page).getByRole('row', { name: /^Cost/ })).toContainText('0.00');
  await playground.button('Stop comparing').click();
  await expect(outcomes(page)).toHaveCount(0);
});

test('what if: one thing is changed, both lines are drawn, and it can be kept', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.paste(WEB);
  const max = Number(/maxReplicas: (\d+)/.exec(WEB)?.[1]);
  const question = page.getByRole('region', { name: 'What if?' });
  await question.getByRole('button', { name: 'no stabilization window' }).click();
  const legend = playground.region('Replicas');
  await expect(legend.getByRole('button', { name: 'what if: no stabilization window' })).toBeVisible();
  await expect(question.getByRole('status')).toHaveText(
    /^From 00:\d\d:\d\d on the replicas go another way: \d+ instead of \d+\. .*(grows|falls) from/,
  );
  await question.getByRole('button', { name: 'twice the max' }).click();
  await expect(legend.getByRole('button', { name: 'what if: twice the max' })).toBeVisible();
  await playground.button('All figures').click();
  await expect(outcomes(page)).toBeVisible();
  await playground.button('Make this change').click();
  await expect(legend.getByRole('button', { name: /what if/ })).toHaveCount(0);
  expect(await playground.copyManifest()).toBe(WEB.replace(/maxReplicas: \d+/, `maxReplicas: ${2 * max}`));
});

test.describe('on a phone', () => {
  const viewport = { width: 390, height: 844 };
  test.use({ viewport });

  test('the whole table fits: nothing of it has to be scrolled to', async ({ playground, page }) => {
    await playground.open();
    const question = page.getByRole('region', { name: 'What if?' });
    await question.getByRole('button', { name: 'twice the max' }).click();
    await expect(question.getByRole('status')).not.toHaveText('Running it…');
    await playground.button('All figures').click();
    await expect(outcomes(page)).toBeVisible();
    const table = await outcomes(page).boundingBox();
    expect((table?.x ?? 0) + (table?.width ?? Number.NaN)).toBeLessThanOrEqual(viewport.width);
  });
});
