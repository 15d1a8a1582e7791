/** What a manifest should have before it goes to production: each point with the rules of advice that speak against it. */
import type { Advice } from '../core/index.ts';

export interface Check {
  readonly title: string;
  /** of `src/core/advice/SPEC.md` */
  readonly rules: readonly string[];
}

export const CHECKS: readonly Check[] = [
  {
    title: 'Every container that is measured has a request, and the target can be reached',
    rules: [
      'metric-not-read',
      'missing-request',
      'target-unreachable',
      'limit-caps-growth',
      'no-metric-written',
    ],
  },
  {
    title: 'There is headroom while pods start',
    rules: ['little-headroom', 'target-above-request', 'requests-far-from-usage'],
  },
  { title: 'There is room between the bounds', rules: ['min-equals-max', 'max-reached', 'min-never-left'] },
  {
    title: 'Each metric measures what falls with the load, per pod or in all as its target says',
    rules: [
      'memory-target',
      'value-of-amount',
      'average-of-ratio',
      'same-metric-twice',
      'container-not-in-pod',
    ],
  },
  { title: 'Idle sidecars do not hide a busy container', rules: ['sidecar-dilution'] },
  {
    title: 'It scales up as fast as the load comes',
    rules: [
      'behavior-changes-scale-up',
      'percent-of-few',
      'slow-scale-up',
      'percent-from-zero',
      'long-scale-up-window',
      'held-back-under-load',
    ],
  },
  {
    title: 'It does not follow every dip',
    rules: ['no-scale-down-window', 'flapping', 'tolerance-too-wide'],
  },
  {
    title: 'Every field has an effect, and the one that its comment says',
    rules: [
      'policy-never-binds',
      'window-never-binds',
      'tolerance-dropped',
      'select-policy-mistaken',
      'both-directions-disabled',
      'comment-contradicts',
    ],
  },
  { title: 'Pods say when they are ready', rules: ['no-readiness-probe'] },
  {
    title: 'Nothing else sets the replicas',
    rules: ['replicas-in-workload', 'hpa-beside-vpa', 'owned-by-keda', 'hpa-beside-scaledobject'],
  },
  {
    title: 'The target can be scaled, and its selector matches its own pods alone',
    rules: ['target-cannot-scale', 'target-is-replicaset', 'selector-matches-others'],
  },
  { title: 'Nodes can be drained', rules: ['budget-blocks-eviction'] },
];

export interface Checked {
  readonly title: string;
  /** what speaks against it; none: it holds */
  readonly against: readonly Advice[];
}

/** What no point names stands under one of its own. */
export function checked(advice: readonly Advice[]): readonly Checked[] {
  const points = CHECKS.map(({ title, rules }) => ({
    title,
    against: advice.filter(({ rule }) => rules.includes(rule)),
  }));
  const named = new Set(CHECKS.flatMap(({ rules }) => rules));
  const others = advice.filter(({ rule }) => !named.has(rule));
  return others.length === 0 ? points : [...points, { title: 'What else was seen', against: others }];
}
