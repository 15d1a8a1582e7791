import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

const PALETTE = { name: 'Commands' };

async function choose(page: Page, letters: string, title: string | RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', PALETTE);
  await palette.getByRole('combobox').fill(letters);
  await expect(palette.getByRole('option', { selected: true })).toHaveText(title);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

test('a few letters and Enter: an example, a minor, a gate, a panel', async ({ playground, page }) => {
  await playground.open();
  await choose(page, 'open steady', /^Open “Steady/);
  await expect(playground.button(/^Examples\. Open:/)).not.toHaveAccessibleName(/Web app on CPU/);
  await playground.waitForRun();
  await choose(page, '1.33', 'Kubernetes 1.33');
  await expect(page.getByRole('combobox', { name: 'Kubernetes version', exact: true })).toHaveValue('1.33');
  await choose(page, 'switch tolerance', /^Switch on HPAConfigurableTolerance/);
  await expect(playground.button('Feature gates, 1 changed')).toBeVisible();
  await choose(page, 'summary', 'Summary of the run');
  await expect(page.getByRole('tab', { name: 'Summary' })).toHaveAttribute('aria-selected', 'true');
});

test('it opens from inside the editor too, gives the focus back, and says when letters fit nothing', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.waitForEditor();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', PALETTE).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', PALETTE)).toBeHidden();
  await expect(playground.editor).toBeFocused();

  await playground.button('Find a command').click();
  await page.getByRole('dialog', PALETTE).getByRole('combobox').fill('qqqq');
  await expect(page.getByText('No command has these letters.')).toBeVisible();
});

test('it leads along the run, and shares it', async ({ playground, page }) => {
  await playground.open();
  await playground.selectSync(1);
  await choose(page, 'next change', /^Next change/);
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeGreaterThan(1);
  await choose(page, 'next decided window', /^Next sync decided by: scale-down window/);
  await expect.poll(async () => (await playground.spokenSync()).limiter).toBe('scale-down window');
  await choose(page, 'copy the link', /^Copy the link/);
  await expect(page.getByText(/Link copied/).first()).toBeVisible();
});

test('the overview lists the keys, and each listed key works', async ({ playground, page }) => {
  await playground.open();
  await playground.selectSync(5);
  await page.getByRole('heading', { level: 1 }).click();
  const press = async (key: string): Promise<number> => {
    await page.keyboard.press(key);
    return (await playground.spokenSync()).sync;
  };
  expect(await press('ArrowRight')).toBe(6);
  expect(await press('Shift+ArrowRight')).toBe(16);
  expect(await press('Shift+ArrowLeft')).toBe(6);
  expect(await press('ArrowLeft')).toBe(5);
  expect(await press('End')).toBe(Number(await playground.ribbon.getAttribute('aria-valuemax')));
  expect(await press('Home')).toBe(1);
  await page.keyboard.press('?');
  const overview = page.getByRole('dialog', { name: 'Keyboard' });
  for (const text of ['Play or pause', 'Ten syncs on', 'Find a command', 'Add a point'])
    await expect(overview.getByText(text, { exact: true })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(overview).toBeHidden();
  expect((await playground.spokenSync()).sync, 'the page’s keys rest under a box').toBe(1);
});
