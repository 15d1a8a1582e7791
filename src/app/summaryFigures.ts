/** What came of a run, in figures with their units. Pure. */

import { formatInstant } from '../charts/units.ts';
import { coldStartsOf } from '../compare/coldStarts.ts';
import { secondsAtMax } from '../compare/outcomes.ts';
import type { Trace } from '../core/index.ts';
import type { TermId } from '../glossary/terms.ts';
import { OUTCOME_TERMS } from './outcomeTerms.ts';

export interface SummaryFigure {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly help: string;
  /** the word of the glossary behind it */
  readonly term: TermId;
  /** worth a look */
  readonly isBad?: boolean;
}

export interface SummaryGroup {
  readonly title: string;
  readonly figures: readonly SummaryFigure[];
}

/** @param pricePerPodHour in any currency */
export function summaryGroups(trace: Trace, pricePerPodHour: number): readonly SummaryGroup[] {
  return [
    { title: 'Service', figures: serviceFigures(trace) },
    { title: 'Scaling', figures: scalingFigures(trace) },
    ...(trace.coldStarts.length > 0 ? [{ title: 'Cold starts', figures: coldFigures(trace) }] : []),
    { title: 'Cost', figures: costFigures(trace, pricePerPodHour) },
  ];
}

function serviceFigures({ summary, durationSeconds }: Trace): readonly SummaryFigure[] {
  const { requestsOffered, requestsServed, requestsDropped, requestsWaiting, p95LatencySeconds } = summary;
  const { secondsAboveTarget } = summary;
  return [
    {
      label: 'Above target',
      value: length(secondsAboveTarget),
      unit: `${percent(secondsAboveTarget, durationSeconds)} of the run`,
      help: 'Time during which some metric lay above its target and its tolerance.',
      term: OUTCOME_TERMS.aboveTarget,
    },
    {
      label: 'p95 latency',
      ...latencyOf(p95LatencySeconds, requestsServed),
      help: 'The latency that 95 % of the answered requests did not pass.',
      term: OUTCOME_TERMS.p95,
    },
    {
      label: 'Requests offered',
      value: count(requestsOffered),
      unit: 'requests',
      help: 'Requests that arrived during the run: the area under the load curve.',
      term: 'load',
    },
    {
      label: 'Requests served',
      value: count(requestsServed),
      unit: `${percent(requestsServed, requestsOffered)} of offered`,
      help: 'Requests that were answered.',
      term: 'latency',
    },
    {
      label: 'Dropped requests',
      value: count(requestsDropped),
      unit: `${percent(Math.round(requestsDropped), requestsOffered)} of offered`,
      help: 'Requests that would have waited too long, or met no pod that serves.',
      term: OUTCOME_TERMS.dropped,
      isBad: requestsDropped >= 0.5,
    },
    {
      label: 'Still waiting',
      value: count(requestsWaiting),
      unit: 'at the end',
      help: 'Requests that have arrived and are not answered when the run ends.',
      term: 'backlog',
    },
  ];
}

function scalingFigures(trace: Trace): readonly SummaryFigure[] {
  const { scaleUps, scaleDowns, reversals, maxReplicas, syncs } = trace.summary;
  const atMax = secondsAtMax(trace);
  return [
    {
      label: 'Scaled up',
      ...times(scaleUps),
      help: 'Syncs that raised the replicas of the target.',
      term: OUTCOME_TERMS.scaleUps,
    },
    {
      label: 'Scaled down',
      ...times(scaleDowns),
      help: 'Syncs that lowered the replicas of the target.',
      term: OUTCOME_TERMS.scaleDowns,
    },
    {
      label: 'Turned round',
      ...times(reversals),
      help: 'A scale-up followed by a scale-down or the other way round. Many of them are called flapping.',
      term: OUTCOME_TERMS.reversals,
    },
    {
      label: 'Most replicas',
      value: count(maxReplicas),
      unit: maxReplicas === 1 ? 'pod' : 'pods',
      help: 'The most pods that were there at once, without those that were being deleted.',
      term: OUTCOME_TERMS.mostReplicas,
    },
    {
      label: 'Time at max',
      value: length(atMax),
      unit: `${percent(atMax, trace.durationSeconds)} of the run`,
      help: 'Time during which as many replicas were asked for as maxReplicas allows.',
      term: OUTCOME_TERMS.atMax,
    },
    {
      label: 'Syncs',
      value: count(syncs),
      unit: 'decisions',
      help: 'How often the controller looked and decided.',
      term: 'sync',
    },
  ];
}

function coldFigures(trace: Trace): readonly SummaryFigure[] {
  const { count: starts, firstResponseSeconds, unanswered, arrived, lost } = coldStartsOf(trace);
  const isAnswered = !Number.isNaN(firstResponseSeconds);
  return [
    {
      label: 'Started from zero',
      ...times(starts),
      help: 'How often something came in while there was no pod.',
      term: 'coldStart',
    },
    {
      label: 'First response',
      value: isAnswered ? firstResponseSeconds.toFixed(1) : '–',
      unit: unanswered === 0 ? 's, the slowest' : `s, ${unanswered} never answered`,
      help: 'From the first that came in at zero to its answer: the poll of KEDA and the start of a pod lie in between.',
      term: OUTCOME_TERMS.firstResponse,
      isBad: unanswered > 0,
    },
    {
      label: 'Came in at zero',
      value: count(arrived),
      unit: 'had to wait for a pod',
      help: 'Requests or messages that came in before the first pod served.',
      term: 'coldStart',
    },
    {
      label: 'Lost at zero',
      value: count(lost),
      unit: `${percent(Math.round(lost), arrived)} of those`,
      help: 'Of those that came in at zero: dropped, because they would have waited too long or nothing could take them.',
      term: 'coldStart',
      isBad: lost >= 0.5,
    },
  ];
}

function costFigures({ summary }: Trace, pricePerPodHour: number): readonly SummaryFigure[] {
  const { podHours, nodeHours } = summary;
  return [
    {
      label: 'Pod time',
      value: podHours.toFixed(2),
      unit: 'pod-hours',
      help: 'Time of all pods added up, from creation until they are gone: what is paid for.',
      term: OUTCOME_TERMS.podHours,
    },
    {
      label: 'Cost',
      value: (podHours * pricePerPodHour).toFixed(2),
      unit: 'at this price',
      help: 'Pod time at the price of a pod-hour that is set beside it.',
      term: OUTCOME_TERMS.cost,
    },
    {
      label: 'Node time',
      value: nodeHours === 0 ? '–' : nodeHours.toFixed(2),
      unit: nodeHours === 0 ? 'room has no end' : 'node-hours',
      help: 'Time of all nodes added up. Nodes are there once they are switched on among the cluster’s settings.',
      term: 'nodes',
    },
  ];
}

function times(number: number): Pick<SummaryFigure, 'value' | 'unit'> {
  return { value: count(number), unit: number === 1 ? 'time' : 'times' };
}

function latencyOf(seconds: number, served: number): Pick<SummaryFigure, 'value' | 'unit'> {
  if (served === 0) return { value: '–', unit: 'nothing was served' };
  return seconds < 1
    ? { value: String(Math.round(seconds * 1000)), unit: 'ms' }
    : { value: seconds.toFixed(2), unit: 's' };
}

/** "3 min 30 s". */
function length(seconds: number): string {
  return seconds < 0.5 ? '0 s' : formatInstant(seconds);
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

/** "0 %", "<0.1 %", "12.3 %": what is not nothing does not look so, and what is not all neither. */
function percent(part: number, whole: number): string {
  const share = whole > 0 ? (part / whole) * 100 : 0;
  if (share > 0 && share < 0.1) return '<0.1 %';
  if (share > 99.9 && share < 100) return '>99.9 %';
  return `${share.toFixed(1).replace(/\.0$/, '')} %`;
}
