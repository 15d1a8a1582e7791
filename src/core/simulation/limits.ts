import { initialReplicas } from '../cluster/cluster.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario, TimelineEvent } from '../scenario/types.ts';
import { appliedManifest } from './appliedManifests.ts';

/** What one run may ask for at most. Thirty days of a thousand pods at the usual sync period fit. */
export const SIMULATION_LIMITS = {
  durationSeconds: 31 * 86_400,
  syncs: 200_000,
  scrapes: 1_000_000,
  polls: 400_000,
  podSyncs: 200_000_000,
} as const;

/** Which bound a scenario passes, by how much, and what to do about it. */
export interface LimitExceeded {
  readonly limit: keyof typeof SIMULATION_LIMITS;
  readonly allowed: number;
  readonly asked: number;
  readonly message: string;
}

type Demand = Readonly<Record<keyof typeof SIMULATION_LIMITS, number>>;

/** Most replicas that can be there at once: the bound of the HPA, or what there is before it acts. */
function mostReplicas(scenario: Scenario, manifest: ReadManifest): number {
  const { maxReplicas, minReplicas } = manifest.hpa.spec;
  const later = scenario.events.map((event) => replicasAfter(event, scenario));
  return Math.max(maxReplicas, minReplicas, initialReplicas(manifest, scenario.cluster), ...later);
}

/** Most replicas that an event can lead to. */
function replicasAfter(event: TimelineEvent, scenario: Scenario): number {
  if (event.kind === 'scale') return event.replicas;
  const applied = appliedManifest(event, scenario);
  if (applied === undefined) return 0;
  return Math.max(applied.hpa.spec.maxReplicas, applied.hpa.spec.minReplicas, applied.workload.replicas ?? 0);
}

function demandOf(scenario: Scenario, manifest: ReadManifest): Demand {
  const { durationSeconds } = scenario;
  const syncs = Math.ceil(durationSeconds / scenario.controller.syncPeriodSeconds);
  return {
    durationSeconds,
    syncs,
    scrapes: scrapesOf(scenario),
    polls: pollsOf(scenario, manifest),
    podSyncs: syncs * mostReplicas(scenario, manifest),
  };
}

/** Of metrics-server, and of Prometheus where there is one. */
function scrapesOf({ durationSeconds, cluster }: Scenario): number {
  const { scrapeIntervalSeconds: interval } = cluster.customMetrics;
  const ofPrometheus = interval === 0 ? 0 : Math.ceil(durationSeconds / interval);
  return Math.ceil(durationSeconds / cluster.metricsServer.resolutionSeconds) + ofPrometheus;
}

/** Of KEDA's operator, by the most frequent of its ScaledObject's versions. */
function pollsOf(scenario: Scenario, manifest: ReadManifest): number {
  const later = scenario.events.map((event) => appliedManifest(event, scenario));
  const intervals = [manifest, ...later].map(
    (read) => read?.keda?.plan.pollingInterval ?? Number.POSITIVE_INFINITY,
  );
  return Math.ceil(scenario.durationSeconds / Math.min(...intervals));
}

/** `1234567` reads `1,234,567`. */
function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

const MESSAGES: Readonly<Record<keyof Demand, (asked: string, allowed: string) => string>> = {
  durationSeconds: (asked, allowed) =>
    `The run lasts ${asked} s; ${allowed} s are possible. Choose a shorter duration.`,
  syncs: (asked, allowed) =>
    `The run has ${asked} syncs; ${allowed} are possible. Choose a shorter duration or a longer sync period.`,
  scrapes: (asked, allowed) =>
    `The run has ${asked} scrapes of metrics-server and Prometheus; ${allowed} are possible. Choose a shorter duration, a coarser resolution or a longer scrape interval.`,
  polls: (asked, allowed) =>
    `KEDA would poll ${asked} times; ${allowed} are possible. Choose a shorter duration or a longer pollingInterval.`,
  podSyncs: (asked, allowed) =>
    `The run may come to ${asked} replicas times syncs; ${allowed} are possible. Lower maxReplicas, or choose a shorter duration.`,
};

/**
 * Whether a scenario stays within what one run may ask for; to be asked before it is run.
 *
 * @returns the first bound that it passes, undefined when there is none
 * @rule TM7
 */
export function checkLimits(scenario: Scenario, manifest: ReadManifest): LimitExceeded | undefined {
  const demand = demandOf(scenario, manifest);
  for (const limit of Object.keys(SIMULATION_LIMITS) as (keyof Demand)[]) {
    const asked = demand[limit];
    const allowed = SIMULATION_LIMITS[limit];
    if (!(asked <= allowed)) {
      return { limit, allowed, asked, message: MESSAGES[limit](number(asked), number(allowed)) };
    }
  }
  return undefined;
}
