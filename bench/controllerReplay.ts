/**
 * The controller alone over recorded traces: decoded once, and then replayed as often as one likes. Built before it is
 * measured, as the page's own code is.
 */
import { readIndex, readTrace } from '../conformance/files.ts';
import type { ControllerEnvironment } from '../src/core/podautoscaler/environment.ts';
import { HorizontalController } from '../src/core/podautoscaler/horizontal.ts';
import type { MetricsClient, PodLister, ScaleClient } from '../src/core/podautoscaler/interfaces.ts';
import { isMinor } from '../src/core/releases/index.ts';
import { type DecodedSync, type DecodedTrace, decodeTrace, type Hpa } from './decodedTrace.ts';

/** Reads and decodes every trace of a minor. @param folder of the vectors */
export function decodeTraces(folder: string, minor: string): readonly DecodedTrace[] {
  if (!isMinor(minor)) throw new Error(`Kubernetes ${minor} is not one of the minors that are modelled`);
  return Object.entries(readIndex(folder, minor).scenarios).map(([name, holder]) =>
    decodeTrace(readTrace(folder, holder, name), minor),
  );
}

/** Answers from one decoded sync, in the order in which the controller asked when it was decoded. */
class Prompter implements PodLister, ScaleClient, MetricsClient {
  #sync!: DecodedSync;
  #nows = 0;
  #scales = 0;
  #updates = 0;
  #statuses = 0;
  #resources = 0;
  #raws = 0;
  #objects = 0;
  #externals = 0;

  enter(sync: DecodedSync): void {
    this.#sync = sync;
    this.#nows = 0;
    this.#scales = 0;
    this.#updates = 0;
    this.#statuses = 0;
    this.#resources = 0;
    this.#raws = 0;
    this.#objects = 0;
    this.#externals = 0;
  }

  now(): number {
    return answer(this.#sync.nows, this.#nows++);
  }

  list() {
    return this.#sync.pods;
  }

  get revision(): number {
    return this.#sync.podsRevision;
  }

  get() {
    return answer(this.#sync.scales, this.#scales++);
  }

  update() {
    return this.#sync.updates[this.#updates++];
  }

  updateStatus() {
    return this.#sync.statusErrors[this.#statuses++];
  }

  getResourceMetric() {
    return answer(this.#sync.resourceMetrics, this.#resources++);
  }

  getRawMetric() {
    return answer(this.#sync.rawMetrics, this.#raws++);
  }

  getObjectMetric() {
    return answer(this.#sync.objectMetrics, this.#objects++);
  }

  getExternalMetric() {
    return answer(this.#sync.externalMetrics, this.#externals++);
  }
}

function answer<T>(answers: readonly T[], index: number): T {
  const given = answers[index];
  if (given === undefined) throw new Error('the controller asks something else than when it was decoded');
  return given;
}

function environmentOf({ release, flags }: DecodedTrace, prompter: Prompter): ControllerEnvironment {
  return {
    release,
    flags,
    podLister: prompter,
    scaleClient: prompter,
    metricsClient: prompter,
    now: () => prompter.now(),
    updateStatus: () => prompter.updateStatus(),
  };
}

function replay(trace: DecodedTrace): void {
  const prompter = new Prompter();
  const controller = new HorizontalController(environmentOf(trace, prompter));
  let status: Hpa['status'] | undefined;
  for (const sync of trace.syncs) {
    for (const act of sync.before) act(controller);
    prompter.enter(sync);
    const { metadata, spec } = sync.hpa;
    const hpa = sync.keepsStatus && status !== undefined ? { metadata, spec, status } : sync.hpa;
    const outcome = controller.reconcile(hpa);
    if (outcome.scaleUpdate !== sync.scaleUpdate) throw new Error('the controller decides otherwise now');
    status = outcome.status;
  }
}

/** Every reconcile of these traces, each trace by a controller of its own that starts without any memory. */
export function replayAll(traces: readonly DecodedTrace[]): void {
  for (const trace of traces) replay(trace);
}
