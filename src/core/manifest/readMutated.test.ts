import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINORS, type Minor } from '../releases/types.ts';
import { readManifest } from './read.ts';
import type { Range } from './types.ts';

/** From the project's root, where the tests run. */
const EXAMPLES = 'examples/';
const texts = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(EXAMPLES + name, 'utf8'));

const NASTY = [
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '\t',
  '\n',
  '\r',
  ':',
  ' :',
  ': ',
  '- ',
  '#',
  '&a ',
  '*a',
  '!!str ',
  '|',
  '>',
  '---\n',
  '...\n',
  '{{ .x }}',
  `$${''}{X}`,
  '<<: *a',
  '? ',
  '\u0000',
  '\u0085',
  '\ufeff',
  '\ud800',
  '😀',
  '.inf',
  '.nan',
  '2147483648',
  '-1',
  '1e400',
  '0x7fffffffffffffff',
  '__proto__: 1',
  'null',
  '~',
  'yes',
  '5m',
  '1Gi',
  '%',
  '`',
  '@',
  '\\',
];

/** One change of a text, described by numbers so that failing cases shrink. */
const mutation = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'duplicate line', 'delete line', 'indent line', 'swap value'),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 12 }),
  text: fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 6, unit: 'binary' })),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutateLines(source: string, { kind, at, text }: Mutation): string {
  const lines = source.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  if (kind === 'duplicate line') lines.splice(index, 0, line);
  else if (kind === 'delete line') lines.splice(index, 1);
  else if (kind === 'indent line') lines[index] = ` ${line}`;
  else lines[index] = line.replace(/:.*$/, () => `: ${text}`);
  return lines.join('\n');
}

function mutate(source: string, change: Mutation): string {
  const at = change.at % (source.length + 1);
  if (change.kind === 'insert') return source.slice(0, at) + change.text + source.slice(at);
  if (change.kind === 'delete') return source.slice(0, at) + source.slice(at + change.length);
  return mutateLines(source, change);
}

/** Whether a range lies in the text; an edit may be empty, what is pointed at is at least a column wide. */
function isInText(lines: readonly string[], range: Range, least: number): boolean {
  const { startLine, startColumn, endLine, endColumn } = range;
  const isOnLine = startColumn <= (lines[startLine - 1] ?? '').length + 1;
  const isForward = endLine > startLine || (endLine === startLine && endColumn - startColumn >= least);
  return startLine >= 1 && endLine <= lines.length && startColumn >= 1 && isOnLine && isForward;
}

/** What is wrong with the answer; nothing when it is sound. */
function unsound(text: string, minor: Minor): string[] {
  const { outcome, manifest, problems, hpas, chosenHpa } = readManifest(text, minor);
  const lines = text.split(/\r\n|\n|\r/);
  const wrong: string[] = [];
  for (const { range, message, rule, fixes = [] } of problems) {
    const isNamed = message !== '' && /^[a-z0-9-]+$/.test(rule);
    const edits = fixes.flatMap((fix) => fix.edits);
    const areEditsInText = edits.every((edit) => isInText(lines, edit.range, 0));
    if (!isNamed || !isInText(lines, range, 1) || !areEditsInText)
      wrong.push(JSON.stringify({ rule, message, range, edits }));
  }
  const hasError = problems.some(({ severity }) => severity === 'error');
  const runs = outcome === 'accept' || outcome === 'convert' || outcome === 'choose';
  const isSound = runs ? !hasError && manifest !== undefined : outcome === 'fragment' || hasError;
  if (!isSound) wrong.push(`${outcome}, manifest: ${manifest !== undefined}, errors: ${hasError}`);
  if ((manifest !== undefined) !== hpas.some(({ key }) => key === chosenHpa))
    wrong.push(`chosen: ${chosenHpa}`);
  return wrong;
}

/** Enough to notice a slip on every run of the tests; more by hand: MUTATIONS=100000. */
const runs = Number(process.env.MUTATIONS ?? 400);
const timeoutMs = 30_000 + runs * 50;

test('whatever happens to a manifest, it reads or says where and why not', { timeout: timeoutMs }, () => {
  const changes = fc.array(mutation, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...texts), changes, fc.constantFrom(...MINORS), (text, list, minor) => {
      expect(unsound(list.reduce(mutate, text), minor)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('any text at all', { timeout: timeoutMs }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(unsound(text, '1.37')).toEqual([]);
    }),
    { numRuns: runs },
  );
});
