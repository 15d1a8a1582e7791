import type { PodSet } from './podSet.ts';

/** How many pods are in which state. */
export interface PodCounts {
  /** bound to a node and not ready */
  readonly starting: number;
  /** not bound to a node */
  readonly pending: number;
  /** made from an older template than the present one */
  readonly oldRevision: number;
}

/** Counts anew only after a pod has changed. */
export class PodCounter {
  readonly #pods: PodSet;
  #changes = -1;
  #revision = -1;
  #counts: PodCounts = { starting: 0, pending: 0, oldRevision: 0 };

  constructor(pods: PodSet) {
    this.#pods = pods;
  }

  /** @param revision of the workload's present template */
  counts(revision: number): PodCounts {
    if (this.#changes === this.#pods.changes && this.#revision === revision) return this.#counts;
    this.#changes = this.#pods.changes;
    this.#revision = revision;
    this.#counts = this.#count(revision);
    return this.#counts;
  }

  #count(present: number): PodCounts {
    let starting = 0;
    let pending = 0;
    let oldRevision = 0;
    for (const { deleted, scheduledAt, ready, revision } of this.#pods.pods) {
      if (deleted) continue;
      if (Number.isNaN(scheduledAt)) pending++;
      else if (ready !== 'True') starting++;
      if (revision !== present) oldRevision++;
    }
    return { starting, pending, oldRevision };
  }
}
