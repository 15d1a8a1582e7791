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
import { goOnFor, type PortionedRun } from './portions.ts';
import type {
  AdviseRequest,
  AdviseResponse,
  CancelledResponse,
  ExplainRequest,
  ExplainResponse,
  FailureResponse,
  ProgressMessage,
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
  startSimulation(scenario: Scenario, manifest: ReadManifest): PortionedRun<HostSimulation>;
  commentary(): Promise<Commentary>;
  /** milliseconds from any origin; measures, never decides */
  now(): number;
  /** lets what came in meanwhile be heard */
  breathe(): Promise<void>;
  report(progress: ProgressMessage): void;
}

export interface SimulationHost {
  /** Short runs are answered at once, long ones in time; questions about them once the commentary is there. */
  handle(request: Request): Response | Promise<Response>;
  /** @param revision of a run that nobody wants any more */
  cancel(revision: number): void;
}

/** Milliseconds that a run may take at one go: most are done by then, and look up never. */
const AT_ONE_GO_MS = 100;
/** Milliseconds between two breaths of a longer one. */
const BREATH_MS = 40;
/** Milliseconds after which a run counts as long, and is reported. */
const LONG_MS = 250;
/** Milliseconds between two reports. */
const REPORT_MS = 100;

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
  /** a long run that has not been answered yet */
  let underWay: { readonly revision: number; readonly done: Promise<unknown> } | undefined;
  /** the newest run that was given up */
  let cancelled = 0;

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

  function run(request: RunRequest): RunAnswer | Promise<RunAnswer> {
    const startedAt = core.now();
    const { scenario, revision } = request;
    const about = prepare(scenario);
    const { result: manifest } = about;
    const elapsed = (): number => core.now() - startedAt;
    if (manifest.manifest === undefined) {
      newest = { run: revision, about };
      return { type: 'ran', revision, manifest, elapsedMs: elapsed() };
    }
    const exceeded = core.checkLimits(scenario, manifest.manifest);
    if (exceeded !== undefined) return failure(request, exceeded.message);
    const readManifest = manifest.manifest;
    const conclude = (simulation: HostSimulation): RunResponse => {
      const { trace } = simulation;
      last = { run: revision, scenario, manifest: readManifest, simulation };
      newest = { run: revision, about, trace };
      return { type: 'ran', revision, manifest, trace, elapsedMs: elapsed() };
    };
    const started = core.startSimulation(scenario, readManifest);
    const simulation = goOnFor(started, AT_ONE_GO_MS, core.now);
    return simulation === undefined ? goOnLong(request, started, conclude, elapsed) : conclude(simulation);
  }

  /** The rest of a run that takes its time. Questions about the run before it are answered in between. */
  function goOnLong(
    request: RunRequest,
    started: PortionedRun<HostSimulation>,
    conclude: (simulation: HostSimulation) => RunResponse,
    elapsed: () => number,
  ): Promise<RunAnswer> {
    const { revision } = request;
    const { durationSeconds } = request.scenario;
    async function goOn(): Promise<RunAnswer> {
      let reportAt = LONG_MS;
      for (;;) {
        if (elapsed() >= reportAt) {
          reportAt = elapsed() + REPORT_MS;
          core.report({ type: 'progress', revision, share: started.atSeconds / durationSeconds });
        }
        await core.breathe();
        if (cancelled === revision) return { type: 'cancelled', revision };
        const simulation = goOnFor(started, BREATH_MS, core.now);
        if (simulation !== undefined) return conclude(simulation);
      }
    }
    const answer = goOn()
      .catch((error: unknown) => failure(request, messageOf(error)))
      .finally(() => {
        underWay = undefined;
      });
    underWay = { revision, done: answer };
    return answer;
  }

  function beginRun(request: RunRequest): RunAnswer | Promise<RunAnswer> {
    // A run that was restored for a question may still be under way.
    if (underWay !== undefined) return underWay.done.then(() => beginRun(request));
    if (cancelled === request.revision) return { type: 'cancelled', revision: request.revision };
    try {
      return run(request);
    } catch (error) {
      return failure(request, messageOf(error));
    }
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
      if (underWay?.revision === request.run) await underWay.done;
      return await answer(request);
    } catch (error) {
      return failure(request, messageOf(error));
    }
  }

  return {
    handle: (request) => (request.type === 'run' ? beginRun(request) : comment(request)),
    cancel(revision) {
      cancelled = revision;
    },
  };
}

type RunAnswer = RunResponse | CancelledResponse | FailureResponse;

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
