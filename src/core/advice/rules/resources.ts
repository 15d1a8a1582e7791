/** Rules about requests, limits, and targets measured against them. */
import type { Int64 } from '../../go/types.ts';
import { PodRequests } from '../../podautoscaler/podRequests.ts';
import { askController, growth, MOST_PODS, templateOf } from '../askController.ts';
import { LINKS } from '../links.ts';
import {
  containersOf,
  nameOf,
  type ResourceMetric,
  resourceMetrics,
  runningContainers,
  usageAtLimits,
} from '../resourceMetrics.ts';
import type { Review } from '../review.ts';
import { type AdviceRule, type Finding, inHpa, type Place } from '../rule.ts';

/** A utilization from which on nothing is left while new pods start; percent. */
const LITTLE_HEADROOM = 90;
/** Growth of a sync below which a limit is what slows a scale-up. The default scale-up rules double. */
const SLOW_GROWTH = 1.5;
/** Enough pods that rounding up to whole ones does not show in the growth. */
const MANY = 100;

function targetPlace(review: Review, { path }: ResourceMetric): Place {
  return inHpa(review, [...path, 'target', 'averageUtilization']);
}

function utilizationMetrics(review: Review): readonly ResourceMetric[] {
  return resourceMetrics(review).filter(({ target }) => target.averageUtilization !== undefined);
}

/** @rule AD20 */
const missingRequest: AdviceRule = {
  rule: 'missing-request',
  reason:
    'Utilization is a percentage of the request. While one container of the pod has none, the controller cannot compute it for any pod: ScalingActive is False, and nothing scales by this metric. Give every container a request, or measure one container with a ContainerResource metric, or use an AverageValue target.',
  link: LINKS.resourceMetrics,
  find(review) {
    const { workloadDocument: document } = review;
    if (document === undefined) return [];
    const told = new Set<string>();
    return utilizationMetrics(review).flatMap((metric): Finding[] => {
      const requests = new PodRequests(review.release, metric.resource, metric.container ?? '');
      const template = templateOf(review);
      if (requests.of(template).ok) return [];
      return containersOf(review, metric).flatMap(({ container, path }): Finding[] => {
        const key = `${path.join('.')} ${metric.resource}`;
        // the controller is asked about each container alone
        const isMissing = !requests.of({ ...template, containers: [container], initContainers: [] }).ok;
        if (!isMissing || told.has(key)) return [];
        told.add(key);
        const message = `Container ${container.name} has no ${metric.resource} request, so there is nothing to take ${metric.target.averageUtilization} % of.`;
        return [{ at: { document, path: [...path, 'name'] }, message }];
      });
    });
  },
};

/** @rule AD21 */
const targetUnreachable: AdviceRule = {
  rule: 'target-unreachable',
  reason:
    'A pod cannot use more than its limit: CPU is throttled there, and for memory the container is killed. With a target and a tolerance beyond that, the metric never asks for more pods. Lower the target or raise the limit.',
  link: LINKS.resources,
  find(review) {
    if (!review.workload.written) return [];
    return resourceMetrics(review).flatMap((metric): Finding[] => {
      const usage = usageAtLimits(review, metric);
      if (usage === undefined) return [];
      const { proposal, reading } = askController(review, { metric: metric.spec, replicas: MANY, usage });
      if (proposal === undefined || proposal > MANY) return [];
      const { averageUtilization, averageValue } = metric.target;
      const [reads, target] =
        averageUtilization === undefined
          ? ['its limit', averageValue ?? '']
          : [`${reading} % of its request`, `${averageUtilization} %`];
      const message = `At its ${metric.resource} limit a pod reads ${reads}, which is not far enough above the target of ${target}: ${nameOf(metric)} never adds a pod.`;
      const field = averageUtilization === undefined ? 'averageValue' : 'averageUtilization';
      return [{ at: inHpa(review, [...metric.path, 'target', field]), message }];
    });
  },
};

/** Whether pods at their limits make the controller add any; true where there are no limits to ask about. */
function isReachable(review: Review, metric: ResourceMetric): boolean {
  const usage = usageAtLimits(review, metric);
  if (usage === undefined) return true;
  const { proposal } = askController(review, { metric: metric.spec, replicas: MANY, usage });
  return proposal !== undefined && proposal > MANY;
}

/** @rule AD22 */
const targetAboveRequests: AdviceRule = {
  rule: 'target-above-request',
  reason:
    'The scheduler reserves the request, nothing more. A target above it counts on room that other pods on the node may be using, and the load has passed what was reserved before the first pod is added. Raise the request to what a pod needs, and target a share of it.',
  link: LINKS.resources,
  find(review) {
    if (!review.workload.written) return [];
    return utilizationMetrics(review).flatMap((metric): Finding[] => {
      const { averageUtilization = 0 } = metric.target;
      if (averageUtilization <= 100 || !isReachable(review, metric)) return [];
      const message = `The target is ${averageUtilization} % of the ${metric.resource} request: pods work beyond what is reserved for them before any is added.`;
      return [{ at: targetPlace(review, metric), message }];
    });
  },
};

/** @rule AD23 */
const littleHeadroom: AdviceRule = {
  rule: 'little-headroom',
  reason:
    'From the first sign of load to a pod that takes traffic pass a metrics interval, a sync, and the start of the pod. Until then the present pods carry it alone, and this target leaves them almost nothing. 50 to 80 % is usual.',
  link: LINKS.algorithm,
  find(review) {
    return utilizationMetrics(review).flatMap((metric): Finding[] => {
      const { averageUtilization = 0 } = metric.target;
      const isHigh = averageUtilization >= LITTLE_HEADROOM && averageUtilization <= 100;
      if (metric.resource !== 'cpu' || !isHigh || !isReachable(review, metric)) return [];
      const message = `A CPU target of ${averageUtilization} % leaves pods ${100 - averageUtilization} % of their request for a rise in load while new ones start.`;
      return [{ at: targetPlace(review, metric), message }];
    });
  },
};

function total(usage: ReadonlyMap<string, Int64>): number {
  return [...usage.values()].reduce<number>((sum, value) => sum + Number(value), 0);
}

/** @rule AD24 */
const limitCapsGrowth: AdviceRule = {
  rule: 'limit-caps-growth',
  reason:
    'However high the load, a throttled pod never reads more than its limit, so the HPA cannot see how much is missing: each sync adds the same share. Raise the CPU limit above the request or drop it, or lower the target.',
  link: LINKS.resources,
  find(review) {
    if (!review.workload.written) return [];
    const { minReplicas, maxReplicas } = review.spec;
    return utilizationMetrics(review).flatMap((metric): Finding[] => {
      const usage = metric.resource === 'cpu' ? usageAtLimits(review, metric) : undefined;
      if (usage === undefined || total(usage) === 0) return [];
      const question = { metric: metric.spec, replicas: MANY, usage };
      const { proposal = MANY, reading } = askController(review, question);
      const factor = proposal / MANY;
      if (factor <= 1 || factor >= SLOW_GROWTH) return [];
      const start = Math.max(1, minReplicas);
      const end = Math.min(maxReplicas, MOST_PODS);
      const steps = growth(review, { ...question, replicas: start }, end).length;
      // a few steps are no climb
      if (steps < 4) return [];
      const message = `At its CPU limit a pod reads ${reading} %, so with a target of ${metric.target.averageUtilization} % the count grows by at most ${factor.toFixed(2)} times a step, whatever the load: ${steps} steps from ${start} to ${end}.`;
      return [{ at: targetPlace(review, metric), message }];
    });
  },
};

/** @rule AD25 */
const memoryTarget: AdviceRule = {
  rule: 'memory-target',
  reason:
    'Many runtimes keep memory that they once had, and caches fill whatever the load is: such a metric scales up and never down again, and since the largest proposal counts, it also keeps what another metric would release. Use it only where memory rises and falls with load.',
  link: LINKS.multipleMetrics,
  find(review) {
    return resourceMetrics(review).flatMap((metric): Finding[] => {
      if (metric.resource !== 'memory') return [];
      const others = review.spec.metrics.length > 1 ? ', and holds the others up with it' : '';
      const message = `Memory is a target here. It seldom falls when load does, and then the HPA does not scale down${others}.`;
      return [{ at: inHpa(review, [...metric.path, 'name']), message }];
    });
  },
};

/** @rule AD26 */
const containerNotInPod: AdviceRule = {
  rule: 'container-not-in-pod',
  reason:
    'A ContainerResource metric finds its container by name in every pod. Without it there is nothing to measure, and the metric fails or never asks for anything.',
  link: LINKS.containerMetrics,
  find(review) {
    if (review.workloadDocument === undefined) return [];
    const names = runningContainers(review).map(({ container }) => container.name);
    return resourceMetrics(review).flatMap(({ container, path }): Finding[] => {
      if (container === undefined || names.includes(container)) return [];
      const message = `${review.workload.kind} ${review.workload.name} has no container ${container}, only ${names.join(', ')}.`;
      return [{ at: inHpa(review, [...path, 'container']), message }];
    });
  },
};

export const RESOURCE_RULES: readonly AdviceRule[] = [
  missingRequest,
  targetUnreachable,
  targetAboveRequests,
  littleHeadroom,
  limitCapsGrowth,
  memoryTarget,
  containerNotInPod,
];
