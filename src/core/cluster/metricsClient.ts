import type { Selector } from '../apimachinery/labels.ts';
import type { Int64, MetricsClient, PodMetricsInfo, Result } from '../podautoscaler/interfaces.ts';
import { SIDECAR_CPU_MILLI, SIDECAR_MEMORY_BYTES } from './containers.ts';
import { type MetricsSources, toMilli } from './metricsApis.ts';
import { fill, type SampleColumns, truncate } from './metricsServer.ts';
import { toApiMs } from './time.ts';

/** Window of a custom metric that tells none. @upstream pkg/controller/podautoscaler/metrics/client.go */
const DEFAULT_WINDOW_MS = 60_000;
const MILLI = 1000;

/** Whether a selector in a namespace picks the simulated pods. */
export type PodMatcher = (namespace: string, selector: Selector) => boolean;

interface Columns {
  readonly names: readonly string[];
  readonly values: number[];
  readonly timestampsMs: readonly number[];
  readonly windowsMs: readonly number[];
  readonly namesRevision: number;
}

/**
 * The controller's metrics client, answered directly from the cluster's columns: no text, no quantity, nothing made for
 * an answer. What it gives is what the REST client makes of the same APIs; where there is nothing to be quick about (an
 * empty answer, another resource, a container that is not there) that client answers itself.
 *
 * @upstream pkg/controller/podautoscaler/metrics/client.go
 * @rule MB1 MB2 MB3 MB4
 */
export class ClusterMetricsClient implements MetricsClient {
  readonly #sources: MetricsSources;
  readonly #rest: MetricsClient;
  readonly #cpuValues: number[] = [];
  readonly #memoryValues: number[] = [];
  readonly #shares = {
    names: [] as string[],
    values: [] as number[],
    timestampsMs: [] as number[],
    windowsMs: [] as number[],
    namesRevision: 0,
  };
  /** the pods' count of changes when their shares were put into columns; -1 while not all of them served */
  #sharesOfChanges = -1;

  /** @param rest the REST client over the same cluster's APIs */
  constructor(sources: MetricsSources, rest: MetricsClient) {
    this.#sources = sources;
    this.#rest = rest;
  }

  getResourceMetric(
    resource: string,
    namespace: string,
    selector: Selector,
    container: string,
  ): Result<PodMetricsInfo> {
    const { metricsServer, containers, isOurs } = this.#sources;
    const samples = metricsServer.samples();
    const index = container === '' ? 0 : containers.indexOf(container);
    const isKnown = index >= 0 && (resource === 'cpu' || resource === 'memory');
    if (!isKnown || samples.names.length === 0 || !isOurs(namespace, selector)) {
      return this.#rest.getResourceMetric(resource, namespace, selector, container);
    }
    const sidecars = container === '' ? containers.length - 1 : 0;
    return { ok: true, value: this.#resourceColumns(samples, resource === 'cpu', index > 0, sidecars) };
  }

  getRawMetric(
    metricName: string,
    namespace: string,
    selector: Selector,
    metricSelector: Selector,
  ): Result<PodMetricsInfo> {
    const shares = this.#fillShares();
    if (shares.names.length === 0 || !this.#sources.isOurs(namespace, selector)) {
      return this.#rest.getRawMetric(metricName, namespace, selector, metricSelector);
    }
    return { ok: true, value: shares };
  }

  getObjectMetric(): Result<Int64> {
    return { ok: true, value: this.#offeredMilli() };
  }

  getExternalMetric(): Result<readonly Int64[]> {
    return { ok: true, value: [this.#offeredMilli()] };
  }

  #offeredMilli(): number {
    const { workload, agenda } = this.#sources;
    workload.advanceTo(agenda.now);
    return toMilli(workload.offeredRate);
  }

  /** Milli-values of a container, or of the first one and a number of sidecars. */
  #resourceColumns(samples: SampleColumns, isCpu: boolean, isSidecar: boolean, sidecars: number): Columns {
    const { names, timestampsMs, windowsMs, namesRevision } = samples;
    if (isCpu && !isSidecar && sidecars === 0) {
      return { names, values: samples.cpuMilli, timestampsMs, windowsMs, namesRevision };
    }
    const source = isCpu ? samples.cpuMilli : samples.memoryBytes;
    const scale = isCpu ? 1 : MILLI;
    const each = isCpu ? SIDECAR_CPU_MILLI : SIDECAR_MEMORY_BYTES * MILLI;
    const values = isCpu ? this.#cpuValues : this.#memoryValues;
    const added = each * sidecars;
    for (let i = 0; i < names.length; i++) {
      values[i] = isSidecar ? each : (source[i] as number) * scale + added;
    }
    truncate(values, names.length);
    return { names, values, timestampsMs, windowsMs, namesRevision };
  }

  /** Every ready pod with its share of the served requests; a ready pod that is not up yet serves none. */
  #fillShares(): Columns {
    const { workload, agenda, pods } = this.#sources;
    workload.advanceTo(agenda.now);
    const share = toMilli(workload.ratePerPod);
    const now = toApiMs(agenda.now);
    if (this.#sharesOfChanges === pods.changes) {
      fill(this.#shares.values, share);
      fill(this.#shares.timestampsMs, now);
    } else this.#fillSharesAnew(share, now);
    return this.#shares;
  }

  #fillSharesAnew(share: number, now: number): void {
    const { pods } = this.#sources;
    const { names, values, timestampsMs, windowsMs } = this.#shares;
    let count = 0;
    let allServe = true;
    for (const pod of pods.pods) {
      if (pod.ready !== 'True' || pod.deleted) continue;
      allServe &&= pod.isServing;
      names[count] = pod.name;
      values[count] = pod.isServing ? share : 0;
      timestampsMs[count] = now;
      windowsMs[count] = DEFAULT_WINDOW_MS;
      count++;
    }
    for (const column of [names, values, timestampsMs, windowsMs]) truncate(column, count);
    this.#shares.namesRevision++;
    this.#sharesOfChanges = allServe ? pods.changes : -1;
  }
}
