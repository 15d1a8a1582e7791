/**
 * Messages between the page and the worker that runs the core. Plain, cloneable data and types only. Every request
 * carries a revision; a newer one of the same kind makes the older one moot. Errors cross as data.
 */

import type { Advice } from '../core/advice/types.ts';
import type { Explanation } from '../core/explanation/types.ts';
import type { ManifestResult } from '../core/manifest/types.ts';
import type { Scenario } from '../core/scenario/types.ts';
import type { SyncStep, Trace } from '../core/trace/types.ts';

export interface RunRequest {
  readonly type: 'run';
  readonly revision: number;
  readonly scenario: Scenario;
}

/** Asks for one sync of the last finished run of that revision. */
export interface ExplainRequest {
  readonly type: 'explain';
  readonly revision: number;
  /** revision of the run that is asked about */
  readonly run: number;
  readonly sync: number;
}

/** Asks for what a reviewer would say of the newest text that was run, and of its run. */
export interface AdviseRequest {
  readonly type: 'advise';
  readonly revision: number;
  /** revision of the run that is asked about */
  readonly run: number;
}

/** Asks for the lines of `kubectl get hpa --watch` up to a sync of the last finished run of that revision. */
export interface WatchRequest {
  readonly type: 'watch';
  readonly revision: number;
  /** revision of the run that is asked about */
  readonly run: number;
  readonly sync: number;
}

export type Request = RunRequest | ExplainRequest | AdviseRequest | WatchRequest;

/** Gives a run up. It is answered all the same: as cancelled, or with its trace where it was done by then. */
export interface CancelMessage {
  readonly type: 'cancel';
  /** of the run */
  readonly revision: number;
}

export type Message = Request | CancelMessage;

/** On the way to the answer of a run that takes long, some ten times a second at most. */
export interface ProgressMessage {
  readonly type: 'progress';
  /** of the run */
  readonly revision: number;
  /** of the simulated time, from 0 to 1 */
  readonly share: number;
}

/** The run was given up before its end. */
export interface CancelledResponse {
  readonly type: 'cancelled';
  readonly revision: number;
}

/** `trace` is absent when the manifest cannot run; `problems` say why. */
export interface RunResponse {
  readonly type: 'ran';
  readonly revision: number;
  readonly manifest: ManifestResult;
  readonly trace?: Trace;
  /** time inside the worker, milliseconds */
  readonly elapsedMs: number;
}

export interface ExplainResponse {
  readonly type: 'explained';
  readonly revision: number;
  readonly run: number;
  readonly step: SyncStep;
  readonly explanation: Explanation;
}

export interface AdviseResponse {
  readonly type: 'advised';
  readonly revision: number;
  readonly run: number;
  readonly advice: readonly Advice[];
}

/** One line, without its end, and the last sync that had begun when it was printed; -1 before the first. */
export interface WatchLine {
  readonly sync: number;
  readonly text: string;
}

/** What a watch has printed by a sync. */
export interface WatchView {
  readonly header: string;
  /** the newest lines, in the order in which they came */
  readonly lines: readonly WatchLine[];
  /** lines before those, which are left out */
  readonly earlier: number;
}

export interface WatchResponse {
  readonly type: 'watched';
  readonly revision: number;
  readonly run: number;
  readonly sync: number;
  readonly view: WatchView;
}

/** The core threw: a bug of ours, or a limit named in the message. */
export interface FailureResponse {
  readonly type: 'failed';
  readonly revision: number;
  readonly request: Request['type'];
  readonly message: string;
}

export type Response =
  | RunResponse
  | CancelledResponse
  | ExplainResponse
  | AdviseResponse
  | WatchResponse
  | FailureResponse;
