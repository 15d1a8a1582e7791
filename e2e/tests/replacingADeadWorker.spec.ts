import { example, expect, test } from '../fixtures/test.ts';

/** Keeps hold of the simulation's workers, so that a test can do to them what a browser out of memory does. */
const holdWorkers = () => {
  const started: Worker[] = [];
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (String(url).includes('simulation')) started.push(this);
    }
  };
  Object.assign(window, { simulationWorkers: started });
};

interface Held {
  readonly simulationWorkers: Worker[];
}

test.beforeEach(async ({ playground, page }) => {
  await page.addInitScript(holdWorkers);
  await playground.open();
  await playground.paste(example('01-web-cpu.yaml'));
  await playground.waitForRun();
});

test('a worker that dies is replaced; the page says so and nothing typed is lost', async ({
  playground,
  page,
  complaints,
}) => {
  const before = await playground.drawing('Replicas');
  // The next message kills it, as an exhausted memory would: the error event comes instead of an answer.
  await page.evaluate(() => {
    const worker = (window as unknown as Held).simulationWorkers.at(-1);
    if (worker === undefined) throw new Error('no worker was started');
    worker.postMessage = () => {
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
    };
  });
  await playground.paste(example('03-fast-up-slow-down.yaml'));
  const alert = page.getByRole('alert').filter({ hasText: /It was restarted/ });
  await expect(alert).toBeVisible();
  expect(await playground.copyManifest()).toBe(example('03-fast-up-slow-down.yaml'));

  await page.getByTestId('charts').getByRole('button', { name: 'Run again' }).click();
  await expect(alert).toHaveCount(0);
  await expect.poll(() => playground.drawing('Replicas')).not.toEqual(before);
  const started = await page.evaluate(() => (window as unknown as Held).simulationWorkers.length);
  expect(started).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
});

test('a worker that never answers is replaced', async ({ playground, page }) => {
  const before = await playground.drawing('Replicas');
  await page.evaluate(() => {
    const worker = (window as unknown as Held).simulationWorkers.at(-1);
    if (worker === undefined) throw new Error('no worker was started');
    worker.postMessage = () => undefined;
  });
  await playground.paste(example('06-gateway.yaml'));
  await expect
    .poll(() => page.evaluate(() => (window as unknown as Held).simulationWorkers.length), {
      timeout: 45_000,
    })
    .toBeGreaterThan(1);
  await playground.dragPoint(1, { x: 5, y: 10 });
  await expect.poll(() => playground.drawing('Replicas')).not.toEqual(before);
  expect(await playground.copyManifest()).toBe(example('06-gateway.yaml'));
});
