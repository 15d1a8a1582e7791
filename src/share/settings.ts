/**
 * The settings of a scenario as pairs of a place in this table and a value, only those that differ from the version's
 * defaults. Links rely on the places: new settings go to the end.
 */
import { SCENARIO_DEFAULTS } from '../core/scenario/defaults.ts';
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
  return SETTINGS_V1.flatMap((path, place) => {
    const value = valueAt(scenario, path);
    const isDefault = JSON.stringify(value) === JSON.stringify(valueAt(SCENARIO_DEFAULTS, path));
    return isDefault ? [] : [place, value];
  });
}

/** Defaults with the differences applied; undefined when they are not pairs of a known place and a value. */
export function fromDifferences(differences: unknown): Tree | undefined {
  if (!Array.isArray(differences) || differences.length % 2 !== 0) return undefined;
  const settings = structuredClone(SCENARIO_DEFAULTS) as unknown as Tree;
  for (let index = 0; index < differences.length; index += 2) {
    const place: unknown = differences[index];
    const path = typeof place === 'number' ? SETTINGS_V1[place] : undefined;
    if (path === undefined) return undefined;
    assign(settings, path, differences[index + 1]);
  }
  return settings;
}
