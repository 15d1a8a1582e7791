/**
 * The settings of a scenario as pairs of a place in this table and a value, only those that differ from the version's
 * defaults. Links rely on the places: new settings go to the end. A link of version 1 has only the first places.
 */
import { SCENARIO_DEFAULTS } from '../core/scenario/defaults.ts';
import { SCENARIO_DEFAULTS_V1 } from '../core/scenario/defaultsV1.ts';
import type { Scenario } from '../core/scenario/types.ts';

const SETTINGS_V1 = [
  'kubernetes',
  'featureGates',
  'durationSeconds',
  'seed',
  'controller.syncPeriodSeconds',
  'controller.downscaleStabilizationSeconds',
  'controller.tolerance',
  'controller.cpuInitializationPeriodSeconds',
  'controller.initialReadinessDelaySeconds',
  'cluster.initialReplicas',
  'cluster.workload.cpuMillisecondsPerRequest',
  'cluster.workload.idleCpuMilli',
  'cluster.workload.startupCpuMilli',
  'cluster.workload.baseMemoryMi',
  'cluster.workload.memoryMiPerRequestRate',
  'cluster.pods.schedulingSeconds',
  'cluster.pods.imagePullSeconds',
  'cluster.pods.startupSeconds',
  'cluster.pods.terminationSeconds',
  'cluster.metricsServer.resolutionSeconds',
] as const;

const SETTINGS_V2 = [
  ...SETTINGS_V1,
  'cluster.workload.model',
  'cluster.workload.capacityPerPod',
  'cluster.workload.serviceMilliseconds',
  'cluster.workload.backlogSeconds',
  'cluster.workload.skew',
  'cluster.workload.memoryMiPerInFlight',
  'cluster.workload.memoryLeakMiPerHour',
  'cluster.workload.killsAtMemoryLimit',
  'cluster.workload.sidecarCpuMilli',
  'cluster.workload.sidecarMemoryMi',
  'cluster.workload.sidecarCpuMillisecondsPerRequest',
  'cluster.pods.restartSeconds',
  'cluster.customMetrics.scrapeIntervalSeconds',
  'cluster.customMetrics.rateWindowSeconds',
  'cluster.customMetrics.cacheSeconds',
  'cluster.nodes',
  'cluster.quota',
  'signals',
  'events',
  'hpa',
  'cluster.pods.warmUpSeconds',
] as const;

/** What the link of each version knows, and what it leaves out. */
const VERSIONS = {
  1: { settings: SETTINGS_V1, defaults: SCENARIO_DEFAULTS_V1 },
  2: { settings: SETTINGS_V2, defaults: SCENARIO_DEFAULTS },
} as const;
export type LinkVersion = keyof typeof VERSIONS;

type Tree = { [key: string]: unknown };

function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('.')) value = (value as Tree | undefined)?.[key];
  return value;
}

function assign(root: Tree, path: string, value: unknown): void {
  const keys = path.split('.');
  let target = root;
  for (const key of keys.slice(0, -1)) target = target[key] as Tree;
  target[keys.at(-1) ?? ''] = value;
}

/** `[place, value, place, value, ...]` */
export function toDifferences(scenario: Scenario): unknown[] {
  return SETTINGS_V2.flatMap((path, place) => {
    const value = valueAt(scenario, path);
    const isDefault = JSON.stringify(value) === JSON.stringify(valueAt(SCENARIO_DEFAULTS, path));
    return isDefault ? [] : [place, value];
  });
}

/** Defaults with the differences applied; undefined when they are not pairs of a known place and a value. */
export function fromDifferences(version: LinkVersion, differences: unknown): Tree | undefined {
  if (!Array.isArray(differences) || differences.length % 2 !== 0) return undefined;
  const { defaults, settings: known } = VERSIONS[version];
  const settings = structuredClone(defaults) as unknown as Tree;
  for (let index = 0; index < differences.length; index += 2) {
    const place: unknown = differences[index];
    const path = typeof place === 'number' ? known[place] : undefined;
    if (path === undefined) return undefined;
    assign(settings, path, differences[index + 1]);
  }
  return settings;
}
