/** The settings that a scenario has unless it says otherwise. Links leave them out, so they belong to the version. */
import type { ClusterSettings, WorkloadSettings } from '../cluster/types.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ControllerFlags } from '../podautoscaler/interfaces.ts';
import { SCENARIO_VERSION, type Scenario } from './types.ts';

/** The flags of kube-controller-manager. @upstream pkg/controller/podautoscaler/config/v1alpha1/defaults.go RecommendedDefaultHPAControllerConfiguration */
const CONTROLLER_V1: ControllerFlags = {
  syncPeriodSeconds: 15,
  downscaleStabilizationSeconds: 300,
  tolerance: 0.1,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};

const WORKLOAD_V1: WorkloadSettings = {
  cpuMillisecondsPerRequest: 10,
  idleCpuMilli: 5,
  startupCpuMilli: 0,
  baseMemoryMi: 64,
  memoryMiPerRequestRate: 0.5,
};

const CLUSTER_V1: ClusterSettings = {
  workload: WORKLOAD_V1,
  pods: { schedulingSeconds: 1, imagePullSeconds: 4, startupSeconds: 5, terminationSeconds: 30 },
  metricsServer: { resolutionSeconds: 15 },
};

/** Its points are what a link without any says; a new scenario gets its own. */
export const LOAD_V1: LoadCurve = {
  id: 'requests',
  unit: 'requests/s',
  interpolation: 'linear',
  points: [{ atSeconds: 0, value: 20 }],
};

/**
 * Every setting of version 1 but the manifest. Published links rely on these values: they never change. A new default
 * is a new version.
 */
export const SCENARIO_DEFAULTS: Omit<Scenario, 'manifest'> = {
  version: SCENARIO_VERSION,
  kubernetes: '1.37',
  featureGates: {},
  controller: CONTROLLER_V1,
  durationSeconds: 3600,
  loads: [LOAD_V1],
  cluster: CLUSTER_V1,
  seed: 1,
};
