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
  ExplainRequest,
  ExplainResponse,
  FailureResponse,
  Request,
  Response,
  RunRequest,
  RunResponse,
} from './protocol.ts';

/** A finished run that can be replayed to any of its syncs. */
export interface HostSimulation {
  readonly trace: Trace;
  step(sync: number): SyncStep;
}

/** The parts of the core that the host calls. */
export interface HostCore {
  readManifest(text: string, minor: Minor, featureGates: FeatureGates, options?: ReadOptions): ManifestResult;
  reviewManifest(input: AdviceInput): Adviser;
  /** the first bound on simulated work that the scenario passes; undefined: none */
  checkLimits(scenario: Scenario, manifest: ReadManifest): { readonly message: string } | undefined;
  simulate(scenario: Scenario, manifest: ReadManifest): HostSimulation;
  explain(step: SyncStep, trace: Trace): Explanation;
  /** milliseconds from any origin; measures, never decides */
  now(): number;
}

export interface SimulationHost {
  handle(request: Request): Response;
}

interface Prepared {
  readonly key: string;
  readonly result: ManifestResult;
  readonly adviser: Adviser;
}

export function createHost(core: HostCore): SimulationHost {
  let prepared: Prepared | undefined;
  let last: { readonly run: number; readonly simulation: HostSimulation } | undefined;

  /** Dragging a load point runs the same text again and again: it is read and reviewed once. */
  function prepare({
    manifest: text,
    kubernetes: minor,
    featureGates,
    controller: flags,
    hpa,
  }: Scenario): Prepared {
    const key = JSON.stringify([text, minor, featureGates, flags, hpa]);
    if (prepared?.key !== key) {
      const result = core.readManifest(text, minor, featureGates, hpa === undefined ? {} : { hpa });
      const adviser = core.reviewManifest({ text, result, minor, featureGates, flags });
      prepared = { key, result, adviser };
    }
    return prepared;
  }

  function run(request: RunRequest): RunResponse | FailureResponse {
    const startedAt = core.now();
    const { scenario, revision } = request;
    const { result: manifest, adviser } = prepare(scenario);
    if (manifest.manifest === undefined) {
      const advice = adviser.manifest;
      return { type: 'ran', revision, manifest, advice, elapsedMs: core.now() - startedAt };
    }
    const exceeded = core.checkLimits(scenario, manifest.manifest);
    if (exceeded !== undefined) return failure(request, exceeded.message);
    const simulation = core.simulate(scenario, manifest.manifest);
    last = { run: revision, simulation };
    const { trace } = simulation;
    const advice = adviser.run(trace);
    return { type: 'ran', revision, manifest, trace, advice, elapsedMs: core.now() - startedAt };
  }

  function explainSync(request: ExplainRequest): ExplainResponse | FailureResponse {
    if (last?.run !== request.run) return failure(request, 'That run is gone: a newer one has replaced it.');
    const step = last.simulation.step(request.sync);
    const explanation = core.explain(step, last.simulation.trace);
    return { type: 'explained', revision: request.revision, run: request.run, step, explanation };
  }

  return {
    handle(request) {
      try {
        return request.type === 'run' ? run(request) : explainSync(request);
      } catch (error) {
        return failure(request, messageOf(error));
      }
    },
  };
}

function failure(request: Request, message: string): FailureResponse {
  return { type: 'failed', revision: request.revision, request: request.type, message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
