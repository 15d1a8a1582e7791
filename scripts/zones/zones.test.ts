import { describe, expect, it } from 'vitest';
import { checkImports, zoneOf } from './imports.ts';
import { checkMinors, checkPurity } from './purity.ts';
import { ZONES } from './table.ts';

const messages = (file: string, text: string) =>
  checkImports(file, text, ZONES).map((found) => found.message);

describe('checkImports', () => {
  it.each([
    [
      'the controller reads the API types',
      'src/core/podautoscaler/a.ts',
      "import { a } from '../autoscaling/b.ts';",
    ],
    [
      'the plant takes types of the controller',
      'src/core/cluster/a.ts',
      "import type { A } from '../podautoscaler/b.ts';",
    ],
    ['a test uses its runner', 'src/core/go/a.test.ts', "import { it } from 'vitest';"],
    ['the worker runs the core', 'src/worker/a.ts', "import { simulate } from '../core/index.ts';"],
    [
      'a test of the plant runs it',
      'src/core/cluster/a.test.ts',
      "import { simulate } from '../simulation/simulate.ts';",
    ],
    ['a room imports itself', 'src/core/load/a.ts', "import { a } from './b.ts';"],
    [
      'types named one by one',
      'src/charts/a.tsx',
      "import { type A, type B } from '../core/podautoscaler/record.ts';",
    ],
  ])('allows that %s', (_title, file, text) => {
    expect(messages(file, text)).toEqual([]);
  });

  it.each([
    [
      'the controller reaches into the plant',
      'src/core/podautoscaler/a.ts',
      "import { a } from '../cluster/b.ts';",
    ],
    ['its types too', 'src/core/podautoscaler/a.ts', "import type { A } from '../cluster/b.ts';"],
    [
      'the plant runs a rule of the controller',
      'src/core/cluster/a.ts',
      "import { a } from '../podautoscaler/b.ts';",
    ],
    [
      'an explanation asks the controller',
      'src/core/explanation/a.ts',
      "export { a } from '../podautoscaler/b.ts';",
    ],
    ['the core imports the page', 'src/core/trace/a.ts', "import type { A } from '../../store/b.ts';"],
    ['the core takes a package', 'src/core/go/a.ts', "import { format } from 'd3-format';"],
    ['a chart knows the store', 'src/charts/a.tsx', "import { useStore } from '../store/b.ts';"],
    ['a view runs the core', 'src/explanations/a.tsx', "import { simulate } from '../core/index.ts';"],
    ['by a dynamic import', 'src/explanations/a.tsx', "const m = await import('../core/index.ts');"],
    ['by a worker’s address', 'src/ui/a.ts', "new Worker(new URL('../worker/w.ts', import.meta.url));"],
    ['by an inline type', 'src/ui/a.ts', "type A = import('../core/index.ts').A;"],
    ['a value among types', 'src/charts/a.tsx', "import { type A, b } from '../core/podautoscaler/b.ts';"],
    ['anything imports the browser tests', 'src/app/a.tsx', "import { a } from '../../e2e/b.ts';"],
    ['a file stands outside of every room', 'src/other/a.ts', ''],
  ])('refuses that %s', (_title, file, text) => {
    expect(messages(file, text)).toHaveLength(1);
  });

  it('gives the line and the reason', () => {
    const [found] = checkImports('src/charts/a.tsx', "// one\n\nimport { s } from '../store/b.ts';", ZONES);
    expect(found).toMatchObject({ line: 3, message: expect.stringContaining('do not know the store') });
  });

  it('takes the longest room that holds a file', () => {
    expect(zoneOf('src/worker/protocol.ts', ZONES)?.room).toBe('src/worker/protocol.ts');
    expect(zoneOf('src/worker/host.ts', ZONES)?.room).toBe('src/worker');
  });

  it('has one sentence of reason for each row', () => {
    for (const zone of ZONES) expect(zone.because).toMatch(/^[A-Z].*\.$/);
  });
});

describe('checkPurity', () => {
  it.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    'performance.now()',
    'const t = window.innerWidth',
    'setTimeout(() => {}, 1)',
    'const o = { now: performance }',
    'x.toLocaleString()',
    'd.getHours()',
  ])('finds %s', (text) => {
    expect(checkPurity('src/core/a.ts', text)).not.toEqual([]);
  });

  it.each([
    'new Date(ms)',
    'Date.UTC(2026, 0)',
    'Math.ceil(2.5)',
    'const o = { window: 3 }; o.window',
    'interface A { readonly window: number }',
    'const { window: w } = record',
    'function widest(window: number) { return window + 1; }',
    'class A { private window(): void {} }',
    'd.getUTCHours()',
    '// Date.now() would make it depend on the day',
  ])('is content with %s', (text) => {
    expect(checkPurity('src/core/a.ts', text)).toEqual([]);
  });
});

describe('checkMinors', () => {
  it.each([
    "minor >= '1.33'",
    'release.minor < other',
    "kubernetes === '1.37'",
    "switch (m) { case '1.30': }",
  ])('finds %s', (text) => {
    expect(checkMinors('src/core/a.ts', text)).not.toEqual([]);
  });

  it.each(["const newest = '1.37'", 'release.configurableTolerance', "unit === 'm'", 'ratio > 1.1'])(
    'is content with %s',
    (text) => {
      expect(checkMinors('src/core/a.ts', text)).toEqual([]);
    },
  );
});
