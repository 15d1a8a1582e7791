/** What Prometheus answers to `query_range`, as load over time. Pure. */
import * as v from 'valibot';
import { LOAD_TEXT_LIMITS as LIMITS } from './limits.ts';
import { quoted } from './quoted.ts';
import { makeSeries, type Sample } from './series.ts';
import type { LoadSeries, LoadText } from './types.ts';

const sample = v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.maxLength(100))]);

const matrix = v.object({
  resultType: v.literal('matrix'),
  result: v.pipe(
    v.array(
      v.object({
        metric: v.record(v.string(), v.string()),
        // A series of native histograms has none.
        values: v.optional(v.array(sample)),
      }),
    ),
    v.maxLength(LIMITS.series),
  ),
});

const envelope = v.object({
  status: v.optional(v.string()),
  error: v.optional(v.string()),
  data: v.optional(v.unknown()),
});

const ASK = 'Paste the JSON that /api/v1/query_range answers.';

/** @param json the answer, its `data`, or the series in it alone */
export function readPrometheus(json: unknown): LoadText {
  const outer = v.safeParse(envelope, json);
  if (outer.success && outer.output.status === 'error') {
    return failure(
      `Prometheus answered with an error: ${quoted(outer.output.error ?? 'no reason given')}. Correct the query.`,
    );
  }
  const inner = outer.success && outer.output.data !== undefined ? outer.output.data : json;
  const data = Array.isArray(inner) ? { resultType: 'matrix', result: inner } : inner;
  const other = (data as { resultType?: unknown } | null)?.resultType;
  if (typeof other === 'string' && other !== 'matrix') {
    return failure(`The answer holds a ${quoted(other)}, one instant and no range. ${ASK}`);
  }
  const parsed = v.safeParse(matrix, data, { abortEarly: true });
  if (!parsed.success) return failure(reasonOf(parsed.issues[0]));
  return readMatrix(parsed.output);
}

function failure(message: string): LoadText {
  return { ok: false, message };
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'max_length' && issue.path?.length === 1) {
    return `The answer holds more than ${LIMITS.series} series. Sum them in the query: sum(…).`;
  }
  const path = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  const place = path.join('').replace(/^\./, '').slice(0, 100);
  return place === '' || place === 'resultType'
    ? `This JSON is no answer of Prometheus. ${ASK}`
    : `This is no answer of Prometheus: ${place} is not as expected. ${ASK}`;
}

function readMatrix({ result }: v.InferOutput<typeof matrix>): LoadText {
  const count = result.reduce((sum, { values = [] }) => sum + values.length, 0);
  if (count > LIMITS.samples) {
    return failure(
      `The answer holds ${count} samples; ${LIMITS.samples} are possible. Ask with a longer step.`,
    );
  }
  if (count === 0)
    return failure('The answer holds no samples. Ask for a range in which the query has values.');
  let start = Number.POSITIVE_INFINITY;
  for (const { values = [] } of result) for (const [at] of values) start = Math.min(start, at);
  const series = result.map(({ metric, values = [] }) => seriesOf(nameOf(metric), values, start));
  if (!series.some(({ problem }) => problem === undefined)) return failure(series[0]?.problem ?? ASK);
  const gaps = series.reduce((sum, { seconds }) => sum - seconds.length, count);
  return {
    ok: true,
    format: 'prometheus',
    series,
    spanSeconds: Math.max(...series.map(({ seconds }) => seconds.at(-1) ?? 0)),
    startMs: Math.round(start * 1000),
    time: { kind: 'epoch seconds', column: -1, candidates: [] },
    notes: gaps > 0 ? [`${gaps} samples hold no number and are left out.`] : [],
  };
}

/** `http_requests{pod="web-1"}` as in a query. */
function nameOf(metric: Readonly<Record<string, string>>): string {
  const { __name__: name = '', ...labels } = metric;
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const text = pairs.length === 0 ? name : `${name}{${pairs.join(', ')}}`;
  return text === '' ? 'value' : text.slice(0, 200);
}

function seriesOf(name: string, values: readonly (readonly [number, string])[], start: number): LoadSeries {
  const samples: Sample[] = [];
  for (const [at, text] of values) {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value)) continue;
    if (value < 0)
      return makeSeries(
        name,
        '',
        [],
        `${quoted(name)} has a value below zero (${value}), which a load cannot be. Wrap the query in clamp_min(…, 0).`,
      );
    samples.push([at - start, value]);
  }
  return makeSeries(name, '', samples);
}
