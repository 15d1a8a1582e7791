import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { VIEWS } from '../pages/views.ts';

const SIZES = {
  desktop: { width: 1440, height: 900 },
  projector: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
} as const;

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('axe finds nothing', async ({ playground, page }) => {
        await playground.open();
        if (size !== 'phone') await playground.waitForEditor();
        await expect(playground.why).toContainText(/\d/);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const told = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`,
        );
        expect(told).toEqual([]);
      });

      test('nothing is wider than the screen', async ({ playground, page }) => {
        await playground.open();
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }));
        expect(scroll).toBeLessThanOrEqual(client);
      });
    });
  }
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`every view, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing in the tabs and the conditions', async ({ playground, page }) => {
      test.slow();
      await playground.open();
      await playground.waitForEditor();
      for (const { name, open } of VIEWS) {
        await open(page);
        expect.soft(await violationsOf(page), name).toEqual([]);
      }
    });

    test('axe finds nothing in the embedded view', async ({ playground, page }) => {
      for (const address of ['/?embed', '/?embed=read-only', '/?embed=presenter']) {
        await page.goto(address);
        await expect(playground.button('Play')).toBeEnabled();
        expect.soft(await violationsOf(page), address).toEqual([]);
      }
    });
  });
}

test('the editor follows the colours of the system while it is open', async ({ playground, page }) => {
  await playground.open();
  await playground.waitForEditor();
  const colours = () =>
    page.evaluate(() => {
      const editor = document.querySelector('.monaco-editor');
      const probe = document.createElement('i');
      probe.style.color = 'var(--panel)';
      document.body.append(probe);
      const panel = getComputedStyle(probe).color;
      probe.remove();
      return { editor: editor && getComputedStyle(editor).backgroundColor, panel };
    });
  for (const media of [
    { colorScheme: 'dark' },
    { colorScheme: 'light', contrast: 'more' },
    { colorScheme: 'dark', contrast: 'more' },
    { colorScheme: 'light', contrast: null },
  ] as const) {
    await page.emulateMedia(media);
    await expect
      .poll(async () => {
        const { editor, panel } = await colours();
        return editor === panel;
      }, JSON.stringify(media))
      .toBe(true);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`high contrast, ${colorScheme}`, () => {
    test.use({ colorScheme, contrast: 'more' });

    test('where the system asks for contrast, all text has 7:1', async ({ playground, page }) => {
      await playground.open();
      await playground.waitForEditor();
      await expect(playground.why).toContainText(/\d/);
      const axe = new AxeBuilder({ page }).options({
        rules: { 'color-contrast-enhanced': { enabled: true } },
      });
      const { violations } = await axe.analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
      expect(told).toEqual([]);
    });
  });
}

test('the button of the theme leads to high contrast, and it is remembered', async ({ playground, page }) => {
  await playground.open();
  const theme = page.locator('html');
  for (const shade of ['light', 'dark', 'light-contrast']) {
    await playground.button(/^Theme: /).click();
    await expect(theme).toHaveAttribute('data-theme', shade);
  }
  // saved after a pause
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('contrast');
  await page.reload();
  await expect(theme).toHaveAttribute('data-theme', 'light-contrast');
});

test('the keyboard alone reaches the manifest, the load, the ribbon and the buttons', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.waitForEditor();
  const reached = new Set<string>();
  for (let tabs = 0; tabs < 80; tabs++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    reached.add(name.replace(/^(Load point|Manifest).*/, '$1'));
    // Inside the editor Tab indents; its own key lets it leave.
    if (name.startsWith('Manifest')) await page.keyboard.press('Control+m');
  }
  for (const name of ['Manifest', 'Load point', 'Sync', 'Play', 'Next sync', 'Share link'])
    expect([...reached]).toContain(name);
});
