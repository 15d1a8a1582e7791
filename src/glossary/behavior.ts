/** Terms of what holds a count back: windows, policies, bounds. */
import type { TermGroup } from './types.ts';

export const BEHAVIOR = {
  title: 'Windows, policies and bounds',
  terms: {
    bounds: {
      name: 'Bounds',
      text: 'minReplicas and maxReplicas. They have the last word, after the windows and the policies.',
      also: ['min / max'],
      docs: 'api',
    },
    behavior: {
      name: 'behavior',
      text: 'The part of an HPA that says how fast it may go, apart for scaling up and down. Writing any of it also replaces the old scale-up limit by the default policies.',
      docs: 'behavior',
    },
    stabilizationWindow: {
      name: 'Stabilization window',
      text: 'How far back the controller looks at its own recommendations. For scaling down the highest of them counts, for scaling up the lowest: one short dip or spike moves nothing.',
      also: ['stabilizationWindowSeconds', 'cooldown', 'delay'],
      docs: 'behavior',
    },
    scaleDownWindow: {
      name: 'Scale-down window',
      text: 'Scaling down waits until no higher recommendation is left in it. Where behavior sets none, the controller’s flag does: 300 s by default.',
      also: ['downscale stabilization', '--horizontal-pod-autoscaler-downscale-stabilization'],
      docs: 'behavior',
    },
    scaleUpWindow: {
      name: 'Scale-up window',
      text: 'Scaling up waits until no lower recommendation is left in it. Its default is 0 s: a higher recommendation counts at once.',
      docs: 'behavior',
    },
    scalingPolicy: {
      name: 'Policy',
      text: 'At most so many pods, or so many percent, within a period. Each past change uses up part of the budget until the period has passed.',
      also: ['scaling policy', 'rate limit', 'policies'],
      docs: 'policies',
    },
    policyBudget: {
      name: 'Budget of a policy',
      text: 'What a policy still allows at this moment: its value, counted from the replicas at the start of the period, less what changed since.',
      docs: 'policies',
    },
    periodSeconds: {
      name: 'Period',
      text: 'How far back a policy counts changes, up to 1800 s. It slides along: what was used is free again once it lies a period back.',
      also: ['periodSeconds'],
      docs: 'policies',
    },
    selectPolicy: {
      name: 'selectPolicy',
      text: 'Which of several policies counts: Max the one that allows the largest change, Min the smallest. Disabled switches the direction off.',
      docs: 'policies',
    },
    disabledDirection: {
      name: 'Direction disabled',
      text: 'With selectPolicy: Disabled the count never changes in that direction by metrics. minReplicas and maxReplicas hold all the same.',
      docs: 'policies',
    },
    scaleUpLimit: {
      name: 'Scale-up limit',
      text: 'Without a behavior block one sync can at most double the count, or bring it to 4 where that is more.',
      also: ['rate limit', 'doubling'],
      docs: 'algorithm',
    },
    minReplicas: {
      name: 'minReplicas',
      text: 'The lowest count that the HPA asks for, 1 where it is not written. 0 needs the feature gate HPAScaleToZero and an Object or External metric.',
      also: ['lower bound'],
      docs: 'api',
    },
    maxReplicas: {
      name: 'maxReplicas',
      text: 'The highest count that the HPA asks for, however much the metrics want. It has to be written.',
      also: ['upper bound', 'ceiling'],
      docs: 'api',
    },
    scaleToZero: {
      name: 'Zero replicas',
      text: 'A target that somebody scaled to zero is left alone: the HPA is off until somebody scales it up. With minReplicas: 0 the HPA may go to zero and back by itself.',
      also: ['HPAScaleToZero', 'off'],
      docs: 'hpa',
    },
  },
} as const satisfies TermGroup;
