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
  readonly #atSeconds;
  readonly #offered;
  readonly #served;
  readonly #readyPods;
  readonly #pods;
  readonly #startingPods;
  readonly #pendingPods;
  readonly #oldRevisionPods;
  readonly #waiting;
  readonly #droppedRate;
  readonly #latencySeconds;
  readonly #nodes;
  readonly #cpuUsageCores;
  readonly #memoryUsageBytes;
  #length = 0;
  maxPods = 0;

  /** @param samples how many there will be at least */
  constructor(samples: number) {
    this.#atSeconds = float64Column(samples);
    this.#offered = float64Column(samples);
    this.#served = float64Column(samples);
    this.#readyPods = int32Column(samples);
    this.#pods = int32Column(samples);
    this.#startingPods = int32Column(samples);
    this.#pendingPods = int32Column(samples);
    this.#oldRevisionPods = int32Column(samples);
    this.#waiting = float64Column(samples);
    this.#droppedRate = float64Column(samples);
    this.#latencySeconds = float64Column(samples);
    this.#nodes = int32Column(samples);
    this.#cpuUsageCores = float64Column(samples);
    this.#memoryUsageBytes = float64Column(samples);
  }

  /** @param atSeconds not before the last sample's instant */
  sample(atSeconds: number, cluster: SampledCluster): void {
    const { workload, activePods, podCounts } = cluster;
    if (activePods > this.maxPods) this.maxPods = activePods;
    if (this.#length === 0 || this.#atSeconds.last !== atSeconds) this.#length++;
    const index = this.#length - 1;
    this.#atSeconds.put(index, atSeconds);
    this.#offered.put(index, workload.offeredRate);
    this.#served.put(index, workload.servedRate);
    this.#readyPods.put(index, workload.sharing);
    this.#pods.put(index, activePods);
    this.#startingPods.put(index, podCounts.starting);
    this.#pendingPods.put(index, podCounts.pending);
    this.#oldRevisionPods.put(index, podCounts.oldRevision);
    this.#waiting.put(index, workload.waiting);
    this.#droppedRate.put(index, workload.droppedRate);
    this.#latencySeconds.put(index, workload.servedRate > 0 ? workload.latencySeconds : Number.NaN);
    this.#nodes.put(index, cluster.nodeCount);
    this.#cpuUsageCores.put(index, cluster.cpuUsageCores);
    this.#memoryUsageBytes.put(index, cluster.memoryUsageBytes);
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
