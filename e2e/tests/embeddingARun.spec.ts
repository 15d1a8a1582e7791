import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { type StaticHost, serveStatically } from '../support/staticHost.ts';

const SUB_PATH = '/docs/hpa/';

/** A page of documentation on another origin than the playground's, with the playground in a frame. */
function article(address: string, width: number, height: number): string {
  return `<!doctype html><title>Article</title><link rel="icon" href="data:,"><script>
    addEventListener('message', ({ data }) => { (window.heard ??= []).push(data); });
  </script><iframe src="${address}" width="${width}" height="${height}"></iframe>`;
}

async function openArticle(page: Page, host: StaticHost, query: string): Promise<FrameLocator> {
  await page.goto(new URL(`/frame.html?${query}`, host.address).href);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('button', { name: 'Play' })).toBeEnabled();
  return frame;
}

/** What the embedded view has told the article, of one kind. */
function heard(page: Page, type: string): Promise<{ seconds: number; height: number }[]> {
  return page.evaluate(
    (wanted) =>
      ((window as unknown as { heard?: { type: string }[] }).heard ?? []).filter(
        (news) => news.type === wanted,
      ) as unknown as { seconds: number; height: number }[],
    type,
  );
}

function tell(page: Page, message: unknown): Promise<void> {
  return page.evaluate((sent) => {
    document.querySelector('iframe')?.contentWindow?.postMessage(sent, '*');
  }, message);
}

for (const { width, height, shown, left } of [
  { width: 800, height: 560, shown: ['Load', 'Replicas', 'Decided by'], left: [] },
  { width: 420, height: 300, shown: ['Replicas'], left: ['Load', 'Decided by'] },
]) {
  test(`a frame of ${width}×${height} shows what it has room for, plays, and leads to the whole page`, async ({
    page,
    context,
  }) => {
    const host = await serveStatically(SUB_PATH, 'playground.localhost', (address) =>
      article(`${address}?embed`, width, height),
    );
    const frame = await openArticle(page, host, '');
    for (const name of shown) await expect(frame.getByRole('region', { name, exact: true })).toBeVisible();
    for (const name of left) await expect(frame.getByRole('region', { name, exact: true })).toHaveCount(0);
    await frame.getByRole('button', { name: 'Play' }).click();
    await expect.poll(async () => (await heard(page, 'hpa-playground:sync')).length).toBeGreaterThan(2);
    await frame.getByRole('button', { name: 'Pause' }).click();

    const opened = context.waitForEvent('page');
    await frame.getByRole('link', { name: 'Open in HPA Playground' }).click();
    const whole = await opened;
    await expect(whole.getByRole('tab', { name: 'kubectl' })).toBeVisible();
    expect(whole.url()).toMatch(new RegExp(`^${host.address}#2\\.`));
    await whole.close();
    await host.close();
  });
}

test('the page around gives commands; what is none of them changes nothing', async ({ page }) => {
  const host = await serveStatically(SUB_PATH, 'playground.localhost', (address) =>
    article(`${address}?embed&at=1500`, 900, 600),
  );
  const frame = await openArticle(page, host, '');
  const ribbon = frame.getByRole('slider', { name: 'Sync' });
  await expect(ribbon).toHaveAttribute('aria-valuetext', /at 00:25:00/);
  expect((await heard(page, 'hpa-playground:size')).at(-1)?.height).toBeGreaterThan(300);

  await tell(page, { type: 'hpa-playground:seek', seconds: 600 });
  await expect(ribbon).toHaveAttribute('aria-valuetext', /at 00:10:00/);
  for (const message of [
    'hpa-playground:play',
    { type: 'hpa-playground:seek', seconds: -1 },
    { type: 'hpa-playground:seek', seconds: Number.NaN },
    { type: 'hpa-playground:open', link: 7 },
    { type: 'hpa-playground:open', link: '2.broken' },
    { type: 'hpa-playground:open', __proto__: { link: '' } },
  ])
    await tell(page, message);
  await expect(frame.getByRole('region', { name: 'Messages' })).toContainText('The link is damaged');
  await expect(ribbon).toHaveAttribute('aria-valuetext', /at 00:10:00/);
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('web');
  await host.close();
});

test('read-only, nothing can be edited; the reader’s own work is left alone', async ({ page }) => {
  const host = await serveStatically(SUB_PATH, 'playground.localhost', (address) =>
    article(`${address}?embed=read-only&theme=dark`, 900, 600),
  );
  const frame = await openArticle(page, host, '');
  await expect(frame.getByRole('region', { name: 'Load', exact: true })).toBeVisible();
  const point = frame.getByRole('slider', { name: /^Load point/ }).nth(2);
  await expect(point).toHaveAttribute('aria-readonly', 'true');
  const before = await point.getAttribute('aria-valuetext');
  await point.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect(point).toHaveAttribute('aria-valuetext', before ?? '');
  await expect(frame.getByRole('button', { name: 'Add point' })).toHaveCount(0);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  const kept = await page.frames()[1]?.evaluate(() => Object.keys(localStorage).length);
  expect(kept).toBe(0);
  await host.close();
});

test('only the embedded view may stand in a frame', async ({ page, baseURL, complaints }) => {
  const host = await serveStatically(SUB_PATH, 'docs.localhost', () => article(baseURL ?? '', 800, 500));
  await page.goto(new URL('/frame.html', host.address).href);
  await expect.poll(() => complaints.join('\n')).toMatch(/frame-ancestors/);
  complaints.length = 0;
  await expect(page.frameLocator('iframe').getByRole('heading')).toHaveCount(0);
  await host.close();

  const embedding = await serveStatically(SUB_PATH, 'docs.localhost', () =>
    article(`${baseURL}?embed`, 800, 500),
  );
  await openArticle(page, embedding, '');
  await embedding.close();
});
