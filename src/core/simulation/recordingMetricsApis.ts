import type { Selector } from '../apimachinery/labels.ts';
import { RUN_START_MS } from '../cluster/time.ts';
import type { Result } from '../podautoscaler/interfaces.ts';
import type { CustomMetricItem, MetricsApis, PodMetricsItem } from '../podautoscaler/metrics/client.ts';
import {
  groupByValue,
  type RecordedCustom,
  type RecordedMetrics,
  type RecordedResource,
} from '../trace/recorded.ts';

const MS_PER_SECOND = 1000;

function withSelector<T extends object>(entry: T, selector: Selector): T & { metricSelector?: string } {
  const text = selector.toString();
  return text === '' ? entry : { ...entry, metricSelector: text };
}

/** What belongs into a recorded answer: an error, or what `toEntry` makes of the value. */
function entryOf<T, E extends object>(result: Result<T>, toEntry: (value: T) => E): E | { error: string } {
  return result.ok ? toEntry(result.value) : { error: result.error.error };
}

/** Hands every question on to the cluster's APIs, and keeps what they answered. */
export class RecordingMetricsApis implements MetricsApis {
  readonly #apis: MetricsApis;
  #answers: RecordedMetrics = {};

  constructor(apis: MetricsApis) {
    this.#apis = apis;
  }

  /** What was answered since the last call. */
  take(): RecordedMetrics {
    const answers = this.#answers;
    this.#answers = {};
    return answers;
  }

  listPodMetrics(namespace: string, selector: Selector): Result<readonly PodMetricsItem[]> {
    const result = this.#apis.listPodMetrics(namespace, selector);
    this.#answers.resource = entryOf(result, recordedResource);
    return result;
  }

  getForObjects(...question: Parameters<MetricsApis['getForObjects']>): Result<readonly CustomMetricItem[]> {
    const result = this.#apis.getForObjects(...question);
    const [, , metric, metricSelector] = question;
    const entry = entryOf(result, (items) => ({
      items: groupByValue(items.map(({ name, value }) => [name, { value }] as const)),
    }));
    this.#addCustom({ object: 'Pod', metric, ...entry }, metricSelector);
    return result;
  }

  getForObject(...question: Parameters<MetricsApis['getForObject']>): Result<string> {
    const result = this.#apis.getForObject(...question);
    const [{ kind, name }, metric, metricSelector] = question;
    const entry = entryOf(result, (value) => ({ value }));
    this.#addCustom({ object: `${kind}/${name}`, metric, ...entry }, metricSelector);
    return result;
  }

  listExternal(namespace: string, metric: string, selector: Selector): Result<readonly string[]> {
    const result = this.#apis.listExternal(namespace, metric, selector);
    const entry = withSelector({ metric, ...entryOf(result, (values) => ({ values })) }, selector);
    this.#answers.external = [...(this.#answers.external ?? []), entry];
    return result;
  }

  #addCustom(entry: RecordedCustom, metricSelector: Selector): void {
    this.#answers.custom = [...(this.#answers.custom ?? []), withSelector(entry, metricSelector)];
  }
}

function recordedResource(items: readonly PodMetricsItem[]): RecordedResource {
  const groups = groupByValue(items.map((item) => [item.name, recordedSample(item)] as const));
  return { timestamp: groups[0]?.timestamp ?? 0, window: groups[0]?.window ?? 0, items: groups };
}

function recordedSample({ timestampMs, windowMs, containers }: PodMetricsItem) {
  return {
    timestamp: (timestampMs - RUN_START_MS) / MS_PER_SECOND,
    window: windowMs / MS_PER_SECOND,
    containers: Object.fromEntries(
      containers.map(({ name, usage }) => [name, usage as Record<string, string>]),
    ),
  };
}
