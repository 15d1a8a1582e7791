/** The cluster of a recorded trace, behind the interfaces that the controller sees. */
import { parseSelector, type Selector } from '../src/core/apimachinery/labels.ts';
import { failure } from '../src/core/go/types.ts';
import type {
  GoError,
  Pod,
  PodLister,
  PodTemplate,
  Result,
  Scale,
  ScaleClient,
} from '../src/core/podautoscaler/interfaces.ts';
import type {
  CustomMetricItem,
  MetricsApis,
  PodMetricsItem,
} from '../src/core/podautoscaler/metrics/client.ts';
import type { GroupKind } from '../src/core/podautoscaler/restMapping.ts';
import type {
  NameList,
  Trace,
  TraceError,
  TraceMetrics,
  TracePods,
  TraceScale,
  TraceStep,
  TraceTemplate,
} from './traceFormat.ts';

/** of one range; traces come from anywhere */
const MOST_PODS = 100_000;
const NO_ANSWER = 'the trace has no answer to this question';

/** `0-3,7` and name lists, spelled out. */
export function namesOf({ pods, names }: NameList): readonly string[] {
  if (names !== undefined) return names;
  const spelled: string[] = [];
  for (const part of (pods ?? '').split(',')) {
    const [first = '', last = first] = part.split('-');
    if (first === '') continue;
    if (!(Number(last) - Number(first) < MOST_PODS)) throw new Error(`not a list of pods: ${part}`);
    for (let i = Number(first); i <= Number(last); i += 1) spelled.push(`web-${i}`);
  }
  return spelled;
}

function templateOf({ containers, initContainers, ...rest }: TraceTemplate): PodTemplate {
  const withRequests = (list: TraceTemplate['containers']) =>
    list.map((container) => ({ ...container, requests: container.requests ?? {} }));
  return {
    ...rest,
    containers: withRequests(containers),
    ...(initContainers === undefined ? {} : { initContainers: withRequests(initContainers) }),
  };
}

export class RecordedCluster implements PodLister, ScaleClient, MetricsApis {
  private readonly startMs: number;
  private readonly templates: ReadonlyMap<string, PodTemplate>;
  private pods: readonly Pod[] = [];
  private selected: { selector: Selector; from: readonly Pod[]; pods: readonly Pod[] } | undefined;
  private scale: TraceScale = { specReplicas: 1, statusReplicas: 1, selector: '' };
  private metrics: TraceMetrics = {};
  private updates = 0;
  /** questions of this step that the trace does not answer */
  readonly unanswered: string[] = [];

  constructor(trace: Trace) {
    this.startMs = Date.parse(trace.start);
    this.templates = new Map(Object.entries(trace.podTemplates).map(([key, tpl]) => [key, templateOf(tpl)]));
  }

  atMs(seconds: number): number {
    return this.startMs + seconds * 1000;
  }

  /** Brings the cluster into the state of this step. */
  enter(step: TraceStep): void {
    if (step.scale !== undefined) this.scale = step.scale;
    if (step.pods !== undefined) this.pods = this.buildPods(step.pods);
    this.metrics = step.metrics ?? {};
    this.updates = 0;
    this.unanswered.length = 0;
  }

  statusUpdateError(): GoError | undefined {
    return this.scale.statusUpdateError;
  }

  private buildPods(groups: readonly TracePods[]): readonly Pod[] {
    const pods = groups.flatMap((group) => namesOf(group).map((name) => this.buildPod(name, group)));
    return pods.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  private buildPod(name: string, { tpl, phase, start, ready, readyAt, deleted }: TracePods): Pod {
    const template = this.templates.get(tpl);
    if (template === undefined) throw new Error(`no pod template ${tpl}`);
    return {
      name,
      template,
      phase,
      startTimeMs: start === undefined ? undefined : this.atMs(start),
      ready,
      readyTransitionMs: readyAt === undefined ? undefined : this.atMs(readyAt),
      deleted: deleted !== undefined,
    };
  }

  list(_namespace: string, selector: Selector): readonly Pod[] {
    if (this.selected?.selector !== selector || this.selected.from !== this.pods) {
      const pods = this.pods.filter(({ template }) => selector.matches(template.labels));
      this.selected = { selector, from: this.pods, pods };
    }
    return this.selected.pods;
  }

  get(): Result<Scale> {
    const error =
      this.updates === 0 ? this.scale.getError : (this.scale.retryGetError ?? this.scale.getError);
    return error === undefined ? { ok: true, value: this.scale } : { ok: false, error };
  }

  update(): GoError | undefined {
    const error: TraceError | undefined = this.scale.updateErrors?.[this.updates];
    this.updates += 1;
    return error === undefined || error.error === '' ? undefined : error;
  }

  private noAnswer(question: string) {
    this.unanswered.push(question);
    return failure(NO_ANSWER);
  }

  listPodMetrics(): Result<readonly PodMetricsItem[]> {
    const answer = this.metrics.resource;
    if (answer === undefined) return this.noAnswer('resource metrics');
    if (answer.error !== undefined) return failure(answer.error);
    const items = (answer.items ?? []).flatMap((sample) =>
      namesOf(sample).map((name) => ({
        name,
        timestampMs: this.atMs(sample.timestamp ?? answer.timestamp ?? 0),
        windowMs: (sample.window ?? answer.window ?? 0) * 1000,
        containers: Object.entries(sample.containers).map(([container, usage]) => ({
          name: container,
          usage,
        })),
      })),
    );
    return { ok: true, value: items };
  }

  private custom(object: string, metric: string, selector: Selector) {
    return this.metrics.custom?.find(
      (answer) =>
        answer.object === object &&
        answer.metric === metric &&
        (answer.metricSelector ?? '') === selector.toString(),
    );
  }

  getForObjects(
    _namespace: string,
    _podSelector: Selector,
    metric: string,
    metricSelector: Selector,
  ): Result<readonly CustomMetricItem[]> {
    const answer = this.custom('Pod', metric, metricSelector);
    if (answer === undefined) return this.noAnswer(`pods ${metric} ${metricSelector}`);
    if (answer.error !== undefined) return failure(answer.error);
    const items = (answer.items ?? []).flatMap((item) =>
      namesOf(item).map((name) => ({ name, value: item.value, timestampMs: 0 })),
    );
    return { ok: true, value: items };
  }

  getForObject(
    { kind, name }: GroupKind & { readonly name: string },
    metric: string,
    metricSelector: Selector,
  ): Result<string> {
    const answer = this.custom(`${kind}/${name}`, metric, metricSelector);
    if (answer?.error !== undefined) return failure(answer.error);
    if (answer?.value !== undefined) return { ok: true, value: answer.value };
    return this.noAnswer(`${kind}/${name} ${metric} ${metricSelector}`);
  }

  listExternal(_namespace: string, metric: string, selector: Selector): Result<readonly string[]> {
    const answer = this.metrics.external?.find(
      (candidate) => candidate.metric === metric && (candidate.metricSelector ?? '') === selector.toString(),
    );
    if (answer === undefined) return this.noAnswer(`external ${metric} ${selector}`);
    return answer.error === undefined ? { ok: true, value: answer.values ?? [] } : failure(answer.error);
  }
}

/** The selector of another HPA's target, as the trace gives it. */
export function otherSelector(text: string): Selector {
  const parsed = parseSelector(text);
  if (!parsed.ok) throw new Error(parsed.error.error);
  return parsed.value;
}
