/**
 * The HorizontalPodAutoscaler controller.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go
 */
import { nothing } from '../apimachinery/labels.ts';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
  MetricStatus,
  ObjectMeta,
} from '../autoscaling/types.ts';
import type { Release } from '../releases/index.ts';
import { DecisionRecorder } from './decisionRecorder.ts';
import type {
  ControllerEnvironment,
  ReconcileOptions,
  ReconcileOutcome,
  SyncSummary,
} from './environment.ts';
import { type HpaPlan, planHpa } from './hpaPlan.ts';
import type { Ms, Scale } from './interfaces.ts';
import { limiterOf } from './limiter.ts';
import { EvaluationMemory, MetricsEvaluator, type MetricsResult } from './metricsEvaluator.ts';
import {
  type HpaMemory,
  type Normalized,
  normalizeDesiredReplicas,
  normalizeDesiredReplicasWithBehaviors,
} from './normalization.ts';
import type { LimiterKind } from './record.ts';
import { builtInRestMapper, type RestMapper } from './restMapping.ts';
import { storeScaleEvent } from './scaleEvents.ts';
import { SelectorStore } from './selectorStore.ts';
import { SyncJournal } from './syncJournal.ts';
import { WorkingStatus } from './workingStatus.ts';

export type {
  ControllerEnvironment,
  MetricSummary,
  ReconcileOptions,
  ReconcileOutcome,
  SyncSummary,
} from './environment.ts';

/** Attempts to write the scale while it conflicts. @upstream staging/src/k8s.io/client-go/util/retry/util.go DefaultRetry */
const SCALE_UPDATE_ATTEMPTS = 5;
/** What stays of one HPA from sync to sync. */
interface HpaState extends HpaMemory {
  plan: HpaPlan | undefined;
  readonly evaluation: EvaluationMemory;
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
  private readonly states = new Map<string, HpaState>();

  // of the reconcile that is running
  private readonly journal = new SyncJournal();
  private readonly evaluator: MetricsEvaluator;
  private readonly working: WorkingStatus;
  private hpa!: HorizontalPodAutoscaler;
  private lastMetadata: ObjectMeta | undefined;
  /** `namespace/name` of the last metadata */
  private key = '';
  private state!: HpaState;
  private plan!: HpaPlan;
  private recorder: DecisionRecorder | undefined;
  private currentReplicas: number | undefined;
  private rescaleReason = '';
  private scaleUpdate: number | null = null;
  private scaleUpdateCalls = 0;
  private statusWrites = 0;
  private status!: HorizontalPodAutoscalerStatus;
  private limiter: LimiterKind = 'none';
  private readonly normalized: Normalized = { stabilized: 0, desired: 0, reason: 'DesiredWithinRange' };
  private readonly summary: SyncSummary;

  constructor(env: ControllerEnvironment) {
    this.env = env;
    this.release = env.release;
    this.restMapper = env.restMapper ?? builtInRestMapper;
    this.evaluator = new MetricsEvaluator(env, this.selectors, this.journal);
    this.working = new WorkingStatus(env.release);
    this.summary = {
      currentReplicas: -1,
      proposal: -1,
      stabilized: -1,
      desiredReplicas: -1,
      rescaled: false,
      limiter: 'none',
      metrics: this.evaluator.summaries,
    };
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
    if (error !== undefined) this.journal.handleError(error);
    return this.outcome(error);
  }

  private begin(hpa: HorizontalPodAutoscaler, record: boolean): void {
    const nowMs: Ms = this.env.now();
    this.hpa = hpa;
    this.state = this.stateOf(hpa);
    if (this.state.plan?.spec !== hpa.spec) {
      this.state.plan = planHpa(hpa, this.release, this.env.flags.tolerance, this.restMapper);
      this.state.evaluation.forgetStatuses();
    }
    this.plan = this.state.plan as HpaPlan;
    this.journal.begin(nowMs);
    this.journal.conditions.load(hpa.status.conditions);
    this.working.begin(hpa);
    this.recorder = record ? new DecisionRecorder(nowMs) : undefined;
    this.currentReplicas = undefined;
    this.rescaleReason = '';
    this.scaleUpdate = null;
    this.scaleUpdateCalls = 0;
    this.statusWrites = 0;
    this.status = hpa.status;
    this.limiter = 'error';
    this.summary.proposal = -1;
    this.summary.stabilized = -1;
    this.evaluator.begin();
  }

  /** An HPA that is reconciled was enqueued before, and so its selector is known. */
  private stateOf({ metadata }: HorizontalPodAutoscaler): HpaState {
    if (metadata !== this.lastMetadata) {
      this.lastMetadata = metadata;
      this.key = `${metadata.namespace}/${metadata.name}`;
    }
    const { key } = this;
    let state = this.states.get(key);
    if (state === undefined) {
      state = {
        plan: undefined,
        recommendations: [],
        scaleUpEvents: [],
        scaleDownEvents: [],
        evaluation: new EvaluationMemory(),
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
    const { plan } = this;
    if (plan.targetError !== undefined) {
      return this.failedGetScale(plan.targetError.event, plan.targetError.returned);
    }
    const { namespace } = this.hpa.metadata;
    const read = this.env.scaleClient.get(namespace, this.hpa.spec.scaleTargetRef.name, plan.groupKind);
    if (!read.ok) {
      const { error } = read.error;
      return this.failedGetScale(error, `failed to query scale subresource for ${plan.reference}: ${error}`);
    }
    this.journal.setCondition(
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

    const scaledToZero = this.release.scaleToZero && this.journal.conditions.isTrue('ScaledToZero');
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
    this.journal.event('Warning', 'FailedGetScale', event);
    const message = `the HPA controller was unable to get the target's current scale: ${event}`;
    this.journal.setCondition('AbleToScale', 'False', 'FailedGetScale', message);
    this.recorder?.skipped('scaleError');
    this.updateStatusAfterFailure();
    return returned;
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.recordInitialRecommendation */
  private recordInitialRecommendation(currentReplicas: number): void {
    const { recommendations } = this.state;
    if (recommendations.length === 0) {
      recommendations.push({ replicas: currentReplicas, timestampMs: this.journal.nowMs, initial: true });
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
    this.journal.setCondition('ScalingActive', 'False', 'ScalingDisabled', message);
    if (this.release.scaledToZeroCondition && !this.release.scaleToZero)
      this.journal.conditions.remove('ScaledToZero');
    this.limiter = 'scalingDisabled';
    this.recorder?.skipped('scalingDisabled');
    this.working.set(currentReplicas, currentReplicas, undefined);
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
    const result = this.evaluator.computeReplicasForMetrics(
      this.hpa,
      this.plan,
      this.state.evaluation,
      scale,
      this.recorder,
    );
    if (result.error !== undefined && result.replicas === -1)
      return this.failedMetrics(currentReplicas, result);
    // upstream starts from 0, so a negative proposal is none
    const proposal = Math.max(result.replicas, 0);
    this.summary.proposal = proposal;
    if (proposal > currentReplicas) {
      this.rescaleReason = `${result.metric} above target`;
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
    this.working.set(currentReplicas, currentReplicas, result.statuses);
    return this.updateStatusIfNeeded() ?? result.error;
  }

  private failedMetrics(currentReplicas: number, { statuses, error, partial }: MetricsResult): string {
    this.limiter = partial ? 'partialMetrics' : 'error';
    if (partial) this.recorder?.scaleDownBlockedByError();
    this.setCurrentReplicasAndMetricsInStatus(currentReplicas, statuses);
    this.updateStatusAfterFailure();
    this.journal.event('Warning', 'FailedComputeMetricsReplicas', error ?? '');
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
      nowMs: this.journal.nowMs,
      conditions: this.journal.conditions,
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
      this.journal.event(
        'Warning',
        'FailedRescale',
        `New size: ${desiredReplicas}; reason: ${reason}; error: ${error}`,
      );
      const message = `the HPA controller was unable to update the target scale: ${error}`;
      this.journal.setCondition('AbleToScale', 'False', 'FailedUpdateScale', message);
      this.setCurrentReplicasAndMetricsInStatus(currentReplicas, metricStatuses);
      this.updateStatusAfterFailure();
      return `failed to rescale ${reference}: ${error}`;
    }
    this.limiter = limiter;
    this.scaleUpdate = desiredReplicas;
    const message = `the HPA controller was able to update the target scale to ${desiredReplicas}`;
    this.journal.setCondition('AbleToScale', 'True', 'SucceededRescale', message);
    this.journal.event(
      'Normal',
      'SuccessfulRescale',
      `New size: ${desiredReplicas}; reason: ${this.rescaleReason}`,
    );
    this.storeScaleEvent(currentReplicas, desiredReplicas);
    if (this.release.scaledToZeroCondition) this.setScaledToZero(currentReplicas, desiredReplicas);
    this.working.set(currentReplicas, desiredReplicas, metricStatuses, this.journal.nowMs);
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
        this.journal.handleError(text);
      }
      if (failed.reason !== 'Conflict' || attempt === SCALE_UPDATE_ATTEMPTS) return failed.error;
      this.env.sleepBeforeRetry?.();
      this.journal.nowMs = this.env.now();
    }
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.storeScaleEvent */
  private storeScaleEvent(previous: number, desired: number): void {
    const { behavior } = this.hpa.spec;
    if (behavior === undefined) return;
    const { scaleUpEvents, scaleDownEvents } = this.state;
    if (desired > previous)
      storeScaleEvent(scaleUpEvents, behavior.scaleUp, (desired - previous) | 0, this.journal.nowMs);
    else storeScaleEvent(scaleDownEvents, behavior.scaleDown, (previous - desired) | 0, this.journal.nowMs);
  }

  private setScaledToZero(currentReplicas: number, desiredReplicas: number): void {
    if (!this.release.scaleToZero) {
      this.journal.conditions.remove('ScaledToZero');
      return;
    }
    const { minReplicas, hasObjectOrExternalMetrics } = this.plan;
    const toZero =
      currentReplicas > 0 && desiredReplicas === 0 && minReplicas === 0 && hasObjectOrExternalMetrics;
    if (toZero) {
      this.journal.setCondition(
        'ScaledToZero',
        'True',
        'ScaledToZero',
        'the HPA controller scaled the workload to zero',
      );
    } else {
      const message = 'the HPA controller did not scale the workload to zero';
      this.journal.setCondition('ScaledToZero', 'False', 'NotScaledToZero', message);
    }
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.setCurrentReplicasAndMetricsInStatus */
  private setCurrentReplicasAndMetricsInStatus(
    currentReplicas: number,
    metricStatuses: readonly MetricStatus[] | undefined,
  ): void {
    const { desiredReplicas, currentMetrics } = this.hpa.status;
    const shown = this.release.keepsMetricsOfFailure ? metricStatuses : currentMetrics;
    this.working.set(currentReplicas, desiredReplicas, shown);
  }

  /** For failures that are reported themselves: an error of the status write is only logged. */
  private updateStatusAfterFailure(): void {
    const error = this.updateStatusIfNeeded();
    if (error !== undefined) this.journal.handleError(error);
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.updateStatusIfNeeded */
  private updateStatusIfNeeded(): string | undefined {
    const { journal, working } = this;
    if (working.isUnchanged(journal.conditions, this.state.evaluation)) return undefined;
    const status = working.build(journal.conditions);
    this.statusWrites += 1;
    const { metadata, spec } = this.hpa;
    const failed = this.env.updateStatus?.({ metadata, spec, status });
    if (failed === undefined) {
      this.status = status;
      return undefined;
    }
    journal.event('Warning', 'FailedUpdateStatus', failed.error);
    return `failed to update status for ${this.hpa.metadata.name}: ${failed.error}`;
  }

  private outcome(error: string | undefined): ReconcileOutcome {
    const { summary, scaleUpdate } = this;
    this.evaluator.end();
    const currentReplicas = this.currentReplicas ?? -1;
    summary.currentReplicas = currentReplicas;
    summary.desiredReplicas = scaleUpdate ?? currentReplicas;
    summary.rescaled = scaleUpdate !== null;
    summary.limiter = this.limiter;
    const { events, errors } = this.journal;
    const record = this.recorder?.conclude({
      desiredReplicas: summary.desiredReplicas,
      rescaled: summary.rescaled,
      rescaleReason: this.rescaleReason,
      limiter: this.limiter,
      events,
      error,
    });
    return {
      status: this.status,
      statusWrites: this.statusWrites,
      scaleUpdate,
      scaleUpdateCalls: this.scaleUpdateCalls,
      events,
      errors,
      summary,
      record,
    };
  }
}
