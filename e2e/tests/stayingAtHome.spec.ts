import { example, expect, test } from '../fixtures/test.ts';

test('nothing is asked of any other origin, and the page breaks none of its own policy', async ({
  playground,
  page,
  context,
  baseURL,
}) => {
  const foreign: string[] = [];
  await context.route(/./, (route) => {
    const url = route.request().url();
    if (url.startsWith(baseURL ?? '')) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy broken: ${event.violatedDirective} by ${event.blockedURI}`);
    });
  });
  await playground.open();
  await playground.paste(example('04-select-policy.yaml'));
  await expect(playground.region('memory')).toBeVisible();
  await playground.dragPoint(1, { x: 5, y: 10 });
  // Under the first load this manifest changes nothing.
  await playground.raisePeak();
  await playground.button('Play').click();
  await playground.button('Pause').click();
  await playground.selectSync(1);
  await playground.button('Next change').click();
  const { sync } = await playground.spokenSync();
  await playground.reasonOf(sync);
  await playground.shareLink();
  expect(foreign).toEqual([]);
});

test('the policy of the page forbids code from text and from elsewhere', async ({ playground, page }) => {
  const response = await page.goto('/');
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const policy = `${meta ?? ''}; ${response?.headers()['content-security-policy'] ?? ''}`;
  expect(policy).toMatch(/default-src 'none'|default-src 'self'/);
  expect(policy).not.toMatch(/unsafe-eval|https?:|blob:/);
  await playground.waitForRun();
  // In a task of its own: what the test itself evaluates is exempt from the policy.
  const evaluated = await page.evaluate(
    () =>
      new Promise<string>((settle) => {
        setTimeout(() => {
          try {
            settle(`ran: ${new Function('return 1')()}`);
          } catch (error) {
            settle(String(error));
          }
        });
      }),
  );
  expect(evaluated).toMatch(/^EvalError/);
});
