/**
 * How many replicas one metric asks for.
 *
 * Departures from upstream: the pods are listed once for each reconcile and handed in; results and stages lie in one
 * `ProposalStages` that is used again; an error is its text, `undefined` means success.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go
 */
import type { LabelSelector } from '../apimachinery/labelSelector.ts';
import { labelSelectorGoString } from '../apimachinery/labelSelector.ts';
import type { Selector } from '../apimachinery/labels.ts';
import type { CrossVersionObjectReference } from '../autoscaling/types.ts';
import { int32FromFloat, MAX_INT32 } from '../go/int32.ts';
import { addInt64, divideInt64, int64FromFloat, MAX_INT64, multiplyInt64 } from '../go/int64.ts';
import type { Release } from '../releases/index.ts';
import type { ControllerFlags, Int64, MetricsClient, Ms, Pod, PodMetricsInfo, Result } from './interfaces.ts';
import { getMetricUsageRatio, getResourceUtilizationRatio, Int64Sum } from './metrics/utilization.ts';
import { PodGroups } from './podGroups.ts';
import type { PodRequest, PodRequests } from './podRequests.ts';
import { ProposalStages } from './proposalStages.ts';
import { isOutside, isWithin, type Tolerances } from './tolerances.ts';

/** What a reconcile knows when it asks for proposals. */
export interface ReplicaQuery {
  readonly currentReplicas: number;
  readonly statusReplicas: number;
  readonly namespace: string;
  readonly selector: Selector;
  /** the pods that `selector` matches */
  readonly pods: readonly Pod[];
  /** the lister's, if it has one */
  readonly podsRevision?: number | undefined;
  readonly nowMs: Ms;
  readonly tolerances: Tolerances;
}

export interface ResourceQuestion {
  readonly resource: string;
  /** empty for all containers of a pod */
  readonly container: string;
  readonly requests: PodRequests;
}

const NO_PODS = 'no pods returned by selector while calculating replica count';
const NO_METRICS = 'did not receive metrics for targeted pods (pods might be unready)';

export class ReplicaCalculator {
  /** result and stages of the last question */
  readonly stages = new ProposalStages();
  /** of the metric that was asked last */
  groups = new PodGroups();
  /** by the metric's place in the spec: what did not change since it was asked last stands */
  private readonly groupsOf: PodGroups[] = [this.groups];
  private readonly metricsClient: MetricsClient;
  private readonly release: Release;
  private readonly periods: {
    readonly cpuInitializationPeriodMs: Ms;
    readonly delayOfInitialReadinessStatusMs: Ms;
  };
  private readonly usageSum = new Int64Sum();
  private readonly requestSum = new Int64Sum();
  private readonly utilization = { usageRatio: 0, utilization: 0, rawAverageValue: 0 as Int64 };
  private readonly usage = { usageRatio: 0, usage: 0 as Int64 };

  constructor(metricsClient: MetricsClient, release: Release, flags: ControllerFlags) {
    this.metricsClient = metricsClient;
    this.release = release;
    this.periods = {
      cpuInitializationPeriodMs: flags.cpuInitializationPeriodSeconds * 1000,
      delayOfInitialReadinessStatusMs: flags.initialReadinessDelaySeconds * 1000,
    };
  }

  /** The next question is about the metric at this place of the spec. */
  begin(index: number): void {
    this.stages.reset();
    let groups = this.groupsOf[index];
    if (groups === undefined) {
      groups = new PodGroups();
      this.groupsOf[index] = groups;
    }
    this.groups = groups;
  }

  /**
   * Proposal for a target in percent of the request.
   *
   * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.GetResourceReplicas
   */
  getResourceReplicas(
    query: ReplicaQuery,
    targetUtilization: number,
    { resource, container, requests }: ResourceQuestion,
  ): string | undefined {
    const metrics = this.metricsClient.getResourceMetric(
      resource,
      query.namespace,
      query.selector,
      container,
    );
    if (!metrics.ok) return `unable to get metrics for resource ${resource}: ${metrics.error.error}`;
    const error =
      this.groupPods(query, metrics.value, resource === 'cpu') ??
      this.sumUsageAndRequests(query.pods, metrics.value, requests) ??
      this.utilizationRatio(targetUtilization, this.groups.ready);
    if (error !== undefined) return error;

    const { stages, groups, utilization } = this;
    const { usageRatio } = utilization;
    stages.utilization = utilization.utilization;
    stages.usage = utilization.rawAverageValue;
    stages.usageSum = this.usageSum.total();
    stages.requestSum = this.requestSum.total();
    stages.usageRatio = usageRatio;
    const scaleUpWithUnready = groups.unready > 0 && usageRatio > 1;
    if (!scaleUpWithUnready && groups.missing === 0) {
      return this.proposeFromReadyPods(query, usageRatio);
    }

    const substitution = stages.beginSubstitution();
    let entries = groups.ready;
    if (groups.missing > 0 && usageRatio < 1) {
      substitution.percentOfRequest = Math.max(100, targetUtilization);
      this.addMissingRequests(query.pods, requests, substitution.percentOfRequest);
    } else if (groups.missing > 0 && usageRatio > 1) {
      substitution.missingMilli = 0;
      this.addMissingRequests(query.pods, requests, 0);
    }
    if (usageRatio < 1 || usageRatio > 1) {
      entries += groups.missing;
      substitution.missingPods = groups.missing;
    }
    if (scaleUpWithUnready) {
      this.addUnreadyRequests(query.pods, requests);
      entries += groups.unready;
      substitution.unreadyAsZero = groups.unready;
    }
    const secondError = this.utilizationRatio(targetUtilization, entries);
    if (secondError !== undefined) return secondError;
    // upstream multiplies with the number of samples, those of unknown pods included
    return this.proposeAfterSubstitution(
      query,
      usageRatio,
      utilization.usageRatio,
      entries + groups.unknownSamples,
    );
  }

  /**
   * Proposal for a resource with a target in absolute units for each pod.
   *
   * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.GetRawResourceReplicas
   */
  getRawResourceReplicas(
    query: ReplicaQuery,
    targetUsage: Int64,
    resource: string,
    container: string,
  ): string | undefined {
    const metrics = this.metricsClient.getResourceMetric(
      resource,
      query.namespace,
      query.selector,
      container,
    );
    if (!metrics.ok) return `unable to get metrics for resource ${resource}: ${metrics.error.error}`;
    return this.calcPlainMetricReplicas(query, metrics.value, targetUsage, resource === 'cpu');
  }

  /**
   * Proposal for a custom metric of the pods.
   *
   * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.GetMetricReplicas
   */
  getMetricReplicas(
    query: ReplicaQuery,
    targetUsage: Int64,
    metricName: string,
    metricSelector: Selector,
  ): string | undefined {
    const metrics = this.metricsClient.getRawMetric(
      metricName,
      query.namespace,
      query.selector,
      metricSelector,
    );
    if (!metrics.ok) return `unable to get metric ${metricName}: ${metrics.error.error}`;
    return this.calcPlainMetricReplicas(query, metrics.value, targetUsage, false);
  }

  /** @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.calcPlainMetricReplicas */
  private calcPlainMetricReplicas(
    query: ReplicaQuery,
    metrics: PodMetricsInfo,
    targetUsage: Int64,
    isCpu: boolean,
  ): string | undefined {
    const error = this.groupPods(query, metrics, isCpu);
    if (error !== undefined) return error;
    const { stages, groups, usage } = this;
    this.sumUsage(metrics);
    getMetricUsageRatio(this.usageSum.total(), groups.remainingSamples, targetUsage, usage);
    const { usageRatio } = usage;
    stages.usage = usage.usage;
    stages.usageSum = this.usageSum.total();
    stages.usageRatio = usageRatio;
    const scaleUpWithUnready = groups.unready > 0 && usageRatio > 1;
    if (!scaleUpWithUnready && groups.missing === 0) return this.proposeFromReadyPods(query, usageRatio);

    const substitution = stages.beginSubstitution();
    let samples = groups.remainingSamples;
    if (groups.missing > 0 && this.fillsMissingWith(usageRatio, targetUsage)) {
      const milli = substitution.missingMilli ?? 0;
      if (milli !== 0) this.usageSum.add(multiplyInt64(milli, groups.missing));
      samples += groups.missing;
      substitution.missingPods = groups.missing;
    }
    if (scaleUpWithUnready) {
      samples += groups.unready;
      substitution.unreadyAsZero = groups.unready;
    }
    getMetricUsageRatio(this.usageSum.total(), samples, targetUsage, usage);
    return this.proposeAfterSubstitution(query, usageRatio, usage.usageRatio, samples);
  }

  /** Down: exactly the target; up: nothing. Exactly at the target only the oldest minors put something. */
  private fillsMissingWith(usageRatio: number, targetUsage: Int64): boolean {
    const { substitution } = this.stages;
    if (usageRatio < 1) substitution.missingMilli = targetUsage;
    else if (usageRatio > 1 || !this.release.noSubstituteAtTarget) substitution.missingMilli = 0;
    return substitution.missingMilli !== undefined;
  }

  private groupPods(query: ReplicaQuery, metrics: PodMetricsInfo, isCpu: boolean): string | undefined {
    if (query.pods.length === 0) return NO_PODS;
    this.groups.group(query.pods, metrics, isCpu, query.nowMs, this.periods, query.podsRevision);
    this.stages.grouped = true;
    this.stages.firstMultiplier = this.groups.ready;
    return this.groups.remainingSamples === 0 ? NO_METRICS : undefined;
  }

  /** Sums over ready pods. The first pod without a request, of whatever group, is an error. */
  private sumUsageAndRequests(
    pods: readonly Pod[],
    metrics: PodMetricsInfo,
    requests: PodRequests,
  ): string | undefined {
    const { groups } = this;
    this.usageSum.reset();
    this.requestSum.reset();
    const error =
      groups.template === undefined
        ? this.sumRequestsOfEach(pods, requests)
        : this.sumEqualRequests(requests.of(groups.template), pods);
    if (error !== undefined) return error;
    this.addReadyUsage(metrics);
    return undefined;
  }

  private sumEqualRequests(request: PodRequest, pods: readonly Pod[]): string | undefined {
    if (!request.ok) return request.errorBeforePodName + pods[0]?.name;
    this.requestSum.add(multiplyInt64(request.milli, this.groups.ready));
    return undefined;
  }

  private sumRequestsOfEach(pods: readonly Pod[], requests: PodRequests): string | undefined {
    const { requestSum, groups } = this;
    for (let i = 0; i < pods.length; i += 1) {
      const pod = pods[i] as Pod;
      const request = requests.of(pod.template);
      if (!request.ok) return request.errorBeforePodName + pod.name;
      if (groups.codes[i] === 0) requestSum.add(request.milli);
    }
    return undefined;
  }

  private utilizationRatio(targetUtilization: number, entries: number): string | undefined {
    return getResourceUtilizationRatio(
      this.usageSum.total(),
      this.requestSum.total(),
      entries,
      targetUtilization,
      this.utilization,
    );
  }

  private addMissingRequests(pods: readonly Pod[], requests: PodRequests, percent: number): void {
    this.addRequestsOf(pods, requests, (group) => group === 'missing', percent);
  }

  private addUnreadyRequests(pods: readonly Pod[], requests: PodRequests): void {
    this.addRequestsOf(pods, requests, (group) => group === 'unready', 0);
  }

  /** Counts pods of a group with this share of their request as usage. */
  private addRequestsOf(
    pods: readonly Pod[],
    requests: PodRequests,
    counts: (group: ReturnType<PodGroups['groupAt']>) => boolean,
    percent: number,
  ): void {
    for (let i = 0; i < pods.length; i += 1) {
      if (!counts(this.groups.groupAt(i))) continue;
      const request = requests.of((pods[i] as Pod).template);
      if (!request.ok) continue;
      this.requestSum.add(request.milli);
      if (percent !== 0) this.usageSum.add(divideInt64(multiplyInt64(request.milli, percent), 100));
    }
  }

  /** All samples but those of ignored and unready pods; samples of pods that do not exist count. */
  private sumUsage(metrics: PodMetricsInfo): void {
    this.usageSum.reset();
    this.addReadyUsage(metrics);
    if (this.groups.unknownSamples > 0) this.addUnknownSamples(metrics);
  }

  private addReadyUsage(metrics: PodMetricsInfo): void {
    const { usageSum, groups } = this;
    const { alike } = metrics;
    if (alike === undefined) usageSum.addAt(metrics.values, groups.readySamples, groups.ready);
    else usageSum.addTimes(alike.value, groups.ready);
  }

  private addUnknownSamples({ values }: PodMetricsInfo): void {
    const { usageSum, groups } = this;
    const known = new Set(groups.sampleOf.subarray(0, groups.pods.length));
    for (let j = 0; j < values.length; j += 1) {
      if (!known.has(j)) usageSum.add(values[j] ?? 0);
    }
  }

  private proposeFromReadyPods(query: ReplicaQuery, usageRatio: number): undefined {
    const { stages, groups } = this;
    stages.multiplier = groups.ready;
    stages.within = isWithin(query.tolerances, usageRatio);
    stages.replicas = stages.within
      ? query.currentReplicas
      : int32FromFloat(Math.ceil(usageRatio * groups.ready));
  }

  /** The second proposal, unless the substitutes turned the direction. */
  private proposeAfterSubstitution(
    query: ReplicaQuery,
    usageRatio: number,
    newUsageRatio: number,
    samples: number,
  ): undefined {
    const { stages } = this;
    const { substitution } = stages;
    const { currentReplicas, tolerances } = query;
    stages.multiplier = samples;
    stages.within = isWithin(tolerances, usageRatio);
    substitution.usageRatio = newUsageRatio;
    substitution.pods = samples;
    substitution.within = isWithin(tolerances, newUsageRatio);
    stages.replicas = currentReplicas;
    if (substitution.within) return;
    if ((usageRatio < 1 && newUsageRatio > 1) || (usageRatio > 1 && newUsageRatio < 1)) {
      substitution.heldBecause = 'ratioReversed';
      return;
    }
    const newReplicas = int32FromFloat(Math.ceil(newUsageRatio * samples));
    if (
      (newUsageRatio < 1 && newReplicas > currentReplicas) ||
      (newUsageRatio > 1 && newReplicas < currentReplicas)
    ) {
      substitution.heldBecause = 'countReversed';
      return;
    }
    stages.replicas = newReplicas;
  }

  /**
   * Proposal for a metric of one object with a target for the whole.
   *
   * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.GetObjectMetricReplicas
   */
  getObjectMetricReplicas(
    query: ReplicaQuery,
    targetUsage: Int64,
    metricName: string,
    object: CrossVersionObjectReference,
    metricSelector: Selector,
  ): string | undefined {
    const metric = this.metricsClient.getObjectMetric(metricName, query.namespace, object, metricSelector);
    if (!metric.ok) return this.objectError(metricName, query.namespace, object, metric.error.error);
    this.stages.usage = metric.value;
    return this.getUsageRatioReplicaCount(query, Number(metric.value) / Number(targetUsage));
  }

  /**
   * From a ratio to a count through the ready pods. At zero replicas neither they nor the tolerance are asked.
   *
   * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.getUsageRatioReplicaCount
   */
  private getUsageRatioReplicaCount(query: ReplicaQuery, usageRatio: number): string | undefined {
    const { stages } = this;
    stages.usageRatio = usageRatio;
    if (query.currentReplicas === 0) {
      stages.multiplier = 1;
      stages.firstMultiplier = 1;
      stages.within = false;
      stages.replicas = int32FromFloat(Math.ceil(usageRatio));
      return undefined;
    }
    const readyPodCount = getReadyPodsCount(query.pods);
    stages.multiplier = readyPodCount;
    stages.firstMultiplier = readyPodCount;
    stages.within = isWithin(query.tolerances, usageRatio);
    // upstream counts the pods only from here on, so that no pods at all are no error within the tolerance
    if (stages.within) {
      stages.replicas = query.currentReplicas;
      return undefined;
    }
    if (query.pods.length === 0) return `unable to calculate ready pods: ${NO_PODS}`;
    stages.replicas = this.replicasOf(usageRatio * readyPodCount, this.release.cappedValueProposals);
    return undefined;
  }

  private replicasOf(count: number, capped: boolean): number {
    const whole = Math.ceil(count);
    return capped && whole > MAX_INT32 ? MAX_INT32 : int32FromFloat(whole);
  }

  /**
   * Proposal for a metric of one object with a target for each pod.
   *
   * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.GetObjectPerPodMetricReplicas
   */
  getObjectPerPodMetricReplicas(
    query: ReplicaQuery,
    targetAverageUsage: Int64,
    metricName: string,
    object: CrossVersionObjectReference,
    metricSelector: Selector,
  ): string | undefined {
    const metric = this.metricsClient.getObjectMetric(metricName, query.namespace, object, metricSelector);
    if (!metric.ok) return this.objectError(metricName, query.namespace, object, metric.error.error);
    this.proposePerPod(query, metric.value, targetAverageUsage, false);
    this.stages.usage = int64FromFloat(Math.ceil(Number(metric.value) / query.statusReplicas));
    return undefined;
  }

  private proposePerPod(query: ReplicaQuery, usage: Int64, target: Int64, capped: boolean): void {
    const { stages } = this;
    stages.multiplier = query.statusReplicas;
    stages.usageRatio = Number(usage) / (Number(target) * query.statusReplicas);
    stages.within = !isOutside(query.tolerances, stages.usageRatio);
    const divided = this.replicasOf(Number(usage) / Number(target), capped);
    stages.divide(usage, divided);
    stages.replicas = stages.within ? query.statusReplicas : divided;
  }

  private objectError(
    metricName: string,
    namespace: string,
    { kind, name }: CrossVersionObjectReference,
    error: string,
  ): string {
    return this.release.objectErrorNamesKindFirst
      ? `unable to get metric ${metricName} on ${kind} ${namespace}/${name}: ${error}`
      : `unable to get metric ${metricName}: ${kind} on ${namespace} ${name}/${error}`;
  }

  /**
   * Proposal for an external metric with a target for the whole.
   *
   * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.GetExternalMetricReplicas
   */
  getExternalMetricReplicas(
    query: ReplicaQuery,
    targetUsage: Int64,
    metricName: string,
    metricSelector: LabelSelector | undefined,
    parsedSelector: Result<Selector>,
  ): string | undefined {
    const values = this.externalValues(query.namespace, metricName, metricSelector, parsedSelector);
    if (typeof values === 'string') return values;
    const usage = this.release.cappedValueProposals ? cappedSum(values) : plainSum(values);
    this.stages.usage = usage;
    return this.getUsageRatioReplicaCount(query, Number(usage) / Number(targetUsage));
  }

  /**
   * Proposal for an external metric with a target for each pod.
   *
   * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.GetExternalPerPodMetricReplicas
   */
  getExternalPerPodMetricReplicas(
    query: ReplicaQuery,
    targetUsagePerPod: Int64,
    metricName: string,
    metricSelector: LabelSelector | undefined,
    parsedSelector: Result<Selector>,
  ): string | undefined {
    const values = this.externalValues(query.namespace, metricName, metricSelector, parsedSelector);
    if (typeof values === 'string') return values;
    const capped = this.release.cappedExternalAverage;
    const usage = capped ? sumUntilNegative(values) : plainSum(values);
    this.proposePerPod(query, usage, targetUsagePerPod, capped);
    this.stages.usage =
      capped && Number(usage) >= 2 ** 63
        ? MAX_INT64
        : int64FromFloat(Math.ceil(Number(usage) / query.statusReplicas));
    return undefined;
  }

  /** The values, or an error text. */
  private externalValues(
    namespace: string,
    metricName: string,
    metricSelector: LabelSelector | undefined,
    parsedSelector: Result<Selector>,
  ): readonly Int64[] | string {
    if (!parsedSelector.ok) return parsedSelector.error.error;
    const metrics = this.metricsClient.getExternalMetric(metricName, namespace, parsedSelector.value);
    if (metrics.ok) return metrics.value;
    const selector = labelSelectorGoString(metricSelector);
    return `unable to get external metric ${namespace}/${metricName}/${selector}: ${metrics.error.error}`;
  }
}

/**
 * Pods that are running and whose Ready condition is True; unlike for cpu, Unknown does not count.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go ReplicaCalculator.getReadyPodsCount
 */
function getReadyPodsCount(pods: readonly Pod[]): number {
  let ready = 0;
  for (const pod of pods) if (pod.phase === 'Running' && pod.ready === 'True') ready += 1;
  return ready;
}

function plainSum(values: readonly Int64[]): Int64 {
  let sum: Int64 = 0;
  for (const value of values) sum = addInt64(sum, value);
  return sum;
}

/** Stops at the largest int64 where a positive value would pass it. */
function cappedSum(values: readonly Int64[]): Int64 {
  let sum: Int64 = 0;
  for (const value of values) {
    if (value > 0 && BigInt(sum) > BigInt(MAX_INT64) - BigInt(value)) return MAX_INT64;
    sum = addInt64(sum, value);
  }
  return sum;
}

/** A negative sum is taken for an overflow. */
function sumUntilNegative(values: readonly Int64[]): Int64 {
  let sum: Int64 = 0;
  for (const value of values) {
    sum = addInt64(sum, value);
    if (sum < 0) return MAX_INT64;
  }
  return sum;
}
