import { meanBelowCap } from './queueModel.ts';
import type { WorkloadSettings } from './types.ts';

/** What a pod's first container is doing; decides what it uses. */
export const MODE = {
  /** it does not run */
  off: 0,
  /** it runs and serves nothing */
  idle: 1,
  /** as before, and pays for its start-up */
  starting: 2,
  /** it serves its share */
  serving: 3,
  /** it serves, and still pays for its start-up */
  warm: 4,
} as const;
export type Mode = (typeof MODE)[keyof typeof MODE];

/** Where the utilization that stretches a request's time is cut off: 20 times the time on an idle pod (WL12). */
const MOST_UTILIZATION = 0.95;
const MS_PER_SECOND = 1000;

/** What the pods of a class share: bounds on the first container, and a share of the load. */
export interface ClassBounds {
  /** milli-cores; Infinity without a limit */
  readonly cpuLimitMilli: number;
  /** bytes; Infinity without a limit */
  readonly memoryLimitBytes: number;
  /** how much of the load a pod gets, compared with others */
  readonly weight: number;
}

/**
 * Pods that cannot be told apart by what they serve: the same limits, the same share of the load. Amounts are kept for
 * one pod of the class, so that advancing costs the same for one pod and for a thousand.
 */
export class ServingClass {
  readonly bounds: ClassBounds;
  readonly #counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  #cost = 0;
  #serviceSeconds = 0;
  #queued = false;
  /** CPU of a pod that runs and serves nothing, milli-cores */
  idleMilli = 0;
  /** the same while it pays for its start-up */
  startupMilli = 0;
  /** requests/s that one pod can serve */
  capacity = 0;
  /** the same within what its start-up leaves of the limit; beyond, it is served and not paid for */
  #warmCapacity = 0;

  /** pods that get a share: ready and not being deleted */
  sharing = 0;
  /** requests that one pod has served if it has been serving all the time */
  requestsPerPod = 0;
  /** milli-core-seconds that one warm pod has used if it has been serving all the time */
  warmCpuPerPod = 0;
  /** requests that wait for the pods of this class */
  waiting = 0;
  /** requests/s that each serving pod serves now */
  rate = 0;

  constructor(bounds: ClassBounds, settings: WorkloadSettings) {
    this.bounds = bounds;
    this.apply(settings);
  }

  /** @rule WL4 WL6 WL7 WL13 */
  apply(settings: WorkloadSettings): void {
    const { cpuLimitMilli } = this.bounds;
    const { cpuMillisecondsPerRequest: cost, capacityPerPod, idleCpuMilli } = settings;
    this.#cost = cost;
    this.#serviceSeconds = settings.serviceMilliseconds / MS_PER_SECOND;
    this.#queued = settings.model === 'queue';
    this.idleMilli = Math.min(idleCpuMilli, cpuLimitMilli);
    this.startupMilli = Math.min(idleCpuMilli + settings.startupCpuMilli, cpuLimitMilli);
    const within = (own: number) => (cost > 0 ? (cpuLimitMilli - own) / cost : Number.POSITIVE_INFINITY);
    const bound = capacityPerPod > 0 ? capacityPerPod : Number.POSITIVE_INFINITY;
    this.capacity = Math.min(within(this.idleMilli), bound);
    this.#warmCapacity = Math.min(within(this.startupMilli), bound);
  }

  count(mode: Mode): number {
    return this.#counts[mode];
  }

  move(from: Mode, to: Mode): void {
    this.#counts[from]--;
    this.#counts[to]++;
  }

  add(mode: Mode, pods: 1 | -1): void {
    this.#counts[mode] += pods;
  }

  /** Pods that serve. */
  get serving(): number {
    return this.#counts[MODE.serving] + this.#counts[MODE.warm];
  }

  /** CPU of a pod beside its requests, milli-cores; a warm pod's is in `warmCpuPerPod`. @rule WL6 WL7 */
  ownMilli(mode: Mode): number {
    if (mode === MODE.off || mode === MODE.warm) return 0;
    return mode === MODE.starting ? this.startupMilli : this.idleMilli;
  }

  /** Each serving pod is offered requests along a straight line, and serves what it can of them. */
  serve(from: number, to: number, seconds: number): number {
    const perPod = meanBelowCap(from, to, this.capacity) * seconds;
    this.requestsPerPod += perPod;
    if (this.#counts[MODE.warm] > 0) {
      const served = this.#cost === 0 ? 0 : this.#cost * meanBelowCap(from, to, this.#warmCapacity);
      this.warmCpuPerPod += (this.startupMilli + served) * seconds;
    }
    return perPod;
  }

  /** CPU that all first containers of the class use now, milli-cores. */
  get cpuMilli(): number {
    const warm =
      this.startupMilli + (this.#cost === 0 ? 0 : this.#cost * Math.min(this.rate, this.#warmCapacity));
    return (
      (this.#counts[MODE.idle] + this.#counts[MODE.serving]) * this.idleMilli +
      this.#counts[MODE.starting] * this.startupMilli +
      this.#counts[MODE.serving] * this.#cost * this.rate +
      this.#counts[MODE.warm] * warm
    );
  }

  /**
   * Seconds that a request takes now, from its coming in to its answer.
   *
   * @param queueSeconds how long it waits in a queue that all pods drain; the class's own queue is added
   * @rule WL12
   */
  latencySeconds(queueSeconds: number): number {
    return queueSeconds + this.#timeAt(this.rate, this.waiting);
  }

  /** Requests that one serving pod holds now: rate × time. Messages of a queue wait elsewhere. @rule WL12 */
  get inFlightPerPod(): number {
    return this.inFlightAt(this.rate, this.waiting);
  }

  /**
   * The same for another state of the class.
   *
   * @param rate    requests/s that each serving pod serves
   * @param waiting requests that wait for all of them
   * @rule WL12
   */
  inFlightAt(rate: number, waiting: number): number {
    return rate * this.#timeAt(rate, waiting);
  }

  #timeAt(rate: number, waiting: number): number {
    if (this.#queued) return this.#serviceSeconds;
    const utilization = Math.min(MOST_UTILIZATION, this.capacity > 0 ? rate / this.capacity : 1);
    const inService = this.#serviceSeconds / (1 - utilization);
    return waiting === 0 ? inService : inService + waiting / (this.serving * this.capacity);
  }
}
