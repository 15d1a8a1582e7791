import { parseSelector, type Selector } from '../apimachinery/labels.ts';
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerStatus } from '../autoscaling/types.ts';
import { TURN } from '../cluster/agenda.ts';
import { Cluster, warmUpSeconds } from '../cluster/cluster.ts';
import type { ExternalServer } from '../cluster/metricsApis.ts';
import { toMs } from '../cluster/time.ts';
import type { KedaPlan } from '../keda/types.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ReadManifest } from '../manifest/types.ts';
import { HorizontalController, type ReconcileOutcome } from '../podautoscaler/horizontal.ts';
import type { MetricsClient, PodLister, ScaleClient } from '../podautoscaler/interfaces.ts';
import { type MetricsApis, RestMetricsClient } from '../podautoscaler/metrics/client.ts';
import { ReconcileSchedule } from '../podautoscaler/schedule.ts';
import { type Release, resolveRelease } from '../releases/index.ts';
import type { Scenario, TimelineEvent } from '../scenario/types.ts';
import type { RecordedEdit } from '../trace/recorded.ts';
import { applyHpa, metricKeysOf } from './appliedManifests.ts';
import { EventQueue } from './eventQueue.ts';
import { applyEvent, type EventTarget, eventsInOrder } from './events.ts';
import { KedaLoop, type KedaObserver, NOTICED_AFTER_SECONDS } from './kedaLoop.ts';

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
  /** called when something has happened to the HPA, or to the controller */
  readonly onEdit?: (edit: RunEdit, run: Run) => void;
  /** told what KEDA does */
  readonly keda?: KedaObserver;
}

/** What happened between two syncs that the controller is told of. */
export interface RunEdit {
  readonly atSeconds: number;
  readonly what: RecordedEdit['what'];
}

/** KEDA writes, makes or deletes the HPA of its ScaledObject. */
interface KedaWrite {
  readonly atSeconds: number;
  readonly paused: boolean;
  readonly made: HorizontalPodAutoscaler;
}

/** The controller runs before the HPA is there, so that its resyncs and the HPA's do not fall together. */
const MS_RUNNING_BEFORE = 10_000;
const MS_PER_SECOND = 1000;
/** Of an HPA that was just made. */
const NEW_STATUS: HorizontalPodAutoscalerStatus = { currentReplicas: 0, desiredReplicas: 0 };

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

/** Another HPA that the controller takes the pods for. */
interface Rival {
  readonly name: string;
  readonly selector: Selector;
}

function rivalsIn({ rivals = [] }: ReadManifest): readonly Rival[] {
  return rivals.flatMap(({ name, selector }) => {
    const parsed = parseSelector(selector);
    return parsed.ok ? [{ name, selector: parsed.value }] : [];
  });
}

/** Made at one place, so that compiled code meets one shape of objects. */
function withStatus(
  { metadata, spec }: HorizontalPodAutoscaler,
  status: HorizontalPodAutoscalerStatus,
): HorizontalPodAutoscaler {
  return { metadata, spec, status };
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
  readonly #rivals: readonly Rival[];
  readonly cluster: Cluster;
  #hpa: HorizontalPodAutoscaler;
  /** KEDA deletes the HPA of a paused ScaledObject, and makes it anew */
  #isHpaGone = false;
  readonly #keda: KedaLoop | undefined;
  /** what KEDA is going to do to it, once it has noticed an edit */
  #kedaWrite: KedaWrite | undefined;
  readonly #schedule: ReconcileSchedule;
  readonly #events: readonly TimelineEvent[];
  /** how many of them have happened */
  #happened = 0;
  #index = 0;
  /** something happened at this instant that is worth a look at its end */
  #isEventful = false;

  constructor(scenario: Scenario, manifest: ReadManifest, options: RunOptions = {}) {
    const release = resolveRelease(scenario.kubernetes, scenario.featureGates);
    const { cluster: settings, seed, controller: flags } = scenario;
    this.#scenario = scenario;
    this.#options = options;
    const metricKeys = metricKeysOf(scenario, manifest);
    this.#queue = new EventQueue(-warmUpSeconds(settings, metricKeys), () => this.#endInstant());
    const restMetricsClient = (apis: MetricsApis) => new RestMetricsClient(apis, release);
    const { loads: curves, signals } = scenario;
    const load = requestLoad(scenario);
    const { keda } = manifest;
    const external = keda === undefined ? {} : { external: this.#kedaServer() };
    const bound = { load, curves, signals, metricKeys, ...external };
    const input = { manifest, settings, ...bound, seed, restMetricsClient };
    this.cluster = new Cluster(input, this.#queue, () => {
      this.#isEventful = true;
    });
    this.#keda = keda && this.#loopOf(keda.plan);
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
    this.#rivals = rivalsIn(manifest);
    this.#hpa = withStatus(manifest.hpa, manifest.hpa.status);
    this.#schedule = new ReconcileSchedule(release, flags.syncPeriodSeconds, -MS_RUNNING_BEFORE);
    this.#isHpaGone = keda?.plan.pauses.paused === true;
    if (!this.#isHpaGone) this.#schedule.created(0);
    this.#events = eventsInOrder(scenario);
    this.#queue.advanceTo(0, TURN.pod);
    this.cluster.beginRun();
    this.#keda?.start();
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
   * @param record whether the stages of the decision are recorded, which may depend on the HPA that the sync finds
   * @returns undefined when the run has no further sync
   */
  next(record: boolean | ((hpa: HorizontalPodAutoscaler) => boolean)): RunSync | undefined {
    const atSeconds = this.#reachSyncOfHpa();
    if (atSeconds === undefined) return undefined;
    this.cluster.settle();
    this.#isEventful = true;
    this.#options.beforeSync?.(this);
    const atMs = atSeconds * MS_PER_SECOND;
    this.#schedule.begin(atMs);
    this.#putRivals();
    const wantsRecord = typeof record === 'boolean' ? record : record(this.#hpa);
    const outcome = this.#controller.reconcile(this.#hpa, { record: wantsRecord });
    if (outcome.status !== this.#hpa.status) this.#hpa = withStatus(this.#hpa, outcome.status);
    this.#schedule.end(atMs, false);
    return { index: this.#index++, atSeconds, outcome };
  }

  /** Goes on to the next sync that finds the HPA; one that does not makes the controller forget it. */
  #reachSyncOfHpa(): number | undefined {
    for (;;) {
      const atSeconds = this.#reachNextSync();
      if (atSeconds === undefined) return undefined;
      this.#queue.advanceTo(atSeconds, TURN.sync);
      if (!this.#isHpaGone) return atSeconds;
      const { name, namespace = '' } = this.#hpa.metadata;
      this.#schedule.begin(atSeconds * MS_PER_SECOND);
      this.#controller.forget(namespace, name);
      this.#schedule.end(atSeconds * MS_PER_SECOND, true);
      this.#tell('controller noticed the deletion');
    }
  }

  #loopOf(plan: KedaPlan): KedaLoop {
    return new KedaLoop({
      plan,
      agenda: this.#queue,
      cluster: this.cluster,
      hpa: () => (this.#isHpaGone ? undefined : this.#hpa),
      observer: this.#options.keda ?? {},
    });
  }

  /** KEDA's metrics server, which is there before anything asks it. */
  #kedaServer(): ExternalServer {
    return {
      serves: (...question) => this.#keda?.server.serves(...question) === true,
      answer: (metric) => (this.#keda as KedaLoop).server.answer(metric),
    };
  }

  /** A controller that started again has forgotten them. @rule TM9 */
  #putRivals(): void {
    const { namespace } = this.#hpa.metadata;
    for (const { name, selector } of this.#rivals) this.#controller.selectors.put(namespace, name, selector);
  }

  /**
   * Lets the events happen that come before the next sync, which they may bring forward.
   *
   * @returns its instant; undefined when it lies beyond the end
   */
  #reachNextSync(): number | undefined {
    for (;;) {
      const atSeconds = (this.#schedule.nextMs() ?? Number.POSITIVE_INFINITY) / MS_PER_SECOND;
      if (!this.#happensUntil(atSeconds)) {
        return atSeconds < this.#scenario.durationSeconds ? atSeconds : undefined;
      }
    }
  }

  /**
   * Lets the next event happen if it is due. At its instant it is the first thing to happen.
   *
   * @returns whether it did
   * @rule TM2 EV1
   */
  #happensUntil(atSeconds: number): boolean {
    const event = this.#events[this.#happened];
    if (this.#writesHpaUntil(Math.min(atSeconds, event?.atSeconds ?? this.#scenario.durationSeconds)))
      return true;
    if (event === undefined || event.atSeconds > atSeconds) return false;
    this.#happened++;
    this.#beginInstant(event.atSeconds);
    applyEvent(event, this.#target);
    return true;
  }

  #beginInstant(atSeconds: number): void {
    this.#queue.advanceTo(atSeconds, TURN.pod);
    this.cluster.settle();
    this.#isEventful = true;
  }

  /** Lets KEDA write its HPA if that is due. @returns whether it did @rule KS2 */
  #writesHpaUntil(atSeconds: number): boolean {
    const write = this.#kedaWrite;
    if (write === undefined || write.atSeconds > atSeconds) return false;
    this.#kedaWrite = undefined;
    this.#beginInstant(write.atSeconds);
    this.#writeHpa(write);
    return true;
  }

  get #target(): EventTarget {
    return {
      scenario: this.#scenario,
      cluster: this.cluster,
      applyManifest: ({ hpa, workload, keda }) => {
        const { name, namespace } = this.#hpa.metadata;
        if (workload.written) this.cluster.operations.applyWorkload(workload);
        // another object than the one that is looked at
        if (hpa.metadata.name !== name || hpa.metadata.namespace !== namespace) return;
        if ((keda === undefined) !== (this.#keda === undefined)) return;
        if (keda === undefined) this.#edit(hpa);
        else this.#editScaledObject(keda.plan, hpa);
      },
      restartController: () => {
        const atMs = this.atSeconds * MS_PER_SECOND;
        this.#controller.restart();
        this.#schedule.restarted(atMs);
        if (!this.#isHpaGone) this.#schedule.created(atMs);
        this.#tell('controller restarted');
      },
    };
  }

  /** KEDA acts on another text of its ScaledObject; the HPA of a paused one is deleted. @rule KS2 KS4 */
  #editScaledObject(plan: KedaPlan, made: HorizontalPodAutoscaler): void {
    this.#keda?.edit(plan);
    const atSeconds = this.atSeconds + NOTICED_AFTER_SECONDS;
    this.#kedaWrite = { atSeconds, paused: plan.pauses.paused, made };
  }

  #writeHpa({ paused, made }: KedaWrite): void {
    const wasGone = this.#isHpaGone;
    this.#isHpaGone = paused;
    if (paused && !wasGone) this.#deleteHpa();
    else if (wasGone && !paused) this.#createHpa(made);
    else if (!paused) this.#edit(made);
  }

  #deleteHpa(): void {
    const { name, namespace = '' } = this.#hpa.metadata;
    this.#controller.deleteHPA(namespace, name);
    this.#tell('deleted');
  }

  #createHpa(made: HorizontalPodAutoscaler): void {
    this.#hpa = withStatus(made, NEW_STATUS);
    this.#schedule.created(this.atSeconds * MS_PER_SECOND);
    this.#tell('created');
  }

  #tell(what: RunEdit['what']): void {
    this.#options.onEdit?.({ atSeconds: this.atSeconds, what }, this);
  }

  #edit(applied: HorizontalPodAutoscaler): void {
    const before = this.#hpa;
    const after = applyHpa(before, applied);
    if (after === before) return;
    this.#hpa = after;
    const isNewSpec = after.spec !== before.spec;
    this.#schedule.edited(this.atSeconds * MS_PER_SECOND, isNewSpec);
    this.#tell('edited');
  }

  #endInstant(): void {
    if (!this.#isEventful) return;
    this.#isEventful = false;
    this.#options.onInstantEnd?.(this);
  }

  /** Lets the rest of the time pass after the last sync. */
  finish(): void {
    while (this.#happensUntil(this.#scenario.durationSeconds));
    this.#queue.advanceTo(this.#scenario.durationSeconds, TURN.pod);
    this.cluster.settle();
  }
}
