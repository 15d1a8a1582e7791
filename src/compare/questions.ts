/** What can be asked, in words. Apart from the answers, which need the core’s editing of texts. */
import type { WhatIf } from './types.ts';

/** What a question is called: "no stabilization window". */
export function whatIfText(question: WhatIf): string {
  return question.id === 'minor' ? `Kubernetes ${question.minor}` : TEXTS[question.id];
}

type FixedId = Exclude<WhatIf['id'], 'minor'>;

const TEXTS: Readonly<Record<FixedId, string>> = {
  noWindow: 'no stabilization window',
  noPolicies: 'no scaling policies',
  noTolerance: 'tolerance 0',
  twiceMax: 'twice the max',
  freshMetrics: 'metrics without delay',
  instantPods: 'pods ready at once',
};

/** In the order in which they are offered; the version has a choice of its own. */
export const QUESTIONS: readonly { readonly id: FixedId; readonly help: string }[] = [
  { id: 'noWindow', help: 'stabilizationWindowSeconds 0, for scaling up and down.' },
  { id: 'noPolicies', help: 'No policy limits how fast replicas are added or removed.' },
  { id: 'noTolerance', help: 'The controller answers the smallest distance from the target.' },
  { id: 'twiceMax', help: 'maxReplicas times two.' },
  { id: 'freshMetrics', help: 'metrics-server looks every second; other metrics are read as they are.' },
  { id: 'instantPods', help: 'A new pod is scheduled, pulled, started and warm at once.' },
];
