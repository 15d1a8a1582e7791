import { describe, expect, it } from 'vitest';
import { fromConformance, fromExitCode, fromPlaywright, fromVitest, settle, sum } from './reports.mjs';

const vitest = (over: object) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  ...over,
});
const playwright = (stats: object, errors: unknown[] = []) => ({
  stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('settle', () => {
  it('leaves a plain result as it is', () => {
    expect(settle({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
    expect(settle({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
  });
  it('counts a runner that crashed after passing tests as a failure', () => {
    expect(settle({ passed: 3, failed: 0 }, 134)).toMatchObject({ passed: 3, failed: 1 });
  });
  it('counts a runner that ran nothing as a failure, even with exit code 0', () => {
    expect(settle({ passed: 0, failed: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('fromVitest', () => {
  it('takes the numbers of the report', () => {
    expect(fromVitest(vitest({}))).toEqual({ passed: 3, failed: 0 });
    expect(fromVitest(vitest({ numFailedTests: 1 }))).toEqual({ passed: 3, failed: 1 });
  });
  it('counts a file that could not be read', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(fromVitest(vitest({ testResults }))).toEqual({ passed: 3, failed: 1 });
  });
  it('does not let a skipped test pass', () => {
    expect(fromVitest(vitest({ numPendingTests: 1, numTodoTests: 1 }))).toMatchObject({
      passed: 3,
      failed: 2,
    });
  });
});

describe('fromPlaywright', () => {
  it('takes the numbers of the report', () => {
    expect(fromPlaywright(playwright({}))).toEqual({ passed: 2, failed: 0 });
    expect(fromPlaywright(playwright({ unexpected: 1 }))).toEqual({ passed: 2, failed: 1 });
  });
  it('counts flaky and skipped tests and errors outside of tests as failures', () => {
    expect(fromPlaywright(playwright({ flaky: 1, skipped: 1 }, ['x']))).toMatchObject({
      passed: 2,
      failed: 3,
    });
  });
});

describe('fromConformance', () => {
  it('counts a suite of a minor as one test', () => {
    const output = [
      'controller 1.37: 484 cases, 25433 steps, 0 mismatches',
      'controller 1.36: 373 cases, 9,097 steps, 2 mismatches',
      '  basic/step 3 out.desired: 4 != 5',
      'admission 1.36: 373 cases, 0 mismatches',
    ].join('\n');
    expect(fromConformance(output)).toEqual({ passed: 2, failed: 1 });
  });
  it('does not pass a suite without a case', () => {
    expect(fromConformance('controller 1.37: 0 cases, 0 steps, 0 mismatches')).toEqual({
      passed: 0,
      failed: 1,
    });
  });
  it('finds nothing in other output', () => {
    expect(fromConformance('Error: no vectors')).toEqual({ passed: 0, failed: 0 });
  });
});

it('adds up', () => {
  expect(sum([fromExitCode(0), fromExitCode(2), { passed: 5, failed: 1 }])).toEqual({ passed: 6, failed: 2 });
});
