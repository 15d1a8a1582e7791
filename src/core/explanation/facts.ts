/** The short facts beside the headline: when the count can change next, what limits it then, what was counted. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import type { Ms } from '../podautoscaler/interfaces.ts';
import type {
  DecisionRecord,
  Direction,
  LimitRecord,
  MetricProposalRecord,
} from '../podautoscaler/record.ts';
import type { SyncStep } from '../trace/types.ts';
import { countOf, formatSpan } from './format.ts';
import {
  current,
  formatMetricValue,
  metricName,
  metricRatio,
  podsCounted,
  target,
  toleranceBand,
} from './metrics.ts';
import { rulesLabel, selectedPolicy } from './policies.ts';
import type { ExplanationFact } from './types.ts';
import { decidingWindow, type WindowRelease, windowRelease } from './window.ts';

/** What is known around a sync. */
export interface ExplanationContext {
  readonly hpa: HorizontalPodAutoscaler;
  readonly syncPeriodSeconds: number;
}

/**
 * Facts of a sync, most useful first. A fact that the record cannot support is left out.
 *
 * @param step    the sync
 * @param context spec and sync period
 * @rule EX3
 */
export function explainFacts(step: SyncStep, context: ExplanationContext): readonly ExplanationFact[] {
  const { record } = step;
  const winner = record.winner === undefined ? undefined : record.metrics[record.winner];
  const facts: readonly (ExplanationFact | undefined)[] = [
    changeFact(step, context),
    nextLimitFact(record, context.hpa),
    winner ? largestMetricFact(record, winner, context.hpa) : undefined,
    winner?.pods ? { label: 'Pods counted', value: podsCounted(winner.pods) } : undefined,
    failedFact(record, context.hpa),
    boundsFact(record),
    reasonFact(record),
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** When the count can change next, by what decided this sync. */
function changeFact(step: SyncStep, context: ExplanationContext): ExplanationFact | undefined {
  const { record } = step;
  // The count was put right without asking the metrics: they are asked next time.
  if (record.skippedMetrics === 'aboveMax' || record.skippedMetrics === 'belowMin') {
    return nextSyncFact(step, context);
  }
  switch (record.limiter) {
    case 'stabilizationUp':
    case 'stabilizationDown':
      return windowFact(step, context);
    case 'policy':
      return policyFact(step, context);
    case 'disabled':
      return {
        label: `Earliest scale-${record.limit?.direction ?? 'down'}`,
        value: 'never while it is disabled',
      };
    case 'tolerance':
      return toleranceFact(record) ?? nextSyncFact(step, context);
    case 'min':
      return { label: 'Changes when', value: 'the metrics ask for more, or minReplicas is lowered' };
    case 'max':
      return { label: 'Changes when', value: 'the metrics ask for less, or maxReplicas is raised' };
    case 'scalingDisabled':
      return { label: 'Changes when', value: 'somebody scales the target up' };
    case 'partialMetrics':
    case 'error':
      return { label: 'Next try', value: inSeconds(syncAfter(step, context, 0)) };
    case 'missingMetrics':
    case 'none':
    case 'metric':
    case 'rateLimit':
      return nextSyncFact(step, context);
  }
}

function nextSyncFact(step: SyncStep, context: ExplanationContext): ExplanationFact {
  return { label: 'Earliest change', value: `at the next sync, ${inSeconds(syncAfter(step, context, 0))}` };
}

/**
 * Seconds until a window or a policy that holds the count at this sync can let it move, counted to the sync at which
 * that takes effect; undefined: nothing holds it for a time that is known.
 *
 * @rule EX6
 */
export function earliestChangeSeconds(step: SyncStep, context: ExplanationContext): number | undefined {
  const { record } = step;
  switch (record.limiter) {
    case 'stabilizationUp':
    case 'stabilizationDown': {
      if (record.rescaled) return undefined;
      const release = releaseOf(record);
      return release && syncAfter(step, context, (release.atMs - record.atMs) / 1000);
    }
    case 'policy': {
      const atMs = record.rescaled || !record.limit ? undefined : roomAtMs(record.limit);
      return atMs === undefined ? undefined : syncAfter(step, context, (atMs - record.atMs) / 1000);
    }
    default:
      return undefined;
  }
}

function releaseOf({ stabilization }: DecisionRecord): WindowRelease | undefined {
  const deciding = decidingWindow(stabilization);
  return stabilization && deciding ? windowRelease(stabilization, deciding) : undefined;
}

function windowFact(step: SyncStep, context: ExplanationContext): ExplanationFact | undefined {
  const { record } = step;
  const deciding = decidingWindow(record.stabilization);
  const release = releaseOf(record);
  if (!deciding || !release) return undefined;
  const extreme = deciding.direction === 'down' ? 'lowest' : 'highest';
  const seconds = syncAfter(step, context, (release.atMs - record.atMs) / 1000);
  return {
    label: `Earliest scale-${deciding.direction}`,
    value: `${inSeconds(seconds)}, to ${release.replicas} at the ${extreme}`,
  };
}

function policyFact(step: SyncStep, context: ExplanationContext): ExplanationFact | undefined {
  const { record } = step;
  const { limit } = record;
  const policy = selectedPolicy(record);
  if (!limit || !policy) return undefined;
  if (record.rescaled) return { label: 'This step', value: `counts for ${policy.periodSeconds} s` };
  const seconds = earliestChangeSeconds(step, context);
  if (seconds === undefined) return undefined;
  return { label: `Earliest scale-${limit.direction ?? 'up'}`, value: inSeconds(seconds) };
}

/**
 * When the policies can have room again: with Min once the last of the tightest frees up, otherwise once the first
 * of all does.
 */
function roomAtMs({ policies = [], selectPolicy, rateLimit }: LimitRecord): Ms | undefined {
  const waiting = selectPolicy === 'Min' ? policies.filter(({ limit }) => limit === rateLimit) : policies;
  const instants = waiting.map(({ freesUpAtMs }) => freesUpAtMs).filter((instant) => instant !== undefined);
  if (instants.length === 0) return undefined;
  return selectPolicy === 'Min' ? Math.max(...instants) : Math.min(...instants);
}

/** The values of the winner between which the controller does not move. */
function toleranceFact(record: DecisionRecord): ExplanationFact | undefined {
  const winner = record.winner === undefined ? undefined : record.metrics[record.winner];
  if (!winner || winner.substitution) return undefined;
  const [low, high] = toleranceBand(winner).map((ratio) =>
    formatMetricValue(winner, Number(winner.target) * ratio),
  );
  return { label: 'Tolerated', value: `${winner.name} from ${low} to ${high}` };
}

/** What stands in the way once the window or the policy has let go. */
function nextLimitFact(record: DecisionRecord, hpa: HorizontalPodAutoscaler): ExplanationFact | undefined {
  const value = nextLimit(record, hpa);
  return value === undefined ? undefined : { label: 'Then limited by', value };
}

function nextLimit(record: DecisionRecord, hpa: HorizontalPodAutoscaler): string | undefined {
  const direction = decidingWindow(record.stabilization)?.direction ?? record.limit?.direction;
  switch (record.limiter) {
    case 'stabilizationUp':
    case 'stabilizationDown':
      return direction === undefined ? undefined : (rulesFor(hpa, direction) ?? boundFor(record, direction));
    case 'policy':
    case 'rateLimit':
      return direction === undefined ? undefined : boundFor(record, direction);
    default:
      return undefined;
  }
}

function rulesFor(hpa: HorizontalPodAutoscaler, direction: Direction): string | undefined {
  const { behavior } = hpa.spec;
  return rulesLabel(direction === 'up' ? behavior?.scaleUp : behavior?.scaleDown);
}

function boundFor({ minReplicas, maxReplicas }: DecisionRecord, direction: Direction): string {
  return direction === 'up' ? `maxReplicas ${maxReplicas}` : `minReplicas ${minReplicas}`;
}

function largestMetricFact(
  record: DecisionRecord,
  winner: MetricProposalRecord,
  hpa: HorizontalPodAutoscaler,
): ExplanationFact {
  const label = record.metrics.length > 1 ? 'Largest metric' : 'Metric';
  const { usageRatio } = winner;
  const ratio =
    usageRatio === undefined || !Number.isFinite(usageRatio) ? '' : ` (${metricRatio(winner, usageRatio)})`;
  const value = `${metricName(winner, hpa)} ${current(winner).replace(/^at /, '')} of ${target(winner)}${ratio}`;
  return { label, value };
}

function failedFact(record: DecisionRecord, hpa: HorizontalPodAutoscaler): ExplanationFact | undefined {
  const failed = record.metrics.filter((metric) => metric.error);
  if (failed.length === 0) return undefined;
  const names = failed.map((metric) => metricName(metric, hpa)).join(', ');
  return { label: 'Failed metrics', value: `${failed.length} of ${record.metrics.length}: ${names}` };
}

/** Nothing is known of the bounds where the scale was not read. */
function boundsFact({
  skippedMetrics,
  minReplicas,
  maxReplicas,
}: DecisionRecord): ExplanationFact | undefined {
  if (skippedMetrics === 'scaleError') return undefined;
  return { label: 'Bounds', value: `${minReplicas} to ${countOf(maxReplicas, 'replica')}` };
}

/** The reason in the event of a rescale, which is empty when only the window moved the count. */
function reasonFact({ rescaled, rescaleReason }: DecisionRecord): ExplanationFact | undefined {
  if (!rescaled) return undefined;
  return {
    label: 'Event reason',
    value: rescaleReason === '' ? 'left empty by the controller' : rescaleReason,
  };
}

/**
 * Seconds to the first regular sync later than this one that is not before `seconds` from now. Regular syncs stand on
 * multiples of the period since the start of the run.
 */
function syncAfter(step: SyncStep, { syncPeriodSeconds }: ExplanationContext, seconds: number): number {
  const later = Math.ceil((step.atSeconds + seconds) / syncPeriodSeconds) * syncPeriodSeconds;
  return later > step.atSeconds ? later - step.atSeconds : syncPeriodSeconds;
}

function inSeconds(seconds: number): string {
  return `in ${formatSpan(seconds)}`;
}
