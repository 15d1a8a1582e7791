import { example, expect, test } from '../fixtures/test.ts';

const POLICIES = example('04-select-policy.yaml');

test('a slider changes the number in the text and nothing else, the run follows, and a drag is one step of undo', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.paste(POLICIES);
  await playground.showForm();
  const before = await playground.drawing('Replicas');
  const slider = page.getByRole('slider', { name: 'minReplicas', exact: true });
  await slider.focus();
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => playground.drawing('Replicas')).not.toEqual(before);
  await playground.showText();
  const tuned = POLICIES.replace('minReplicas: 2', 'minReplicas: 7');
  expect(await playground.copyManifest()).toBe(tuned);

  await playground.showForm();
  const target = page.getByRole('slider', { name: 'Target of cpu', exact: true });
  const box = await target.boundingBox();
  if (box === null) throw new Error('the slider is not shown');
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 10 });
  await page.mouse.up();
  expect(Number(await target.inputValue())).toBeGreaterThan(100);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(target).toHaveValue('70');
  await playground.showText();
  expect(await playground.copyManifest()).toBe(tuned);
});

test('what is not written yet lands in the text in place: policies, windows, tolerance, a metric', async ({
  playground,
  page,
}) => {
  await playground.open();
  const web = example('01-web-cpu.yaml');
  await playground.paste(web);
  await playground.showForm();
  await playground.button('Add a policy to Scale down').click();
  await page.getByRole('textbox', { name: 'Scale down, policy 1: value' }).fill('10');
  await page.getByRole('combobox', { name: 'Scale down, policy 1: type' }).selectOption('Percent');
  await page.getByRole('textbox', { name: 'Scale down: stabilization window, exact' }).fill('120');
  await page.getByRole('textbox', { name: 'Scale up: tolerance, exact' }).fill('5');
  await page.getByRole('combobox', { name: /^Scale down: which policy/ }).selectOption('Min');
  await playground.showText();
  expect(await playground.copyManifest()).toBe(`${web}  behavior:
    scaleUp:
      tolerance: "0.05"
    scaleDown:
      stabilizationWindowSeconds: 120
      selectPolicy: Min
      policies:
        - type: Percent
          value: 10
          periodSeconds: 60
`);
  await playground.showForm();
  await page.getByRole('button', { name: 'Remove the whole behavior block' }).click();
  await playground.showText();
  expect(await playground.copyManifest()).toBe(web);

  await playground.showForm();
  await playground.button('Add a metric').click();
  await page.getByRole('menuitem', { name: /^Value from outside/ }).click();
  const name = page.getByRole('textbox', { name: 'Name of queue_messages_ready' });
  await name.fill('orders_waiting');
  await name.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of orders_waiting' })).toBeVisible();
  await expect(playground.region('orders_waiting')).toBeVisible();
  await playground.showText();
  await expect.poll(() => playground.copyManifest()).toContain('name: orders_waiting');
  await playground.showForm();
  await playground.button('Remove orders_waiting').click();
  await expect(playground.region('orders_waiting')).toHaveCount(0);
  await playground.showText();
  expect(await playground.copyManifest()).toBe(web);
});

test('the form can be used before the full editor is there, and without it', async ({ playground, page }) => {
  // It never comes.
  await page.route(/MonacoPane/, () => new Promise<void>(() => {}));
  await playground.open();
  await playground.showForm();
  await page.getByRole('textbox', { name: 'maxReplicas, exact' }).fill('33');
  await playground.showText();
  await expect(playground.editor).toHaveValue(/maxReplicas: 33\n/);
});

test('tolerance is there where the version and its gates take it', async ({ playground, page }) => {
  await playground.open();
  await playground.showForm();
  const tolerance = page.getByRole('slider', { name: 'Scale up: tolerance' });
  await expect(tolerance).toBeVisible();
  await page.getByRole('combobox', { name: 'Kubernetes version', exact: true }).selectOption('1.33');
  await expect(tolerance).toHaveCount(0);
  await playground.button('Feature gates').click();
  await page.getByRole('switch', { name: 'HPAConfigurableTolerance' }).click();
  await page.keyboard.press('Escape');
  await expect(tolerance).toBeVisible();
  await expect(playground.button('Feature gates, 1 changed')).toBeVisible();
});
