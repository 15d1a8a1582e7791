import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINORS } from '../src/core/releases/types.ts';
import { describeReport, exitCode, runConformance } from './conformance.ts';
import { runControllerTraces } from './suites/controllerTraces.ts';

const VECTORS = fileURLToPath(new URL('./vectors', import.meta.url));

describe('the recorded traces of the real controller', () => {
  it.each(MINORS)('%s: the controller does the same, step by step', { timeout: 120_000 }, (minor) => {
    const results = runControllerTraces(VECTORS, minor);
    expect(results.map(({ suite }) => suite)).toEqual(['controller', 'admission']);
    for (const { suite, cases, mismatches, shown } of results) {
      expect({ suite, mismatches, shown }).toEqual({ suite, mismatches: 0, shown: [] });
      expect(cases).toBeGreaterThan(300);
    }
  });
});

describe('the recorded cases of the API and of kubectl', () => {
  const { results, unchecked } = runConformance([join(VECTORS, 'api')]);

  it.each(results)('$suite $minor: nothing differs', ({ cases, mismatches, shown }) => {
    expect({ mismatches, shown }).toEqual({ mismatches: 0, shown: [] });
    expect(cases).toBeGreaterThan(50);
  });

  it('are found, those included that nothing checks yet', () => {
    const checked = results.map(({ suite, minor }) => `${suite} ${minor}`);
    for (const suite of ['quantity', 'selectors', 'kubectl']) {
      expect(checked).toContain(`${suite} 1.37`);
      expect(checked).toContain(`${suite} 1.33`);
    }
    expect(checked).toContain('gofloat 1.37');
    for (const { cases } of unchecked) expect(cases).toBeGreaterThan(0);
  });
});

describe('the recorded answers of KEDA', () => {
  const { results, unchecked } = runConformance([join(VECTORS, 'keda')]);

  it.each(results)('$suite: nothing differs', ({ cases, mismatches, shown }) => {
    expect({ mismatches, shown }).toEqual({ mismatches: 0, shown: [] });
    expect(cases).toBeGreaterThan(50);
  });

  it('are all checked', () => {
    expect(results.map(({ suite }) => suite).toSorted()).toEqual(['keda-hpa', 'keda-schema', 'keda-webhook']);
    expect(unchecked).toEqual([]);
  });
});

describe('a folder of vectors', () => {
  const SCENARIO = 'lifecycle-restart-downscale';
  let dir = '';

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'conformance-'));
    cpSync(join(VECTORS, '1.37', `${SCENARIO}.json`), join(dir, '1.37', `${SCENARIO}.json`));
    writeIndex({ [SCENARIO]: '1.37' });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function writeIndex(scenarios: Record<string, string>): void {
    writeFileSync(join(dir, '1.37', 'index.json'), JSON.stringify({ kubernetes: '1.37', scenarios }));
  }

  function editTrace(edit: (text: string) => string): void {
    const path = join(dir, '1.37', `${SCENARIO}.json`);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  }

  function run(): { lines: readonly string[]; code: number } {
    const report = runConformance([dir]);
    return { lines: describeReport(report), code: exitCode(report) };
  }

  it('is found whether it holds minors or is a minor itself', () => {
    expect(run().lines[0]).toMatch(/^controller 1\.37: 1 cases, \d+ steps, 0 mismatches$/);
    expect(exitCode(runConformance([join(dir, '1.37')]))).toBe(0);
    expect(run().code).toBe(0);
  });

  it.each([
    ['a time of the schedule', '"t":30,', '"t":31,'],
    ['an event', '"reason":"SuccessfulRescale"', '"reason":"Rescaled"'],
    ['a condition of the status', 'the desired count is within', 'the desired count lies within'],
    ['a scale update', '"scaleUpdate":', '"scaleUpdate":1'],
    ['a number of status writes', '"statusWrites":1', '"statusWrites":2'],
    ['an input', '"cpu":"1', '"cpu":"9'],
  ])('shows a mismatch of %s', (_what, from, to) => {
    editTrace((text) => text.replace(from, to));
    const { lines, code } = run();
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/[1-9]\d* mismatches\n {2}1\.37\/lifecycle-restart-downscale\.json t=/);
  });

  it.each([
    ['no JSON', () => editTrace(() => '{')],
    ['no steps', () => editTrace((text) => text.replace('"steps"', '"stages"'))],
    ['an unknown pod template', () => editTrace((text) => text.replace('"tpl":"web"', '"tpl":"gone"'))],
    ['a missing trace', () => writeIndex({ [SCENARIO]: '1.37', other: '1.37' })],
    ['a name that leaves the folder', () => writeIndex({ [SCENARIO]: '../../etc' })],
  ])('reports %s by its file and goes on', (_what, damage) => {
    damage();
    const { lines, code } = run();
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/1\.37\/(index|other|lifecycle-restart-downscale)\.json/);
  });

  it('says so when there is nothing to check', () => {
    rmSync(join(dir, '1.37'), { recursive: true });
    expect(run()).toEqual({ lines: [], code: 2 });
  });

  it('runs suites of cases by the name inside the file, and does not count those it cannot run', () => {
    rmSync(join(dir, '1.37'), { recursive: true });
    const cases = [
      { kind: 'parse', in: '1.5', out: { string: '1500m', milliValue: '1500' } },
      { kind: 'parse', in: '1x', err: 'something else' },
    ];
    writeFileSync(join(dir, 'a.json'), JSON.stringify({ suite: 'quantity', kubernetes: '1.37.1', cases }));
    writeFileSync(join(dir, 'b.json'), JSON.stringify({ suite: 'weather', kubernetes: '1.37.1', cases }));
    const { lines, code } = run();
    expect(lines).toContain('quantity 1.37: 2 cases, 2 steps, 1 mismatches');
    expect(lines).toContain('weather 1.37: no runner yet, 2 cases not checked');
    expect(code).toBe(1);
  });
});
