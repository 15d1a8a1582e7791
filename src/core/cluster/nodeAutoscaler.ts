import { type Agenda, TURN } from './agenda.ts';
import type { ClusterNode } from './nodes.ts';
import type { PodRequests } from './requests.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import type { NodeAutoscalerSettings } from './types.ts';

/** What the autoscaler looks at and changes. */
export interface NodeGroup {
  readonly agenda: Agenda;
  /** nodes that are there */
  readonly size: number;
  /** of them, those that are never taken away */
  readonly leastSize: number;
  makeNode(): ClusterNode;
  /** the node is ready from now on */
  join(node: ClusterNode): void;
  /** takes an empty node away */
  remove(node: ClusterNode): void;
}

/**
 * Orders a node when a pod fits neither on those there are nor on those on their way, and gives empty ones back.
 *
 * @rule NA1 NA2 NA3
 */
export class NodeAutoscaler {
  readonly #settings: NodeAutoscalerSettings;
  readonly #group: NodeGroup;
  /** on their way, with the pods that are going to take room on them */
  readonly #coming = new Set<ClusterNode>();
  readonly #expected = new Map<SimulatedPod, ClusterNode>();

  constructor(settings: NodeAutoscalerSettings, group: NodeGroup) {
    this.#settings = settings;
    this.#group = group;
  }

  /** A pod has found no room. @rule NA1 */
  onUnschedulable(pod: SimulatedPod, requests: PodRequests): void {
    if (this.#expected.has(pod)) return;
    const node = this.#roomFor(requests);
    if (node === undefined) return;
    node.take(requests);
    this.#expected.set(pod, node);
  }

  /** The pod has found room, or is gone. */
  onSettled(pod: SimulatedPod, requests: PodRequests): void {
    this.#expected.get(pod)?.free(requests, this.#group.agenda.now);
    this.#expected.delete(pod);
  }

  /** No pod is left on a node. @rule NA3 */
  onEmpty(node: ClusterNode): void {
    const { agenda } = this.#group;
    agenda.schedule(agenda.now + this.#settings.scaleDownSeconds, TURN.pod, () => this.#removeIfIdle(node));
  }

  #roomFor(requests: PodRequests): ClusterNode | undefined {
    for (const node of this.#coming) if (node.fits(requests)) return node;
    const { agenda, size } = this.#group;
    if (size + this.#coming.size >= this.#settings.maxNodes) return undefined;
    const node = this.#group.makeNode();
    // a pod that is larger than a node is not helped by one
    if (!node.fits(requests)) return undefined;
    this.#coming.add(node);
    agenda.schedule(agenda.now + this.#settings.delaySeconds, TURN.pod, () => this.#arrive(node));
    return node;
  }

  /** What was expected on the node has to find its way there by itself. @rule NA2 */
  #arrive(node: ClusterNode): void {
    this.#coming.delete(node);
    for (const [pod, expected] of this.#expected) if (expected === node) this.#expected.delete(pod);
    node.clear(this.#group.agenda.now);
    this.#group.join(node);
    if (node.pods === 0) this.onEmpty(node);
  }

  #removeIfIdle(node: ClusterNode): void {
    const { agenda, size, leastSize } = this.#group;
    if (node.isGone || node.pods > 0 || size <= leastSize) return;
    if (agenda.now - node.emptySince >= this.#settings.scaleDownSeconds) this.#group.remove(node);
  }
}
