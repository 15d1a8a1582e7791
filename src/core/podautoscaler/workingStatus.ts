/**
 * The status that a reconcile works on beside the conditions, and whether it differs from the stored one.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.setStatus
 */
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
  MetricStatus,
} from '../autoscaling/types.ts';
import { formatTime, parseTime } from '../go/time.ts';
import type { Release } from '../releases/index.ts';
import type { Conditions } from './conditions.ts';
import type { Ms } from './interfaces.ts';
import { equalMetricStatuses } from './status.ts';

/** @see EvaluationMemory */
export interface MadeStatuses {
  readonly statuses: readonly MetricStatus[];
  readonly previousStatuses: readonly MetricStatus[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class WorkingStatus {
  private readonly release: Release;
  private hpa!: HorizontalPodAutoscaler;
  /** false: only conditions change, as in the earliest failures */
  private isSet = false;
  private currentReplicas = 0;
  private desiredReplicas = 0;
  private metrics: readonly MetricStatus[] | undefined;
  private rescaledAtMs: Ms = Number.NaN;

  constructor(release: Release) {
    this.release = release;
  }

  begin(hpa: HorizontalPodAutoscaler): void {
    this.hpa = hpa;
    this.isSet = false;
    this.rescaledAtMs = Number.NaN;
  }

  /**
   * @param rescaledAtMs when the scale was written; NaN: it was not
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.setStatus
   */
  set(
    currentReplicas: number,
    desiredReplicas: number,
    metrics: readonly MetricStatus[] | undefined,
    rescaledAtMs: Ms = Number.NaN,
  ): void {
    this.isSet = true;
    this.currentReplicas = currentReplicas;
    this.desiredReplicas = desiredReplicas;
    this.metrics = metrics;
    this.rescaledAtMs = rescaledAtMs;
  }

  /**
   * Whether there is nothing to write.
   *
   * @param made the lists of metric statuses that the controller made last
   */
  isUnchanged(conditions: Conditions, made: MadeStatuses): boolean {
    if (!conditions.unchanged()) return false;
    if (!this.isSet) return true;
    const { status } = this.hpa;
    return (
      status.currentReplicas === this.currentReplicas &&
      status.desiredReplicas === this.desiredReplicas &&
      status.observedGeneration === this.observedGeneration() &&
      this.lastScaleTimeIsUnchanged() &&
      this.metricsAreUnchanged(made)
    );
  }

  /** Two lists in a row that the controller made differ in value; only others have to be looked into. */
  private metricsAreUnchanged({ statuses, previousStatuses }: MadeStatuses): boolean {
    const stored = this.hpa.status.currentMetrics;
    if (stored === this.metrics) return true;
    if (stored === previousStatuses && this.metrics === statuses) return false;
    return equalMetricStatuses(stored, this.metrics);
  }

  private observedGeneration(): number | undefined {
    return this.release.tracksGeneration ? (this.hpa.metadata.generation ?? 0) : undefined;
  }

  private lastScaleTimeIsUnchanged(): boolean {
    if (Number.isNaN(this.rescaledAtMs)) return true;
    const { lastScaleTime } = this.hpa.status;
    return lastScaleTime !== undefined && parseTime(lastScaleTime) === this.rescaledAtMs;
  }

  private lastScaleTime<T extends string | undefined>(stored: T): string | T {
    return Number.isNaN(this.rescaledAtMs) ? stored : formatTime(this.rescaledAtMs);
  }

  /** As the API server stores it: times in whole seconds. */
  build(conditions: Conditions): HorizontalPodAutoscalerStatus {
    const { status: stored } = this.hpa;
    if (!this.isSet) return { ...stored, conditions: conditions.build() };
    const observedGeneration = this.observedGeneration();
    const { currentReplicas, desiredReplicas, metrics: currentMetrics } = this;
    if (
      observedGeneration !== undefined &&
      stored.lastScaleTime !== undefined &&
      currentMetrics !== undefined
    ) {
      // what most syncs write, in one literal: compiled code knows its shape from run to run
      const lastScaleTime = this.lastScaleTime(stored.lastScaleTime);
      const built = conditions.build();
      return {
        observedGeneration,
        lastScaleTime,
        currentReplicas,
        desiredReplicas,
        currentMetrics,
        conditions: built,
      };
    }
    const status = {} as Mutable<HorizontalPodAutoscalerStatus>;
    if (observedGeneration !== undefined) status.observedGeneration = observedGeneration;
    const lastScaleTime = this.lastScaleTime(stored.lastScaleTime);
    if (lastScaleTime !== undefined) status.lastScaleTime = lastScaleTime;
    status.currentReplicas = this.currentReplicas;
    status.desiredReplicas = this.desiredReplicas;
    if (this.metrics !== undefined) status.currentMetrics = this.metrics;
    status.conditions = conditions.build();
    return status;
  }
}
