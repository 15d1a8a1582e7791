/** Views of the playground beyond the first one: what each is called, and how a visitor comes to it from any other. */
import { expect, type Page } from '@playwright/test';

export interface View {
  readonly name: string;
  open(page: Page): Promise<void>;
}

function tab(name: string | RegExp): View {
  return {
    name: `tab ${name}`,
    async open(page) {
      const shown = page.getByRole('tab', { name, exact: typeof name === 'string' });
      await shown.click();
      await expect(shown).toHaveAttribute('aria-selected', 'true');
    },
  };
}

function chart(name: string): View {
  return {
    name: `chart ${name}`,
    async open(page) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
    },
  };
}

/** In this order; each stays open until the next one is. */
export const VIEWS: readonly View[] = [
  tab('kubectl'),
  tab('describe'),
  tab('events'),
  tab(/^Events/),
  tab(/^Pods/),
  tab('Summary'),
  tab('Compare'),
  tab('Cluster'),
  chart('Conditions'),
];
