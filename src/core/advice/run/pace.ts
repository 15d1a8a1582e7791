/** Rules about how a run moved: back and forth, or not fast enough. */
import { LIMITER_KINDS, type Trace } from '../../trace/types.ts';
import { LINKS } from '../links.ts';
import { inHpa } from '../rule.ts';
import { spanText } from '../wording.ts';
import { percentText, type RunRule } from './runRule.ts';

const MANY_REVERSALS = 6;
const MANY_REVERSALS_AN_HOUR = 4;
/** Time held back from which on it is worth a word: a share of the run, and seconds. */
const LONG_SHARE = 0.02;
const LONG_SECONDS = 120;

/** @rule AR2 */
const flapping: RunRule = {
  rule: 'flapping',
  reason:
    'Pods that are removed and soon needed again cost their start-up each time, and the load they leave falls on the others. A longer scale-down window keeps the count at the highest recommendation of that time.',
  link: LINKS.window,
  find(review, { summary, durationSeconds }) {
    const { reversals, scaleUps, scaleDowns } = summary;
    const anHour = reversals / (durationSeconds / 3600);
    if (reversals < MANY_REVERSALS || anHour < MANY_REVERSALS_AN_HOUR) return [];
    const path = ['spec', 'behavior', 'scaleDown', 'stabilizationWindowSeconds'];
    const message = 'The count goes back and forth in this run.';
    const evidence = `${scaleUps} scale-ups and ${scaleDowns} scale-downs, with ${reversals} changes of direction in ${spanText(durationSeconds)}.`;
    return [{ at: inHpa(review, path), message, evidence }];
  },
};

const HOLDING = {
  policy: 'a scaling policy',
  rateLimit: 'the limit of one sync',
  stabilizationUp: 'the scale-up window',
} as const;

interface Held {
  readonly syncs: number;
  /** the largest number of pods that were asked for and not given */
  readonly missing: number;
  readonly by: readonly string[];
}

/** Syncs at which the metrics asked for more and something other than maxReplicas gave less. */
function heldBack({ syncs }: Trace): Held {
  const by = new Set<string>();
  let count = 0;
  let missing = 0;
  for (let sync = 0; sync < syncs.limiter.length; sync++) {
    const kind = LIMITER_KINDS[syncs.limiter[sync] ?? 0];
    // beyond maxReplicas nothing but maxReplicas holds back
    const wanted = Math.min(syncs.proposal[sync] ?? 0, syncs.maxReplicas[sync] ?? 0);
    const short = wanted - (syncs.desiredReplicas[sync] ?? 0);
    const isUp = (syncs.proposal[sync] ?? 0) > (syncs.currentReplicas[sync] ?? 0);
    if (kind === undefined || !(kind in HOLDING) || !isUp || short <= 0) continue;
    count++;
    missing = Math.max(missing, short);
    by.add(HOLDING[kind as keyof typeof HOLDING]);
  }
  return { syncs: count, missing, by: [...by] };
}

/** @rule AR3 */
const heldBackUnderLoad: RunRule = {
  rule: 'held-back-under-load',
  reason:
    'While the metrics ask for more pods than policies or windows let through, those that run carry the load. That is the price of a slow scale-up; faster policies, a shorter window or a higher minReplicas lower it.',
  link: LINKS.behavior,
  find(review, trace) {
    const { syncs, missing, by } = heldBack(trace);
    const seconds = syncs * trace.syncPeriodSeconds;
    const share = syncs / Math.max(1, trace.syncs.limiter.length);
    if (seconds < LONG_SECONDS || share < LONG_SHARE) return [];
    const message = 'Scale-up lags behind what the metrics ask for in this run.';
    const evidence = `For ${spanText(seconds)} (${percentText(share)} of the run) ${by.join(' and ')} gave less than was asked for, up to ${missing} pods less.`;
    return [{ at: inHpa(review, ['spec', 'behavior', 'scaleUp'], 'key'), message, evidence }];
  },
};

export const PACE_RUN_RULES: readonly RunRule[] = [flapping, heldBackUnderLoad];
