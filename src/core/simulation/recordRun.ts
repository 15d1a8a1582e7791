import { parseSelector } from '../apimachinery/labels.ts';
import { groupKindOf } from '../cluster/scaleTarget.ts';
import type { SimulatedPod } from '../cluster/simulatedPod.ts';
import { RUN_START_MS } from '../cluster/time.ts';
import { formatTime } from '../go/time.ts';
import type { ReadManifest, WorkloadContainer } from '../manifest/types.ts';
import type { ReconcileOutcome } from '../podautoscaler/horizontal.ts';
import type { ContainerTemplate, PodTemplate, ScaleClient } from '../podautoscaler/interfaces.ts';
import { RestMetricsClient } from '../podautoscaler/metrics/client.ts';
import type { Scenario } from '../scenario/types.ts';
import {
  groupByValue,
  type RecordedOutcome,
  type RecordedPods,
  type RecordedScale,
  type RecordedStep,
  type RecordedTrace,
  statusPatch,
  toManifest,
} from '../trace/recorded.ts';
import { RecordingMetricsApis } from './recordingMetricsApis.ts';
import { Run } from './run.ts';

/** The only labels that the replaying side gives to metrics samples; a trace cannot say others. */
const REPLAYED_LABELS = { app: 'web' };
const REPLAYED_SELECTOR = 'app=web';
/** Key of the one pod template. */
const TEMPLATE = 'pod';
const MS_PER_SECOND = 1000;

/**
 * Runs a scenario and writes down what the controller saw and did at every sync.
 *
 * @param name of the trace
 * @rule TR1 TR2 TR3
 */
export function recordRun(scenario: Scenario, written: ReadManifest, name: string): RecordedTrace {
  const manifest = relabel(written);
  return {
    name,
    about: `Simulated for ${scenario.durationSeconds} s.`,
    kubernetes: scenario.kubernetes,
    featureGates: scenario.featureGates,
    controllerManager: scenario.controller,
    manifest: toManifest(manifest.hpa),
    podTemplates: { [TEMPLATE]: recordedTemplate(manifest) },
    start: formatTime(RUN_START_MS),
    steps: recordSteps(scenario, manifest),
  };
}

/**
 * The same manifest with the labels of a replay, where its selector picks its pods; the controller decides nothing
 * by them. A selector that picks no pods finds no samples either, and stays.
 *
 * @rule TR5
 */
function relabel(manifest: ReadManifest): ReadManifest {
  const { workload } = manifest;
  const selector = parseSelector(workload.selector);
  if (!selector.ok || selector.value.empty || !selector.value.matches(workload.labels)) return manifest;
  return { ...manifest, workload: { ...workload, labels: REPLAYED_LABELS, selector: REPLAYED_SELECTOR } };
}

function recordSteps(scenario: Scenario, manifest: ReadManifest): readonly RecordedStep[] {
  const steps: RecordedStep[] = [];
  let metrics: RecordingMetricsApis | undefined;
  let world: World | undefined;
  const run = new Run(scenario, manifest, {
    observe({ podLister, scaleClient, metricsApis }, release) {
      metrics = new RecordingMetricsApis(metricsApis);
      return { podLister, scaleClient, metricsClient: new RestMetricsClient(metrics, release) };
    },
    beforeSync({ cluster }) {
      world = worldOf(manifest, cluster.pods, cluster.scaleClient);
    },
  });
  let last: World | undefined;
  for (;;) {
    const before = run.hpa.status;
    const sync = run.next(false);
    if (sync === undefined || world === undefined) return steps;
    steps.push({
      t: sync.atSeconds,
      ...changesOf(last, world),
      metrics: metrics?.take() ?? {},
      out: recordedOutcome(sync.outcome, before),
    });
    last = world;
  }
}

/** What the controller can see apart from metrics. */
interface World {
  readonly scale: RecordedScale;
  readonly pods: readonly RecordedPods[];
}

function worldOf(
  { hpa, workload }: ReadManifest,
  pods: readonly SimulatedPod[],
  scaleClient: ScaleClient,
): World {
  const { namespace } = hpa.metadata;
  const { apiVersion = '', kind, name } = hpa.spec.scaleTargetRef;
  const scale = scaleClient.get(namespace, name, groupKindOf(apiVersion, kind));
  return {
    scale: scale.ok
      ? scale.value
      : { specReplicas: 0, statusReplicas: 0, selector: '', getError: scale.error },
    pods:
      namespace === workload.namespace
        ? groupByValue(pods.map((pod) => [pod.name, recordedPod(pod)] as const))
        : [],
  };
}

/** Scale and pods are written only where they differ from the step before. */
function changesOf(last: World | undefined, world: World): Partial<World> {
  const isSame = (key: keyof World) => JSON.stringify(last?.[key]) === JSON.stringify(world[key]);
  return {
    ...(isSame('scale') ? {} : { scale: world.scale }),
    ...(isSame('pods') ? {} : { pods: world.pods }),
  };
}

function sinceStart(ms: number): number {
  return (ms - RUN_START_MS) / MS_PER_SECOND;
}

function recordedPod(pod: SimulatedPod): Omit<RecordedPods, 'names'> {
  const { phase, startTimeMs, ready, readyTransitionMs } = pod;
  return {
    tpl: TEMPLATE,
    phase,
    ...(startTimeMs === undefined ? {} : { start: sinceStart(startTimeMs) }),
    ...(ready === undefined ? {} : { ready }),
    ...(readyTransitionMs === undefined ? {} : { readyAt: sinceStart(readyTransitionMs) }),
    ...(pod.deleted ? { deleted: Math.floor(pod.deletedAt) } : {}),
  };
}

function recordedTemplate({ workload }: ReadManifest): PodTemplate {
  const strip = ({ name, restartPolicy, requests }: WorkloadContainer): ContainerTemplate => ({
    name,
    ...(restartPolicy === undefined ? {} : { restartPolicy }),
    requests,
  });
  return {
    labels: workload.labels,
    containers: workload.containers.map(strip),
    ...(workload.initContainers.length === 0 ? {} : { initContainers: workload.initContainers.map(strip) }),
  };
}

function recordedOutcome(
  outcome: ReconcileOutcome,
  before: Parameters<typeof statusPatch>[0],
): RecordedOutcome {
  const status = statusPatch(before, outcome.status);
  return {
    scaleUpdate: outcome.scaleUpdate,
    statusWrites: outcome.statusWrites,
    ...(status === undefined ? {} : { status }),
    events: outcome.events,
    errors: outcome.errors,
  };
}
