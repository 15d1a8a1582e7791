/** What one metric measured, in words: its value beside its target, the pods that counted, what it asks for. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import type { Int64 } from '../podautoscaler/interfaces.ts';
import type {
  DecisionRecord,
  GroupedPod,
  MetricProposalRecord,
  PodGroupsRecord,
} from '../podautoscaler/record.ts';
import { formatCpu, formatCustomValue, formatMemory, formatPercent, formatRatio } from './format.ts';
import type { ExplanationMetric } from './types.ts';

/**
 * The metric's name, with its container where it has one: `cpu`, `cpu of container app`. A metric of an unknown type
 * has no name and is counted instead: `metric 2`.
 *
 * @rule EX8
 */
export function metricName(metric: MetricProposalRecord, hpa: HorizontalPodAutoscaler): string {
  if (metric.name === '') return `metric ${metric.index + 1}`;
  const container = hpa.spec.metrics?.[metric.index]?.containerResource?.container;
  return container === undefined ? metric.name : `${metric.name} of container ${container}`;
}

/** A value of this metric with its unit: `70 %`, `350m`, `512Mi`, `120/s`. @rule EX1 */
export function formatMetricValue(metric: MetricProposalRecord, value: Int64): string {
  if (metric.targetKind === 'Utilization') return formatPercent(value);
  const isResource = metric.type === 'Resource' || metric.type === 'ContainerResource';
  if (isResource && metric.name === 'cpu') return formatCpu(value);
  if (isResource && (metric.name === 'memory' || metric.name.endsWith('storage'))) return formatMemory(value);
  return formatCustomValue(value, metric.name);
}

/** Ends of the band inside which the controller leaves the count alone, as ratios: for display beside a ratio. @rule EX1 */
export function toleranceBand(metric: MetricProposalRecord): readonly [number, number] {
  return [1 - metric.toleranceDown, 1 + metric.toleranceUp];
}

/** `±10 %`, or `−5 %/+10 %` where the directions differ. @rule EX1 */
export function formatTolerance(metric: MetricProposalRecord): string {
  const down = formatPercent(metric.toleranceDown * 100);
  const up = formatPercent(metric.toleranceUp * 100);
  return down === up ? `±${up}` : `−${down}/+${up}`;
}

/** The ratio with enough decimals to tell it from 1 and from the ends of the tolerance. @rule EX1 */
export function metricRatio(metric: MetricProposalRecord, ratio: number): string {
  return formatRatio(ratio, [1, ...toleranceBand(metric)]);
}

/** `at 156 % against its target of 70 % (ratio 2.23)`. @rule EX4 */
export function measured(metric: MetricProposalRecord): string {
  return `${current(metric)} against its target of ${target(metric)}${ratioInBrackets(metric)}`;
}

/** `at 68 %`, `at 120/s per pod`; a total where there is no pod to share it. @rule EX1 */
export function current(metric: MetricProposalRecord): string {
  const { total, usageRatio } = metric;
  const nobodyShares = !Number.isFinite(usageRatio ?? 0) && Number(metric.target) !== 0;
  if (total !== undefined && nobodyShares) {
    return `at ${formatMetricValue(metric, total)} in all, with no pod to share it,`;
  }
  if (metric.current === undefined) return 'at an unknown value';
  return `at ${formatMetricValue(metric, metric.current)}${perPod(metric)}`;
}

/** `70 %`, `100/s per pod`. @rule EX1 */
export function target(metric: MetricProposalRecord): string {
  return `${formatMetricValue(metric, metric.target)}${perPod(metric)}`;
}

function perPod(metric: MetricProposalRecord): string {
  return metric.targetKind === 'AverageValue' ? ' per pod' : '';
}

function ratioInBrackets(metric: MetricProposalRecord): string {
  const { usageRatio } = metric;
  if (usageRatio === undefined || !Number.isFinite(usageRatio)) return '';
  return ` (ratio ${metricRatio(metric, usageRatio)})`;
}

/** `14 ready · 0 missing · 2 unready`, ignored pods only when there are any. @rule EX1 */
export function podsCounted(pods: PodGroupsRecord): string {
  const groups = [
    `${pods.ready} ready`,
    `${pods.missing.length} missing`,
    `${pods.unready.length} unready`,
    ...(pods.ignored.length > 0 ? [`${pods.ignored.length} ignored`] : []),
  ];
  return groups.join(' · ');
}

/** Why pods were left out, each reason once with its count: `2 pending, 1 without metrics`. @rule EX1 */
export function leftOutBecause(pods: PodGroupsRecord): string {
  const counts = new Map<string, number>();
  for (const pod of [...pods.missing, ...pods.unready, ...pods.ignored]) {
    const words = podReason(pod.reason);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${count} ${words}`).join(', ');
}

function podReason(reason: GroupedPod['reason']): string {
  switch (reason) {
    case 'deleted':
      return 'being deleted';
    case 'failed':
      return 'failed';
    case 'pending':
      return 'pending';
    case 'noMetrics':
      return 'without metrics';
    case 'noReadyCondition':
      return 'without a Ready condition or a start time';
    case 'notReadyInInitialization':
      return 'not ready within the CPU initialization period';
    case 'sampleBeforeReady':
      return 'sampled before being ready';
    case 'neverReady':
      return 'never ready';
  }
}

/**
 * One line for every metric of the sync, in the manifest's order.
 *
 * @param record stages of the sync
 * @param hpa    the autoscaler, for the names of containers
 * @rule EX8
 */
export function explainMetrics(
  record: DecisionRecord,
  hpa: HorizontalPodAutoscaler,
): readonly ExplanationMetric[] {
  return record.metrics.map((metric) => ({
    index: metric.index,
    name: metricName(metric, hpa),
    text: metric.error ? failureLine(metric) : measureLine(metric),
    ...(metric.proposal === undefined ? {} : { proposal: metric.proposal }),
    won: record.winner !== undefined && record.metrics[record.winner] === metric,
    failed: metric.error !== undefined,
  }));
}

function failureLine(metric: MetricProposalRecord): string {
  const { error } = metric;
  return error ? `${error.reason}: ${error.message}` : '';
}

function measureLine(metric: MetricProposalRecord): string {
  const parts = [
    measured(metric),
    verdict(metric),
    ...(metric.pods ? [podsLine(metric.pods)] : []),
    metric.proposal === undefined ? 'asks for nothing' : `asks for ${metric.proposal}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function verdict(metric: MetricProposalRecord): string {
  const said = metric.substitution?.toleranceVerdict ?? metric.toleranceVerdict;
  return said === undefined ? '' : `${said} the ${formatTolerance(metric)} tolerance`;
}

function podsLine(pods: PodGroupsRecord): string {
  const leftOut = leftOutBecause(pods);
  const counted = `${pods.ready} of ${pods.total} pods counted`;
  return leftOut === '' ? counted : `${counted} (${leftOut})`;
}
