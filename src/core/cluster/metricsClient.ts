import type { Selector } from '../apimachinery/labels.ts';
import type { Int64, MetricsClient, PodMetricsInfo, Result } from '../podautoscaler/interfaces.ts';
import type { MetricsSources } from './metricsApis.ts';
import type { OutageApi } from './outages.ts';
import { AlikeColumns, type SampleColumns, truncate } from './sampleColumns.ts';
import { externalKey, objectKey, podsKey } from './signals.ts';

const MILLI = 1000;

/** Whether a selector in a namespace picks the simulated pods. */
export type PodMatcher = (namespace: string, selector: Selector) => boolean;

/**
 * The controller's metrics client, answered directly from the cluster's columns: no text, no quantity, nothing made for
 * an answer. What it gives is what the REST client makes of the same APIs; where there is nothing to be quick about (an
 * empty answer, another resource, a container that is not there, an outage, a curve drawn by hand) that client answers itself.
 *
 * @upstream pkg/controller/podautoscaler/metrics/client.go
 * @rule MB1 MB2 MB3 MB4
 */
export class ClusterMetricsClient implements MetricsClient {
  readonly #sources: MetricsSources;
  readonly #rest: MetricsClient;
  readonly #cpuValues: number[] = [];
  readonly #memoryValues: number[] = [];
  readonly #alikeCpu = new AlikeColumns();
  readonly #alikeMemory = new AlikeColumns();
  /** the key of the pods metric that a selector was last asked about with */
  readonly #podsKeys = new WeakMap<Selector, { readonly metricName: string; readonly key: string }>();

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
    const index = container === '' ? 0 : (containers?.indexOf(container) ?? -1);
    const isKnown = containers !== undefined && index >= 0 && (resource === 'cpu' || resource === 'memory');
    const asRest = !isKnown || !this.#sources.resourceSignals.isPlain(resource, container);
    if (asRest || samples.names.length === 0 || !isOurs(namespace, selector)) {
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
    const { adapter, isOurs } = this.#sources;
    if (!this.#isOut('custom') && isOurs(namespace, selector)) {
      const values = adapter.pods(this.#podsKey(metricName, metricSelector));
      if (values.names.length > 0) return { ok: true, value: values };
    }
    return this.#rest.getRawMetric(metricName, namespace, selector, metricSelector);
  }

  getObjectMetric(...question: Parameters<MetricsClient['getObjectMetric']>): Result<Int64> {
    const [metricName, , { kind, name }, metricSelector] = question;
    // an HPA's Namespace is always its own, whatever name it writes
    if (!this.#isOut('custom') && kind !== 'Namespace') {
      const key = objectKey(kind, name, metricName, metricSelector.toString());
      const value = this.#sources.adapter.total(key);
      if (value !== undefined) return { ok: true, value };
    }
    return this.#rest.getObjectMetric(...question);
  }

  getExternalMetric(metricName: string, namespace: string, selector: Selector): Result<readonly Int64[]> {
    const isForeign = this.#sources.external?.serves(namespace, metricName, selector) === true;
    if (!isForeign && !this.#isOut('external')) {
      const value = this.#sources.adapter.total(externalKey(metricName, selector.toString()));
      if (value !== undefined) return { ok: true, value: [value] };
    }
    return this.#rest.getExternalMetric(metricName, namespace, selector);
  }

  #podsKey(metricName: string, metricSelector: Selector): string {
    const known = this.#podsKeys.get(metricSelector);
    if (known?.metricName === metricName) return known.key;
    const key = podsKey(metricName, metricSelector.toString());
    this.#podsKeys.set(metricSelector, { metricName, key });
    return key;
  }

  #isOut(api: OutageApi): boolean {
    const { outages, agenda } = this.#sources;
    return outages.isOut(api, agenda.now);
  }

  /** Milli-values of a container, or of the first one and a number of sidecars. */
  #resourceColumns(
    samples: SampleColumns,
    isCpu: boolean,
    isSidecar: boolean,
    sidecars: number,
  ): PodMetricsInfo {
    const memory = this.#sources.workload.sidecarMemoryBytes * MILLI;
    const { alike } = samples;
    if (alike !== undefined) {
      const each = isCpu ? alike.sidecarCpuMilli : memory;
      const first = isCpu ? alike.cpuMilli : alike.memoryBytes * MILLI;
      const columns = isCpu ? this.#alikeCpu : this.#alikeMemory;
      return columns.set(samples, isSidecar ? each : first + each * sidecars, alike);
    }
    const { names, cpuMilli, memoryBytes, sidecarCpuMilli, timestampsMs, windowsMs, namesRevision } = samples;
    if (isCpu && !isSidecar && sidecars === 0) {
      return { names, values: cpuMilli, timestampsMs, windowsMs, namesRevision };
    }
    const values = isCpu ? this.#cpuValues : this.#memoryValues;
    for (let i = 0; i < names.length; i++) {
      const each = isCpu ? (sidecarCpuMilli[i] as number) : memory;
      const first = isCpu ? (cpuMilli[i] as number) : (memoryBytes[i] as number) * MILLI;
      values[i] = isSidecar ? each : first + each * sidecars;
    }
    truncate(values, names.length);
    return { names, values, timestampsMs, windowsMs, namesRevision };
  }
}
