/**
 * What the worker does with a request, apart from the worker itself: no `self`, no messages, so that it runs in a
 * plain test. It keeps the last run that could be simulated, because that is the one the page asks about.
 */
import type { Adviser } from '../core/advice/adviseManifest.ts';
import type { AdviceInput } from '../core/advice/review.ts';
import type { Explanation } from '../core/explanation/types.ts';
import type { ManifestResult, ReadManifest, ReadOptions } from '../core/manifest/types.ts';
import type { FeatureGates, Minor } from '../core/releases/types.ts';
import type { Scenario } from '../core/scenario/types.ts';
import type { SyncStep, Trace } from '../core/trace/types.ts';
import type {
  AdviseRequest,
  AdviseResponse,
  ExplainRequest,
  ExplainResponse,
  FailureResponse,
  Request,
  Response,
  RunRequest,
  RunResponse,
  WatchRequest,
  WatchResponse,
  WatchView,
} from './protocol.ts';

/** A finished run that can be replayed to any of its syncs. */
export interface HostSimulation {
  readonly trace: Trace;
  step(sync: number): SyncStep;
}

/** What is said about a run; not needed for its charts, and so not at hand before somebody asks. */
export interface Commentary {
  reviewManifest(input: AdviceInput): Adviser;
  explain(step: SyncStep, trace: Trace): Explanation;
  watchRun(scenario: Scenario, manifest: ReadManifest): { at(sync: number): WatchView };
}

/** The parts of the core that the host calls. */
export interface HostCore {
  readManifest(text: string, minor: Minor, featureGates: FeatureGates, options?: ReadOptions): ManifestResult;
  /** the first bound on simulated work that the scenario passes; undefined: none */
  checkLimits(scenario: Scenario, manifest: ReadManifest): { readonly message: string } | undefined;
  simulate(scenario: Scenario, manifest: ReadManifest): HostSimulation;
  commentary(): Promise<Commentary>;
  /** milliseconds from any origin; measures, never decides */
  now(): number;
}

export interface SimulationHost {
  /** Runs are answered at once, questions about them once the commentary is there. */
  handle(request: Request): Response | Promise<Response>;
}

interface FinishedRun {
  readonly run: number;
  readonly scenario: Scenario;
  readonly manifest: ReadManifest;
  readonly simulation: HostSimulation;
  /** made when somebody looks at it */
  watch?: { at(sync: number): WatchView };
}

interface Prepared {
  readonly key: string;
  readonly scenario: Scenario;
  readonly result: ManifestResult;
  adviser?: Adviser;
}

export function createHost(core: HostCore): SimulationHost {
  let prepared: Prepared | undefined;
  /** the newest run, with or without a simulation: what advice is about */
  let newest: { readonly run: number; readonly about: Prepared; readonly trace?: Trace } | undefined;
  let last: FinishedRun | undefined;

  /** Dragging a load point runs the same text again and again: it is read and reviewed once. */
  function prepare(scenario: Scenario): Prepared {
    const { manifest, kubernetes, featureGates, controller, hpa } = scenario;
    const key = JSON.stringify([manifest, kubernetes, featureGates, controller, hpa]);
    if (prepared?.key !== key) {
      const options = hpa === undefined ? {} : { hpa };
      prepared = { key, scenario, result: core.readManifest(manifest, kubernetes, featureGates, options) };
    }
    return prepared;
  }

  function run(request: RunRequest): RunResponse | FailureResponse {
    const startedAt = core.now();
    const { scenario, revision } = request;
    const about = prepare(scenario);
    const { result: manifest } = about;
    newest = { run: revision, about };
    if (manifest.manifest === undefined) {
      return { type: 'ran', revision, manifest, elapsedMs: core.now() - startedAt };
    }
    const exceeded = core.checkLimits(scenario, manifest.manifest);
    if (exceeded !== undefined) return failure(request, exceeded.message);
    const simulation = core.simulate(scenario, manifest.manifest);
    last = { run: revision, scenario, manifest: manifest.manifest, simulation };
    const { trace } = simulation;
    newest = { run: revision, about, trace };
    return { type: 'ran', revision, manifest, trace, elapsedMs: core.now() - startedAt };
  }

  async function explainSync(request: ExplainRequest): Promise<ExplainResponse | FailureResponse> {
    const { explain } = await core.commentary();
    if (last?.run !== request.run) return failure(request, REPLACED);
    const step = last.simulation.step(request.sync);
    const explanation = explain(step, last.simulation.trace);
    return { type: 'explained', revision: request.revision, run: request.run, step, explanation };
  }

  async function advise(request: AdviseRequest): Promise<AdviseResponse | FailureResponse> {
    const { reviewManifest } = await core.commentary();
    if (newest?.run !== request.run) return failure(request, REPLACED);
    const { about, trace, run: of } = newest;
    about.adviser ??= reviewManifest(adviceInputOf(about));
    const advice = trace === undefined ? about.adviser.manifest : about.adviser.run(trace);
    return { type: 'advised', revision: request.revision, run: of, advice };
  }

  async function watch(request: WatchRequest): Promise<WatchResponse | FailureResponse> {
    const { watchRun } = await core.commentary();
    if (last?.run !== request.run) return failure(request, REPLACED);
    last.watch ??= watchRun(last.scenario, last.manifest);
    const { revision, run: of, sync } = request;
    return { type: 'watched', revision, run: of, sync, view: last.watch.at(sync) };
  }

  function answer(request: Exclude<Request, RunRequest>): Promise<Response> {
    switch (request.type) {
      case 'explain':
        return explainSync(request);
      case 'advise':
        return advise(request);
      case 'watch':
        return watch(request);
    }
  }

  async function comment(request: Exclude<Request, RunRequest>): Promise<Response> {
    try {
      return await answer(request);
    } catch (error) {
      return failure(request, messageOf(error));
    }
  }

  return {
    handle(request) {
      if (request.type !== 'run') return comment(request);
      try {
        return run(request);
      } catch (error) {
        return failure(request, messageOf(error));
      }
    },
  };
}

const REPLACED = 'That run is gone: a newer one has replaced it.';

function adviceInputOf({ scenario, result }: Prepared): AdviceInput {
  const { manifest: text, kubernetes: minor, featureGates, controller: flags } = scenario;
  return { text, result, minor, featureGates, flags };
}

function failure(request: Request, message: string): FailureResponse {
  return { type: 'failed', revision: request.revision, request: request.type, message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
