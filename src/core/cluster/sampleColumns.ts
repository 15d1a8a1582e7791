import type { PodMetricsInfo } from '../podautoscaler/interfaces.ts';
import type { SimulatedPod } from './simulatedPod.ts';

/** The fields of one sample that the metrics API tells of a pod. */
export interface Sample {
  /** first container, milli-cores */
  readonly cpuMilli: number;
  /** first container, bytes */
  readonly memoryBytes: number;
  /** each further container, milli-cores */
  readonly sidecarCpuMilli: number;
  readonly timestampMs: number;
  readonly windowMs: number;
}

/**
 * The samples of the pods that have one, in the lister's order, each column one of the metrics API's fields. While all
 * samples are alike, the columns are only filled when somebody reads them.
 */
export class SampleColumns {
  readonly names: string[] = [];
  /** counts changes of `names` */
  namesRevision = 0;
  #alike: Sample | undefined;
  /** the columns are older than `alike` */
  #isBehind = false;
  readonly #cpuMilli: number[] = [];
  readonly #memoryBytes: number[] = [];
  readonly #sidecarCpuMilli: number[] = [];
  readonly #timestampsMs: number[] = [];
  readonly #windowsMs: number[] = [];

  /** What every sample is; undefined: they differ. */
  get alike(): Sample | undefined {
    return this.#alike;
  }

  get cpuMilli(): readonly number[] {
    this.#catchUp();
    return this.#cpuMilli;
  }

  get memoryBytes(): readonly number[] {
    this.#catchUp();
    return this.#memoryBytes;
  }

  get sidecarCpuMilli(): readonly number[] {
    this.#catchUp();
    return this.#sidecarCpuMilli;
  }

  get timestampsMs(): readonly number[] {
    this.#catchUp();
    return this.#timestampsMs;
  }

  get windowsMs(): readonly number[] {
    this.#catchUp();
    return this.#windowsMs;
  }

  /** All pods have this sample now; they are the ones that had one. */
  setAlike(sample: Sample): void {
    this.#alike = sample;
    this.#isBehind = true;
  }

  /** Takes each pod's own sample. @param scrapedAtMs every scrape sees all running pods, so all samples are of the latest */
  take(pods: readonly SimulatedPod[], scrapedAtMs: number): void {
    this.#alike = undefined;
    this.#isBehind = false;
    const { names } = this;
    let count = 0;
    let isRenamed = false;
    for (const pod of pods) {
      if (!pod.hasSample) continue;
      isRenamed ||= names[count] !== pod.name;
      names[count] = pod.name;
      this.#cpuMilli[count] = pod.sampleCpuMilli;
      this.#memoryBytes[count] = pod.sampleMemoryBytes;
      this.#sidecarCpuMilli[count] = pod.sampleSidecarCpuMilli;
      this.#timestampsMs[count] = scrapedAtMs;
      this.#windowsMs[count] = pod.sampleWindowMs;
      count++;
    }
    if (isRenamed || count < names.length) this.namesRevision++;
    truncate(names, count);
    truncate(this.#cpuMilli, count);
    truncate(this.#memoryBytes, count);
    truncate(this.#sidecarCpuMilli, count);
    truncate(this.#timestampsMs, count);
    truncate(this.#windowsMs, count);
  }

  #catchUp(): void {
    const sample = this.#alike;
    if (sample === undefined || !this.#isBehind) return;
    this.#isBehind = false;
    fill(this.#cpuMilli, sample.cpuMilli);
    fill(this.#memoryBytes, sample.memoryBytes);
    fill(this.#sidecarCpuMilli, sample.sidecarCpuMilli);
    fill(this.#timestampsMs, sample.timestampMs);
    fill(this.#windowsMs, sample.windowMs);
  }
}

/**
 * One metric of pods that are all alike: the columns are made when somebody reads them. One object, used again by the
 * next answer.
 */
export class AlikeColumns implements PodMetricsInfo {
  names: readonly string[] = [];
  namesRevision = 0;
  readonly alike = { value: 0, timestampMs: 0, windowMs: 0 };

  set({ names, namesRevision }: SampleColumns, value: number, { timestampMs, windowMs }: Sample): this {
    this.names = names;
    this.namesRevision = namesRevision;
    this.alike.value = value;
    this.alike.timestampMs = timestampMs;
    this.alike.windowMs = windowMs;
    return this;
  }

  get values(): readonly number[] {
    return this.names.map(() => this.alike.value);
  }

  get timestampsMs(): readonly number[] {
    return this.names.map(() => this.alike.timestampMs);
  }

  get windowsMs(): readonly number[] {
    return this.names.map(() => this.alike.windowMs);
  }
}

/** Puts one value everywhere. A loop: for short columns the engine's own `fill` takes longer to begin. */
function fill(column: number[], value: number): void {
  for (let i = 0; i < column.length; i++) column[i] = value;
}

/** Cuts a column. One by one: setting `length` takes much longer than the few pods that go at a time. */
export function truncate(column: unknown[], length: number): void {
  while (column.length > length) column.pop();
}
