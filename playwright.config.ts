import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/lib/chromium.mjs';
import { freePort } from './scripts/lib/freePort.mjs';

const chromium = await findChromium();
if (chromium === undefined) {
  throw new Error('No Chromium found. npm test gets one; CHROMIUM_PATH names one that is elsewhere.');
}

// Playwright reads this file again in each of its workers: the first one chooses, the others inherit.
process.env.E2E_PORT ??= String(await freePort());
const address = `http://127.0.0.1:${process.env.E2E_PORT}/`;

export default defineConfig({
  testDir: 'e2e/tests',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second try has found something: no retries.
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // The same command that a visitor runs; it builds the page when the sources have changed.
    command: 'node scripts/start.mjs',
    env: { PORT: process.env.E2E_PORT },
    url: address,
    timeout: 180_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
