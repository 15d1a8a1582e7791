/**
 * Recorded traces made ready for the controller alone: every answer that its environment gives is decoded beforehand,
 * so that replaying takes no time for anything but the controller.
 */

import { otherSelector } from '../conformance/recordedCluster.ts';
import { replayTrace } from '../conformance/replay.ts';
import type { Trace } from '../conformance/traceFormat.ts';
import type { Result } from '../src/core/go/types.ts';
import type { ControllerEnvironment } from '../src/core/podautoscaler/environment.ts';
import { HorizontalController, type ReconcileOutcome } from '../src/core/podautoscaler/horizontal.ts';
import type { GoError, Int64, Pod, PodMetricsInfo, Scale } from '../src/core/podautoscaler/interfaces.ts';
import type { Minor } from '../src/core/releases/index.ts';

export type Hpa = Parameters<HorizontalController['reconcile']>[0];

/** What the environment of one reconcile answers, each list in the order of asking. */
export interface DecodedSync {
  /** what happens to the controller itself before */
  readonly before: readonly ((controller: HorizontalController) => void)[];
  readonly hpa: Hpa;
  /** the HPA's status is what the last reconcile left */
  readonly keepsStatus: boolean;
  readonly nows: readonly number[];
  readonly pods: readonly Pod[];
  readonly podsRevision: number;
  readonly scales: readonly Result<Scale>[];
  readonly updates: readonly (GoError | undefined)[];
  readonly statusErrors: readonly (GoError | undefined)[];
  readonly resourceMetrics: readonly Result<PodMetricsInfo>[];
  readonly rawMetrics: readonly Result<PodMetricsInfo>[];
  readonly objectMetrics: readonly Result<Int64>[];
  readonly externalMetrics: readonly Result<readonly Int64[]>[];
  /** replicas that the real controller wrote */
  readonly scaleUpdate: number | null;
}

export interface DecodedTrace {
  readonly release: ControllerEnvironment['release'];
  readonly flags: ControllerEnvironment['flags'];
  readonly syncs: readonly DecodedSync[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Keeps the names' array and its count of changes while the names stay the same. */
class Names {
  readonly #known = new Map<string, { readonly names: readonly string[]; readonly revision: number }>();

  withRevision(question: string, result: Result<PodMetricsInfo>): Result<PodMetricsInfo> {
    if (!result.ok) return result;
    const { names, values, timestampsMs, windowsMs } = result.value;
    let known = this.#known.get(question);
    if (known === undefined || known.names.join() !== names.join()) {
      known = { names, revision: (known?.revision ?? 0) + 1 };
      this.#known.set(question, known);
    }
    const columns = { names: known.names, values, timestampsMs, windowsMs, namesRevision: known.revision };
    return { ok: true, value: columns };
  }
}

/** A controller that writes down what it is asked and what it is answered. */
class WatchedController extends HorizontalController {
  readonly syncs: Mutable<DecodedSync>[];
  #before: ((controller: HorizontalController) => void)[] = [];
  #status: unknown;
  readonly #start: () => Mutable<DecodedSync>;

  constructor(environment: ControllerEnvironment) {
    const syncs: Mutable<DecodedSync>[] = [];
    const current = () => syncs[syncs.length - 1] as Mutable<DecodedSync>;
    const names = new Names();
    super(watch(environment, current, names));
    this.syncs = syncs;
    this.#start = () => {
      const last = syncs.at(-1);
      const sync = emptySync(last);
      syncs.push(sync);
      return sync;
    };
  }

  override reconcile(hpa: Hpa): ReconcileOutcome {
    const sync = this.#start();
    sync.before = this.#before;
    sync.hpa = hpa;
    sync.keepsStatus = hpa.status === this.#status;
    this.#before = [];
    const outcome = super.reconcile(hpa);
    sync.scaleUpdate = outcome.scaleUpdate;
    this.#status = outcome.status;
    return outcome;
  }

  override deleteHPA(namespace: string, name: string): void {
    this.#before.push((controller) => controller.deleteHPA(namespace, name));
    super.deleteHPA(namespace, name);
  }

  override forget(namespace: string, name: string): void {
    this.#before.push((controller) => controller.forget(namespace, name));
    super.forget(namespace, name);
  }

  override restart(): void {
    this.#before.push((controller) => controller.restart());
    super.restart();
  }
}

function emptySync(last: DecodedSync | undefined): Mutable<DecodedSync> {
  return {
    before: [],
    hpa: undefined as unknown as Hpa,
    keepsStatus: false,
    nows: [],
    pods: (last?.pods ?? []) as Pod[],
    podsRevision: last?.podsRevision ?? 0,
    scales: [],
    updates: [],
    statusErrors: [],
    resourceMetrics: [],
    rawMetrics: [],
    objectMetrics: [],
    externalMetrics: [],
    scaleUpdate: null,
  };
}

function kept<T>(list: T[], answer: T): T {
  list.push(answer);
  return answer;
}

function watch(
  environment: ControllerEnvironment,
  sync: () => Mutable<DecodedSync>,
  names: Names,
): ControllerEnvironment {
  const { podLister, scaleClient, metricsClient } = environment;
  return {
    ...environment,
    now: () => kept(sync().nows, environment.now()),
    updateStatus: (hpa) => kept(sync().statusErrors, environment.updateStatus?.(hpa)),
    podLister: {
      list(namespace, selector) {
        const pods = podLister.list(namespace, selector);
        if (pods !== sync().pods) sync().podsRevision += 1;
        sync().pods = pods as Pod[];
        return pods;
      },
    },
    scaleClient: {
      get: (...question) => kept(sync().scales, scaleClient.get(...question)),
      update: (...question) => kept(sync().updates, scaleClient.update(...question)),
    },
    metricsClient: {
      getResourceMetric(resource, namespace, selector, container) {
        const answer = metricsClient.getResourceMetric(resource, namespace, selector, container);
        return kept(sync().resourceMetrics, names.withRevision(`${resource} ${container}`, answer));
      },
      getRawMetric(metric, namespace, selector, metricSelector) {
        const answer = metricsClient.getRawMetric(metric, namespace, selector, metricSelector);
        return kept(sync().rawMetrics, names.withRevision(`${metric} ${metricSelector}`, answer));
      },
      getObjectMetric: (...question) =>
        kept(sync().objectMetrics, metricsClient.getObjectMetric(...question)),
      getExternalMetric: (...question) =>
        kept(sync().externalMetrics, metricsClient.getExternalMetric(...question)),
    },
  };
}

/** Selectors of other HPAs, which the trace puts there before each of its steps. */
function putOthers(trace: Trace, syncs: readonly Mutable<DecodedSync>[]): void {
  const { namespace } = trace.hpa.metadata;
  let others: NonNullable<Trace['steps'][number]['otherHPAs']> = [];
  for (const [index, { otherHPAs }] of trace.steps.entries()) {
    const gone = otherHPAs === undefined ? [] : others;
    if (otherHPAs !== undefined) others = otherHPAs;
    const puts = others.map(({ name, selector }) => ({ name, selector: otherSelector(selector) }));
    if (gone.length === 0 && puts.length === 0) continue;
    syncs[index]?.before.push(({ selectors }) => {
      for (const { name } of gone) selectors.delete(namespace, name);
      for (const { name, selector } of puts) selectors.put(namespace, name, selector);
    });
  }
}

/** Replays a trace once, and keeps what the controller was answered. */
export function decodeTrace(trace: Trace, minor: Minor): DecodedTrace {
  let watched: WatchedController | undefined;
  let environment: ControllerEnvironment | undefined;
  const { mismatches } = replayTrace(trace, minor, false, (given) => {
    environment = given;
    watched = new WatchedController(given);
    return watched;
  });
  if (watched === undefined || environment === undefined) throw new Error(`${trace.name} was not replayed`);
  if (mismatches.length > 0) throw new Error(`${trace.name} has mismatches`);
  putOthers(trace, watched.syncs);
  return { release: environment.release, flags: environment.flags, syncs: watched.syncs };
}
