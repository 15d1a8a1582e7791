/** Terms of one decision, in the order in which the controller comes to it. */
import type { TermGroup } from './types.ts';

export const DECISION = {
  title: 'The decision',
  terms: {
    sync: {
      name: 'Sync',
      text: 'One look of the controller at the HPA: it reads the metrics, decides a replica count and writes it where it differs.',
      also: ['reconcile', 'step'],
      docs: 'algorithm',
    },
    syncPeriod: {
      name: 'Sync period',
      text: 'The time from one sync to the next, 15 s unless --horizontal-pod-autoscaler-sync-period says otherwise. Nothing between two syncs is seen.',
      also: ['interval'],
      docs: 'flags',
    },
    currentReplicas: {
      name: 'Current replicas',
      text: 'The count that the controller found in the scale of the target at this sync. It is what was asked for last; the pods may not be ready yet.',
      docs: 'algorithm',
    },
    desiredReplicas: {
      name: 'Desired replicas',
      text: 'The count that a sync ended with, after windows, policies and bounds. Where it differs from the current count, it is written to the scale.',
      docs: 'algorithm',
    },
    usageRatio: {
      name: 'Usage ratio',
      text: 'What was measured, divided by the target. Above 1 the metric asks for more replicas, below 1 for fewer.',
      docs: 'algorithm',
    },
    tolerance: {
      name: 'Tolerance',
      text: 'How far the usage ratio may lie from 1 before anything changes: 0.1, that is 10 %, unless the controller’s flag says otherwise, or behavior for one direction, where version and feature gates take it.',
      also: ['dead band'],
      docs: 'algorithm',
    },
    rawRecommendation: {
      name: 'Metrics ask for',
      text: 'The replicas that a metric asks for before windows, policies and bounds: in the simplest case current replicas × usage ratio, rounded up.',
      also: ['raw proposal', 'recommendation'],
      docs: 'algorithm',
    },
    largestMetric: {
      name: 'Largest metric',
      text: 'Each metric makes a proposal of its own and the largest one counts. A metric that fails is left out; then the others may scale up but not down.',
      also: ['multiple metrics', 'max'],
      docs: 'algorithm',
    },
    stabilizedRecommendation: {
      name: 'Stabilized recommendation',
      text: 'The proposal after the stabilization window: not lower than the window’s highest on the way down, not higher than its lowest on the way up.',
      docs: 'behavior',
    },
    limiter: {
      name: 'Decided by',
      text: 'What had the last word on the count at a sync: a metric alone, the tolerance, a window, a policy, a bound, or something that could not be read.',
      also: ['limiter', 'ribbon', 'reason'],
    },
    rescale: {
      name: 'Scale-up and scale-down',
      text: 'A sync that wrote another count to the scale. It leaves a SuccessfulRescale event, and policies remember it for their period.',
      also: ['rescale', 'scaled'],
      docs: 'hpa',
    },
    flapping: {
      name: 'Flapping',
      text: 'Up and down again and again. Longer windows, a wider tolerance or slower policies calm it; so does a metric that is less restless.',
      also: ['thrashing', 'reversal', 'turned round'],
      docs: 'behavior',
    },
    scale: {
      name: 'Scale subresource',
      text: 'The small part of a workload that holds its replica count. The controller reads and writes that alone and knows nothing else of the workload but its pods’ labels.',
      also: ['scaleTargetRef', 'target'],
      docs: 'hpa',
    },
  },
} as const satisfies TermGroup;
