/** A pod's life as spans of what it was, and the instants worth a mark. Pure. */
import type { ContainerEnd, PodEnd, PodLife, PodTurn } from '../core/index.ts';

/** In the order in which a life goes through them. */
export const POD_PHASES = [
  'pending',
  'pulling',
  'starting',
  'ready',
  'unready',
  'waiting',
  'terminating',
] as const;
export type PodPhase = (typeof POD_PHASES)[number];

export interface PodSpan {
  readonly phase: PodPhase;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** What the pod is after a turn. */
const AFTER: Readonly<Record<PodTurn['kind'], PodPhase>> = {
  ready: 'ready',
  unready: 'unready',
  restarted: 'starting',
  crashed: 'waiting',
  oomKilled: 'waiting',
  probeFailed: 'waiting',
};

/**
 * The spans of a life, in their order and without gaps; none is empty.
 *
 * @param untilSeconds end of the run: a pod that is not gone by then exists until then
 */
export function spansOf(life: PodLife, untilSeconds: number): readonly PodSpan[] {
  const spans: PodSpan[] = [];
  const end = Number.isNaN(life.goneSeconds) ? untilSeconds : Math.min(life.goneSeconds, untilSeconds);
  let phase: PodPhase = 'pending';
  let since = life.createdSeconds;
  for (const [next, at] of changesOf(life)) {
    if (at >= end) break;
    if (at > since) spans.push({ phase, fromSeconds: since, toSeconds: at });
    phase = next;
    since = at;
  }
  if (end > since) spans.push({ phase, fromSeconds: since, toSeconds: end });
  return spans;
}

type Change = readonly [PodPhase, number];

function changesOf(life: PodLife): readonly Change[] {
  const { scheduledSeconds, startedSeconds, readySeconds, deletedSeconds, turns } = life;
  const ready: readonly Change[] = [['ready', readySeconds]];
  const later =
    turns === undefined ? ready : turns.map(({ kind, atSeconds }): Change => [AFTER[kind], atSeconds]);
  const changes: readonly Change[] = [['pulling', scheduledSeconds], ['starting', startedSeconds], ...later];
  // What did not happen is NaN, and a pod that is being deleted becomes nothing else any more.
  const known = changes.filter(([, at]) => !Number.isNaN(at) && !(at > deletedSeconds));
  return Number.isNaN(deletedSeconds) ? known : [...known, ['terminating', deletedSeconds]];
}

/** The span in which an instant lies; undefined while the pod does not exist. */
export function spanAt(spans: readonly PodSpan[], seconds: number): PodSpan | undefined {
  return spans.findLast(({ fromSeconds, toSeconds }) => fromSeconds <= seconds && seconds <= toSeconds);
}

/** Ends that nobody planned: of a container, or of the pod. */
export type PodMarkKind = ContainerEnd | Extract<PodEnd, 'killed' | 'nodeLost' | 'evicted'>;

export interface PodMark {
  readonly kind: PodMarkKind;
  readonly atSeconds: number;
}

/** Whether a container ended so, while its pod went on. */
export function isContainerEnd(kind: string): kind is ContainerEnd {
  return kind === 'crashed' || kind === 'oomKilled' || kind === 'probeFailed';
}

export function marksOf({ turns = [], endedBy, deletedSeconds }: PodLife): readonly PodMark[] {
  const marks: PodMark[] = [];
  for (const { kind, atSeconds } of turns) {
    if (isContainerEnd(kind)) marks.push({ kind, atSeconds });
  }
  if (endedBy === 'killed' || endedBy === 'nodeLost' || endedBy === 'evicted') {
    marks.push({ kind: endedBy, atSeconds: deletedSeconds });
  }
  return marks;
}
