import { example, expect, test } from '../fixtures/test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.paste(example('01-web-cpu.yaml'));
  await playground.waitForRun();
});

test('an event is added, set, nudged, dragged, undone and removed', async ({ playground }) => {
  const { page } = playground;
  const before = await playground.drawing('cpu');
  await page.getByRole('button', { name: 'Add event' }).click();
  await page.getByRole('menuitem', { name: 'A metrics API is out' }).click();
  const form = page.getByRole('dialog', { name: /metrics API is out/ });
  await form.getByRole('textbox', { name: 'At', exact: true }).fill('900');
  await page.keyboard.press('Escape');
  const marker = page.getByRole('button', { name: /^A metrics API is out/ });
  await expect(marker).toHaveAccessibleName('A metrics API is out: resource, 180 s, at 900 s');
  await expect.poll(() => playground.drawing('cpu')).not.toEqual(before);

  await marker.focus();
  await page.keyboard.press('ArrowRight');
  await expect(marker).toHaveAccessibleName(/at 905 s$/);

  const box = await marker.boundingBox();
  if (box === null) throw new Error('no marker');
  await page.mouse.move(box.x + 4, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 104, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(marker).not.toHaveAccessibleName(/at 905 s$/);
  await expect(form).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo load or setting' }).click();
  await expect(marker).toHaveAccessibleName(/at 905 s$/);

  await marker.focus();
  await page.keyboard.press('Delete');
  await expect(marker).toHaveCount(0);
  await expect.poll(() => playground.drawing('cpu')).toEqual(before);
});

test('nodes that are switched on keep pods waiting, and go along with the link', async ({ playground }) => {
  const { page } = playground;
  await page.getByRole('tab', { name: 'Cluster' }).click();
  const before = page.url();
  await page.getByRole('switch', { name: 'Bounded room' }).check();
  await expect.poll(() => page.url()).not.toBe(before);
  const address = page.url();
  await page.getByRole('textbox', { name: 'Pods on a node' }).fill('1');
  await expect.poll(() => page.url()).not.toBe(address);
  await page.reload();
  await playground.waitForRun();
  await page.getByRole('tab', { name: 'Cluster' }).click();
  await expect(page.getByRole('textbox', { name: 'Pods on a node' })).toHaveValue('1');
});

test('a metric can show a curve of its own', async ({ playground }) => {
  const { page } = playground;
  await page.getByRole('tab', { name: 'Cluster' }).click();
  await page.getByRole('combobox', { name: 'Source of resource/cpu' }).selectOption('curve');
  await expect(page.getByRole('region', { name: 'Load: cpu' })).toBeVisible();
  await page.getByRole('button', { name: 'As guessed' }).click();
  await page.getByRole('button', { name: 'Remove the curve cpu' }).click();
  await expect(page.getByRole('region', { name: 'Load: cpu' })).toHaveCount(0);
});
