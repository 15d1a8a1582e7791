import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import type { PlaygroundPage } from '../pages/PlaygroundPage.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
});

/** What the option says that the keys have come to. */
async function podAtKeys(page: Page): Promise<string> {
  return (
    (await page
      .getByRole('listbox', { name: 'Lives of pods' })
      .getByRole('option')
      .getAttribute('aria-label')) ?? ''
  );
}

/** A line that stays where it is has two points: `M52,30L1320,30`. */
async function expectDrawn(playground: PlaygroundPage, region: string): Promise<void> {
  await expect.poll(async () => (await playground.drawing(region)).join('').length).toBeGreaterThan(10);
}

test('CPU, requests, backlog and latency are drawn when they are asked for, and stay so', async ({
  playground,
  page,
}) => {
  await expect(playground.region('Workload')).toBeHidden();
  await playground.button('Show chart: Workload').click();
  await expectDrawn(playground, 'Workload: CPU');
  const cpu = playground.region('Workload: CPU');
  for (const line of ['usage', 'request', 'limit']) {
    await expect(cpu.getByRole('button', { name: line, exact: true })).toBeVisible();
  }
  const ofAll = await playground.drawing('Workload: CPU');
  await playground.button('per pod').click();
  await expect.poll(() => playground.drawing('Workload: CPU')).not.toEqual(ofAll);

  await playground.button('Latency').click();
  await playground.button('Backlog').click();
  await playground.button('CPU').click();
  await expectDrawn(playground, 'Workload: Latency');
  await expectDrawn(playground, 'Workload: Backlog');
  await expect(cpu).toBeHidden();
  await page.reload();
  await playground.waitForRun();
  await expectDrawn(playground, 'Workload: Latency');
  await expect(cpu).toBeHidden();
});

test('a pod tells of itself under the pointer and to the keys, and the table of pods is sorted by its columns', async ({
  playground,
  page,
}) => {
  await playground.button('Show chart: Pods').click();
  await expectDrawn(playground, 'Pods');
  const list = page.getByRole('listbox', { name: 'Lives of pods' });
  const box = await list.boundingBox();
  if (box === null) throw new Error('no rows of pods');
  // the first row is the pod that was there before the run
  await page.mouse.move(box.x + box.width / 2, box.y + 5);
  await expect(page.getByText('before the start').first()).toBeVisible();
  await page.mouse.move(0, 0);

  await list.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => podAtKeys(page)).toMatch(/created: \d/);
  const created = /created: ([\d:]+)/.exec(await podAtKeys(page))?.[1];
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await playground.spokenSync()).clock).toBe(created);
  await page.keyboard.press('End');
  await expect.poll(() => podAtKeys(page)).not.toContain(`created: ${created}`);

  await playground.selectSync(1);
  await page.getByRole('tab', { name: /^Pods/ }).click();
  const rows = page.getByRole('table', { name: 'Pods at the selected sync' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await page.getByRole('switch', { name: 'Pods of the whole run' }).click();
  const all = page.getByRole('table', { name: 'Pods of the run' });
  await expect.poll(() => all.getByRole('row').count()).toBeGreaterThan(4);
  const names = () => all.locator('tbody tr[aria-rowindex] td:first-child').allInnerTexts();
  const byCreation = await names();
  await all.getByRole('button', { name: 'Pod', exact: true }).click();
  await expect.poll(names).toEqual([...byCreation].sort());
  await all.getByRole('button', { name: 'Pod', exact: true }).click();
  await expect.poll(names).toEqual([...byCreation].sort().reverse());
  await expect(all.getByRole('columnheader', { name: 'Pod', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('charts are hidden and shown by the menu and by the palette; the summary has every figure with its unit', async ({
  playground,
  page,
}) => {
  await playground.button('Choose charts').click();
  await page.getByRole('menuitemcheckbox', { name: 'Decided by' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Timeline' }).click();
  await page.keyboard.press('Escape');
  await expect(playground.region('Decided by')).toBeHidden();
  await expect(playground.region('Timeline')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('show chart decided');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(
    'Show chart: Decided by',
  );
  await page.keyboard.press('Enter');
  await expect(playground.region('Decided by')).toBeVisible();
  await playground.button('Choose charts').click();
  await page.getByRole('menuitem', { name: 'As from the start' }).click();
  await expect(playground.region('Timeline')).toBeVisible();

  await page.getByRole('tab', { name: 'Summary' }).click();
  const figure = (name: string) => page.locator('dl > div').filter({ hasText: name });
  for (const [name, unit] of [
    ['Above target', 'of the run'],
    ['p95 latency', /ms|s/],
    ['Requests offered', 'requests'],
    ['Requests served', '% of offered'],
    ['Dropped requests', '% of offered'],
    ['Still waiting', 'at the end'],
    ['Scaled up', 'times'],
    ['Most replicas', 'pods'],
    ['Time at max', 'of the run'],
    ['Pod time', 'pod-hours'],
    ['Node time', 'room has no end'],
  ] as const) {
    await expect(figure(name).first()).toContainText(unit);
  }
  await page.getByRole('textbox', { name: 'Price' }).fill('1000');
  await expect
    .poll(async () => Number(/([\d.]+) at/.exec(await figure('Cost').innerText())?.[1]))
    .toBeGreaterThan(1000);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('each chart is folded to its heading and opened again, in its place', async ({ playground, page }) => {
    const fold = (name: string) => playground.button(`Chart: ${name}`);
    const high = (await playground.region('Replicas').boundingBox())?.height ?? 0;
    await fold('Replicas').click();
    await expect(fold('Replicas')).toBeFocused();
    await expect
      .poll(async () => (await playground.region('Replicas').boundingBox())?.height)
      .toBeLessThan(high / 3);
    await fold('Replicas').click();
    await expect.poll(async () => (await playground.region('Replicas').boundingBox())?.height).toBe(high);

    for (const name of ['Workload', 'Pods']) await fold(name).click();
    await expectDrawn(playground, 'Workload: Requests');
    await expectDrawn(playground, 'Pods');
    await playground.button('Table of pods').click();
    await expect(page.getByRole('table', { name: 'Pods at the selected sync' })).toBeVisible();
  });
});
