import { float64Column, int32Column } from './columns.ts';
import type { ClusterColumns } from './types.ts';

/** How many pods are in which state; see `ClusterColumns`. */
export interface SampledPods {
  readonly starting: number;
  readonly pending: number;
  readonly oldRevision: number;
}

/** What of a cluster is drawn; the cluster itself fits. */
export interface SampledCluster {
  readonly activePods: number;
  readonly podCounts: SampledPods;
  readonly nodeCount: number;
  readonly cpuUsageCores: number;
  readonly memoryUsageBytes: number;
  readonly workload: {
    readonly offeredRate: number;
    readonly servedRate: number;
    readonly sharing: number;
    readonly waiting: number;
    readonly droppedRate: number;
    readonly latencySeconds: number;
  };
}

/** Collects the cluster's columns; of several samples at one instant the last one stays. */
export class ClusterSampler {
  readonly #atSeconds = float64Column();
  readonly #offered = float64Column();
  readonly #served = float64Column();
  readonly #readyPods = int32Column();
  readonly #pods = int32Column();
  readonly #startingPods = int32Column();
  readonly #pendingPods = int32Column();
  readonly #oldRevisionPods = int32Column();
  readonly #waiting = float64Column();
  readonly #droppedRate = float64Column();
  readonly #latencySeconds = float64Column();
  readonly #nodes = int32Column();
  readonly #cpuUsageCores = float64Column();
  readonly #memoryUsageBytes = float64Column();
  maxPods = 0;

  /** @param atSeconds not before the last sample's instant */
  sample(atSeconds: number, cluster: SampledCluster): void {
    const { workload, activePods, podCounts } = cluster;
    if (activePods > this.maxPods) this.maxPods = activePods;
    const write = this.#atSeconds.last === atSeconds ? 'setLast' : 'push';
    this.#atSeconds[write](atSeconds);
    this.#offered[write](workload.offeredRate);
    this.#served[write](workload.servedRate);
    this.#readyPods[write](workload.sharing);
    this.#pods[write](activePods);
    this.#startingPods[write](podCounts.starting);
    this.#pendingPods[write](podCounts.pending);
    this.#oldRevisionPods[write](podCounts.oldRevision);
    this.#waiting[write](workload.waiting);
    this.#droppedRate[write](workload.droppedRate);
    this.#latencySeconds[write](workload.latencySeconds);
    this.#nodes[write](cluster.nodeCount);
    this.#cpuUsageCores[write](cluster.cpuUsageCores);
    this.#memoryUsageBytes[write](cluster.memoryUsageBytes);
  }

  finish(): ClusterColumns {
    return {
      atSeconds: this.#atSeconds.finish(),
      offered: this.#offered.finish(),
      served: this.#served.finish(),
      readyPods: this.#readyPods.finish(),
      pods: this.#pods.finish(),
      startingPods: this.#startingPods.finish(),
      pendingPods: this.#pendingPods.finish(),
      oldRevisionPods: this.#oldRevisionPods.finish(),
      waiting: this.#waiting.finish(),
      droppedRate: this.#droppedRate.finish(),
      latencySeconds: this.#latencySeconds.finish(),
      nodes: this.#nodes.finish(),
      cpuUsageCores: this.#cpuUsageCores.finish(),
      memoryUsageBytes: this.#memoryUsageBytes.finish(),
    };
  }
}
