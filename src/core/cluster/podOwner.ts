import type { WorkloadManifest } from '../manifest/types.ts';
import type { Revision } from './revision.ts';
import type { PodEnd, SimulatedPod } from './simulatedPod.ts';

/** What the controller that owns a workload's pods can see, and do. */
export interface OwnedPods {
  /** all that exist, also those that are being deleted; sorted by name */
  readonly pods: readonly SimulatedPod[];
  /** that are not being deleted */
  readonly active: number;
  /** seconds since the start of the run */
  readonly now: number;
  /** @returns false when the cluster refused it for now */
  create(revision: Revision, name: string): boolean;
  delete(pod: SimulatedPod, endedBy: PodEnd): void;
  /** Asks for `reconcile` at a later instant. */
  wakeAt(seconds: number): void;
}

/**
 * Whether a pod counts as available. One that is ready and not yet available has the owner look again when it is.
 *
 * @upstream pkg/api/v1/pod/util.go IsPodAvailable
 * @rule DP7
 */
export function isAvailable(pod: SimulatedPod, minReadySeconds: number, owned: OwnedPods): boolean {
  if (pod.ready !== 'True') return false;
  const availableAt = pod.readyAt + minReadySeconds;
  if (availableAt <= owned.now) return true;
  owned.wakeAt(availableAt);
  return false;
}

/** The controller behind a workload: makes pods match its replicas and its template. */
export interface PodOwner {
  /** `status.replicas` as the scale subresource shows it */
  readonly statusReplicas: number;
  /**
   * Names of the pods that there are before the run.
   *
   * @param index 0, 1, and so on
   */
  nameOf(revision: Revision, index: number): string;
  /** What it has been told; `reconcile` acts on it. */
  want(replicas: number, revision: Revision, workload: WorkloadManifest): void;
  /** Brings the pods closer to what is wanted, as far as that goes at this instant. */
  reconcile(): void;
}
