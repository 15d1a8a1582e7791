/** The arithmetic of a Deployment's rolling update: counts in, counts out. */
import type { DeploymentStrategy, IntOrPercent } from '../manifest/types.ts';

export const DEFAULT_STRATEGY: DeploymentStrategy = {
  type: 'RollingUpdate',
  maxSurge: '25%',
  maxUnavailable: '25%',
};

const PERCENT = 100;

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/intstr/intstr.go GetScaledValueFromIntOrPercent */
function scaled(value: IntOrPercent, total: number, round: (exact: number) => number): number {
  if (typeof value === 'number') return value;
  return round((Number.parseInt(value, 10) * total) / PERCENT);
}

/** How far the number of pods may leave the wanted one. */
export interface Fenceposts {
  readonly maxSurge: number;
  readonly maxUnavailable: number;
}

/**
 * The surge is rounded up and the unavailable are rounded down; both 0 would never get anywhere, so one may be
 * unavailable then.
 *
 * @param replicas wanted by the Deployment
 * @upstream pkg/controller/deployment/util/deployment_util.go ResolveFenceposts, MaxUnavailable, MaxSurge
 * @rule DP7
 */
export function fenceposts(strategy: DeploymentStrategy, replicas: number): Fenceposts {
  if (strategy.type !== 'RollingUpdate') return { maxSurge: 0, maxUnavailable: 0 };
  const maxSurge = scaled(strategy.maxSurge, replicas, Math.ceil);
  const unavailable = scaled(strategy.maxUnavailable, replicas, Math.floor);
  const atLeast = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
  return { maxSurge, maxUnavailable: Math.min(atLeast, replicas) };
}

/** A ReplicaSet of the Deployment, and what it looked like when its size was last set. */
export interface SizedReplicaSet {
  /** its own `spec.replicas` */
  replicas: number;
  /** the Deployment's replicas at that time */
  desired: number;
  /** the same with the surge */
  most: number;
  /** counts ReplicaSets by their creation */
  readonly order: number;
}

/** @upstream pkg/controller/deployment/util/deployment_util.go getReplicaSetFraction */
function fractionOf(
  set: SizedReplicaSet,
  replicas: number,
  maxSurge: number,
  statusReplicas: number,
): number {
  if (replicas === 0) return -set.replicas;
  const before = set.most === 0 ? statusReplicas : set.most;
  if (before === 0) return 0;
  return roundHalfAway((set.replicas * (replicas + maxSurge)) / before) - set.replicas;
}

/** @upstream staging/src/k8s.io/utils integer.RoundToInt32: halves away from zero */
function roundHalfAway(value: number): number {
  return value < 0 ? Math.trunc(value - 0.5) : Math.trunc(value + 0.5);
}

function bySize(sets: readonly SizedReplicaSet[], newerFirst: boolean): readonly SizedReplicaSet[] {
  const tie = newerFirst ? -1 : 1;
  return [...sets].sort((a, b) => b.replicas - a.replicas || tie * (a.order - b.order));
}

/**
 * New sizes of old and new ReplicaSets when the Deployment is scaled in the middle of a rollout: what is added or
 * removed is spread by size, and what rounding leaves goes to the largest.
 *
 * @param active         ReplicaSets that want pods
 * @param replicas       wanted by the Deployment now
 * @param statusReplicas pods that the Deployment has
 * @returns the size for each of `active`
 * @upstream pkg/controller/deployment/sync.go scale
 * @rule DP8
 */
export function proportionalSizes(
  active: readonly SizedReplicaSet[],
  replicas: number,
  maxSurge: number,
  statusReplicas: number,
): ReadonlyMap<SizedReplicaSet, number> {
  const present = active.reduce((sum, set) => sum + set.replicas, 0);
  const toAdd = (replicas > 0 ? replicas + maxSurge : 0) - present;
  const sizes = new Map<SizedReplicaSet, number>();
  if (toAdd === 0) {
    for (const set of active) sizes.set(set, set.replicas);
    return sizes;
  }
  const ordered = bySize(active, toAdd > 0);
  let added = 0;
  for (const set of ordered) {
    const fraction = added === toAdd ? 0 : fractionOf(set, replicas, maxSurge, statusReplicas);
    const share = toAdd > 0 ? Math.min(fraction, toAdd - added) : Math.max(fraction, toAdd - added);
    sizes.set(set, set.replicas + share);
    added += share;
  }
  const [largest] = ordered;
  if (largest !== undefined) {
    sizes.set(largest, Math.max(0, (sizes.get(largest) ?? 0) + toAdd - added));
  }
  return sizes;
}

/**
 * Size of the new ReplicaSet at the next step of a rolling update.
 *
 * @param wanted  replicas of the Deployment
 * @param present sizes of all ReplicaSets together
 * @upstream pkg/controller/deployment/util/deployment_util.go NewRSNewReplicas
 * @rule DP7
 */
export function nextSizeOfNew(wanted: number, newSize: number, present: number, maxSurge: number): number {
  if (newSize > wanted) return wanted;
  const room = wanted + maxSurge - present;
  return room <= 0 ? newSize : newSize + Math.min(room, wanted - newSize);
}
