import type { ContainerSize, PodEnd, PodLife, PodTurn } from './types.ts';

const SECONDS_PER_HOUR = 3600;

/** The instants of a pod's life as the cluster keeps them: seconds since the start, NaN for what did not happen. */
export interface LivedPod {
  readonly name: string;
  readonly createdAt: number;
  readonly scheduledAt: number;
  readonly startedAt: number;
  readonly readyAt: number;
  readonly deletedAt: number;
  readonly goneAt: number;
  readonly revision: number;
  /** empty: on no node */
  readonly node: string;
  readonly containerRestarts: number;
  readonly endedBy: PodEnd;
  readonly madeFrom: { readonly size: ContainerSize };
  readonly turns: readonly PodTurn[] | undefined;
}

export function toPodLife(pod: LivedPod): PodLife {
  return {
    name: pod.name,
    createdSeconds: pod.createdAt,
    scheduledSeconds: pod.scheduledAt,
    startedSeconds: pod.startedAt,
    readySeconds: pod.readyAt,
    deletedSeconds: pod.deletedAt,
    goneSeconds: pod.goneAt,
    revision: pod.revision,
    ...(pod.node === '' ? {} : { node: pod.node }),
    containerRestarts: pod.containerRestarts,
    endedBy: pod.endedBy,
    size: pod.madeFrom.size,
    ...(pod.turns === undefined ? {} : { turns: pod.turns }),
  };
}

/**
 * Hours that pods existed within the run, from creation until they are gone: what the run costs.
 *
 * @param durationSeconds length of the run
 * @rule PD11
 */
export function podHours(pods: readonly LivedPod[], durationSeconds: number): number {
  let seconds = 0;
  for (const { createdAt, goneAt } of pods) {
    const end = Number.isNaN(goneAt) ? durationSeconds : Math.min(goneAt, durationSeconds);
    seconds += Math.max(0, end - Math.max(0, createdAt));
  }
  return seconds / SECONDS_PER_HOUR;
}
