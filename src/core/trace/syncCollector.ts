import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import type { ReconcileOutcome } from '../podautoscaler/horizontal.ts';
import type { LimiterKind } from '../podautoscaler/record.ts';
import { float64Column, int32Column, uint8Column } from './columns.ts';
import { MetricCollector } from './metricColumns.ts';
import { LIMITER_KINDS, type MetricColumns, type SyncColumns, type TraceEvent } from './types.ts';

const LIMITER_CODE = Object.fromEntries(LIMITER_KINDS.map((kind, code) => [kind, code])) as Readonly<
  Record<LimiterKind, number>
>;

/** Collects what the controller did, one entry a sync. */
export class SyncCollector {
  readonly #hpa: HorizontalPodAutoscaler;
  readonly #syncPeriodSeconds: number;
  readonly #metrics: readonly MetricCollector[];
  readonly #atSeconds;
  readonly #currentReplicas;
  readonly #desiredReplicas;
  readonly #proposal;
  readonly #stabilized;
  readonly #limiter;
  readonly #rescaled;
  readonly events: TraceEvent[] = [];
  scaleUps = 0;
  scaleDowns = 0;
  reversals = 0;
  secondsAboveTarget = 0;
  /** 1 after a scale-up, -1 after a scale-down, 0 before any */
  #lastDirection = 0;

  /** @param syncs how many there will be */
  constructor(hpa: HorizontalPodAutoscaler, syncPeriodSeconds: number, syncs: number) {
    this.#hpa = hpa;
    this.#syncPeriodSeconds = syncPeriodSeconds;
    this.#metrics = (hpa.spec.metrics ?? []).map((spec, index) => new MetricCollector(index, spec, syncs));
    this.#atSeconds = float64Column(syncs);
    this.#currentReplicas = int32Column(syncs);
    this.#desiredReplicas = int32Column(syncs);
    this.#proposal = int32Column(syncs);
    this.#stabilized = int32Column(syncs);
    this.#limiter = uint8Column(syncs);
    this.#rescaled = uint8Column(syncs);
  }

  get length(): number {
    return this.#atSeconds.length;
  }

  /** Whether the next sync should be recorded, because targets and tolerances are not known yet. */
  get wantsRecord(): boolean {
    return this.#metrics.some((metric) => !metric.isDescribed);
  }

  /** @param atSeconds since the start of the run */
  push(atSeconds: number, { summary, record, events, scaleUpdate }: ReconcileOutcome): void {
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
    if (isAbove) this.secondsAboveTarget += this.#syncPeriodSeconds;
    if (scaleUpdate !== null) this.#countRescale(Math.sign(scaleUpdate - summary.currentReplicas));
    this.#atSeconds.push(atSeconds);
    this.#currentReplicas.push(summary.currentReplicas);
    this.#desiredReplicas.push(summary.desiredReplicas);
    this.#proposal.push(summary.proposal);
    this.#stabilized.push(summary.stabilized);
    this.#limiter.push(LIMITER_CODE[summary.limiter]);
    this.#rescaled.push(scaleUpdate === null ? 0 : 1);
  }

  #countRescale(direction: number): void {
    if (direction > 0) this.scaleUps++;
    if (direction < 0) this.scaleDowns++;
    if (direction * this.#lastDirection < 0) this.reversals++;
    if (direction !== 0) this.#lastDirection = direction;
  }

  finishSyncs(): SyncColumns {
    const { minReplicas = 1, maxReplicas } = this.#hpa.spec;
    return {
      atSeconds: this.#atSeconds.finish(),
      currentReplicas: this.#currentReplicas.finish(),
      desiredReplicas: this.#desiredReplicas.finish(),
      proposal: this.#proposal.finish(),
      stabilized: this.#stabilized.finish(),
      minReplicas: new Int32Array(this.length).fill(minReplicas),
      maxReplicas: new Int32Array(this.length).fill(maxReplicas),
      limiter: this.#limiter.finish(),
      rescaled: this.#rescaled.finish(),
    };
  }

  finishMetrics(): readonly MetricColumns[] {
    return this.#metrics.map((metric) => metric.finish());
  }
}
