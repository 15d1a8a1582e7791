import type { SimulatedPod } from './simulatedPod.ts';

/**
 * Ages are compared by the whole part of their base-2 logarithm in nanoseconds, so that pods of a similar age are
 * chosen among at random.
 *
 * @param atSeconds  an instant, whole seconds as in the API
 * @param nowSeconds the present
 * @upstream pkg/controller/controller_utils.go logarithmicRankDiff
 */
function ageRank(atSeconds: number, nowSeconds: number): number {
  const age = nowSeconds - Math.floor(atSeconds);
  return age > 0 ? Math.trunc(Math.log2(age * 1e9)) : -1;
}

/** Youngest first by rank, then by UID. */
function compareAges(
  aSeconds: number,
  bSeconds: number,
  a: SimulatedPod,
  b: SimulatedPod,
  now: number,
): number {
  return ageRank(aSeconds, now) - ageRank(bSeconds, now) || a.uid - b.uid;
}

/** Which of two pods a ReplicaSet deletes first: negative when it is `a`. */
function compareForDeletion(a: SimulatedPod, b: SimulatedPod, now: number): number {
  if (Number.isNaN(a.scheduledAt) !== Number.isNaN(b.scheduledAt))
    return Number.isNaN(a.scheduledAt) ? -1 : 1;
  if (a.phase !== b.phase) return a.phase === 'Pending' ? -1 : 1;
  if ((a.ready === 'True') !== (b.ready === 'True')) return a.ready === 'True' ? 1 : -1;
  const sameReadyTime = Math.floor(a.readyAt) === Math.floor(b.readyAt);
  if (a.ready === 'True' && !sameReadyTime) return compareAges(a.readyAt, b.readyAt, a, b, now);
  const sameCreation = Math.floor(a.createdAt) === Math.floor(b.createdAt);
  return sameCreation ? a.uid - b.uid : compareAges(a.createdAt, b.createdAt, a, b, now);
}

/** Digits at the end of a StatefulSet pod's name. */
function ordinalOf(pod: SimulatedPod): number {
  return Number(pod.name.slice(pod.name.lastIndexOf('-') + 1));
}

/**
 * The pods that go when a workload shrinks, in the order in which its controller picks them: not scheduled, pending,
 * not ready, then the youngest by readiness and by creation on a logarithmic scale. A StatefulSet takes the highest
 * ordinals. There are no nodes, deletion costs and restarts here yet, so these rules of upstream's never decide, and
 * what upstream leaves to Go's unstable sort is decided by UID.
 *
 * @param active pods that are not being deleted
 * @param count  how many are to go
 * @param now    seconds since the start of the run
 * @upstream pkg/controller/controller_utils.go ActivePodsWithRanks
 * @rule DP3 DP4
 */
export function pickVictims(
  kind: string,
  active: readonly SimulatedPod[],
  count: number,
  now: number,
): readonly SimulatedPod[] {
  const order: (a: SimulatedPod, b: SimulatedPod) => number =
    kind === 'StatefulSet' ? (a, b) => ordinalOf(b) - ordinalOf(a) : (a, b) => compareForDeletion(a, b, now);
  return [...active].sort(order).slice(0, count);
}
