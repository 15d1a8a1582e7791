/** Looks at a page with axe as it is now: brought into the page once, and then asked as often as there is a view. */
import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

interface WithAxe {
  readonly axe: typeof axe;
}

/**
 * Whether a text is drawn as an icon by its font is not asked: the answer takes a picture of each, four fifths of the
 * time, and could only excuse a text from being legible.
 */
const CHECKS = [{ id: 'color-contrast', options: { ignoreLigature: true } }];

async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(axe.source);
  await page.evaluate((checks) => (window as unknown as WithAxe).axe.configure({ checks }), CHECKS);
}

/** What axe has against the page: rule, place, reason. */
export async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
  await bringAxe(page);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (asked) => (window as unknown as WithAxe).axe.run(asked),
    { resultTypes: ['violations'], preload: false, ...options },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
  );
}
