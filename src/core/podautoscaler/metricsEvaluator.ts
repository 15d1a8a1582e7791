/**
 * The part of a reconcile that finds the target's pods and asks every metric.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeReplicasForMetrics
 */
import { nothing, parseSelector, type Selector } from '../apimachinery/labels.ts';
import type { HorizontalPodAutoscaler, MetricStatus } from '../autoscaling/types.ts';
import { sprintf } from '../go/format.ts';
import type { Release } from '../releases/index.ts';
import type { DecisionRecorder } from './decisionRecorder.ts';
import type { ControllerEnvironment, MetricSummary } from './environment.ts';
import type { HpaPlan } from './hpaPlan.ts';
import type { Pod, Scale } from './interfaces.ts';
import { effectOf, type ProposalEffect } from './limiter.ts';
import { failedMetricStatus, type MetricPlan } from './metricPlan.ts';
import { ReplicaCalculator } from './replicaCalculator.ts';
import type { SelectorStore } from './selectorStore.ts';
import type { SyncJournal } from './syncJournal.ts';

/** HPAs that the newest text for an ambiguous selector names. */
const NAMED_HPAS = 2;

const NO_METRIC_STATUSES: readonly MetricStatus[] = [];

/** Remembered of one HPA, so that what did not change is not made again. */
export class EvaluationMemory {
  /** the scale's selector as last read, and what it was parsed into */
  selectorText = '';
  selector: Selector = nothing();
  /** the last list of metric statuses, and the different one before it */
  statuses: readonly MetricStatus[] = NO_METRIC_STATUSES;
  previousStatuses: readonly MetricStatus[] = NO_METRIC_STATUSES;

  /** After a change of the spec new lists are made, which may say the same as old ones. */
  forgetStatuses(): void {
    this.statuses = NO_METRIC_STATUSES;
    this.previousStatuses = NO_METRIC_STATUSES;
  }
}

/** Result of the metrics; one object, used again. */
export interface MetricsResult {
  /** -1 when there is none to go by */
  replicas: number;
  /** label of the metric whose proposal won */
  metric: string;
  statuses: readonly MetricStatus[];
  error: string | undefined;
  effect: ProposalEffect;
  /** some metrics failed, others did not */
  partial: boolean;
}

export class MetricsEvaluator {
  /** of the metrics that were asked in this reconcile; the objects are used again */
  readonly summaries: MetricSummary[] = [];
  private readonly spareSummaries: MetricSummary[] = [];
  private asked = 0;
  private readonly env: ControllerEnvironment;
  private readonly release: Release;
  private readonly selectors: SelectorStore;
  private readonly journal: SyncJournal;
  private readonly replicaCalc: ReplicaCalculator;
  private pods: readonly Pod[] = [];
  /** statuses of the metrics that were asked so far */
  private readonly statuses: MetricStatus[] = [];
  private readonly result: MetricsResult = {
    replicas: -1,
    metric: '',
    statuses: NO_METRIC_STATUSES,
    error: undefined,
    effect: 'none',
    partial: false,
  };

  constructor(env: ControllerEnvironment, selectors: SelectorStore, journal: SyncJournal) {
    this.env = env;
    this.release = env.release;
    this.selectors = selectors;
    this.journal = journal;
    this.replicaCalc = new ReplicaCalculator(env.metricsClient, env.release, env.flags);
  }

  /** A reconcile begins: nothing has been asked. */
  begin(): void {
    this.asked = 0;
  }

  /** The reconcile is over: `summaries` are those of its metrics. */
  end(): void {
    if (this.summaries.length > this.asked) this.summaries.length = this.asked;
  }

  /**
   * Asks every metric; the largest proposal wins.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeReplicasForMetrics
   */
  computeReplicasForMetrics(
    hpa: HorizontalPodAutoscaler,
    plan: HpaPlan,
    memory: EvaluationMemory,
    scale: Scale,
    recorder: DecisionRecorder | undefined,
  ): MetricsResult {
    const { result } = this;
    result.replicas = -1;
    result.metric = '';
    result.statuses = NO_METRIC_STATUSES;
    result.effect = 'none';
    result.partial = false;
    result.error = this.validateAndParseSelector(hpa, memory, scale.selector);
    if (result.error !== undefined) recorder?.skipped('selectorError');
    else this.askMetrics(hpa.metadata.namespace, plan, memory, scale, recorder);
    return result;
  }

  private askMetrics(
    namespace: string,
    plan: HpaPlan,
    memory: EvaluationMemory,
    scale: Scale,
    recorder: DecisionRecorder | undefined,
  ): void {
    const { result, replicaCalc, journal } = this;
    const query = {
      currentReplicas: scale.specReplicas,
      statusReplicas: scale.statusReplicas,
      namespace,
      selector: memory.selector,
      pods: this.pods,
      podsRevision: this.env.podLister.revision,
      nowMs: journal.nowMs,
      tolerances: plan.tolerances,
    };
    const { stages } = replicaCalc;
    const { metrics } = plan;
    const { statuses } = this;
    let replicas = 0;
    let winner = -1;
    let invalid = 0;
    let firstInvalid: MetricPlan | undefined;
    let firstError = '';
    for (let index = 0; index < metrics.length; index += 1) {
      const metric = metrics[index] as MetricPlan;
      replicaCalc.begin(index);
      const error = metric.ask(replicaCalc, query);
      recorder?.metric(index, metric, stages, replicaCalc.groups, plan.tolerances, error);
      this.summarize(index, metric, error);
      if (error !== undefined) {
        statuses[index] = failedMetricStatus();
        if (metric.failureReason !== '') journal.event('Warning', metric.failureReason, error);
        if (invalid === 0) {
          firstInvalid = metric;
          firstError = error;
        }
        invalid += 1;
        continue;
      }
      statuses[index] = metric.status(stages);
      // a proposal of 0 gives way to any later one
      if (replicas === 0 || stages.replicas > replicas) {
        replicas = stages.replicas;
        winner = index;
        result.effect = effectOf(stages, query.currentReplicas);
      }
    }
    result.statuses = sameStatuses(statuses, metrics.length, memory);
    if (firstInvalid !== undefined) {
      result.error = `invalid metrics (${invalid} invalid out of ${metrics.length}), first error is: ${firstInvalid.failurePrefix}${firstError}`;
    }
    if (winner !== -1) recorder?.proposed(winner, Math.max(replicas, 0));
    if (invalid >= metrics.length || (invalid > 0 && replicas < scale.specReplicas)) {
      result.partial = invalid < metrics.length;
      this.setInvalidMetricCondition(firstInvalid, firstError);
      return;
    }
    const best = metrics[winner] as MetricPlan;
    journal.setCondition('ScalingActive', 'True', 'ValidMetricFound', best.validMessage);
    result.replicas = replicas;
    result.metric = best.label;
  }

  /** Without any metric, or with one that fails without a reason, upstream sets a condition that has no name. */
  private setInvalidMetricCondition(metric: MetricPlan | undefined, error: string): void {
    if (metric === undefined || metric.failureReason === '') {
      this.journal.setCondition('', '', '', '');
      return;
    }
    const message = `the HPA was unable to compute the replica count: ${error}`;
    this.journal.setCondition('ScalingActive', 'False', metric.failureReason, this.asErrorText(message));
  }

  private summarize(index: number, metric: MetricPlan, error: string | undefined): void {
    const { stages } = this.replicaCalc;
    const slot = this.spareSummaries[index] ?? { current: Number.NaN, usageRatio: Number.NaN, failed: false };
    this.spareSummaries[index] = slot;
    this.summaries[index] = slot;
    this.asked = index + 1;
    slot.failed = error !== undefined;
    slot.usageRatio = slot.failed ? Number.NaN : stages.usageRatio;
    if (slot.failed) slot.current = Number.NaN;
    else slot.current = metric.targetKind === 'Utilization' ? stages.utilization : Number(stages.usage);
  }

  /**
   * Finds the pods of the target; returns an error text if the selector is no good or not the HPA's alone.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.validateAndParseSelector
   */
  private validateAndParseSelector(
    { metadata }: HorizontalPodAutoscaler,
    memory: EvaluationMemory,
    selector: string,
  ): string | undefined {
    if (selector === '') {
      const message = "the HPA target's scale is missing a selector";
      this.journal.event('Warning', 'SelectorRequired', 'selector is required');
      this.journal.setCondition('ScalingActive', 'False', 'InvalidSelector', message);
      return 'selector is required';
    }
    const { namespace, name } = metadata;
    if (memory.selectorText !== selector) {
      const parsed = parseSelector(selector, this.release);
      if (!parsed.ok) {
        const reason = `couldn't convert selector into a corresponding internal selector object: ${parsed.error.error}`;
        return this.refuseSelector('InvalidSelector', reason);
      }
      memory.selectorText = selector;
      memory.selector = parsed.value;
    }
    this.selectors.put(namespace, name, memory.selector);
    this.pods = this.env.podLister.list(namespace, memory.selector);
    return this.ambiguity(namespace, selector);
  }

  private ambiguity(namespace: string, selector: string): string | undefined {
    const limit = this.release.optimizedSelectorStore ? NAMED_HPAS : Number.POSITIVE_INFINITY;
    const hpas = this.selectors.hpasMatchingPods(namespace, this.pods, limit);
    if (hpas.length < 2) return undefined;
    const list = `[${hpas.join(' ')}]`;
    const text = this.release.shortAmbiguousSelectorText
      ? `controlled by more than one HPA (e.g. ${list})`
      : `controlled by multiple HPAs: ${list}`;
    return this.refuseSelector('AmbiguousSelector', `pods by selector ${selector} are ${text}`);
  }

  private refuseSelector(reason: string, message: string): string {
    this.journal.event('Warning', reason, message);
    this.journal.setCondition('ScalingActive', 'False', reason, this.asErrorText(message));
    return this.asErrorText(message);
  }

  /** The oldest minor uses error texts as format strings. */
  private asErrorText(text: string): string {
    return this.release.literalErrorTexts ? text : sprintf(text);
  }
}

/** The list of the last sync if nothing in it changed. @param count how many of `statuses` there are */
function sameStatuses(
  statuses: readonly MetricStatus[],
  count: number,
  memory: EvaluationMemory,
): readonly MetricStatus[] {
  const last = memory.statuses;
  let same = last.length === count;
  for (let i = 0; same && i < count; i += 1) same = statuses[i] === last[i];
  if (!same) {
    memory.previousStatuses = last;
    memory.statuses = statuses.slice(0, count);
  }
  return memory.statuses;
}
