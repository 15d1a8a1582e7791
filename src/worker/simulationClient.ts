/**
 * The page's end of the worker. One request of a kind is in flight, only the newest pending one is kept, answers are
 * matched by revision, and every promise settles: with an answer, as `superseded`, or as `lost` when the worker died
 * or stopped answering and was replaced.
 */
import type { Scenario } from '../core/scenario/types.ts';
import type {
  AdviseResponse,
  ExplainResponse,
  FailureResponse,
  Request,
  Response,
  RunResponse,
  WatchResponse,
} from './protocol.ts';

/** The part of `Worker` that is used; tests hand in their own. */
export interface WorkerPort {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Response }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
}

/** A newer request of the same kind took this one's place. */
export interface Superseded {
  readonly type: 'superseded';
}

/** The worker is gone and this request with it. */
export interface Lost {
  readonly type: 'lost';
  readonly because: 'died' | 'hung';
  readonly message: string;
}

export type RunOutcome = RunResponse | FailureResponse | Superseded | Lost;
export type ExplainOutcome = ExplainResponse | FailureResponse | Superseded | Lost;

export type AdviseOutcome = AdviseResponse | FailureResponse | Superseded | Lost;

export type WatchOutcome = WatchResponse | FailureResponse | Superseded | Lost;

export interface SimulationClientOptions {
  readonly spawn: () => WorkerPort;
  /** milliseconds without an answer after which the worker counts as hung */
  readonly watchdogMs: number;
}

export interface SimulationClient {
  /** Starts the worker ahead of the first request. */
  warmUp(): void;
  run(scenario: Scenario): Promise<RunOutcome>;
  /** `run` is the revision of a finished run. */
  explain(run: number, sync: number): Promise<ExplainOutcome>;
  /** `run` is the revision of the newest answered run, also of one without a trace. */
  advise(run: number): Promise<AdviseOutcome>;
  /** `run` is the revision of a finished run. */
  watch(run: number, sync: number): Promise<WatchOutcome>;
  dispose(): void;
}

type Kind = Request['type'];
type Outcome = RunOutcome | ExplainOutcome | AdviseOutcome | WatchOutcome;

interface Job {
  readonly request: Request;
  readonly settle: (outcome: Outcome) => void;
}

/** One kind's queue: at most one request out, at most one waiting. */
interface Lane {
  inFlight: Job | undefined;
  waiting: Job | undefined;
}

const SUPERSEDED: Superseded = { type: 'superseded' };
const KINDS: readonly Kind[] = ['run', 'explain', 'advise', 'watch'];

export function createSimulationClient(options: SimulationClientOptions): SimulationClient {
  const lanes: Record<Kind, Lane> = {
    run: { inFlight: undefined, waiting: undefined },
    explain: { inFlight: undefined, waiting: undefined },
    advise: { inFlight: undefined, waiting: undefined },
    watch: { inFlight: undefined, waiting: undefined },
  };
  let port: WorkerPort | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let revision = 0;
  /** The last run that gave a trace: a new worker is given it again before it is asked about one of its syncs. */
  let lastGood: Request | undefined;
  /** The present worker has that run. */
  let portHasLastGood = false;

  function ensurePort(): WorkerPort {
    if (port !== undefined) return port;
    const fresh = options.spawn();
    fresh.onmessage = (event) => receive(fresh, event.data);
    fresh.onerror = (event) => replace(fresh, 'died', stopped(event.message));
    fresh.onmessageerror = () => replace(fresh, 'died', 'An answer of the simulation could not be read.');
    port = fresh;
    return fresh;
  }

  function enqueue(request: Request): Promise<Outcome> {
    return new Promise((settle) => {
      const lane = lanes[request.type];
      const job: Job = { request, settle };
      if (lane.inFlight === undefined) {
        send(lane, job);
        return;
      }
      lane.waiting?.settle(SUPERSEDED);
      lane.waiting = job;
    });
  }

  function send(lane: Lane, job: Job): void {
    lane.inFlight = job;
    try {
      const target = ensurePort();
      if (job.request.type !== 'run') restoreRun(target, job.request.run);
      target.postMessage(job.request);
      armWatchdog();
    } catch (error) {
      lane.inFlight = undefined;
      job.settle(lost('died', stopped(error instanceof Error ? error.message : String(error))));
    }
  }

  function restoreRun(target: WorkerPort, run: number): void {
    if (portHasLastGood || lastGood === undefined || lastGood.revision !== run) return;
    target.postMessage(lastGood);
    portHasLastGood = true;
  }

  function receive(from: WorkerPort, response: Response): void {
    if (from !== port) return;
    const lane = lanes[response.type === 'failed' ? response.request : kindOf(response)];
    const job = lane.inFlight;
    // Answers to a request that nobody waits for: the replay after a replacement, or one that was given up.
    if (job === undefined || job.request.revision !== response.revision) return;
    lane.inFlight = undefined;
    if (response.type === 'ran' && response.trace !== undefined) {
      lastGood = job.request;
      portHasLastGood = true;
    }
    job.settle(response);
    const next = lane.waiting;
    lane.waiting = undefined;
    if (next !== undefined) send(lane, next);
    armWatchdog();
  }

  function armWatchdog(): void {
    clearTimeout(watchdog);
    watchdog = undefined;
    if (KINDS.every((kind) => lanes[kind].inFlight === undefined)) return;
    const watched = port;
    if (watched === undefined) return;
    const seconds = options.watchdogMs / 1000;
    watchdog = setTimeout(
      () => replace(watched, 'hung', `The simulation gave no answer for ${seconds} s.`),
      options.watchdogMs,
    );
  }

  function replace(gone: WorkerPort, because: Lost['because'], message: string): void {
    if (gone !== port) return;
    shutDown();
    const stranded: Job[] = [];
    const resent: Job[] = [];
    for (const kind of KINDS) {
      const lane = lanes[kind];
      if (lane.inFlight !== undefined) stranded.push(lane.inFlight);
      if (lane.waiting !== undefined) resent.push(lane.waiting);
      lane.inFlight = undefined;
      lane.waiting = undefined;
    }
    for (const job of stranded) job.settle(lost(because, message));
    for (const job of resent) send(lanes[job.request.type], job);
    // Only after a loss: a worker that dies while idle, say at loading, would otherwise be started for ever.
    if (stranded.length > 0) warmUp();
  }

  function shutDown(): void {
    clearTimeout(watchdog);
    watchdog = undefined;
    if (port === undefined) return;
    port.onmessage = null;
    port.onerror = null;
    port.onmessageerror = null;
    port.terminate();
    port = undefined;
    portHasLastGood = false;
  }

  function warmUp(): void {
    try {
      ensurePort();
    } catch {
      // The next request tries again and settles with the reason.
    }
  }

  return {
    warmUp,
    run(scenario) {
      revision += 1;
      return enqueue({ type: 'run', revision, scenario }) as Promise<RunOutcome>;
    },
    explain(run, sync) {
      revision += 1;
      return enqueue({ type: 'explain', revision, run, sync }) as Promise<ExplainOutcome>;
    },
    advise(run) {
      revision += 1;
      return enqueue({ type: 'advise', revision, run }) as Promise<AdviseOutcome>;
    },
    watch(run, sync) {
      revision += 1;
      return enqueue({ type: 'watch', revision, run, sync }) as Promise<WatchOutcome>;
    },
    dispose() {
      shutDown();
      for (const kind of KINDS) {
        lanes[kind].inFlight?.settle(SUPERSEDED);
        lanes[kind].waiting?.settle(SUPERSEDED);
        lanes[kind].inFlight = undefined;
        lanes[kind].waiting = undefined;
      }
    },
  };
}

function kindOf({ type }: Exclude<Response, FailureResponse>): Kind {
  switch (type) {
    case 'ran':
      return 'run';
    case 'explained':
      return 'explain';
    case 'advised':
      return 'advise';
    case 'watched':
      return 'watch';
  }
}

function stopped(reason: string | undefined): string {
  return reason ? `The simulation stopped: ${reason}.` : 'The simulation stopped.';
}

function lost(because: Lost['because'], message: string): Lost {
  return { type: 'lost', because, message };
}
