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
}

/**
 * metrics-server: reads every pod's counters from time to time, and tells the average between two readings.
 *
 * @rule MS1 MS2 MS3 MS4 MS5 MS6
 */
export class MetricsServer {
  readonly #agenda: Agenda;
  readonly #workload: Workload;
  readonly #pods: PodSet;
  readonly #resolution: number;
  /** scrapes so far */
  #scrapes = 0;
  #podsVersion = -1;
  #columnsOfScrape = -1;
  readonly #columns: SampleColumns = {
    names: [],
    cpuMilli: [],
    memoryBytes: [],
    timestampsMs: [],
    windowsMs: [],
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
    this.#scrapes++;
    this.#agenda.schedule(this.#agenda.now + this.#resolution, TURN.scrape, () => this.start());
  }

  /** What is known of the pods that exist. The columns are used again by the next answer. @rule MS6 */
  samples(): SampleColumns {
    if (this.#podsVersion !== this.#pods.version || this.#columnsOfScrape !== this.#scrapes)
      this.#fillColumns();
    return this.#columns;
  }

  #scrape(): void {
    const { now } = this.#agenda;
    this.#workload.advanceTo(now);
    const memoryServing = this.#workload.memoryBytes(true);
    const memoryIdle = this.#workload.memoryBytes(false);
    for (const pod of this.#pods.pods) {
      if (pod.phase !== 'Running') continue;
      this.#sampleCpu(pod, now);
      pod.sampleMemoryBytes = pod.isServing ? memoryServing : memoryIdle;
    }
  }

  /** From the container's start if that is long enough ago but within this resolution, else from the last scrape. */
  #sampleCpu(pod: SimulatedPod, now: number): void {
    const used = this.#workload.cpuUsed(pod);
    const age = now - pod.startedAt;
    if (age >= FRESH_CONTAINER_SECONDS && age < this.#resolution) setSample(pod, used, age, now);
    else if (pod.startedAt < pod.scrapedAt) setSample(pod, used - pod.scrapedCpu, now - pod.scrapedAt, now);
    pod.scrapedAt = now;
    pod.scrapedCpu = used;
  }

  #fillColumns(): void {
    const columns = this.#columns;
    let count = 0;
    for (const pod of this.#pods.pods) {
      if (Number.isNaN(pod.sampledAt)) continue;
      if (columns.names[count] !== pod.name) columns.names[count] = pod.name;
      columns.cpuMilli[count] = pod.sampleCpuMilli;
      columns.memoryBytes[count] = pod.sampleMemoryBytes;
      columns.timestampsMs[count] = toApiMs(pod.sampledAt);
      columns.windowsMs[count] = pod.sampleWindowMs;
      count++;
    }
    for (const column of Object.values(columns)) column.length = count;
    this.#podsVersion = this.#pods.version;
    this.#columnsOfScrape = this.#scrapes;
  }
}

function setSample(pod: SimulatedPod, used: number, windowSeconds: number, now: number): void {
  pod.sampledAt = now;
  pod.sampleCpuMilli = averageMilli(used, windowSeconds);
  pod.sampleWindowMs = Math.round(windowSeconds * 1000);
}
