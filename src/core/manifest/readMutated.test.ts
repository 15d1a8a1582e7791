import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINORS } from '../releases/types.ts';
import { unsoundness } from './testing.ts';

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

/** Enough to notice a slip on every run of the tests; more by hand: MUTATIONS=100000. */
const runs = Number(process.env.MUTATIONS ?? 400);
const timeoutMs = 30_000 + runs * 50;

test('whatever happens to a manifest, it reads or says where and why not', { timeout: timeoutMs }, () => {
  const changes = fc.array(mutation, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...texts), changes, fc.constantFrom(...MINORS), (text, list, minor) => {
      expect(unsoundness(list.reduce(mutate, text), minor)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('any text at all', { timeout: timeoutMs }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(unsoundness(text, '1.37')).toEqual([]);
    }),
    { numRuns: runs },
  );
});
