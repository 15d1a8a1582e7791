import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

async function openFromMenu(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Help and view' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const WINDOW_TEXT = /How far back the controller looks at its own recommendations/;

test('the glossary is searched, a word of the page explains itself, and it says what it is', async ({
  playground,
  page,
}) => {
  await playground.open();
  await openFromMenu(page, /^Glossary/);
  const dialog = page.getByRole('dialog', { name: 'Glossary' });
  const search = dialog.getByRole('searchbox', { name: 'Find a term' });
  await expect(search).toBeFocused();
  await search.fill('stabilizationWindowSeconds');
  await expect(dialog.getByRole('status')).toHaveText('1 term');
  await expect(dialog).toContainText(WINDOW_TEXT);
  await expect(dialog.getByRole('link')).toHaveAttribute('href', /^https:\/\/kubernetes\.io\/docs\//);
  await search.fill('qqqq');
  await expect(dialog).toContainText('No term has these words');
  await page.keyboard.press('Escape');

  // On focus, on a press, and the focus goes back.
  const word = playground.region('Decided by').getByRole('button', { name: 'Decided by', exact: true });
  await word.focus();
  await expect(page.getByRole('tooltip')).toContainText('had the last word');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Decided by' });
  await expect(card).toContainText('had the last word');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(word).toBeFocused();

  await openFromMenu(page, /^About/);
  const about = page.getByRole('dialog', { name: 'About HPA Playground' });
  await expect(about).toContainText(/Version\s*\d+\.\d+\.\d+/);
  await expect(about).toContainText(/1\.37.*1\.27/);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap on a help sign shows its text and the term behind it', async ({ playground, page }) => {
    await playground.open();
    await page.getByRole('tab', { name: 'Cluster' }).tap();
    await page.getByRole('button', { name: 'Help: Sync period' }).tap();
    const card = page.getByRole('dialog', { name: 'Help: Sync period' });
    await expect(card).toContainText('--horizontal-pod-autoscaler-sync-period');
    await expect(card).toContainText('The time from one sync to the next');
  });
});

for (const [size, viewport] of [
  ['desktop', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test.describe(size, () => {
    test.use({ viewport });

    test('a first visit is offered the tour once, and the keyboard leads through it', async ({ page }) => {
      await page.goto('/');
      const offer = page.getByRole('region', { name: 'Offer of a tour' });
      await expect(offer).toBeVisible({ timeout: 20_000 });
      await offer.getByRole('button', { name: 'Take the tour' }).press('Enter');
      const box = page.locator('.driver-popover');
      for (const [index, title] of TOUR.entries()) {
        await expect(page.getByRole('dialog', { name: title })).toBeVisible();
        await expect(box).toContainText(`${index + 1} of ${TOUR.length}`);
        await expect(page.locator('.driver-active-element')).toBeVisible();
        await expect(box.getByRole('button', { name: /^(Next|Done)$/ })).toBeFocused();
        await page.keyboard.press('Enter');
      }
      await expect(box).toBeHidden();
      await page.reload();
      await expect(page.getByRole('slider', { name: 'Sync' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Find a command' })).toBeVisible();
      await expect(offer).toBeHidden();
    });
  });
}

const TOUR = [
  'Paste a manifest',
  'Draw the load',
  'Look at any moment',
  'See what decided',
  'Read why',
  'Share it',
];

test('skipped is skipped, and the menu has it again; Escape ends it', async ({ page }) => {
  await page.goto('/');
  const offer = page.getByRole('region', { name: 'Offer of a tour' });
  await offer.getByRole('button', { name: 'Skip' }).click({ timeout: 20_000 });
  await expect(offer).toBeHidden();
  await openFromMenu(page, /^Take the tour/);
  await expect(page.locator('.driver-popover')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.driver-popover')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Help and view' })).toBeEnabled();
});

test('the presentation view has larger text and a folded input, and is remembered', async ({
  playground,
  page,
}) => {
  await playground.open();
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await page.getByRole('button', { name: 'Help and view' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Presentation view' }).click();
  await expect.poll(size).toBeGreaterThan(before);
  await expect(playground.button('Show manifest and cluster')).toBeVisible();
  await page.reload();
  await playground.waitForRun();
  await expect.poll(size).toBeGreaterThan(before);
  await expect(playground.button('Show manifest and cluster')).toBeVisible();
  await page.getByRole('button', { name: 'Help and view' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Presentation view' }).click();
  await expect.poll(size).toBe(before);
  await expect(page.getByRole('tab', { name: 'Manifest' })).toBeVisible();
});

test('borders that were moved are remembered, and go back when asked', async ({ playground, page }) => {
  await playground.open();
  const border = page.getByRole('separator', { name: 'Width of the manifest' });
  const at = async () => Math.round((await border.boundingBox())?.x ?? 0);
  const first = await at();
  await border.focus();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowRight');
  await expect.poll(at).toBeGreaterThan(first + 20);
  const moved = await at();
  await page.reload();
  await playground.waitForRun();
  await expect.poll(at).toBe(moved);
  await openFromMenu(page, 'Panels as they were');
  await expect.poll(async () => Math.abs((await at()) - first)).toBeLessThan(3);
});
