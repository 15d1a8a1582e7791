/** Terms of the pods that are counted, and of how they come and go. */
import type { TermGroup } from './types.ts';

export const PODS = {
  title: 'Pods',
  terms: {
    workload: {
      name: 'Workload',
      text: 'What the HPA scales: a Deployment or another target with its pods. They share the load; what they use against requests and limits is what metrics are made of.',
      also: ['scale target', 'Deployment'],
      docs: 'deployment',
    },
    podLife: {
      name: 'Life of a pod',
      text: 'From creation over waiting for a node and starting up to ready, and through its grace period until it is gone. Only a ready pod serves.',
      also: ['pod phases', 'lifecycle'],
      docs: 'pods',
    },
    readiness: {
      name: 'Ready pod',
      text: 'A pod whose readiness probe succeeds: it gets requests. Of CPU the controller counts a starting pod only once it is ready.',
      also: ['readiness', 'ready'],
      docs: 'pods',
    },
    startingPods: {
      name: 'Starting pod',
      text: 'A pod that has a node but is not ready yet: image, start-up and probes take their time. Until then the others carry the load.',
      docs: 'pods',
    },
    pendingPods: {
      name: 'Pending pod',
      text: 'A pod that waits for a node or for its image. The controller counts it as not ready, so a second scale-up for the same load is held back.',
      docs: 'pods',
    },
    unreadyPods: {
      name: 'Unready pod',
      text: 'A pod that is pending or, for CPU, one that is still starting. It is set aside; where the rest asks for more, it counts as using nothing.',
      also: ['not yet ready'],
      docs: 'algorithm',
    },
    missingMetrics: {
      name: 'Missing metrics',
      text: 'A pod without a sample is filled in cautiously. Where the rest asks for more, it counts as using nothing; where it asks for less, as using all of its request (for averages: its target).',
      also: ['missing pods'],
      docs: 'algorithm',
    },
    ignoredPods: {
      name: 'Ignored pod',
      text: 'A pod that is being deleted or has failed is not counted at all, neither its usage nor itself.',
      also: ['deleted', 'failed'],
      docs: 'algorithm',
    },
    cpuInitializationPeriod: {
      name: 'CPU initialization period',
      text: 'For so long after its start, 300 s by default, a pod’s CPU counts only while it is ready, and with a sample taken after it became so.',
      also: ['--horizontal-pod-autoscaler-cpu-initialization-period'],
      docs: 'flags',
    },
    initialReadinessDelay: {
      name: 'Initial readiness delay',
      text: 'A pod that turned unready within so long after its start, 30 s by default, counts as never having been ready, once its initialization period is over.',
      also: ['--horizontal-pod-autoscaler-initial-readiness-delay'],
      docs: 'flags',
    },
    failingMetric: {
      name: 'Failing metric',
      text: 'A metric that cannot be read or computed. If others can, they may still scale up; if none can, or they ask for less, the count stays and ScalingActive turns False.',
      also: ['error', 'FailedGetResourceMetric'],
      docs: 'conditions',
    },
    podHours: {
      name: 'Pod-hours',
      text: 'The time of all pods added up, from creation until they are gone: what is paid for, in a first approximation.',
      also: ['cost', 'pod time'],
    },
    rollout: {
      name: 'Rollout',
      text: 'A changed template replaces the pods of a Deployment step by step. Extra pods of the surge are seen by the HPA like any others.',
      also: ['maxSurge', 'rolling update'],
      docs: 'deployment',
    },
    quota: {
      name: 'Resource quota',
      text: 'A bound on what a namespace may hold. Pods beyond it are not created, whatever the HPA wants.',
      docs: 'quota',
    },
    nodes: {
      name: 'Nodes and cluster autoscaler',
      text: 'Pods need room. Where there is none they stay pending until a node is added, which takes minutes in a real cluster.',
      also: ['capacity', 'autoscaler', 'node-hours'],
      docs: 'resources',
    },
    backlog: {
      name: 'Backlog',
      text: 'Requests or messages that wait because the ready pods cannot keep up. Requests that would wait longer than their patience are dropped.',
      also: ['queue', 'waiting', 'dropped', 'patience'],
    },
    latency: {
      name: 'Latency',
      text: 'Time that a request is in the system, waiting and being served. It rises steeply as pods come close to what they can bear. p95 is what 95 of 100 stay under.',
      also: ['p95', 'service time'],
    },
    load: {
      name: 'Load',
      text: 'Demand over time, drawn by you: requests a second, or any other value that a metric reads. Everything else follows from it.',
      also: ['curve', 'traffic', 'demand'],
    },
  },
} as const satisfies TermGroup;
