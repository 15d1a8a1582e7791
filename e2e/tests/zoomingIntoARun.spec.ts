import { expect, test } from '../fixtures/test.ts';
import { ChartsPage } from '../pages/ChartsPage.ts';

const CHARTS = ['Load', 'Replicas', 'Decided by', 'cpu'];

test('the wheel zooms and pans every chart, and a key brings the whole run back', async ({ playground }) => {
  await playground.open();
  const charts = new ChartsPage(playground.page);
  await charts.expectShown('Whole run');
  const link = playground.page.url();
  const whole = await Promise.all(CHARTS.map((chart) => playground.drawing(chart)));

  await charts.wheel(await charts.spot('Replicas', 0.5), 0, -300, 'Control');
  await charts.expectShown(/ \d+ min/);
  const zoomed = await Promise.all(CHARTS.map((chart) => playground.drawing(chart)));
  for (const [index, chart] of CHARTS.entries()) expect(zoomed[index], chart).not.toEqual(whole[index]);
  const part = await charts.part.getAttribute('aria-valuetext');

  await charts.wheel(await charts.spot('Replicas', 0.5), 120, 0);
  await expect(charts.part).not.toHaveAttribute('aria-valuetext', part ?? '');

  await playground.page.keyboard.press('0');
  await charts.expectShown('Whole run');
  await expect(charts.part).toHaveCount(0);
  await expect.poll(() => playground.drawing('Replicas')).toEqual(whole[1]);
  // Where somebody looks is nobody else's business.
  expect(playground.page.url()).toBe(link);
});

test('a span that is dragged is what is shown', async ({ playground }) => {
  await playground.open();
  const charts = new ChartsPage(playground.page);
  const labels = await charts.timeLabels().boundingBox();
  if (labels === null) throw new Error('the time axis has no labels');
  const at = (share: number) => ({ x: labels.x + labels.width * share, y: labels.y + labels.height / 2 });

  await charts.drag(at(0.25), at(0.5));
  await expect(charts.part).toHaveAttribute('aria-valuetext', 'from 00:15:00 to 00:30:00');
  await charts.timeLabels().dblclick();
  await charts.expectShown('Whole run');

  await playground.page.keyboard.down('Shift');
  await charts.drag(await charts.spot('Replicas', 0.3), await charts.spot('Replicas', 0.6));
  await playground.page.keyboard.up('Shift');
  const marked = await charts.part.getAttribute('aria-valuetext');
  await charts.drag(await charts.spot('cpu', 0.6), await charts.spot('cpu', 0.5), { button: 'middle' });
  await expect(charts.part).not.toHaveAttribute('aria-valuetext', marked ?? '');
});

test('keys, buttons and the strip zoom and pan, and the window follows the cursor', async ({
  playground,
}) => {
  await playground.open();
  const { page } = playground;
  const charts = new ChartsPage(page);
  const isAt = (text: string) => expect(charts.part).toHaveAttribute('aria-valuetext', text);
  await page.keyboard.press('Home');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await isAt('from 00:00:00 to 00:15:00');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await isAt('from 00:07:30 to 00:22:30');
  await page.keyboard.press('End');
  await isAt('from 00:45:00 to 01:00:00');

  await playground.button('Zoom out').click();
  await charts.expectShown('30 min');
  await charts.shown.click();
  await page.getByRole('menuitemradio', { name: '5 min', exact: true }).click();
  await isAt('from 00:55:00 to 01:00:00');

  await charts.part.focus();
  await page.keyboard.press('Home');
  await isAt('from 00:00:00 to 00:05:00');
  await charts.partEnd.focus();
  await page.keyboard.press('PageUp');
  await isAt('from 00:00:00 to 00:07:30');
  const strip = await charts.part.boundingBox();
  if (strip === null) throw new Error('the strip is not there');
  const grip = { x: strip.x + strip.width / 2, y: strip.y + strip.height / 2 };
  await charts.drag(grip, { x: grip.x + strip.width, y: grip.y });
  await isAt('from 00:07:30 to 00:15:00');

  await playground.button('Show the whole run').click();
  await charts.expectShown('Whole run');
});

test('another length of the run, or another scenario, is shown whole', async ({ playground }) => {
  await playground.open();
  const { page } = playground;
  const charts = new ChartsPage(page);
  const palette = async (asked: string, title: RegExp): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').getByRole('combobox').fill(asked);
    await page.getByRole('option', { name: title }).first().click();
  };
  await palette('show 15', /^Show 15 min around the cursor/);
  await charts.expectShown('15 min');
  await palette('open memory', /^Open “/);
  await charts.expectShown('Whole run');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('two fingers zoom', async ({ playground }) => {
    await playground.open();
    const charts = new ChartsPage(playground.page);
    await charts.expectShown('Whole run');
    const chart = playground.region('Replicas');
    await chart.scrollIntoViewIfNeeded();
    const [left, right] = [await charts.spot('Replicas', 0.45), await charts.spot('Replicas', 0.6)];
    const hand = await charts.touch();
    await hand.press(left, right);
    for (let step = 1; step <= 4; step++) {
      await hand.move({ ...left, x: left.x - 12 * step }, { ...right, x: right.x + 12 * step });
    }
    await hand.lift();
    await charts.expectShown(/ \d+ min/);
    await playground.button('Show the whole run').tap();
    await charts.expectShown('Whole run');
  });
});
