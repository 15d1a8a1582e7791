/** What each metric of a manifest is bound to: keys of metrics, the guess by type and name, and the choice. */
import { labelSelectorAsSelector } from '../apimachinery/labelSelector.ts';
import type { MetricIdentifier, MetricSpec } from '../autoscaling/types.ts';
import type { SignalBinding, SignalSource } from './types.ts';

/** A key with the selector of the metric's series, where one is written. */
function withSelector(key: string, selector: string): string {
  return selector === '' ? key : `${key}@${selector}`;
}

function selectorText({ selector }: MetricIdentifier): string {
  const parsed = selector === undefined ? undefined : labelSelectorAsSelector(selector);
  return parsed?.ok === true ? parsed.value.toString() : '';
}

/** @rule MB5 */
export function podsKey(metric: string, selector: string): string {
  return withSelector(`pods/${metric}`, selector);
}

/** @rule MB5 */
export function objectKey(kind: string, name: string, metric: string, selector: string): string {
  return withSelector(`object/${kind}/${name}/${metric}`, selector);
}

/** @rule MB5 */
export function externalKey(metric: string, selector: string): string {
  return withSelector(`external/${metric}`, selector);
}

/** @param container undefined: a metric of whole pods @rule MB5 */
export function resourceKey(resource: string, container?: string): string {
  return container === undefined ? `resource/${resource}` : `containerResource/${container}/${resource}`;
}

/**
 * The key by which a scenario names a metric of its manifest.
 *
 * @returns a key such as `pods/http_requests`, also for a metric that lacks its source
 * @rule MB5
 */
export function metricKey(spec: MetricSpec): string {
  const { resource, containerResource, pods, object, external } = spec;
  if (resource !== undefined) return resourceKey(resource.name);
  if (containerResource !== undefined) {
    return resourceKey(containerResource.name, containerResource.container);
  }
  if (pods !== undefined) return podsKey(pods.metric.name, selectorText(pods.metric));
  if (external !== undefined) return externalKey(external.metric.name, selectorText(external.metric));
  if (object === undefined) return spec.type;
  const { kind, name } = object.describedObject;
  return objectKey(kind, name, object.metric.name, selectorText(object.metric));
}

const BACKLOG = /queue|depth|lag|backlog|pending|waiting|messages/i;
/** Metrics of KEDA's triggers that count what waits to be worked on: messages of a broker, rows of a table. */
const KEDA_QUEUE =
  /^s\d+-(kafka|apache-kafka|rabbitmq|aws-sqs|redis|azure-(queue|servicebus|eventhub|pipelines)|gcp-ps|artemis|activemq|ibmmq|nats-jetstream|stan|pulsar|beanstalkd|liiklus|solace|postgresql|mysql|mssql|mongodb|arangodb)/;
const LATENCY = /latency|duration|response_?time/i;
const IN_FLIGHT = /in_?flight|concurren|active/i;
const MILLISECONDS = /(^|_)(ms|millis(econds)?)(_|$)/i;

/** The last part of a key before its selector: the name of the metric. */
function nameIn(key: string): string {
  const path = key.split('@', 1)[0] ?? key;
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Whether a metric is that of a KEDA trigger which counts whole messages.
 *
 * @param name of the metric: `s0-kafka-orders`
 * @rule MB10
 */
export function countsMessages(name: string): boolean {
  return KEDA_QUEUE.test(name);
}

function guessSource(type: string, name: string): SignalSource {
  if (type === 'resource' || type === 'containerResource') return 'usage';
  if (countsMessages(name)) return 'backlog';
  if (IN_FLIGHT.test(name)) return 'inFlight';
  if (LATENCY.test(name)) return 'latency';
  if (BACKLOG.test(name)) return 'backlog';
  if (type === 'pods') return 'servedPerPod';
  return 'offered';
}

/**
 * What a metric is bound to when the scenario does not say: by its type and its name.
 *
 * @param key of the metric
 * @rule MB6
 */
export function guessSignal(key: string): SignalBinding {
  const type = key.slice(0, Math.max(0, key.indexOf('/')));
  const name = nameIn(key);
  const source = guessSource(type, name);
  return { metric: key, source, factor: source === 'latency' && MILLISECONDS.test(name) ? 1000 : 1 };
}

/**
 * The binding of a metric: the one that names it, or the one for all of its type, or the guess.
 *
 * @param key of the metric
 * @rule MB5 MB6
 */
export function signalFor(bindings: readonly SignalBinding[], key: string): SignalBinding {
  const ofType = `${key.slice(0, Math.max(0, key.indexOf('/')))}/*`;
  return (
    bindings.find(({ metric }) => metric === key) ??
    bindings.find(({ metric }) => metric === ofType) ??
    guessSignal(key)
  );
}
