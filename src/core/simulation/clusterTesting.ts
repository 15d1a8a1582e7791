/** A cluster in motion for tests, without a controller. */
import { TURN } from '../cluster/agenda.ts';
import { Cluster, warmUpSeconds } from '../cluster/cluster.ts';
import type { SimulatedPod } from '../cluster/simulatedPod.ts';
import {
  type ClusterChoice,
  clusterSettings,
  type ManifestChoice,
  manifestOf,
  steps,
} from '../cluster/testing.ts';
import type { SignalBinding } from '../cluster/types.ts';
import type { LoadCurve } from '../load/types.ts';
import { type MetricsApis, RestMetricsClient } from '../podautoscaler/metrics/client.ts';
import { resolveRelease } from '../releases/index.ts';
import { EventQueue } from './eventQueue.ts';

export interface ClusterSetup {
  readonly load?: LoadCurve;
  readonly cluster?: ClusterChoice;
  readonly manifest?: ManifestChoice;
  readonly seed?: number;
  /** of the metrics that are going to be asked for by name */
  readonly metricKeys?: readonly string[];
  readonly signals?: readonly SignalBinding[];
}

export interface MovingCluster {
  readonly world: Cluster;
  /** Lets time pass; what happens at that second has happened. */
  at(seconds: number): Cluster;
}

/** A cluster at the start of its run, with the way to let time pass. */
export function movingCluster({
  load = steps([0, 5]),
  cluster,
  manifest,
  seed = 1,
  metricKeys = [],
  signals = [],
}: ClusterSetup = {}): MovingCluster {
  const settings = clusterSettings(cluster);
  const queue = new EventQueue(-warmUpSeconds(settings, metricKeys));
  const restMetricsClient = (apis: MetricsApis) => new RestMetricsClient(apis, resolveRelease('1.37', {}));
  const bound = { curves: [load], signals, metricKeys };
  const input = { manifest: manifestOf(manifest), settings, load, ...bound, seed, restMetricsClient };
  const world = new Cluster(input, queue, () => {});
  const at = (seconds: number) => {
    queue.advanceTo(seconds, TURN.sync);
    world.settle();
    return world;
  };
  return { world, at };
}

/** `2r 1s 3r'`: pods by state and revision, ready or not; a stroke for each further revision, x for terminating. */
export function outlineOf(pods: readonly SimulatedPod[]): string {
  const counts = new Map<string, number>();
  for (const pod of pods) {
    const state = pod.deleted ? 'x' : pod.ready === 'True' ? 'r' : 's';
    const key = `${pod.revision}${state}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `${count}${key.slice(1)}${"'".repeat(Number(key[0]) - 1)}`)
    .join(' ');
}
