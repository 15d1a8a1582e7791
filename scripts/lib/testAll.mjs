import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from './buildPage.mjs';
import { findChromium, getChromium } from './chromium.mjs';
import { installPackages } from './install.mjs';
import { fromConformance, fromExitCode, fromPlaywright, fromVitest, settle, sum } from './reports.mjs';
import { npm, ROOT } from './run.mjs';

/**
 * @typedef {import('./reports.mjs').Count} Count
 * @typedef {{title: string, count: () => Promise<Count>}} Step
 */

const REPORTS = '.cache/reports';

/**
 * Runs a script whose runner writes a JSON report, and counts what the report says.
 *
 * @template Report
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @param {string} path of the report, below the project's folder
 * @param {(report: Report) => Count} read
 * @returns {Promise<Count>}
 */
async function withReport(script, args, env, path, read) {
  const file = join(ROOT, path);
  rmSync(file, { force: true });
  const { code } = await npm(['run', '--silent', script, '--', ...args], { env });
  if (!existsSync(file)) return { passed: 0, failed: 1, remark: `no report was written, exit code ${code}` };
  return settle(read(JSON.parse(readFileSync(file, 'utf8'))), code);
}

/**
 * @param {string} script one that answers by its exit code alone
 * @returns {Step}
 */
function check(script) {
  return {
    title: script,
    count: async () => fromExitCode((await npm(['run', '--silent', script])).code),
  };
}

/** @returns {Promise<Count>} */
function countUnitTests() {
  const path = `${REPORTS}/unit.json`;
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  return withReport('test:unit', args, {}, path, fromVitest);
}

/** @returns {Promise<Count>} */
async function countConformance() {
  const { code, stdout } = await npm(['run', '--silent', 'test:conformance'], { capture: true });
  return settle(fromConformance(stdout), code);
}

/** @returns {Promise<Count>} */
async function countBrowserTests() {
  const chromium = (await findChromium()) ?? (await getChromium());
  if (chromium === undefined) return { passed: 0, failed: 1, remark: 'no Chromium, see above' };
  console.log(`Browser: ${chromium}`);
  const path = `${REPORTS}/e2e.json`;
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: path };
  return withReport('test:e2e', ['--reporter=list,json'], env, path, fromPlaywright);
}

/** Quick and general first, slow and particular last. @type {readonly Step[]} */
const STEPS = [
  check('test:format'),
  check('test:lint'),
  check('test:zones'),
  check('test:tree'),
  check('test:dead'),
  check('test:types:core'),
  check('test:types:page'),
  check('test:types:node'),
  { title: 'test:unit', count: countUnitTests },
  { title: 'test:conformance', count: countConformance },
  { title: 'build', count: async () => fromExitCode((await buildPage()) ? 0 : 1) },
  { title: 'test:e2e', count: countBrowserTests },
];

/**
 * @param {Step} step
 * @returns {Promise<Count>}
 */
async function countStep(step) {
  console.log(`\n── ${step.title} ──`);
  try {
    return await step.count();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, remark: 'the step itself broke' };
  }
}

/**
 * Runs every test of the project, each step whatever the others said, and ends with the line `N passed, N failed`.
 *
 * @returns {Promise<number>} exit code
 */
export async function testAll() {
  if (!(await installPackages())) {
    console.log('0 passed, 1 failed');
    return 1;
  }
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
  /** @type {{title: string, count: Count}[]} */
  const results = [];
  for (const step of STEPS) results.push({ title: step.title, count: await countStep(step) });
  console.log('');
  for (const { title, count } of results) {
    const remark = count.remark === undefined ? '' : `  (${count.remark})`;
    console.log(`${title.padEnd(18)} ${count.passed} passed, ${count.failed} failed${remark}`);
  }
  const total = sum(results.map((result) => result.count));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
