import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { example, expect, test } from '../fixtures/test.ts';
import { PlaygroundPage } from '../pages/PlaygroundPage.ts';

/** Presses a button of the export and answers the file that comes of it. */
async function save(page: Page, label: string): Promise<{ name: string; path: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: label, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), path: await download.path() };
}

async function show(page: Page, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Share, export, import' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** As a hand does it: over the page, then let go. */
async function drop(page: Page, name: string, text: string, hold?: () => Promise<void>): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await hold?.();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

test('everything can be saved, and the scenario opened again by somebody else', async ({
  playground,
  page,
  browser,
}) => {
  await playground.open();
  await playground.paste(example('11-conservative.yaml'));
  await playground.dragPoint(1, { x: 5, y: -10 });
  await playground.waitForRun();
  const [points, story] = [await playground.points(), await playground.story(6)];

  await show(page, /^Export/);
  const yaml = await save(page, 'Save the scenario as YAML');
  expect(yaml.name).toMatch(/^[a-z-]+-scenario\.yaml$/);
  const manifest = await save(page, 'Save the manifest');
  expect(readFileSync(manifest.path, 'utf8')).toBe(example('11-conservative.yaml'));
  const results = readFileSync((await save(page, 'Save the results as CSV')).path, 'utf8');
  expect(results.split('\r\n')).toHaveLength(242);
  expect(results).toMatch(/^sync,time \(s\),.*latency \(s\)/);
  const json = JSON.parse(readFileSync((await save(page, 'Save the results as JSON')).path, 'utf8'));
  expect(json.syncs.atSeconds).toHaveLength(240);
  const events = readFileSync((await save(page, 'Save the event log')).path, 'utf8');
  expect(events).toMatch(/^LAST SEEN .*\n.*SuccessfulRescale/);
  const summary = readFileSync((await save(page, 'Save a summary in Markdown')).path, 'utf8');
  expect(summary).toMatch(/\[Open this run in HPA Playground\]\(<http.*#2\./);
  const load = readFileSync((await save(page, 'Save the load as CSV')).path, 'utf8');
  expect(load.trim().split('\r\n')).toHaveLength(points.length + 1);

  const context = await browser.newContext();
  const other = new PlaygroundPage(await context.newPage());
  await other.open();
  await drop(other.page, 'a.yaml', readFileSync(yaml.path, 'utf8'));
  await expect.poll(() => other.points()).toEqual(points);
  await expect.poll(() => other.story(6)).toEqual(story);
  await context.close();
});

test('the charts become a picture that anything can open', async ({ playground, page }) => {
  await playground.open();
  await show(page, /^Export/);
  const png = readFileSync((await save(page, 'Save the charts as PNG')).path);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Twice the pixels of the page.
  expect(png.readUInt32BE(16)).toBeGreaterThan(1500);

  await page.getByLabel('Colours of the picture').selectOption('dark');
  const svg = readFileSync((await save(page, 'Save the charts as SVG')).path, 'utf8');
  expect(svg).not.toMatch(/var\(|class=|NaN|undefined|<script|<foreignObject/);
  for (const text of ['HPA web', 'Replicas', 'desired', 'min / max', 'cpu', '10 min'])
    expect(svg).toContain(`>${text}<`);
  for (const tool of ['Add point', 'linear', 'Shapes']) expect(svg).not.toContain(`>${tool}<`);
  const picture = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    return { width: image.naturalWidth, theme: document.documentElement.dataset.theme };
  }, svg);
  expect(picture.width).toBeGreaterThan(700);
  expect(picture.theme).not.toBe('dark');

  // The picture knows the way back.
  await page.keyboard.press('Escape');
  await playground.raisePeak();
  const raised = await playground.points();
  await drop(page, 'charts.svg', svg);
  await expect.poll(() => playground.points()).not.toEqual(raised);
  await page.getByRole('button', { name: 'Open my earlier work' }).click();
  await expect.poll(() => playground.points()).toEqual(raised);
});

test('what is dropped is told apart, and earlier work is one click away', async ({ playground, page }) => {
  await playground.open();
  await playground.raisePeak();
  const raised = await playground.points();

  await drop(page, 'gateway.yaml', example('06-gateway.yaml'), () =>
    expect(page.getByText('Drop it to open it here')).toBeVisible(),
  );
  await page.getByRole('button', { name: 'Open it with a load that fits' }).click();
  await playground.waitForEditor();
  await expect.poll(() => playground.copyManifest()).toBe(example('06-gateway.yaml'));
  await page.getByRole('button', { name: 'Open my earlier work' }).click();
  await expect.poll(() => playground.points()).toEqual(raised);

  await drop(page, 'night.csv', 'seconds,requests (requests/s)\n0,5\n600,70\n7200,5\n');
  await page.getByRole('button', { name: 'Use it as the load' }).click();
  await expect.poll(async () => (await playground.points()).map(({ value }) => value)).toEqual([5, 70, 5]);
  await playground.button('Undo load or setting').click();
  await expect.poll(() => playground.points()).toEqual(raised);

  for (const [name, content, words] of [
    ['results.csv', 'sync,time (s),current replicas,desired replicas,x\r\n1,0,1,1,1\r\n', /results of a run/],
    ['photo.png', '\u0089PNG\u0000\u0000', /no text/],
    ['empty.yaml', '', /empty/],
    ['letter.txt', 'Dear all', /was not recognised/],
  ] as const) {
    await drop(page, name, content);
    await expect(page.getByText(words).first()).toBeVisible();
  }
  expect(await playground.points()).toEqual(raised);
});

test('what is pasted into the import is shown before anything is done', async ({ playground, page }) => {
  await playground.open();
  const points = await playground.points();
  await show(page, /^Open or import/);
  const field = page.getByRole('textbox', { name: 'Text to import' });
  await field.fill('{"kind":"HPAPlaygroundScenario","version":99}');
  await expect(page.getByText(/version must be/)).toBeVisible();
  await field.fill(
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: <img src=x onerror=alert(1)>\n`,
  );
  await expect(page.getByText(/^This is a manifest/)).toBeVisible();
  await expect(page.locator('[role=dialog] img')).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await playground.points()).toEqual(points);
});

test('the link has a length, a code for cameras and a snippet', async ({ playground, page }) => {
  await playground.open();
  await show(page, /^Link, QR/);
  const dialog = page.getByRole('dialog', { name: 'Share this scenario' });
  await expect(dialog.getByText(/^\d{3} characters/)).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await dialog.getByRole('textbox', { name: 'Link' }).inputValue());
  await dialog.getByLabel('Embedded view').selectOption('read-only');
  await dialog.getByRole('button', { name: 'Copy HTML' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^<iframe src="http.*\?embed=read-only#2\./);
});

test('a long link says who would cut it, and offers a file', async ({ playground, page }) => {
  await playground.open();
  const words = Array.from({ length: 900 }, (_, index) => Math.sin(index).toString(36).slice(3, 11));
  await playground.paste(`# ${words.join(' ')}\n${example('01-web-cpu.yaml')}`);
  await show(page, /^Link, QR/);
  const dialog = page.getByRole('dialog', { name: 'Share this scenario' });
  await expect(dialog.getByText(/too long for a QR code/)).toBeVisible();
  await dialog.getByRole('button', { name: /^Save as a file/ }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});
