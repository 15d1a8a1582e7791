import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Lesson,
  LIMITER_KINDS,
  newScenario,
  readScenario,
  scenarioJson,
  scenarioYaml,
  simulate,
  type Workshop,
} from '../core/index.ts';
import { lessonFile, workshopFile } from '../core/lesson/files.ts';
import { loadCsv } from '../exports/load.ts';
import { resultsCsv, resultsJson } from '../exports/results.ts';
import { markdownSummary } from '../exports/summary.ts';
import { encodeScenario } from '../share/index.ts';
import { encodeWorkshop } from '../share/workshops.ts';
import { LONGEST_IMPORT, recognise, refusalBySize } from './recognise.ts';

const EXAMPLE = readFileSync('examples/06-gateway.yaml', 'utf8');
const scenario = newScenario(EXAMPLE);
const { manifest } = readScenario(scenario);
if (manifest === undefined) throw new Error('the example does not run');
const { trace } = simulate(scenario, manifest);

const LESSON: Lesson = {
  version: 1,
  id: 'mine',
  chapter: 'own',
  title: 'Mine',
  text: 'Look.',
  reveal: '',
  start: scenario,
  locked: [],
  goal: [],
  hints: [],
  variants: [],
  sources: [],
  beliefs: [],
  given: [],
};
const LESSON_OF_NOTHING = { ...LESSON, title: '' };
const WORKSHOP: Workshop = {
  version: 1,
  title: 'Tuesday',
  text: '',
  hasSolutions: true,
  steps: [{ kind: 'lesson', lesson: LESSON }],
};

describe('what the page writes is told apart', () => {
  test.each([
    ['JSON', scenarioJson(scenario)],
    ['YAML', scenarioYaml(scenario)],
    ['YAML with a mark at its start', `\ufeff${scenarioYaml(scenario)}`],
  ])('a scenario as %s', (_form, text) => {
    expect(recognise(text)).toMatchObject({
      kind: 'scenario',
      from: 'file',
      scenario: { manifest: EXAMPLE },
    });
  });

  test('a lesson, a workshop and its link', async () => {
    expect(recognise(lessonFile(LESSON))).toEqual({ kind: 'lesson', lesson: LESSON });
    expect(recognise(workshopFile(WORKSHOP))).toEqual({ kind: 'workshop', workshop: WORKSHOP });
    const fragment = await encodeWorkshop(WORKSHOP);
    for (const text of [fragment, `Join us: https://example.org/hpa/#${fragment}`]) {
      expect(recognise(text)).toEqual({ kind: 'link', fragment });
    }
  });

  test.each([
    [lessonFile(LESSON_OF_NOTHING), 'This lesson cannot be opened. title '],
    ['kind: HPAPlaygroundWorkshop\nversion: 1\n', 'This workshop cannot be opened. '],
    [
      'kind: HPAPlaygroundWorkshop\n\tsteps: [\n',
      'This workshop cannot be opened. This is neither YAML nor JSON',
    ],
    [`kind: HPAPlaygroundWorkshop\n# ${'x'.repeat(8_000_000)}`, 'at most 8 million characters'],
    ['kind: HPAPlaygroundPattern\nid: a\n', 'find it under “Learn”'],
  ])('what is taught with and damaged is refused with the reason: %.40s', (text, message) => {
    expect(recognise(text)).toEqual({ kind: 'refused', message: expect.stringContaining(message) });
  });

  test('results in JSON hold their scenario', () => {
    const text = [...resultsJson(scenario, trace, LIMITER_KINDS)].join('');
    expect(recognise(text)).toEqual({ kind: 'scenario', scenario, from: 'results' });
    expect(recognise(text.slice(0, -50))).toMatchObject({ kind: 'refused' });
  });

  test('results as a table are refused with the reason', () => {
    expect(recognise([...resultsCsv(trace)].join(''))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('results of a run'),
    });
  });

  test('a link, alone and in a report', async () => {
    const fragment = await encodeScenario(scenario);
    const link = `https://example.org/hpa/#${fragment}`;
    for (const text of [link, `#${fragment}`, ` ${fragment}\n`, markdownSummary({ scenario, trace, link })]) {
      expect(recognise(text)).toEqual({ kind: 'link', fragment });
    }
  });

  test('a load', () => {
    const [load] = scenario.loads;
    if (load === undefined) throw new Error('no load');
    const read = recognise(loadCsv(load));
    expect(read).toMatchObject({ kind: 'load', load: { format: 'csv' } });
    if (read.kind !== 'load') return;
    expect([...(read.load.series[0]?.values ?? [])]).toEqual(load.points.map(({ value }) => value));
    expect([...(read.load.series[0]?.seconds ?? [])]).toEqual(load.points.map(({ atSeconds }) => atSeconds));
    expect(read.load.series[0]?.unit).toBe(load.unit);
  });
});

describe('what others write is told apart', () => {
  test.each(readdirSync('examples').filter((file) => file.endsWith('.yaml')))('manifest %s', (file) => {
    expect(recognise(readFileSync(`examples/${file}`, 'utf8'))).toMatchObject({ kind: 'manifest' });
  });

  test.each([
    [
      'a list as kubectl prints it',
      'apiVersion: v1\nitems:\n- apiVersion: autoscaling/v2\n  kind: HorizontalPodAutoscaler\nkind: List\n',
    ],
    ['JSON', '{"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","spec":{}}'],
    ['with what is wrong in it', 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: [\n'],
  ])('a manifest: %s', (_title, text) => {
    expect(recognise(text)).toEqual({ kind: 'manifest', text });
  });

  test('an answer of Prometheus', () => {
    const values = [0, 60, 120].map((at) => [1_700_000_000 + at, String(at)]);
    const answer = { status: 'success', data: { resultType: 'matrix', result: [{ metric: {}, values }] } };
    expect(recognise(JSON.stringify(answer))).toMatchObject({ kind: 'load', load: { format: 'prometheus' } });
  });

  test.each([
    ['nothing', ' \n', 'nothing in it'],
    ['a picture', '\ufffdPNG\r\n\u001a\n\0\0\0', 'no text'],
    ['a page', '<!doctype html><title>x</title>', 'markup'],
    ['prose', 'Dear all,\nplease find attached.', 'not recognised'],
    ['events', 'LAST SEEN   TYPE   REASON   OBJECT   MESSAGE\n', 'list of events'],
    ['a scenario to come', '{"kind":"HPAPlaygroundScenario","version":9}', 'version must be'],
    ['too much', 'x'.repeat(LONGEST_IMPORT + 1), 'longer than 16 MB'],
  ])('%s is refused with what to do', (_title, text, words) => {
    expect(recognise(text)).toMatchObject({ kind: 'refused', message: expect.stringContaining(words) });
  });

  test('a file is refused by its size alone', () => {
    expect(refusalBySize(0)).toContain('empty');
    expect(refusalBySize(LONGEST_IMPORT + 1)).toContain('16 MB');
    expect(refusalBySize(1)).toBeUndefined();
  });

  test('anything at all gets an answer', () => {
    const written = [EXAMPLE, scenarioYaml(scenario), scenarioJson(scenario)];
    const cut = fc
      .tuple(fc.constantFrom(...written), fc.nat(3000), fc.nat(3000), fc.string({ unit: 'binary' }))
      .map(([text, from, to, put]) => text.slice(0, from) + put + text.slice(from + to));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), cut), (text) => {
        expect(['scenario', 'link', 'manifest', 'cluster', 'load', 'refused']).toContain(
          recognise(text).kind,
        );
      }),
      { numRuns: 400 },
    );
  });
});
