/**
 * Which pods of a metric count, and which sample belongs to which pod.
 *
 * Upstream keeps sets and maps of names. Here everything lies in columns beside the lister's pods, which are reused
 * from one sync to the next; pods and samples that come in the same order are paired by walking both once.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go groupPods
 */
import type { Ms, Pod, PodMetricsInfo } from './interfaces.ts';
import type { PodGroupReason } from './record.ts';

/** Codes of `PodGroups.codes`: 0 is ready, the others say why not. */
const READY = 0;
export const GROUP_REASONS = [
  undefined,
  'deleted',
  'failed',
  'pending',
  'noMetrics',
  'noReadyCondition',
  'notReadyInInitialization',
  'sampleBeforeReady',
  'neverReady',
] as const satisfies readonly (PodGroupReason | undefined)[];
const DELETED = 1;
const FAILED = 2;
const PENDING = 3;
const NO_METRICS = 4;
const NO_READY_CONDITION = 5;
const NOT_READY_IN_INITIALIZATION = 6;
const SAMPLE_BEFORE_READY = 7;
const NEVER_READY = 8;

/** Whether pods of this code are ignored, missing or unready. */
export function groupOf(code: number): 'ready' | 'ignored' | 'unready' | 'missing' {
  if (code === READY) return 'ready';
  if (code <= FAILED) return 'ignored';
  return code === NO_METRICS ? 'missing' : 'unready';
}

export interface GroupingPeriods {
  readonly cpuInitializationPeriodMs: Ms;
  readonly delayOfInitialReadinessStatusMs: Ms;
}

export class PodGroups {
  /** code of each pod, in the lister's order */
  codes = new Uint8Array(64);
  /** index of each pod's sample; -1: it has none */
  sampleOf = new Int32Array(64);
  pods: readonly Pod[] = [];
  ready = 0;
  unready = 0;
  missing = 0;
  ignored = 0;
  /** samples that belong to no pod of the list, or to a ready pod: `len(metrics)` after upstream's removals */
  remainingSamples = 0;
  /** samples whose pod is not in the list */
  unknownSamples = 0;

  /**
   * Puts every pod into its group.
   *
   * @param isCpu readiness is looked at for cpu only
   * @upstream pkg/controller/podautoscaler/replica_calculator.go groupPods
   */
  group(
    pods: readonly Pod[],
    metrics: PodMetricsInfo,
    isCpu: boolean,
    nowMs: Ms,
    periods: GroupingPeriods,
  ): void {
    this.reserve(pods.length);
    this.pods = pods;
    const matched = pairSamples(pods, metrics.names, this.sampleOf);
    this.ready = 0;
    this.unready = 0;
    this.missing = 0;
    this.ignored = 0;
    let removed = 0;
    for (let i = 0; i < pods.length; i += 1) {
      const sample = this.sampleOf[i] ?? -1;
      const code = classify(pods[i] as Pod, sample, metrics, isCpu, nowMs, periods);
      this.codes[i] = code;
      if (code === READY) this.ready += 1;
      else if (code === NO_METRICS) this.missing += 1;
      else {
        if (code <= FAILED) this.ignored += 1;
        else this.unready += 1;
        if (sample >= 0) removed += 1;
      }
    }
    this.unknownSamples = metrics.names.length - matched;
    this.remainingSamples = metrics.names.length - removed;
  }

  /** group of the pod at this index */
  groupAt(index: number): 'ready' | 'ignored' | 'unready' | 'missing' {
    return groupOf(this.codes[index] ?? READY);
  }

  private reserve(pods: number): void {
    if (pods <= this.codes.length) return;
    this.codes = new Uint8Array(pods * 2);
    this.sampleOf = new Int32Array(pods * 2);
  }
}

function classify(
  pod: Pod,
  sample: number,
  metrics: PodMetricsInfo,
  isCpu: boolean,
  nowMs: Ms,
  periods: GroupingPeriods,
): number {
  if (pod.deleted) return DELETED;
  if (pod.phase === 'Failed') return FAILED;
  if (pod.phase === 'Pending') return PENDING;
  if (sample < 0) return NO_METRICS;
  return isCpu ? classifyReadiness(pod, sample, metrics, nowMs, periods) : READY;
}

function classifyReadiness(
  pod: Pod,
  sample: number,
  metrics: PodMetricsInfo,
  nowMs: Ms,
  periods: GroupingPeriods,
): number {
  if (pod.ready === undefined || pod.startTimeMs === undefined) return NO_READY_CONDITION;
  // a condition without a time has Go's zero time, long before everything
  const transitionMs = pod.readyTransitionMs ?? Number.NEGATIVE_INFINITY;
  if (pod.startTimeMs + periods.cpuInitializationPeriodMs > nowMs) {
    if (pod.ready === 'False') return NOT_READY_IN_INITIALIZATION;
    const windowMs = metrics.windowsMs[sample] ?? 0;
    return (metrics.timestampsMs[sample] ?? 0) < transitionMs + windowMs ? SAMPLE_BEFORE_READY : READY;
  }
  const neverReady =
    pod.ready === 'False' && pod.startTimeMs + periods.delayOfInitialReadinessStatusMs > transitionMs;
  return neverReady ? NEVER_READY : READY;
}

/**
 * Fills `sampleOf` and returns how many pods have a sample.
 *
 * Equal names in step are the usual case. Where they differ, one of them is skipped, which is right only while both
 * lists ascend; lists that do not are paired through a map.
 */
function pairSamples(pods: readonly Pod[], names: readonly string[], sampleOf: Int32Array): number {
  let matched = 0;
  let j = 0;
  let checked = false;
  for (let i = 0; i < pods.length; i += 1) {
    const name = (pods[i] as Pod).name;
    if (j < names.length && names[j] !== name) {
      if (!checked && !(ascending(names) && podsAscend(pods))) return pairThroughMap(pods, names, sampleOf);
      checked = true;
      while (j < names.length && (names[j] as string) < name) j += 1;
    }
    if (j < names.length && names[j] === name) {
      sampleOf[i] = j;
      j += 1;
      matched += 1;
    } else sampleOf[i] = -1;
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
