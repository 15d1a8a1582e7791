import type { Locator, Page } from '@playwright/test';
import { example, expect, test } from '../fixtures/test.ts';
import { ChartsPage } from '../pages/ChartsPage.ts';

/** Inside the editor Tab indents; its own key lets it leave. */
async function leaveEditor(page: Page): Promise<void> {
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  if (focused.startsWith('Manifest')) await page.keyboard.press('Control+m');
}

/** As many presses of Tab as it takes until the focus is there. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    if (
      (await target.count()) > 0 &&
      (await target.first().evaluate((element) => element === document.activeElement))
    )
      return;
    await leaveEditor(page);
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** By a few letters, from wherever the focus is. */
async function command(page: Page, letters: string, title: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(letters);
  await expect(palette.getByRole('option', { selected: true })).toHaveText(title);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

test('paste, drag, find why, share, without a pointer', async ({ playground, page }) => {
  await playground.open();
  await playground.waitForEditor();
  const status = page.getByRole('status').first();

  await page.evaluate((text) => navigator.clipboard.writeText(text), example('06-gateway.yaml'));
  await tabTo(page, playground.editor);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(status).toHaveText(/^Run finished: \d+ syncs, \d+ scale-ups/);
  await playground.waitForRun();

  const before = await playground.points();
  await tabTo(page, playground.loadPoints);
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('PageUp');
  await expect.poll(() => playground.points()).not.toEqual(before);

  await tabTo(page, playground.ribbon);
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+ArrowRight');
  const { sync } = await playground.spokenSync();
  expect((await playground.reasonOf(sync)).text).not.toMatch(/NaN|undefined/);
  await expect(status).toHaveText(new RegExp(`^Sync ${sync} at [\\d:]+: \\d+ replicas, `));

  await tabTo(page, playground.button('Share link'));
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

test('zoom, hide a line, read a table, place an event, without a pointer', async ({ playground, page }) => {
  await playground.open();
  await playground.waitForEditor();
  const charts = new ChartsPage(page);
  await page.keyboard.press('+');
  await expect(charts.part).toBeVisible();
  await page.keyboard.press('0');
  await expect(charts.part).toHaveCount(0);

  const line = playground.region('Replicas').getByRole('button', { name: 'desired', exact: true });
  await tabTo(page, line);
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-pressed', 'false');

  const table = playground.button('Table: Replicas');
  await tabTo(page, table);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Replicas', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(table).toBeFocused();

  await tabTo(page, playground.button('Add event'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type('a metrics');
  await expect(page.getByRole('menuitem', { name: 'A metrics API is out' })).toBeFocused();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: /metrics API is out/ });
  await expect(form.getByRole('textbox', { name: 'At', exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('600');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  const marker = page.getByRole('button', { name: /^A metrics API is out/ });
  await expect(marker).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(marker).toHaveAccessibleName(/at 605 s$/);
  await page.keyboard.press('Delete');
  await expect(marker).toHaveCount(0);
});

test('keep in the library, export, import, without a pointer', async ({ playground, page }) => {
  await playground.open();
  const points = await playground.points();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Saved in the library as/)).toBeVisible();

  await tabTo(page, playground.button('Share, export, import'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type('exp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  const coming = page.waitForEvent('download');
  await tabTo(page, playground.button('Save the load as CSV'));
  await page.keyboard.press('Enter');
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
  await page.keyboard.press('Escape');
  await expect(playground.button('Share, export, import')).toBeFocused();

  await command(page, 'open or import', /^Open or import/);
  await tabTo(page, page.getByRole('textbox', { name: 'Text to import' }));
  await page.keyboard.insertText('seconds,requests (requests/s)\n0,5\n600,70\n7200,5\n');
  await tabTo(page, playground.button('Use it as the load'));
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await playground.points()).map(({ value }) => value)).toEqual([5, 70, 5]);

  await page.keyboard.press('ControlOrMeta+o');
  const library = page.getByRole('dialog', { name: 'Library' });
  await tabTo(page, library.getByRole('button', { name: /^Mine/ }));
  await page.keyboard.press('Enter');
  await expect(library).toBeHidden();
  await expect.poll(() => playground.points()).toEqual(points);
});

test('select load points, tune by the form, compare, without a pointer', async ({ playground, page }) => {
  await playground.open();
  await playground.waitForEditor();
  await tabTo(
    page,
    page.getByRole('tab', { name: 'Compare' }).or(page.getByRole('tab', { name: 'Why this step?' })),
  );
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'Compare' })).toBeFocused();
  await tabTo(page, playground.button('Keep this as A'));
  await page.keyboard.press('Enter');
  const outcomes = page.getByRole('table', { name: 'Outcomes of both runs' });
  await expect(outcomes).toBeVisible();

  await tabTo(page, page.getByRole('radio', { name: 'YAML' }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'Form' })).toBeVisible();
  await tabTo(page, page.getByRole('slider', { name: 'minReplicas', exact: true }));
  await page.keyboard.press('ArrowRight');
  await expect(outcomes.getByText('better').first()).toBeVisible();

  const before = await playground.points();
  await tabTo(page, playground.button('Select points of Load'));
  await page.keyboard.press('Enter');
  const bar = page.getByRole('group', { name: 'Selected points of Load' });
  await expect(bar).toBeVisible();
  await tabTo(page, bar.getByRole('button', { name: 'Select', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText(`${before.length} of ${before.length} points`);
  await tabTo(page, bar.getByLabel('value ×'));
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await playground.points()).map(({ value }) => value))
    .toEqual(before.map(({ value }) => 2 * value));
});
