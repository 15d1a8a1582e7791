import { example, expect, test } from '../fixtures/test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.paste(example('06-gateway.yaml'));
  await playground.waitForRun();
});

test('every change of the run has its reason in words and numbers', async ({ playground }) => {
  const story = await playground.story(12);
  expect(story.length).toBeGreaterThan(5);
  const texts = new Set<string>();
  for (const { sync, desired } of story) {
    await playground.selectSync(sync);
    const { text, applied } = await playground.reasonOf(sync);
    expect(applied, `sync ${sync}`).toBe(desired);
    expect(text).not.toMatch(/NaN|undefined|\[object/);
    texts.add(text);
  }
  expect(texts.size).toBe(story.length);
});

test('scrubbing on a chart selects the sync under the pointer', async ({ playground }) => {
  const { page } = playground;
  const box = await playground.ribbon.boundingBox();
  if (box === null) throw new Error('no ribbon');
  const clickAt = async (share: number) => {
    await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
    return (await playground.spokenSync()).sync;
  };
  const total = Number(await playground.ribbon.getAttribute('aria-valuemax'));
  expect(Math.abs((await clickAt(0.25)) - total / 4)).toBeLessThanOrEqual(2);
  expect(Math.abs((await clickAt(0.75)) - (total * 3) / 4)).toBeLessThanOrEqual(2);

  const replicas = await playground.region('Replicas').boundingBox();
  if (replicas === null) throw new Error('no chart');
  await page.mouse.move(box.x + box.width * 0.75, replicas.y + replicas.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, replicas.y + replicas.height / 2, { steps: 6 });
  await page.mouse.up();
  expect(Math.abs((await playground.spokenSync()).sync - total / 2)).toBeLessThanOrEqual(2);
});

test('keys and buttons go by one sync, by ten, to the ends and to the next change', async ({
  playground,
}) => {
  await playground.selectSync(20);
  const press = async (key: string) => {
    await playground.page.keyboard.press(key);
    return (await playground.spokenSync()).sync;
  };
  expect(await press('ArrowRight')).toBe(21);
  expect(await press('ArrowLeft')).toBe(20);
  expect(await press('PageUp')).toBe(30);
  expect(await press('Home')).toBe(1);
  expect(await press('End')).toBe(Number(await playground.ribbon.getAttribute('aria-valuemax')));
  const back = await press('Control+ArrowLeft');
  const { desired, limiter } = await playground.spokenSync();
  const after = await playground.selectSync(back - 1);
  expect(desired !== after.desired || limiter !== after.limiter).toBe(true);

  await playground.selectSync(1);
  await playground.button('Next change').click();
  const first = await playground.spokenSync();
  expect(first.sync).toBeGreaterThan(1);
  await playground.button('Next change').click();
  expect((await playground.spokenSync()).sync).toBeGreaterThan(first.sync);
  await playground.button('Previous change').click();
  expect(await playground.spokenSync()).toEqual(first);
});

test('the menu jumps to where a limiter begins to decide, and to the sync that a window holds on to', async ({
  playground,
  page,
}) => {
  await playground.selectSync(1);
  const jump = async (item: string | RegExp) => {
    await playground.button('Jump to a sync by what decided it').click();
    await page.getByRole('menuitem', { name: item }).first().click();
    await expect(page.getByRole('menu')).toBeHidden();
    return playground.spokenSync();
  };
  const held = await jump(/^scale-down window/);
  expect(held.limiter).toBe('scale-down window');
  expect((await playground.selectSync(held.sync - 1)).limiter).not.toBe('scale-down window');
  await playground.selectSync(held.sync);
  await playground.reasonOf(held.sync);
  const decided = await jump(/^The sync that the window holds on to/);
  expect(decided.sync).toBeLessThan(held.sync);
  expect(decided.sync).toBeGreaterThan(held.sync - 21);

  // The window is drawn, with its countdown and the way to what it holds.
  await playground.selectSync(held.sync);
  await playground.reasonOf(held.sync);
  await expect(playground.why.getByRole('heading', { level: 2 })).toHaveText(/Earliest change in .+\.$/);
  const drawing = playground.why.getByRole('img', { name: /^The highest of \d+ recommendations is \d+/ });
  await expect(drawing).toBeVisible();
  await expect(drawing).toHaveAccessibleName(/It leaves in .+\.$/);
  await playground.why.getByRole('button', { name: 'Go to that sync' }).first().click();
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeLessThan(held.sync);
});
