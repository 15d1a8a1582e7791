/**
 * `npm run bench:page [-- --json]`: how fast the built page is in a real Chromium. Times include the browser's own way
 * from the pointer to the event, and end with the frame in which the change is painted.
 */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { buildPage } from '../scripts/lib/buildPage.mjs';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { ROOT } from '../scripts/lib/run.mjs';
import { newScenario } from '../src/core/index.ts';
import { encodeScenario } from '../src/share/index.ts';
import { measureDragAndScrub, measureLoads } from './page/measure.ts';
import type { Figure } from './page/statistics.ts';

const LOADS = 5;
const HOUR_SECONDS = 3600;

async function linkTo(address: string, hours: number): Promise<string> {
  const manifest = readFileSync(new URL('../examples/06-gateway.yaml', import.meta.url), 'utf8');
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
    for (const hours of [1, 24]) {
      console.error(`dragging and scrubbing, ${hours} h …`);
      figures.push(...(await measureDragAndScrub(browser, await linkTo(address, hours), hours)));
    }
    return figures;
  } finally {
    await browser.close();
  }
}

function printTable(figures: readonly Figure[]): void {
  console.log(`${'what'.padEnd(50)} ${'median'.padStart(9)} ${'p95'.padStart(9)}  unit  samples`);
  for (const { name, median, p95, unit, samples } of figures) {
    const numbers = [median, p95].map((value) => value.toFixed(1).padStart(9)).join(' ');
    console.log(`${name.padEnd(50)} ${numbers}  ${unit.padEnd(4)}  ${samples}`);
  }
}

if (!(await buildPage())) process.exit(1);
const server = await preview({ root: ROOT, logLevel: 'error', preview: { host: '127.0.0.1', port: 4290 } });
const { port } = server.httpServer.address() as { port: number };
const figures = await measureAll(`http://127.0.0.1:${port}/`);
server.httpServer.close();
if (process.argv.includes('--json')) console.log(JSON.stringify({ figures }, null, 2));
else printTable(figures);
