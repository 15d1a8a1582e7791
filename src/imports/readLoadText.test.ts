import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENARIO_LIMITS } from '../core/index.ts';
import { LOAD_TEXT_LIMITS } from './limits.ts';
import { readLoadText } from './readLoadText.ts';
import { sumSeries } from './series.ts';
import { toPoints } from './toPoints.ts';
import type { LoadTextChoices, LoadTextRead } from './types.ts';

function read(text: string, choices?: LoadTextChoices): LoadTextRead {
  const result = readLoadText(text, choices);
  if (!result.ok) throw new Error(result.message);
  return result;
}

function samples(text: string, choices?: LoadTextChoices): [number, number][][] {
  return read(text, choices).series.map(({ seconds, values }) =>
    Array.from(seconds, (at, index) => [at, values[index] ?? Number.NaN]),
  );
}

function refusal(text: string): string {
  const result = readLoadText(text);
  return result.ok ? 'it was read' : result.message;
}

const HOUR = [
  [0, 10],
  [60, 20],
];

describe('times of separated values', () => {
  it.each([
    ['seconds', 'time,rps\n0,10\n60,20'],
    ['seconds that begin anywhere', 'time,rps\n1000,10\n1060,20'],
    ['minutes', 'minutes,rps\n5,10\n6,20'],
    ['milliseconds', 'time_ms,rps\n500,10\n60500,20'],
    ['seconds since 1970', 'ts,rps\n1767225600,10\n1767225660,20'],
    ['milliseconds since 1970', 'ts,rps\n1767225600000,10\n1767225660000,20'],
    ['nanoseconds since 1970', 'ts,rps\n1767225600000000000,10\n1767225660000000000,20'],
    ['dates', 'time,rps\n2026-01-01T00:00:00Z,10\n2026-01-01T00:01:00Z,20'],
    ['dates with a zone', 'time,rps\n2026-01-01T01:00:00+01:00,10\n2026-01-01T00:01:00.000Z,20'],
    ['dates with a space', 'Time,rps\n2026-01-01 00:00:00,10\n2026-01-01 00:01:00,20'],
    ['clock times', 'time,rps\n23:59:30,10\n00:00:30,20'],
    ['hours and minutes', 'time,rps\n10:00,10\n10:01,20'],
    ['newest first', 'time,rps\n60,20\n0,10'],
    ['no header', '0,10\n60,20'],
    ['semicolons', '0;10\n60;20'],
    ['tabs and carriage returns', 'time\trps\r\n0\t10\r\n60\t20\r\n'],
    [
      'a byte order mark, quotes, comments and empty lines',
      '\uFEFF# exported\n"time","rps"\n\n"0","10"\n"60","20"\n',
    ],
    ['a separator line of a spreadsheet', 'sep=;\ntime;rps\n0;10\n60;20'],
    ['values first', 'rps,time\n10,2026-01-01 00:00\n20,2026-01-01 00:01'],
  ])('reads %s', (_, text) => expect(samples(text)).toEqual([HOUR]));

  it('takes rows without times as equally far apart', () => {
    expect(samples('rps\n10\n20')).toEqual([HOUR]);
    expect(samples('10\n20\n30', { spacingSeconds: 5 })).toEqual([
      [
        [0, 10],
        [5, 20],
        [10, 30],
      ],
    ]);
  });

  it('takes the column that somebody chooses', () => {
    const text = 'time,elapsed,rps\n2026-01-01,0,10\n2026-01-02,60,20';
    expect(read(text).time.candidates.map(({ name }) => name)).toEqual(['time', 'elapsed', 'rps']);
    expect(samples(text, { timeColumn: 1 })).toEqual([HOUR]);
  });

  it('says when it was', () => {
    expect(read('time,rps\n2026-01-01T00:00:00Z,1').startMs).toBe(Date.UTC(2026, 0, 1));
    expect(read('time,rps\n5,1').startMs).toBeUndefined();
  });
});

describe('values', () => {
  it.each([
    ['decimal commas', 'time;rps\n0;1.234,5\n60;2,25', [1234.5, 2.25]],
    ['decimal points and thousands', 'time,rps\n0,"1,234.5"\n60,2.25', [1234.5, 2.25]],
    ['thousands in quotes', 'time,rps\n0,"1,234"\n60,"12,000"', [1234, 12000]],
    ['spaces between thousands', 'time,rps\n0,12 000\n60,500', [12000, 500]],
    ['prefixes', 'time,rps\n0,1.5k\n60,2 M', [1500, 2e6]],
    ['powers of ten', 'time,rps\n0,1.5e3\n60,2E2', [1500, 200]],
    ['units in the cells', 'time,load\n0,15 req/s\n60,2k req/s', [15, 2000]],
    ['gaps', 'time,rps\n0,10\n30,\n40,NaN\n50,null\n60,20', [10, 20]],
    ['two values at one instant: the higher one', 'time,rps\n0,10\n0,30\n0,20', [30]],
  ])('reads %s', (_, text, values) => {
    const [series] = read(text).series;
    expect([...(series?.values ?? [])]).toEqual(values);
  });

  it('takes units from titles and from cells', () => {
    expect(read('time,Requests (req/s)\n0,1').series).toMatchObject([{ name: 'Requests', unit: 'req/s' }]);
    expect(read('time,Requests\n0,1 req/s').series).toMatchObject([{ name: 'Requests', unit: 'req/s' }]);
  });

  it('leaves out text, and names it', () => {
    const { series, notes } = read('time,host,rps\n0,web-1,10\n60,web-1,20');
    expect(series.map(({ name }) => name)).toEqual(['rps']);
    expect(notes.join(' ')).toContain('“host”');
  });

  it('keeps a column that cannot be a load beside those that can, with its reason', () => {
    const { series } = read('time,temperature,rps\n0,-4,10\n60,3,20');
    expect(series.map(({ problem }) => problem?.slice(0, 28))).toEqual([
      'Line 2, column “temperature”',
      undefined,
    ]);
  });
});

describe('refusals name the line and what to do', () => {
  it.each([
    ['', 'The text is empty'],
    ['   \n\n', 'The text is empty'],
    ['time,rps', 'There are no rows with values'],
    ['time,rps\n0,10\n60,abc', 'Line 3, column “rps”: “abc” is not a number'],
    ['# a\n\ntime,rps\n0,10\n60,abc', 'Line 5, column “rps”'],
    ['time,rps\n0,10\n60,-5', 'Line 3, column “rps”: “-5” is below zero'],
    ['time,rps\n0,10 ms\n60,5 s', 'has another unit than the rows before (ms)'],
    ['time,rps\n2026-01-01,10\nlater,20', 'Line 3: “later” in the column “time” is not a time'],
    ['time,rps\n0,10\n60,"20', 'a quotation mark is not closed'],
    ['hello\nworld', 'no column holds numbers'],
    ['{"status":"success"', 'The JSON is not whole'],
    [
      '{"status":"error","error":"parse error at char 3"}',
      'Prometheus answered with an error: “parse error at char 3”',
    ],
    ['{"data":{"resultType":"vector","result":[]}}', 'The answer holds a “vector”'],
    ['{"data":{"resultType":"matrix","result":[]}}', 'The answer holds no samples'],
    ['{"a":1}', 'This JSON is no answer of Prometheus'],
    ['[{"metric":{},"values":[["x","1"]]}]', 'result[0].values[0][0] is not as expected'],
    ['PK\0\0', 'This is no text'],
    ['x'.repeat(LOAD_TEXT_LIMITS.length + 1), 'The text is longer than'],
    [`${'1,'.repeat(300)}1`, 'columns; 200 are possible'],
    [`[${'{"metric":{},"values":[[1,"1"]]},'.repeat(250)}{"metric":{},"values":[]}]`, 'more than 200 series'],
  ])('%#', (text, message) => expect(refusal(text)).toContain(message));

  it('bounds the rows', () => {
    expect(refusal('1,2\n'.repeat(LOAD_TEXT_LIMITS.rows + 5))).toContain('more than 200000 rows');
  });
});

const ANSWER = {
  status: 'success',
  data: {
    resultType: 'matrix',
    result: [
      {
        metric: { __name__: 'http_requests', pod: 'a' },
        values: [
          [100, '1'],
          [115, 'NaN'],
          [130, '3'],
        ],
      },
      {
        metric: { pod: 'b' },
        values: [
          [115, '10'],
          [130, '20'],
        ],
      },
    ],
  },
};

describe('an answer of Prometheus', () => {
  it('is read series by series, gaps left out', () => {
    const text = JSON.stringify(ANSWER);
    expect(samples(text)).toEqual([
      [
        [0, 1],
        [30, 3],
      ],
      [
        [15, 10],
        [30, 20],
      ],
    ]);
    const { series, notes, spanSeconds, startMs } = read(text);
    expect(series.map(({ name }) => name)).toEqual(['http_requests{pod="a"}', '{pod="b"}']);
    expect({ spanSeconds, startMs }).toEqual({ spanSeconds: 30, startMs: 100_000 });
    expect(notes).toEqual(['1 samples hold no number and are left out.']);
  });

  it('may be its data or its series alone', () => {
    expect(samples(JSON.stringify(ANSWER.data))).toHaveLength(2);
    expect(samples(JSON.stringify(ANSWER.data.result))).toHaveLength(2);
  });

  it('sums series, straight across what one of them leaves out', () => {
    const { seconds, values } = sumSeries(read(JSON.stringify(ANSWER)).series);
    expect([...seconds]).toEqual([0, 15, 30]);
    expect([...values]).toEqual([1, 12, 23]);
  });
});

/** Whatever is read can be made a curve that a scenario takes. */
function expectCurve(text: string, maxPoints: number): void {
  const result = readLoadText(text);
  if (!result.ok) {
    expect(result.message).toMatch(/\.$/);
    return;
  }
  const usable = result.series.filter(({ problem }) => problem === undefined);
  for (const series of [...usable, sumSeries(usable)]) {
    for (const gaps of ['straight', 'zero'] as const) {
      const shaped = toPoints(series, { maxPoints, factor: 1, stretch: 1, gaps });
      if (!shaped.ok) continue;
      expect(shaped.points.length).toBeGreaterThan(0);
      expect(shaped.points.length).toBeLessThanOrEqual(Math.max(4, maxPoints));
      expect(shaped.points[0]?.atSeconds).toBe(0);
      shaped.points.forEach(({ atSeconds, value }, index) => {
        expect(Number.isInteger(atSeconds)).toBe(true);
        expect(atSeconds).toBeGreaterThan(shaped.points[index - 1]?.atSeconds ?? -1);
        expect(atSeconds).toBeLessThanOrEqual(SCENARIO_LIMITS.durationSeconds);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(SCENARIO_LIMITS.loadValue);
      });
    }
  }
}

const cell = fc.oneof(
  fc.double({ noDefaultInfinity: true }).map(String),
  fc.integer({ min: -5, max: 1e6 }).map(String),
  fc.constantFrom(
    '',
    'NaN',
    '1,5',
    '1.234,5',
    '10:00',
    '2026-01-01',
    '9'.repeat(30),
    '1e308',
    '"',
    '5 ms',
    '__proto__',
    '<b>',
    '+Inf',
  ),
  fc.string({ maxLength: 8 }),
);
const tables = fc
  .record({
    rows: fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ rows, delimiter, end }) => rows.map((row) => row.join(delimiter)).join(end));
const answers = fc
  .record({
    status: fc.constantFrom('success', 'error', 7),
    data: fc.oneof(
      fc.record({
        resultType: fc.constantFrom('matrix', 'vector', null),
        result: fc.array(
          fc.record({
            metric: fc.oneof(fc.dictionary(fc.string(), fc.string()), fc.jsonValue()),
            values: fc.oneof(
              fc.array(fc.tuple(fc.double({ noNaN: true }), fc.oneof(fc.double().map(String), fc.string())), {
                maxLength: 20,
              }),
              fc.jsonValue(),
            ),
          }),
          { maxLength: 4 },
        ),
      }),
      fc.jsonValue(),
    ),
  })
  .map((answer) => JSON.stringify(answer));

describe('anything at all', () => {
  it('becomes a valid curve or a reason, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(tables, answers, fc.string(), fc.json()),
        fc.integer({ min: 0, max: 40 }),
        expectCurve,
      ),
      { numRuns: 3000 },
    );
  });
});
