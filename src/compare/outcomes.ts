/** What came of two runs, figure by figure, and which of the two did better. Pure. */
import type { Trace } from '../core/index.ts';
import { coldStartsOf } from './coldStarts.ts';

export type OutcomeId =
  | 'podHours'
  | 'cost'
  | 'aboveTarget'
  | 'dropped'
  | 'p95'
  | 'scaleUps'
  | 'scaleDowns'
  | 'reversals'
  | 'mostReplicas'
  | 'atMax'
  | 'firstResponse';

export interface Outcome {
  readonly id: OutcomeId;
  readonly label: string;
  readonly help: string;
  /** with its unit */
  readonly a: string;
  readonly b: string;
  /** undefined: both say the same, or less is not better */
  readonly better: 'a' | 'b' | undefined;
}

interface Figure {
  readonly id: OutcomeId;
  readonly label: string;
  readonly help: string;
  readonly lessIsBetter: boolean;
  readonly read: (trace: Trace, pricePerPodHour: number) => number;
  readonly write: (value: number) => string;
  /** left out where it is about neither run; always there without it */
  readonly isAbout?: (trace: Trace) => boolean;
}

/** @param pricePerPodHour in any currency */
export function outcomesOf(a: Trace, b: Trace, pricePerPodHour: number): readonly Outcome[] {
  const shown = FIGURES.filter(({ isAbout = () => true }) => isAbout(a) || isAbout(b));
  return shown.map(({ id, label, help, lessIsBetter, read, write }) => {
    const [ofA, ofB] = [read(a, pricePerPodHour), read(b, pricePerPodHour)];
    const [textA, textB] = [write(ofA), write(ofB)];
    // A difference that nobody can read is none.
    const better = !lessIsBetter || textA === textB ? undefined : ofA < ofB ? 'a' : 'b';
    return { id, label, help, a: textA, b: textB, better };
  });
}

/** Seconds during which as many replicas were asked for as maxReplicas allows; each sync holds until the next. */
export function secondsAtMax({ syncs, durationSeconds }: Trace): number {
  const { atSeconds, desiredReplicas, maxReplicas } = syncs;
  let seconds = 0;
  for (let sync = 0; sync < atSeconds.length; sync++) {
    const desired = desiredReplicas[sync] as number;
    if (desired < 0 || desired < (maxReplicas[sync] as number)) continue;
    seconds += (atSeconds[sync + 1] ?? durationSeconds) - (atSeconds[sync] as number);
  }
  return seconds;
}

const FIGURES: readonly Figure[] = [
  {
    id: 'podHours',
    label: 'Pod time',
    help: 'Time of all pods added up, from creation until they are gone.',
    lessIsBetter: true,
    read: ({ summary }) => summary.podHours,
    write: (value) => `${value.toFixed(2)} pod-hours`,
  },
  {
    id: 'cost',
    label: 'Cost',
    help: 'Pod time at the price of a pod-hour that is set above the table.',
    lessIsBetter: true,
    read: ({ summary }, price) => summary.podHours * price,
    write: (value) => value.toFixed(2),
  },
  {
    id: 'aboveTarget',
    label: 'Above target',
    help: 'Time during which some metric lay above its target and its tolerance.',
    lessIsBetter: true,
    read: ({ summary }) => summary.secondsAboveTarget,
    write: inSeconds,
  },
  {
    id: 'dropped',
    label: 'Dropped requests',
    help: 'Requests that would have waited too long, or met no pod that serves.',
    lessIsBetter: true,
    read: ({ summary }) => summary.requestsDropped,
    write: (value) => Math.round(value).toLocaleString('en'),
  },
  {
    id: 'p95',
    label: 'p95 latency',
    help: 'The latency that 95 % of the answered requests did not pass.',
    lessIsBetter: true,
    read: ({ summary }) => summary.p95LatencySeconds,
    write: (value) => (value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(2)} s`),
  },
  count(
    'scaleUps',
    'Scaled up',
    'Syncs that raised the replicas. Neither more nor fewer is better by itself.',
  ),
  count(
    'scaleDowns',
    'Scaled down',
    'Syncs that lowered the replicas. Neither more nor fewer is better by itself.',
  ),
  {
    ...count(
      'reversals',
      'Turned round',
      'A scale-up followed by a scale-down or the other way round: flapping.',
    ),
    lessIsBetter: true,
  },
  {
    id: 'mostReplicas',
    label: 'Most replicas',
    help: 'The highest replica count during the run.',
    lessIsBetter: false,
    read: ({ summary }) => summary.maxReplicas,
    write: String,
  },
  {
    id: 'atMax',
    label: 'Time at max',
    help: 'Time during which as many replicas were asked for as maxReplicas allows.',
    lessIsBetter: true,
    read: secondsAtMax,
    write: inSeconds,
  },
  {
    id: 'firstResponse',
    label: 'First response after zero',
    help: 'The slowest: from the first that came in while there was no pod to its answer.',
    lessIsBetter: true,
    isAbout: ({ coldStarts }) => coldStarts.length > 0,
    read: slowestStart,
    write: (value) =>
      value === 0 ? 'no cold start' : Number.isFinite(value) ? `${value.toFixed(1)} s` : 'never answered',
  },
];

/** 0 without a cold start, infinite where one was not answered. */
function slowestStart(trace: Trace): number {
  const { count: starts, unanswered, firstResponseSeconds } = coldStartsOf(trace);
  if (starts === 0) return 0;
  return unanswered > 0 ? Number.POSITIVE_INFINITY : firstResponseSeconds;
}

function count(id: 'scaleUps' | 'scaleDowns' | 'reversals', label: string, help: string): Figure {
  return {
    id,
    label,
    help,
    lessIsBetter: false,
    read: ({ summary }) => summary[id],
    write: (value) => (value === 1 ? '1 time' : `${value} times`),
  };
}

function inSeconds(value: number): string {
  return `${Math.round(value).toLocaleString('en')} s`;
}
