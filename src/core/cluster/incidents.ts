import type { Agenda } from './agenda.ts';
import type { Capacity } from './capacity.ts';
import { pickAffected } from './operations.ts';
import type { OutageApi, Outages } from './outages.ts';
import type { PodLifecycle } from './podLifecycle.ts';
import type { PodSet } from './podSet.ts';
import type { ScaleTarget } from './scaleTarget.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import { type Recommendation, VpaUpdater } from './vpa.ts';

export interface IncidentsInput {
  readonly agenda: Agenda;
  readonly pods: PodSet;
  readonly lifecycle: PodLifecycle;
  readonly scaleTarget: ScaleTarget;
  readonly capacity: Capacity;
  readonly outages: Outages;
}

/** What happens around the workload, at this instant: to nodes, to the metrics APIs, to requests. */
export class Incidents {
  readonly #input: IncidentsInput;
  readonly #vpa: VpaUpdater;
  /** pods made before the last recommendation */
  #outdated: ReadonlySet<SimulatedPod> = new Set();

  constructor(input: IncidentsInput) {
    this.#input = input;
    const { pods, scaleTarget, lifecycle } = input;
    this.#vpa = new VpaUpdater({
      pods,
      specReplicas: () => scaleTarget.specReplicas,
      isOutdated: (pod) => this.#outdated.has(pod),
      evict: (pod) => lifecycle.delete(pod, 'evicted'),
    });
  }

  /** @rule ND8 */
  loseNodes(count: number): void {
    const { capacity, lifecycle } = this.#input;
    for (const pod of capacity.loseNodes(count)) lifecycle.remove(pod, 'nodeLost');
  }

  /** @rule OU1 */
  beginOutage(api: OutageApi, seconds: number): void {
    const { outages, agenda } = this.#input;
    outages.begin(api, agenda.now + seconds);
  }

  /** @rule OU4 */
  loseSamples(count: number, seconds: number): void {
    const { outages, agenda, pods } = this.#input;
    outages.loseSamples(pickAffected(pods.pods, count), agenda.now + seconds);
  }

  /** A VPA's recommendation: for every pod that is made from now on, and by eviction for the others. @rule VP1 VP2 */
  setRequests(recommendation: Recommendation): void {
    const { pods, scaleTarget } = this.#input;
    scaleTarget.recommend(recommendation);
    this.#outdated = new Set(pods.pods);
    this.#vpa.begin();
  }

  /** A pod has changed. */
  onPodChange(): void {
    this.#vpa.step();
  }
}
