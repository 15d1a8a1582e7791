import type { Selector } from '../apimachinery/labels.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { SIDECAR_CPU_MILLI, SIDECAR_MEMORY_BYTES } from '../cluster/containers.ts';
import { RUN_START_MS } from '../cluster/time.ts';
import type { Int64, MetricsClient, PodMetricsInfo, Result } from '../podautoscaler/interfaces.ts';
import {
  groupByValue,
  type RecordedCustom,
  type RecordedMetrics,
  type RecordedResource,
  type RecordedUsage,
} from '../trace/recorded.ts';

const MS_PER_SECOND = 1000;

/** A milli-value as a quantity. */
function milliText(milli: Int64): string {
  return `${milli}m`;
}

function withSelector<T extends object>(entry: T, selector: Selector): T & { metricSelector?: string } {
  const text = selector.toString();
  return text === '' ? entry : { ...entry, metricSelector: text };
}

/** Hands every question on to the cluster, and keeps what was answered, in the words of the metrics APIs. */
export class RecordingMetricsClient implements MetricsClient {
  readonly #client: MetricsClient;
  readonly #cluster: Cluster;
  readonly #containers: readonly string[];
  #answers: RecordedMetrics = {};

  /** @param containers names of the containers that go on running, the first one first */
  constructor(cluster: Cluster, containers: readonly string[]) {
    this.#client = cluster.metricsClient;
    this.#cluster = cluster;
    this.#containers = containers;
  }

  /** What was answered since the last call. */
  take(): RecordedMetrics {
    const answers = this.#answers;
    this.#answers = {};
    return answers;
  }

  getResourceMetric(
    resource: string,
    namespace: string,
    selector: Selector,
    container: string,
  ): Result<PodMetricsInfo> {
    const isOurs = this.#cluster.podLister.list(namespace, selector).length > 0;
    this.#answers.resource = isOurs ? this.#resourceAnswer() : { timestamp: 0, window: 0, items: [] };
    return this.#client.getResourceMetric(resource, namespace, selector, container);
  }

  getRawMetric(
    metric: string,
    namespace: string,
    selector: Selector,
    metricSelector: Selector,
  ): Result<PodMetricsInfo> {
    const result = this.#client.getRawMetric(metric, namespace, selector, metricSelector);
    const { names, values } = result.ok ? result.value : { names: [], values: [] };
    const items = groupByValue(names.map((name, i) => [name, { value: milliText(values[i] ?? 0) }] as const));
    this.#custom(withSelector({ object: 'Pod', metric, items }, metricSelector));
    return result;
  }

  getObjectMetric(
    metric: string,
    namespace: string,
    object: { readonly kind: string; readonly name: string; readonly apiVersion?: string },
    metricSelector: Selector,
  ): Result<Int64> {
    const result = this.#client.getObjectMetric(metric, namespace, object, metricSelector);
    const name = object.kind === 'Namespace' ? namespace : object.name;
    const entry = {
      object: `${object.kind}/${name}`,
      metric,
      ...(result.ok && { value: milliText(result.value) }),
    };
    this.#custom(withSelector(entry, metricSelector));
    return result;
  }

  getExternalMetric(metric: string, namespace: string, selector: Selector): Result<readonly Int64[]> {
    const result = this.#client.getExternalMetric(metric, namespace, selector);
    const entry = withSelector({ metric, values: result.ok ? result.value.map(milliText) : [] }, selector);
    this.#answers.external = [...(this.#answers.external ?? []), entry];
    return result;
  }

  #custom(entry: RecordedCustom): void {
    this.#answers.custom = [...(this.#answers.custom ?? []), entry];
  }

  #resourceAnswer(): RecordedResource {
    const { names, cpuMilli, memoryBytes, timestampsMs, windowsMs } = this.#cluster.samples();
    const sample = (i: number) => ({
      timestamp: ((timestampsMs[i] ?? 0) - RUN_START_MS) / MS_PER_SECOND,
      window: (windowsMs[i] ?? 0) / MS_PER_SECOND,
      containers: this.#usage(cpuMilli[i] ?? 0, memoryBytes[i] ?? 0),
    });
    const items = groupByValue(names.map((name, i) => [name, sample(i)] as const));
    return { timestamp: items[0]?.timestamp ?? 0, window: items[0]?.window ?? 0, items };
  }

  #usage(cpuMilli: number, memoryBytes: number): Readonly<Record<string, RecordedUsage>> {
    const sidecar = { cpu: milliText(SIDECAR_CPU_MILLI), memory: String(SIDECAR_MEMORY_BYTES) };
    const first = { cpu: milliText(cpuMilli), memory: String(memoryBytes) };
    return Object.fromEntries(this.#containers.map((name, index) => [name, index === 0 ? first : sidecar]));
  }
}
