import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import { RUN_START_MS } from '../cluster/time.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { ClusterSampler } from '../trace/clusterSampler.ts';
import { KedaCollector } from '../trace/kedaCollector.ts';
import { podHours, toPodLife } from '../trace/podLives.ts';
import { nodeHours, p95Latency } from '../trace/sums.ts';
import { SyncCollector } from '../trace/syncCollector.ts';
import type { SyncStep, Trace } from '../trace/types.ts';
import { coldStarts } from './coldStarts.ts';
import { checkLimits } from './limits.ts';
import { Replay } from './replay.ts';
import { Run } from './run.ts';

/** A finished run, and the way back into it. */
export interface Simulation {
  readonly trace: Trace;
  /** Everything about one sync; neighbours of the last one asked for are at hand, others take a replay. */
  step(sync: number): SyncStep;
}

/** A run under way, for whoever wants to look up in between. */
export interface StartedSimulation {
  /** seconds of the run that have passed */
  readonly atSeconds: number;
  /** @returns the finished run; undefined while there is more of it */
  goOn(syncs: number): Simulation | undefined;
}

/**
 * Runs a scenario from start to end. A pure function of its input.
 *
 * @param scenario within the limits: ask `checkLimits` first, this throws otherwise
 * @param manifest what the scenario's text was read into
 * @rule TM1 TM2
 */
export function simulate(scenario: Scenario, manifest: ReadManifest): Simulation {
  const simulation = startSimulation(scenario, manifest).goOn(Number.POSITIVE_INFINITY);
  if (simulation === undefined) throw new Error('the run did not end');
  return simulation;
}

/**
 * Begins a run that goes on by as many syncs as it is told to: the same run as `simulate`, whatever the portions.
 *
 * @param scenario within the limits: ask `checkLimits` first, this throws otherwise
 * @param manifest what the scenario's text was read into
 * @rule TM1 TM2
 */
export function startSimulation(scenario: Scenario, manifest: ReadManifest): StartedSimulation {
  const exceeded = checkLimits(scenario, manifest);
  if (exceeded !== undefined) throw new RangeError(exceeded.message);
  const { durationSeconds } = scenario;
  const { syncPeriodSeconds } = scenario.controller;
  const expected = Math.ceil(durationSeconds / syncPeriodSeconds);
  const syncs = new SyncCollector(syncPeriodSeconds, expected);
  const sampler = new ClusterSampler(expected);
  const keda = new KedaCollector(RUN_START_MS);
  const run = new Run(scenario, manifest, {
    keda: {
      onReconcile: (...found) => keda.follow(...found),
      onPoll: (...poll) => keda.push(...poll),
    },
    onInstantEnd: ({ atSeconds, cluster }) => sampler.sample(atSeconds, cluster),
  });
  const wantsRecord = (hpa: HorizontalPodAutoscaler): boolean => syncs.wantsRecord(hpa);
  sampler.sample(0, run.cluster);

  function finish(): Simulation {
    run.finish();
    sampler.sample(durationSeconds, run.cluster);
    const trace = toTrace(scenario, manifest, run, { syncs, sampler, keda });
    const replay = new Replay(scenario, manifest);
    return { trace, step: (sync) => replay.step(sync) };
  }

  return {
    get atSeconds() {
      return run.atSeconds;
    },
    goOn(portion) {
      for (let gone = 0; gone < portion; gone++) {
        const sync = run.next(wantsRecord);
        if (sync === undefined) return finish();
        syncs.push(sync.atSeconds, sync.outcome);
      }
      return undefined;
    },
  };
}

interface Collectors {
  readonly syncs: SyncCollector;
  readonly sampler: ClusterSampler;
  readonly keda: KedaCollector;
}

function toTrace(
  { durationSeconds, controller }: Scenario,
  { hpa }: ReadManifest,
  { cluster }: Run,
  { syncs, sampler, keda: kedaCollector }: Collectors,
): Trace {
  const { scaleUps, scaleDowns, reversals, secondsAboveTarget } = syncs;
  const columns = sampler.finish();
  const keda = kedaCollector.finish();
  const { requestsOffered, requestsServed, requestsDropped, waiting } = cluster.workload;
  return {
    startMs: RUN_START_MS,
    durationSeconds,
    syncPeriodSeconds: controller.syncPeriodSeconds,
    hpa,
    syncs: syncs.finishSyncs(),
    metrics: syncs.finishMetrics(),
    conditions: syncs.finishConditions(),
    cluster: columns,
    pods: cluster.everyPod.map(toPodLife),
    events: syncs.events,
    scalings: cluster.scalings,
    coldStarts: coldStarts(cluster),
    ...(keda === undefined ? {} : { keda }),
    summary: {
      syncs: syncs.length,
      scaleUps,
      scaleDowns,
      reversals,
      podHours: podHours(cluster.everyPod, durationSeconds),
      maxReplicas: sampler.maxPods,
      requestsOffered,
      requestsServed,
      requestsDropped,
      requestsWaiting: waiting,
      p95LatencySeconds: p95Latency(columns, durationSeconds),
      nodeHours: nodeHours(columns, durationSeconds),
      secondsAboveTarget,
    },
  };
}
