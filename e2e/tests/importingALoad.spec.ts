import { expect, test } from '../fixtures/test.ts';

const CSV = ['time,Requests (req/s),other', '10:00,10,1', '10:10,400,1', '10:20,30,1', '10:30,20,1'].join(
  '\n',
);

const ANSWER = JSON.stringify({
  status: 'success',
  data: {
    resultType: 'matrix',
    result: ['a', 'b'].map((pod) => ({
      metric: { pod },
      values: Array.from({ length: 30 }, (_, step) => [
        1_767_225_600 + step * 60,
        step === 12 ? '300' : '50',
      ]),
    })),
  },
});

for (const [name, viewport] of [
  ['desktop', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('a pasted table is previewed, becomes the load and sets the duration', async ({ playground }) => {
      const { page } = playground;
      await playground.open();
      const before = await playground.points();
      await playground.button('Menu of the curve requests').click();
      await page.getByRole('menuitem', { name: /^Import/ }).click();
      const text = page.getByRole('textbox', { name: 'Text to import' });

      await text.fill(CSV.replace('400', 'many'));
      await expect(page.getByText(/Line 3, column “Requests”: “many” is not a number/).first()).toBeVisible();
      await text.fill(CSV);
      await expect(page.getByRole('img', { name: 'Preview: 30 min, at most 400 requests/s' })).toBeVisible();
      await playground.button('Use it as the load').click();
      await expect(playground.loadPoints).toHaveCount(4);
      expect((await playground.points()).map(({ value }) => value)).toEqual([10, 400, 30, 20]);
      await expect(playground.button('Duration of the run: 30 min')).toBeVisible();
      await playground.waitForRun();

      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(() => playground.points()).toEqual(before);
    });
  });
}

test('series of a Prometheus answer are summed, and the peak is kept', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.button('Menu of the curve requests').click();
  await page.getByRole('menuitem', { name: /^Import/ }).click();
  await page.getByRole('textbox', { name: 'Text to import' }).fill(ANSWER);
  await page.getByRole('combobox', { name: 'Series' }).selectOption('Sum of all 2');
  await expect(page.getByRole('img', { name: /at most 600 requests\/s/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Duration of the run' }).selectOption({ index: 1 });
  await playground.button('Use it as the load').click();
  await expect.poll(async () => Math.max(...(await playground.points()).map(({ value }) => value))).toBe(600);
  await expect(playground.button('Duration of the run: 1 h')).toBeVisible();
});
