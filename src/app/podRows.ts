/** The rows of the table of pods, and their order. Pure. */
import type { PodPhase } from '../charts/podPhases.ts';
import { END_TEXTS, lastRestart, restartsBy } from '../charts/podTexts.ts';
import { humanDuration, type PodLife } from '../core/index.ts';
import { existsAt, podsAt } from './podStates.ts';
import { formatClock } from './time.ts';

export const POD_COLUMNS = [
  'name',
  'state',
  'for',
  'restarts',
  'age',
  'created',
  'node',
  'revision',
  'end',
] as const;
export type PodColumn = (typeof POD_COLUMNS)[number];

/** What a cell says, and what it is sorted by. */
export interface PodCell {
  readonly text: string;
  readonly key: number | string;
}

export interface PodRow {
  readonly pod: PodLife;
  /** undefined: not there at the instant */
  readonly state: PodPhase | undefined;
  readonly cells: Readonly<Record<PodColumn, PodCell>>;
}

const STATE_TEXTS: Readonly<Record<PodPhase, string>> = {
  pending: 'Pending: waiting for a node',
  pulling: 'Pending: pulling the image',
  starting: 'Running, starting',
  ready: 'Running, ready',
  unready: 'Running, not ready',
  waiting: 'Waiting to restart',
  terminating: 'Terminating',
};

/** A pod that lived before the instant, or is to come. */
const GONE = 'Gone';
const TO_COME = 'Not created yet';

/**
 * @param seconds the instant that the rows tell of
 * @param all     also pods that are gone by then, or not there yet
 */
export function podRows(pods: readonly PodLife[], seconds: number, all: boolean): readonly PodRow[] {
  const now = new Map(podsAt(pods, seconds).map((each) => [each.pod, each]));
  const listed = all ? pods : pods.filter((pod) => existsAt(pod, seconds));
  return listed.map((pod) => {
    const present = now.get(pod);
    return { pod, state: present?.state, cells: cellsOf(pod, seconds, present) };
  });
}

function cellsOf(
  pod: PodLife,
  seconds: number,
  present: { readonly state: PodPhase; readonly sinceSeconds: number } | undefined,
): PodRow['cells'] {
  const isToCome = pod.createdSeconds > seconds;
  const restarts = restartsBy(pod, seconds);
  const age = (isToCome ? Number.NaN : Math.min(seconds, endOf(pod))) - pod.createdSeconds;
  return {
    name: textCell(pod.name),
    state: textCell(present === undefined ? (isToCome ? TO_COME : GONE) : STATE_TEXTS[present.state]),
    for: durationCell(present?.sinceSeconds),
    restarts: { text: restartText(pod, restarts, seconds), key: restarts },
    age: durationCell(age),
    created: {
      text: pod.createdSeconds < 0 ? 'before the start' : formatClock(pod.createdSeconds),
      key: pod.createdSeconds,
    },
    node: textCell(pod.node ?? ''),
    revision: { text: String(pod.revision), key: pod.revision },
    end: pod.deletedSeconds <= seconds ? endCell(pod) : textCell(''),
  };
}

function endOf({ goneSeconds }: PodLife): number {
  return Number.isNaN(goneSeconds) ? Number.POSITIVE_INFINITY : goneSeconds;
}

function endCell({ deletedSeconds, endedBy }: PodLife): PodCell {
  return { text: `${END_TEXTS[endedBy]} at ${formatClock(deletedSeconds)}`, key: END_TEXTS[endedBy] };
}

/** "2, killed at its memory limit at 00:21:45". */
function restartText(pod: PodLife, restarts: number, seconds: number): string {
  const last = lastRestart(pod, seconds);
  return last === undefined ? '0' : `${restarts}, ${last}`;
}

function textCell(text: string): PodCell {
  return { text, key: text };
}

/** As kubectl prints ages; unknown ones stay empty and come last. */
function durationCell(seconds: number | undefined): PodCell {
  if (seconds === undefined || Number.isNaN(seconds)) return { text: '', key: Number.POSITIVE_INFINITY };
  return { text: humanDuration(seconds * 1000), key: seconds };
}

export interface PodOrder {
  readonly column: PodColumn;
  readonly direction: 1 | -1;
}

/** Equal ones stay in the order of their creation. */
export function sortedPodRows(rows: readonly PodRow[], { column, direction }: PodOrder): readonly PodRow[] {
  return rows.toSorted((a, b) => direction * compare(a.cells[column].key, b.cells[column].key));
}

function compare(a: number | string, b: number | string): number {
  // By code units: the same order in every language of the machine.
  return a < b ? -1 : a > b ? 1 : 0;
}
