import { type PodRequests, scoredRequests } from './requests.ts';
import type { NodeSettings } from './types.ts';

const BYTES_PER_MIB = 1024 * 1024;
const FULL_SCORE = 100;

/** One node: what it has, and what the pods on it request. */
export class ClusterNode {
  readonly name: string;
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly maxPods: number;
  usedCpuMilli = 0;
  usedMemoryBytes = 0;
  #scoredCpuMilli = 0;
  #scoredMemoryBytes = 0;
  pods = 0;
  /** since when no pod is on it, seconds */
  emptySince: number;
  isGone = false;

  constructor(name: string, { cpuMilli, memoryMi, maxPods }: NodeSettings, now: number) {
    this.name = name;
    this.cpuMilli = cpuMilli;
    this.memoryBytes = memoryMi * BYTES_PER_MIB;
    this.maxPods = maxPods;
    this.emptySince = now;
  }

  /** @upstream pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest @rule ND2 */
  fits({ cpuMilli, memoryBytes }: PodRequests): boolean {
    return (
      this.pods < this.maxPods &&
      (cpuMilli === 0 || this.usedCpuMilli + cpuMilli <= this.cpuMilli) &&
      (memoryBytes === 0 || this.usedMemoryBytes + memoryBytes <= this.memoryBytes)
    );
  }

  /**
   * The more would be left, the better: whole percents of CPU and of memory, and the whole part of their mean.
   *
   * @upstream pkg/scheduler/framework/plugins/noderesources/least_allocated.go leastResourceScorer
   * @rule ND3
   */
  score(requests: PodRequests): number {
    const { cpuMilli, memoryBytes } = scoredRequests(requests);
    const cpu = leastRequestedScore(this.#scoredCpuMilli + cpuMilli, this.cpuMilli);
    const memory = leastRequestedScore(this.#scoredMemoryBytes + memoryBytes, this.memoryBytes);
    return Math.trunc((cpu + memory) / 2);
  }

  take(requests: PodRequests): void {
    this.#change(requests, 1);
  }

  free(requests: PodRequests, now: number): void {
    this.#change(requests, -1);
    if (this.pods === 0) this.emptySince = now;
  }

  /** Forgets what was expected on it. */
  clear(now: number): void {
    this.usedCpuMilli = 0;
    this.usedMemoryBytes = 0;
    this.#scoredCpuMilli = 0;
    this.#scoredMemoryBytes = 0;
    this.pods = 0;
    this.emptySince = now;
  }

  #change(requests: PodRequests, sign: 1 | -1): void {
    const scored = scoredRequests(requests);
    this.usedCpuMilli += sign * requests.cpuMilli;
    this.usedMemoryBytes += sign * requests.memoryBytes;
    this.#scoredCpuMilli += sign * scored.cpuMilli;
    this.#scoredMemoryBytes += sign * scored.memoryBytes;
    this.pods += sign;
  }
}

/** @upstream pkg/scheduler/framework/plugins/noderesources/least_allocated.go leastRequestedScore */
function leastRequestedScore(requested: number, capacity: number): number {
  if (capacity === 0 || requested > capacity) return 0;
  return Math.trunc(((capacity - requested) * FULL_SCORE) / capacity);
}

/**
 * The node that a pod goes to: of those with room the one with the highest score; among equals the one with the fewest
 * pods, then the first. (Upstream draws among equals.)
 *
 * @rule ND2 ND3
 */
export function chooseNode(nodes: readonly ClusterNode[], requests: PodRequests): ClusterNode | undefined {
  let best: ClusterNode | undefined;
  let bestScore = -1;
  for (const node of nodes) {
    if (!node.fits(requests)) continue;
    const score = node.score(requests);
    if (score < bestScore || (score === bestScore && best !== undefined && node.pods >= best.pods)) continue;
    best = node;
    bestScore = score;
  }
  return best;
}
