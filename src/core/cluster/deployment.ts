import type { DeploymentStrategy, WorkloadManifest } from '../manifest/types.ts';
import type { PodNamer } from './podNames.ts';
import { isAvailable, type OwnedPods, type PodOwner } from './podOwner.ts';
import { manageReplicas } from './replicaSet.ts';
import type { Revision } from './revision.ts';
import {
  DEFAULT_STRATEGY,
  type Fenceposts,
  fenceposts,
  nextSizeOfNew,
  proportionalSizes,
  type SizedReplicaSet,
} from './rollingUpdate.ts';
import type { SimulatedPod } from './simulatedPod.ts';

interface ReplicaSet extends SizedReplicaSet {
  readonly revision: Revision;
  /** its pods that are not being deleted, as of the present step */
  active: readonly SimulatedPod[];
  /** the ones of them that have been ready for long enough */
  available: number;
}

/** More steps than this at one instant are a bug: each one changes the size of a ReplicaSet. */
const MOST_STEPS = 10_000;

/**
 * The Deployment controller with the ReplicaSets under it.
 *
 * @upstream pkg/controller/deployment/deployment_controller.go syncDeployment
 * @rule DP1 DP2 DP7 DP8 DP10
 */
export class DeploymentOwner implements PodOwner {
  readonly #owned: OwnedPods;
  readonly #namer: PodNamer;
  readonly #sets: ReplicaSet[] = [];
  #replicas = 0;
  #strategy: DeploymentStrategy = DEFAULT_STRATEGY;
  #minReadySeconds = 0;
  #isReconciling = false;
  #isAskedAgain = false;

  constructor(owned: OwnedPods, namer: PodNamer) {
    this.#owned = owned;
    this.#namer = namer;
  }

  /** @upstream pkg/controller/deployment/util/deployment_util.go GetActualReplicaCountForReplicaSets @rule DP2 */
  get statusReplicas(): number {
    return this.#owned.active;
  }

  nameOf(revision: Revision): string {
    return this.#namer.next(revision.hash);
  }

  want(replicas: number, revision: Revision, workload: WorkloadManifest): void {
    this.#replicas = replicas;
    this.#strategy = workload.strategy ?? DEFAULT_STRATEGY;
    this.#minReadySeconds = workload.minReadySeconds ?? 0;
    const index = this.#sets.findIndex((set) => set.revision.key === revision.key);
    const known = this.#sets[index];
    if (known !== undefined) {
      // a rollback makes an old ReplicaSet the new one
      this.#sets.splice(index, 1);
      this.#sets.push(known);
      return;
    }
    const isFirst = this.#sets.length === 0;
    const { maxSurge } = this.#fenceposts;
    this.#sets.push({
      revision,
      replicas: isFirst ? replicas : 0,
      desired: replicas,
      most: replicas + maxSurge,
      order: this.#sets.length,
      active: [],
      available: 0,
    });
  }

  reconcile(): void {
    if (this.#isReconciling) {
      this.#isAskedAgain = true;
      return;
    }
    if (this.#isSettled) return;
    this.#isReconciling = true;
    for (let step = 0; ; step++) {
      if (step > MOST_STEPS) throw new Error('the Deployment does not come to rest');
      this.#isAskedAgain = false;
      if (!this.#isAlone) this.#look();
      const isResized = this.#sync();
      if (!this.#isAlone || this.#owned.active !== this.#newest.replicas) {
        this.#look();
        for (const set of this.#sets) this.#managePods(set);
      }
      if (!isResized && !this.#isAskedAgain) break;
    }
    this.#isReconciling = false;
  }

  /** One ReplicaSet has all the pods that are wanted: nothing that happens to a pod that stays asks for more. */
  get #isSettled(): boolean {
    const { replicas, desired } = this.#newest;
    if (replicas !== this.#replicas || desired !== this.#replicas) return false;
    return (
      this.#owned.active === this.#replicas &&
      this.#sets.every((set) => set === this.#newest || set.replicas === 0)
    );
  }

  get #newest(): ReplicaSet {
    return this.#sets[this.#sets.length - 1] as ReplicaSet;
  }

  get #old(): readonly ReplicaSet[] {
    return this.#sets.slice(0, -1).sort((a, b) => a.order - b.order);
  }

  get #fenceposts(): Fenceposts {
    return fenceposts(this.#strategy, this.#replicas);
  }

  /** While there is one ReplicaSet all pods are its own, and its size does not depend on how many are available. */
  get #isAlone(): boolean {
    return this.#sets.length === 1;
  }

  /** Counts the pods of each ReplicaSet. */
  #look(): void {
    for (const set of this.#sets) {
      set.active = this.#owned.pods.filter((pod) => !pod.deleted && pod.madeFrom.key === set.revision.key);
      set.available = set.active.filter((pod) => isAvailable(pod, this.#minReadySeconds, this.#owned)).length;
    }
  }

  #managePods(set: ReplicaSet): void {
    if (set.active.length === set.replicas) return;
    const endedBy = set === this.#newest ? 'scaledDown' : 'rollout';
    manageReplicas(this.#owned, set.revision, set.active, set.replicas, endedBy, () =>
      this.nameOf(set.revision),
    );
  }

  /** @returns whether a ReplicaSet's size changed */
  #sync(): boolean {
    const isScaled = this.#sets.some((set) => set.replicas > 0 && set.desired !== this.#replicas);
    if (isScaled) return this.#scale();
    return this.#strategy.type === 'Recreate' ? this.#recreate() : this.#rollOn();
  }

  /** @upstream pkg/controller/deployment/sync.go scaleReplicaSet */
  #resize(set: ReplicaSet, replicas: number): boolean {
    const isResized = set.replicas !== replicas;
    set.replicas = replicas;
    set.desired = this.#replicas;
    set.most = this.#replicas + this.#fenceposts.maxSurge;
    return isResized;
  }

  /** @upstream pkg/controller/deployment/sync.go scale @rule DP8 */
  #scale(): boolean {
    const active = this.#sets.filter((set) => set.replicas > 0);
    const [only] = active;
    if (active.length <= 1) return this.#resizeLazily(only ?? this.#newest, this.#replicas);
    const { replicas, desired, available } = this.#newest;
    if (replicas === this.#replicas && desired === this.#replicas && available === this.#replicas) {
      return resizeAll(this.#old, (set) => this.#resizeLazily(set, 0));
    }
    if (this.#strategy.type === 'Recreate') return false;
    const { maxSurge } = this.#fenceposts;
    const sizes = proportionalSizes(active, this.#replicas, maxSurge, this.#owned.active);
    return resizeAll(active, (set) => this.#resize(set, sizes.get(set) ?? set.replicas));
  }

  #resizeLazily(set: ReplicaSet, replicas: number): boolean {
    return set.replicas !== replicas && this.#resize(set, replicas);
  }

  /** @upstream pkg/controller/deployment/rolling.go rolloutRolling @rule DP7 */
  #rollOn(): boolean {
    const newest = this.#newest;
    const next = nextSizeOfNew(this.#replicas, newest.replicas, this.#wantedPods, this.#fenceposts.maxSurge);
    return this.#resizeLazily(newest, next) || this.#shrinkOld();
  }

  /** What all ReplicaSets want together. */
  get #wantedPods(): number {
    return this.#sets.reduce((sum, { replicas }) => sum + replicas, 0);
  }

  /** @upstream pkg/controller/deployment/rolling.go reconcileOldReplicaSets */
  #shrinkOld(): boolean {
    const old = this.#old.filter(({ replicas }) => replicas > 0);
    const newest = this.#newest;
    const minAvailable = this.#replicas - this.#fenceposts.maxUnavailable;
    const most = this.#wantedPods - minAvailable - (newest.replicas - newest.available);
    if (old.length === 0 || most <= 0) return false;
    const cleaned = this.#cleanUpUnhealthy(old, most);
    const available = this.#sets.reduce((sum, set) => sum + set.available, 0);
    let excess = available - minAvailable;
    let isResized = cleaned;
    for (const set of old) {
      if (excess <= 0) break;
      const gone = Math.min(set.replicas, excess);
      excess -= gone;
      isResized = this.#resizeLazily(set, set.replicas - gone) || isResized;
    }
    return isResized;
  }

  /** Pods that are not ready go first: that costs no availability. @upstream rolling.go cleanupUnhealthyReplicas */
  #cleanUpUnhealthy(old: readonly ReplicaSet[], most: number): boolean {
    let left = most;
    return resizeAll(old, (set) => {
      const unhealthy = Math.max(0, Math.min(left, set.replicas - set.available));
      left -= unhealthy;
      return this.#resizeLazily(set, set.replicas - unhealthy);
    });
  }

  /** @upstream pkg/controller/deployment/recreate.go rolloutRecreate @rule DP10 */
  #recreate(): boolean {
    const newest = this.#newest;
    if (resizeAll(this.#old, (set) => this.#resizeLazily(set, 0))) return true;
    if (this.#owned.pods.some((pod) => pod.madeFrom.key !== newest.revision.key)) return false;
    return this.#resizeLazily(newest, this.#replicas);
  }
}

/** Resizes each of them. @returns whether any changed */
function resizeAll(sets: readonly ReplicaSet[], resize: (set: ReplicaSet) => boolean): boolean {
  return sets.reduce((isResized, set) => resize(set) || isResized, false);
}
