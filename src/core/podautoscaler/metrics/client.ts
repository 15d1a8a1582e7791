/**
 * What the three metrics APIs answer, turned into what the replica calculator reads.
 *
 * @upstream pkg/controller/podautoscaler/metrics/client.go
 */
import type { Selector } from '../../apimachinery/labels.ts';
import { milliValue, parseQuantity } from '../../apimachinery/quantity.ts';
import type { QuantityText } from '../../autoscaling/types.ts';
import { addInt64 } from '../../go/int64.ts';
import { failure } from '../../go/types.ts';
import type { Release } from '../../releases/index.ts';
import type { Int64, MetricsClient, Ms, PodMetricsInfo, Result } from '../interfaces.ts';
import { type GroupKind, parseGroup } from '../restMapping.ts';

/** One item of `metrics.k8s.io` PodMetricsList. */
export interface PodMetricsItem {
  readonly name: string;
  readonly timestampMs: Ms;
  readonly windowMs: Ms;
  readonly containers: readonly {
    readonly name: string;
    /** resource name -> quantity */
    readonly usage: Readonly<Record<string, QuantityText | undefined>>;
  }[];
}

/** One item of `custom.metrics.k8s.io` MetricValueList. */
export interface CustomMetricItem {
  readonly name: string;
  readonly value: QuantityText;
  readonly timestampMs: Ms;
  readonly windowSeconds?: number;
}

/** The metrics APIs as REST clients see them. */
export interface MetricsApis {
  listPodMetrics(namespace: string, selector: Selector): Result<readonly PodMetricsItem[]>;
  getForObjects(
    namespace: string,
    podSelector: Selector,
    metric: string,
    metricSelector: Selector,
  ): Result<readonly CustomMetricItem[]>;
  getForObject(
    object: GroupKind & { readonly name: string },
    metric: string,
    metricSelector: Selector,
  ): Result<QuantityText>;
  listExternal(namespace: string, metric: string, selector: Selector): Result<readonly QuantityText[]>;
}

/** `metricServerDefaultMetricWindow` */
const DEFAULT_WINDOW_MS = 60_000;
/** Quantities of samples repeat; beyond this many texts the memory of them starts anew. */
const REMEMBERED_QUANTITIES = 10_000;

/** Collects samples by pod; a later one of the same pod takes the place of the earlier. */
class PodMetricsColumns implements PodMetricsInfo {
  readonly names: string[] = [];
  readonly values: Int64[] = [];
  readonly timestampsMs: Ms[] = [];
  readonly windowsMs: Ms[] = [];
  private readonly indices = new Map<string, number>();

  set(name: string, value: Int64, timestampMs: Ms, windowMs: Ms): void {
    const index = this.indices.get(name) ?? this.names.length;
    this.indices.set(name, index);
    this.names[index] = name;
    this.values[index] = value;
    this.timestampsMs[index] = timestampMs;
    this.windowsMs[index] = windowMs;
  }
}

export class RestMetricsClient implements MetricsClient {
  private readonly apis: MetricsApis;
  private readonly release: Release;
  private readonly milliValues = new Map<QuantityText, Int64>();

  constructor(apis: MetricsApis, release: Release) {
    this.apis = apis;
    this.release = release;
  }

  /** @upstream pkg/controller/podautoscaler/metrics/client.go resourceMetricsClient.GetResourceMetric */
  getResourceMetric(
    resource: string,
    namespace: string,
    selector: Selector,
    container: string,
  ): Result<PodMetricsInfo> {
    const items = this.apis.listPodMetrics(namespace, selector);
    if (!items.ok) return failure(`unable to fetch metrics from resource metrics API: ${items.error.error}`);
    if (items.value.length === 0) return failure('no metrics returned from resource metrics API');
    if (container === '') return { ok: true, value: this.getPodMetrics(items.value, resource) };
    return this.getContainerMetrics(items.value, namespace, resource, container);
  }

  /** @upstream pkg/controller/podautoscaler/metrics/client.go getContainerMetrics */
  private getContainerMetrics(
    items: readonly PodMetricsItem[],
    namespace: string,
    resource: string,
    container: string,
  ): Result<PodMetricsInfo> {
    const columns = new PodMetricsColumns();
    for (const { name, containers, timestampMs, windowMs } of items) {
      const found = containers.find((candidate) => candidate.name === container);
      if (found === undefined && !this.release.toleratesMissingContainerSample) {
        return failure(
          `failed to get container metrics: container ${container} not present in metrics for pod ${namespace}/${name}`,
        );
      }
      const usage = found?.usage[resource];
      if (usage !== undefined) columns.set(name, this.milli(usage), timestampMs, windowMs);
    }
    return { ok: true, value: columns };
  }

  /** A pod counts only if every one of its containers has the resource. @upstream pkg/controller/podautoscaler/metrics/client.go getPodMetrics */
  private getPodMetrics(items: readonly PodMetricsItem[], resource: string): PodMetricsInfo {
    const columns = new PodMetricsColumns();
    for (const { name, containers, timestampMs, windowMs } of items) {
      let sum: Int64 = 0;
      let missing = containers.length === 0;
      for (const { usage } of containers) {
        const text = usage[resource];
        if (text === undefined) {
          missing = true;
          break;
        }
        sum = addInt64(sum, this.milli(text));
      }
      if (!missing) columns.set(name, sum, timestampMs, windowMs);
    }
    return columns;
  }

  /** @upstream pkg/controller/podautoscaler/metrics/client.go customMetricsClient.GetRawMetric */
  getRawMetric(
    metricName: string,
    namespace: string,
    selector: Selector,
    metricSelector: Selector,
  ): Result<PodMetricsInfo> {
    const items = this.apis.getForObjects(namespace, selector, metricName, metricSelector);
    if (!items.ok) return failure(`unable to fetch metrics from custom metrics API: ${items.error.error}`);
    if (items.value.length === 0) return failure('no metrics returned from custom metrics API');
    const columns = new PodMetricsColumns();
    for (const { name, value, timestampMs, windowSeconds } of items.value) {
      const windowMs = windowSeconds === undefined ? DEFAULT_WINDOW_MS : windowSeconds * 1000;
      columns.set(name, this.milli(value), timestampMs, windowMs);
    }
    return { ok: true, value: columns };
  }

  /** A Namespace is always the HPA's own. @upstream pkg/controller/podautoscaler/metrics/client.go customMetricsClient.GetObjectMetric */
  getObjectMetric(
    metricName: string,
    namespace: string,
    object: { readonly kind: string; readonly name: string; readonly apiVersion?: string },
    metricSelector: Selector,
  ): Result<Int64> {
    const parsed = parseGroup(object.apiVersion ?? '');
    const group = parsed.ok ? parsed.value : '';
    const name = object.kind === 'Namespace' && group === '' ? namespace : object.name;
    const value = this.apis.getForObject({ group, kind: object.kind, name }, metricName, metricSelector);
    if (!value.ok) return failure(`unable to fetch metrics from custom metrics API: ${value.error.error}`);
    return { ok: true, value: this.milli(value.value) };
  }

  /** @upstream pkg/controller/podautoscaler/metrics/client.go externalMetricsClient.GetExternalMetric */
  getExternalMetric(metricName: string, namespace: string, selector: Selector): Result<readonly Int64[]> {
    const values = this.apis.listExternal(namespace, metricName, selector);
    if (!values.ok)
      return failure(`unable to fetch metrics from external metrics API: ${values.error.error}`);
    if (values.value.length === 0) return failure('no metrics returned from external metrics API');
    return { ok: true, value: values.value.map((text) => this.milli(text)) };
  }

  private milli(text: QuantityText): Int64 {
    let value = this.milliValues.get(text);
    if (value === undefined) {
      const quantity = parseQuantity(text);
      if (!quantity.ok) throw new TypeError(`a metrics API answered ${text}: ${quantity.error.error}`);
      value = milliValue(quantity.value);
      if (this.milliValues.size >= REMEMBERED_QUANTITIES) this.milliValues.clear();
      this.milliValues.set(text, value);
    }
    return value;
  }
}
