import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

/** The first lesson of each chapter. */
const CHAPTERS = 8;

async function openLearning(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Learn' })).toBeVisible();
}

test('one lesson of each chapter: nothing is shown before it was predicted, and the solution reaches the goal', async ({
  playground,
  page,
}) => {
  test.slow();
  await playground.open();
  await openLearning(page);
  const chapters = page.getByRole('dialog', { name: 'Learn' }).locator('section');
  await expect(chapters).toHaveCount(CHAPTERS);
  await page.keyboard.press('Escape');
  for (let chapter = 0; chapter < CHAPTERS; chapter++) {
    await openLearning(page);
    const first = chapters.nth(chapter).getByRole('listitem').first();
    const title = (await first.textContent())?.trim() ?? '';
    await first.getByRole('button').click();
    const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
    await expect(lesson.getByRole('heading', { level: 2 })).toContainText(title.slice(0, 12));
    const cover = page.getByText('Here is what the controller does, once you have said what you expect.');
    if ((await lesson.getByRole('region', { name: 'Prediction' }).count()) > 0) {
      await expect(cover).toBeVisible();
      await expect(playground.region('Replicas')).toHaveCount(0);
      await lesson.getByRole('button', { name: 'Just show me' }).click();
    }
    await expect(cover).toHaveCount(0);
    await expect(playground.region('Replicas')).toBeVisible();
    // Figures of runs stand in the text, no placeholder is left.
    await expect(lesson).not.toContainText('{{');
    const solution = lesson.getByRole('button', { name: 'Show a solution' });
    if ((await solution.count()) === 0) continue;
    const goal = lesson.getByRole('region', { name: 'Goal' });
    await expect(goal.getByRole('status')).not.toHaveText('Reached. Well done.');
    await solution.click();
    const inText = page.locator('.monaco-diff-editor :is(.line-insert, .line-delete)').first();
    await expect(inText.or(page.getByRole('list', { name: 'Settings that differ' })).first()).toBeVisible();
    await page.getByRole('button', { name: 'Apply it' }).click();
    await expect(goal.getByRole('status')).toHaveText('Reached. Well done.');
  }
  await openLearning(page);
  await expect(page.getByRole('dialog', { name: 'Learn' })).toContainText(/[1-8] of \d+ lessons done/);
});

test('a workshop is presented, and its learners get no solutions', async ({ playground, page, browser }) => {
  await playground.open();
  await openLearning(page);
  await page.getByRole('tab', { name: 'Workshop' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Tuesday');
  const add = page.getByRole('combobox', { name: 'Add a lesson' });
  await add.selectOption('first-climb');
  await add.selectOption('five-minutes');
  await page.getByRole('textbox', { name: 'Note on The first climb' }).fill('Ask who draws');
  await page.getByRole('button', { name: 'Move down: The first climb' }).click();
  await page.getByRole('button', { name: 'Copy the learners’ link' }).click();
  await expect(page.getByText('Copied').first()).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#w.1.');

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const bar = page.getByRole('navigation', { name: 'Workshop' });
  await expect(bar).toContainText('Tuesday 1 of 2: Why it waits before it goes down');
  await page.keyboard.press('n');
  await expect(bar).toContainText('2 of 2: The first climb');
  await expect(bar).toContainText('Ask who draws');
  await bar.getByRole('combobox', { name: 'Spotlight' }).selectOption('charts');
  await expect(page.getByRole('tab', { name: 'Manifest' })).toBeHidden();
  await bar.getByRole('combobox', { name: 'Spotlight' }).selectOption('all');
  await page.getByRole('button', { name: 'Just show me' }).click();
  await expect(page.getByRole('region', { name: 'Goal' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show a solution' })).toHaveCount(0);
  await bar.getByRole('switch', { name: 'Hide solutions' }).uncheck();
  await expect(page.getByRole('button', { name: 'Show a solution' })).toBeVisible();

  const other = await browser.newContext();
  const learner = await other.newPage();
  await learner.goto(link);
  const theirs = learner.getByRole('navigation', { name: 'Workshop' });
  await expect(theirs).toContainText('1 of 2');
  await theirs.getByRole('button', { name: 'Next step' }).click();
  await expect(theirs).toContainText('2 of 2: The first climb');
  await expect(theirs).not.toContainText('Ask who draws');
  await learner.getByRole('button', { name: 'Just show me' }).click();
  await expect(learner.getByRole('region', { name: 'Goal' })).toBeVisible();
  await expect(learner.getByRole('button', { name: 'Show a solution' })).toHaveCount(0);
  await other.close();
});

test('a lesson of a workshop goes on after a reload, and a file of one is opened', async ({
  playground,
  page,
}) => {
  await playground.open();
  await openLearning(page);
  await page.getByRole('tab', { name: 'Workshop' }).click();
  await page.getByRole('combobox', { name: 'Add a lesson' }).selectOption('five-minutes');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await saving).path();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Open or import');
  await page.getByRole('option').first().click();
  const dialog = page.getByRole('dialog', { name: 'Open or import' });
  await dialog.getByLabel('Choose a file…').setInputFiles(file);
  await expect(dialog).toContainText('This is a workshop: My workshop, 1 step.');
  await dialog.getByRole('button', { name: 'Go through it' }).click();
  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  await lesson.getByRole('button', { name: 'Just show me' }).click();
  await lesson.getByRole('button', { name: /^A hint/ }).click();
  await expect(playground.region('Replicas')).toBeVisible();
  // The scenario is saved after a pause, and the address follows.
  await expect.poll(() => page.url()).toMatch(/#\d/);

  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Workshop' })).toContainText('My workshop 1 of 1');
  await expect(lesson.getByRole('region', { name: 'Goal' })).toBeVisible();
  await expect(lesson.getByRole('region', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
});
