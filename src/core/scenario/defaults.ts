/** The settings that a scenario has unless it says otherwise. Links leave them out, so they belong to the version. */
import type { ClusterSettings, CustomMetricsSettings, WorkloadSettings } from '../cluster/types.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ControllerFlags } from '../podautoscaler/interfaces.ts';
import { SCENARIO_VERSION, type Scenario } from './types.ts';

/** The flags of kube-controller-manager. @upstream pkg/controller/podautoscaler/config/v1alpha1/defaults.go RecommendedDefaultHPAControllerConfiguration */
const CONTROLLER_V2: ControllerFlags = {
  syncPeriodSeconds: 15,
  downscaleStabilizationSeconds: 300,
  tolerance: 0.1,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};

const WORKLOAD_V2: WorkloadSettings = {
  model: 'requests',
  cpuMillisecondsPerRequest: 10,
  capacityPerPod: 0,
  serviceMilliseconds: 50,
  backlogSeconds: 10,
  skew: 0,
  idleCpuMilli: 5,
  startupCpuMilli: 0,
  baseMemoryMi: 64,
  memoryMiPerRequestRate: 0.5,
  memoryMiPerInFlight: 0,
  memoryLeakMiPerHour: 0,
  killsAtMemoryLimit: true,
  sidecarCpuMilli: 1,
  sidecarMemoryMi: 8,
  sidecarCpuMillisecondsPerRequest: 0,
};

/** The scrape interval and the range that Prometheus and its adapter are usually set up with. */
const CUSTOM_METRICS_V2: CustomMetricsSettings = {
  scrapeIntervalSeconds: 30,
  rateWindowSeconds: 120,
  cacheSeconds: 30,
};

const CLUSTER_V2: ClusterSettings = {
  workload: WORKLOAD_V2,
  pods: {
    schedulingSeconds: 1,
    imagePullSeconds: 4,
    startupSeconds: 5,
    terminationSeconds: 30,
    warmUpSeconds: 0,
    restartSeconds: 10,
  },
  metricsServer: { resolutionSeconds: 15 },
  customMetrics: CUSTOM_METRICS_V2,
};

/** Its points are what a link without any says; a new scenario gets its own. */
export const LOAD_V2: LoadCurve = {
  id: 'requests',
  unit: 'requests/s',
  interpolation: 'linear',
  points: [{ atSeconds: 0, value: 20 }],
};

/**
 * Every setting of version 2 but the manifest. Published links rely on these values: they never change. A new default
 * is a new version.
 */
export const SCENARIO_DEFAULTS: Omit<Scenario, 'manifest'> = {
  version: SCENARIO_VERSION,
  kubernetes: '1.37',
  featureGates: {},
  controller: CONTROLLER_V2,
  durationSeconds: 3600,
  loads: [LOAD_V2],
  cluster: CLUSTER_V2,
  signals: [],
  events: [],
  seed: 1,
};
