/** Suites of single cases: each file names its suite. */
import type { CaseFile } from '../files.ts';
import { checkBeta, checkConversion, checkDefaults } from './conversion.ts';
import { checkDecode } from './decode.ts';
import { checkGoFloat } from './gofloat.ts';
import { checkKedaHpa, checkKedaSchema, checkKedaWebhook } from './keda.ts';
import { checkKubectl } from './kubectl.ts';
import { checkQuantity } from './quantity.ts';
import { checkSelector } from './selectors.ts';
import { type SuiteResult, Tally, type UncheckedSuite } from './suite.ts';
import { checkValidation } from './validation.ts';

export type Case = Readonly<Record<string, unknown>>;

/** Compares one case; returns what is wrong with it. */
export type CheckCase = (
  item: Case,
  file: CaseFile,
) => { readonly path: string; readonly expected: unknown; readonly actual: unknown } | undefined;

/** Suites that can be checked. A suite that is not here is reported as unchecked, never as passed. */
const SUITES: Readonly<Record<string, CheckCase>> = {
  beta: checkBeta,
  conversion: checkConversion,
  decode: checkDecode,
  defaults: checkDefaults,
  gofloat: checkGoFloat,
  'keda-hpa': checkKedaHpa,
  'keda-schema': checkKedaSchema,
  'keda-webhook': checkKedaWebhook,
  kubectl: checkKubectl,
  quantity: checkQuantity,
  selectors: checkSelector,
  validation: checkValidation,
};

/** `1.37` of `1.37.1`. */
function minorOf(kubernetes: string): string {
  return /^v?(\d+\.\d+)/.exec(kubernetes)?.[1] ?? kubernetes;
}

/** Runs a file of cases, or says that there is nothing to run it with. */
export function runCaseFile(file: CaseFile, name: string): SuiteResult | UncheckedSuite {
  const minor = minorOf(file.kubernetes);
  const check = SUITES[file.suite];
  if (check === undefined) return { suite: file.suite, minor, cases: file.cases.length };
  const tally = new Tally();
  for (const item of file.cases) {
    tally.cases += 1;
    const where = `${name} ${String(item.id ?? tally.cases)}`;
    try {
      const wrong = check(item, file);
      if (wrong !== undefined) tally.mismatch({ where, ...wrong });
    } catch (error) {
      tally.unreadable(where, error);
    }
  }
  const { cases, mismatches, shown } = tally;
  return { suite: file.suite, minor, cases, mismatches, shown };
}
