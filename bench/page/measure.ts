/** Measurements of the built page in a real Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { ROOT } from '../../scripts/lib/run.mjs';
import { installStopwatch, type Stopwatch } from './inPage.ts';
import { type Figure, figure } from './statistics.ts';

const VIEWPORT = { width: 1440, height: 900 };

type WithStopwatch = { readonly stopwatch: Stopwatch };

/** In a context of its own: nothing is cached or saved. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  // The loader of these files wraps functions in a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (value) => value;' });
  await page.addInitScript(installStopwatch);
  return page;
}

const LONGEST_WAIT_MS = 60_000;

/** Asked from outside: a policy without eval does not let a function wait inside the page. */
async function milestone(page: Page, name: string): Promise<number> {
  const until = Date.now() + LONGEST_WAIT_MS;
  while (Date.now() < until) {
    const at = await page.evaluate((key) => (window as unknown as WithStopwatch).stopwatch.marks[key], name);
    if (at !== undefined && !Number.isNaN(at)) return at;
    await page.waitForTimeout(20);
  }
  throw new Error(`${name} was not reached within ${LONGEST_WAIT_MS / 1000} s`);
}

const sizes = new Map<string, number>();

/** kB of the built file behind an address, as a server that compresses would send it. */
function compressedSize(url: string): number {
  const { pathname } = new URL(url);
  const known = sizes.get(pathname);
  if (known !== undefined) return known;
  const size = brotliCompressSync(readFileSync(join(ROOT, 'dist', pathname))).length / 1000;
  sizes.set(pathname, size);
  return size;
}

/** Addresses of the scripts that the page, or a worker's start, had asked for by then. */
function scriptsBefore(page: Page, atMs: number): Promise<string[]> {
  return page.evaluate(
    (until) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime < until)
        .map(({ name }) => name),
    atMs,
  );
}

/** First loads. */
export async function measureLoads(browser: Browser, address: string, loads: number): Promise<Figure[]> {
  const times: Record<'chart' | 'decisions' | 'editor' | 'bytes', number[]> = {
    chart: [],
    decisions: [],
    editor: [],
    bytes: [],
  };
  for (let load = 0; load < loads; load++) {
    const page = await newPage(browser);
    await page.goto(address, { waitUntil: 'commit' });
    const chart = await milestone(page, 'chart');
    times.chart.push(chart);
    times.decisions.push(await milestone(page, 'decisions'));
    times.editor.push(await milestone(page, 'editor'));
    const early = await scriptsBefore(page, chart);
    times.bytes.push(early.reduce((total, url) => total + compressedSize(url), 0));
    await page.context().close();
  }
  return [
    figure('first chart painted', times.chart),
    figure('first run painted', times.decisions),
    figure('editor ready', times.editor),
    figure('script requested before the first chart, brotli', times.bytes, 'kB'),
  ];
}

/** Moves the pointer in small steps, each only after the one before was painted. */
async function timeMoves(
  page: Page,
  from: { readonly x: number; readonly y: number },
  step: (index: number) => { readonly x: number; readonly y: number },
  watched: { readonly selector: string; readonly attribute: string },
  moves: number,
): Promise<number[]> {
  const times: number[] = [];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let index = 1; index <= moves; index++) {
    const redrawn = page.evaluate(
      ({ selector, attribute }) =>
        (window as unknown as WithStopwatch).stopwatch.untilRedrawn(selector, attribute),
      watched,
    );
    const by = step(index);
    await page.mouse.move(from.x + by.x, from.y + by.y);
    times.push(await redrawn);
  }
  await page.mouse.up();
  return times;
}

async function middleOf(
  page: Page,
  selector: string,
  index = 0,
): Promise<{ x: number; y: number; width: number }> {
  const box = await page.locator(selector).nth(index).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

const MOVES = 40;
const WARM_UP = 5;

/** @param hours how long the run of that address is, for the names of the figures */
export async function measureDragAndScrub(
  browser: Browser,
  address: string,
  hours: number,
): Promise<Figure[]> {
  const page = await newPage(browser);
  await page.goto(address);
  await milestone(page, 'decisions');
  await milestone(page, 'editor');
  const point = await middleOf(page, '[role="slider"][aria-label^="Load point"]', 1);
  const dragged = await timeMoves(
    page,
    point,
    (index) => ({ x: 0, y: index % 2 === 0 ? -12 - (index % 7) : 12 + (index % 7) }),
    { selector: '[aria-label="Replicas"] svg', attribute: 'd' },
    MOVES + WARM_UP,
  );
  const ribbon = await middleOf(page, '[role="slider"][aria-label="Sync"]');
  const left = { x: ribbon.x - ribbon.width / 2 + 4, y: ribbon.y };
  const scrubbed = await timeMoves(
    page,
    left,
    (index) => ({ x: (index * (ribbon.width - 8)) / (MOVES + WARM_UP), y: 0 }),
    { selector: '[role="slider"][aria-label="Sync"]', attribute: 'aria-valuetext' },
    MOVES + WARM_UP,
  );
  await page.context().close();
  return [
    figure(`drag to painted replicas, ${hours} h`, dragged.slice(WARM_UP)),
    figure(`scrub to painted cursor, ${hours} h`, scrubbed.slice(WARM_UP)),
  ];
}
