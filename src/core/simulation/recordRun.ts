import { parseSelector } from '../apimachinery/labels.ts';
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import { groupKindOf } from '../cluster/scaleTarget.ts';
import type { SimulatedPod } from '../cluster/simulatedPod.ts';
import { RUN_START_MS } from '../cluster/time.ts';
import { formatTime } from '../go/time.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { ReconcileOutcome } from '../podautoscaler/horizontal.ts';
import type { ContainerTemplate, PodTemplate, ScaleClient } from '../podautoscaler/interfaces.ts';
import { RestMetricsClient } from '../podautoscaler/metrics/client.ts';
import type { Scenario } from '../scenario/types.ts';
import {
  groupByValue,
  type RecordedEdit,
  type RecordedOutcome,
  type RecordedPods,
  type RecordedScale,
  type RecordedStep,
  type RecordedTrace,
  statusPatch,
  toManifest,
} from '../trace/recorded.ts';
import { RecordingMetricsApis } from './recordingMetricsApis.ts';
import { Run, type RunEdit } from './run.ts';

/** The only labels that the replaying side gives to metrics samples; a trace cannot say others. */
const REPLAYED_LABELS = { app: 'web' };
const REPLAYED_SELECTOR = 'app=web';
const MS_PER_SECOND = 1000;

/**
 * Runs a scenario and writes down what the controller saw and did at every sync.
 *
 * @param name of the trace
 * @rule TR1 TR2 TR3
 */
export function recordRun(scenario: Scenario, written: ReadManifest, name: string): RecordedTrace {
  const manifest = relabel(written);
  const templates = new RecordedTemplates(manifest.workload.labels);
  const steps = recordSteps(scenario, manifest, templates);
  return {
    name,
    about: `Simulated for ${scenario.durationSeconds} s.`,
    kubernetes: scenario.kubernetes,
    featureGates: scenario.featureGates,
    controllerManager: scenario.controller,
    manifest: toManifest(manifest.hpa),
    podTemplates: templates.byKey,
    start: formatTime(RUN_START_MS),
    steps,
  };
}

/**
 * The same manifest with the labels of a replay, where its selector picks its pods; the controller decides nothing
 * by them. A selector that picks no pods finds no samples either, and stays.
 *
 * @rule TR5
 */
function relabel(manifest: ReadManifest): ReadManifest {
  const { workload, rivals } = manifest;
  const picksPods = (text: string): boolean => {
    const selector = parseSelector(text);
    return selector.ok && !selector.value.empty && selector.value.matches(workload.labels);
  };
  if (!picksPods(workload.selector)) return manifest;
  return {
    ...manifest,
    workload: { ...workload, labels: REPLAYED_LABELS, selector: REPLAYED_SELECTOR },
    ...(rivals && {
      rivals: rivals.map(({ name, selector }) => ({
        name,
        selector: picksPods(selector) ? REPLAYED_SELECTOR : selector,
      })),
    }),
  };
}

function recordSteps(
  scenario: Scenario,
  manifest: ReadManifest,
  templates: RecordedTemplates,
): readonly RecordedStep[] {
  const steps: RecordedStep[] = [];
  let edits: RecordedEdit[] = [];
  let metrics: RecordingMetricsApis | undefined;
  let world: World | undefined;
  let before: HorizontalPodAutoscaler['status'] = manifest.hpa.status;
  const run = new Run(scenario, manifest, {
    observe({ podLister, scaleClient, metricsApis }, release) {
      metrics = new RecordingMetricsApis(metricsApis);
      return { podLister, scaleClient, metricsClient: new RestMetricsClient(metrics, release) };
    },
    beforeSync(run) {
      const { cluster } = run;
      // an HPA that was made anew has none of the last one's
      before = run.hpa.status;
      world = worldOf(run.hpa, manifest, templates, cluster.pods, cluster.scaleClient);
    },
    onEdit(edit, { hpa }) {
      edits.push(recordedEdit(edit, hpa));
    },
  });
  let last: World | undefined;
  for (;;) {
    const sync = run.next(false);
    if (sync === undefined || world === undefined) return steps;
    steps.push({
      t: sync.atSeconds,
      ...(edits.length === 0 ? {} : { edits }),
      ...(steps.length === 0 && manifest.rivals ? { otherHPAs: manifest.rivals } : {}),
      ...changesOf(last, world),
      metrics: metrics?.take() ?? {},
      out: recordedOutcome(sync.outcome, before),
    });
    last = world;
    edits = [];
  }
}

/** What the controller can see apart from metrics. */
interface World {
  readonly scale: RecordedScale;
  readonly pods: readonly RecordedPods[];
}

function worldOf(
  hpa: HorizontalPodAutoscaler,
  { workload }: ReadManifest,
  templates: RecordedTemplates,
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
        ? groupByValue(
            pods.map((pod) => [pod.name, recordedPod(pod, templates.keyOf(pod.template))] as const),
          )
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

function recordedPod(pod: SimulatedPod, tpl: string): Omit<RecordedPods, 'names'> {
  const { phase, startTimeMs, ready, readyTransitionMs } = pod;
  return {
    tpl,
    phase,
    ...(startTimeMs === undefined ? {} : { start: sinceStart(startTimeMs) }),
    ...(ready === undefined ? {} : { ready }),
    ...(readyTransitionMs === undefined ? {} : { readyAt: sinceStart(readyTransitionMs) }),
    ...(pod.deleted ? { deleted: Math.floor(pod.deletedAt) } : {}),
  };
}

function recordedEdit(
  { atSeconds, what }: RunEdit,
  { metadata, spec }: HorizontalPodAutoscaler,
): RecordedEdit {
  const isStored = what === 'edited' || what === 'created';
  return isStored ? { t: atSeconds, what, hpa: { metadata, spec } } : { t: atSeconds, what };
}

/** The templates of a run, each with a key of its own; pods of one template point to the same object. */
class RecordedTemplates {
  readonly byKey: Record<string, PodTemplate> = {};
  readonly #keys = new Map<PodTemplate, string>();
  readonly #labels: PodTemplate['labels'];

  /** @param labels of all templates: those that samples have in a replay, or as written */
  constructor(labels: PodTemplate['labels']) {
    this.#labels = labels;
  }

  keyOf(template: PodTemplate): string {
    let key = this.#keys.get(template);
    if (key === undefined) {
      key = this.#keys.size === 0 ? 'pod' : `pod-${this.#keys.size + 1}`;
      this.#keys.set(template, key);
      this.byKey[key] = recordedTemplate(template, this.#labels);
    }
    return key;
  }
}

function recordedTemplate(template: PodTemplate, labels: PodTemplate['labels']): PodTemplate {
  const strip = ({ name, restartPolicy, requests }: ContainerTemplate): ContainerTemplate => ({
    name,
    ...(restartPolicy === undefined ? {} : { restartPolicy }),
    requests,
  });
  const { containers, initContainers = [], podRequests } = template;
  return {
    labels,
    containers: containers.map(strip),
    ...(initContainers.length === 0 ? {} : { initContainers: initContainers.map(strip) }),
    ...(podRequests === undefined ? {} : { podRequests }),
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
