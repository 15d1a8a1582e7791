import { type Agenda, TURN } from './agenda.ts';
import type { PodSet } from './podSet.ts';
import { SampleColumns } from './sampleColumns.ts';
import { MODE, type ServingClass } from './servingClass.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import { toApiMs } from './time.ts';
import type { Workload } from './workload.ts';

/** A container younger than this at its first scrape gives no sample from that scrape alone, seconds (MS4). */
const FRESH_CONTAINER_SECONDS = 10;
/** How old a sample of the usual resolution is when the controller reads it at its usual instants, seconds (MS2). */
const SCRAPE_LEAD_SECONDS = 5;
const NANO_PER_MILLI = 1e6;
const MS_PER_SECOND = 1000;

/**
 * Average use over a window as the metrics API delivers it: nano-cores, which a quantity rounds up to milli.
 *
 * @param usedMilliSeconds milli-core-seconds used in the window
 * @rule MS5
 */
export function averageMilli(usedMilliSeconds: number, windowSeconds: number): number {
  const nano = Math.round((usedMilliSeconds / windowSeconds) * NANO_PER_MILLI);
  return Math.ceil(nano / NANO_PER_MILLI);
}

/**
 * Seconds by which the scrapes precede multiples of the resolution.
 *
 * @rule MS2
 */
export function scrapeLead(resolutionSeconds: number): number {
  return Math.min(SCRAPE_LEAD_SECONDS, Math.floor(resolutionSeconds / 3));
}

/** One reading of all counters. */
interface Scrape {
  readonly atSeconds: number;
  /** what the counter of requests for each serving pod stood at, of the one class that all pods belong to */
  readonly requestsPerPod: number;
  /** the workload's pods had changed so often */
  readonly podChanges: number;
}

/**
 * metrics-server: reads every pod's counters from time to time, and tells the average between two readings.
 *
 * While all pods serve and none changes they all use the same: then one sample is computed for all of them, and a
 * pod's own fields follow only when they are needed again, before the next change of a pod (`settle`).
 *
 * @rule MS1 MS2 MS3 MS4 MS5 MS6
 */
export class MetricsServer {
  readonly #agenda: Agenda;
  readonly #workload: Workload;
  readonly #pods: PodSet;
  readonly #resolution: number;
  #last: Scrape = { atSeconds: Number.NaN, requestsPerPod: 0, podChanges: -1 };
  /** the one class of all pods, if at the last scrape all of them were serving, used the same and had a sample */
  #uniform: ServingClass | undefined;
  /** the pods' own fields are older than the last scrape */
  #isBehind = false;
  #columnsVersion = -1;
  readonly #columns = new SampleColumns();
  readonly #scrapeAgain = () => this.start();

  constructor(agenda: Agenda, workload: Workload, pods: PodSet, resolutionSeconds: number) {
    this.#agenda = agenda;
    this.#workload = workload;
    this.#pods = pods;
    this.#resolution = resolutionSeconds;
  }

  /** Scrapes now, and then for ever at every resolution. */
  start(): void {
    this.#scrape();
    this.#agenda.schedule(this.#agenda.now + this.#resolution, TURN.scrape, this.#scrapeAgain);
  }

  /** What is known of the pods that exist. The columns are used again by the next answer. @rule MS6 */
  samples(): SampleColumns {
    if (this.#columnsVersion !== this.#pods.version) this.#fillColumns();
    return this.#columns;
  }

  /** Brings every pod's own fields up to the last scrape; to be called before any pod changes. */
  settle(): void {
    if (!this.#isBehind) return;
    this.#isBehind = false;
    const { atSeconds, requestsPerPod } = this.#last;
    const { alike } = this.#columns;
    for (const pod of this.#pods.pods) {
      pod.scrapedAt = atSeconds;
      pod.scrapedCpu = this.#workload.cpuUsedAt(pod, atSeconds, requestsPerPod);
      pod.scrapedRequests = pod.requestsServed + (requestsPerPod - pod.accountedRequests);
      if (alike === undefined) continue;
      pod.sampleCpuMilli = alike.cpuMilli;
      pod.sampleMemoryBytes = alike.memoryBytes;
      pod.sampleSidecarCpuMilli = alike.sidecarCpuMilli;
      pod.sampleWindowMs = alike.windowMs;
    }
  }

  #scrape(): void {
    const { now } = this.#agenda;
    this.#workload.advanceTo(now);
    const { version, changes } = this.#pods;
    const uniform =
      this.#last.podChanges === changes && this.#columnsVersion === version ? this.#uniform : undefined;
    if (uniform !== undefined) this.#scrapeAlike(uniform, now);
    else this.#scrapeEach(now);
    const requestsPerPod = this.#uniform?.requestsPerPod ?? 0;
    this.#last = { atSeconds: now, requestsPerPod, podChanges: changes };
    if (uniform === undefined) this.#fillColumns();
  }

  /** One sample for all: nothing has changed since the last scrape but what the pods used. */
  #scrapeAlike(uniform: ServingClass, now: number): void {
    const window = now - this.#last.atSeconds;
    const { requestsPerPod } = this.#last;
    const used = this.#workload.cpuOfServingPod(uniform, window, requestsPerPod);
    this.#columns.setAlike({
      cpuMilli: averageMilli(used, window),
      memoryBytes: this.#workload.memoryBytes(this.#pods.pods[0] as SimulatedPod),
      sidecarCpuMilli: this.#sidecarMilli(uniform.requestsPerPod - requestsPerPod, window),
      timestampMs: toApiMs(now),
      windowMs: wholeSecondsMs(window),
    });
    this.#isBehind = true;
  }

  #scrapeEach(now: number): void {
    this.settle();
    const { pods } = this.#pods;
    const first = pods[0]?.servingClass;
    let isUniform = this.#workload.settings.memoryLeakMiPerHour === 0;
    for (const pod of pods) {
      if (pod.isRunning) this.#sample(pod, now);
      else forget(pod);
      isUniform &&= pod.mode === MODE.serving && pod.hasSample && pod.servingClass === first;
    }
    this.#uniform = isUniform ? first : undefined;
  }

  /** From the container's start if that is long enough ago but within this resolution, else from the last scrape. */
  #sample(pod: SimulatedPod, now: number): void {
    const used = this.#workload.cpuUsed(pod);
    const requests = this.#workload.requestsServedBy(pod);
    const { containerStartedAt, cpuAtStart, requestsAtStart, scrapedAt } = pod;
    const age = now - containerStartedAt;
    pod.hasSample = true;
    if (age >= FRESH_CONTAINER_SECONDS && age < this.#resolution) {
      this.#setSample(pod, used - cpuAtStart, requests - requestsAtStart, age);
    } else if (containerStartedAt < scrapedAt) {
      this.#setSample(pod, used - pod.scrapedCpu, requests - pod.scrapedRequests, now - scrapedAt);
    } else pod.hasSample = false;
    pod.sampleMemoryBytes = this.#workload.memoryBytes(pod);
    pod.scrapedAt = now;
    pod.scrapedCpu = used;
    pod.scrapedRequests = requests;
  }

  #setSample(pod: SimulatedPod, used: number, requests: number, windowSeconds: number): void {
    pod.sampleCpuMilli = averageMilli(used, windowSeconds);
    pod.sampleSidecarCpuMilli = this.#sidecarMilli(requests, windowSeconds);
    pod.sampleWindowMs = wholeSecondsMs(windowSeconds);
  }

  /** @rule WL9 */
  #sidecarMilli(requests: number, windowSeconds: number): number {
    const { sidecarCpuMilli, sidecarCpuMillisecondsPerRequest } = this.#workload.settings;
    if (sidecarCpuMillisecondsPerRequest === 0) return Math.ceil(sidecarCpuMilli);
    return averageMilli(
      sidecarCpuMilli * windowSeconds + requests * sidecarCpuMillisecondsPerRequest,
      windowSeconds,
    );
  }

  #fillColumns(): void {
    this.settle();
    this.#columns.take(this.#pods.pods, toApiMs(this.#last.atSeconds));
    this.#columnsVersion = this.#pods.version;
  }
}

/** A window as it is told: a container can start between two seconds, what the API says of it is whole. @rule MS3 */
function wholeSecondsMs(seconds: number): number {
  return Math.round(seconds) * MS_PER_SECOND;
}

/** A container that does not run is not seen; what was read of it before is of no use afterwards. */
function forget(pod: SimulatedPod): void {
  pod.hasSample = false;
  pod.scrapedAt = Number.NaN;
}
