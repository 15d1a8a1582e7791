/**
 * The settings of version 1 that published links leave out. They never change.
 */

/** A document of version 1, as far as its settings go. */
export const SCENARIO_DEFAULTS_V1 = {
  version: 1,
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
    { id: 'requests', unit: 'requests/s', interpolation: 'linear', points: [{ atSeconds: 0, value: 20 }] },
  ],
  cluster: {
    workload: {
      cpuMillisecondsPerRequest: 10,
      idleCpuMilli: 5,
      startupCpuMilli: 0,
      baseMemoryMi: 64,
      memoryMiPerRequestRate: 0.5,
    },
    pods: { schedulingSeconds: 1, imagePullSeconds: 4, startupSeconds: 5, terminationSeconds: 30 },
    metricsServer: { resolutionSeconds: 15 },
  },
  seed: 1,
} as const;
