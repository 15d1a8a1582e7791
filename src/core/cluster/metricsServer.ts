import { type Agenda, TURN } from './agenda.ts';
import type { PodSet } from './podSet.ts';
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

/** The samples of the pods that have one, in the lister's order, each column one of the metrics API's fields. */
export interface SampleColumns {
  readonly names: string[];
  /** first container, milli-cores */
  readonly cpuMilli: number[];
  /** first container, bytes */
  readonly memoryBytes: number[];
  readonly timestampsMs: number[];
  readonly windowsMs: number[];
  /** counts changes of `names` */
  namesRevision: number;
}

/** One reading of all counters. */
interface Scrape {
  readonly atSeconds: number;
  /** what the workload's counter of requests for each serving pod stood at */
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
  /** at the last scrape all pods were serving and had a sample */
  #isUniform = false;
  /** the pods' own fields are older than the last scrape */
  #isBehind = false;
  #columnsVersion = -1;
  readonly #columns: SampleColumns = {
    names: [],
    cpuMilli: [],
    memoryBytes: [],
    timestampsMs: [],
    windowsMs: [],
    namesRevision: 0,
  };

  constructor(agenda: Agenda, workload: Workload, pods: PodSet, resolutionSeconds: number) {
    this.#agenda = agenda;
    this.#workload = workload;
    this.#pods = pods;
    this.#resolution = resolutionSeconds;
  }

  /** Scrapes now, and then for ever at every resolution. */
  start(): void {
    this.#scrape();
    this.#agenda.schedule(this.#agenda.now + this.#resolution, TURN.scrape, () => this.start());
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
    const { pods } = this.#pods;
    for (let i = 0; i < pods.length; i++) {
      const pod = pods[i] as SimulatedPod;
      pod.scrapedAt = atSeconds;
      pod.scrapedCpu = this.#workload.cpuUsedAt(pod, atSeconds, requestsPerPod);
      pod.sampleCpuMilli = this.#columns.cpuMilli[i] as number;
      pod.sampleMemoryBytes = this.#columns.memoryBytes[i] as number;
      pod.sampleWindowMs = this.#columns.windowsMs[i] as number;
    }
  }

  #scrape(): void {
    const { now } = this.#agenda;
    this.#workload.advanceTo(now);
    const { requestsPerPod } = this.#workload;
    const { version, changes } = this.#pods;
    const isSteady = this.#isUniform && this.#last.podChanges === changes && this.#columnsVersion === version;
    if (isSteady) this.#scrapeAlike(now);
    else this.#scrapeEach(now);
    this.#last = { atSeconds: now, requestsPerPod, podChanges: changes };
    if (!isSteady) this.#fillColumns();
  }

  /** One sample for all: nothing has changed since the last scrape but what the pods used. */
  #scrapeAlike(now: number): void {
    const { cpuMilli, memoryBytes, timestampsMs, windowsMs } = this.#columns;
    const window = now - this.#last.atSeconds;
    const used = this.#workload.cpuOfServingPod(window, this.#last.requestsPerPod);
    fill(cpuMilli, averageMilli(used, window));
    fill(memoryBytes, this.#workload.memoryBytes(true));
    fill(timestampsMs, toApiMs(now));
    fill(windowsMs, Math.round(window * MS_PER_SECOND));
    this.#isBehind = true;
  }

  #scrapeEach(now: number): void {
    this.settle();
    const memoryServing = this.#workload.memoryBytes(true);
    const memoryIdle = this.#workload.memoryBytes(false);
    this.#isUniform = true;
    for (const pod of this.#pods.pods) {
      if (pod.phase === 'Running') {
        this.#sampleCpu(pod, now);
        pod.sampleMemoryBytes = pod.isServing ? memoryServing : memoryIdle;
      }
      this.#isUniform &&= pod.isServing && pod.hasSample;
    }
  }

  /** From the container's start if that is long enough ago but within this resolution, else from the last scrape. */
  #sampleCpu(pod: SimulatedPod, now: number): void {
    const used = this.#workload.cpuUsed(pod);
    const age = now - pod.startedAt;
    if (age >= FRESH_CONTAINER_SECONDS && age < this.#resolution) setSample(pod, used, age);
    else if (pod.startedAt < pod.scrapedAt) setSample(pod, used - pod.scrapedCpu, now - pod.scrapedAt);
    pod.scrapedAt = now;
    pod.scrapedCpu = used;
  }

  #fillColumns(): void {
    this.settle();
    const { names, cpuMilli, memoryBytes, timestampsMs, windowsMs } = this.#columns;
    const scrapedAtMs = toApiMs(this.#last.atSeconds);
    let count = 0;
    let isRenamed = false;
    for (const pod of this.#pods.pods) {
      if (!pod.hasSample) continue;
      isRenamed ||= names[count] !== pod.name;
      names[count] = pod.name;
      cpuMilli[count] = pod.sampleCpuMilli;
      memoryBytes[count] = pod.sampleMemoryBytes;
      // every sample is of the latest scrape, because each scrape sees all running pods
      timestampsMs[count] = scrapedAtMs;
      windowsMs[count] = pod.sampleWindowMs;
      count++;
    }
    if (isRenamed || count < names.length) this.#columns.namesRevision++;
    for (const column of [names, cpuMilli, memoryBytes, timestampsMs, windowsMs]) truncate(column, count);
    this.#columnsVersion = this.#pods.version;
  }
}

/** Puts one value everywhere. A loop: for short columns the engine's own `fill` takes longer to begin. */
export function fill(column: number[], value: number): void {
  for (let i = 0; i < column.length; i++) column[i] = value;
}

/** Cuts a column. One by one: setting `length` takes much longer than the few pods that go at a time. */
export function truncate(column: unknown[], length: number): void {
  while (column.length > length) column.pop();
}

function setSample(pod: SimulatedPod, used: number, windowSeconds: number): void {
  pod.hasSample = true;
  pod.sampleCpuMilli = averageMilli(used, windowSeconds);
  pod.sampleWindowMs = Math.round(windowSeconds * MS_PER_SECOND);
}
