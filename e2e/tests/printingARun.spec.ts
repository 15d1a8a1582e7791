import { expect, test } from '../fixtures/test.ts';

test.use({ colorScheme: 'dark' });

test('on paper: charts, reason and link, on white, and nothing that can only be pressed', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.selectSync(40);
  await playground.reasonOf(40);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  for (const name of ['Replicas', 'Decided by']) await expect(playground.region(name)).toBeVisible();
  await expect(playground.why).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/Kubernetes 1\.\d+.*\/#/s);
  await expect(page.getByRole('contentinfo').getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Share link' })).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Manifest' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add point' })).toBeHidden();
  await expect(page.getByRole('button', { name: /^(Table|Duration of the run):/ })).toHaveCount(0);
  const why = await playground.why.boundingBox();
  const ribbon = await playground.region('Decided by').boundingBox();
  expect(why?.y).toBeGreaterThan((ribbon?.y ?? 0) + (ribbon?.height ?? 0));

  await page.emulateMedia({ media: 'screen' });
  await expect(playground.button('Share link')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeHidden();

  // Two sheets are enough.
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.length).toBeLessThanOrEqual(2);
});
