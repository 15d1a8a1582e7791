/** The worst of the hostile corpus, through every door of the page: it goes on working, and the visitor's work is there. */
import type { BrowserContext, Page } from '@playwright/test';
import { HOSTILE_LINKS } from '../../conformance/hostile/links.ts';
import { HOSTILE_TEXTS } from '../../conformance/hostile/texts.ts';
import { expect, test } from '../fixtures/test.ts';
import type { PlaygroundPage } from '../pages/PlaygroundPage.ts';
import { serveStatically } from '../support/staticHost.ts';

const OWN = '# the work of whoever looks at this page\n';

function linkOf(what: string): string {
  return textOf(HOSTILE_LINKS, what);
}

function textOf(corpus: readonly { readonly what: string; readonly text: string }[], what: string): string {
  const found = corpus.find((hostile) => hostile.what === what);
  if (found === undefined) throw new Error(`the corpus has no ${what}`);
  return found.text;
}

/** Requests to anywhere else, and scripts that ran. */
async function watch(
  page: Page,
  context: BrowserContext,
  isOurs: (url: string) => boolean,
): Promise<string[]> {
  const seen: string[] = [];
  await context.route(/./, (route) => {
    const url = route.request().url();
    if (isOurs(url)) return route.continue();
    seen.push(`request: ${url}`);
    return route.abort();
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      document.documentElement.dataset.violated = event.violatedDirective;
    });
  });
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return seen;
}

/** Much is tried in each, and nothing may be asked of anybody else. */
const watched = test.extend<{ readonly seen: readonly string[] }>({
  seen: async ({ page, context, baseURL }, use) => {
    test.slow();
    await use(await watch(page, context, (url) => url.startsWith(baseURL ?? '')));
  },
});

async function expectUnharmed(
  page: Page,
  playground: PlaygroundPage,
  seen: readonly string[],
): Promise<void> {
  await playground.waitForRun();
  await expect(page).toHaveTitle(/HPA Playground/);
  await expect(page.locator('html')).not.toHaveAttribute('data-violated', /./);
  await expect(page.locator('img, iframe, body script:not([src])')).toHaveCount(0);
  const polluted = await page.evaluate(() => 'polluted' in {});
  expect(polluted).toBe(false);
  expect(seen).toEqual([]);
}

/** Something typed, and saved. */
async function doSomeWork(page: Page, playground: PlaygroundPage): Promise<void> {
  await playground.open();
  await playground.paste(OWN);
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('whoever looks at this page');
}

async function expectEarlierWork(page: Page, playground: PlaygroundPage): Promise<void> {
  await page.getByRole('button', { name: /^Examples\. Open/ }).click();
  await page.getByRole('menuitem').filter({ hasText: 'no name in the manifest' }).first().click();
  await playground.waitForEditor();
  await expect.poll(() => playground.copyManifest()).toBe(OWN);
}

const LINKS = [
  'a decompression bomb',
  'a bomb of common pieces',
  'deep brackets',
  '2^31 replicas',
  'points back in time',
  'a number beyond all',
  'settings that pollute prototypes',
];

watched(
  'by the address: refused with a reason, and the work is one click away',
  async ({ page, playground, seen }) => {
    await doSomeWork(page, playground);
    for (const what of LINKS) {
      await page.evaluate((fragment) => {
        window.location.hash = fragment;
      }, linkOf(what));
      const message = page.getByText(/^This link could not be opened\. The link .*\.$/);
      await expect(message).toBeVisible();
      await page.getByRole('button', { name: 'Close this message' }).last().click();
      await expect(message).toBeHidden();
    }
    expect(await playground.copyManifest()).toBe(OWN);
    await page.goto('about:blank');
    await page.goto(`/#${linkOf('a script for the name of a curve')}`);
    await expectUnharmed(page, playground, seen);
    await page.goto('about:blank');
    await page.goto(`/#${linkOf('a million points')}`);
    await expectUnharmed(page, playground, seen);
    await expectEarlierWork(page, playground);
  },
);

const PASTED = [
  'aliases of aliases inside an HPA',
  'brackets a hundred thousand deep',
  'a script in every text of a manifest',
  '2^31 - 1 replicas, all of them at once',
  'endless replicas',
  'a quantity of a googol',
  'keys that pollute prototypes, as YAML',
];

watched(
  'by the clipboard: said beside the text, and the page goes on',
  async ({ page, playground, seen }) => {
    await playground.open();
    for (const what of PASTED) {
      await playground.paste(textOf(HOSTILE_TEXTS, what));
      await expectUnharmed(page, playground, seen);
    }
    await playground.paste(OWN);
    await expect.poll(() => playground.copyManifest()).toBe(OWN);
  },
);

watched('in the storage: left aside, and the page opens', async ({ page, playground, seen }) => {
  await page.addInitScript(
    ([script, aliases]) => {
      localStorage.setItem('hpa-playground.draft.stranger', '{"__proto__":{"polluted":true},"scenario":{}}');
      localStorage.setItem('hpa-playground.earlier', `[${'['.repeat(50_000)}`);
      localStorage.setItem('hpa-playground.view', JSON.stringify({ theme: script, speed: aliases }));
      sessionStorage.setItem('hpa-playground.tab', script ?? '');
    },
    [
      textOf(HOSTILE_TEXTS, 'a script in every text of a manifest'),
      textOf(HOSTILE_TEXTS, 'aliases of aliases'),
    ] as const,
  );
  await playground.open();
  await expectUnharmed(page, playground, seen);
});

const FILES = [
  'a load that goes back in time',
  'a load of NaN and infinities',
  'braces of JSON a hundred thousand deep',
  'markup',
  'a picture',
];

watched(
  'as a file: refused or shown first, and what is worked on stays',
  async ({ page, playground, seen }) => {
    await doSomeWork(page, playground);
    for (const what of FILES) {
      const text = textOf(HOSTILE_TEXTS, what);
      const dropped = await page.evaluateHandle((content) => {
        const data = new DataTransfer();
        data.items.add(new File([content], '<img src=x onerror=alert(1)>.yaml', { type: 'text/plain' }));
        return data;
      }, text);
      await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
      await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
      await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
      await expect(page.getByText(/<img src=x onerror=alert\(1\)>\.yaml/).first()).toBeVisible();
      await page.keyboard.press('Escape');
      for (const close of await page.getByRole('button', { name: 'Close this message' }).all())
        await close.click();
    }
    await expectUnharmed(page, playground, seen);
    await expect.poll(() => playground.copyManifest()).toBe(OWN);
  },
);

test('by messages to the embedded view: left aside or said, and it plays on', async ({
  page,
  context,
  baseURL,
}) => {
  const host = await serveStatically(
    '/around/',
    'docs.localhost',
    () =>
      `<!doctype html><title>Around</title><link rel="icon" href="data:,"><iframe src="${baseURL}?embed" width="900" height="600"></iframe>`,
  );
  const around = new URL('/frame.html', host.address);
  const seen = await watch(
    page,
    context,
    (url) => url.startsWith(baseURL ?? '') || url.startsWith(around.origin),
  );
  await page.goto(around.href);
  const frame = page.frameLocator('iframe');
  const heading = frame.getByRole('heading', { level: 1 });
  await expect(frame.getByRole('button', { name: 'Play' })).toBeEnabled();
  await expect(heading).toContainText('web');
  await page.evaluate((links) => {
    const view = document.querySelector('iframe')?.contentWindow;
    const tell = (message: unknown): void => view?.postMessage(message, '*');
    for (const link of links) tell({ type: 'hpa-playground:open', link });
    tell({ type: 'hpa-playground:open', link: { toString: 1 } });
    tell({ type: 'hpa-playground:open', link: 'x'.repeat(2_000_000) });
    for (const seconds of [Number.NaN, Number.POSITIVE_INFINITY, -1, '1', null]) {
      tell({ type: 'hpa-playground:seek', seconds });
    }
    tell(JSON.parse('{"type":"hpa-playground:seek","__proto__":{"polluted":true}}'));
    tell('hpa-playground:play');
  }, LINKS.map(linkOf));
  await expect(frame.getByRole('region', { name: 'Messages' })).toContainText('The link');
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(heading).toContainText('web');
  const inside = page.frames()[1];
  expect(await inside?.evaluate(() => 'polluted' in {})).toBe(false);
  await expect(frame.locator('html')).not.toHaveAttribute('data-violated', /./);
  expect(seen).toEqual([]);
  await host.close();
});
