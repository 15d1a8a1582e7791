import { example, expect, test } from '../fixtures/test.ts';

const WEB = example('01-web-cpu.yaml');

test('fields of the API are offered, with what they mean, and their values after them', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.paste(WEB);
  await playground.putCursorBehind('maxReplicas');
  await page.keyboard.press('Enter');
  await page.keyboard.type('beh');
  const list = page.getByRole('listbox', { name: /suggest/i });
  await expect(list.getByRole('option', { name: /^behavior/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('scaleD');
  await expect(list.getByRole('option', { name: /^scaleDown/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('selectP');
  await expect(list.getByRole('option', { name: /^selectPolicy/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option', { name: /^Disabled/ })).toBeVisible();
  await page.keyboard.type('Dis');
  await page.keyboard.press('Enter');
  expect(await playground.copyManifest()).toContain(
    '  maxReplicas: 10\n  behavior:\n    scaleDown:\n      selectPolicy: Disabled\n',
  );
  await expect(playground.problems).toHaveText(/^(No problems|\d+ notes?)/);
});

test('a field of a newer version is offered only there, and a field tells what it is', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.paste(`${WEB}  behavior:\n    scaleUp:\n      selectPolicy: Max`);
  const list = page.getByRole('listbox', { name: /suggest/i });
  for (const [minor, offered] of [
    ['1.37', true],
    ['1.30', false],
  ] as const) {
    await page.getByRole('combobox', { name: 'Kubernetes version', exact: true }).selectOption(minor);
    await playground.editor.focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('t');
    const tolerance = list.getByRole('option', { name: /^tolerance/ });
    if (offered) await expect(tolerance).toBeVisible();
    else await expect(tolerance).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
  }

  await playground.paste(`${WEB.slice(WEB.indexOf('---\n') + 4)}`);
  await page.locator('.view-line').getByText('minReplicas').hover();
  await expect(page.getByRole('tooltip').filter({ hasText: 'lower limit' }).first()).toBeVisible();
});

test('a slip is marked, found by F8, mended from the list or by the light bulb, in the Deployment too', async ({
  playground,
  page,
}) => {
  await playground.open();
  const slip = WEB.replace('minReplicas', 'minReplica');
  const mend = playground.problems.getByRole('button', { name: /minReplicas/ }).last();
  await playground.paste(slip);
  await expect(page.locator('.squiggly-error')).toHaveCount(1);
  await mend.click();
  await expect.poll(() => playground.copyManifest()).toBe(WEB);
  await expect(page.locator('.squiggly-error')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => playground.copyManifest()).toBe(slip);
  await expect(playground.problems).toHaveText(/^1 problem/);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await expect(page.getByText(/^1 of 1 problem/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByText('Quick Fix', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.copyManifest()).toBe(WEB);

  await playground.paste(WEB.replace('image:', 'imagee:'));
  await playground.problems.getByRole('button', { name: 'Write `image`' }).click();
  await expect.poll(() => playground.copyManifest()).toBe(WEB);
});

test('formatting keeps the comments; an old version is converted, a part of an HPA made whole, by one click', async ({
  playground,
  page,
}) => {
  await playground.open();
  const uneven = WEB.replace('  minReplicas: 1', '  minReplicas:   1   # two later');
  const even = WEB.replace('  minReplicas: 1', '  minReplicas: 1 # two later');
  await playground.paste(uneven);
  await playground.button('Format the manifest').click();
  await expect.poll(() => playground.copyManifest()).toBe(even);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => playground.copyManifest()).toBe(uneven);
  await page.keyboard.press('Shift+Alt+F');
  await expect.poll(() => playground.copyManifest()).toBe(even);

  const old = example('05-v2beta2-pods-metric.yaml');
  await playground.paste(old);
  await page.getByRole('note').getByRole('button').click();
  await expect.poll(() => playground.copyManifest()).toContain('apiVersion: autoscaling/v2\n');
  await expect(page.getByRole('note')).toHaveCount(0);
  await playground.button('Undo edit of the manifest').click();
  await expect.poll(() => playground.copyManifest()).toBe(old);

  await playground.paste('behavior:\n  scaleDown:\n    stabilizationWindowSeconds: 60 # quick\n');
  await page.getByRole('note').getByRole('button').click();
  await expect.poll(() => playground.copyManifest()).toContain('kind: HorizontalPodAutoscaler');
  expect(await playground.copyManifest()).toContain('stabilizationWindowSeconds: 60 # quick');
  await expect(playground.problems).toHaveText(/^(No problems|\d+ notes?)/);
});

test('of several HPAs one is chosen, and the link remembers it', async ({ playground, page }) => {
  await playground.open();
  await playground.paste(`${example('06-gateway.yaml')}\n---\n${example('03-fast-up-slow-down.yaml')}`);
  const chooser = page.getByRole('combobox', { name: /^HPA to run/ });
  await expect(chooser.getByRole('option')).toHaveCount(2);
  const options = await chooser.getByRole('option').allInnerTexts();
  await expect(playground.region('memory')).toBeVisible();
  await chooser.selectOption({ index: 1 });
  await expect(playground.region('memory')).toHaveCount(0);
  const link = await playground.shareLink();
  await page.goto('about:blank');
  await page.goto(link);
  await playground.waitForRun();
  await expect(playground.region('memory')).toHaveCount(0);
  await expect(chooser.locator('option:checked')).toHaveText(options[1] ?? '');
});

test('what a reviewer would say stands apart, with its reason', async ({ playground }) => {
  await playground.open();
  await playground.paste(WEB.replace('minReplicas: 1', 'minReplicas: 10'));
  const advice = playground.region('Advice');
  await expect(advice).toBeVisible();
  const why = advice.getByRole('button', { name: 'Why' }).first();
  await why.click();
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await expect(advice.getByRole('link', { name: /Documentation/ }).first()).toBeVisible();
});

test('a run that is refused says so beside the problems, and how long the last one took', async ({
  playground,
  page,
}) => {
  await playground.open();
  await expect(playground.problems).toContainText(/run in [\d.]+ ms/);
  await page.getByRole('tab', { name: 'Cluster' }).click();
  await page.getByRole('textbox', { name: 'Sync period', exact: true }).fill('1');
  await page.getByRole('textbox', { name: 'Duration', exact: true }).fill('44640');
  await page.getByRole('tab', { name: 'Manifest' }).click();
  await expect(playground.problems).toHaveText(/^Not run/);
  await expect(playground.problems).toContainText(/syncs/);
});
