import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import { TURN } from '../cluster/agenda.ts';
import { Cluster, warmUpSeconds } from '../cluster/cluster.ts';
import { metricKey } from '../cluster/signals.ts';
import { toMs } from '../cluster/time.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ReadManifest } from '../manifest/types.ts';
import { HorizontalController, type ReconcileOutcome } from '../podautoscaler/horizontal.ts';
import type { MetricsClient, PodLister, ScaleClient } from '../podautoscaler/interfaces.ts';
import { type MetricsApis, RestMetricsClient } from '../podautoscaler/metrics/client.ts';
import { type Release, resolveRelease } from '../releases/index.ts';
import type { Scenario } from '../scenario/types.ts';
import { EventQueue } from './eventQueue.ts';

/** One sync of a run. The outcome's summary is used again: copy what is to be kept. */
export interface RunSync {
  readonly index: number;
  readonly atSeconds: number;
  readonly outcome: ReconcileOutcome;
}

/** What a run's owner may put between the controller and its cluster, to look at what passes. */
export interface Observed {
  readonly podLister: PodLister;
  readonly metricsClient: MetricsClient;
  readonly scaleClient: ScaleClient;
}

export interface RunOptions {
  /** called at the end of every instant at which there was a sync or a change of a pod */
  readonly onInstantEnd?: (run: Run) => void;
  readonly observe?: (cluster: Cluster, release: Release) => Observed;
  /** called at every sync, before the controller looks at anything */
  readonly beforeSync?: (run: Run) => void;
}

/** The curve of the requests that come in. @rule WL1 */
export function requestLoad(scenario: Scenario): LoadCurve {
  const load = scenario.loads.find(({ id }) => id === 'requests') ?? scenario.loads[0];
  return (
    load ?? {
      id: 'requests',
      unit: 'requests/s',
      interpolation: 'step',
      points: [{ atSeconds: 0, value: 0 }],
    }
  );
}

/**
 * A scenario in motion: the controller, its cluster, and the clock between them. It goes forwards only, from sync to
 * sync; whoever wants an earlier one starts another run, which goes the same way.
 *
 * @rule TM1 TM2 TM5
 */
export class Run {
  readonly #scenario: Scenario;
  readonly #options: RunOptions;
  readonly #queue: EventQueue;
  readonly #controller: HorizontalController;
  readonly cluster: Cluster;
  #hpa: HorizontalPodAutoscaler;
  #nextSyncAt: number;
  #index = 0;
  /** something happened at this instant that is worth a look at its end */
  #isEventful = false;

  constructor(scenario: Scenario, manifest: ReadManifest, options: RunOptions = {}) {
    const release = resolveRelease(scenario.kubernetes, scenario.featureGates);
    const { cluster: settings, seed, controller: flags } = scenario;
    this.#scenario = scenario;
    this.#options = options;
    const metricKeys = (manifest.hpa.spec.metrics ?? []).map(metricKey);
    this.#queue = new EventQueue(-warmUpSeconds(settings, metricKeys), () => this.#endInstant());
    const restMetricsClient = (apis: MetricsApis) => new RestMetricsClient(apis, release);
    const { loads: curves, signals } = scenario;
    const load = requestLoad(scenario);
    const input = { manifest, settings, load, curves, signals, metricKeys, seed, restMetricsClient };
    this.cluster = new Cluster(input, this.#queue, () => {
      this.#isEventful = true;
    });
    const observe = options.observe ?? ((cluster: Cluster): Observed => cluster);
    const { podLister, metricsClient, scaleClient } = observe(this.cluster, release);
    this.#controller = new HorizontalController({
      release,
      flags,
      now: () => toMs(this.#queue.now),
      podLister,
      metricsClient,
      scaleClient,
    });
    this.#hpa = manifest.hpa;
    this.#nextSyncAt = release.syncsAtOnce ? 0 : flags.syncPeriodSeconds;
    this.#queue.advanceTo(0, TURN.pod);
    this.cluster.beginRun();
  }

  /** Seconds since the start of the run. */
  get atSeconds(): number {
    return this.#queue.now;
  }

  /** How many syncs have been. */
  get syncs(): number {
    return this.#index;
  }

  /** The HPA as stored now. */
  get hpa(): HorizontalPodAutoscaler {
    return this.#hpa;
  }

  /**
   * Goes on to the next sync and lets the controller reconcile.
   *
   * @param record whether the stages of the decision are recorded
   * @returns undefined when the run has no further sync
   */
  next(record: boolean): RunSync | undefined {
    const atSeconds = this.#nextSyncAt;
    if (atSeconds >= this.#scenario.durationSeconds) return undefined;
    this.#queue.advanceTo(atSeconds, TURN.sync);
    this.cluster.settle();
    this.#isEventful = true;
    this.#options.beforeSync?.(this);
    const outcome = this.#controller.reconcile(this.#hpa, { record });
    const { metadata, spec, status } = this.#hpa;
    if (outcome.status !== status) this.#hpa = { metadata, spec, status: outcome.status };
    this.#nextSyncAt = atSeconds + this.#scenario.controller.syncPeriodSeconds;
    return { index: this.#index++, atSeconds, outcome };
  }

  #endInstant(): void {
    if (!this.#isEventful) return;
    this.#isEventful = false;
    this.#options.onInstantEnd?.(this);
  }

  /** Lets the rest of the time pass after the last sync. */
  finish(): void {
    this.#queue.advanceTo(this.#scenario.durationSeconds, TURN.pod);
    this.cluster.settle();
  }
}
