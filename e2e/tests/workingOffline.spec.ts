import { example, expect, test } from '../fixtures/test.ts';
import { PlaygroundPage } from '../pages/PlaygroundPage.ts';
import { serveStatically } from '../support/staticHost.ts';

const SUB_PATH = '/team/hpa/';

test('after the first visit everything works without a network, from any sub-path', async ({
  context,
  page,
}) => {
  const host = await serveStatically(SUB_PATH);
  const playground = new PlaygroundPage(page);
  await page.goto(host.address);
  await playground.waitForRun();
  // Until every file is kept.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await host.close();
  await context.setOffline(true);

  await page.goto(`${host.address}?from=chat`);
  await playground.waitForRun();
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(host.address).origin,
  });
  await playground.paste(example('08-queue-external.yaml'));
  await expect(playground.region('queue_messages_ready').or(page.getByText(/queue/).first())).toBeVisible();
  await page.getByRole('tab', { name: 'kubectl' }).click();
  await expect(page.getByRole('tabpanel', { name: 'kubectl' })).toContainText('NAME');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(host.astray).toEqual([]);
});

test('a newer version waits until it is asked for, and the work stays', async ({ page }) => {
  const host = await serveStatically(SUB_PATH);
  const playground = new PlaygroundPage(page);
  await page.goto(host.address);
  await playground.waitForRun();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await playground.waitForRun();
  await playground.raisePeak();
  const points = await playground.points();

  host.publishAgain();
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use the newer version' }).click();
  await reloaded;
  await playground.waitForRun();
  expect(await playground.points()).toEqual(points);
  await host.close();
});

test('the page can be installed; on addresses that every project of a machine shares, nothing stays behind', async ({
  page,
  request,
  playground,
}) => {
  await playground.open();
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const address = new URL(href ?? '', page.url());
  const manifest = (await (await request.get(address.href)).json()) as {
    icons: { src: string; sizes: string; purpose?: string }[];
    start_url: string;
    display: string;
  };
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone' });
  for (const { src, sizes } of manifest.icons) {
    const image = await page.evaluate(async (source) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      return `${picture.naturalWidth}x${picture.naturalHeight}`;
    }, new URL(src, address).href);
    if (sizes !== 'any') expect(image).toBe(sizes);
  }
  await playground.waitForEditor();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
