import { example, expect, test } from '../fixtures/test.ts';

test('the conditions stand over time, with their reason, and lead from change to change', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.paste(example('06-gateway.yaml'));
  await playground.waitForRun();
  await playground.button('Show chart: Conditions').click();
  const strip = playground.region('Conditions');
  const limited = strip.getByRole('slider', { name: 'ScalingLimited' });
  await expect(strip.getByRole('slider')).not.toHaveCount(0);
  await expect(limited).toHaveAttribute('aria-valuetext', /^(True|False), \w+, from [\d:]+ to /);

  await limited.focus();
  await page.keyboard.press('Home');
  const seen = new Set<string>();
  for (let press = 0; press < 2; press++) {
    const text = (await limited.getAttribute('aria-valuetext')) ?? '';
    seen.add(text);
    await page.keyboard.press('ArrowRight');
    await expect(limited).not.toHaveAttribute('aria-valuetext', text);
  }
  expect(seen.size).toBe(2);
  const [status, reason] = ((await limited.getAttribute('aria-valuetext')) ?? '').split(', ');
  const { sync } = await playground.spokenSync();
  await playground.reasonOf(sync);
  // What the strip says is what the status of that sync says.
  await expect(playground.why).toContainText(`ScalingLimited ${status} ${reason}`);

  const box = await limited.boundingBox();
  if (box === null) throw new Error('the strip is not on the page');
  await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
  await expect.poll(async () => (await playground.spokenSync()).sync).toBeGreaterThan(sync);
});
