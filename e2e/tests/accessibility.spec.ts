import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/test.ts';

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
