/**
 * Which sample belongs to which pod, by name.
 *
 * Upstream looks names up in a map. Here both lists mostly ascend, and are walked once side by side.
 */
import type { Pod } from './interfaces.ts';

/**
 * Fills `sampleOf` and returns how many pods have a sample.
 *
 * Equal names in step are the usual case. Where they differ, one of them is skipped. A walk that leaves pods or samples
 * over, but not both, has paired all that there is to pair, names being unique. One that leaves some of both was right
 * only if both lists ascend; lists that do not are paired through a map.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go groupPods
 */
export function pairSamples(pods: readonly Pod[], names: readonly string[], sampleOf: Int32Array): number {
  const matched = walkBoth(pods, names, sampleOf);
  const isComplete = matched === pods.length || matched === names.length;
  return isComplete || (ascending(names) && podsAscend(pods))
    ? matched
    : pairThroughMap(pods, names, sampleOf);
}

function walkBoth(pods: readonly Pod[], names: readonly string[], sampleOf: Int32Array): number {
  let matched = 0;
  let j = 0;
  for (let i = 0; i < pods.length; i += 1) {
    const { name } = pods[i] as Pod;
    let isPaired = j < names.length && names[j] === name;
    if (!isPaired) {
      while (j < names.length && (names[j] as string) < name) j += 1;
      isPaired = j < names.length && names[j] === name;
    }
    sampleOf[i] = isPaired ? j : -1;
    if (!isPaired) continue;
    j += 1;
    matched += 1;
  }
  return matched;
}

function pairThroughMap(pods: readonly Pod[], names: readonly string[], sampleOf: Int32Array): number {
  const indices = new Map<string, number>();
  names.forEach((name, index) => {
    indices.set(name, index);
  });
  let matched = 0;
  pods.forEach((pod, i) => {
    const sample = indices.get(pod.name) ?? -1;
    sampleOf[i] = sample;
    if (sample >= 0) matched += 1;
  });
  return matched;
}

function ascending(names: readonly string[]): boolean {
  for (let i = 1; i < names.length; i += 1)
    if ((names[i - 1] as string) >= (names[i] as string)) return false;
  return true;
}

function podsAscend(pods: readonly Pod[]): boolean {
  for (let i = 1; i < pods.length; i += 1)
    if ((pods[i - 1] as Pod).name >= (pods[i] as Pod).name) return false;
  return true;
}
