import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import type { PlaygroundPage } from '../pages/PlaygroundPage.ts';
import { SIZES, type Size, VIEW_GROUPS } from '../pages/views.ts';
import { findings } from '../support/axe.ts';

interface Shade {
  readonly colorScheme: 'light' | 'dark';
  readonly contrast: 'more' | null;
  /** rules; none: all of them */
  readonly only?: readonly string[];
}

/** The page follows the system while it is open. In all but the first nothing but the colours is another. */
const SHADES: readonly Shade[] = [
  { colorScheme: 'light', contrast: null },
  { colorScheme: 'dark', contrast: null, only: ['color-contrast', 'link-in-text-block'] },
  // Where the system asks for contrast, all text has 7:1.
  { colorScheme: 'light', contrast: 'more', only: ['color-contrast-enhanced'] },
  { colorScheme: 'dark', contrast: 'more', only: ['color-contrast-enhanced'] },
];

async function inShades(page: Page, view: string, shades: readonly Shade[]): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, contrast, only } of shades) {
    const name = contrast === null ? colorScheme : `${colorScheme}-contrast`;
    await page.emulateMedia({ colorScheme, contrast });
    await expect(page.locator('html')).toHaveAttribute('data-theme', name);
    const options = only === undefined ? {} : { runOnly: [...only] };
    let told: string[] = [];
    // The editor takes over new colours a moment later: the last look counts.
    const look = async (): Promise<boolean> => {
      told = await findings(page, options);
      return told.length === 0;
    };
    if (!(await look()))
      await expect
        .poll(look, { timeout: 2000 })
        .toBe(true)
        .catch(() => undefined);
    found.push(...told.map((text) => `${view}, ${name}: ${text}`));
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: null });
  return found;
}

async function wider(page: Page, view: string): Promise<string[]> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  return scroll > client ? [`${view} is ${scroll} wide, the screen ${client}`] : [];
}

async function openGroup(playground: PlaygroundPage, address = ''): Promise<void> {
  await playground.page.goto(`/${address}`);
  await playground.waitForRun();
}

for (const [size, viewport] of Object.entries(SIZES) as [Size, (typeof SIZES)[Size]][]) {
  test.describe(size, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

    for (const { name: group, address, views, leave } of VIEW_GROUPS) {
      const here = views.filter(({ only }) => only === undefined || only === size);
      if (here.length === 0) continue;
      test(`axe finds nothing, and nothing is wider than the screen: ${group}`, async ({
        playground,
        page,
      }) => {
        // Many looks at one page, on a machine that may have others to do.
        test.setTimeout(300_000);
        await openGroup(playground, address);
        const found: string[] = [];
        for (const { name, open } of here) {
          await test.step(name, async () => {
            await open(playground);
            found.push(...(await inShades(page, name, size === 'desktop' ? SHADES : SHADES.slice(0, 2))));
            found.push(...(await wider(page, name)));
            await leave?.(playground);
          });
        }
        expect(found).toEqual([]);
      });
    }
  });
}

test.describe('on a projector', () => {
  test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } });

  test('axe finds nothing, and nothing is wider than the screen', async ({ playground, page }) => {
    await openGroup(playground);
    await playground.waitForEditor();
    expect(await inShades(page, 'first view', SHADES.slice(0, 2))).toEqual([]);
    expect(await wider(page, 'first view')).toEqual([]);
  });
});

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
