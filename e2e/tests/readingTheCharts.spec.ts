import { expect, test } from '../fixtures/test.ts';
import { ChartsPage } from '../pages/ChartsPage.ts';

test('a legend hides a line, shows one alone, and is remembered', async ({ playground }) => {
  await playground.open();
  const { page } = playground;
  const replicas = playground.region('Replicas');
  const entry = (name: string) => replicas.getByRole('button', { name, exact: true });
  const lines = async () => (await playground.drawing('Replicas')).filter((path) => path.length > 20).length;
  const all = await lines();

  await entry('desired').click();
  await expect(entry('desired')).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(lines).toBeLessThan(all);

  await entry('ready').focus();
  await page.keyboard.press('Alt+Enter');
  for (const name of ['desired', 'current', 'starting', 'metrics ask for', 'stabilized', 'min / max']) {
    await expect(entry(name)).toHaveAttribute('aria-pressed', 'false');
  }
  await expect(entry('ready')).toHaveAttribute('aria-pressed', 'true');

  await page.reload();
  await playground.waitForRun();
  await expect(entry('ready')).toHaveAttribute('aria-pressed', 'true');
  await expect(entry('desired')).toHaveAttribute('aria-pressed', 'false');
  await entry('Show all').click();
  await expect.poll(lines).toBe(all);

  await entry('min / max').dblclick();
  await expect(entry('min / max')).toHaveAttribute('aria-pressed', 'true');
  await expect(entry('desired')).toHaveAttribute('aria-pressed', 'false');
});

test('hovering any chart tells everything at that instant, and never lies under the pointer', async ({
  playground,
}) => {
  await playground.open();
  const charts = new ChartsPage(playground.page);
  for (const [chart, across] of [
    ['Load', 0.3],
    ['Replicas', 0.5],
    ['cpu', 0.95],
  ] as const) {
    const spot = await charts.spot(chart, across);
    await playground.page.mouse.move(spot.x, spot.y);
    await expect(charts.tooltip).toContainText(/^\d\d:\d\d:\d\d/);
    for (const told of [
      'desired',
      'current',
      'ready',
      'starting',
      'stabilized',
      'min / max',
      'served',
      'waiting',
    ]) {
      await expect(charts.tooltip).toContainText(told);
    }
    await expect(charts.tooltip).toContainText(/cpu[\d.]+\s%\sof 50\s%/);
    const box = await charts.tooltip.boundingBox();
    if (box === null) throw new Error('no tooltip');
    const covers =
      spot.x >= box.x && spot.x <= box.x + box.width && spot.y >= box.y && spot.y <= box.y + box.height;
    expect(covers, `the tooltip of ${chart} covers the pointer`).toBe(false);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1440);
  }
  await playground.page.mouse.move(10, 10);
  await expect(charts.tooltip).toHaveCount(0);
});

test('keys tell the same from sync to sync', async ({ playground }) => {
  await playground.open();
  const charts = new ChartsPage(playground.page);
  const { sync } = await playground.selectSync(27);
  await expect(charts.tooltip).toContainText(`sync ${sync}`);
  await playground.page.keyboard.press('ArrowLeft');
  await expect(charts.tooltip).toContainText('sync 26');
  await expect(charts.tooltip).toContainText('SuccessfulRescale');
  await playground.page.keyboard.press('Escape');
  await expect(charts.tooltip).toHaveCount(0);
});

test('every chart has its numbers behind it, to read, copy and go to', async ({ playground }) => {
  await playground.open();
  const { page } = playground;
  const charts = new ChartsPage(page);
  for (const [chart, column] of [
    ['Load', /^load, /],
    ['Decided by', 'decided by'],
    ['cpu', 'tolerated to, %'],
  ] as const) {
    const table = await charts.openTable(chart);
    await expect(table.getByRole('columnheader', { name: column })).toBeVisible();
    await expect(table).toHaveAttribute('aria-rowcount', '241');
    await page.keyboard.press('Escape');
    await expect(table).toHaveCount(0);
  }

  const table = await charts.openTable('Replicas');
  await playground.button('Copy as CSV').click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const rows = copied.trimEnd().split('\r\n');
  expect(rows).toHaveLength(241);
  expect(rows[0]).toContain('sync,time,seconds,desired,current,ready');

  await table.getByRole('button', { name: /show sync 30$/ }).click();
  await expect.poll(async () => (await playground.spokenSync()).sync).toBe(30);
  const [, , , desired] = rows[30]?.split(',') ?? [];
  expect((await playground.spokenSync()).desired).toBe(Number(desired));
  await expect(playground.button('Table: Replicas')).toBeFocused();

  await page.keyboard.press('+');
  const part = await charts.openTable('Replicas');
  await expect(part).not.toHaveAttribute('aria-rowcount', '241');
  await page.getByRole('checkbox', { name: 'only what the charts show' }).uncheck();
  await expect(part).toHaveAttribute('aria-rowcount', '241');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a long press tells the instant until the next press, and tables fit', async ({ playground }) => {
    await playground.open();
    const { page } = playground;
    const charts = new ChartsPage(page);
    await playground.region('Replicas').scrollIntoViewIfNeeded();
    const hand = await charts.touch();
    await hand.press(await charts.spot('Replicas', 0.5));
    await expect(charts.tooltip).toBeVisible();
    await page.waitForTimeout(500);
    await hand.lift();
    await expect(charts.tooltip).toContainText('desired');
    const box = await charts.tooltip.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    await hand.press(await charts.spot('Replicas', 0.2, 0.05));
    await hand.lift();
    await expect(charts.tooltip).toHaveCount(0);

    const table = await charts.openTable('cpu');
    const dialog = await page.getByRole('dialog').boundingBox();
    expect((dialog?.x ?? -1) >= 0 && (dialog?.x ?? 0) + (dialog?.width ?? 999) <= 390).toBe(true);
    await table
      .getByRole('button', { name: /show sync \d+$/ })
      .nth(4)
      .tap();
    await expect(table).toHaveCount(0);
  });
});
