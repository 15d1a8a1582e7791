/** What can be asked, in words. Apart from the answers, which need the core’s editing of texts. */
import type { WhatIf } from './types.ts';

/** What a question is called: "no stabilization window". */
export function whatIfText(question: WhatIf): string {
  switch (question.id) {
    case 'minor':
      return `Kubernetes ${question.minor}`;
    case 'withoutMetric':
      return `without ${question.name}`;
    default:
      return TEXTS[question.id];
  }
}

type FixedId = Exclude<WhatIf['id'], 'minor' | 'withoutMetric'>;

const TEXTS: Readonly<Record<FixedId, string>> = {
  noWindow: 'no stabilization window',
  noPolicies: 'no scaling policies',
  noTolerance: 'tolerance 0',
  wideTolerance: 'tolerance 20 %',
  twiceMin: 'twice the min',
  twiceMax: 'twice the max',
  fastSync: 'a sync every 5 s',
  freshMetrics: 'metrics without delay',
  instantPods: 'pods ready at once',
  keepOne: 'never below one pod',
  noCooldown: 'no cooldown',
  scheduledMin: 'a pod by schedule',
};

interface Question {
  readonly id: FixedId;
  readonly help: string;
}

/** In the order in which they are offered; the version has a choice of its own. */
export const QUESTIONS: readonly Question[] = [
  { id: 'noWindow', help: 'stabilizationWindowSeconds 0, for scaling up and down.' },
  { id: 'noPolicies', help: 'No policy limits how fast replicas are added or removed.' },
  { id: 'noTolerance', help: 'The controller answers the smallest distance from the target.' },
  { id: 'wideTolerance', help: 'The controller leaves the count alone within 20 % of the target.' },
  { id: 'twiceMin', help: 'minReplicas times two, as far as maxReplicas allows.' },
  { id: 'twiceMax', help: 'maxReplicas times two.' },
  { id: 'fastSync', help: 'The controller looks every 5 s (--horizontal-pod-autoscaler-sync-period).' },
  { id: 'freshMetrics', help: 'metrics-server looks every second; other metrics are read as they are.' },
  { id: 'instantPods', help: 'A new pod is scheduled, pulled, started and warm at once.' },
];

/** Offered before those where a ScaledObject scales: what makes a cold start shorter, or none. */
export const KEDA_QUESTIONS: readonly Question[] = [
  {
    id: 'scheduledMin',
    help: 'A cron trigger has one pod ready 5 min before the load returns, for an hour.',
  },
  { id: 'keepOne', help: 'minReplicaCount 1: there is always a pod, and KEDA has no step to make.' },
  { id: 'noCooldown', help: 'cooldownPeriod 0: zero pods with the first poll that finds no trigger active.' },
];
