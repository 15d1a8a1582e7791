import type { SimulatedPod } from './simulatedPod.ts';

/** The pods that exist, sorted by name in byte order as the lister answers them. Names are ASCII. */
export class PodSet {
  readonly #pods: SimulatedPod[] = [];
  /** counts additions and removals, so that a reader can tell whether its own columns still fit */
  version = 0;
  /** counts changes of any pod, additions and removals too, so that a reader can tell whether all are as they were */
  changes = 0;
  /** pods that are not being deleted */
  active = 0;

  get pods(): readonly SimulatedPod[] {
    return this.#pods;
  }

  has(name: string): boolean {
    return this.#pods[this.#indexOf(name)]?.name === name;
  }

  get(name: string): SimulatedPod | undefined {
    const pod = this.#pods[this.#indexOf(name)];
    return pod?.name === name ? pod : undefined;
  }

  add(pod: SimulatedPod): void {
    this.#pods.splice(this.#indexOf(pod.name), 0, pod);
    this.active++;
    this.version++;
    this.changes++;
  }

  remove(pod: SimulatedPod): void {
    this.#pods.splice(this.#indexOf(pod.name), 1);
    // its life is kept until the run ends, what was read of it is not
    pod.scraped.requests = undefined;
    pod.scraped.cpu = undefined;
    this.version++;
    this.changes++;
  }

  /** Where a pod of that name is, or would be put in. */
  #indexOf(name: string): number {
    let low = 0;
    let high = this.#pods.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pods[middle] as SimulatedPod).name < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
