/** The stabilization windows as drawn: what each remembers, what it holds on to, and when that leaves. */
import type { DecisionRecord, Direction, WindowRecord } from '../podautoscaler/record.ts';
import type { SyncStep } from '../trace/types.ts';
import { countOf, formatAge, formatSpan } from './format.ts';
import type { ExplanationWindow, WindowPoint } from './types.ts';
import { decidingWindow } from './window.ts';

const EXTREME: Readonly<Record<Direction, string>> = { up: 'lowest', down: 'highest' };

/**
 * Both windows of a sync, the one that decided it first. A direction that the controller did not ask is left out.
 *
 * @param step the sync
 * @rule EX10
 */
export function explainWindows({ record, atSeconds }: SyncStep): readonly ExplanationWindow[] {
  const { stabilization } = record;
  if (!stabilization) return [];
  const deciding = decidingWindow(stabilization)?.direction;
  const { up, down } = stabilization;
  const windows = [
    ...(down ? [toWindow('down', down, record, atSeconds, deciding)] : []),
    ...(up ? [toWindow('up', up, record, atSeconds, deciding)] : []),
  ];
  return windows.sort((a, b) => Number(b.decides) - Number(a.decides));
}

function toWindow(
  direction: Direction,
  window: WindowRecord,
  record: DecisionRecord,
  atSeconds: number,
  deciding: Direction | undefined,
): ExplanationWindow {
  const { windowSeconds, limit, holder, holderLeavesAtMs } = window;
  const points = pointsOf(window, record);
  const held = holder === undefined ? undefined : points[holder];
  return {
    direction,
    windowSeconds,
    points,
    limit,
    decides: direction === deciding,
    text: sentence(direction, window, record),
    ...(holder === undefined ? {} : { holder }),
    ...(held === undefined ? {} : { heldAtSeconds: atSeconds - held.secondsAgo }),
    ...(holderLeavesAtMs === undefined
      ? {}
      : { leavesInSeconds: Math.max(0, holderLeavesAtMs - record.atMs) / 1000 }),
  };
}

/** The remembered ones, and at the end what this sync's metrics ask for. */
function pointsOf({ recommendations }: WindowRecord, record: DecisionRecord): readonly WindowPoint[] {
  const past = recommendations.map(
    ({ atMs, replicas, initial }): WindowPoint => ({
      secondsAgo: (record.atMs - atMs) / 1000,
      replicas,
      kind: initial ? 'found' : 'past',
    }),
  );
  const own = record.stabilization?.before;
  return own === undefined ? past : [...past, { secondsAgo: 0, replicas: own, kind: 'own' }];
}

function sentence(direction: Direction, window: WindowRecord, record: DecisionRecord): string {
  const { windowSeconds, recommendations, limit, holder, holderLeavesAtMs } = window;
  if (recommendations.length === 0) {
    return windowSeconds === 0
      ? 'Nothing is remembered: each sync counts by itself.'
      : 'Nothing is remembered yet.';
  }
  const extreme = EXTREME[direction];
  const all = countOf(recommendations.length + 1, 'recommendation');
  const held = holder === undefined ? undefined : recommendations[holder];
  if (held === undefined) return `The ${extreme} of ${all}, ${limit}, is that of this sync.`;
  const age = held.atMs === record.atMs ? 'just now' : `${formatAge(held.atMs, record.atMs)} ago`;
  const origin = held.initial ? `found ${age}, when the controller started` : `from ${age}`;
  const leaves =
    holderLeavesAtMs === undefined
      ? ''
      : ` It leaves in ${formatSpan(Math.max(0, holderLeavesAtMs - record.atMs) / 1000)}.`;
  return `The ${extreme} of ${all} is ${limit}, ${origin}.${leaves}`;
}
