/** First loads of the built page: when what is there, and how much script was asked for until then. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { ROOT } from '../../scripts/lib/run.mjs';
import { milestone, newPage } from './session.ts';
import { type Figure, figure } from './statistics.ts';

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

/** kB of the scripts that the page, or a worker's start, had asked for by then. */
async function scriptBefore(page: Page, atMs: number): Promise<number> {
  const urls = await page.evaluate(
    (until) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime < until)
        .map(({ name }) => name),
    atMs,
  );
  return urls.reduce((total, url) => total + compressedSize(url), 0);
}

const MILESTONES = {
  chart: 'first chart painted',
  axes: 'axes of the charts painted',
  decisions: 'first run painted',
  editor: 'editor ready',
} as const;

type Milestone = keyof typeof MILESTONES;

export async function measureLoads(browser: Browser, address: string, loads: number): Promise<Figure[]> {
  const names = Object.keys(MILESTONES) as Milestone[];
  const times = new Map<Milestone, number[]>(names.map((name) => [name, []]));
  const beforeChart: number[] = [];
  const beforeEditor: number[] = [];
  for (let load = 0; load < loads; load++) {
    const page = await newPage(browser);
    await page.goto(address, { waitUntil: 'commit' });
    for (const name of names) times.get(name)?.push(await milestone(page, name));
    beforeChart.push(await scriptBefore(page, times.get('chart')?.at(-1) ?? 0));
    beforeEditor.push(await scriptBefore(page, times.get('editor')?.at(-1) ?? 0));
    await page.context().close();
  }
  return [
    ...names.map((name) => figure(MILESTONES[name], times.get(name) ?? [])),
    figure('script asked for before the first chart, brotli', beforeChart, 'kB'),
    figure('script asked for before the editor, brotli', beforeEditor, 'kB'),
  ];
}
