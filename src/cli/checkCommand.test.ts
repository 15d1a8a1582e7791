import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECK_EXIT, checkCommand } from './checkCommand.ts';
import type { CheckedFile } from './checkFile.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const example = (name: string) => readFileSync(new URL(name, EXAMPLES), 'utf8');

const FILES: Readonly<Record<string, string>> = {
  'good.yaml': example('06-gateway.yaml'),
  'old.yaml': example('05-v2beta2-pods-metric.yaml'),
  'bad.yaml': example('01-web-cpu.yaml').replace('maxReplicas: 10', 'maxReplicas: 0'),
  'tolerance.yaml': example('15-tolerance.yaml'),
  'requests.yaml': example('14-missing-requests.yaml'),
};

/** Runs the command in a world of these files. */
function run(...words: readonly string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = checkCommand(words, {
    read(path) {
      const text = FILES[path];
      if (text === undefined) throw new Error(`no such file: ${path}`);
      return text;
    },
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') };
}

function json(...words: readonly string[]): readonly CheckedFile[] {
  return JSON.parse(run(...words, '--json').printed) as readonly CheckedFile[];
}

describe('check', () => {
  it.each([
    ['no file', [], 'no file is named'],
    ['an unknown option', ['good.yaml', '--fast'], '--fast'],
    ['an unknown minor', ['good.yaml', '--kubernetes', '1.20'], '1.37'],
    ['an unknown gate', ['good.yaml', '--feature-gates', 'Foo=true'], 'Foo=true'],
    ['a gate without a value', ['good.yaml', '--feature-gates', 'HPAScaleToZero'], 'HPAScaleToZero'],
  ])('refuses %s with exit code 2', (_title, words, message) => {
    const { code, complaints, printed } = run(...words);
    expect(code).toBe(CHECK_EXIT.wrongArguments);
    expect(complaints).toContain(message);
    expect(printed).toBe('');
  });

  it('prints one array with --json, and nothing else', () => {
    const [good, bad] = json('good.yaml', 'bad.yaml');
    expect(good).toMatchObject({ file: 'good.yaml', outcome: 'accept', errors: [] });
    expect(bad).toMatchObject({ file: 'bad.yaml', outcome: 'error' });
    expect(bad?.errors[0]).toEqual({
      message: expect.stringContaining('spec.maxReplicas'),
      path: 'spec.maxReplicas',
      line: 43,
      column: 16,
    });
  });

  it('ends with 0 when everything runs, and with 1 when something does not', () => {
    expect(run('good.yaml', 'old.yaml').code).toBe(CHECK_EXIT.allRun);
    expect(run('good.yaml', 'bad.yaml').code).toBe(CHECK_EXIT.someDoNot);
  });

  it('reports a file that cannot be read, and goes on', () => {
    const [missing, good] = json('missing.yaml', 'good.yaml');
    expect(missing).toEqual({
      file: 'missing.yaml',
      outcome: 'error',
      errors: [{ message: 'no such file: missing.yaml', path: '', line: 1, column: 1 }],
      advice: [],
    });
    expect(good?.outcome).toBe('accept');
  });

  it('asks the server of the minor, with its gates', () => {
    expect(json('tolerance.yaml', '--kubernetes', '1.32')[0]?.outcome).toBe('error');
    expect(json('tolerance.yaml', '--kubernetes', 'v1.33.2')[0]?.outcome).toBe('accept');
    const gates = ['--feature-gates', 'HPAConfigurableTolerance=true'];
    const rules = json('tolerance.yaml', '--kubernetes', '1.33', ...gates)[0]?.advice.map(({ rule }) => rule);
    expect(rules).not.toContain('tolerance-dropped');
  });

  it('counts warnings of the reader among the advice, and says nothing twice', () => {
    const [old, requests] = json('old.yaml', 'requests.yaml');
    expect(old?.advice).toContainEqual({
      rule: 'old-api-version',
      message: expect.stringContaining('v2beta2'),
      line: 2,
    });
    const atContainer = requests?.advice.filter(({ line }) => line === 16) ?? [];
    expect(atContainer.filter(({ rule }) => /request/.test(rule))).toHaveLength(1);
  });

  it('tells people file, line, column, severity and rule', () => {
    const { printed } = run('bad.yaml');
    expect(printed).toMatch(/^bad\.yaml: error\nbad\.yaml:\d+:\d+: error: spec\.maxReplicas.*\(field-/);
  });

  it('explains itself', () => {
    expect(run('--help')).toMatchObject({ code: CHECK_EXIT.allRun });
    expect(run('--help').printed).toContain('--kubernetes');
  });
});
