// What each runner's own report says, as a count. A report that is missing, empty or at odds with the exit code counts as
// a failure: a runner that crashed has not passed.

/**
 * @typedef {{passed: number, failed: number, remark?: string}} Count
 * @typedef {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   numPendingTests: number,
 *   numTodoTests: number,
 *   testResults: {status: string, assertionResults: {status: string}[]}[],
 * }} VitestReport
 * @typedef {{
 *   stats: {expected: number, unexpected: number, flaky: number, skipped: number},
 *   errors: unknown[],
 * }} PlaywrightReport
 */

/**
 * Corrects a count by what the process itself said.
 *
 * @param {Count} count
 * @param {number} code exit code of the runner
 * @returns {Count}
 */
export function settle(count, code) {
  if (count.passed + count.failed === 0) {
    return { passed: 0, failed: 1, remark: count.remark ?? 'the runner reported no test at all' };
  }
  if (code !== 0 && count.failed === 0) {
    return { passed: count.passed, failed: 1, remark: `the runner ended with exit code ${code}` };
  }
  return count;
}

/**
 * @param {number} skipped
 * @returns {{remark?: string}}
 */
function remarkOn(skipped) {
  return skipped > 0 ? { remark: `${skipped} skipped, which counts as failed` } : {};
}

/**
 * @param {VitestReport} report of `vitest run --reporter=json`
 * @returns {Count}
 */
export function fromVitest(report) {
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that throws while it is read fails without any test of its own.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles + skipped,
    ...remarkOn(skipped),
  };
}

/**
 * @param {PlaywrightReport} report of `playwright test --reporter=json`
 * @returns {Count}
 */
export function fromPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + skipped + report.errors.length,
    ...remarkOn(skipped),
  };
}

const CONFORMANCE_LINE = /^(\S+) (\S+): ([\d,]+) cases,(?: [\d,]+ steps,)? ([\d,]+) mismatches$/;

/**
 * Every suite of every minor is one test.
 *
 * @param {string} output of `npm run conformance`
 * @returns {Count}
 */
export function fromConformance(output) {
  const suites = output.split(/\r?\n/).flatMap((line) => {
    const match = CONFORMANCE_LINE.exec(line.trim());
    return match ? [{ cases: match[3], mismatches: match[4] }] : [];
  });
  const passed = suites.filter((suite) => suite.mismatches === '0' && suite.cases !== '0').length;
  return { passed, failed: suites.length - passed };
}

/**
 * A check without a report of its own is one test.
 *
 * @param {number} code
 * @returns {Count}
 */
export function fromExitCode(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  return {
    passed: counts.reduce((total, count) => total + count.passed, 0),
    failed: counts.reduce((total, count) => total + count.failed, 0),
  };
}
