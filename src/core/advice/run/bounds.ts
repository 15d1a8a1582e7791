/** Rules about a run that leans on its bounds. */
import { LIMITER_KINDS, type Trace } from '../../trace/types.ts';
import { LINKS } from '../links.ts';
import { inHpa } from '../rule.ts';
import { percentText, type RunRule } from './runRule.ts';

/** Below this share of the syncs a bound does its work; above it, it is the size of the workload. */
const OFTEN = 0.2;
const MAX = LIMITER_KINDS.indexOf('max');

/** Syncs at which maxReplicas cut the count, and the most that the metrics asked for meanwhile. */
function cutByMax({ syncs }: Trace): { readonly share: number; readonly wanted: number } {
  let count = 0;
  let wanted = 0;
  for (let sync = 0; sync < syncs.limiter.length; sync++) {
    if (syncs.limiter[sync] !== MAX) continue;
    count++;
    wanted = Math.max(wanted, syncs.proposal[sync] ?? 0);
  }
  return { share: syncs.limiter.length === 0 ? 0 : count / syncs.limiter.length, wanted };
}

/** @rule AR1 */
const maxReached: RunRule = {
  rule: 'max-reached',
  reason:
    'At maxReplicas the HPA no longer reacts to load: the metric rises above its target, and ScalingLimited says TooManyReplicas. Raise the bound if the cluster has room, or give the pods more resources.',
  link: LINKS.algorithm,
  find(review, trace) {
    const { share, wanted } = cutByMax(trace);
    if (share < OFTEN) return [];
    const { maxReplicas } = review.spec;
    const message = `maxReplicas ${maxReplicas} decides the size for much of this run.`;
    const asked = wanted > maxReplicas ? `; the metrics asked for up to ${wanted}` : '';
    const evidence = `Cut to ${maxReplicas} at ${percentText(share)} of the syncs${asked}.`;
    return [{ at: inHpa(review, ['spec', 'maxReplicas']), message, evidence }];
  },
};

/** A minimum of so many pods or fewer is there for the sake of availability. */
const FEW = 3;

/** @rule AR7 */
const minNeverLeft: RunRule = {
  rule: 'min-never-left',
  reason:
    'minReplicas is paid for at every hour. Where the metrics never ask for half of it, the HPA only holds it there. Lower it to what availability needs, unless a rush is expected that this run does not hold.',
  link: LINKS.algorithm,
  find(review, { syncs }) {
    const { minReplicas } = review.spec;
    const asked = Math.max(0, ...syncs.proposal);
    const isLeft = syncs.desiredReplicas.some((desired) => desired > minReplicas);
    if (minReplicas <= FEW || isLeft || asked === 0 || asked * 2 > minReplicas) return [];
    const message = `minReplicas ${minReplicas} is more than this run ever needs.`;
    const evidence = `The metrics never asked for more than ${asked}.`;
    return [{ at: inHpa(review, ['spec', 'minReplicas']), message, evidence }];
  },
};

export const BOUNDS_RUN_RULES: readonly RunRule[] = [maxReached, minNeverLeft];
