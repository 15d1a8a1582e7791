import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LIMITER_KINDS,
  newScenario,
  readScenario,
  type Scenario,
  simulate,
  type Trace,
} from '../core/index.ts';
import { csvLine } from './csv.ts';
import { fileName } from './fileNames.ts';
import { loadCsv } from './load.ts';
import { codeBlock, codeSpan, plain } from './markdown.ts';
import { RESULTS_FIRST_HEADERS, RESULTS_KIND, resultsCsv, resultsJson } from './results.ts';
import { markdownSummary } from './summary.ts';

function runOf(file: string): { scenario: Scenario; trace: Trace } {
  const scenario = newScenario(readFileSync(`examples/${file}`, 'utf8'));
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error(`${file} does not run`);
  return { scenario, trace: simulate(scenario, manifest).trace };
}

const { scenario, trace } = runOf('06-gateway.yaml');

/** Reads what `csvLine` writes, by the rules of RFC 4180. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    if (whole === '') break;
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('separated values', () => {
  test('hold any text to the letter, but none that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const [read] = cellsOf(csvLine(texts));
        expect(read).toEqual(texts.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
      }),
    );
  });

  test('leave empty what is not known', () => {
    expect(csvLine(['a', undefined, Number.NaN, Number.POSITIVE_INFINITY, 0, -1.5])).toBe('a,,,,0,-1.5\r\n');
  });
});

describe('results as CSV', () => {
  const rows = cellsOf([...resultsCsv(trace)].join(''));
  const [head = []] = rows;

  test('have a line a sync, and a unit in every header that needs one', () => {
    expect(rows).toHaveLength(trace.syncs.atSeconds.length + 1);
    expect(head.join(',')).toContain(RESULTS_FIRST_HEADERS);
    expect(new Set(head).size).toBe(head.length);
    expect(
      head.filter((title) => /\((s|requests\/s|requests|cores|bytes|% of request)\)$/.test(title)).length,
    ).toBeGreaterThan(8);
    for (const row of rows) expect(row).toHaveLength(head.length);
  });

  test('say what the trace says', () => {
    const sync = trace.syncs.rescaled.indexOf(1);
    const cell = (header: string): string | undefined => rows[sync + 1]?.[head.indexOf(header)];
    expect(cell('time (s)')).toBe(String(trace.syncs.atSeconds[sync]));
    expect(cell('desired replicas')).toBe(String(trace.syncs.desiredReplicas[sync]));
    expect(cell('decided by')).toBe(LIMITER_KINDS[trace.syncs.limiter[sync] ?? 0]);
    const sample = trace.cluster.atSeconds.findLastIndex((at) => at <= (trace.syncs.atSeconds[sync] ?? 0));
    expect(cell('ready pods')).toBe(String(trace.cluster.readyPods[sample]));
    expect(cell('offered (requests/s)')).toBe(String(trace.cluster.offered[sample]));
  });

  test('come in pieces that are quick to make', () => {
    const many = 5_000;
    const column = new Int32Array(many).fill(3);
    const syncs = {
      ...trace.syncs,
      atSeconds: Float64Array.from({ length: many }, (_, sync) => sync * 15),
      currentReplicas: column,
      desiredReplicas: column,
    };
    const pieces = [...resultsCsv({ ...trace, syncs })];
    expect(pieces).toHaveLength(6);
    expect(pieces.join('').split('\r\n')).toHaveLength(many + 2);
  });
});

describe('results as JSON', () => {
  test('are the trace and its scenario', () => {
    const read = JSON.parse([...resultsJson(scenario, trace, LIMITER_KINDS)].join(''));
    expect(read).toMatchObject({ kind: RESULTS_KIND, version: 1, scenario, summary: trace.summary });
    expect(Object.keys(read)).toEqual(expect.arrayContaining(Object.keys(trace)));
    expect(read.syncs.desiredReplicas).toEqual([...trace.syncs.desiredReplicas]);
    expect(read.pods).toHaveLength(trace.pods.length);
    expect(read.events).toEqual(trace.events);
    expect(read.metrics[0].current).toHaveLength(trace.syncs.atSeconds.length);
    expect(read.limiterKinds[read.syncs.limiter[0]]).toBe(LIMITER_KINDS[trace.syncs.limiter[0] ?? 0]);
  });

  test('of a run without pods and events are whole too', () => {
    const empty = { ...trace, pods: [], events: [], metrics: [] };
    const read = JSON.parse([...resultsJson(scenario, empty, LIMITER_KINDS)].join(''));
    expect(read).toMatchObject({ pods: [], events: [], metrics: [] });
  });
});

test('a load curve is a table with its unit', () => {
  const points = [
    { atSeconds: 0, value: 2.5 },
    { atSeconds: 60, value: 1e-7 },
  ];
  expect(loadCsv({ id: 'a,b', unit: 'requests/s', interpolation: 'step', points })).toBe(
    'seconds,"a,b (requests/s)"\r\n0,2.5\r\n60,1e-7\r\n',
  );
});

test('names of files hold nothing that a system minds', () => {
  expect(fileName('web', 'charts', 'png')).toBe('web-charts.png');
  expect(fileName('../../etc/Passwd\u0000', 'run', 'csv')).toBe('etc-passwd-run.csv');
  expect(fileName('😀', 'run', 'csv')).toBe('hpa-run.csv');
  expect(fileName(undefined, 'run', 'csv')).toBe('hpa-run.csv');
  expect(fileName('x'.repeat(300), 'run', 'csv').length).toBeLessThan(80);
});

describe('Markdown', () => {
  test('shows any text and takes none of it for markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text).replace(/&#\d+;/g, '')).not.toMatch(/[\\`*_[\]()<>#|~&@\n]/);
        expect(codeSpan(text)).not.toContain('\n');
        const [, fence = '', body = ''] = /^(`+)x\n([\s\S]*)\n\1\n$/.exec(codeBlock(text, 'x')) ?? [];
        expect(body).not.toContain(fence);
        expect(body).toBe(text.replace(/\n$/, ''));
      }),
    );
  });

  test('summary has link, picture, outcomes, changes, events and the manifest', () => {
    const link = 'https://example.org/hpa/#2.abc_-';
    const text = markdownSummary({ scenario, trace, link, picture: 'gateway-charts.png' });
    expect(text).toContain(`## HPA \`${trace.hpa.metadata.name}\``);
    expect(text).toContain(`(<${link}>)`);
    expect(text).toContain('](gateway-charts.png)');
    expect(text).toMatch(/\n\| Pod time \| \d+&#46;\d+ pod&#45;hours \|\n/);
    expect(text).toMatch(/\n\| 00:\d\d:\d\d \| `\w+` \| \d+ → \d+ \|\n/);
    expect(text).toContain('```text\nLAST SEEN');
    expect(text).toContain(scenario.manifest.trimEnd());
    expect(markdownSummary({ scenario, trace, link })).not.toContain('![');
  });

  test('summary cannot be broken out of', () => {
    const evil = '````\n</details><script>alert(1)</script>\n```';
    const hpa = {
      ...trace.hpa,
      metadata: { ...trace.hpa.metadata, name: '`x` <img src=x onerror=alert(1)>' },
    };
    const text = markdownSummary({
      scenario: { ...scenario, manifest: evil },
      trace: { ...trace, hpa },
      link: 'https://example.org/#2.a>) <script>',
      picture: 'a.png',
    });
    expect(text).toContain(`\`\`\`\`\`yaml\n${evil}\n\`\`\`\`\``);
    expect(text).toContain('## HPA ``');
    expect(text).not.toContain('(<https://example.org/#2.a>)');
  });
});
