import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newScenario, parseScenario } from '../core/index.ts';
import { EXIT, simulateCommand } from './simulateCommand.ts';

const EXAMPLE = readFileSync(new URL('../../examples/01-web-cpu.yaml', import.meta.url), 'utf8');

/** Runs the command in a world of a few files. */
function run(words: readonly string[], files: Record<string, string> = {}) {
  const written: Record<string, string> = {};
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = simulateCommand(words, {
    read(path) {
      const text = files[path];
      if (text === undefined) throw new Error(`no such file: ${path}`);
      return text;
    },
    write(path, text) {
      if (path.startsWith('/no/')) throw new Error(`cannot write ${path}`);
      written[path] = text;
    },
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, written, printed: printed.join('\n'), complaints: complaints.join('\n') };
}

describe('simulate', () => {
  const wrong: readonly (readonly [string, readonly string[], string])[] = [
    ['nothing to run', ['--out', 'o.json'], 'no scenario or manifest'],
    ['no place for the result', ['web.yaml'], '--out FILE is missing'],
    ['two inputs', ['a.yaml', 'b.yaml', '--out', 'o.json'], 'one scenario or manifest at a time'],
    ['an option that does not exist', ['a.yaml', '--out', 'o.json', '--fast'], '--fast'],
    ['an option without its value', ['a.yaml', '--out'], '--out'],
    ['a file that is not there', ['missing.yaml', '--out', 'o.json'], 'no such file'],
    ['a place that cannot be written', ['web.yaml', '--out', '/no/o.json'], 'cannot write'],
  ];
  for (const [title, words, message] of wrong) {
    it(`refuses ${title} with exit code 2`, () => {
      const { code, complaints, written } = run(words, { 'web.yaml': EXAMPLE });
      expect(code).toBe(EXIT.wrongArguments);
      expect(complaints).toContain(message);
      expect(written).toEqual({});
    });
  }

  const wrongRandom: readonly (readonly [string, readonly string[], string])[] = [
    ['a seed that is no number', ['--random', 'x', '--trace', 't.json'], 'whole number'],
    ['a seed beyond the largest', ['--random', '9999999999', '--trace', 't.json'], 'whole number'],
    [
      'a minor that is not there',
      ['--random', '1', '--kubernetes', '1.29', '--trace', 't.json'],
      'one of 1.27',
    ],
    ['a random scenario with a file', ['web.yaml', '--random', '1', '--trace', 't.json'], 'its own scenario'],
    ['nothing to write', ['--random', '1'], 'nothing to write'],
    ['a minor without a seed', ['web.yaml', '--kubernetes', '1.33', '--out', 'o.json'], 'goes with --random'],
  ];
  for (const [title, words, message] of wrongRandom) {
    it(`refuses ${title} with exit code 2`, () => {
      const { code, complaints, written } = run(words, { 'web.yaml': EXAMPLE });
      expect(code).toBe(EXIT.wrongArguments);
      expect(complaints).toContain(message);
      expect(written).toEqual({});
    });
  }

  it('makes up a scenario that follows from its seed, and runs it', () => {
    const words = ['--random', '7', '--kubernetes', '1.33', '--trace', 't.json', '--scenario', 's.json'];
    const first = run(words);
    expect(first.code).toBe(EXIT.done);
    expect(JSON.parse(first.written['t.json'] ?? '')).toMatchObject({ kubernetes: '1.33' });
    const scenario = parseScenario(JSON.parse(first.written['s.json'] ?? ''));
    expect(scenario.ok && scenario.scenario.seed).toBe(7);
    expect(run(words).written).toEqual(first.written);
    expect(run(words.with(1, '8')).written['s.json']).not.toBe(first.written['s.json']);
  });

  it('says where a manifest cannot be run', () => {
    const { code, complaints } = run(['web.yaml', '--out', 'o.json'], {
      'web.yaml': EXAMPLE.replace('maxReplicas: 10', 'maxReplicas: 0'),
    });
    expect(code).toBe(EXIT.cannotRun);
    expect(complaints).toMatch(/web\.yaml:\d+:\d+: error: .*maxReplicas/);
  });

  it('refuses a scenario with a field out of range, and text that is no JSON', () => {
    const scenario = { ...newScenario(EXAMPLE), durationSeconds: -1 };
    expect(run(['s.json', '--out', 'o.json'], { 's.json': JSON.stringify(scenario) })).toMatchObject({
      code: EXIT.cannotRun,
      complaints: expect.stringContaining('durationSeconds'),
    });
    expect(run(['s.json', '--out', 'o.json'], { 's.json': '{' }).code).toBe(EXIT.cannotRun);
  });

  it('names the limit that a scenario passes', () => {
    const scenario = newScenario(EXAMPLE.replace('maxReplicas: 10', 'maxReplicas: 2000000000'));
    const { code, complaints } = run(['s.json', '--out', 'o.json'], { 's.json': JSON.stringify(scenario) });
    expect(code).toBe(EXIT.cannotRun);
    expect(complaints).toContain('Lower maxReplicas');
  });

  it('runs a manifest, and the scenario that the page makes of it, alike', () => {
    const scenario = JSON.stringify(newScenario(EXAMPLE));
    const fromManifest = run(['web.yaml', '--out', 'o.json'], { 'web.yaml': EXAMPLE });
    const fromScenario = run(['s.json', '--out', 'o.json'], { 's.json': scenario });
    expect(fromManifest.code).toBe(EXIT.done);
    expect(fromManifest.written).toEqual(fromScenario.written);
    const trace = JSON.parse(fromManifest.written['o.json'] ?? '');
    expect(trace.syncs.atSeconds).toHaveLength(240);
    expect(trace.summary.scaleUps).toBeGreaterThan(0);
    expect(fromManifest.printed).toContain('240 syncs');
  });

  it('writes what the controller saw at every sync', () => {
    const { written } = run(['web.yaml', '--out', 'o.json', '--trace', 't.json'], { 'web.yaml': EXAMPLE });
    const trace = JSON.parse(written['t.json'] ?? '');
    expect(trace).toMatchObject({ name: 'web', kubernetes: '1.37', start: '2026-01-01T00:00:00Z' });
    expect(trace.steps).toHaveLength(240);
    expect(trace.steps[0]).toMatchObject({ t: 0, scale: { selector: 'app=web' }, metrics: { resource: {} } });
  });
});
