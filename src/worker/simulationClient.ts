/**
 * The page's end of the worker. One request of a kind is in flight, only the newest pending one is kept, answers are
 * matched by revision, and every promise settles: with an answer, as `superseded`, as `cancelled`, or as `lost` when
 * the worker died or stopped answering and was replaced. A run that takes long is given up for a newer one.
 */
import type { Scenario } from '../core/scenario/types.ts';
import type {
  AdviseResponse,
  ExplainResponse,
  FailureResponse,
  Message,
  ProgressMessage,
  Request,
  Response,
  RunResponse,
  WatchResponse,
} from './protocol.ts';

/** The part of `Worker` that is used; tests hand in their own. */
export interface WorkerPort {
  postMessage(message: Message): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Response | ProgressMessage }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
}

/** A newer request of the same kind took this one's place. */
export interface Superseded {
  readonly type: 'superseded';
}

/** Somebody asked for the run to be given up. */
export interface Cancelled {
  readonly type: 'cancelled';
}

/** The worker is gone and this request with it. */
export interface Lost {
  readonly type: 'lost';
  readonly because: 'died' | 'hung';
  readonly message: string;
}

export type RunOutcome = RunResponse | FailureResponse | Superseded | Cancelled | Lost;
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
  /** @param onProgress hears of a run that takes long: the share of its time that has been simulated, 0 to 1 */
  run(scenario: Scenario, onProgress?: (share: number) => void): Promise<RunOutcome>;
  /** Gives up the run in flight and the one that waits; both settle as cancelled. */
  cancelRun(): void;
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
  readonly onProgress?: ((share: number) => void) | undefined;
  /** the worker said that it takes long */
  isLong?: boolean;
  /** what it settles as, now that the worker was told to give it up */
  givenUp?: Superseded | Cancelled;
}

/** One kind's queue: at most one request out, at most one waiting. */
interface Lane {
  inFlight: Job | undefined;
  waiting: Job | undefined;
}

const SUPERSEDED: Superseded = { type: 'superseded' };
const CANCELLED: Cancelled = { type: 'cancelled' };
/** Milliseconds until a worker that was told to give up, and does not look up, is replaced. */
const GIVE_UP_MS = 1000;
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
  let patience: ReturnType<typeof setTimeout> | undefined;
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

  function enqueue(request: Request, onProgress?: (share: number) => void): Promise<Outcome> {
    return new Promise((settle) => {
      const lane = lanes[request.type];
      const job: Job = { request, settle, onProgress };
      if (lane.inFlight === undefined) {
        send(lane, job);
        return;
      }
      lane.waiting?.settle(SUPERSEDED);
      lane.waiting = job;
      if (lane.inFlight.isLong) giveUp(lane.inFlight, SUPERSEDED);
    });
  }

  /** Short runs are let go to their end, so that a drag shows what it passes. */
  function giveUp(job: Job, as: Superseded | Cancelled): void {
    const isNew = job.givenUp === undefined;
    job.givenUp = as;
    const asked = port;
    if (!isNew || asked === undefined) return;
    asked.postMessage({ type: 'cancel', revision: job.request.revision });
    clearTimeout(patience);
    patience = setTimeout(() => {
      if (lanes.run.inFlight === job) replace(asked, 'givenUp', '');
    }, GIVE_UP_MS);
  }

  function progress({ revision: of, share }: ProgressMessage): void {
    armWatchdog();
    const { inFlight, waiting } = lanes.run;
    if (inFlight?.request.revision !== of) return;
    inFlight.isLong = true;
    if (inFlight.givenUp !== undefined) return;
    if (waiting === undefined) inFlight.onProgress?.(share);
    else giveUp(inFlight, SUPERSEDED);
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

  function receive(from: WorkerPort, response: Response | ProgressMessage): void {
    if (from !== port) return;
    if (response.type === 'progress') {
      progress(response);
      return;
    }
    const lane = lanes[response.type === 'failed' ? response.request : kindOf(response)];
    const job = lane.inFlight;
    // Answers to a request that nobody waits for: the replay after a replacement, or one that was given up.
    if (job === undefined || job.request.revision !== response.revision) return;
    lane.inFlight = undefined;
    if (response.type === 'ran' && response.trace !== undefined) {
      lastGood = job.request;
      portHasLastGood = true;
    }
    job.settle(outcomeOf(job, response));
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

  /** @param because `givenUp`: the worker did not look up from a run that nobody wants; nothing else is to blame */
  function replace(gone: WorkerPort, because: Lost['because'] | 'givenUp', message: string): void {
    if (gone !== port) return;
    shutDown();
    const stranded: Job[] = [];
    const resent: Job[] = [];
    for (const kind of KINDS) {
      const lane = lanes[kind];
      const isInnocent = because === 'givenUp' && lane.inFlight?.givenUp === undefined;
      if (lane.inFlight !== undefined && !isInnocent) stranded.push(lane.inFlight);
      // What waits is newer than what is in flight.
      const next = lane.waiting ?? (isInnocent ? lane.inFlight : undefined);
      if (isInnocent && lane.waiting !== undefined) lane.inFlight?.settle(SUPERSEDED);
      if (next !== undefined) resent.push(next);
      lane.inFlight = undefined;
      lane.waiting = undefined;
    }
    for (const job of stranded) {
      job.settle(job.givenUp ?? lost(because === 'givenUp' ? 'hung' : because, message));
    }
    // Questions first: they bring the run that they are about, which must not come after a newer one.
    for (const job of resent.reverse()) send(lanes[job.request.type], job);
    // Only after a loss: a worker that dies while idle, say at loading, would otherwise be started for ever.
    if (stranded.length > 0) warmUp();
  }

  function shutDown(): void {
    clearTimeout(watchdog);
    clearTimeout(patience);
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
    run(scenario, onProgress) {
      revision += 1;
      return enqueue({ type: 'run', revision, scenario }, onProgress) as Promise<RunOutcome>;
    },
    cancelRun() {
      const { inFlight, waiting } = lanes.run;
      lanes.run.waiting = undefined;
      waiting?.settle(CANCELLED);
      if (inFlight !== undefined) giveUp(inFlight, CANCELLED);
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

/** A run that was cancelled stays cancelled, even where its end came first; nothing is shown that was not wanted. */
function outcomeOf({ givenUp }: Job, response: Response): Outcome {
  if (response.type === 'cancelled') return givenUp ?? SUPERSEDED;
  return givenUp?.type === 'cancelled' ? givenUp : response;
}

function kindOf({ type }: Exclude<Response, FailureResponse>): Kind {
  switch (type) {
    case 'ran':
    case 'cancelled':
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
