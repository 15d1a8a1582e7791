/** What a pod is at an instant of the run, read off its life; pure but for the hook. */
import { useMemo } from 'react';
import { type PodPhase, spanAt, spansOf } from '../charts/podPhases.ts';
import type { PodLife } from '../core/index.ts';
import { selectPods, selectSelectedSeconds } from '../store/selectors.ts';
import { useApp } from './context.tsx';

export interface PodNow {
  readonly pod: PodLife;
  readonly state: PodPhase;
  /** seconds since it came into this state */
  readonly sinceSeconds: number;
}

/** Pods that exist at that instant, oldest first. */
export function podsAt(pods: readonly PodLife[], seconds: number): readonly PodNow[] {
  return pods.filter((pod) => existsAt(pod, seconds)).map((pod) => podAt(pod, seconds));
}

/** Whether it is there: created, and not gone yet. */
export function existsAt({ createdSeconds, goneSeconds }: PodLife, seconds: number): boolean {
  return createdSeconds <= seconds && !(goneSeconds <= seconds);
}

function podAt(pod: PodLife, seconds: number): PodNow {
  const span = spanAt(spansOf(pod, Number.POSITIVE_INFINITY), seconds);
  return {
    pod,
    state: span?.phase ?? 'pending',
    sinceSeconds: seconds - (span?.fromSeconds ?? pod.createdSeconds),
  };
}

/** How many pods there are at the selected sync. */
export function usePodCount(): number {
  const pods = useApp(selectPods);
  const seconds = useApp(selectSelectedSeconds);
  return useMemo(() => pods.filter((pod) => existsAt(pod, seconds)).length, [pods, seconds]);
}
