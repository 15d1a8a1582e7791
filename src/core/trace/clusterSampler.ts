import { float64Column, int32Column } from './columns.ts';
import type { ClusterColumns } from './types.ts';

/** What of a cluster is drawn; the cluster itself fits. */
export interface SampledCluster {
  readonly activePods: number;
  readonly workload: { readonly offeredRate: number; readonly servedRate: number; readonly sharing: number };
}

/** Collects the cluster's columns; of several samples at one instant the last one stays. */
export class ClusterSampler {
  readonly #atSeconds;
  readonly #offered;
  readonly #served;
  readonly #readyPods;
  readonly #pods;
  maxPods = 0;

  constructor() {
    this.#atSeconds = float64Column();
    this.#offered = float64Column();
    this.#served = float64Column();
    this.#readyPods = int32Column();
    this.#pods = int32Column();
  }

  /** @param atSeconds not before the last sample's instant */
  sample(atSeconds: number, { workload, activePods }: SampledCluster): void {
    if (activePods > this.maxPods) this.maxPods = activePods;
    const write = this.#atSeconds.last === atSeconds ? 'setLast' : 'push';
    this.#atSeconds[write](atSeconds);
    this.#offered[write](workload.offeredRate);
    this.#served[write](workload.servedRate);
    this.#readyPods[write](workload.sharing);
    this.#pods[write](activePods);
  }

  finish(): ClusterColumns {
    return {
      atSeconds: this.#atSeconds.finish(),
      offered: this.#offered.finish(),
      served: this.#served.finish(),
      readyPods: this.#readyPods.finish(),
      pods: this.#pods.finish(),
    };
  }
}
