import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  MetricSpec,
} from '../autoscaling/types.ts';
import type { ReconcileOutcome } from '../podautoscaler/horizontal.ts';
import type { LimiterKind } from '../podautoscaler/record.ts';
import { GrowingColumn, int32Column, uint8Column } from './columns.ts';
import { ConditionsCollector } from './conditionColumns.ts';
import { MetricCollector } from './metricColumns.ts';
import {
  type ConditionColumns,
  LIMITER_KINDS,
  type MetricColumns,
  type SyncColumns,
  type TraceEvent,
} from './types.ts';

const LIMITER_CODE = Object.fromEntries(LIMITER_KINDS.map((kind, code) => [kind, code])) as Readonly<
  Record<LimiterKind, number>
>;

/** Collects what the controller did, one entry a sync. */
export class SyncCollector {
  readonly #syncPeriodSeconds: number;
  readonly #expected: number;
  /** of the present spec, in its order */
  #metrics: readonly MetricCollector[] = [];
  /** of all specs so far */
  readonly #everyMetric: MetricCollector[] = [];
  /** of those, the ones that the present spec does not have */
  #others: readonly MetricCollector[] = [];
  #spec: HorizontalPodAutoscalerSpec | undefined;
  readonly #minReplicas;
  readonly #maxReplicas;
  readonly #atSeconds;
  readonly #currentReplicas;
  readonly #desiredReplicas;
  readonly #proposal;
  readonly #stabilized;
  readonly #limiter;
  readonly #rescaled;
  readonly #conditions: ConditionsCollector;
  readonly events: TraceEvent[] = [];
  scaleUps = 0;
  scaleDowns = 0;
  reversals = 0;
  secondsAboveTarget = 0;
  /** 1 after a scale-up, -1 after a scale-down, 0 before any */
  #lastDirection = 0;

  /** @param syncs how many there will be */
  constructor(syncPeriodSeconds: number, syncs: number) {
    this.#syncPeriodSeconds = syncPeriodSeconds;
    this.#expected = syncs;
    this.#atSeconds = new GrowingColumn(syncs);
    this.#currentReplicas = int32Column(syncs);
    this.#desiredReplicas = int32Column(syncs);
    this.#proposal = int32Column(syncs);
    this.#stabilized = int32Column(syncs);
    this.#limiter = uint8Column(syncs);
    this.#rescaled = uint8Column(syncs);
    this.#conditions = new ConditionsCollector(syncs);
    this.#minReplicas = int32Column(syncs);
    this.#maxReplicas = int32Column(syncs);
  }

  get length(): number {
    return this.#atSeconds.length;
  }

  /** Whether the next sync should be recorded, because targets and tolerances are not known yet. */
  wantsRecord({ spec }: HorizontalPodAutoscaler): boolean {
    if (spec !== this.#spec) this.#follow(spec);
    return this.#metrics.some((metric) => !metric.isDescribed);
  }

  /** A metric that the spec had before goes on in its columns; one that is new begins with nothing. */
  #follow(spec: HorizontalPodAutoscalerSpec): void {
    this.#spec = spec;
    const before = [...this.#everyMetric];
    this.#metrics = (spec.metrics ?? []).map((metric) => {
      const known = before.findIndex((collector) => collector.isOf(metric));
      const collector = known < 0 ? this.#begin(metric) : (before.splice(known, 1)[0] as MetricCollector);
      collector.follow();
      return collector;
    });
    this.#others = before;
  }

  #begin(metric: MetricSpec): MetricCollector {
    const collector = new MetricCollector(this.#everyMetric.length, metric, this.#expected);
    collector.skip(this.length);
    this.#everyMetric.push(collector);
    return collector;
  }

  /** @param atSeconds since the start of the run */
  push(atSeconds: number, { summary, record, events, status, scaleUpdate }: ReconcileOutcome): void {
    for (const metric of record?.metrics ?? []) this.#metrics[metric.index]?.describe(metric);
    for (const { type, reason, message } of events) {
      this.events.push({ type, reason, message, sync: this.length, atSeconds });
    }
    let isAbove = false;
    for (let index = 0; index < this.#metrics.length; index++) {
      const metric = this.#metrics[index] as MetricCollector;
      const read = summary.metrics[index];
      isAbove ||= metric.isAboveTarget(read);
      metric.push(read);
    }
    for (const other of this.#others) other.skip(1);
    if (isAbove) this.secondsAboveTarget += this.#syncPeriodSeconds;
    if (scaleUpdate !== null) this.#countRescale(Math.sign(scaleUpdate - summary.currentReplicas));
    this.#conditions.push(status.conditions);
    this.#atSeconds.push(atSeconds);
    this.#currentReplicas.push(summary.currentReplicas);
    this.#desiredReplicas.push(summary.desiredReplicas);
    this.#proposal.push(summary.proposal);
    this.#stabilized.push(summary.stabilized);
    this.#limiter.push(LIMITER_CODE[summary.limiter]);
    this.#rescaled.push(scaleUpdate === null ? 0 : 1);
    this.#minReplicas.push(this.#spec?.minReplicas ?? 1);
    this.#maxReplicas.push(this.#spec?.maxReplicas ?? 1);
  }

  #countRescale(direction: number): void {
    if (direction > 0) this.scaleUps++;
    if (direction < 0) this.scaleDowns++;
    if (direction * this.#lastDirection < 0) this.reversals++;
    if (direction !== 0) this.#lastDirection = direction;
  }

  finishSyncs(): SyncColumns {
    return {
      atSeconds: this.#atSeconds.finish(),
      currentReplicas: this.#currentReplicas.finish(),
      desiredReplicas: this.#desiredReplicas.finish(),
      proposal: this.#proposal.finish(),
      stabilized: this.#stabilized.finish(),
      minReplicas: this.#minReplicas.finish(),
      maxReplicas: this.#maxReplicas.finish(),
      limiter: this.#limiter.finish(),
      rescaled: this.#rescaled.finish(),
    };
  }

  finishConditions(): readonly ConditionColumns[] {
    return this.#conditions.finish();
  }

  finishMetrics(): readonly MetricColumns[] {
    return this.#everyMetric.map((metric) => metric.finish());
  }
}
