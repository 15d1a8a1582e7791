/** The settings of the simulated cluster at the door, of both versions. */
import * as v from 'valibot';
import type { CurveDistribution, SignalSource } from '../cluster/types.ts';
import { SCENARIO_LIMITS as LIMITS } from './limits.ts';
import { amount, flag, name, oneOf, seconds, text, whole } from './schemaParts.ts';

const workloadV1 = {
  cpuMillisecondsPerRequest: amount(LIMITS.cpuMillisecondsPerRequest),
  idleCpuMilli: amount(LIMITS.cpuMilli),
  startupCpuMilli: amount(LIMITS.cpuMilli),
  baseMemoryMi: amount(LIMITS.memoryMi),
  memoryMiPerRequestRate: amount(LIMITS.memoryMi),
};

const podsV1 = {
  schedulingSeconds: seconds(0),
  imagePullSeconds: seconds(0),
  startupSeconds: seconds(0),
  terminationSeconds: seconds(0),
};

const common = {
  initialReplicas: v.exactOptional(whole(0, LIMITS.replicas)),
  metricsServer: v.strictObject({ resolutionSeconds: seconds(1) }),
};

export const clusterV1 = v.strictObject({
  ...common,
  workload: v.strictObject(workloadV1),
  pods: v.strictObject(podsV1),
});

const workload = v.strictObject({
  ...workloadV1,
  model: oneOf(['requests', 'queue']),
  capacityPerPod: amount(LIMITS.capacityPerPod),
  serviceMilliseconds: amount(LIMITS.serviceMilliseconds),
  backlogSeconds: seconds(0),
  skew: amount(1),
  memoryMiPerInFlight: amount(LIMITS.memoryMi),
  memoryLeakMiPerHour: amount(LIMITS.memoryMi),
  killsAtMemoryLimit: flag,
  sidecarCpuMilli: amount(LIMITS.cpuMilli),
  sidecarMemoryMi: amount(LIMITS.memoryMi),
  sidecarCpuMillisecondsPerRequest: amount(LIMITS.cpuMillisecondsPerRequest),
});

const autoscaler = v.strictObject({
  maxNodes: whole(0, LIMITS.nodes),
  delaySeconds: seconds(0),
  scaleDownSeconds: seconds(0),
});

const nodes = v.strictObject({
  count: whole(0, LIMITS.nodes),
  cpuMilli: amount(LIMITS.cpuMilli),
  memoryMi: amount(LIMITS.nodeMemoryMi),
  maxPods: whole(0, LIMITS.podsPerNode),
  autoscaler: v.exactOptional(autoscaler),
});

const quota = v.strictObject({
  cpuMilli: v.exactOptional(amount(LIMITS.quotaCpuMilli)),
  memoryMi: v.exactOptional(amount(LIMITS.quotaMemoryMi)),
  pods: v.exactOptional(whole(0, LIMITS.replicas)),
});

const customMetrics = v.strictObject({
  scrapeIntervalSeconds: seconds(0),
  rateWindowSeconds: seconds(0),
  cacheSeconds: seconds(0),
});

export const cluster = v.strictObject({
  ...common,
  workload,
  pods: v.strictObject({ ...podsV1, warmUpSeconds: seconds(0), restartSeconds: seconds(0) }),
  customMetrics,
  nodes: v.exactOptional(nodes),
  quota: v.exactOptional(quota),
});

const SOURCES = [
  'usage',
  'servedPerPod',
  'offered',
  'served',
  'backlog',
  'latency',
  'inFlight',
  'curve',
] as const satisfies readonly SignalSource[];

const DISTRIBUTIONS = ['absolute', 'perPod', 'total'] as const satisfies readonly CurveDistribution[];

export const signal = v.strictObject({
  metric: v.pipe(text(LIMITS.metricKeyLength), v.nonEmpty('must not be empty')),
  source: oneOf(SOURCES),
  curve: v.exactOptional(name),
  distribution: v.exactOptional(oneOf(DISTRIBUTIONS)),
  factor: amount(LIMITS.factor),
  partitions: v.exactOptional(whole(1, LIMITS.partitions)),
});
