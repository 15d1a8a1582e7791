import { expect, test } from '../fixtures/test.ts';

test('autoscalers stand beside each other, and two of them are seen to fight', async ({
  playground,
  page,
}) => {
  await playground.open();
  await page.getByRole('button', { name: 'Help and view' }).click();
  await page.getByRole('menuitem', { name: 'HPA, VPA, KEDA, nodes' }).click();
  const dialog = page.getByRole('dialog', { name: 'HPA, VPA, KEDA, nodes: who changes what' });
  await expect(dialog.getByRole('columnheader')).toHaveText(['HPA', 'VPA', 'KEDA', 'Node autoscaler']);
  await expect(dialog.getByRole('row', { name: /^Changes/ })).toContainText('Never how many.');

  await dialog.getByRole('button', { name: 'Open: HPA and VPA on the same CPU' }).click();
  await expect(dialog).toBeHidden();
  // Seven pods under a flat load; then the request is larger, and three are left.
  await page.getByRole('tab', { name: 'Events' }).click();
  const events = page.getByRole('tabpanel', { name: 'Events' });
  await expect(events).toContainText('New size: 3; reason: All metrics below target');
});
