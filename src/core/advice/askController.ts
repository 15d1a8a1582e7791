/**
 * Small questions to the controller itself: what it would answer for so many equal pods. No rule of it is repeated in
 * this room; whatever advice claims about its answers was asked for here.
 */

import type { MetricSpec } from '../autoscaling/types.ts';
import { MAX_INT32 } from '../go/int32.ts';
import { addInt64 } from '../go/int64.ts';
import { failure, type Int64, type Result } from '../go/types.ts';
import { HorizontalController } from '../podautoscaler/horizontal.ts';
import type { MetricsClient, Ms, Pod, PodMetricsInfo, PodTemplate } from '../podautoscaler/interfaces.ts';
import type { Review } from './review.ts';

/** Long past every start-up period of the controller. */
const NOW: Ms = Date.UTC(2026, 0, 1);
const HOUR: Ms = 3_600_000;
const WINDOW: Ms = 30_000;

/** The cluster that the question is about; every pod of it is the same, ready, and has run for hours. */
export interface Question {
  readonly metric: MetricSpec;
  readonly replicas: number;
  /** what each container of a pod uses of the metric's resource, milli-units */
  readonly usage?: ReadonlyMap<string, Int64>;
  /** the whole value of an Object or External metric, milli-units */
  readonly value?: Int64;
}

export interface Answer {
  /** the count that the metric asks for, before windows, policies and bounds; undefined: it could not be read */
  readonly proposal: number | undefined;
  /** percent for Utilization, milli-units otherwise */
  readonly reading: number;
}

/** The workload's pod template, as the controller's pods have it. */
export function templateOf({ workload }: Review): PodTemplate {
  const { labels, containers, initContainers, podRequests } = workload;
  return { labels, containers, initContainers, ...(podRequests === undefined ? {} : { podRequests }) };
}

/**
 * What the controller answers to one metric, tolerances of the HPA included.
 *
 * @rule AD4
 */
export function askController(review: Review, question: Question): Answer {
  const { replicas, metric } = question;
  const { behavior } = review.spec;
  const pods = podsOf(templateOf(review), replicas);
  const scale = { specReplicas: replicas, statusReplicas: replicas, selector: 'asked=true' };
  const controller = new HorizontalController({
    release: review.release,
    flags: review.flags,
    now: () => NOW,
    podLister: { list: () => pods },
    metricsClient: metricsOf(question, pods),
    scaleClient: { get: () => ({ ok: true, value: scale }), update: () => undefined },
  });
  const { summary } = controller.reconcile({
    metadata: review.metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'asked' },
      minReplicas: 1,
      maxReplicas: MAX_INT32,
      metrics: [metric],
      ...(behavior === undefined ? {} : { behavior }),
    },
    status: { currentReplicas: replicas, desiredReplicas: replicas },
  });
  const [read] = summary.metrics;
  const known = read !== undefined && !read.failed;
  return { proposal: known ? summary.proposal : undefined, reading: known ? read.current : Number.NaN };
}

/** Pods beyond which the cluster of a question is not made. */
export const MOST_PODS = 1000;

/**
 * The counts that a metric asks for one after the other while what it measures stays as the question has it.
 *
 * @returns the counts after `question.replicas`, until they stay or reach `bound` or `MOST_PODS`
 * @rule AD4
 */
export function growth(review: Review, question: Question, bound: number): readonly number[] {
  const counts: number[] = [];
  const end = Math.min(bound, MOST_PODS);
  let replicas = question.replicas;
  while (replicas < end) {
    const { proposal } = askController(review, { ...question, replicas });
    if (proposal === undefined || proposal <= replicas) break;
    replicas = Math.min(proposal, end);
    counts.push(replicas);
  }
  return counts;
}

function podsOf(template: PodTemplate, replicas: number): Pod[] {
  return Array.from({ length: replicas }, (_, index) => ({
    name: `asked-${String(index).padStart(5, '0')}`,
    template,
    phase: 'Running',
    startTimeMs: NOW - 2 * HOUR,
    ready: 'True',
    readyTransitionMs: NOW - HOUR,
    deleted: false,
  }));
}

function metricsOf({ usage, value }: Question, pods: readonly Pod[]): MetricsClient {
  const whole: Result<Int64> = value === undefined ? failure('not asked') : { ok: true, value };
  return {
    getResourceMetric: (_resource, _namespace, _selector, container) => samplesOf(usage, container, pods),
    getRawMetric: () => failure('not asked'),
    getObjectMetric: () => whole,
    getExternalMetric: () => (whole.ok ? { ok: true, value: [whole.value] } : whole),
  };
}

function samplesOf(
  usage: ReadonlyMap<string, Int64> | undefined,
  container: string,
  pods: readonly Pod[],
): Result<PodMetricsInfo> {
  if (usage === undefined) return failure('not asked');
  const used = container === '' ? [...usage.values()].reduce(addInt64, 0) : (usage.get(container) ?? 0);
  return {
    ok: true,
    value: {
      names: pods.map(({ name }) => name),
      values: pods.map(() => used),
      timestampsMs: pods.map(() => NOW),
      windowsMs: pods.map(() => WINDOW),
    },
  };
}
