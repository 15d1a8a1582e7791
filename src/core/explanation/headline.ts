/** The sentence on top: what happened to the count, then the reason that decided it. One writer for each limiter. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import type {
  DecisionRecord,
  LimiterKind,
  MetricProposalRecord,
  SubstitutionRecord,
} from '../podautoscaler/record.ts';
import { failureHeadline, partialHeadline } from './failures.ts';
import { countOf, formatAge, joinWords } from './format.ts';
import {
  current,
  formatMetricValue,
  formatTolerance,
  measured,
  metricName,
  metricRatio,
  target,
} from './metrics.ts';
import { policyLabel, selectedPolicy } from './policies.ts';
import { type DecidingWindow, decidingWindow } from './window.ts';

/** What a headline is written from. */
interface Story {
  readonly record: DecisionRecord;
  readonly hpa: HorizontalPodAutoscaler;
  /** the metric whose proposal won; undefined where no metric was read */
  readonly winner: MetricProposalRecord | undefined;
}

/**
 * The one plain sentence, or two, on top of an explanation.
 *
 * @param record stages of the sync
 * @param hpa    the autoscaler, for the names of containers and of its target
 * @rule EX4
 */
export function explainHeadline(record: DecisionRecord, hpa: HorizontalPodAutoscaler): string {
  const winner = record.winner === undefined ? undefined : record.metrics[record.winner];
  const story: Story = { record, hpa, winner };
  return HEADLINES[record.limiter](story);
}

const HEADLINES: Readonly<Record<LimiterKind, (story: Story) => string>> = {
  none: noneHeadline,
  metric: (story) => `${outcome(story)}: ${asks(story)}${ofSeveral(story)}.`,
  tolerance: toleranceHeadline,
  stabilizationUp: windowHeadline,
  stabilizationDown: windowHeadline,
  policy: policyHeadline,
  disabled: disabledHeadline,
  rateLimit: rateLimitHeadline,
  min: minHeadline,
  max: maxHeadline,
  missingMetrics: missingHeadline,
  partialMetrics: ({ record, hpa }) => partialHeadline(record, hpa),
  scalingDisabled: () =>
    'Autoscaling is off, because the target stands at 0 replicas. It starts again once somebody scales the target up.',
  error: ({ record, hpa }) => failureHeadline(record, hpa),
};

/** `Scaled up from 4 to 8`, `Held at 14`. */
function outcome({ record }: Story): string {
  const { currentReplicas, desiredReplicas, rescaled } = record;
  if (!rescaled) return `Held at ${currentReplicas}`;
  const verb = desiredReplicas > currentReplicas ? 'Scaled up' : 'Scaled down';
  return `${verb} from ${currentReplicas} to ${desiredReplicas}`;
}

/** `cpu is at 156 % against its target of 70 % (ratio 2.23), which asks for 9`. */
function asks({ record, hpa, winner }: Story): string {
  const proposal = record.proposal ?? record.desiredReplicas;
  if (!winner) return `the metrics ask for ${proposal}`;
  return `${metricName(winner, hpa)} is ${measured(winner)}, which asks for ${proposal}`;
}

function ofSeveral({ record }: Story): string {
  const read = record.metrics.filter((metric) => metric.proposal !== undefined).length;
  return read > 1 ? `, the largest of ${read} proposals` : '';
}

/** What goes into the limits: the metrics' wish, or what the window made of it. */
function wish(story: Story): string {
  const { stabilization, proposal } = story.record;
  const deciding = decidingWindow(stabilization);
  if (!stabilization || !deciding) return asks(story);
  const bound = deciding.direction === 'down' ? 'no lower than' : 'no higher than';
  return `the metrics ask for ${proposal}, and ${windowName(deciding)} lets the count go ${bound} ${stabilization.after}`;
}

function windowName({ direction, window }: DecidingWindow): string {
  return `the scale-${direction} window of ${window.windowSeconds} s`;
}

function noneHeadline(story: Story): string {
  const { record, winner, hpa } = story;
  const count = countOf(record.currentReplicas, 'replica');
  if (!winner) return `Nothing to do at ${count}.`;
  return `Nothing to do: ${metricName(winner, hpa)} is ${measured(winner)}, which asks for the ${count} already there.`;
}

function toleranceHeadline(story: Story): string {
  const { record, winner, hpa } = story;
  if (!winner) return `Nothing to do: the metrics lie within their tolerance at ${record.currentReplicas}.`;
  // The ratio that lay within was the one with the substitutes, not the one that was measured.
  if (winner.substitution && filledIn(winner, winner.substitution) !== '') return missingHeadline(story);
  const within = `${metricName(winner, hpa)} ${current(winner)} lies within the ${formatTolerance(winner)} tolerance around its target of ${target(winner)}`;
  const others = record.metrics
    .filter((metric) => metric.proposal !== undefined && metric.proposal < record.currentReplicas)
    .map((metric) => `${metricName(metric, hpa)} asks for ${metric.proposal}`);
  if (others.length === 0) return `Nothing to do: ${within}.`;
  return `Held at ${record.currentReplicas}: ${within}. ${joinWords(others)}, but the largest proposal counts.`;
}

function windowHeadline(story: Story): string {
  const { record } = story;
  const deciding = decidingWindow(record.stabilization);
  if (!deciding) return `${outcome(story)}. ${capitalized(asks(story))}.`;
  const { direction, window } = deciding;
  return `${outcome(story)}. Metrics ask for ${record.proposal}, but ${remembered(deciding, record)} and the scale-${direction} window is ${window.windowSeconds} s.`;
}

/** What the window holds on to: an earlier wish of the metrics, or the count that was there at first sight. */
function remembered({ holder }: DecidingWindow, record: DecisionRecord): string {
  const age = formatAge(holder.atMs, record.atMs);
  if (!holder.initial) return `${age} ago they asked for ${holder.replicas}`;
  if (holder.atMs === record.atMs) return `the controller has just started at ${holder.replicas}`;
  return `the controller started ${age} ago at ${holder.replicas}`;
}

function policyHeadline(story: Story): string {
  const { record } = story;
  const allowed = record.limit?.rateLimit ?? record.desiredReplicas;
  const side = record.limit?.direction === 'down' ? 'below' : 'above';
  const allows = record.rescaled ? `allows ${allowed}` : `has no room left ${side} ${allowed}`;
  return `${outcome(story)}. ${capitalized(wish(story))}; ${policyName(record)} ${allows}.`;
}

/** `the policy 100 % per 15 s`; among several, why this one counts. */
function policyName(record: DecisionRecord): string {
  const policy = selectedPolicy(record);
  if (!policy) return 'the scaling policy';
  const label = policyLabel(policy);
  const { policies = [], selectPolicy } = record.limit ?? {};
  if (policies.length < 2) return `the policy ${label}`;
  return `the ${selectPolicy === 'Min' ? 'strictest' : 'most generous'} of ${policies.length} policies, ${label},`;
}

function disabledHeadline(story: Story): string {
  const direction = story.record.limit?.direction ?? 'down';
  return `${outcome(story)}. ${capitalized(wish(story))}, but scaling ${direction} is disabled (selectPolicy: Disabled).`;
}

function rateLimitHeadline(story: Story): string {
  const allowed = story.record.limit?.scaleUpLimit ?? story.record.desiredReplicas;
  return `${outcome(story)}. ${capitalized(wish(story))}; without behavior a single sync may go no higher than ${allowed} from here.`;
}

function minHeadline(story: Story): string {
  const { record } = story;
  if (record.skippedMetrics === 'belowMin')
    return boundHeadline(story, 'below minReplicas', record.minReplicas);
  if (record.currentReplicas === 0) {
    return `${outcome(story)}. ${capitalized(wish(story))}, but the workload wakes from zero with at least minReplicas, ${record.minReplicas}.`;
  }
  return `${outcome(story)}. ${capitalized(wish(story))}, but minReplicas is ${record.minReplicas}.`;
}

function maxHeadline(story: Story): string {
  const { record } = story;
  if (record.skippedMetrics === 'aboveMax')
    return boundHeadline(story, 'above maxReplicas', record.maxReplicas);
  return `${outcome(story)}. ${capitalized(wish(story))}, but maxReplicas is ${record.maxReplicas}.`;
}

function boundHeadline(story: Story, side: string, bound: number): string {
  return `${outcome(story)}. The count was ${side} ${bound}, which is put right at once, without reading a metric.`;
}

function missingHeadline(story: Story): string {
  const { record, winner, hpa } = story;
  const substitution = winner?.substitution;
  if (!winner || !substitution) return `${outcome(story)}. Pods without metrics decided this sync.`;
  const name = metricName(winner, hpa);
  return `${outcome(story)}. ${name} is ${measured(winner)}, but ${filledIn(winner, substitution)}${effect(record, winner, substitution)}.`;
}

/** `with 2 pods without metrics counted as 0 and 1 unready pod counted as 0 `; empty where nothing was filled in. */
function filledIn(metric: MetricProposalRecord, substitution: SubstitutionRecord): string {
  const { missing, unreadyAsZero } = substitution;
  const parts: string[] = [];
  if (missing && missing.pods > 0) {
    parts.push(`${countOf(missing.pods, 'pod')} without metrics ${countedAs(metric, missing)}`);
  }
  if (unreadyAsZero > 0) parts.push(`${countOf(unreadyAsZero, 'unready pod')} counted as 0`);
  return parts.length === 0 ? '' : `with ${joinWords(parts)} `;
}

function countedAs(
  metric: MetricProposalRecord,
  missing: NonNullable<SubstitutionRecord['missing']>,
): string {
  if ('percentOfRequest' in missing) {
    return missing.percentOfRequest === 0
      ? 'counted as 0'
      : `counted at ${missing.percentOfRequest} % of the request`;
  }
  return Number(missing.milli) === 0
    ? 'counted as 0'
    : `counted at the target of ${formatMetricValue(metric, missing.milli)}`;
}

function effect(
  record: DecisionRecord,
  metric: MetricProposalRecord,
  substitution: SubstitutionRecord,
): string {
  const ratio = metricRatio(metric, substitution.usageRatio);
  if (substitution.heldBecause === undefined) {
    return substitution.toleranceVerdict === 'within'
      ? `the ratio of ${ratio} lies within the ${formatTolerance(metric)} tolerance`
      : `the ratio of ${ratio} over ${substitution.pods} pods asks for ${metric.proposal ?? record.desiredReplicas}`;
  }
  switch (substitution.heldBecause) {
    case 'ratioReversed':
      return `the ratio turns to ${ratio}, and the controller does not change direction on a guess`;
    case 'countReversed':
      return `the ratio of ${ratio} over ${substitution.pods} pods would turn the direction, so the count stays`;
  }
}

/** First letter in upper case, unless it begins a metric's name, which keeps its spelling. */
function capitalized(text: string): string {
  return /^(the|without|with) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
