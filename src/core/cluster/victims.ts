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

/** A pod with the ranks of its ages, which are asked for many times while sorting. */
interface RankedPod {
  readonly pod: SimulatedPod;
  /** pods of the workload on the same node */
  readonly colocated: number;
  readonly readyRank: number;
  readonly creationRank: number;
}

function rankPod(pod: SimulatedPod, colocated: number, now: number): RankedPod {
  return { pod, colocated, readyRank: ageRank(pod.readyAt, now), creationRank: ageRank(pod.createdAt, now) };
}

/** Which of two pods a ReplicaSet deletes first: negative when it is the first one. */
function compareForDeletion(first: RankedPod, second: RankedPod): number {
  const a = first.pod;
  const b = second.pod;
  if (Number.isNaN(a.scheduledAt) !== Number.isNaN(b.scheduledAt))
    return Number.isNaN(a.scheduledAt) ? -1 : 1;
  if (a.phase !== b.phase) return a.phase === 'Pending' ? -1 : 1;
  if ((a.ready === 'True') !== (b.ready === 'True')) return a.ready === 'True' ? 1 : -1;
  if (first.colocated !== second.colocated) return second.colocated - first.colocated;
  if (a.ready === 'True' && Math.floor(a.readyAt) !== Math.floor(b.readyAt)) {
    return first.readyRank - second.readyRank || a.uid - b.uid;
  }
  if (a.containerRestarts !== b.containerRestarts) return b.containerRestarts - a.containerRestarts;
  if (Math.floor(a.createdAt) !== Math.floor(b.createdAt)) {
    return first.creationRank - second.creationRank || a.uid - b.uid;
  }
  return a.uid - b.uid;
}

/** Up to this many victims are picked one by one, which is less work than sorting all pods. */
const FEW = 4;

/** Puts the first `count` in their order to the front. */
function bringFirst(ranked: RankedPod[], count: number): void {
  for (let place = 0; place < Math.min(count, ranked.length); place++) {
    let first = place;
    for (let i = place + 1; i < ranked.length; i++) {
      if (compareForDeletion(ranked[i] as RankedPod, ranked[first] as RankedPod) < 0) first = i;
    }
    const victim = ranked[first] as RankedPod;
    ranked[first] = ranked[place] as RankedPod;
    ranked[place] = victim;
  }
}

/**
 * How many pods share each node; where room has no end, every pod has a node of its own.
 *
 * @upstream pkg/controller/replicaset/replica_set.go getPodsRankedByRelatedPodsOnSameNode
 */
function podsOnNodes(related: readonly SimulatedPod[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { node } of related) if (node !== '') counts.set(node, (counts.get(node) ?? 0) + 1);
  return counts;
}

/**
 * The pods that go when a ReplicaSet shrinks, in the order in which its controller picks them: not scheduled, pending,
 * not ready, on the node with the most pods of the workload, then the youngest by readiness on a logarithmic scale, the
 * most restarted, the youngest by creation. There are no deletion costs here, so that rule of upstream's never decides,
 * and what upstream leaves to Go's unstable sort is decided by UID.
 *
 * @param active  the ReplicaSet's pods that are not being deleted
 * @param related all of the workload's that are not
 * @param count   how many are to go
 * @param now     seconds since the start of the run
 * @upstream pkg/controller/controller_utils.go ActivePodsWithRanks
 * @rule DP3
 */
export function pickVictims(
  active: readonly SimulatedPod[],
  related: readonly SimulatedPod[],
  count: number,
  now: number,
): readonly SimulatedPod[] {
  const onNodes = podsOnNodes(related);
  const ranked = active.map((pod) => rankPod(pod, onNodes.get(pod.node) ?? 0, now));
  if (count > FEW) ranked.sort(compareForDeletion);
  else bringFirst(ranked, count);
  return ranked.slice(0, count).map(({ pod }) => pod);
}
