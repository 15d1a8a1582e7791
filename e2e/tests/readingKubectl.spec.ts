import { example, expect, test } from '../fixtures/test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
});

test('kubectl follows the cursor in time, and its events are those that the controller emitted so far', async ({
  playground,
  page,
}) => {
  await playground.paste(example('06-gateway.yaml'));
  await playground.waitForRun();
  await page.getByRole('tab', { name: 'kubectl' }).click();
  const get = playground.region('kubectl get hpa gateway').locator('pre');
  const describe = playground.region('kubectl describe hpa gateway').locator('pre');
  const show = (command: string) => page.getByRole('tab', { name: command, exact: true }).click();
  for (const { sync, clock, desired } of await playground.story(6)) {
    await playground.selectSync(sync);
    await show('describe');
    await expect(describe).toContainText(`/ ${desired} desired`);
    await show('get');
    const [, minutes = '', seconds = ''] = /^00:(\d+):(\d+)/.exec(clock) ?? [];
    const age = Number(minutes) * 60 + Number(seconds);
    if (age < 120) await expect(get).toContainText(new RegExp(`\\b${age}s\\n$`));
    expect(await get.textContent()).toMatch(
      /^NAME +REFERENCE +TARGETS +MINPODS +MAXPODS +REPLICAS +AGE\ngateway /,
    );
  }

  const events = playground.region('kubectl events --for hpa/gateway').locator('pre');
  await playground.selectSync(1);
  await show('events');
  await expect(events).toHaveText('No events found in default namespace.\n');
  await show('describe');
  await expect(describe).toContainText(/Events: +<none>/);
  await playground.ribbon.focus();
  await page.keyboard.press('End');
  await show('events');
  await expect(events).toContainText(/^LAST SEEN +TYPE +REASON +OBJECT +MESSAGE/);
  await show('describe');
  await expect(describe).toContainText(
    /SuccessfulRescale .* horizontal-pod-autoscaler +New size: \d+; reason: /,
  );
});

test('a watch grows with the cursor, a line at each write; the output can be copied as it is', async ({
  playground,
  page,
}) => {
  await playground.paste(example('06-gateway.yaml'));
  await playground.waitForRun();
  await page.getByRole('tab', { name: 'kubectl' }).click();
  const output = playground.region('kubectl get hpa gateway --watch').locator('pre');
  const lines = async (): Promise<string[]> => ((await output.textContent()) ?? '').trimEnd().split('\n');
  await playground.selectSync(1);
  await expect(output).toContainText(/^NAME +REFERENCE +TARGETS +MINPODS +MAXPODS +REPLICAS +AGE\ngateway /);
  const early = await lines();
  await playground.ribbon.focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await lines()).length).toBeGreaterThan(early.length + 5);
  const late = await lines();
  expect(late.slice(0, early.length)).toEqual(early);
  expect(late.filter((line) => line.startsWith('NAME'))).toHaveLength(1);
  await expect(output.locator('mark')).toHaveText(`${late.at(-1)}\n`);
  // the newest line is in sight
  await expect(output.locator('mark')).toBeInViewport();
  await playground.selectSync(1);
  await expect.poll(lines).toEqual(early);

  await page.getByRole('tab', { name: 'describe' }).click();
  const region = page.getByRole('region', { name: /^kubectl describe hpa / });
  await region.getByRole('button', { name: /^Copy the output/ }).click();
  await expect(region.getByRole('status')).toHaveText('copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await region.locator('pre').textContent());
  expect(copied).toMatch(/^Name: /);
  await page.getByRole('tab', { name: 'get --watch' }).click();
  const watch = page.getByRole('region', { name: /--watch$/ });
  await watch.getByRole('button', { name: /^Copy the output/ }).click();
  await expect(watch.getByRole('status')).toHaveText('copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await watch.locator('pre').textContent(),
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('long lines scroll inside the panel', async ({ page }) => {
    await page.getByRole('tab', { name: 'kubectl' }).click();
    await expect(page.getByRole('region', { name: /--watch$/ }).locator('mark')).toBeVisible();
    await page.getByRole('tab', { name: 'describe' }).click();
    const output = page.getByRole('region', { name: /^kubectl describe hpa / }).locator('pre');
    await expect(output).toContainText('Conditions:');
    expect(await output.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
  });
});
