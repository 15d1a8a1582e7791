import { LoadCursor } from '../load/cursor.ts';
import type { LoadCurve } from '../load/types.ts';
import { leakedMi, MIB, servingMi, toBytes } from './memoryModel.ts';
import { type Flow, letFlow } from './queueModel.ts';
import { type ClassBounds, MODE, type Mode, ServingClass } from './servingClass.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import { SKEW_CLASSES, skewWeight } from './skew.ts';
import type { WorkloadSettings } from './types.ts';

/** What a pod without any bound pulls from a queue, compared with others; requests/s. */
const UNBOUNDED_PULL = 1e9;

/** A span in which something came in, or waited, and no pod served. */
export interface PodlessSpan {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

/** Limits on the first container of the pods of one revision. */
export type ContainerLimits = Omit<ClassBounds, 'weight'>;

/**
 * The application behind the pods: requests come in by a curve, are shared by the ready pods or wait in a queue, and
 * cost CPU and memory. Amounts are integrated over the spans between changes, never ticked.
 *
 * Only a few numbers are kept for all pods of a class together, above all how many requests one serving pod has served
 * since the beginning. A pod's own usage follows from them whenever it is asked for.
 */
export class Workload {
  #settings: WorkloadSettings;
  readonly #load: LoadCursor;
  readonly #classes: ServingClass[] = [];
  readonly #byKey = new Map<string, ServingClass>();
  readonly #flow: Flow = { served: 0, dropped: 0, waiting: 0 };
  #loadFactor = 1;
  #at: number;
  /** instant for which the classes' rates were worked out; NaN: anew */
  #ratesAt = Number.NaN;
  /** the sum of all sharing pods' weights */
  #weights = 0;
  /** messages that wait in the queue of all pods */
  #queued = 0;
  /** since when something has come in, or waited, without a serving pod; NaN: it has not */
  #podlessSince = Number.NaN;

  /** pods that get a share: ready and not being deleted */
  sharing = 0;
  /** those of them whose application is up */
  serving = 0;
  /** in the order of time; one that goes on is not among them */
  readonly podlessSpans: PodlessSpan[] = [];
  requestsOffered = 0;
  requestsServed = 0;
  requestsDropped = 0;

  constructor(settings: WorkloadSettings, load: LoadCurve, startSeconds: number) {
    this.#settings = settings;
    this.#load = new LoadCursor(load, startSeconds);
    this.#at = startSeconds;
  }

  get settings(): WorkloadSettings {
    return this.#settings;
  }

  /** The classes that there are; usually one. */
  get classes(): readonly ServingClass[] {
    return this.#classes;
  }

  /** Up to where the load goes along one straight line, seconds. */
  get pieceEndsAt(): number {
    return this.#load.pieceEndsAt;
  }

  /**
   * The class that a pod belongs to.
   *
   * @param uid decides how much of an uneven load it gets
   * @rule WL2
   */
  classFor(limits: ContainerLimits, uid: number): ServingClass {
    const { skew } = this.#settings;
    const bucket = skew > 0 ? uid % SKEW_CLASSES : 0;
    const key = `${limits.cpuLimitMilli} ${limits.memoryLimitBytes} ${bucket} ${skew}`;
    let found = this.#byKey.get(key);
    if (found === undefined) {
      const { cpuLimitMilli, memoryLimitBytes } = limits;
      const weight = skew > 0 ? skewWeight(skew, bucket) : 1;
      found = new ServingClass({ cpuLimitMilli, memoryLimitBytes, weight }, this.#settings);
      this.#byKey.set(key, found);
      this.#classes.push(found);
    }
    return found;
  }

  #loadAt(atSeconds: number): number {
    return this.#load.valueAt(atSeconds) * this.#loadFactor;
  }

  /** Requests/s that arrive now. @rule WL1 */
  get offeredRate(): number {
    return this.#loadAt(this.#at);
  }

  /** Requests/s that a serving pod serves now. @rule WL2 WL4 */
  rateOf(pod: SimulatedPod): number {
    if (!pod.isServing) return 0;
    this.#findRates();
    return pod.servingClass.rate;
  }

  /** Requests/s that are served now, by all pods together. @rule WL5 WL10 */
  get servedRate(): number {
    this.#findRates();
    let served = 0;
    for (const each of this.#classes) served += each.serving * each.rate;
    // rounding must not serve more than there is
    return this.waiting > 0 ? served : Math.min(this.offeredRate, served);
  }

  /** Since when something has come in, or waited, without a serving pod; NaN: it has not. @rule WL16 */
  get podlessSince(): number {
    return this.#podlessSince;
  }

  /** Requests that wait now. @rule WL10 WL11 */
  get waiting(): number {
    let waiting = this.#queued;
    for (const each of this.#classes) waiting += each.waiting;
    return waiting;
  }

  /** Requests/s that are dropped now. @rule WL5 WL10 */
  get droppedRate(): number {
    if (this.#settings.model === 'queue') return 0;
    const offered = this.offeredRate;
    if (this.sharing === 0) return offered;
    let dropped = 0;
    for (const each of this.#classes) {
      const share = (offered * each.bounds.weight) / this.#weights;
      const isFull = each.waiting >= this.#room(each);
      dropped += (each.sharing - each.serving) * share;
      if (isFull) dropped += each.serving * Math.max(0, share - each.capacity);
    }
    return dropped;
  }

  /** Mean of what the requests that are answered now took, seconds; 0 while none is. @rule WL12 */
  get latencySeconds(): number {
    this.#findRates();
    const queue = this.#queued > 0 ? this.#queued / this.#pull() : 0;
    let served = 0;
    let seconds = 0;
    for (const each of this.#classes) {
      const rate = each.serving * each.rate;
      if (rate === 0) continue;
      served += rate;
      seconds += rate * each.latencySeconds(queue);
    }
    return served === 0 ? 0 : seconds / served;
  }

  /** Requests that the serving pods hold now, together. @rule WL12 */
  get inFlight(): number {
    this.#findRates();
    return this.#classes.reduce((sum, each) => sum + each.serving * each.inFlightPerPod, 0);
  }

  /** CPU of all first containers now, milli-cores. @rule WL3 WL6 WL7 */
  get cpuMilli(): number {
    this.#findRates();
    return this.#classes.reduce((sum, each) => sum + each.cpuMilli, 0);
  }

  /** Goes on to an instant; what changes at it has not happened yet. */
  advanceTo(atSeconds: number): void {
    while (this.#load.pieceEndsAt <= atSeconds) {
      this.#advanceWithinPiece(this.#load.pieceEndsAt);
      this.#load.nextPiece();
      this.#ratesAt = Number.NaN;
    }
    this.#advanceWithinPiece(atSeconds);
  }

  #advanceWithinPiece(atSeconds: number): void {
    const span = atSeconds - this.#at;
    if (span <= 0) return;
    const from = this.#loadAt(this.#at);
    const to = this.#loadAt(atSeconds);
    if (this.serving === 0) this.#lackPods(from + to);
    this.#at = atSeconds;
    const offered = ((from + to) / 2) * span;
    this.requestsOffered += offered;
    if (this.#settings.model === 'queue') this.#drain(from, to, span);
    else if (this.sharing === 0) this.requestsDropped += offered;
    else for (const each of this.#classes) this.#share(each, from, to, span, offered);
  }

  /** No pod serves from the present instant on. @rule WL16 */
  #lackPods(inflow: number): void {
    const isNew = Number.isNaN(this.#podlessSince);
    if (isNew && (inflow > 0 || this.waiting > 0)) this.#podlessSince = this.#at;
  }

  /** A pod serves. @rule WL16 */
  #endPodless(): void {
    if (Number.isNaN(this.#podlessSince)) return;
    this.podlessSpans.push({ fromSeconds: this.#podlessSince, untilSeconds: this.#at });
    this.#podlessSince = Number.NaN;
  }

  /** A class's share of what comes in. @rule WL2 WL5 WL10 */
  #share(each: ServingClass, from: number, to: number, span: number, offered: number): void {
    if (each.sharing === 0) return;
    const { weight } = each.bounds;
    const ownOffered =
      each.sharing === this.sharing ? offered : (offered * each.sharing * weight) / this.#weights;
    const first = (from * weight) / this.#weights;
    const last = (to * weight) / this.#weights;
    const fits = each.waiting === 0 && Math.max(first, last) <= each.capacity;
    if (fits || this.#settings.backlogSeconds === 0 || each.serving === 0) {
      const served = Math.min(ownOffered, each.serve(first, last, span) * each.serving);
      this.requestsServed += served;
      this.requestsDropped += ownOffered - served;
      return;
    }
    const { serving } = each;
    const flow = this.#flow;
    const before = each.waiting;
    flow.waiting = before;
    const server = { rate: serving * each.capacity, room: this.#room(each) };
    letFlow(flow, { from: first * serving, to: last * serving, span }, server, (partFrom, partTo, seconds) =>
      each.serve(partFrom / serving, partTo / serving, seconds),
    );
    each.waiting = flow.waiting;
    this.requestsServed += flow.served;
    // what the ready pods that are not up are given is dropped too
    this.requestsDropped += Math.max(0, ownOffered - flow.served - (flow.waiting - before));
  }

  /** All serving pods drain one queue, each by what it can. @rule WL11 */
  #drain(from: number, to: number, span: number): void {
    const flow = this.#flow;
    flow.waiting = this.#queued;
    const rate = this.#pull();
    letFlow(
      flow,
      { from, to, span },
      { rate, room: Number.POSITIVE_INFINITY },
      (partFrom, partTo, seconds) => {
        if (rate === 0) return;
        for (const each of this.#classes) {
          const share = Math.min(each.capacity, UNBOUNDED_PULL) / rate;
          if (each.serving > 0) each.serve(partFrom * share, partTo * share, seconds);
        }
      },
    );
    this.#queued = flow.waiting;
    this.requestsServed += flow.served;
  }

  /** Messages/s that all serving pods can drain. */
  #pull(): number {
    let pull = 0;
    for (const each of this.#classes) pull += each.serving * Math.min(each.capacity, UNBOUNDED_PULL);
    return pull;
  }

  /** Requests that can wait for a class's pods: what they serve within the longest time to wait. @rule WL10 */
  #room(each: ServingClass): number {
    const { backlogSeconds } = this.#settings;
    return backlogSeconds === 0 || each.serving === 0 ? 0 : each.serving * each.capacity * backlogSeconds;
  }

  /** Works out what each class's pods serve now. */
  #findRates(): void {
    if (this.#ratesAt === this.#at) return;
    this.#ratesAt = this.#at;
    const offered = this.offeredRate;
    if (this.#settings.model === 'queue') this.#findPulledRates(offered);
    else this.#findSharedRates(offered);
  }

  #findSharedRates(offered: number): void {
    for (const each of this.#classes) {
      const share = each.sharing === 0 ? 0 : (offered * each.bounds.weight) / this.#weights;
      each.rate = each.waiting > 0 ? each.capacity : Math.min(each.capacity, share);
    }
  }

  #findPulledRates(offered: number): void {
    const pull = this.#pull();
    const busy = this.#queued > 0 ? 1 : pull === 0 ? 0 : Math.min(1, offered / pull);
    for (const each of this.#classes) each.rate = busy * Math.min(each.capacity, UNBOUNDED_PULL);
  }

  /** Counts from here on: what came in before the run does not belong to it, and nothing waits at its start. */
  resetTotals(): void {
    this.requestsOffered = 0;
    this.requestsServed = 0;
    this.requestsDropped = 0;
    this.#queued = 0;
    for (const each of this.#classes) each.waiting = 0;
    this.podlessSpans.length = 0;
    this.#podlessSince = Number.NaN;
    this.#ratesAt = Number.NaN;
  }

  /**
   * Milli-core-seconds that a pod's first container has used until now.
   *
   * @rule WL3 WL6 WL7
   */
  cpuUsed(pod: SimulatedPod): number {
    return this.cpuUsedAt(pod, this.#at, pod.servingClass.requestsPerPod);
  }

  /**
   * The same at an earlier instant, not before the pod's last change; of a warm pod it is always the present.
   *
   * @param requestsPerPod what its class's counter stood at then
   * @rule WL3 WL6
   */
  cpuUsedAt(pod: SimulatedPod, atSeconds: number, requestsPerPod: number): number {
    const used = pod.cpuUsed + pod.ownCpuMilli * (atSeconds - pod.accountedAt);
    if (pod.mode === MODE.warm) return used + (pod.servingClass.warmCpuPerPod - pod.accountedWarmCpu);
    if (pod.mode !== MODE.serving) return used;
    return used + (requestsPerPod - pod.accountedRequests) * this.#settings.cpuMillisecondsPerRequest;
  }

  /** Requests that a pod has served until now. */
  requestsServedBy(pod: SimulatedPod): number {
    if (!pod.isServing) return pod.requestsServed;
    return pod.requestsServed + (pod.servingClass.requestsPerPod - pod.accountedRequests);
  }

  /**
   * Milli-core-seconds that a pod of a class used which has been serving for the last seconds.
   *
   * @param sinceRequestsPerPod what the class's `requestsPerPod` stood at when they began
   * @rule WL3 WL6
   */
  cpuOfServingPod(each: ServingClass, seconds: number, sinceRequestsPerPod: number): number {
    const requests = each.requestsPerPod - sinceRequestsPerPod;
    return each.idleMilli * seconds + requests * this.#settings.cpuMillisecondsPerRequest;
  }

  /** Settles a pod's usage so far; to be called before the pod changes in any way that changes its usage. */
  account(pod: SimulatedPod): void {
    pod.cpuUsed = this.cpuUsed(pod);
    pod.requestsServed = this.requestsServedBy(pod);
    pod.accountedAt = this.#at;
    pod.accountedRequests = pod.servingClass.requestsPerPod;
    pod.accountedWarmCpu = pod.servingClass.warmCpuPerPod;
  }

  /** Puts a new pod among those that are counted; it does not run yet. */
  enter(pod: SimulatedPod): void {
    pod.servingClass.add(pod.mode, 1);
  }

  /** A pod is gone. */
  leave(pod: SimulatedPod): void {
    pod.servingClass.add(pod.mode, -1);
  }

  /**
   * Says what a pod does from now on; its usage so far has been settled.
   *
   * @param shares whether it gets a share of the requests
   * @rule WL2 WL5
   */
  setMode(pod: SimulatedPod, mode: Mode, shares: boolean): void {
    const each = pod.servingClass;
    const before = each.serving;
    if (mode !== pod.mode) each.move(pod.mode, mode);
    pod.mode = mode;
    pod.isServing = mode === MODE.serving || mode === MODE.warm;
    pod.ownCpuMilli = each.ownMilli(mode);
    this.serving += each.serving - before;
    if (this.serving > 0) this.#endPodless();
    if (shares !== pod.shares) {
      const change = shares ? 1 : -1;
      pod.shares = shares;
      each.sharing += change;
      this.sharing += change;
      this.#weights = this.#classes.reduce((sum, { sharing, bounds }) => sum + sharing * bounds.weight, 0);
    }
    this.#ratesAt = Number.NaN;
    if (each.serving < before) this.#refuseWhatHasNoRoom(each);
  }

  /** Fewer pods have less room; what waited for the last one of a class waits for the others. @rule WL10 */
  #refuseWhatHasNoRoom(each: ServingClass): void {
    if (each.waiting === 0) return;
    if (each.serving === 0) {
      const others = this.#classes.filter(({ serving }) => serving > 0);
      const weights = others.reduce((sum, { serving, bounds }) => sum + serving * bounds.weight, 0);
      for (const other of others)
        other.waiting += (each.waiting * other.serving * other.bounds.weight) / weights;
      if (others.length > 0) each.waiting = 0;
    }
    for (const one of this.#classes) {
      if (one.capacity === Number.POSITIVE_INFINITY && one.serving > 0) {
        // nothing waits for pods without a bound
        this.requestsServed += one.waiting;
        one.waiting = 0;
      }
      const excess = Math.max(0, one.waiting - this.#room(one));
      one.waiting -= excess;
      this.requestsDropped += excess;
    }
  }

  /** Multiplies what arrives from now on. @rule WL1 */
  changeLoadFactor(factor: number): void {
    this.#loadFactor = factor;
    this.#ratesAt = Number.NaN;
  }

  /**
   * Changes what the application costs and can do from now on.
   *
   * @param pods all that exist
   */
  changeSettings(settings: WorkloadSettings, pods: readonly SimulatedPod[]): void {
    const { skew } = this.#settings;
    for (const pod of pods) this.account(pod);
    this.#settings = settings;
    for (const each of this.#classes) each.apply(settings);
    for (const pod of pods) {
      if (skew !== settings.skew) this.#reclass(pod);
      pod.ownCpuMilli = pod.servingClass.ownMilli(pod.mode);
    }
    this.#ratesAt = Number.NaN;
    if (settings.model !== 'queue') this.#emptyQueue();
    for (const each of this.#classes) this.#refuseWhatHasNoRoom(each);
  }

  /** Moves a pod to the class that its share belongs to now. */
  #reclass(pod: SimulatedPod): void {
    const { mode, shares } = pod;
    this.setMode(pod, MODE.off, false);
    this.leave(pod);
    pod.servingClass = this.classFor(pod.servingClass.bounds, pod.uid);
    this.enter(pod);
    this.setMode(pod, mode, shares);
    pod.accountedRequests = pod.servingClass.requestsPerPod;
    pod.accountedWarmCpu = pod.servingClass.warmCpuPerPod;
  }

  /** What waited in a queue that is none any more waits for the pods. */
  #emptyQueue(): void {
    const serving = this.#classes.filter((each) => each.serving > 0);
    for (const each of serving) each.waiting += (this.#queued * each.serving) / this.serving;
    if (serving.length === 0) this.requestsDropped += this.#queued;
    this.#queued = 0;
  }

  /**
   * Memory of a pod's first container now, in bytes: whole KiB, as the kubelet counts it.
   *
   * @rule WL8 WL14
   */
  memoryBytes(pod: SimulatedPod): number {
    const leaked = leakedMi(this.#settings, pod.containerStartedAt, this.#at);
    return toBytes(this.#memoryMi(pod.servingClass, pod.isServing) + leaked);
  }

  /** Memory of each further container, in bytes. @rule WL9 */
  get sidecarMemoryBytes(): number {
    return Math.round(this.#settings.sidecarMemoryMi * MIB);
  }

  /** Memory of all running first containers now, in bytes. @rule WL8 WL14 */
  memoryUsageBytes(pods: readonly SimulatedPod[]): number {
    if (this.#settings.memoryLeakMiPerHour > 0) {
      return pods.reduce((sum, pod) => sum + (pod.isRunning ? this.memoryBytes(pod) : 0), 0);
    }
    let bytes = 0;
    for (const each of this.#classes) {
      bytes += each.serving * toBytes(this.#memoryMi(each, true));
      bytes += (each.count(MODE.idle) + each.count(MODE.starting)) * toBytes(this.#memoryMi(each, false));
    }
    return bytes;
  }

  /** Without what it has leaked, MiB. */
  #memoryMi(each: ServingClass, isServing: boolean): number {
    this.#findRates();
    return isServing ? servingMi(this.#settings, each, each.rate, each.waiting) : this.#settings.baseMemoryMi;
  }

  /**
   * Memory of a serving pod of a class at a later instant if nothing changes until then, without what it has leaked.
   *
   * @param atSeconds up to where the load goes along the present straight line
   * @returns MiB
   * @rule WL8 WL14
   */
  servingMemoryMiAt(each: ServingClass, atSeconds: number): number {
    const isQueue = this.#settings.model === 'queue';
    const served = each.serving;
    const pull = isQueue ? this.#pull() : served * each.capacity;
    const weight = isQueue ? 1 : (served * each.bounds.weight) / this.#weights;
    const room = isQueue ? Number.POSITIVE_INFINITY : this.#room(each);
    const flow = { served: 0, dropped: 0, waiting: isQueue ? this.#queued : each.waiting };
    const from = this.offeredRate * weight;
    const to = this.#loadAt(atSeconds) * weight;
    const span = atSeconds - this.#at;
    if (span > 0 && (flow.waiting > 0 || room > 0)) letFlow(flow, { from, to, span }, { rate: pull, room });
    const busy = flow.waiting > 0 ? 1 : pull === 0 ? 0 : Math.min(1, to / pull);
    const isBounded = pull < Number.POSITIVE_INFINITY;
    const rate = isBounded ? busy * Math.min(each.capacity, UNBOUNDED_PULL) : to / served;
    return servingMi(this.#settings, each, rate, isQueue ? 0 : flow.waiting);
  }
}
