import { LoadCursor } from '../load/cursor.ts';
import type { LoadCurve } from '../load/types.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import type { WorkloadSettings } from './types.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * The mean of min(cap, x) where x goes along a straight line from `from` to `to`.
 *
 * @rule WL3 WL4
 */
export function meanBelowCap(from: number, to: number, cap: number): number {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  if (high <= cap) return (from + to) / 2;
  if (low >= cap) return cap;
  const shareBelow = (cap - low) / (high - low);
  return (shareBelow * (low + cap)) / 2 + (1 - shareBelow) * cap;
}

/**
 * The application behind the pods: requests come in by a curve, are shared evenly by the ready pods, and cost CPU
 * and memory. Amounts are integrated over the spans between changes, never ticked.
 *
 * Only two numbers are kept for all pods together: how many pods share the load, and how many requests one serving
 * pod has served since the beginning. A pod's own usage follows from the second whenever it is asked for.
 */
export class Workload {
  readonly #settings: WorkloadSettings;
  readonly #load: LoadCursor;
  readonly #idleCpuMilli: number;
  readonly #startupCpuMilli: number;
  /** requests/s that one pod can serve below its CPU limit */
  readonly #capacity: number;
  #at: number;

  /** pods that get a share: ready and not being deleted */
  sharing = 0;
  /** those of them whose application is up */
  serving = 0;
  /** requests that one pod has served if it has been serving all the time */
  requestsPerPod = 0;
  requestsOffered = 0;
  requestsServed = 0;

  /** @param cpuLimitMilli milli-cores; Infinity without a limit */
  constructor(settings: WorkloadSettings, load: LoadCurve, cpuLimitMilli: number, startSeconds: number) {
    this.#settings = settings;
    this.#load = new LoadCursor(load, startSeconds);
    this.#at = startSeconds;
    this.#idleCpuMilli = Math.min(settings.idleCpuMilli, cpuLimitMilli);
    this.#startupCpuMilli = Math.min(settings.idleCpuMilli + settings.startupCpuMilli, cpuLimitMilli);
    const cost = settings.cpuMillisecondsPerRequest;
    this.#capacity = cost > 0 ? (cpuLimitMilli - this.#idleCpuMilli) / cost : Number.POSITIVE_INFINITY;
  }

  /** Requests/s that arrive now. @rule WL1 */
  get offeredRate(): number {
    return this.#load.valueAt(this.#at);
  }

  /** Requests/s that each serving pod serves now. @rule WL2 WL4 */
  get ratePerPod(): number {
    return this.sharing === 0 ? 0 : Math.min(this.#capacity, this.offeredRate / this.sharing);
  }

  /** Requests/s that are served now, by all pods together. @rule WL5 */
  get servedRate(): number {
    // rounding must not serve more than there is
    return Math.min(this.offeredRate, this.serving * this.ratePerPod);
  }

  /** Requests/s that are dropped now. @rule WL5 */
  get droppedRate(): number {
    return this.offeredRate - this.servedRate;
  }

  /** Requests that wait now: none, because what is not served is dropped. @rule WL5 */
  get waiting(): number {
    return 0;
  }

  /** Mean time in the system. */
  get latencySeconds(): number {
    return this.servedRate > 0 ? this.#settings.serviceMilliseconds / 1000 : 0;
  }

  /** CPU that serving takes now in all pods' first containers, milli-cores. @rule WL3 */
  get servingCpuMilli(): number {
    return this.servedRate * this.#settings.cpuMillisecondsPerRequest;
  }

  /** Goes on to an instant; what changes at it has not happened yet. */
  advanceTo(atSeconds: number): void {
    while (this.#load.pieceEndsAt <= atSeconds) {
      this.#advanceWithinPiece(this.#load.pieceEndsAt);
      this.#load.nextPiece();
    }
    this.#advanceWithinPiece(atSeconds);
  }

  #advanceWithinPiece(atSeconds: number): void {
    const span = atSeconds - this.#at;
    if (span <= 0) return;
    const from = this.#load.valueAt(this.#at);
    const to = this.#load.valueAt(atSeconds);
    this.#at = atSeconds;
    const offered = ((from + to) / 2) * span;
    this.requestsOffered += offered;
    if (this.sharing === 0) return;
    const perPod = meanBelowCap(from / this.sharing, to / this.sharing, this.#capacity) * span;
    this.requestsPerPod += perPod;
    this.requestsServed += Math.min(offered, perPod * this.serving);
  }

  /** Counts from here on: offered and served requests before the run do not belong to it. */
  resetTotals(): void {
    this.requestsOffered = 0;
    this.requestsServed = 0;
  }

  /**
   * Milli-core-seconds that a pod has used until now.
   *
   * @rule WL3 WL6
   */
  cpuUsed(pod: SimulatedPod): number {
    return this.cpuUsedAt(pod, this.#at, this.requestsPerPod);
  }

  /**
   * The same at an earlier instant, not before the pod's last change.
   *
   * @param requestsPerPod what this counter stood at then
   * @rule WL3 WL6
   */
  cpuUsedAt(pod: SimulatedPod, atSeconds: number, requestsPerPod: number): number {
    const used = pod.cpuUsed + pod.ownCpuMilli * (atSeconds - pod.accountedAt);
    if (!pod.isServing) return used;
    return used + (requestsPerPod - pod.accountedRequests) * this.#settings.cpuMillisecondsPerRequest;
  }

  /**
   * Milli-core-seconds that a pod used which has been serving for the last seconds.
   *
   * @param sinceRequestsPerPod what `requestsPerPod` stood at when they began
   * @rule WL3 WL6
   */
  cpuOfServingPod(seconds: number, sinceRequestsPerPod: number): number {
    const requests = this.requestsPerPod - sinceRequestsPerPod;
    return this.#idleCpuMilli * seconds + requests * this.#settings.cpuMillisecondsPerRequest;
  }

  /** Settles a pod's usage so far; to be called before the pod changes in any way that changes its usage. */
  account(pod: SimulatedPod): void {
    pod.cpuUsed = this.cpuUsed(pod);
    pod.accountedAt = this.#at;
    pod.accountedRequests = this.requestsPerPod;
  }

  /** CPU of a running pod beside its requests, milli-cores. @rule WL6 WL7 */
  ownCpuMilli(isStarting: boolean): number {
    return isStarting ? this.#startupCpuMilli : this.#idleCpuMilli;
  }

  /** Memory of the first container now, in bytes: whole KiB, as the kubelet counts it. @rule WL8 */
  memoryBytes(isServing: boolean): number {
    const rate = isServing ? this.ratePerPod : 0;
    const mi = this.#settings.baseMemoryMi + this.#settings.memoryMiPerRequestRate * rate;
    return Math.ceil((mi * MIB) / KIB - 1e-6) * KIB;
  }
}
