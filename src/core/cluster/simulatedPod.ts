import type { Ms, Pod, PodPhase, PodTemplate } from '../podautoscaler/interfaces.ts';
import type { Series } from './pipelines/series.ts';
import type { Revision } from './revision.ts';
import { MODE, type Mode, type ServingClass } from './servingClass.ts';

/** Why a pod ended; empty while it has not. */
export type PodEnd = '' | 'scaledDown' | 'rollout' | 'killed' | 'nodeLost' | 'evicted';

/** Why a container ended. */
export type ContainerEnd = 'crashed' | 'oomKilled' | 'probeFailed';

/** What happened to a pod at an instant: its Ready condition changed, its first container ended or was started again. */
export interface PodTurn {
  /** since the start of the run */
  readonly atSeconds: number;
  readonly kind: 'ready' | 'unready' | 'restarted' | ContainerEnd;
}

/** The samples of what a pod counts. */
export interface PodSeries {
  requests: Series | undefined;
  cpu: Series | undefined;
}

/**
 * One pod of the simulated cluster: the part that the API shows (`Pod`), its life, and its use of CPU so far. The
 * cluster alone changes it.
 *
 * Instants ending in `Ms` are as the API gives them, whole seconds since the epoch; the others are seconds since
 * the start of the run, NaN for what has not happened.
 */
export class SimulatedPod implements Pod {
  readonly name: string;
  /** what it was made from */
  readonly madeFrom: Revision;
  readonly template: PodTemplate;
  phase: PodPhase = 'Pending';
  startTimeMs: Ms | undefined = undefined;
  ready: 'True' | 'False' | undefined = undefined;
  readyTransitionMs: Ms | undefined = undefined;
  deleted = false;

  /** stands for the UID where upstream orders by it */
  readonly uid: number;
  readonly createdAt: number;
  scheduledAt = Number.NaN;
  /** the first start of its containers */
  startedAt = Number.NaN;
  servingAt = Number.NaN;
  readyAt = Number.NaN;
  deletedAt = Number.NaN;
  goneAt = Number.NaN;

  /** name of the node that it is bound to; empty: none, or room without end */
  node = '';
  containerRestarts = 0;
  endedBy: PodEnd = '';
  /** from the first time that it was ready on; undefined while nothing followed that, as with most pods */
  turns: PodTurn[] | undefined = undefined;

  /** the first container runs */
  isRunning = false;
  /** the application in it is up */
  isUp = false;
  /** it still pays for its start-up */
  isBursting = false;
  /** readiness probes have been answered */
  isProbedReady = false;
  /** how many reasons hold it unready whatever its probes say */
  heldUnready = 0;
  /** the last start of the first container */
  containerStartedAt = Number.NaN;
  /** counts starts, so that what was still to come of an earlier one can be told apart */
  starts = 0;
  /** a container that starts before this instant crashes again */
  crashesUntil = Number.NEGATIVE_INFINITY;
  /** seconds that the next restart waits; 0: none waited for yet */
  backOffSeconds = 0;
  /** instant of the last restart */
  backOffSetAt = Number.NaN;

  /** what it shares with other pods when it serves */
  servingClass: ServingClass;
  mode: Mode = MODE.off;
  /** it gets a share of the requests: ready and not being deleted */
  shares = false;
  /** the application is up too: it serves its share */
  isServing = false;
  /** milli-core-seconds that the first container has used up to `accountedAt` */
  cpuUsed = 0;
  /** requests served up to then */
  requestsServed = 0;
  accountedAt = 0;
  /** what its class's counters stood at then */
  accountedRequests = 0;
  accountedWarmCpu = 0;
  /** milli-cores used beside serving since then */
  ownCpuMilli = 0;
  /** `cpuUsed` and `requestsServed` at the first container's last start */
  cpuAtStart = 0;
  requestsAtStart = 0;

  /** instant of the last scrape that saw this pod; NaN before the first */
  scrapedAt = Number.NaN;
  /** `cpuUsed` and `requestsServed` at that scrape */
  scrapedCpu = 0;
  scrapedRequests = 0;

  /** number of Prometheus' latest scrape that saw its application up; -1: none has */
  lastScrape = -1;
  /** what Prometheus read of it */
  readonly scraped: PodSeries = { requests: undefined, cpu: undefined };

  /** whether metrics-server can tell a sample, always of its latest scrape */
  hasSample = false;
  sampleCpuMilli = 0;
  sampleMemoryBytes = 0;
  /** of each further container */
  sampleSidecarCpuMilli = 0;
  sampleWindowMs = 0;

  constructor(name: string, uid: number, madeFrom: Revision, createdAt: number, servingClass: ServingClass) {
    this.name = name;
    this.uid = uid;
    this.madeFrom = madeFrom;
    this.template = madeFrom.template;
    this.createdAt = createdAt;
    this.accountedAt = createdAt;
    this.servingClass = servingClass;
    this.accountedRequests = servingClass.requestsPerPod;
    this.accountedWarmCpu = servingClass.warmCpuPerPod;
  }

  /** Keeps a turn, and before the first one the readiness that it ends. */
  turn(atSeconds: number, kind: PodTurn['kind']): void {
    const ready = { atSeconds: this.readyAt, kind: 'ready' } as const;
    this.turns ??= Number.isNaN(this.readyAt) ? [] : [ready];
    this.turns.push({ atSeconds, kind });
  }

  /** Counts the workload's templates, from 1. */
  get revision(): number {
    return this.madeFrom.number;
  }
}
