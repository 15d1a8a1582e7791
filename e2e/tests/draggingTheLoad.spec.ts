import { example, expect, test } from '../fixtures/test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.paste(example('01-web-cpu.yaml'));
  await playground.waitForRun();
});

test('dragging the peak down while the button is held already moves the replicas', async ({ playground }) => {
  const { page } = playground;
  const index = await playground.indexOfPeak();
  const before = await playground.drawing('Replicas');
  const box = await playground.loadPoints.nth(index).boundingBox();
  if (box === null) throw new Error('no point');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 60, { steps: 5 });
  await expect.poll(() => playground.drawing('Replicas')).not.toEqual(before);
  await page.mouse.up();
});

test('a higher point needs more replicas, a lower one fewer', async ({ playground }) => {
  const most = async () => Math.max(...(await playground.story()).map((step) => step.desired));
  const atFirst = await most();
  for (const [index] of (await playground.points()).entries()) {
    await playground.loadPoints.nth(index).focus();
    for (let step = 0; step < 12; step++) await playground.page.keyboard.press('PageDown');
  }
  await expect.poll(most).toBe(1);
  expect(atFirst).toBeGreaterThan(1);
});

test('a point moves with the pointer, in time and in value, not past its neighbours', async ({
  playground,
}) => {
  const index = await playground.indexOfPeak();
  const before = (await playground.points())[index];
  await playground.dragPoint(index, { x: 12, y: 30 });
  const after = (await playground.points())[index];
  expect(after?.value).toBeLessThan(before?.value ?? 0);
  expect(after?.at).not.toBe(before?.at);

  const count = await playground.loadPoints.count();
  await playground.dragPoint(1, { x: 900, y: 0 });
  expect(await playground.loadPoints.count()).toBe(count);
  const boxes = await playground.loadPoints.evaluateAll((points) =>
    points.map((point) => point.getBoundingClientRect().x),
  );
  expect(boxes).toEqual([...boxes].sort((a, b) => a - b));
});

test('arrow keys nudge a point and the run follows', async ({ playground }) => {
  const index = await playground.indexOfPeak();
  const before = await playground.points();
  const drawn = await playground.drawing('Replicas');
  await playground.loadPoints.nth(index).focus();
  for (let step = 0; step < 5; step++) await playground.page.keyboard.press('PageDown');
  const after = await playground.points();
  expect(after[index]?.value).toBeLessThan(before[index]?.value ?? 0);
  await expect.poll(() => playground.drawing('Replicas')).not.toEqual(drawn);
});

test('points are added and removed with the keyboard, never the last one', async ({ playground }) => {
  const count = await playground.loadPoints.count();
  await playground.loadPoints.first().focus();
  await playground.page.keyboard.press('+');
  await expect(playground.loadPoints).toHaveCount(count + 1);
  for (let left = count + 1; left > 1; left--) {
    await playground.loadPoints.first().focus();
    await playground.page.keyboard.press('Delete');
    await expect(playground.loadPoints).toHaveCount(left - 1);
  }
  await playground.loadPoints.first().focus();
  await playground.page.keyboard.press('Delete');
  await expect(playground.loadPoints).toHaveCount(1);
});

test('points are added and removed with the pointer', async ({ playground }) => {
  const count = await playground.loadPoints.count();
  const plot = await playground.region('Load').boundingBox();
  const points = await playground.loadPoints.evaluateAll((all) =>
    all.map((point) => point.getBoundingClientRect()).map(({ x, width }) => x + width / 2),
  );
  if (plot === null) throw new Error('no load curve');
  // In the middle of the widest gap, so that no point is hit.
  const gaps = points.slice(1).map((x, i) => ({ from: points[i] ?? 0, width: x - (points[i] ?? 0) }));
  const widest = gaps.reduce((best, gap) => (gap.width > best.width ? gap : best));
  const x = widest.from + widest.width / 2;
  await playground.page.mouse.dblclick(x, plot.y + plot.height / 2);
  await expect(playground.loadPoints).toHaveCount(count + 1);

  const added = await playground.loadPoints.evaluateAll(
    (all, near) =>
      all.findIndex((point) => {
        const box = point.getBoundingClientRect();
        return Math.abs(box.x + box.width / 2 - near) < 8;
      }),
    x,
  );
  expect(added).toBeGreaterThan(0);
  await playground.loadPoints.nth(added).dblclick();
  await expect(playground.loadPoints).toHaveCount(count);
});
