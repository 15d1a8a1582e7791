/** Runs every suite that is found in some folders. */
import { findVectors, readCaseFile } from './files.ts';
import { runCaseFile } from './suites/cases.ts';
import { runControllerTraces } from './suites/controllerTraces.ts';
import { type SuiteResult, Tally, type UncheckedSuite } from './suites/suite.ts';

export interface ConformanceReport {
  readonly results: readonly SuiteResult[];
  /** found, but there is nothing to check them with */
  readonly unchecked: readonly UncheckedSuite[];
}

/** Checks the vectors of all folders. A folder or file that cannot be read is a mismatch with its name. */
export function runConformance(dirs: readonly string[]): ConformanceReport {
  const results: SuiteResult[] = [];
  const unchecked: UncheckedSuite[] = [];
  for (const dir of dirs) {
    try {
      const { minors, caseFiles } = findVectors(dir);
      for (const { root, folder } of minors) results.push(...runControllerTraces(root, folder));
      for (const path of caseFiles) runFile(path, results, unchecked);
    } catch (error) {
      results.push(unreadable(dir, error));
    }
  }
  return { results, unchecked };
}

function runFile(path: string, results: SuiteResult[], unchecked: UncheckedSuite[]): void {
  try {
    const file = readCaseFile(path);
    if (file === undefined) return;
    const result = runCaseFile(file, path);
    if ('mismatches' in result) results.push(result);
    else unchecked.push(result);
  } catch (error) {
    results.push(unreadable(path, error));
  }
}

function unreadable(where: string, error: unknown): SuiteResult {
  const tally = new Tally();
  tally.unreadable(where, error);
  return { suite: 'files', minor: '-', cases: 1, mismatches: 1, shown: tally.shown };
}

/** One line a suite and minor, each followed by its first mismatches. */
export function describeReport({ results, unchecked }: ConformanceReport): readonly string[] {
  return [
    ...results.flatMap((result) => [lineOf(result), ...result.shown.flatMap(mismatchLines)]),
    ...unchecked.map(
      ({ suite, minor, cases }) => `${suite} ${minor}: no runner yet, ${cases} cases not checked`,
    ),
  ];
}

function lineOf({ suite, minor, cases, steps = cases, mismatches }: SuiteResult): string {
  // a case without reconciles is one step
  return `${suite} ${minor}: ${cases} cases, ${steps} steps, ${mismatches} mismatches`;
}

function mismatchLines({ where, path, expected, actual }: SuiteResult['shown'][number]): readonly string[] {
  return [`  ${where} ${path}`, `    expected ${textOf(expected)}`, `    actual   ${textOf(actual)}`];
}

function textOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? `${inner}` : inner));
  return text ?? 'nothing';
}

/** 0: everything agrees; 1: something does not; 2: there was nothing to check. */
export function exitCode({ results }: ConformanceReport): 0 | 1 | 2 {
  if (results.some(({ mismatches }) => mismatches > 0)) return 1;
  return results.some(({ cases }) => cases > 0) ? 0 : 2;
}
