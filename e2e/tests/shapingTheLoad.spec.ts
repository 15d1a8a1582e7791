import { expect, test } from '../fixtures/test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
});

test('a shape takes the place of the points, as one step of undo', async ({ playground }) => {
  const { page } = playground;
  const before = await playground.points();
  await playground.button('Shapes for Load').click();
  await page.getByRole('textbox', { name: 'to', exact: true }).fill('500');
  await playground.button('Sawtooth').click();
  await page.keyboard.press('Escape');
  await expect(playground.loadPoints).toHaveCount(9);
  expect(Math.max(...(await playground.points()).map(({ value }) => value))).toBe(500);
  await playground.button(/^Undo load/).click();
  await expect.poll(() => playground.points()).toEqual(before);
});

test('a smooth curve goes through the same points and gives another run', async ({ playground }) => {
  const { page } = playground;
  const before = await playground.points();
  const drawn = await playground.drawing('Load');
  await page.getByRole('button', { name: 'smooth', exact: true }).click();
  await expect.poll(() => playground.drawing('Load')).not.toEqual(drawn);
  expect(await playground.points()).toEqual(before);
});

test('points in a box are selected, moved together, scaled and removed', async ({ playground }) => {
  const { page } = playground;
  const before = await playground.points();
  const plot = await playground.region('Load').boundingBox();
  if (plot === null) throw new Error('no load');
  await playground.button('Select points of Load').click();
  await page.mouse.move(plot.x + plot.width * 0.1, plot.y + plot.height - 4);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.5, plot.y + 36, { steps: 5 });
  await page.mouse.up();
  const bar = page.getByRole('group', { name: 'Selected points of Load' });
  await expect(bar.getByRole('status')).toHaveText(/^[2-9] of \d+ points$/);
  const selected = Number(((await bar.getByRole('status').textContent()) ?? '').charAt(0));

  await bar.getByLabel('value ×').fill('2');
  await bar.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(
      async () =>
        (await playground.points()).filter(({ value }, at) => value === 2 * (before[at]?.value ?? 0)).length,
    )
    .toBe(selected);
  await playground.button(/^Undo load/).click();
  await expect.poll(() => playground.points()).toEqual(before);

  await bar.getByRole('button', { name: 'Delete' }).click();
  await expect(playground.loadPoints).toHaveCount(before.length - selected);
  await playground.button(/^Undo load/).click();
  await expect.poll(() => playground.points()).toEqual(before);
});

test('several points are moved by keys alone, and Escape lets go of them', async ({ playground }) => {
  const { page } = playground;
  const before = await playground.points();
  await playground.loadPoints.first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText(`${before.length} of ${before.length} points`)).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect
    .poll(async () => (await playground.points()).every(({ value }, at) => value > (before[at]?.value ?? 0)))
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Selected points of Load' })).toHaveCount(0);
});

test('the run is made longer beside the load, which stretches along or stays', async ({ playground }) => {
  const { page } = playground;
  const lastOf = async () => (await playground.points()).at(-1)?.at;
  await playground.button('Duration of the run: 1 h').click();
  await playground.button('6 h').click();
  await expect(playground.button('Duration of the run: 6 h')).toBeVisible();
  const stretched = await lastOf();
  await playground.button('Duration of the run: 6 h').click();
  await page.getByRole('radio', { name: 'stay at their times' }).check();
  await page.getByRole('textbox', { name: 'Exactly' }).fill('40 d');
  await expect(page.getByText('From 30 s to 31 d.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Exactly' }).fill('12 h');
  await page.keyboard.press('Enter');
  await expect(playground.button('Duration of the run: 12 h')).toBeVisible();
  expect(await lastOf()).toBe(stretched);
});

test('a metric gets a curve of its own, with a unit, and loses it again', async ({ playground }) => {
  const { page } = playground;
  await playground.button('Menu of the curve requests').click();
  await page.getByRole('menuitem', { name: 'Add a curve for resource/cpu' }).click();
  const own = playground.region('Load: cpu');
  await expect(own.getByText('milli-cores', { exact: true })).toBeVisible();
  await playground.button('Menu of the curve cpu').click();
  await page.getByRole('menuitem', { name: /^Rename the unit/ }).click();
  await page.getByRole('textbox', { name: 'Unit', exact: true }).fill('mCPU');
  await page.keyboard.press('Enter');
  await expect(own.getByText('mCPU', { exact: true })).toBeVisible();
  await playground.button('Menu of the curve cpu').click();
  await page.getByRole('menuitem', { name: 'Remove this curve' }).click();
  await expect(own).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('shapes, selection and duration are there', async ({ playground }) => {
    const { page } = playground;
    await playground.button('Shapes for Load').click();
    await playground.button('Ramp').click();
    await page.keyboard.press('Escape');
    await expect(playground.loadPoints).toHaveCount(3);
    await playground.button('Select points of Load').click();
    const bar = page.getByRole('group', { name: 'Selected points of Load' });
    await bar.getByRole('button', { name: 'Select', exact: true }).click();
    await expect(bar.getByRole('status')).toHaveText('3 of 3 points');
    await playground.button('Select points of Load').click();
    await playground.button(/^Duration of the run/).click();
    await playground.button('24 h').click();
    await expect(playground.button('Duration of the run: 24 h')).toBeVisible();
  });
});
