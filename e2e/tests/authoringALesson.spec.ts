import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test.ts';

test('a lesson is written from the present scenario, its goal from the charts, tried, saved and opened again', async ({
  playground,
  page,
}) => {
  test.slow();
  await playground.open();
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await page.getByRole('tab', { name: 'Write' }).click();
  await page.getByRole('button', { name: 'A lesson from the present scenario' }).click();
  const draft = page.getByRole('region', { name: 'Lesson draft' });
  const verdicts = draft.getByRole('status', { name: 'Whether the goal is right' });
  await expect(draft.getByText('Not a lesson yet. The title is missing.')).toBeVisible();
  await draft.getByRole('textbox', { name: 'Title' }).fill('Fewer pods');
  await draft.getByRole('combobox', { name: 'Chapter' }).fill('first-steps');
  await draft
    .getByRole('textbox', { name: 'Text before the run' })
    .fill('It has {{run: min replicas}} at least.');
  await expect(draft.getByText('A whole lesson: fewer-pods.yaml')).toBeVisible();

  await draft.getByRole('button', { name: 'Write a statement' }).click();
  await draft.getByRole('textbox', { name: 'Statement 1', exact: true }).fill('max replicas <= many');
  await expect(draft.getByText('At character 17: Here a number is missing.', { exact: true })).toBeVisible();
  await draft.getByRole('button', { name: 'Remove statement 1' }).click();

  await playground.raisePeak();
  await draft.getByRole('combobox', { name: 'Which part of the charts' }).selectOption('run');
  await draft.getByRole('button', { name: 'The present scenario is the solution' }).click();
  await draft.getByRole('button', { name: /^Add to the goal: max replicas/ }).click();
  await expect(verdicts).toContainText('The start meets the goal already');
  await expect(verdicts).toContainText('The solution meets the goal.');
  const statement = draft.getByRole('textbox', { name: 'Statement 1', exact: true });
  await statement.fill((await statement.inputValue()).replace('<=', '>='));
  await expect(verdicts).toContainText('The start misses the goal, as it should.');
  await expect(verdicts).toContainText('The solution meets the goal.');

  const saving = page.waitForEvent('download');
  await draft.getByRole('button', { name: 'Save as a file' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('fewer-pods.yaml');
  const path = await saved.path();
  expect(await readFile(path, 'utf8')).toMatch(/^kind: "?HPAPlaygroundLesson/);

  await draft.getByRole('button', { name: 'Try it' }).click();
  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  await expect(lesson).toContainText(/It has \d+ at least\./);
  await expect(lesson.getByRole('region', { name: 'Goal' }).getByRole('status')).toHaveText('0 of 1 hold.');
  await lesson.getByRole('button', { name: 'Leave the lesson' }).click();

  await draft.getByRole('textbox', { name: 'Title' }).fill('Another');
  await draft.locator('input[type=file]').setInputFiles(path);
  await expect(draft.getByRole('textbox', { name: 'Title' })).toHaveValue('Fewer pods');
  await expect(statement).toHaveValue(/^max replicas >= \d+$/);
  await page.reload();
  await playground.waitForRun();
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await page.getByRole('tab', { name: 'Write' }).click();
  await page.getByRole('button', { name: 'Go on with “Fewer pods”' }).click();
  await expect(statement).toHaveValue(/^max replicas >= \d+$/);
});
