/** Bounds of a saved document, whoever it comes from. What one run may ask for is bounded again by the simulation. */
export const SCENARIO_LIMITS = {
  /** UTF-16 code units; the same as what is read */
  manifestLength: 512 * 1024,
  /** a month */
  durationSeconds: 31 * 86_400,
  loads: 20,
  /** of one curve */
  points: 5_000,
  /** of a curve, in its own unit */
  loadValue: 1e9,
  /** any setting in seconds */
  seconds: 86_400,
  replicas: 10_000,
  cpuMillisecondsPerRequest: 1e6,
  /** of one pod, in requests/s */
  capacityPerPod: 1e9,
  /** a day */
  serviceMilliseconds: 86_400_000,
  cpuMilli: 1e6,
  memoryMi: 1e6,
  /** of one node */
  nodeMemoryMi: 1e8,
  quotaCpuMilli: 1e9,
  quotaMemoryMi: 1e9,
  tolerance: 100,
  seed: 2 ** 31 - 1,
  /** a namespace, a name and a number behind them, generously */
  hpaKeyLength: 600,
  /** of an id or a unit */
  nameLength: 100,
  nodes: 5_000,
  /** kubelet's `maxPods`, generously */
  podsPerNode: 1_000,
  signals: 100,
  /** of a metric's key, which holds its selector; in UTF-16 code units */
  metricKeyLength: 1_000,
  /** what a signal is multiplied by */
  factor: 1e9,
  /** of one topic */
  partitions: 100_000,
  events: 200,
  /** of all manifests that events apply, together, in UTF-16 code units */
  eventManifestsLength: 512 * 1024,
} as const;
