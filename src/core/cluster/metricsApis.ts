import type { Selector } from '../apimachinery/labels.ts';
import type { GoError, Int64, Result } from '../podautoscaler/interfaces.ts';
import type { CustomMetricItem, MetricsApis, PodMetricsItem } from '../podautoscaler/metrics/client.ts';
import type { Agenda } from './agenda.ts';
import type { PodMatcher } from './metricsClient.ts';
import type { MetricsServer } from './metricsServer.ts';
import { type Outages, unavailableText } from './outages.ts';
import type { Adapter } from './pipelines/adapter.ts';
import type { PodSet } from './podSet.ts';
import type { ResourceSignals } from './resourceSignals.ts';
import { externalKey, objectKey, podsKey } from './signals.ts';
import type { Workload } from './workload.ts';

/** A milli-value as a quantity. @rule MB1 */
function milliText(milli: Int64): string {
  return `${milli}m`;
}

/** Another server of the external metrics API, that is asked first. */
export interface ExternalServer {
  /** whether a metric is its own */
  serves(namespace: string, metric: string, selector: Selector): boolean;
  /** @returns milli-values, one for each series */
  answer(metric: string): Result<readonly Int64[]>;
}

/** What the metrics APIs are made from. */
export interface MetricsSources {
  readonly agenda: Agenda;
  readonly workload: Workload;
  readonly pods: PodSet;
  readonly metricsServer: MetricsServer;
  /** names of the containers that go on running in each pod, the first one first; undefined: they differ */
  readonly containers: readonly string[] | undefined;
  readonly isOurs: PodMatcher;
  readonly adapter: Adapter;
  readonly outages: Outages;
  readonly resourceSignals: ResourceSignals;
  readonly external?: ExternalServer;
}

/** `ingresses.networking.k8s.io`: kinds are in the plural here as a REST mapper guesses it. */
function resourceOf(kind: string, group: string): string {
  const lower = kind.toLowerCase();
  const plural = lower.endsWith('s')
    ? `${lower}es`
    : lower.endsWith('y')
      ? `${lower.slice(0, -1)}ies`
      : `${lower}s`;
  return group === '' ? plural : `${plural}.${group}`;
}

/**
 * The three metrics APIs of the simulated cluster, in their own words: lists of items with quantities.
 *
 * @rule MB1 MB2 MB3 MB4 OU1 OU2 OU3
 */
export function simulatedMetricsApis(sources: MetricsSources): MetricsApis {
  const { agenda, isOurs, adapter, outages } = sources;
  return {
    listPodMetrics(namespace, selector) {
      if (outages.isOut('resource', agenda.now)) return failed(unavailableText('pods.metrics.k8s.io'));
      if (!isOurs(namespace, selector)) return found([]);
      return found(sources.resourceSignals.apply(podMetrics(sources)));
    },
    getForObjects(namespace, podSelector, metric, metricSelector) {
      if (outages.isOut('custom', agenda.now)) {
        return failed(unavailableText('pods.custom.metrics.k8s.io', '*'));
      }
      if (!isOurs(namespace, podSelector)) return found([]);
      const { names, values, timestampsMs } = adapter.pods(podsKey(metric, metricSelector.toString()));
      return found(
        names.map(
          (name, i): CustomMetricItem => ({
            name,
            value: milliText(values[i] as number),
            timestampMs: timestampsMs[i] as number,
          }),
        ),
      );
    },
    getForObject({ group, kind, name }, metric, metricSelector) {
      const resource = resourceOf(kind, group);
      if (outages.isOut('custom', agenda.now)) {
        return failed(unavailableText(`${resource}.custom.metrics.k8s.io`, name));
      }
      const value = adapter.total(objectKey(kind, name, metric, metricSelector.toString()));
      if (value !== undefined) return found(milliText(value));
      return failed(`the server could not find the metric ${metric} for ${resource} ${name}`);
    },
    listExternal(namespace, metric, selector) {
      if (outages.isOut('external', agenda.now)) {
        return failed(unavailableText(`${metric}.external.metrics.k8s.io`));
      }
      const { external } = sources;
      if (external?.serves(namespace, metric, selector) === true) {
        const values = external.answer(metric);
        return values.ok ? found(values.value.map(milliText)) : values;
      }
      const value = adapter.total(externalKey(metric, selector.toString()));
      return found(value === undefined ? [] : [milliText(value)]);
    },
  };
}

function failed(error: string): { readonly ok: false; readonly error: GoError } {
  return { ok: false, error: { error } };
}

function found<T>(value: T): Result<T> {
  return { ok: true, value };
}

function podMetrics({ metricsServer, workload, pods }: MetricsSources): readonly PodMetricsItem[] {
  const { names, cpuMilli, memoryBytes, sidecarCpuMilli, timestampsMs, windowsMs } = metricsServer.samples();
  const sidecarMemory = String(workload.sidecarMemoryBytes);
  return names.map((name, i) => {
    const first = { cpu: milliText(cpuMilli[i] as number), memory: String(memoryBytes[i]) };
    const sidecar = { cpu: milliText(sidecarCpuMilli[i] as number), memory: sidecarMemory };
    return {
      name,
      timestampMs: timestampsMs[i] as number,
      windowMs: windowsMs[i] as number,
      containers: (pods.get(name)?.madeFrom.containers ?? []).map((container, index) => ({
        name: container,
        usage: index === 0 ? first : sidecar,
      })),
    };
  });
}
