import type { Page } from '@playwright/test';
import { example, expect, test } from '../fixtures/test.ts';
import { PlaygroundPage } from '../pages/PlaygroundPage.ts';

const OTHER = example('06-gateway.yaml');
/** Somebody else's: a small web app on CPU. */
const LINK =
  '1.NYu7bsIwFEDVF0UZKLT0Qacrdb0K105CA1vVGYmFyfJgw1VlKQE3MbL4lP5OvwyFqjrDWc5RSqNShB2KUKbvmNGfc0koM8xmhNkci_wsmROK_L_RWuvkDT6grU1VQWQLxvvKbUxw-90C9juGz9Uagmm-OCA0_H3gNrQgiGqEytUugCSq0-Qish2Iu8h2GNmOjPf3vz-R7UKklNJDN4yFLJfusevHspgt3dO0YbM9PpdU0ksxEfR6GdleRbbX4kZQ73bjD_2CkhM';

async function saveAs(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved in the library as/)).toBeVisible();
}

async function openLibrary(page: Page) {
  await page.keyboard.press('ControlOrMeta+o');
  const dialog = page.getByRole('dialog', { name: 'Library' });
  await expect(dialog).toBeVisible();
  return dialog;
}

const opened = (page: Page, name: string) =>
  page.getByRole('button', { name: `Examples. Open: ${name}`, exact: true });

test('scenarios are kept under names: renamed, duplicated, deleted and had back, over a reload', async ({
  page,
  playground,
}) => {
  await playground.open();
  await saveAs(page, 'Black Friday');
  await expect(opened(page, 'Black Friday')).toBeVisible();
  await playground.paste(OTHER);
  await expect(opened(page, 'Black Friday')).toContainText('edited');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(opened(page, 'Black Friday')).not.toContainText('edited');
  await page.reload();
  await playground.waitForRun();
  await expect(opened(page, 'Black Friday')).toBeVisible();

  const library = await openLibrary(page);
  await library.getByRole('button', { name: 'Duplicate Black Friday' }).click();
  await library.getByRole('button', { name: 'Rename Black Friday (2)' }).click();
  await library.getByRole('textbox', { name: /New name/ }).fill('Cyber Monday');
  await page.keyboard.press('Enter');
  await expect(library.getByText(/^2 scenarios, [\d.]+ kB$/)).toBeVisible();
  await library.getByRole('button', { name: 'Delete Cyber Monday' }).click();
  await expect(library.getByText(/^1 scenario,/)).toBeVisible();
  await expect(library.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(library.getByText(/^2 scenarios,/)).toBeVisible();
  await library.getByRole('button', { name: /^Cyber Monday/ }).click();
  await expect(opened(page, 'Cyber Monday')).toBeVisible();
  expect(await playground.copyManifest()).toBe(OTHER);
});

test('two tabs: each keeps what is typed in it, and of one name both works stay', async ({
  page,
  context,
  playground,
}) => {
  await playground.open();
  await saveAs(page, 'Shared');
  const second = await context.newPage();
  const other = new PlaygroundPage(second);
  await other.open();
  await expect(opened(second, 'Shared')).toBeVisible();
  await playground.paste(OTHER);
  await other.paste(`# typed in the second tab\n${OTHER}`);
  await page.bringToFront();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(second.getByText(/“Shared” was saved in another tab/)).toBeVisible();
  await second.bringToFront();
  await second.keyboard.press('ControlOrMeta+s');
  await expect(opened(second, 'Shared (2)')).toBeVisible();

  await other.paste('# not saved anywhere\n');
  await playground.paste('# nor this\n');
  // Both are in their drafts a moment later; a crash asks nobody.
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toMatch(/not saved anywhere.*nor this|nor this.*not saved anywhere/s);
  await Promise.all([page.reload(), second.reload()]);
  await other.waitForEditor();
  await playground.waitForEditor();
  expect(await other.copyManifest()).toBe('# not saved anywhere\n');
  expect(await playground.copyManifest()).toBe('# nor this\n');
});

test('opening a link puts the work aside, one click away', async ({ page, playground }) => {
  await playground.open();
  await playground.paste('# my own work\n');
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('my own work');
  await page.goto('about:blank');
  await playground.open(LINK);
  await page.getByRole('button', { name: 'Open my earlier work' }).click();
  await playground.waitForEditor();
  expect(await playground.copyManifest()).toBe('# my own work\n');
});

test('where the browser has no room: it is said, nothing is lost, and the library still takes it', async ({
  page,
  playground,
}) => {
  await page.addInitScript(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, text: string) {
      if (key.includes('draft')) throw new DOMException('no room', 'QuotaExceededError');
      write.call(this, key, text);
    };
  });
  await playground.open();
  await playground.paste(OTHER);
  await expect(page.getByText(/no room left/)).toBeVisible();
  await page.getByRole('button', { name: 'Save to the library' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Rescued');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(opened(page, 'Rescued')).toBeVisible();
  expect(await playground.copyManifest()).toBe(OTHER);
});

test('a browser without a database says how long it is kept', async ({ page, playground }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open() {
          throw new DOMException('switched off', 'SecurityError');
        },
      },
    });
  });
  await playground.open();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('dialog')).toContainText('until this tab closes');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('For now');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Saved as “For now”, until this tab closes/)).toBeVisible();
});
