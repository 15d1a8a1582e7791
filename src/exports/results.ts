/**
 * What came of a run, for spreadsheets and programs. In pieces: a month has 170,000 rows, and whoever puts them together
 * may pause in between.
 */
import type { Scenario, Trace } from '../core/index.ts';
import { columnsOf } from './columns.ts';
import { csvLine } from './csv.ts';

export const RESULTS_KIND = 'HPAPlaygroundResults';
const RESULTS_VERSION = 1;

/** Of a table, so that one can be told from other tables. */
export const RESULTS_FIRST_HEADERS = 'sync,time (s),current replicas,desired replicas,';

const ROWS_PER_PIECE = 1000;

/** A line of headers, then a line a sync. */
export function* resultsCsv(trace: Trace): Generator<string> {
  const columns = columnsOf(trace);
  yield csvLine(columns.map(({ header }) => header));
  const { atSeconds } = trace.syncs;
  const samples = trace.cluster.atSeconds;
  let sample = -1;
  let piece = '';
  for (let sync = 0; sync < atSeconds.length; sync++) {
    while ((samples[sample + 1] ?? Number.POSITIVE_INFINITY) <= (atSeconds[sync] as number)) sample++;
    piece += csvLine(columns.map(({ at }) => at(sync, sample)));
    if ((sync + 1) % ROWS_PER_PIECE !== 0) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Columns become lists; what is not a number is `null`, whole numbers beyond doubles are text. */
function plainValue(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Iterable<number>);
  return typeof value === 'bigint' ? String(value) : value;
}

/** What the values are measured in, for those that their names do not say. */
const UNITS = {
  'syncs.*Replicas, syncs.proposal, syncs.stabilized': 'replicas; -1: not known at this sync',
  'metrics[].current, metrics[].target': 'as metrics[].unit says; null: could not be read',
  'cluster.offered, cluster.served, cluster.droppedRate': 'requests/s',
  'cluster.waiting': 'requests',
  'limiter in syncs': 'place in limiterKinds',
};

/**
 * The run as JSON: what it was made from, the columns, pods, events and the summary.
 *
 * @param limiterKinds the names of the codes in `syncs.limiter`
 */
export function* resultsJson(
  scenario: Scenario,
  trace: Trace,
  limiterKinds: readonly string[],
): Generator<string> {
  const head = { kind: RESULTS_KIND, version: RESULTS_VERSION, units: UNITS, limiterKinds };
  yield `${JSON.stringify({ ...head, scenario }).slice(0, -1)}`;
  for (const [key, value] of Object.entries(trace)) {
    yield `,\n${JSON.stringify(key)}:`;
    if (Array.isArray(value)) yield* listPieces(value);
    else if (typeof value === 'object' && value !== null && key !== 'hpa') yield* recordPieces(value);
    else yield JSON.stringify(value, plainValue);
  }
  yield '}\n';
}

function* recordPieces(record: object): Generator<string> {
  let before = '{';
  for (const [key, value] of Object.entries(record)) {
    yield `${before}${JSON.stringify(key)}:${JSON.stringify(value, plainValue)}`;
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (let from = 0; from < list.length; from += ROWS_PER_PIECE) {
    const piece = JSON.stringify(list.slice(from, from + ROWS_PER_PIECE), plainValue).slice(1, -1);
    yield from === 0 ? piece : `,${piece}`;
  }
  yield ']';
}
