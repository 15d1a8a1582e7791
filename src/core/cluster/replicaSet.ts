import type { WorkloadManifest } from '../manifest/types.ts';
import type { PodNamer } from './podNames.ts';
import type { OwnedPods, PodOwner } from './podOwner.ts';
import type { Revision } from './revision.ts';
import type { PodEnd, SimulatedPod } from './simulatedPod.ts';
import { pickVictims } from './victims.ts';

/**
 * Creates or deletes as many pods as it takes.
 *
 * @param active   the ReplicaSet's pods that are not being deleted
 * @param related  all pods of the workload that are not being deleted
 * @upstream pkg/controller/replicaset/replica_set.go manageReplicas
 * @rule DP1 DP3
 */
export function manageReplicas(
  owned: OwnedPods,
  revision: Revision,
  active: readonly SimulatedPod[],
  replicas: number,
  endedBy: PodEnd,
  nextName: () => string,
): void {
  for (let missing = replicas - active.length; missing > 0; missing--) {
    if (!owned.create(revision, nextName())) return;
  }
  const excess = active.length - replicas;
  if (excess <= 0) return;
  const related = owned.pods.filter((pod) => !pod.deleted);
  for (const pod of pickVictims(active, related, excess, owned.now)) owned.delete(pod, endedBy);
}

/** A ReplicaSet or ReplicationController that stands for itself: a new template is for new pods only. @rule DP9 */
export class ReplicaSetOwner implements PodOwner {
  readonly #owned: OwnedPods;
  readonly #namer: PodNamer;
  #replicas = 0;
  #revision: Revision | undefined;

  constructor(owned: OwnedPods, namer: PodNamer) {
    this.#owned = owned;
    this.#namer = namer;
  }

  get statusReplicas(): number {
    return this.#owned.active;
  }

  nameOf(revision: Revision): string {
    return this.#namer.next(revision.hash);
  }

  want(replicas: number, revision: Revision, _workload: WorkloadManifest): void {
    this.#replicas = replicas;
    this.#revision = revision;
  }

  reconcile(): void {
    const revision = this.#revision;
    if (revision === undefined || this.#owned.active === this.#replicas) return;
    const active = this.#owned.pods.filter((pod) => !pod.deleted);
    manageReplicas(this.#owned, revision, active, this.#replicas, 'scaledDown', () => this.nameOf(revision));
  }
}
