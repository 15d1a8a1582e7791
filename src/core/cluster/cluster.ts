import type { Selector } from '../apimachinery/labels.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { MetricsClient, PodLister, ScaleClient } from '../podautoscaler/interfaces.ts';
import type { MetricsApis } from '../podautoscaler/metrics/client.ts';
import type { Agenda } from './agenda.ts';
import { cpuLimitMilli, podTimetable, runningContainers } from './containers.ts';
import { type MetricsSources, simulatedMetricsApis } from './metricsApis.ts';
import { ClusterMetricsClient, type PodMatcher } from './metricsClient.ts';
import { MetricsServer, type SampleColumns, scrapeLead } from './metricsServer.ts';
import { PodCounter, type PodCounts } from './podCounts.ts';
import { PodLifecycle } from './podLifecycle.ts';
import { PodSet } from './podSet.ts';
import { ScaleTarget } from './scaleTarget.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import type { ClusterSettings } from './types.ts';
import { Workload } from './workload.ts';

/** What a cluster is made from. */
export interface ClusterInput {
  readonly manifest: ReadManifest;
  readonly settings: ClusterSettings;
  /** requests/s that arrive */
  readonly load: LoadCurve;
  readonly seed: number;
  /** the controller's own client of the metrics APIs */
  readonly restMetricsClient: (apis: MetricsApis) => MetricsClient;
}

/**
 * How long before the run its cluster begins to move, so that the first sync finds samples.
 *
 * @returns seconds
 * @rule MS7
 */
export function warmUpSeconds(settings: ClusterSettings): number {
  const { resolutionSeconds } = settings.metricsServer;
  return 2 * resolutionSeconds + scrapeLead(resolutionSeconds);
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
  readonly #podCounter: PodCounter;
  readonly workload: Workload;
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
    const containers = runningContainers(manifest.workload);
    const timetable = podTimetable(manifest.workload, settings.pods);
    const isOurs = podMatcher(manifest);
    this.#agenda = agenda;
    this.#podCounter = new PodCounter(this.#pods);
    this.workload = new Workload(settings.workload, load, cpuLimitMilli(manifest.workload), agenda.now);
    const lifecycle = new PodLifecycle(agenda, this.workload, this.#pods, timetable, {
      beforePodChange: () => this.#metricsServer.settle(),
      afterPodChange: onChange,
    });
    this.#scaleTarget = new ScaleTarget(manifest.workload, seed, agenda, this.#pods, lifecycle);
    const { resolutionSeconds } = settings.metricsServer;
    this.#metricsServer = new MetricsServer(agenda, this.workload, this.#pods, resolutionSeconds);
    const sources: MetricsSources = {
      agenda,
      workload: this.workload,
      pods: this.#pods,
      metricsServer: this.#metricsServer,
      containers: containers.map((container) => container.name),
      isOurs,
    };
    this.metricsApis = simulatedMetricsApis(sources);
    this.metricsClient = new ClusterMetricsClient(sources, input.restMetricsClient(this.metricsApis));
    this.podLister = podLister(this.#pods, isOurs);
    this.#scaleTarget.populate(initialReplicas(manifest, settings));
    this.#metricsServer.start();
  }

  get scaleClient(): ScaleClient {
    return this.#scaleTarget;
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
    return this.#podCounter.counts(this.#scaleTarget.revision);
  }

  /** Nodes that are there; 0 where room has no end. */
  get nodeCount(): number {
    return 0;
  }

  /** Of all running pods' first containers, now. @rule WL3 WL6 WL7 */
  get cpuUsageCores(): number {
    return (this.podCounts.ownCpuMilli + this.workload.servingCpuMilli) / 1000;
  }

  /** Of all running pods' first containers, now. @rule WL8 */
  get memoryUsageBytes(): number {
    const { serving } = this.workload;
    const others = this.podCounts.running - serving;
    return serving * this.workload.memoryBytes(true) + others * this.workload.memoryBytes(false);
  }

  /** What metrics-server knows now. */
  samples(): SampleColumns {
    return this.#metricsServer.samples();
  }

  /** Brings the counters of offered and served requests to the present instant. */
  settle(): void {
    this.workload.advanceTo(this.#agenda.now);
  }
}
