/** What became of the requests, and what the pods cost. */
import { nodeHours, p95Latency } from '../../trace/sums.ts';
import type { ClusterColumns, Trace } from '../../trace/types.ts';
import type { RunSpan } from '../types.ts';
import type { Measured } from './running.ts';

const SECONDS_PER_HOUR = 3600;

/** What is left of a sum of doubles after rounding errors: a millionth of a request is none. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function firstDrop({ atSeconds, droppedRate }: ClusterColumns): number | undefined {
  const sample = droppedRate.findIndex((rate) => rate > 0);
  return sample < 0 ? undefined : atSeconds[sample];
}

function withFirstDrop(value: number, trace: Trace): Measured {
  const atSeconds = value > 0 ? firstDrop(trace.cluster) : undefined;
  return { value, running: [], ...(atSeconds === undefined ? {} : { atSeconds }) };
}

/** @rule XP7 */
export function droppedRequests(trace: Trace): Measured {
  return withFirstDrop(tidy(trace.summary.requestsDropped), trace);
}

/** Percent of what arrived. @rule XP7 */
export function droppedShare(trace: Trace): Measured {
  const { requestsDropped, requestsOffered } = trace.summary;
  return withFirstDrop(requestsOffered > 0 ? tidy((100 * requestsDropped) / requestsOffered) : 0, trace);
}

/** The samples of a span, what holds at its start included. */
function samplesWithin(columns: ClusterColumns, { fromSeconds, toSeconds }: RunSpan): ClusterColumns {
  const { atSeconds } = columns;
  let from = 0;
  while ((atSeconds[from + 1] ?? Number.POSITIVE_INFINITY) <= fromSeconds) from++;
  let to = from;
  while ((atSeconds[to] ?? Number.POSITIVE_INFINITY) < toSeconds) to++;
  const cut = Object.entries(columns).map(([name, values]) => [name, values.slice(from, to)]);
  const slice = Object.fromEntries(cut) as ClusterColumns;
  if (slice.atSeconds.length > 0) slice.atSeconds[0] = Math.max(slice.atSeconds[0] as number, fromSeconds);
  return slice;
}

/** Seconds; a span has that of the requests served in it. @rule XP7 */
export function p95(trace: Trace, span: RunSpan): Measured {
  return { value: p95Latency(samplesWithin(trace.cluster, span), span.toSeconds), running: [] };
}

/** Of pods within a span, from creation until they are gone. @rule XP8 */
export function podHours({ pods }: Trace, { fromSeconds, toSeconds }: RunSpan): Measured {
  let seconds = 0;
  for (const { createdSeconds, goneSeconds } of pods) {
    const end = Number.isNaN(goneSeconds) ? toSeconds : Math.min(goneSeconds, toSeconds);
    seconds += Math.max(0, end - Math.max(fromSeconds, createdSeconds));
  }
  return { value: tidy(seconds / SECONDS_PER_HOUR), running: [] };
}

/** @rule XP8 */
export function nodeHoursWithin(trace: Trace, span: RunSpan): Measured {
  return { value: tidy(nodeHours(samplesWithin(trace.cluster, span), span.toSeconds)), running: [] };
}
