/** Headlines of syncs in which something failed: upstream's words, then what they mean for scaling. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import type { DecisionRecord, MetricProposalRecord } from '../podautoscaler/record.ts';
import { countOf } from './format.ts';
import { metricName } from './metrics.ts';

/**
 * A failing metric kept the controller from scaling down.
 *
 * @rule EX4
 */
export function partialHeadline(record: DecisionRecord, hpa: HorizontalPodAutoscaler): string {
  const failed = record.metrics.filter((metric) => metric.error);
  const asked = record.proposal === undefined ? 'less' : String(record.proposal);
  const why = failed[0] ? ` ${quotedFailure(failed[0], hpa)}` : '';
  return `Held at ${record.currentReplicas}. The metrics that could be read ask for ${asked}, but ${failed.length} of ${record.metrics.length} failed, and the controller does not scale down on partial knowledge.${why}`;
}

/**
 * No metric could be read, or the scale could not be read or written.
 *
 * @rule EX4
 */
export function failureHeadline(record: DecisionRecord, hpa: HorizontalPodAutoscaler): string {
  switch (record.skippedMetrics) {
    case 'scaleError':
      return `The scale of ${targetName(hpa)} could not be read: ${quoted(reported(record))}. Nothing is decided until it can.`;
    case 'selectorError':
      return `Held at ${record.currentReplicas}: the pods could not be selected. ${quoted(reported(record))}. The count stays until they can.`;
    default:
      return isWriteFailure(record) ? writeHeadline(record) : metricsHeadline(record, hpa);
  }
}

function isWriteFailure(record: DecisionRecord): boolean {
  return record.events.some(({ reason }) => reason === 'FailedRescale');
}

function writeHeadline(record: DecisionRecord): string {
  const wanted = record.limit?.after ?? record.desiredReplicas;
  return `Still at ${record.currentReplicas}: the new count of ${wanted} could not be written. ${quoted(record.error)}. The controller tries again at its next sync.`;
}

function metricsHeadline(record: DecisionRecord, hpa: HorizontalPodAutoscaler): string {
  const failed = record.metrics.filter((metric) => metric.error);
  const first = failed[0];
  const which = failed.length === 1 ? 'the metric' : `none of ${countOf(failed.length, 'metric')}`;
  const could = failed.length === 1 ? 'could not be read' : 'could be read';
  const why = first ? quotedFailure(first, hpa) : `${quoted(reported(record))}.`;
  return `Held at ${record.currentReplicas}: ${which} ${could}. ${why} Until that is mended the count neither rises nor falls.`;
}

/** `cpu: “failed to get cpu utilization: …”.` */
function quotedFailure(metric: MetricProposalRecord, hpa: HorizontalPodAutoscaler): string {
  return `${metricName(metric, hpa)}: ${quoted(metric.error?.message)}.`;
}

/** The first warning of the sync is the controller's own short account; the returned error wraps it. */
function reported(record: DecisionRecord): string | undefined {
  return record.events.find(({ type }) => type === 'Warning')?.message ?? record.error;
}

function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? 'the controller gave no reason' : `“${text}”`;
}

function targetName(hpa: HorizontalPodAutoscaler): string {
  const { kind, name } = hpa.spec.scaleTargetRef;
  return `${kind} ${name}`;
}
