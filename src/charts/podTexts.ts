/** How the phases of a pod look, and what is said of a pod. Pure. */
import type { PodEnd, PodLife } from '../core/index.ts';
import type { HoverSubject } from './hover.ts';
import type { ColorToken, LimiterPattern } from './limiters.ts';
import { marksOf, type PodMarkKind, type PodPhase, spanAt, spansOf } from './podPhases.ts';
import { formatClock, formatInstant } from './units.ts';

export interface PhaseLook {
  readonly label: string;
  readonly colorToken: ColorToken;
  /** no two phases share one: colour alone tells nothing */
  readonly pattern: LimiterPattern;
}

export const PHASE_LOOKS: Readonly<Record<PodPhase, PhaseLook>> = {
  pending: { label: 'pending', colorToken: '--series-raw', pattern: 'fallingLines' },
  pulling: { label: 'pulling the image', colorToken: '--series-starting', pattern: 'dots' },
  starting: { label: 'starting', colorToken: '--series-starting', pattern: 'risingLines' },
  ready: { label: 'ready', colorToken: '--series-ready', pattern: 'solid' },
  unready: { label: 'not ready', colorToken: '--limiter-window', pattern: 'horizontalLines' },
  waiting: { label: 'waiting to restart', colorToken: '--limiter-max', pattern: 'cross' },
  terminating: { label: 'terminating', colorToken: '--limiter-min', pattern: 'verticalLines' },
};

export const END_TEXTS: Readonly<Record<PodEnd, string>> = {
  '': '',
  scaledDown: 'scaled down',
  rollout: 'replaced by a rollout',
  killed: 'killed',
  nodeLost: 'its node was lost',
  evicted: 'evicted',
};

const MARK_TEXTS: Readonly<Record<PodMarkKind, string>> = {
  crashed: 'crashed',
  oomKilled: 'killed at its memory limit',
  probeFailed: 'killed by a probe',
  killed: END_TEXTS.killed,
  nodeLost: END_TEXTS.nodeLost,
  evicted: END_TEXTS.evicted,
};

/** "before the start" for what was there when the run began. */
export function clockOf(seconds: number): string {
  return seconds < 0 ? 'before the start' : formatClock(seconds);
}

/** How the first container last ended by an instant; undefined: it never did. */
export function lastRestart(life: PodLife, seconds: number): string | undefined {
  const ends = marksOf({ ...life, endedBy: '' }).filter(({ atSeconds }) => atSeconds <= seconds);
  const last = ends.at(-1);
  return last === undefined ? undefined : `${MARK_TEXTS[last.kind]} at ${formatClock(last.atSeconds)}`;
}

/** How often the first container had ended by an instant. */
export function restartsBy({ turns = [] }: PodLife, seconds: number): number {
  return turns.filter(({ kind, atSeconds }) => kind === 'restarted' && atSeconds <= seconds).length;
}

/**
 * What is known of a pod at an instant.
 *
 * @param untilSeconds end of the run
 */
export function podSubject(life: PodLife, seconds: number, untilSeconds: number): HoverSubject {
  const { name, node, revision, createdSeconds, scheduledSeconds, deletedSeconds, endedBy, goneSeconds } =
    life;
  const span = spanAt(spansOf(life, untilSeconds), seconds);
  const restarts = restartsBy(life, untilSeconds);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['at', formatClock(seconds)],
    ['state', span && `${PHASE_LOOKS[span.phase].label}, for ${lengthOf(span, seconds)}`],
    ['node', node],
    ['revision', String(revision)],
    ['created', clockOf(createdSeconds)],
    ['on a node', Number.isNaN(scheduledSeconds) ? 'never' : clockOf(scheduledSeconds)],
    ['ready', firstReady(life)],
    ['restarts', restarts === 0 ? undefined : `${restarts}, ${lastRestart(life, untilSeconds)}`],
    [
      'deleted',
      Number.isNaN(deletedSeconds) ? undefined : `${formatClock(deletedSeconds)}, ${END_TEXTS[endedBy]}`,
    ],
    ['gone', Number.isNaN(goneSeconds) ? undefined : formatClock(goneSeconds)],
  ];
  return {
    title: name,
    facts: facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
  };
}

/** A pod from before the run is older than the run knows. */
function lengthOf(span: { readonly fromSeconds: number }, seconds: number): string {
  const length = formatInstant(Math.max(0, seconds - Math.max(0, span.fromSeconds)));
  return span.fromSeconds < 0 ? `more than ${length}` : length;
}

function firstReady({ turns, readySeconds }: PodLife): string {
  const first = turns?.find(({ kind }) => kind === 'ready')?.atSeconds ?? readySeconds;
  return Number.isNaN(first) ? 'never' : clockOf(first);
}

/** The same as a sentence. */
export function podSentence({ title, facts }: HoverSubject): string {
  return [title, ...facts.map(({ label, value }) => `${label}: ${value}`)].join('; ');
}
