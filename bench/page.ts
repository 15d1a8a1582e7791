/**
 * `npm run bench:page [-- --json]`: how fast the built page is in a real Chromium. Times begin when the page hears of
 * the pointer or the key, and end with the frame in which the change is painted.
 */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { buildPage } from '../scripts/lib/buildPage.mjs';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { ROOT } from '../scripts/lib/run.mjs';
import { newScenario } from '../src/core/index.ts';
import { encodeScenario } from '../src/share/index.ts';
import { measureFrame, measureGestures, measureMemory } from './page/gestures.ts';
import { measureLoads } from './page/loads.ts';
import type { Figure } from './page/statistics.ts';

const LOADS = 5;
const HOUR_SECONDS = 3600;

/** Runs that are dragged and scrubbed, with their names in the table. */
const RUNS = [
  { name: '1 h', example: '06-gateway.yaml', hours: 1 },
  { name: '24 h, three metrics', example: '02-three-metrics.yaml', hours: 24 },
  { name: '7 d, three metrics', example: '02-three-metrics.yaml', hours: 7 * 24 },
] as const;

async function linkTo(address: string, { example, hours }: (typeof RUNS)[number]): Promise<string> {
  const manifest = readFileSync(new URL(`../examples/${example}`, import.meta.url), 'utf8');
  const scenario = { ...newScenario(manifest), durationSeconds: hours * HOUR_SECONDS };
  return `${address}#${await encodeScenario(scenario)}`;
}

async function measureAll(address: string): Promise<Figure[]> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found; CHROMIUM_PATH names one.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    console.error(`${LOADS} first loads …`);
    const figures = await measureLoads(browser, address, LOADS);
    figures.push(await measureFrame(browser, address));
    for (const run of RUNS) {
      console.error(`dragging, scrubbing, typing: ${run.name} …`);
      figures.push(...(await measureGestures(browser, await linkTo(address, run), run.name)));
    }
    console.error('memory over many drags …');
    figures.push(...(await measureMemory(browser, await linkTo(address, RUNS[0]))));
    return figures;
  } finally {
    await browser.close();
  }
}

function printTable(figures: readonly Figure[]): void {
  console.log(`${'what'.padEnd(62)} ${'median'.padStart(9)} ${'p95'.padStart(9)}  unit  samples`);
  for (const { name, median, p95, unit, samples } of figures) {
    const numbers = [median, p95].map((value) => value.toFixed(1).padStart(9)).join(' ');
    console.log(`${name.padEnd(62)} ${numbers}  ${unit.padEnd(4)}  ${samples}`);
  }
}

if (!(await buildPage())) process.exit(1);
const server = await preview({ root: ROOT, logLevel: 'error', preview: { host: '127.0.0.1', port: 4290 } });
const { port } = server.httpServer.address() as { port: number };
const figures = await measureAll(`http://127.0.0.1:${port}/`);
server.httpServer.close();
if (process.argv.includes('--json')) console.log(JSON.stringify({ figures }, null, 2));
else printTable(figures);
