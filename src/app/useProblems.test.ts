import { expect, test } from 'vitest';
import type { Problem } from '../core/index.ts';
import { merged } from './useProblems.ts';

function at(rule: string, line: number): Problem {
  const range = { startLine: line, startColumn: 1, endLine: line, endColumn: 2 };
  return { severity: 'warning', rule, message: rule, range };
}

test('by line, and the reader alone where both have something to say', () => {
  const all = merged([at('read', 2), at('read', 9)], [at('schema', 2), at('schema', 5)]);
  expect(all.map(({ rule, range }) => `${rule} ${range.startLine}`)).toEqual([
    'read 2',
    'schema 5',
    'read 9',
  ]);
});

test('nothing from the schema leaves the list as it is', () => {
  const problems = [at('read', 2)];
  expect(merged(problems, [at('schema', 2)])).toBe(problems);
});
