/**
 * Which pods of a metric count, and which sample belongs to which pod.
 *
 * Departures from upstream: it keeps sets and maps of names, made anew at every question. Here everything lies in
 * columns beside the lister's pods, and stands as long as nothing that the grouping reads has changed: the pods and the
 * samples' names (their sources count changes), and where the clock stands in the pods' initialization periods. Only
 * for ready pods within that period the samples' times matter; those pods are looked at every time.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go groupPods
 */
import type { Ms, Pod, PodMetricsInfo, PodTemplate } from './interfaces.ts';
import type { PodGroupReason } from './record.ts';
import { pairSamples } from './samplePairs.ts';

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

const NO_PODS: readonly Pod[] = [];
const NO_NAMES: readonly string[] = [];
const NO_CODES = new Uint8Array(0);
const NO_INDICES = new Int32Array(0);

export class PodGroups {
  /** code of each pod, in the lister's order */
  codes = NO_CODES;
  /** index of each pod's sample; -1: it has none */
  sampleOf = NO_INDICES;
  /** indices of the ready pods' samples, `ready` of them */
  readySamples = NO_INDICES;
  pods: readonly Pod[] = NO_PODS;
  /** the one template of all pods; undefined: there are several, or no pods */
  template: PodTemplate | undefined;
  ready = 0;
  unready = 0;
  missing = 0;
  ignored = 0;
  /** samples that belong to no pod of the list, or to a ready pod: `len(metrics)` after upstream's removals */
  remainingSamples = 0;
  /** samples whose pod is not in the list */
  unknownSamples = 0;

  // what the groups were made from
  private podsRevision: number | undefined;
  private names: readonly string[] = NO_NAMES;
  private namesRevision: number | undefined;
  private isCpu = false;
  private periods: GroupingPeriods | undefined;
  private madeAtMs: Ms = Number.NaN;
  /** when the first of the pods leaves its initialization period */
  private standsUntilMs: Ms = Number.NaN;
  /** indices of the pods whose group depends on the time of their sample */
  private readonly watched: number[] = [];

  /**
   * Puts every pod into its group.
   *
   * @param isCpu readiness is looked at for cpu only
   * @param podsRevision the lister's count of changes; undefined: it does not tell
   * @upstream pkg/controller/podautoscaler/replica_calculator.go groupPods
   */
  group(
    pods: readonly Pod[],
    metrics: PodMetricsInfo,
    isCpu: boolean,
    nowMs: Ms,
    periods: GroupingPeriods,
    podsRevision?: number,
  ): void {
    const stands =
      podsRevision !== undefined &&
      podsRevision === this.podsRevision &&
      pods === this.pods &&
      metrics.namesRevision !== undefined &&
      metrics.namesRevision === this.namesRevision &&
      metrics.names === this.names &&
      isCpu === this.isCpu &&
      periods === this.periods &&
      nowMs >= this.madeAtMs &&
      nowMs < this.standsUntilMs;
    if (stands) {
      this.lookAgain(metrics);
      return;
    }
    this.podsRevision = podsRevision;
    this.pods = pods;
    this.names = metrics.names;
    this.namesRevision = metrics.namesRevision;
    this.isCpu = isCpu;
    this.periods = periods;
    this.madeAtMs = nowMs;
    this.groupAnew(metrics, periods);
  }

  private groupAnew(metrics: PodMetricsInfo, periods: GroupingPeriods): void {
    const { pods, isCpu, madeAtMs: nowMs } = this;
    this.reserve(pods.length);
    this.watched.length = 0;
    this.standsUntilMs = Number.POSITIVE_INFINITY;
    this.template = pods[0]?.template;
    const { codes, sampleOf } = this;
    const matched = pairSamples(pods, metrics.names, sampleOf);
    for (let i = 0; i < pods.length; i += 1) {
      const pod = pods[i] as Pod;
      if (pod.template !== this.template) this.template = undefined;
      const code = classify(pod, sampleOf[i] ?? -1, metrics, isCpu, nowMs, periods);
      codes[i] = code;
      if (isCpu && (code === READY || code >= NOT_READY_IN_INITIALIZATION)) this.watch(i, pod, periods);
    }
    this.unknownSamples = metrics.names.length - matched;
    this.count();
  }

  /** Remembers until when a pod's group stands, and whether it depends on the time of its sample. */
  private watch(index: number, pod: Pod, periods: GroupingPeriods): void {
    const endMs = (pod.startTimeMs ?? Number.NEGATIVE_INFINITY) + periods.cpuInitializationPeriodMs;
    if (endMs <= this.madeAtMs) return;
    if (endMs < this.standsUntilMs) this.standsUntilMs = endMs;
    if (pod.ready !== 'False') this.watched.push(index);
  }

  private lookAgain(metrics: PodMetricsInfo): void {
    const { watched, codes } = this;
    let changed = false;
    for (let k = 0; k < watched.length; k += 1) {
      const i = watched[k] as number;
      const code = classifySample(this.pods[i] as Pod, this.sampleOf[i] ?? -1, metrics);
      changed ||= code !== codes[i];
      codes[i] = code;
    }
    if (changed) this.count();
  }

  private count(): void {
    const { codes, sampleOf, readySamples, pods } = this;
    let ready = 0;
    let missing = 0;
    let ignored = 0;
    let removed = 0;
    for (let i = 0; i < pods.length; i += 1) {
      const code = codes[i] ?? READY;
      const sample = sampleOf[i] ?? -1;
      if (code === READY) {
        readySamples[ready] = sample;
        ready += 1;
      } else if (code === NO_METRICS) missing += 1;
      else {
        if (code <= FAILED) ignored += 1;
        if (sample >= 0) removed += 1;
      }
    }
    this.ready = ready;
    this.missing = missing;
    this.ignored = ignored;
    this.unready = pods.length - ready - missing - ignored;
    this.remainingSamples = this.names.length - removed;
  }

  /** group of the pod at this index */
  groupAt(index: number): 'ready' | 'ignored' | 'unready' | 'missing' {
    return groupOf(this.codes[index] ?? READY);
  }

  private reserve(pods: number): void {
    if (pods <= this.codes.length) return;
    this.codes = new Uint8Array(pods * 2);
    this.sampleOf = new Int32Array(pods * 2);
    this.readySamples = new Int32Array(pods * 2);
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
  if (pod.startTimeMs + periods.cpuInitializationPeriodMs > nowMs) {
    if (pod.ready === 'False') return NOT_READY_IN_INITIALIZATION;
    return classifySample(pod, sample, metrics);
  }
  const neverReady =
    pod.ready === 'False' && pod.startTimeMs + periods.delayOfInitialReadinessStatusMs > transitionMs(pod);
  return neverReady ? NEVER_READY : READY;
}

/** Of a pod that became ready within its initialization period: no part of the sample may be from before that. */
function classifySample(pod: Pod, sample: number, metrics: PodMetricsInfo): number {
  const { alike } = metrics;
  const windowMs = alike === undefined ? (metrics.windowsMs[sample] ?? 0) : alike.windowMs;
  const timestampMs = alike === undefined ? (metrics.timestampsMs[sample] ?? 0) : alike.timestampMs;
  return timestampMs < transitionMs(pod) + windowMs ? SAMPLE_BEFORE_READY : READY;
}

/** A condition without a time has Go's zero time, long before everything. */
function transitionMs({ readyTransitionMs }: Pod): Ms {
  return readyTransitionMs ?? Number.NEGATIVE_INFINITY;
}
