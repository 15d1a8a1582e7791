/**
 * Takes the pictures of `docs/views` from the built page: `npm run docs:pictures`, or of a page that runs already:
 * `npm run docs:pictures -- ADDRESS`.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { buildPage } from './lib/buildPage.mjs';
import { findChromium } from './lib/chromium.mjs';
import { ROOT } from './lib/run.mjs';

const FOLDER = resolve(ROOT, 'docs/views');
const SIZES = {
  desktop: { width: 1440, height: 900 },
  projector: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
} as const;

interface View {
  readonly name: string;
  readonly size: keyof typeof SIZES;
  /** light and dark where it is not said */
  readonly only?: 'light' | 'dark';
  /** as a system asks for it */
  readonly contrast?: 'more';
  readonly show?: (page: Page) => Promise<void>;
}

const tab = (name: string | RegExp) => (page: Page) => page.getByRole('tab', { name }).click();

async function fromMenu(page: Page, role: 'menuitem' | 'menuitemcheckbox', name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Help and view' }).click();
  await page.getByRole(role, { name }).click();
}

const chart = (name: string) => (page: Page) =>
  page.getByRole('button', { name: `Show chart: ${name}` }).click();

async function fromShareMenu(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Share, export, import' }).click();
  await page.getByRole('menuitem', { name }).click();
}

const VIEWS: readonly View[] = [
  { name: 'page', size: 'desktop' },
  { name: 'contrast', size: 'desktop', contrast: 'more' },
  { name: 'workload', size: 'desktop', only: 'light', show: chart('Workload') },
  { name: 'conditions', size: 'desktop', only: 'light', show: chart('Conditions') },
  {
    name: 'form',
    size: 'desktop',
    only: 'light',
    show: (page) => page.getByRole('radio', { name: 'Form' }).click(),
  },
  { name: 'cluster', size: 'desktop', only: 'light', show: tab('Cluster') },
  { name: 'kubectl', size: 'desktop', only: 'dark', show: tab('kubectl') },
  { name: 'events', size: 'desktop', only: 'light', show: tab(/^Events/) },
  { name: 'pods', size: 'desktop', only: 'light', show: tab(/^Pods/) },
  { name: 'summary', size: 'desktop', only: 'light', show: tab('Summary') },
  {
    name: 'compare',
    size: 'desktop',
    only: 'light',
    async show(page) {
      await tab('Compare')(page);
      await page.getByRole('button', { name: 'Keep this as A' }).click();
    },
  },
  {
    name: 'library',
    size: 'desktop',
    only: 'dark',
    async show(page) {
      await page.keyboard.press('ControlOrMeta+s');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.keyboard.press('ControlOrMeta+o');
    },
  },
  { name: 'share', size: 'desktop', only: 'light', show: (page) => fromShareMenu(page, /^Link/) },
  { name: 'export', size: 'desktop', only: 'light', show: (page) => fromShareMenu(page, /^Export/) },
  {
    name: 'palette',
    size: 'desktop',
    only: 'dark',
    show: (page) => page.keyboard.press('ControlOrMeta+k'),
  },
  {
    name: 'glossary',
    size: 'desktop',
    only: 'light',
    show: (page) => fromMenu(page, 'menuitem', /^Glossary/),
  },
  {
    name: 'tour',
    size: 'desktop',
    only: 'light',
    show: (page) => fromMenu(page, 'menuitem', /^Take the tour/),
  },
  {
    name: 'presentation',
    size: 'projector',
    show: (page) => fromMenu(page, 'menuitemcheckbox', /^Presentation/),
  },
  { name: 'charts', size: 'phone' },
  { name: 'manifest', size: 'phone', only: 'light', show: tab('Manifest') },
  { name: 'learn', size: 'desktop', only: 'light', show: (page) => fromMenu(page, 'menuitem', /^Learn/) },
  {
    name: 'lesson',
    size: 'desktop',
    async show(page) {
      await fromMenu(page, 'menuitem', /^Learn/);
      await page.getByRole('button', { name: /The first climb/ }).click();
    },
  },
  {
    name: 'keda',
    size: 'desktop',
    only: 'light',
    async show(page) {
      await page.getByRole('button', { name: /^Examples/ }).click();
      await page.getByRole('menuitem', { name: /KEDA on a Kafka topic/ }).click();
      const keda = page.getByRole('region', { name: 'KEDA', exact: true });
      await keda.getByRole('button', { name: 'activated', exact: true }).click();
    },
  },
  {
    name: 'neighbours',
    size: 'desktop',
    only: 'light',
    show: (page) => fromMenu(page, 'menuitem', /^HPA, VPA, KEDA/),
  },
  { name: 'print', size: 'desktop', only: 'light', show: (page) => page.emulateMedia({ media: 'print' }) },
];

/** Long enough for what is fetched and drawn after a press. */
const REST_MS = 1500;

async function take(browser: Browser, address: string, view: View, scheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({
    viewport: SIZES[view.size],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    contrast: view.contrast ?? 'no-preference',
  });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('hpa-playground.tour', 'known'));
  await page.goto(address);
  await page.getByRole('slider', { name: 'Sync' }).waitFor();
  if (view.size !== 'phone') await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.waitForTimeout(REST_MS);
  await view.show?.(page);
  await page.waitForTimeout(REST_MS);
  const path = resolve(FOLDER, `${view.size}-${view.name}-${scheme}.jpg`);
  await page.screenshot({ path, type: 'jpeg', quality: 80 });
  await context.close();
}

async function takeAll(address: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found. CHROMIUM_PATH names one.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const view of VIEWS) {
    for (const scheme of view.only === undefined ? (['light', 'dark'] as const) : [view.only])
      await take(browser, address, view, scheme);
  }
  await browser.close();
}

async function ofBuiltPage(): Promise<void> {
  await buildPage();
  const server = await preview({ root: ROOT, logLevel: 'warn', preview: { port: 4300 } });
  await takeAll(server.resolvedUrls?.local[0] ?? '');
  await server.close();
}

const [address] = process.argv.slice(2);
await (address === undefined ? ofBuiltPage() : takeAll(address));
