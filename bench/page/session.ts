/** A page of its own in the measured browser, and what is asked of it from outside. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { installStopwatch, type Stopwatch } from './inPage.ts';

const VIEWPORT = { width: 1440, height: 900 };

export type WithStopwatch = { readonly stopwatch: Stopwatch };

/** In a context of its own: nothing is cached or saved. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  // The loader of these files wraps functions in a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (value) => value;' });
  await page.addInitScript(installStopwatch);
  return page;
}

const LONGEST_WAIT_MS = 60_000;

/** Asked from outside: a policy without eval does not let a function wait inside the page. */
export async function milestone(page: Page, name: string): Promise<number> {
  const until = Date.now() + LONGEST_WAIT_MS;
  while (Date.now() < until) {
    const at = await page.evaluate((key) => (window as unknown as WithStopwatch).stopwatch.marks[key], name);
    if (at !== undefined && !Number.isNaN(at)) return at;
    await page.waitForTimeout(20);
  }
  throw new Error(`${name} was not reached within ${LONGEST_WAIT_MS / 1000} s`);
}

/** Everything loaded, and the tasks of loading over. */
export async function openSettled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (const name of ['decisions', 'axes', 'editor']) await milestone(page, name);
  await page.waitForTimeout(1000);
}

/** Forgets the long tasks so far, and answers them, milliseconds each. */
export function takeLongTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as WithStopwatch).stopwatch.longTasks.splice(0));
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export async function middleOf(
  page: Page,
  selector: string,
  index = 0,
): Promise<Point & { readonly width: number }> {
  const box = await page.locator(selector).nth(index).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

/** What Chromium counts about a page's main thread and heap. */
export interface Counters {
  /** processor time of the main thread's tasks, milliseconds */
  readonly taskMs: number;
  readonly heapKb: number;
}

export async function openCounters(
  page: Page,
): Promise<{ read(): Promise<Counters>; tidy(): Promise<void> }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async read() {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string): number =>
        metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return { taskMs: of('TaskDuration') * 1000, heapKb: of('JSHeapUsedSize') / 1000 };
    },
    async tidy() {
      await session.send('HeapProfiler.collectGarbage');
    },
  };
}
