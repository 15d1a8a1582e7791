/** What people paste, and what is to come of it: outcome, errors with their places, remarks, and fixes that fix. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Problem, type QuickFix, readManifest } from '../src/core/index.ts';
import { applyFix } from './applyFix.ts';

/** From the project's root, where the tests run. */
const FOLDER = 'conformance/manifests/';
const MINOR = '1.37';

interface Expected {
  readonly outcome: string;
  readonly runs: boolean;
  readonly errors: readonly { message: string; path: string; line: number; column: number }[];
  readonly remarks: readonly { rule: string; line: number }[];
  readonly fixes: readonly string[];
}

const SUFFIX = '.expected.json';
const FILES = readdirSync(FOLDER);
const names = FILES.filter((name) => !name.endsWith(SUFFIX));
const textOf = (name: string) => readFileSync(FOLDER + name, 'utf8');
const expectedOf = (name: string): Expected => JSON.parse(textOf(name.replace(/\.\w+$/, SUFFIX))) as Expected;

const fixesOf = (problems: readonly Problem[]) => problems.flatMap(({ fixes = [] }) => fixes);

describe('manifests as people paste them', () => {
  test('are many, and each has its expectation', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(FILES.length).toBe(2 * names.length);
  });

  test.each(names)('%s', (name) => {
    const { outcome, manifest, problems } = readManifest(textOf(name), MINOR);
    const errors = problems.filter(({ severity }) => severity === 'error');
    const remarks = problems.filter(({ severity }) => severity !== 'error');
    expect({
      outcome,
      runs: manifest !== undefined,
      errors: errors.map(({ message, path = '', range }) => ({
        message,
        path,
        line: range.startLine,
        column: range.startColumn,
      })),
      remarks: remarks.map(({ rule, range }) => ({ rule, line: range.startLine })),
      fixes: fixesOf(problems).map(({ title }) => title),
    }).toEqual(expectedOf(name));
  });
});

/** Words of comments; what is rewritten as a whole has none to lose. */
function commentsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|\s)#\s*(.+?)\s*$/gm)].map((match) => match[1] ?? '');
}

const REWRITES = /^Write the HPA/;

interface Fixable {
  readonly name: string;
  readonly problem: Problem;
  readonly fix: QuickFix;
}

const fixables: readonly Fixable[] = names.flatMap((name) =>
  readManifest(textOf(name), MINOR).problems.flatMap((problem) =>
    (problem.fixes ?? []).map((fix) => ({ name, problem, fix })),
  ),
);

describe('quick fixes', () => {
  test.each(fixables)('$name: $fix.title', ({ name, problem, fix }) => {
    const before = textOf(name);
    const after = applyFix(before, fix);
    const result = readManifest(after, MINOR);
    const isStillThere = ({ rule, message, path }: Problem) =>
      rule === problem.rule && message === problem.message && path === problem.path;
    // One of two may stay: that of another document.
    const told = readManifest(before, MINOR).problems.filter(isStillThere).length;
    expect(result.problems.filter(isStillThere).length, after).toBe(told - 1);
    if (!REWRITES.test(fix.title)) {
      for (const comment of commentsOf(before)) expect(after).toContain(comment);
    }
    const errorsOf = (problems: readonly Problem[]) =>
      problems.filter(({ severity }) => severity === 'error');
    const count = errorsOf(result.problems).length;
    const countBefore = errorsOf(readManifest(before, MINOR).problems).length;
    // A syntax error hides what else there is; behind it there may be more than one.
    if (problem.rule === 'yaml-syntax') return;
    expect(count, after).toBeLessThanOrEqual(countBefore);
    if (problem.severity === 'error' && countBefore === 1) expect(count, after).toBe(0);
  });

  test.each(fixables.filter(({ problem }) => problem.rule === 'old-api-version'))(
    '$name: v2 says the same as the older version',
    ({ name, fix }) => {
      const before = readManifest(textOf(name), MINOR);
      const after = readManifest(applyFix(textOf(name), fix), MINOR);
      expect(after.outcome).toBe(before.outcome === 'choose' ? 'choose' : 'accept');
      expect(after.manifest?.hpa.spec).toEqual(before.manifest?.hpa.spec);
    },
  );

  test.each(fixables.filter(({ problem }) => /^(?:fragment|helm-values)$/.test(problem.rule)))(
    '$name: $fix.title makes something that runs, unless the fragment itself is wrong',
    ({ name, fix }) => {
      const hadErrors = readManifest(textOf(name), MINOR).problems.some(
        ({ severity }) => severity === 'error',
      );
      const { outcome } = readManifest(applyFix(textOf(name), fix), MINOR);
      expect(outcome).toBe(hadErrors ? 'error' : 'accept');
    },
  );
});
