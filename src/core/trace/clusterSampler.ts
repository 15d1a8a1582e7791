import { GrowingColumn, int32Column, steadyFloat64Column } from './columns.ts';
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
  maxPods = 0;

  /** @param samples how many there will be at least */
  constructor(samples: number) {
    this.#atSeconds = new GrowingColumn(samples);
    this.#offered = new GrowingColumn(samples);
    this.#served = new GrowingColumn(samples);
    this.#readyPods = int32Column(samples);
    this.#pods = int32Column(samples);
    this.#startingPods = int32Column(samples);
    this.#pendingPods = int32Column(samples);
    this.#oldRevisionPods = int32Column(samples);
    this.#waiting = steadyFloat64Column(samples);
    this.#droppedRate = steadyFloat64Column(samples);
    this.#latencySeconds = new GrowingColumn(samples);
    this.#nodes = int32Column(samples);
    this.#cpuUsageCores = new GrowingColumn(samples);
    this.#memoryUsageBytes = new GrowingColumn(samples);
  }

  /** @param atSeconds not before the last sample's instant */
  sample(atSeconds: number, cluster: SampledCluster): void {
    const { workload, activePods, podCounts } = cluster;
    if (activePods > this.maxPods) this.maxPods = activePods;
    if (this.#atSeconds.last === atSeconds) this.#takeBack();
    const served = workload.servedRate;
    this.#atSeconds.push(atSeconds);
    this.#offered.push(workload.offeredRate);
    this.#served.push(served);
    this.#readyPods.push(workload.sharing);
    this.#pods.push(activePods);
    this.#startingPods.push(podCounts.starting);
    this.#pendingPods.push(podCounts.pending);
    this.#oldRevisionPods.push(podCounts.oldRevision);
    this.#waiting.push(workload.waiting);
    this.#droppedRate.push(workload.droppedRate);
    this.#latencySeconds.push(served > 0 ? workload.latencySeconds : Number.NaN);
    this.#nodes.push(cluster.nodeCount);
    this.#cpuUsageCores.push(cluster.cpuUsageCores);
    this.#memoryUsageBytes.push(cluster.memoryUsageBytes);
  }

  /** Another sample of the same instant takes the place of the last one. */
  #takeBack(): void {
    this.#atSeconds.pop();
    this.#offered.pop();
    this.#served.pop();
    this.#readyPods.pop();
    this.#pods.pop();
    this.#startingPods.pop();
    this.#pendingPods.pop();
    this.#oldRevisionPods.pop();
    this.#waiting.pop();
    this.#droppedRate.pop();
    this.#latencySeconds.pop();
    this.#nodes.pop();
    this.#cpuUsageCores.pop();
    this.#memoryUsageBytes.pop();
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
