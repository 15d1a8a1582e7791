/** Small values for the tests of the store: a scenario, and runs whose syncs are spelled out. */
import type { Scenario, Trace } from '../../core/index.ts';
import type { RunResponse } from '../../worker/protocol.ts';
import { type AppStore, createAppStore } from '../appStore.ts';

export function scenarioOf(manifest: string): Scenario {
  return {
    version: 2,
    manifest,
    kubernetes: '1.37',
    featureGates: {},
    controller: {
      syncPeriodSeconds: 15,
      downscaleStabilizationSeconds: 300,
      tolerance: 0.1,
      cpuInitializationPeriodSeconds: 300,
      initialReadinessDelaySeconds: 30,
    },
    durationSeconds: 3600,
    loads: [
      {
        id: 'requests',
        unit: 'requests/s',
        interpolation: 'linear',
        points: [
          { atSeconds: 0, value: 100 },
          { atSeconds: 600, value: 400 },
        ],
      },
    ],
    cluster: {
      workload: {
        model: 'requests',
        cpuMillisecondsPerRequest: 10,
        capacityPerPod: 0,
        serviceMilliseconds: 50,
        backlogSeconds: 10,
        skew: 0,
        idleCpuMilli: 5,
        startupCpuMilli: 0,
        baseMemoryMi: 64,
        memoryMiPerRequestRate: 0,
        memoryMiPerInFlight: 0,
        memoryLeakMiPerHour: 0,
        killsAtMemoryLimit: true,
        sidecarCpuMilli: 1,
        sidecarMemoryMi: 8,
        sidecarCpuMillisecondsPerRequest: 0,
      },
      pods: {
        schedulingSeconds: 1,
        imagePullSeconds: 4,
        startupSeconds: 5,
        terminationSeconds: 30,
        warmUpSeconds: 0,
        restartSeconds: 10,
      },
      metricsServer: { resolutionSeconds: 15 },
      customMetrics: { scrapeIntervalSeconds: 30, rateWindowSeconds: 120, cacheSeconds: 30 },
    },
    signals: [],
    events: [],
    seed: 1,
  };
}

/** A run with a sync every 15 s; `replicas` are the desired counts, one a sync. */
export function traceOf(replicas: readonly number[]): Trace {
  const counts = Int32Array.from(replicas);
  const before = Int32Array.from(replicas, (_, index) => replicas[index - 1] ?? replicas[0] ?? 0);
  const changes = counts.map((count, index) => (count === before[index] ? 0 : 1));
  const columns = {
    atSeconds: Float64Array.from(replicas, (_, index) => index * 15),
    currentReplicas: before,
    desiredReplicas: counts,
    limiter: new Uint8Array(replicas.length),
    rescaled: Uint8Array.from(changes),
  };
  return { syncs: columns, durationSeconds: replicas.length * 15 } as unknown as Trace;
}

export function ranResponse(revision: number, trace?: Trace): RunResponse {
  const response = {
    type: 'ran',
    revision,
    manifest: { outcome: 'error', problems: [], hpas: [] },
    elapsedMs: 2,
  } as const;
  return trace === undefined ? response : { ...response, trace };
}

export function storeOf(manifest = 'first'): AppStore {
  return createAppStore({
    scenario: scenarioOf(manifest),
    source: { kind: 'own' },
    edited: false,
    earlier: [],
  });
}
