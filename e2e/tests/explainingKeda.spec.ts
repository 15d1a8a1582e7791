/** KEDA beside the HPA: two clocks, who made which step, and the HPA that KEDA makes. */
import type { Page } from '@playwright/test';
import { example, expect, test } from '../fixtures/test.ts';
import { findings } from '../support/axe.ts';

/** Numbers and their units are kept on one line by spaces that do not break. */
function said(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll(' ', '\\s'));
}

async function openKafka(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Examples/ }).click();
  await page.getByRole('menuitem', { name: /KEDA on a Kafka topic/ }).click();
  await expect(page.getByRole('slider', { name: 'KEDA’s poll' })).toBeVisible();
}

test('lag falls to zero, the cooldown counts down, zero pods; lag returns, one pod by KEDA, the rest by the HPA', async ({
  playground,
  page,
}) => {
  await playground.open();
  await openKafka(page);
  const strip = playground.region('KEDA');
  const clocks = playground.region('Two clocks');
  const find = (kind: string) => strip.getByRole('button', { name: kind, exact: true }).click();

  // Nothing to read is left, and the cooldown is not over.
  await find('waits for the cooldown');
  await expect(clocks).toContainText(
    said('Cooldown: \\d+ s of 300 s have passed; it governs only the last step, to zero'),
  );
  await expect(clocks.getByRole('meter', { name: 'Cooldown' })).toBeVisible();
  await expect(clocks).toContainText(said('From many to one it is the HPA’s stabilization window'));

  await find('deactivated');
  await expect(clocks).toContainText(said('Changed by KEDA, \\d+ → 0 at'));
  await expect(clocks).toContainText(said('ScalingDisabled. That is in order'));
  const triggers = clocks.getByRole('table', { name: 'Triggers at KEDA’s last poll' });
  await expect(triggers.getByRole('row', { name: /s0-kafka-orders/ })).toContainText(said('0> 0no100'));

  await find('activated');
  await expect(clocks).toContainText(
    said('KEDA scaled 0 to 1, because s0-kafka-orders \\(\\d+\\) is active'),
  );
  await expect(clocks).toContainText(
    said('Changed by KEDA, 0 → 1 at [\\d:]+, then by the HPA, 1 → \\d+ at this sync'),
  );
  await expect(triggers.getByRole('row', { name: /s0-kafka-orders/ })).toContainText('yes');

  // From key to key, and as the screen reader hears it.
  const slider = page.getByRole('slider', { name: 'KEDA’s poll' });
  await slider.focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^KEDA’s poll at [\d:]+: left to the HPA/);
  await expect(playground.region('Replicas').locator('path[class*="kedaMark"]')).toHaveAttribute('d', /M.*M/);

  await page.getByRole('button', { name: 'Table: KEDA' }).click();
  await expect(page.getByRole('dialog', { name: 'KEDA: table' }).getByRole('columnheader')).toContainText([
    'Time',
    'Sync',
    'KEDA',
    'polled at, s',
    'cooldown left',
  ]);
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: /^Events/ }).click();
  const events = page.getByRole('table', { name: 'Events of the run' });
  await expect(
    events.getByRole('row', { name: /keda-operator KEDAScaleTargetDeactivated/ }).first(),
  ).toBeVisible();
  await expect(events.getByRole('row', { name: /horizontal-pod-autoscaler/ }).first()).toBeVisible();
  await page.getByRole('tab', { name: 'Summary' }).click();
  await expect(playground.region('Cold starts')).toContainText(/First response.*\d+\.\d\ss, the slowest/s);
});

test('the HPA that KEDA makes is shown, and a field of the form changes it and the text', async ({
  playground,
  page,
}) => {
  await playground.open();
  await openKafka(page);
  await page.getByRole('radio', { name: 'Generated HPA' }).click();
  const hpa = playground.region('Generated HPA');
  await expect(hpa).toContainText('reverts what is changed in it');
  await expect(hpa).toContainText('name: keda-hpa-order-processor');
  await expect(hpa).toContainText('maxReplicas: 50');

  await page.getByRole('radio', { name: 'Form' }).click();
  const form = page.getByRole('form', { name: 'Form' });
  await form.getByRole('textbox', { name: 'maxReplicaCount, exact' }).fill('20');
  await form.getByRole('textbox', { name: 'lagThreshold of kafka orders, exact', exact: true }).fill('50');
  expect(await findings(page, {})).toEqual([]);
  await page.getByRole('radio', { name: 'Generated HPA' }).click();
  await expect(hpa).toContainText('maxReplicas: 20');
  await expect(hpa).toContainText('averageValue: "50"');
  expect(await findings(page, {})).toEqual([]);
  await hpa.getByRole('button', { name: 'Copy the generated HPA' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^apiVersion: autoscaling\/v2\nkind: HorizontalPodAutoscaler\n/);
  await page.getByRole('radio', { name: 'YAML' }).click();
  await expect.poll(() => playground.copyManifest()).toContain('lagThreshold: "50"');
});

test('paused from the start: no HPA, no sync, and the page says why', async ({ playground, page }) => {
  await playground.open();
  const paused = example('10-keda-kafka.yaml').replace(
    'kind: ScaledObject\nmetadata:\n',
    'kind: ScaledObject\nmetadata:\n  annotations: { autoscaling.keda.sh/paused: "true" }\n',
  );
  await playground.paste(paused);
  await expect(playground.why).toContainText('Nothing decides in this run');
  await expect(playground.why).toContainText('An annotation pauses this ScaledObject');
  await expect(playground.region('Decided by')).toContainText('No syncs');
  await expect(page.getByText(/^sync \d+ at/)).toHaveCount(0);
  await page.getByRole('tab', { name: 'kubectl' }).click();
  await expect(page.getByRole('tabpanel', { name: 'kubectl' })).toContainText('KEDA keeps no HPA');
  expect(await findings(page, {})).toEqual([]);
  await playground.paste(example('10-keda-kafka.yaml'));
  await playground.waitForRun();
});

test('a pod by schedule is tried out: no cold start is left', async ({ playground, page }) => {
  await playground.open();
  await openKafka(page);
  await page.getByRole('button', { name: 'a pod by schedule' }).click();
  await page.getByRole('button', { name: 'All figures' }).click();
  await expect(page.getByRole('row', { name: /First response after zero/ })).toContainText('no cold start');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('both clocks are there', async ({ playground, page }) => {
    await playground.open();
    await openKafka(page);
    await playground.region('KEDA').getByRole('button', { name: 'activated', exact: true }).click();
    await expect(playground.region('Two clocks')).toContainText(said('KEDA scaled 0 to 1'));
    expect(await findings(page, {})).toEqual([]);
  });
});
