/** The conditions of the HPA along the run: what stands where, in which words and with which look. Pure. */
import { CONDITION_STATUSES, type ConditionColumns, type ConditionStanding } from '../core/index.ts';
import type { ColorToken, LimiterPattern } from './limiters.ts';
import { formatClock } from './units.ts';

type ConditionType = ConditionColumns['type'];

export interface StandingLook {
  readonly colorToken: ColorToken | undefined;
  readonly pattern: LimiterPattern;
  /** one character, different for each standing */
  readonly letter: string;
}

/** Colour, pattern and letter: any one of them is enough to tell them apart. */
export const STANDING_LOOKS: Readonly<Record<ConditionStanding, StandingLook>> = {
  absent: { colorToken: undefined, pattern: 'solid', letter: '' },
  True: { colorToken: '--limiter-pods', pattern: 'solid', letter: 'T' },
  False: { colorToken: '--limiter-min', pattern: 'fallingLines', letter: 'F' },
  Unknown: { colorToken: '--limiter-tolerance', pattern: 'dots', letter: '?' },
};

const CONDITION_HELP: Readonly<Record<string, string>> = {
  AbleToScale: 'Whether the controller can read and write the scale of its target.',
  ScalingActive: 'Whether the controller can work out a replica count from the metrics.',
  ScalingLimited: 'Whether a bound or a scaling policy cut what the metrics ask for.',
  ScaledToZero: 'Whether the controller itself took the target to zero replicas.',
};

export function conditionHelp(type: ConditionType): string {
  return CONDITION_HELP[type] ?? 'A condition of the HorizontalPodAutoscaler’s status.';
}

export function standingAt({ status }: ConditionColumns, sync: number): ConditionStanding {
  return CONDITION_STATUSES[status[sync] ?? 0] ?? 'absent';
}

/** "True, ScaleDownStabilized"; "not set" where the status does not have the condition. */
export function standingText(columns: ConditionColumns, sync: number): string {
  const standing = standingAt(columns, sync);
  if (standing === 'absent') return 'not set';
  const reason = columns.reasons[columns.reason[sync] ?? 0] ?? '';
  return reason === '' ? standing : `${standing}, ${reason}`;
}

/** Syncs [from, to) around one over which status and reason stay the same. */
export function stretchAround(columns: ConditionColumns, sync: number): readonly [number, number] {
  let from = sync;
  let to = sync + 1;
  while (from > 0 && isSame(columns, from - 1, sync)) from--;
  while (to < columns.status.length && isSame(columns, to, sync)) to++;
  return [from, to];
}

function isSame({ status, reason }: ConditionColumns, one: number, other: number): boolean {
  return status[one] === status[other] && reason[one] === reason[other];
}

/** The sync at which the next stretch (1), this one, or the one before it (-1) begins: where a key leads. */
export function changeBeside(columns: ConditionColumns, sync: number, step: 1 | -1): number {
  const [from, to] = stretchAround(columns, sync);
  if (step === 1) return to < columns.status.length ? to : sync;
  if (from < sync) return from;
  return from > 0 ? stretchAround(columns, from - 1)[0] : 0;
}

/** Syncs at which the reason changes while the status stays: where a line goes through the strip. */
export function reasonChanges(columns: ConditionColumns, from: number, to: number): readonly number[] {
  const { status, reason } = columns;
  const changes: number[] = [];
  for (let sync = Math.max(1, from); sync < to; sync++) {
    if (status[sync] === status[sync - 1] && status[sync] !== 0 && reason[sync] !== reason[sync - 1]) {
      changes.push(sync);
    }
  }
  return changes;
}

/** What a screen reader says: "True, SucceededRescale, from 00:01:00 to 00:04:15". */
export function stretchText(columns: ConditionColumns, atSeconds: Float64Array, sync: number): string {
  const [from, to] = stretchAround(columns, sync);
  const begins = formatClock(atSeconds[from] ?? 0);
  const ends = to < atSeconds.length ? formatClock(atSeconds[to] ?? 0) : 'the end';
  return `${standingText(columns, sync)}, from ${begins} to ${ends}`;
}
