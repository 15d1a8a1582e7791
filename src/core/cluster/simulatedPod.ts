import type { Ms, Pod, PodPhase, PodTemplate } from '../podautoscaler/interfaces.ts';

/** Why a pod ended; empty while it has not. */
export type PodEnd = '' | 'scaledDown' | 'rollout' | 'killed' | 'nodeLost' | 'evicted';

/**
 * One pod of the simulated cluster: the part that the API shows (`Pod`), its life, and its use of CPU so far. The
 * cluster alone changes it.
 *
 * Instants ending in `Ms` are as the API gives them, whole seconds since the epoch; the others are seconds since
 * the start of the run, NaN for what has not happened.
 */
export class SimulatedPod implements Pod {
  readonly name: string;
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
  startedAt = Number.NaN;
  servingAt = Number.NaN;
  readyAt = Number.NaN;
  deletedAt = Number.NaN;
  goneAt = Number.NaN;

  /** counts the workload's templates, from 1 */
  revision = 1;
  /** name of the node that it is bound to; empty: none, or room without end */
  node = '';
  containerRestarts = 0;
  endedBy: PodEnd = '';

  /** the application is up, the pod is ready and not being deleted: it serves its share */
  isServing = false;
  /** milli-core-seconds used up to `accountedAt` */
  cpuUsed = 0;
  accountedAt = 0;
  /** what the workload's counter of requests for each serving pod stood at then */
  accountedRequests = 0;
  /** milli-cores used beside serving since then */
  ownCpuMilli = 0;

  /** instant of the last scrape that saw this pod; NaN before the first */
  scrapedAt = Number.NaN;
  /** `cpuUsed` at that scrape */
  scrapedCpu = 0;

  /** whether metrics-server can tell a sample, always of its latest scrape */
  hasSample = false;
  sampleCpuMilli = 0;
  sampleMemoryBytes = 0;
  sampleWindowMs = 0;

  constructor(name: string, uid: number, template: PodTemplate, createdAt: number) {
    this.name = name;
    this.uid = uid;
    this.template = template;
    this.createdAt = createdAt;
    this.accountedAt = createdAt;
  }
}
