import type { StatefulSetOrder, WorkloadManifest } from '../manifest/types.ts';
import { ordinalOf } from './podNames.ts';
import { isAvailable, type OwnedPods, type PodOwner } from './podOwner.ts';
import type { Revision } from './revision.ts';
import type { SimulatedPod } from './simulatedPod.ts';

export const DEFAULT_ORDER: StatefulSetOrder = {
  podManagementPolicy: 'OrderedReady',
  updateStrategy: 'RollingUpdate',
  partition: 0,
};

/**
 * The StatefulSet controller: pods have ordinals, and one of them is never there twice.
 *
 * @upstream pkg/controller/statefulset/stateful_set_control.go updateStatefulSet
 * @rule DP4 DP11
 */
export class StatefulSetOwner implements PodOwner {
  readonly #owned: OwnedPods;
  readonly #name: string;
  #replicas = 0;
  #revision: Revision | undefined;
  #old: Revision | undefined;
  #order = DEFAULT_ORDER;
  #minReadySeconds = 0;
  #isReconciling = false;
  #isAskedAgain = false;

  constructor(owned: OwnedPods, name: string) {
    this.#owned = owned;
    this.#name = name;
  }

  /** Pods that are on their way out count. @upstream stateful_set_control.go computeReplicaStatus @rule DP2 */
  get statusReplicas(): number {
    return this.#owned.pods.length;
  }

  nameOf(_revision: Revision, ordinal: number): string {
    return `${this.#name}-${ordinal}`;
  }

  want(replicas: number, revision: Revision, workload: WorkloadManifest): void {
    this.#replicas = replicas;
    if (revision !== this.#revision) this.#old = this.#revision;
    this.#revision = revision;
    this.#order = workload.order ?? DEFAULT_ORDER;
    this.#minReadySeconds = workload.minReadySeconds ?? 0;
  }

  reconcile(): void {
    if (this.#isReconciling) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isReconciling = true;
    do {
      this.#isAskedAgain = false;
      this.#sync();
    } while (this.#isAskedAgain);
    this.#isReconciling = false;
  }

  #isAvailable(pod: SimulatedPod): boolean {
    return isAvailable(pod, this.#minReadySeconds, this.#owned);
  }

  /** Not ready for long enough, or on its way out. @upstream stateful_set_utils.go isUnavailable */
  readonly #isUnavailable = (pod: SimulatedPod | undefined): boolean =>
    pod === undefined || pod.deleted || !this.#isAvailable(pod);

  /** Goes as far as the order allows; each deletion and creation asks for another round. */
  #sync(): void {
    const byOrdinal: (SimulatedPod | undefined)[] = new Array(this.#replicas).fill(undefined);
    const condemned: SimulatedPod[] = [];
    for (const pod of this.#owned.pods) {
      const ordinal = ordinalOf(pod.name);
      if (ordinal < this.#replicas) byOrdinal[ordinal] = pod;
      else condemned.push(pod);
    }
    condemned.sort((a, b) => ordinalOf(b.name) - ordinalOf(a.name));
    const isOrdered = this.#order.podManagementPolicy === 'OrderedReady';
    if (!this.#createMissing(byOrdinal, isOrdered)) return;
    if (!this.#deleteCondemned(byOrdinal, condemned, isOrdered)) return;
    if (this.#order.updateStrategy === 'RollingUpdate') this.#update(byOrdinal);
  }

  /** @upstream stateful_set_control.go processReplica @returns whether it may go on */
  #createMissing(byOrdinal: readonly (SimulatedPod | undefined)[], isOrdered: boolean): boolean {
    let isComplete = true;
    for (const [ordinal, pod] of byOrdinal.entries()) {
      if (pod === undefined) {
        isComplete = this.#create(ordinal) && isComplete;
        if (isOrdered) return false;
      } else if (isOrdered && this.#isUnavailable(pod)) return false;
    }
    return isComplete;
  }

  /** Below the partition a pod comes again from the template that it had. */
  #create(ordinal: number): boolean {
    const current = ordinal < this.#order.partition ? (this.#old ?? this.#revision) : this.#revision;
    if (current === undefined) return false;
    return this.#owned.create(current, this.nameOf(current, ordinal));
  }

  /** @upstream stateful_set_control.go processCondemned @returns whether it may go on */
  #deleteCondemned(
    byOrdinal: readonly (SimulatedPod | undefined)[],
    condemned: readonly SimulatedPod[],
    isOrdered: boolean,
  ): boolean {
    if (!isOrdered) {
      for (const pod of condemned) this.#owned.delete(pod, 'scaledDown');
      return true;
    }
    const [highest] = condemned;
    if (highest === undefined) return true;
    const firstUnhealthy = [...byOrdinal, ...[...condemned].reverse()].find(this.#isUnavailable);
    if (highest.deleted) return false;
    if (this.#isAvailable(highest) || highest === firstUnhealthy) this.#owned.delete(highest, 'scaledDown');
    return false;
  }

  /**
   * One pod at a time from the highest ordinal; next only when all are there again. Pods that are not ready anyway go
   * at once where the order is of no account.
   *
   * @upstream stateful_set_control.go updateStatefulSetAfterInvariantEstablished
   * @rule DP11
   */
  #update(byOrdinal: readonly (SimulatedPod | undefined)[]): void {
    const outdated = byOrdinal.filter(
      (pod, ordinal): pod is SimulatedPod =>
        pod !== undefined &&
        ordinal >= this.#order.partition &&
        !pod.deleted &&
        pod.madeFrom.key !== this.#revision?.key,
    );
    const isParallel = this.#order.podManagementPolicy === 'Parallel';
    if (isParallel) {
      for (const pod of outdated) if (this.#isUnavailable(pod)) this.#owned.delete(pod, 'rollout');
    }
    if (byOrdinal.some(this.#isUnavailable)) return;
    const highest = outdated.at(-1);
    if (highest !== undefined) this.#owned.delete(highest, 'rollout');
  }
}
