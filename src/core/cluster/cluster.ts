import type { Selector } from '../apimachinery/labels.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { MetricsClient, PodLister, ScaleClient } from '../podautoscaler/interfaces.ts';
import type { MetricsApis } from '../podautoscaler/metrics/client.ts';
import type { Agenda } from './agenda.ts';
import { Capacity } from './capacity.ts';
import { Incidents } from './incidents.ts';
import { MemoryWatch } from './memoryWatch.ts';
import { type ExternalServer, type MetricsSources, simulatedMetricsApis } from './metricsApis.ts';
import { ClusterMetricsClient, type PodMatcher } from './metricsClient.ts';
import { MetricsServer, scrapeLead } from './metricsServer.ts';
import { Operations } from './operations.ts';
import { Outages } from './outages.ts';
import { Adapter } from './pipelines/adapter.ts';
import { TriggerSources } from './pipelines/triggerSources.ts';
import { PodCounter, type PodCounts } from './podCounts.ts';
import { PodLifecycle } from './podLifecycle.ts';
import { PodSet } from './podSet.ts';
import { ResourceSignals } from './resourceSignals.ts';
import type { Revision } from './revision.ts';
import type { SampleColumns } from './sampleColumns.ts';
import type { ReplicaChange, ScaledBy } from './scaleLog.ts';
import { ScaleTarget } from './scaleTarget.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import type { ClusterSettings, SignalBinding } from './types.ts';
import { Workload } from './workload.ts';

/** What a cluster is made from. */
export interface ClusterInput {
  readonly manifest: ReadManifest;
  readonly settings: ClusterSettings;
  /** requests/s that arrive */
  readonly load: LoadCurve;
  /** every curve of the scenario, for the metrics that are bound to one */
  readonly curves: readonly LoadCurve[];
  /** what metrics are bound to, where the scenario says so */
  readonly signals: readonly SignalBinding[];
  /** keys of all metrics that are going to be asked for */
  readonly metricKeys: readonly string[];
  readonly seed: number;
  /** the controller's own client of the metrics APIs */
  readonly restMetricsClient: (apis: MetricsApis) => MetricsClient;
  /** KEDA's metrics server, where there is one */
  readonly external?: ExternalServer;
}

const MILLI = 1000;

/** Whether a metric reaches the controller by Prometheus. */
function isCustom(metricKey: string): boolean {
  return /^(pods|object|external)\//.test(metricKey);
}

/**
 * How long before the run its cluster begins to move, so that the first sync finds samples.
 *
 * @param metricKeys of all metrics that are going to be asked for
 * @returns seconds
 * @rule MS7 CM6
 */
export function warmUpSeconds(settings: ClusterSettings, metricKeys: readonly string[]): number {
  const { resolutionSeconds } = settings.metricsServer;
  const { scrapeIntervalSeconds: interval, rateWindowSeconds } = settings.customMetrics;
  const samples = 2 * resolutionSeconds + scrapeLead(resolutionSeconds);
  if (interval === 0 || !metricKeys.some(isCustom)) return samples;
  // whole resolutions, so that metrics-server's scrapes stay where they are
  const more = Math.ceil(Math.max(0, rateWindowSeconds + 2 * interval - samples) / resolutionSeconds);
  return samples + more * resolutionSeconds;
}

/** The pods' count at the start of the run. @rule DP6 */
export function initialReplicas({ hpa, workload }: ReadManifest, settings: ClusterSettings): number {
  return settings.initialReplicas ?? workload.replicas ?? hpa.spec.minReplicas;
}

/**
 * Remembers the last selector asked about: the controller parses the same text into the same object.
 *
 * @upstream staging/src/k8s.io/client-go/listers/core/v1/pod.go List
 */
function podMatcher({ workload }: ReadManifest): PodMatcher {
  let asked: Selector | undefined;
  let answer = false;
  return (namespace, selector) => {
    if (selector !== asked) answer = selector.matches(workload.labels);
    asked = selector;
    return answer && namespace === workload.namespace;
  };
}

/** The containers of pods of every revision; undefined when they differ. */
function sameContainers(revisions: readonly Revision[]): readonly string[] | undefined {
  const first = revisions[0]?.containers;
  const isSame = ({ containers }: Revision) => containers.join() === first?.join();
  return revisions.length === 1 || revisions.every(isSame) ? first : undefined;
}

const NO_PODS: readonly SimulatedPod[] = [];

function podLister(pods: PodSet, isOurs: PodMatcher): PodLister {
  return {
    list: (namespace, selector) => (isOurs(namespace, selector) ? pods.pods : NO_PODS),
    get revision() {
      return pods.changes;
    },
  };
}

/**
 * The simulated cluster: everything around the controller. It is observed through the controller's own interfaces,
 * and changes by events on the agenda alone.
 */
export class Cluster {
  readonly #agenda: Agenda;
  readonly #pods = new PodSet();
  readonly #metricsServer: MetricsServer;
  readonly #scaleTarget: ScaleTarget;
  readonly #lifecycle: PodLifecycle;
  readonly #podCounter: PodCounter;
  readonly #adapter: Adapter;
  readonly #capacity: Capacity;
  readonly #memoryWatch: MemoryWatch;
  readonly outages = new Outages();
  /** what people and faults do to the workload */
  readonly operations: Operations;
  /** what happens around it */
  readonly incidents: Incidents;
  readonly workload: Workload;
  /** what KEDA's triggers ask */
  readonly triggerSources: TriggerSources;
  readonly podLister: PodLister;
  /** the metrics APIs in their own words */
  readonly metricsApis: MetricsApis;
  /** what the controller makes of them, without the words */
  readonly metricsClient: MetricsClient;

  /**
   * @param agenda   stands at `warmUpSeconds` before the run
   * @param onChange called after every change of a pod
   */
  constructor(input: ClusterInput, agenda: Agenda, onChange: () => void) {
    const { manifest, settings, load, seed } = input;
    const isOurs = podMatcher(manifest);
    this.#agenda = agenda;
    this.#podCounter = new PodCounter(this.#pods);
    this.workload = new Workload(settings.workload, load, agenda.now);
    const pods = this.#pods;
    const { nodes, quota } = settings;
    const placement = new Capacity({ agenda, pods, nodes, quota, onChange });
    this.#capacity = placement;
    this.#lifecycle = new PodLifecycle(agenda, this.workload, pods, placement, {
      beforePodChange: () => this.#beforeChange(),
      afterPodChange: () => {
        onChange();
        this.#memoryWatch.review();
      },
      onOwnersTurn: () => {
        this.#scaleTarget.reconcileSoon();
        this.incidents.onPodChange();
      },
    });
    this.#scaleTarget = new ScaleTarget({
      workload: manifest.workload,
      seed,
      settings: settings.pods,
      agenda,
      pods,
      lifecycle: this.#lifecycle,
      placement,
    });
    const lifecycle = this.#lifecycle;
    const { workload } = this;
    const kill = (pod: SimulatedPod) => lifecycle.crash(pod, 'oomKilled');
    this.#memoryWatch = new MemoryWatch({ agenda, workload, pods, kill });
    const { resolutionSeconds } = settings.metricsServer;
    this.#metricsServer = new MetricsServer(agenda, this.workload, this.#pods, resolutionSeconds);
    this.operations = new Operations({
      agenda,
      workload,
      pods,
      lifecycle,
      scaleTarget: this.#scaleTarget,
      settings: settings.pods,
      beforeChange: () => this.#beforeChange(),
      afterChange: () => this.#memoryWatch.review(),
    });
    this.incidents = new Incidents({
      agenda,
      pods,
      lifecycle,
      scaleTarget: this.#scaleTarget,
      capacity: placement,
      outages: this.outages,
    });
    const { signals, curves, metricKeys } = input;
    const signalSources = { agenda, workload: this.workload, pods: this.#pods, curves };
    this.#adapter = new Adapter(signalSources, settings.customMetrics, signals, metricKeys.filter(isCustom));
    this.triggerSources = new TriggerSources({ ...signalSources, adapter: this.#adapter });
    const scaleTarget = this.#scaleTarget;
    const sources: MetricsSources = {
      agenda,
      workload: this.workload,
      pods: this.#pods,
      metricsServer: this.#metricsServer,
      get containers() {
        return sameContainers(scaleTarget.revisions);
      },
      isOurs,
      adapter: this.#adapter,
      outages: this.outages,
      resourceSignals: new ResourceSignals({
        agenda,
        pods: this.#pods,
        outages: this.outages,
        bindings: signals,
        curves,
      }),
      ...(input.external === undefined ? {} : { external: input.external }),
    };
    this.metricsApis = simulatedMetricsApis(sources);
    this.metricsClient = new ClusterMetricsClient(sources, input.restMetricsClient(this.metricsApis));
    this.podLister = podLister(this.#pods, isOurs);
    this.#scaleTarget.populate(initialReplicas(manifest, settings));
    this.#memoryWatch.review();
    this.#metricsServer.start();
    if (metricKeys.some(isCustom)) this.#adapter.prometheus.start();
  }

  get scaleClient(): ScaleClient {
    return this.#scaleTarget;
  }

  /** `spec.replicas` of the workload. */
  get specReplicas(): number {
    return this.#scaleTarget.specReplicas;
  }

  /** Who changed it, and when. */
  get scalings(): readonly ReplicaChange[] {
    return this.#scaleTarget.changes;
  }

  /** Writes `spec.replicas`. @rule DP1 */
  scaleTo(replicas: number, by: ScaledBy): void {
    this.#scaleTarget.scaleTo(replicas, by);
  }

  /** Pods that exist, sorted by name. */
  get pods(): readonly SimulatedPod[] {
    return this.#pods.pods;
  }

  /** Every pod that there ever was, in the order of creation. */
  get everyPod(): readonly SimulatedPod[] {
    return this.#scaleTarget.created;
  }

  /** Pods that exist and are not being deleted. */
  get activePods(): number {
    return this.#pods.active;
  }

  /** How many pods are in which state. */
  get podCounts(): PodCounts {
    return this.#podCounter.counts(this.#scaleTarget.revision.number);
  }

  /** Nodes that are there; 0 where room has no end. */
  get nodeCount(): number {
    return this.#capacity.nodeCount;
  }

  /** Of all running pods' first containers, now. @rule WL3 WL6 WL7 */
  get cpuUsageCores(): number {
    return this.workload.cpuMilli / MILLI;
  }

  /** Of all running pods' first containers, now. @rule WL8 WL14 */
  get memoryUsageBytes(): number {
    return this.workload.memoryUsageBytes(this.#pods.pods);
  }

  /** What metrics-server knows now. */
  samples(): SampleColumns {
    return this.#metricsServer.samples();
  }

  /** What was put off while nothing changed is done before something does. */
  #beforeChange(): void {
    this.#metricsServer.settle();
    this.#adapter.prometheus.settle();
  }

  /** Counts requests from here on: those before the run do not belong to it. */
  beginRun(): void {
    this.settle();
    this.#adapter.prometheus.beforeTotalsReset();
    this.workload.resetTotals();
  }

  /** Brings the counters of offered and served requests to the present instant. */
  settle(): void {
    this.workload.advanceTo(this.#agenda.now);
  }
}
