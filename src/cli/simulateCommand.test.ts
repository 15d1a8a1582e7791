import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newScenario, readScenarioFile, scenarioJson, scenarioYaml } from '../core/index.ts';
import { encodeScenario } from '../share/index.ts';
import { EXIT, simulateCommand } from './simulateCommand.ts';

const EXAMPLE = readFileSync(new URL('../../examples/01-web-cpu.yaml', import.meta.url), 'utf8');

/** Runs the command in a world of a few files. */
async function run(words: readonly string[], files: Record<string, string> = {}) {
  const written: Record<string, string> = {};
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await simulateCommand(words, {
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
    it(`refuses ${title} with exit code 2`, async () => {
      const { code, complaints, written } = await run(words, { 'web.yaml': EXAMPLE });
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
    it(`refuses ${title} with exit code 2`, async () => {
      const { code, complaints, written } = await run(words, { 'web.yaml': EXAMPLE });
      expect(code).toBe(EXIT.wrongArguments);
      expect(complaints).toContain(message);
      expect(written).toEqual({});
    });
  }

  it('makes up a scenario that follows from its seed, and runs it', async () => {
    const words = ['--random', '7', '--kubernetes', '1.33', '--trace', 't.json', '--scenario', 's.json'];
    const first = await run(words);
    expect(first.code).toBe(EXIT.done);
    expect(JSON.parse(first.written['t.json'] ?? '')).toMatchObject({ kubernetes: '1.33' });
    const scenario = readScenarioFile(first.written['s.json'] ?? '');
    expect(scenario?.ok && scenario.scenario.seed).toBe(7);
    expect((await run(words)).written).toEqual(first.written);
    expect((await run(words.with(1, '8'))).written['s.json']).not.toBe(first.written['s.json']);
  });

  it('says where a manifest cannot be run', async () => {
    const { code, complaints } = await run(['web.yaml', '--out', 'o.json'], {
      'web.yaml': EXAMPLE.replace('maxReplicas: 10', 'maxReplicas: 0'),
    });
    expect(code).toBe(EXIT.cannotRun);
    expect(complaints).toMatch(/web\.yaml:\d+:\d+: error: .*maxReplicas/);
  });

  it('refuses a scenario with a field out of range, and text that is no JSON', async () => {
    const scenario = { ...newScenario(EXAMPLE), durationSeconds: -1 };
    expect(await run(['s.json', '--out', 'o.json'], { 's.json': JSON.stringify(scenario) })).toMatchObject({
      code: EXIT.cannotRun,
      complaints: expect.stringContaining('durationSeconds'),
    });
    expect((await run(['s.json', '--out', 'o.json'], { 's.json': '{' })).code).toBe(EXIT.cannotRun);
  });

  it('names the limit that a scenario passes', async () => {
    const scenario = newScenario(EXAMPLE.replace('maxReplicas: 10', 'maxReplicas: 2000000000'));
    const { code, complaints } = await run(['s.json', '--out', 'o.json'], {
      's.json': JSON.stringify(scenario),
    });
    expect(code).toBe(EXIT.cannotRun);
    expect(complaints).toContain('Lower maxReplicas');
  });

  it('runs a manifest, and the scenario that the page makes of it, alike', async () => {
    const scenario = JSON.stringify(newScenario(EXAMPLE));
    const fromManifest = await run(['web.yaml', '--out', 'o.json'], { 'web.yaml': EXAMPLE });
    const fromScenario = await run(['s.json', '--out', 'o.json'], { 's.json': scenario });
    expect(fromManifest.code).toBe(EXIT.done);
    const trace = JSON.parse(fromManifest.written['o.json'] ?? '');
    expect(trace).toEqual(JSON.parse(fromScenario.written['o.json'] ?? ''));
    expect(trace.syncs.atSeconds).toHaveLength(240);
    expect(trace.summary.scaleUps).toBeGreaterThan(0);
    expect(fromManifest.printed).toContain('240 syncs');
  });

  it('runs what the page saves, and what it links to, as the page does', async () => {
    const scenario = { ...newScenario(EXAMPLE), durationSeconds: 1800, kubernetes: '1.33' as const };
    const fragment = await encodeScenario(scenario);
    const files = { 's.json': scenarioJson(scenario), 's.yaml': scenarioYaml(scenario) };
    const runs = await Promise.all(
      ['s.json', 's.yaml', `#${fragment}`, `https://example.org/hpa/?x=1#${fragment}`].map((input) =>
        run([input, '--out', 'o.json', '--scenario', 'again.yaml'], files),
      ),
    );
    for (const { code, written } of runs) {
      expect(code).toBe(EXIT.done);
      expect(written['again.yaml']).toBe(files['s.yaml']);
      expect(JSON.parse(written['o.json'] ?? '')).toEqual(JSON.parse(runs[0]?.written['o.json'] ?? ''));
    }
    expect(JSON.parse(runs[0]?.written['o.json'] ?? '')).toMatchObject({ durationSeconds: 1800 });
  });

  it('says what is wrong with a link', async () => {
    const { code, complaints } = await run(['https://example.org/#2.AAAA', '--out', 'o.json']);
    expect(code).toBe(EXIT.cannotRun);
    expect(complaints).toMatch(/^link: The link is damaged/);
  });

  it('writes what the controller saw at every sync', async () => {
    const { written } = await run(['web.yaml', '--out', 'o.json', '--trace', 't.json'], {
      'web.yaml': EXAMPLE,
    });
    const trace = JSON.parse(written['t.json'] ?? '');
    expect(trace).toMatchObject({ name: 'web', kubernetes: '1.37', start: '2026-01-01T00:00:00Z' });
    expect(trace.steps).toHaveLength(240);
    expect(trace.steps[0]).toMatchObject({ t: 0, scale: { selector: 'app=web' }, metrics: { resource: {} } });
  });
});

describe('simulate --expect', () => {
  const files = { 'web.yaml': EXAMPLE };
  it('says what is met, with the number and the instant, and needs no file to write', async () => {
    const { code, printed, written } = await run(['web.yaml', '--expect', 'max replicas <= 10'], files);
    expect(code).toBe(EXIT.done);
    expect(printed).toMatch(/^met {5}max replicas: \d+ \(\d+:\d\d\); expected at most 10\.$/m);
    expect(written).toEqual({});
  });
  it('ends with exit code 3 when something is not met, and writes all the same', async () => {
    const words = [
      'web.yaml',
      '--expect',
      'max replicas <= 2',
      '--expect',
      'scale-ups >= 1',
      '--junit',
      'j.xml',
    ];
    const { code, printed, written } = await run(words, files);
    expect(code).toBe(EXIT.notMet);
    expect(printed).toMatch(/^NOT MET max replicas: /m);
    expect(written['j.xml']).toContain('<testsuites tests="2" failures="1">');
    expect(written['j.xml']).toContain('name="max replicas &lt;= 2">');
    expect(written['j.xml']).toMatch(/<failure message="max replicas: .*; expected at most 2\."\/>/);
    expect(written['j.xml']).toContain('name="scale-ups &gt;= 1"/>');
  });
  it('points at what cannot be read', async () => {
    const { code, complaints } = await run(['web.yaml', '--expect', 'max replicas <= soon'], files);
    expect(code).toBe(EXIT.wrongArguments);
    expect(complaints).toContain(
      '--expect: Here a number is missing.\n  max replicas <= soon\n                  ^',
    );
  });
  it('has nothing to put into JUnit’s file without an expectation', async () => {
    const { code, complaints } = await run(['web.yaml', '--out', 'o.json', '--junit', 'j.xml'], files);
    expect(code).toBe(EXIT.wrongArguments);
    expect(complaints).toContain('--junit goes with --expect');
  });
  it('goes with a random scenario too', async () => {
    const { code } = await run(['--random', '3', '--expect', 'max replicas >= 0'], files);
    expect(code).toBe(EXIT.done);
  });
});
