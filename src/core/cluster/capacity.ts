import { type Agenda, TURN } from './agenda.ts';
import { NodeAutoscaler } from './nodeAutoscaler.ts';
import { ClusterNode, chooseNode } from './nodes.ts';
import type { Bind, PodPlacement } from './podPlacement.ts';
import type { PodSet } from './podSet.ts';
import { quotaAdmits } from './quota.ts';
import { type PodRequests, podRequests } from './requests.ts';
import type { Revision } from './revision.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import type { NodeSettings, QuotaSettings } from './types.ts';

export interface CapacityInput {
  readonly agenda: Agenda;
  readonly pods: PodSet;
  readonly nodes: NodeSettings | undefined;
  readonly quota: QuotaSettings | undefined;
  /** the number of nodes has changed */
  readonly onChange: () => void;
}

/**
 * The room that there is for pods: a quota that refuses them, nodes that they are bound to, and an autoscaler that adds
 * nodes.
 *
 * @rule ND1 ND4 ND5 ND8 QT1
 */
export class Capacity implements PodPlacement {
  readonly #input: CapacityInput;
  readonly #nodes: ClusterNode[] = [];
  readonly #byName = new Map<string, ClusterNode>();
  readonly #requests = new Map<Revision, PodRequests>();
  /** pods without a node, in the order in which they failed to find one */
  readonly #pending = new Map<SimulatedPod, Bind>();
  readonly #autoscaler: NodeAutoscaler | undefined;
  #made = 0;
  #isRetrying = false;

  constructor(input: CapacityInput) {
    this.#input = input;
    const { nodes, agenda } = input;
    if (nodes === undefined) return;
    for (let i = 0; i < nodes.count; i++) this.#put(this.#makeNode(nodes));
    if (nodes.autoscaler === undefined) return;
    const own = this.#nodes;
    this.#autoscaler = new NodeAutoscaler(nodes.autoscaler, {
      agenda,
      get size() {
        return own.length;
      },
      leastSize: nodes.count,
      makeNode: () => this.#makeNode(nodes),
      join: (node) => this.#join(node),
      remove: (node) => this.#takeAway(node),
    });
  }

  /** Nodes that are there; 0 where room has no end. */
  get nodeCount(): number {
    return this.#nodes.length;
  }

  admits(revision: Revision): boolean {
    const { quota, pods } = this.#input;
    if (quota === undefined) return true;
    const existing = pods.pods.map(({ madeFrom }) => this.#requestsOf(madeFrom));
    return quotaAdmits(quota, existing, this.#requestsOf(revision));
  }

  place(pod: SimulatedPod, bind: Bind): void {
    if (this.#input.nodes === undefined) bind('');
    else if (!this.#bind(pod, bind)) this.#wait(pod, bind);
  }

  release(pod: SimulatedPod): void {
    if (this.#input.nodes === undefined) return;
    const { now } = this.#input.agenda;
    const requests = this.#requestsOf(pod.madeFrom);
    if (this.#pending.delete(pod)) this.#autoscaler?.onSettled(pod, requests);
    const node = this.#byName.get(pod.node);
    if (node === undefined) return;
    node.free(requests, now);
    if (node.pods === 0) this.#autoscaler?.onEmpty(node);
    this.#retryLater();
  }

  /**
   * Nodes that are lost, the ones with the most pods first.
   *
   * @returns the pods that were on them, still to be removed
   * @rule ND8
   */
  loseNodes(count: number): readonly SimulatedPod[] {
    const lost = [...this.#nodes].sort((a, b) => b.pods - a.pods).slice(0, count);
    for (const node of lost) this.#takeAway(node);
    const names = new Set(lost.map(({ name }) => name));
    return this.#input.pods.pods.filter(({ node }) => names.has(node));
  }

  #requestsOf(revision: Revision): PodRequests {
    let requests = this.#requests.get(revision);
    if (requests === undefined) {
      requests = podRequests(revision.workload);
      this.#requests.set(revision, requests);
    }
    return requests;
  }

  #makeNode(settings: NodeSettings): ClusterNode {
    this.#made++;
    return new ClusterNode(`node-${this.#made}`, settings, this.#input.agenda.now);
  }

  #put(node: ClusterNode): void {
    this.#nodes.push(node);
    this.#byName.set(node.name, node);
  }

  #join(node: ClusterNode): void {
    this.#put(node);
    this.#input.onChange();
    this.#retry();
  }

  #takeAway(node: ClusterNode): void {
    node.isGone = true;
    this.#nodes.splice(this.#nodes.indexOf(node), 1);
    this.#byName.delete(node.name);
    this.#input.onChange();
  }

  #bind(pod: SimulatedPod, bind: Bind): boolean {
    const requests = this.#requestsOf(pod.madeFrom);
    const node = chooseNode(this.#nodes, requests);
    if (node === undefined) return false;
    node.take(requests);
    bind(node.name);
    return true;
  }

  /** A pod that runs already when the run begins waits for nothing. @rule ND7 */
  #wait(pod: SimulatedPod, bind: Bind): void {
    if (pod.phase === 'Running') return;
    this.#pending.set(pod, bind);
    this.#autoscaler?.onUnschedulable(pod, this.#requestsOf(pod.madeFrom));
  }

  /** Room has come: all of an instant's changes first, then those that wait. @rule ND5 */
  #retryLater(): void {
    if (this.#isRetrying || this.#pending.size === 0) return;
    this.#isRetrying = true;
    const { agenda } = this.#input;
    agenda.schedule(agenda.now, TURN.pod, () => {
      this.#isRetrying = false;
      this.#retry();
    });
  }

  #retry(): void {
    for (const [pod, bind] of [...this.#pending]) {
      if (pod.deleted || !this.#bind(pod, bind)) continue;
      this.#pending.delete(pod);
      this.#autoscaler?.onSettled(pod, this.#requestsOf(pod.madeFrom));
    }
    for (const pod of this.#pending.keys()) {
      if (!pod.deleted) this.#autoscaler?.onUnschedulable(pod, this.#requestsOf(pod.madeFrom));
    }
  }
}
