/**
 * From older versions of the document to the present one, a step a version. Every step sets what reproduces the run
 * of the older version exactly; it is given what has passed that version's door.
 */
import type { ClusterSettings, PodSettings, SignalBinding, WorkloadSettings } from '../cluster/types.ts';
import type { Scenario } from './types.ts';

type SettingsOfV1 =
  | 'cpuMillisecondsPerRequest'
  | 'idleCpuMilli'
  | 'startupCpuMilli'
  | 'baseMemoryMi'
  | 'memoryMiPerRequestRate';

/** A document of version 1. */
export interface ScenarioV1 extends Omit<Scenario, 'version' | 'cluster' | 'signals' | 'events'> {
  readonly version: 1;
  readonly cluster: {
    readonly initialReplicas?: number;
    readonly workload: Pick<WorkloadSettings, SettingsOfV1>;
    readonly pods: Omit<PodSettings, 'restartSeconds' | 'warmUpSeconds'>;
    readonly metricsServer: ClusterSettings['metricsServer'];
  };
}

/** What the metrics of a manifest were in version 1, whatever they were called. */
const SIGNALS_OF_V1: readonly SignalBinding[] = [
  { metric: 'pods/*', source: 'servedPerPod', factor: 1 },
  { metric: 'object/*', source: 'offered', factor: 1 },
  { metric: 'external/*', source: 'offered', factor: 1 },
];

/**
 * In version 1 requests beyond what fits were dropped at once, memory had no effect, and custom metrics had the value
 * of the instant.
 *
 * @rule SC4
 */
export function upgradeFromV1({ version: _, cluster, ...rest }: ScenarioV1): Scenario {
  return {
    ...rest,
    version: 2,
    cluster: {
      ...cluster,
      workload: {
        model: 'requests',
        capacityPerPod: 0,
        serviceMilliseconds: 50,
        backlogSeconds: 0,
        skew: 0,
        memoryMiPerInFlight: 0,
        memoryLeakMiPerHour: 0,
        killsAtMemoryLimit: false,
        sidecarCpuMilli: 1,
        sidecarMemoryMi: 8,
        sidecarCpuMillisecondsPerRequest: 0,
        ...cluster.workload,
      },
      pods: { warmUpSeconds: 0, restartSeconds: 10, ...cluster.pods },
      customMetrics: { scrapeIntervalSeconds: 0, rateWindowSeconds: 0, cacheSeconds: 0 },
    },
    signals: SIGNALS_OF_V1,
    events: [],
  };
}
