import type { Int64, Result } from '../podautoscaler/interfaces.ts';
import type { CustomMetricItem, MetricsApis, PodMetricsItem } from '../podautoscaler/metrics/client.ts';
import type { Agenda } from './agenda.ts';
import { SIDECAR_CPU_MILLI, SIDECAR_MEMORY_BYTES } from './containers.ts';
import type { PodMatcher } from './metricsClient.ts';
import type { MetricsServer } from './metricsServer.ts';
import type { PodSet } from './podSet.ts';
import { toApiMs } from './time.ts';
import type { Workload } from './workload.ts';

const MILLI = 1000;

/** Milli-value of a rate, cut as an adapter cuts it; a hair's breadth below a whole number counts as it. @rule MB2 */
export function toMilli(rate: number): number {
  return Math.floor(rate * MILLI + 1e-6);
}

/** A milli-value as a quantity. @rule MB1 */
function milliText(milli: Int64): string {
  return `${milli}m`;
}

/** What the metrics APIs are made from. */
export interface MetricsSources {
  readonly agenda: Agenda;
  readonly workload: Workload;
  readonly pods: PodSet;
  readonly metricsServer: MetricsServer;
  /** names of the containers that go on running in each pod, the first one first */
  readonly containers: readonly string[];
  readonly isOurs: PodMatcher;
}

/**
 * The three metrics APIs of the simulated cluster, in their own words: lists of items with quantities.
 *
 * @rule MB1 MB2 MB3 MB4
 */
export function simulatedMetricsApis(sources: MetricsSources): MetricsApis {
  const { agenda, workload, pods, isOurs } = sources;
  const offered = (): string => {
    workload.advanceTo(agenda.now);
    return milliText(toMilli(workload.offeredRate));
  };
  return {
    listPodMetrics: (namespace, selector) => found(isOurs(namespace, selector) ? podMetrics(sources) : []),
    getForObjects(namespace, podSelector) {
      if (!isOurs(namespace, podSelector)) return found([]);
      workload.advanceTo(agenda.now);
      const share = milliText(toMilli(workload.ratePerPod));
      const timestampMs = toApiMs(agenda.now);
      const items: CustomMetricItem[] = [];
      for (const { name, ready, deleted, isServing } of pods.pods) {
        if (ready === 'True' && !deleted) items.push({ name, value: isServing ? share : '0', timestampMs });
      }
      return found(items);
    },
    getForObject: () => found(offered()),
    listExternal: () => found([offered()]),
  };
}

function found<T>(value: T): Result<T> {
  return { ok: true, value };
}

function podMetrics({ metricsServer, containers }: MetricsSources): readonly PodMetricsItem[] {
  const { names, cpuMilli, memoryBytes, timestampsMs, windowsMs } = metricsServer.samples();
  const sidecar = { cpu: milliText(SIDECAR_CPU_MILLI), memory: String(SIDECAR_MEMORY_BYTES) };
  return names.map((name, i) => {
    const first = { cpu: milliText(cpuMilli[i] as number), memory: String(memoryBytes[i]) };
    return {
      name,
      timestampMs: timestampsMs[i] as number,
      windowMs: windowsMs[i] as number,
      containers: containers.map((container, index) => ({
        name: container,
        usage: index === 0 ? first : sidecar,
      })),
    };
  });
}
