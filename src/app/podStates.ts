/** What a pod is at an instant of the run, read off its life; pure but for the hook. */
import { useMemo } from 'react';
import type { PodLife } from '../core/index.ts';
import { selectPods, selectSelectedSeconds } from '../store/selectors.ts';
import { useApp } from './context.tsx';

export const POD_STATES = ['pending', 'pulling', 'starting', 'ready', 'terminating'] as const;
export type PodState = (typeof POD_STATES)[number];

export interface PodNow {
  readonly pod: PodLife;
  readonly state: PodState;
  /** seconds since it came into this state */
  readonly sinceSeconds: number;
}

/** Pods that exist at that instant, oldest first. */
export function podsAt(pods: readonly PodLife[], seconds: number): readonly PodNow[] {
  return pods
    .filter((pod) => pod.createdSeconds <= seconds && !(pod.goneSeconds <= seconds))
    .map((pod) => podAt(pod, seconds));
}

function podAt(pod: PodLife, seconds: number): PodNow {
  // Comparisons with NaN are false: what did not happen is not reached.
  const { deletedSeconds, readySeconds, startedSeconds, scheduledSeconds, createdSeconds } = pod;
  if (deletedSeconds <= seconds) return { pod, state: 'terminating', sinceSeconds: seconds - deletedSeconds };
  if (readySeconds <= seconds) return { pod, state: 'ready', sinceSeconds: seconds - readySeconds };
  if (startedSeconds <= seconds) return { pod, state: 'starting', sinceSeconds: seconds - startedSeconds };
  if (scheduledSeconds <= seconds) return { pod, state: 'pulling', sinceSeconds: seconds - scheduledSeconds };
  return { pod, state: 'pending', sinceSeconds: seconds - createdSeconds };
}

export function usePodsNow(): readonly PodNow[] {
  const pods = useApp(selectPods);
  const seconds = useApp(selectSelectedSeconds);
  return useMemo(() => podsAt(pods, seconds), [pods, seconds]);
}
