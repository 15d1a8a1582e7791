/**
 * The HorizontalPodAutoscaler controller.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go
 */
import { nothing, parseSelector, type Selector } from '../apimachinery/labels.ts';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
  MetricStatus,
} from '../autoscaling/types.ts';
import { sprintf } from '../go/format.ts';
import { formatTime, parseTime } from '../go/time.ts';
import type { Release } from '../releases/index.ts';
import { Conditions, type SettableCondition, type SettableStatus } from './conditions.ts';
import { DecisionRecorder } from './decisionRecorder.ts';
import { type HpaPlan, planHpa } from './hpaPlan.ts';
import type {
  ControllerFlags,
  GoError,
  HpaEvent,
  MetricsClient,
  Ms,
  Pod,
  PodLister,
  Scale,
  ScaleClient,
} from './interfaces.ts';
import { effectOf, limiterOf, type ProposalEffect } from './limiter.ts';
import { failedMetricStatus, type MetricPlan } from './metricPlan.ts';
import {
  type HpaMemory,
  type Normalized,
  normalizeDesiredReplicas,
  normalizeDesiredReplicasWithBehaviors,
} from './normalization.ts';
import type { DecisionRecord, LimiterKind } from './record.ts';
import { ReplicaCalculator } from './replicaCalculator.ts';
import { builtInRestMapper, type RestMapper } from './restMapping.ts';
import { storeScaleEvent } from './scaleEvents.ts';
import { SelectorStore } from './selectorStore.ts';
import { equalMetricStatuses } from './status.ts';

/** Everything around the controller: the clock, the cluster's answers, what an administrator set. */
export interface ControllerEnvironment {
  readonly release: Release;
  readonly flags: ControllerFlags;
  readonly podLister: PodLister;
  readonly metricsClient: MetricsClient;
  readonly scaleClient: ScaleClient;
  /** The instant it is. Read again after every retry, which is the only thing that takes time. */
  now(): Ms;
  /** Called before the scale is written again after a conflict; the clock may move on. */
  sleepBeforeRetry?(): void;
  /** Writes the status; the error if the API server refuses. Absent: always succeeds. */
  updateStatus?(hpa: HorizontalPodAutoscaler): GoError | undefined;
  /** Which kinds the cluster knows. Absent: the built-in ones. */
  readonly restMapper?: RestMapper;
}

/** Of one metric, what charts draw. Percent for Utilization, milli-units otherwise; NaN when it failed. */
export interface MetricSummary {
  current: number;
  usageRatio: number;
  failed: boolean;
}

/** Always filled, whether stages are recorded or not. The object is used again: copy what is to be kept. */
export interface SyncSummary {
  currentReplicas: number;
  /** the metrics' largest proposal, before stabilization; -1 when there is none */
  proposal: number;
  /** after stabilization, before limits; -1 when the metrics were not asked */
  stabilized: number;
  desiredReplicas: number;
  rescaled: boolean;
  limiter: LimiterKind;
  /** one entry for each of `spec.metrics` that this reconcile looked at */
  readonly metrics: MetricSummary[];
}

export interface ReconcileOutcome {
  /** as stored after this reconcile: to be handed in with the HPA at the next one */
  readonly status: HorizontalPodAutoscalerStatus;
  /** status updates that were sent; a failed one counts */
  readonly statusWrites: number;
  /** replicas that were successfully written to the scale */
  readonly scaleUpdate: number | null;
  /** scale updates that were sent, failed ones included */
  readonly scaleUpdateCalls: number;
  readonly events: readonly HpaEvent[];
  /** texts handed to the error log, the one that the reconcile returned last */
  readonly errors: readonly string[];
  readonly summary: SyncSummary;
  /** only when it was asked for */
  readonly record?: DecisionRecord;
}

export interface ReconcileOptions {
  /** Record every stage of the decision. */
  readonly record?: boolean;
}

/** Attempts to write the scale while it conflicts. @upstream staging/src/k8s.io/client-go/util/retry/util.go DefaultRetry */
const SCALE_UPDATE_ATTEMPTS = 5;
/** HPAs that the newest text for an ambiguous selector names. */
const NAMED_HPAS = 2;

const NO_EVENTS: readonly HpaEvent[] = [];
const NO_ERRORS: readonly string[] = [];
const NO_METRIC_STATUSES: readonly MetricStatus[] = [];

/** What stays of one HPA from sync to sync. */
interface HpaState extends HpaMemory {
  plan: HpaPlan | undefined;
  /** the scale's selector as last read, and what it was parsed into */
  selectorText: string;
  selector: Selector;
  metricStatuses: readonly MetricStatus[];
}

/** Result of the metrics; `replicas` is -1 when there is none to go by. */
interface MetricsResult {
  replicas: number;
  metric: string;
  statuses: readonly MetricStatus[];
  error: string | undefined;
  effect: ProposalEffect;
  /** some metrics failed, others did not */
  partial: boolean;
}

/**
 * One controller with its memory. Reconciles one HPA at a time; working state lies in fields that are used again.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController
 */
export class HorizontalController {
  /** Selectors of all HPAs; those of HPAs that are not reconciled here are put in by hand. */
  readonly selectors = new SelectorStore();
  private readonly env: ControllerEnvironment;
  private readonly release: Release;
  private readonly restMapper: RestMapper;
  private readonly replicaCalc: ReplicaCalculator;
  private readonly states = new Map<string, HpaState>();

  // of the reconcile that is running
  private hpa!: HorizontalPodAutoscaler;
  private state!: HpaState;
  private plan!: HpaPlan;
  private nowMs: Ms = 0;
  private readonly conditions = new Conditions();
  private recorder: DecisionRecorder | undefined;
  private events: HpaEvent[] | undefined;
  private errors: string[] | undefined;
  private pods: readonly Pod[] = [];
  private currentReplicas: number | undefined;
  private statusCurrentReplicas = 0;
  private statusDesiredReplicas = 0;
  private currentMetrics: readonly MetricStatus[] | undefined;
  private statusIsSet = false;
  private rescaledAtMs: Ms = Number.NaN;
  private rescaleReason = '';
  private scaleUpdate: number | null = null;
  private scaleUpdateCalls = 0;
  private statusWrites = 0;
  private status!: HorizontalPodAutoscalerStatus;
  private limiter: LimiterKind = 'none';
  private readonly normalized: Normalized = { stabilized: 0, desired: 0, reason: 'DesiredWithinRange' };
  private readonly metricsResult: MetricsResult = {
    replicas: 0,
    metric: '',
    statuses: NO_METRIC_STATUSES,
    error: undefined,
    effect: 'none',
    partial: false,
  };
  private readonly summary: SyncSummary = {
    currentReplicas: -1,
    proposal: -1,
    stabilized: -1,
    desiredReplicas: -1,
    rescaled: false,
    limiter: 'none',
    metrics: [],
  };

  private readonly metricSummaries: MetricSummary[] = [];

  constructor(env: ControllerEnvironment) {
    this.env = env;
    this.release = env.release;
    this.restMapper = env.restMapper ?? builtInRestMapper;
    this.replicaCalc = new ReplicaCalculator(env.metricsClient, env.release, env.flags);
  }

  /** The HPA was deleted: its selector goes at once, what else is remembered when a reconcile finds it gone. */
  deleteHPA(namespace: string, name: string): void {
    this.selectors.delete(namespace, name);
  }

  /**
   * A reconcile found that the HPA is gone.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.reconcileKey
   */
  forget(namespace: string, name: string): void {
    this.states.delete(`${namespace}/${name}`);
  }

  /** The controller process started anew: all memory is gone. */
  restart(): void {
    this.states.clear();
    this.selectors.clear();
  }

  /**
   * Looks at one HPA and does what it asks for.
   *
   * @param hpa defaulted and admitted, with the status that the last reconcile stored
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.reconcileKey
   */
  reconcile(hpa: HorizontalPodAutoscaler, options?: ReconcileOptions): ReconcileOutcome {
    this.begin(hpa, options?.record === true);
    const error = this.reconcileAutoscaler();
    if (error !== undefined) this.handleError(error);
    return this.outcome(error);
  }

  private begin(hpa: HorizontalPodAutoscaler, record: boolean): void {
    this.hpa = hpa;
    this.nowMs = this.env.now();
    this.state = this.stateOf(hpa);
    if (this.state.plan?.spec !== hpa.spec) {
      this.state.plan = planHpa(hpa, this.release, this.env.flags.tolerance, this.restMapper);
    }
    this.plan = this.state.plan as HpaPlan;
    this.conditions.load(hpa.status.conditions);
    this.recorder = record ? new DecisionRecorder(this.nowMs) : undefined;
    this.events = undefined;
    this.errors = undefined;
    this.currentReplicas = undefined;
    this.statusIsSet = false;
    this.rescaledAtMs = Number.NaN;
    this.rescaleReason = '';
    this.scaleUpdate = null;
    this.scaleUpdateCalls = 0;
    this.statusWrites = 0;
    this.status = hpa.status;
    this.limiter = 'error';
    this.summary.proposal = -1;
    this.summary.stabilized = -1;
    this.summary.metrics.length = 0;
  }

  /** An HPA that is reconciled was enqueued before, and so its selector is known. */
  private stateOf({ metadata }: HorizontalPodAutoscaler): HpaState {
    const key = `${metadata.namespace}/${metadata.name}`;
    let state = this.states.get(key);
    if (state === undefined) {
      state = {
        plan: undefined,
        recommendations: [],
        scaleUpEvents: [],
        scaleDownEvents: [],
        selectorText: '',
        selector: nothing(),
        metricStatuses: NO_METRIC_STATUSES,
      };
      this.states.set(key, state);
    }
    this.selectors.putIfAbsent(metadata.namespace, metadata.name, nothing());
    return state;
  }

  /**
   * Returns the text of the error, if there is one.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.reconcileAutoscaler
   */
  private reconcileAutoscaler(): string | undefined {
    const { plan, conditions } = this;
    if (plan.targetError !== undefined) {
      return this.failedGetScale(plan.targetError.event, plan.targetError.returned);
    }
    const { namespace } = this.hpa.metadata;
    const read = this.env.scaleClient.get(namespace, this.hpa.spec.scaleTargetRef.name, plan.groupKind);
    if (!read.ok) {
      const { error } = read.error;
      return this.failedGetScale(error, `failed to query scale subresource for ${plan.reference}: ${error}`);
    }
    this.setCondition(
      'AbleToScale',
      'True',
      'SucceededGetScale',
      "the HPA controller was able to get the target's current scale",
    );
    const currentReplicas = read.value.specReplicas;
    this.currentReplicas = currentReplicas;
    this.recordInitialRecommendation(currentReplicas);
    const { minReplicas } = plan;
    const { maxReplicas } = this.hpa.spec;
    this.recorder?.replicas(currentReplicas, minReplicas, maxReplicas);

    const scaledToZero = this.release.scaleToZero && conditions.isTrue('ScaledToZero');
    // the newer minors look at the bounds only while something runs
    const bounded = currentReplicas !== 0 || !this.release.scaledToZeroCondition;
    if (this.isScalingDisabled(currentReplicas, scaledToZero)) return this.disableScaling(currentReplicas);
    if (bounded && currentReplicas > maxReplicas) {
      return this.clamp(maxReplicas, 'max', 'Current number of replicas above Spec.MaxReplicas');
    }
    if (bounded && currentReplicas < minReplicas) {
      return this.clamp(minReplicas, 'min', 'Current number of replicas below Spec.MinReplicas');
    }
    return this.scaleByMetrics(read.value, scaledToZero);
  }

  private failedGetScale(event: string, returned: string): string {
    this.event('Warning', 'FailedGetScale', event);
    const message = `the HPA controller was unable to get the target's current scale: ${event}`;
    this.setCondition('AbleToScale', 'False', 'FailedGetScale', message);
    this.recorder?.skipped('scaleError');
    this.updateStatusAfterFailure();
    return returned;
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.recordInitialRecommendation */
  private recordInitialRecommendation(currentReplicas: number): void {
    const { recommendations } = this.state;
    if (recommendations.length === 0) {
      recommendations.push({ replicas: currentReplicas, timestampMs: this.nowMs, initial: true });
    }
  }

  /**
   * A target at zero is left alone, unless the HPA itself put it there (before 1.36: unless minReplicas is 0).
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.shouldComputeMetricsForZeroReplicas
   */
  private isScalingDisabled(currentReplicas: number, scaledToZero: boolean): boolean {
    if (currentReplicas !== 0) return false;
    const { minReplicas, hasObjectOrExternalMetrics } = this.plan;
    if (!this.release.scaledToZeroCondition) return minReplicas !== 0;
    return !(scaledToZero && (minReplicas !== 0 || hasObjectOrExternalMetrics));
  }

  private disableScaling(currentReplicas: number): string | undefined {
    const message = 'scaling is disabled since the replica count of the target is zero';
    this.setCondition('ScalingActive', 'False', 'ScalingDisabled', message);
    if (this.release.scaledToZeroCondition && !this.release.scaleToZero)
      this.conditions.remove('ScaledToZero');
    this.limiter = 'scalingDisabled';
    this.recorder?.skipped('scalingDisabled');
    this.setStatus(currentReplicas, currentReplicas, undefined);
    return this.updateStatusIfNeeded();
  }

  /** Brings a count back between the bounds; metrics, policies and windows are not asked. */
  private clamp(bound: number, limiter: 'min' | 'max', reason: string): string | undefined {
    this.rescaleReason = reason;
    this.recorder?.skipped(limiter === 'max' ? 'aboveMax' : 'belowMin');
    return this.rescale(bound, limiter, undefined, undefined);
  }

  /** The usual way: ask the metrics, normalize, write. */
  private scaleByMetrics(scale: Scale, scaledToZero: boolean): string | undefined {
    const currentReplicas = scale.specReplicas;
    const result = this.computeReplicasForMetrics(scale);
    if (result.error !== undefined && result.replicas === -1)
      return this.failedMetrics(currentReplicas, result);
    // upstream starts from 0, so a negative proposal is none
    const proposal = Math.max(result.replicas, 0);
    this.summary.proposal = proposal;
    if (proposal > currentReplicas) {
      this.rescaleReason = `${result.replicas > 0 ? result.metric : ''} above target`;
    } else if (proposal < currentReplicas) this.rescaleReason = 'All metrics below target';
    const { behavior } = this.hpa.spec;
    this.normalize(currentReplicas, proposal);
    const { normalized } = this;
    this.summary.stabilized = normalized.stabilized;
    const desiredReplicas = this.raiseToMinimum(normalized.desired, currentReplicas, scaledToZero);
    const limiter = limiterOf({
      currentReplicas,
      proposal,
      stabilized: normalized.stabilized,
      desired: desiredReplicas,
      reason: normalized.reason,
      effect: result.effect,
      behavior,
    });
    if (desiredReplicas !== currentReplicas) {
      return this.rescale(desiredReplicas, limiter, result.statuses, result.error);
    }
    this.limiter = limiter;
    this.setStatus(currentReplicas, currentReplicas, result.statuses);
    return this.updateStatusIfNeeded() ?? result.error;
  }

  private failedMetrics(currentReplicas: number, { statuses, error, partial }: MetricsResult): string {
    this.limiter = partial ? 'partialMetrics' : 'error';
    if (partial) this.recorder?.scaleDownBlockedByError();
    this.setCurrentReplicasAndMetricsInStatus(currentReplicas, statuses);
    this.updateStatusAfterFailure();
    this.event('Warning', 'FailedComputeMetricsReplicas', error ?? '');
    return `failed to compute desired number of replicas based on listed metrics for ${this.plan.reference}: ${error}`;
  }

  private normalize(currentReplicas: number, desiredReplicas: number): void {
    const { behavior, maxReplicas } = this.hpa.spec;
    const arg = {
      memory: this.state,
      behavior,
      downscaleStabilizationSeconds: this.env.flags.downscaleStabilizationSeconds,
      minReplicas: this.plan.minReplicas,
      maxReplicas,
      currentReplicas,
      desiredReplicas,
      nowMs: this.nowMs,
      conditions: this.conditions,
      recorder: this.recorder,
    };
    if (behavior === undefined) normalizeDesiredReplicas(arg, this.normalized);
    else normalizeDesiredReplicasWithBehaviors(arg, this.normalized);
  }

  /** A workload that the HPA scaled to zero comes back to at least a minReplicas that was raised since. */
  private raiseToMinimum(desiredReplicas: number, currentReplicas: number, scaledToZero: boolean): number {
    const { minReplicas } = this.plan;
    const wakes = this.release.scaledToZeroCondition && scaledToZero && currentReplicas === 0;
    if (!wakes || minReplicas === 0 || desiredReplicas >= minReplicas) return desiredReplicas;
    if (this.rescaleReason === '') this.rescaleReason = 'Current number of replicas below Spec.MinReplicas';
    this.recorder?.raised(minReplicas);
    return minReplicas;
  }

  /**
   * Asks every metric; the largest proposal wins.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeReplicasForMetrics
   */
  private computeReplicasForMetrics(scale: Scale): MetricsResult {
    const result = this.metricsResult;
    result.replicas = -1;
    result.metric = '';
    result.statuses = NO_METRIC_STATUSES;
    result.effect = 'none';
    result.partial = false;
    result.error = this.validateAndParseSelector(scale.selector);
    if (result.error !== undefined) {
      this.recorder?.skipped('selectorError');
      return result;
    }
    this.askMetrics(scale, result);
    return result;
  }

  private askMetrics(scale: Scale, result: MetricsResult): void {
    const { plan, recorder, replicaCalc } = this;
    const query = {
      currentReplicas: scale.specReplicas,
      statusReplicas: scale.statusReplicas,
      namespace: this.hpa.metadata.namespace,
      selector: this.state.selector,
      pods: this.pods,
      nowMs: this.nowMs,
      tolerances: plan.tolerances,
    };
    const { stages, groups } = replicaCalc;
    const statuses: MetricStatus[] = [];
    let replicas = 0;
    let winner = -1;
    let invalid = 0;
    let firstInvalid: MetricPlan | undefined;
    let firstError = '';
    for (let index = 0; index < plan.metrics.length; index += 1) {
      const metric = plan.metrics[index] as MetricPlan;
      stages.reset();
      const error = metric.ask(replicaCalc, query);
      recorder?.metric(index, metric, stages, groups, plan.tolerances, error);
      this.summarize(index, metric, error);
      statuses.push(error === undefined ? metric.status(stages) : failedMetricStatus());
      if (error !== undefined) {
        if (metric.failureReason !== '') this.event('Warning', metric.failureReason, error);
        if (invalid === 0) {
          firstInvalid = metric;
          firstError = error;
        }
        invalid += 1;
      } else if (replicas === 0 || stages.replicas > replicas) {
        replicas = stages.replicas;
        winner = index;
        result.effect = effectOf(stages, query.currentReplicas);
      }
    }
    result.statuses = this.sameStatuses(statuses);
    const total = plan.metrics.length;
    if (firstInvalid !== undefined) {
      result.error = `invalid metrics (${invalid} invalid out of ${total}), first error is: ${firstInvalid.failurePrefix}${firstError}`;
    }
    if (invalid >= total || (invalid > 0 && replicas < scale.specReplicas)) {
      result.partial = invalid < total;
      this.setInvalidMetricCondition(firstInvalid, firstError);
      if (result.partial) recorder?.proposed(winner === -1 ? undefined : winner, replicas);
      return;
    }
    const best = plan.metrics[winner] as MetricPlan;
    this.setCondition('ScalingActive', 'True', 'ValidMetricFound', best.validMessage);
    recorder?.proposed(winner, Math.max(replicas, 0));
    result.replicas = replicas;
    result.metric = best.label;
  }

  /** Without any metric, or with one that fails without a reason, upstream sets a condition that has no name. */
  private setInvalidMetricCondition(metric: MetricPlan | undefined, error: string): void {
    if (metric === undefined || metric.failureReason === '') {
      this.setCondition('', '', '', '');
      return;
    }
    const message = `the HPA was unable to compute the replica count: ${error}`;
    this.setCondition('ScalingActive', 'False', metric.failureReason, this.asErrorText(message));
  }

  private summarize(index: number, metric: MetricPlan, error: string | undefined): void {
    const { stages } = this.replicaCalc;
    const slot = this.metricSummaries[index] ?? {
      current: Number.NaN,
      usageRatio: Number.NaN,
      failed: false,
    };
    this.metricSummaries[index] = slot;
    this.summary.metrics.push(slot);
    slot.failed = error !== undefined;
    slot.usageRatio = slot.failed ? Number.NaN : stages.usageRatio;
    if (slot.failed) slot.current = Number.NaN;
    else slot.current = metric.targetKind === 'Utilization' ? stages.utilization : Number(stages.usage);
  }

  /** The list of the last sync if nothing in it changed. */
  private sameStatuses(statuses: readonly MetricStatus[]): readonly MetricStatus[] {
    const last = this.state.metricStatuses;
    if (last.length === statuses.length && statuses.every((status, index) => status === last[index]))
      return last;
    this.state.metricStatuses = statuses;
    return statuses;
  }

  /**
   * Finds the pods of the target; returns an error text if the selector is no good or not the HPA's alone.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.validateAndParseSelector
   */
  private validateAndParseSelector(selector: string): string | undefined {
    if (selector === '') {
      const message = "the HPA target's scale is missing a selector";
      this.event('Warning', 'SelectorRequired', 'selector is required');
      this.setCondition('ScalingActive', 'False', 'InvalidSelector', message);
      return 'selector is required';
    }
    const { state } = this;
    const { namespace, name } = this.hpa.metadata;
    if (state.selectorText !== selector) {
      const parsed = parseSelector(selector, this.release);
      if (!parsed.ok) {
        const reason = `couldn't convert selector into a corresponding internal selector object: ${parsed.error.error}`;
        return this.refuseSelector('InvalidSelector', reason);
      }
      state.selectorText = selector;
      state.selector = parsed.value;
    }
    this.selectors.put(namespace, name, state.selector);
    this.pods = this.env.podLister.list(namespace, state.selector);
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
    this.event('Warning', reason, message);
    this.setCondition('ScalingActive', 'False', reason, this.asErrorText(message));
    return this.asErrorText(message);
  }

  /** The oldest minor uses error texts as format strings. */
  private asErrorText(text: string): string {
    return this.release.literalErrorTexts ? text : sprintf(text);
  }

  /** Writes the scale, and what follows from having written it. */
  private rescale(
    desiredReplicas: number,
    limiter: LimiterKind,
    metricStatuses: readonly MetricStatus[] | undefined,
    metricsError: string | undefined,
  ): string | undefined {
    const currentReplicas = this.currentReplicas ?? 0;
    const { reference } = this.plan;
    const error = this.updateScale(desiredReplicas);
    if (error !== undefined) {
      const reason = this.rescaleReason;
      this.event(
        'Warning',
        'FailedRescale',
        `New size: ${desiredReplicas}; reason: ${reason}; error: ${error}`,
      );
      const message = `the HPA controller was unable to update the target scale: ${error}`;
      this.setCondition('AbleToScale', 'False', 'FailedUpdateScale', message);
      this.setCurrentReplicasAndMetricsInStatus(currentReplicas, metricStatuses);
      this.updateStatusAfterFailure();
      return `failed to rescale ${reference}: ${error}`;
    }
    this.limiter = limiter;
    this.scaleUpdate = desiredReplicas;
    const message = `the HPA controller was able to update the target scale to ${desiredReplicas}`;
    this.setCondition('AbleToScale', 'True', 'SucceededRescale', message);
    this.event('Normal', 'SuccessfulRescale', `New size: ${desiredReplicas}; reason: ${this.rescaleReason}`);
    this.storeScaleEvent(currentReplicas, desiredReplicas);
    if (this.release.scaledToZeroCondition) this.setScaledToZero(currentReplicas, desiredReplicas);
    this.setStatus(currentReplicas, desiredReplicas, metricStatuses);
    this.rescaledAtMs = this.nowMs;
    return this.updateStatusIfNeeded() ?? metricsError;
  }

  /**
   * Writes the scale; newer minors try again while it conflicts, and read it again after every failure.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.reconcileAutoscaler
   */
  private updateScale(replicas: number): string | undefined {
    const { scaleClient } = this.env;
    const { namespace } = this.hpa.metadata;
    const { name } = this.hpa.spec.scaleTargetRef;
    const { groupKind, reference } = this.plan;
    for (let attempt = 1; ; attempt += 1) {
      this.scaleUpdateCalls += 1;
      const failed = scaleClient.update(namespace, name, groupKind, replicas);
      if (failed === undefined) return undefined;
      if (!this.release.retriesScaleConflicts) return failed.error;
      const latest = scaleClient.get(namespace, name, groupKind);
      if (!latest.ok) {
        const text = `error getting latest scale for ${reference} during conflict retry: ${latest.error.error}`;
        this.handleError(text);
      }
      if (failed.reason !== 'Conflict' || attempt === SCALE_UPDATE_ATTEMPTS) return failed.error;
      this.env.sleepBeforeRetry?.();
      this.nowMs = this.env.now();
    }
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.storeScaleEvent */
  private storeScaleEvent(previous: number, desired: number): void {
    const { behavior } = this.hpa.spec;
    if (behavior === undefined) return;
    const { scaleUpEvents, scaleDownEvents } = this.state;
    if (desired > previous)
      storeScaleEvent(scaleUpEvents, behavior.scaleUp, (desired - previous) | 0, this.nowMs);
    else storeScaleEvent(scaleDownEvents, behavior.scaleDown, (previous - desired) | 0, this.nowMs);
  }

  private setScaledToZero(currentReplicas: number, desiredReplicas: number): void {
    if (!this.release.scaleToZero) {
      this.conditions.remove('ScaledToZero');
      return;
    }
    const { minReplicas, hasObjectOrExternalMetrics } = this.plan;
    const toZero =
      currentReplicas > 0 && desiredReplicas === 0 && minReplicas === 0 && hasObjectOrExternalMetrics;
    if (toZero) {
      this.setCondition(
        'ScaledToZero',
        'True',
        'ScaledToZero',
        'the HPA controller scaled the workload to zero',
      );
    } else {
      const message = 'the HPA controller did not scale the workload to zero';
      this.setCondition('ScaledToZero', 'False', 'NotScaledToZero', message);
    }
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.setCurrentReplicasAndMetricsInStatus */
  private setCurrentReplicasAndMetricsInStatus(
    currentReplicas: number,
    metricStatuses: readonly MetricStatus[] | undefined,
  ): void {
    const { desiredReplicas, currentMetrics } = this.hpa.status;
    const shown = this.release.keepsMetricsOfFailure ? metricStatuses : currentMetrics;
    this.setStatus(currentReplicas, desiredReplicas, shown);
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.setStatus */
  private setStatus(
    currentReplicas: number,
    desiredReplicas: number,
    metricStatuses: readonly MetricStatus[] | undefined,
  ): void {
    this.statusIsSet = true;
    this.statusCurrentReplicas = currentReplicas;
    this.statusDesiredReplicas = desiredReplicas;
    this.currentMetrics = metricStatuses;
  }

  /** For failures that are reported themselves: an error of the status write is only logged. */
  private updateStatusAfterFailure(): void {
    const error = this.updateStatusIfNeeded();
    if (error !== undefined) this.handleError(error);
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.updateStatusIfNeeded */
  private updateStatusIfNeeded(): string | undefined {
    if (this.statusIsUnchanged()) return undefined;
    const status = this.buildStatus();
    this.statusWrites += 1;
    const failed = this.env.updateStatus?.({ ...this.hpa, status });
    if (failed === undefined) {
      this.status = status;
      return undefined;
    }
    this.event('Warning', 'FailedUpdateStatus', failed.error);
    return `failed to update status for ${this.hpa.metadata.name}: ${failed.error}`;
  }

  private statusIsUnchanged(): boolean {
    if (!this.conditions.unchanged()) return false;
    if (!this.statusIsSet) return true;
    const { status } = this.hpa;
    return (
      status.currentReplicas === this.statusCurrentReplicas &&
      status.desiredReplicas === this.statusDesiredReplicas &&
      status.observedGeneration === this.observedGeneration() &&
      this.lastScaleTimeIsUnchanged() &&
      equalMetricStatuses(status.currentMetrics, this.currentMetrics)
    );
  }

  private observedGeneration(): number | undefined {
    return this.release.tracksGeneration ? (this.hpa.metadata.generation ?? 0) : undefined;
  }

  private lastScaleTimeIsUnchanged(): boolean {
    if (Number.isNaN(this.rescaledAtMs)) return true;
    const { lastScaleTime } = this.hpa.status;
    return lastScaleTime !== undefined && parseTime(lastScaleTime) === this.rescaledAtMs;
  }

  /** As the API server stores it: times in whole seconds. */
  private buildStatus(): HorizontalPodAutoscalerStatus {
    const conditions = this.conditions.build();
    if (!this.statusIsSet) return { ...this.hpa.status, conditions };
    const observedGeneration = this.observedGeneration();
    const lastScaleTime = Number.isNaN(this.rescaledAtMs)
      ? this.hpa.status.lastScaleTime
      : formatTime(this.rescaledAtMs);
    return {
      ...(observedGeneration === undefined ? {} : { observedGeneration }),
      ...(lastScaleTime === undefined ? {} : { lastScaleTime }),
      currentReplicas: this.statusCurrentReplicas,
      desiredReplicas: this.statusDesiredReplicas,
      ...(this.currentMetrics === undefined ? {} : { currentMetrics: this.currentMetrics }),
      conditions,
    };
  }

  private setCondition(
    type: SettableCondition,
    status: SettableStatus,
    reason: string,
    message: string,
  ): void {
    this.conditions.set(type, status, reason, message, this.nowMs);
  }

  private event(type: HpaEvent['type'], reason: string, message: string): void {
    this.events ??= [];
    this.events.push({ type, reason, message });
  }

  /** @upstream staging/src/k8s.io/apimachinery/pkg/util/runtime/runtime.go HandleError */
  private handleError(error: string): void {
    this.errors ??= [];
    this.errors.push(error);
  }

  private outcome(error: string | undefined): ReconcileOutcome {
    const { summary, scaleUpdate } = this;
    const currentReplicas = this.currentReplicas ?? -1;
    summary.currentReplicas = currentReplicas;
    summary.desiredReplicas = scaleUpdate ?? currentReplicas;
    summary.rescaled = scaleUpdate !== null;
    summary.limiter = this.limiter;
    const events = this.events ?? NO_EVENTS;
    const outcome = {
      status: this.status,
      statusWrites: this.statusWrites,
      scaleUpdate,
      scaleUpdateCalls: this.scaleUpdateCalls,
      events,
      errors: this.errors ?? NO_ERRORS,
      summary,
    };
    if (this.recorder === undefined) return outcome;
    const record = this.recorder.conclude({
      desiredReplicas: summary.desiredReplicas,
      rescaled: summary.rescaled,
      rescaleReason: this.rescaleReason,
      limiter: this.limiter,
      events,
      error,
    });
    return { ...outcome, record };
  }
}
