/** Rules about what the metrics read in a run. */
import type { MetricColumns } from '../../trace/types.ts';
import { LINKS } from '../links.ts';
import { resourceMetrics, runningContainers } from '../resourceMetrics.ts';
import type { Review } from '../review.ts';
import { inHpa, type Place } from '../rule.ts';
import { percentText, type RunFinding, type RunRule } from './runRule.ts';

/** A run with fewer readings says nothing about what is usual. */
const ENOUGH = 20;
/** Percent of the request. */
const FAR_BELOW = 20;
const FAR_ABOVE = 150;
/** Share of its peak above which memory counts as not fallen. */
const KEPT = 0.9;

function readings({ current }: MetricColumns): readonly number[] {
  return [...current].filter((value) => !Number.isNaN(value));
}

/** The value that a share of the readings does not pass. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The request that is measured against, or the metric where no workload is written. */
function requestPlace(review: Review, resource: string, container: string | undefined): Place | undefined {
  const { workloadDocument: document } = review;
  if (document === undefined) return undefined;
  const measured = runningContainers(review).find(
    ({ container: { name } }) => container === undefined || name === container,
  );
  return measured && { document, path: [...measured.path, 'resources', 'requests', resource] };
}

/** @rule AR4 */
const requestsFarFromUsage: RunRule = {
  rule: 'requests-far-from-usage',
  reason:
    'Requests are what the scheduler reserves and what utilization is a percentage of. Far too large, they pay for idle nodes and keep the HPA at its minimum; far too small, pods compete for what nobody reserved, and the percentage runs ahead of the load. Set them near what a pod uses when it is busy.',
  link: LINKS.resources,
  find(review, trace) {
    return resourceMetrics(review).flatMap(({ index, resource, container, target, path }): RunFinding[] => {
      const column = trace.metrics.find((metric) => metric.index === index);
      const percent = target.averageUtilization;
      if (column === undefined || percent === undefined) return [];
      const sorted = readings(column).toSorted((a, b) => a - b);
      if (sorted.length < ENOUGH) return [];
      const [usual, busy] = [quantile(sorted, 0.5), quantile(sorted, 0.95)];
      const isFarBelow = busy < FAR_BELOW && busy < percent / 2;
      const isFarAbove = usual > FAR_ABOVE && percent <= 100;
      if (!isFarBelow && !isFarAbove) return [];
      const at = requestPlace(review, resource, container) ?? inHpa(review, [...path, 'name']);
      const message = isFarBelow
        ? `The ${resource} request is many times what pods use in this run.`
        : `Pods use far more ${resource} than they request in this run.`;
      const evidence = `Utilization was ${Math.round(usual)} % of the request at half of the syncs, and at most ${Math.round(busy)} % at 95 of 100.`;
      return [{ at, message, evidence }];
    });
  },
};

/** @rule AR5 */
const memoryKept: RunRule = {
  rule: 'memory-target',
  reason: 'Memory that was once taken is seldom given back, so the metric does not fall with the load.',
  link: LINKS.multipleMetrics,
  find(review, trace) {
    return resourceMetrics(review).flatMap(({ index, resource, path }): RunFinding[] => {
      const column = trace.metrics.find((metric) => metric.index === index);
      if (column === undefined || resource !== 'memory') return [];
      const values = readings(column);
      const peak = Math.max(...values);
      const after = values.slice(values.indexOf(peak) + 1);
      if (after.length < ENOUGH || peak === 0) return [];
      const lowest = Math.min(...after) / peak;
      if (lowest < KEPT) return [];
      const message = 'Memory does not fall in this run.';
      const evidence = `After its peak memory for each pod never fell below ${percentText(lowest)} of it.`;
      return [{ at: inHpa(review, [...path, 'name']), message, evidence }];
    });
  },
};

/** Advice on the manifest that already says why a metric cannot be read. */
const SAID_ALREADY = new Set(['missing-request', 'container-not-in-pod', 'target-cannot-scale']);

/** @rule AR6 */
const metricNotRead: RunRule = {
  rule: 'metric-not-read',
  reason:
    'A metric that cannot be read blocks every scale-down, and when it is the only one, scale-up too. The event FailedGetResourceMetric, or its like for the kind of metric, holds the API’s own words.',
  link: LINKS.multipleMetrics,
  find(review, trace, manifest) {
    if (manifest.some(({ rule }) => SAID_ALREADY.has(rule))) return [];
    return trace.metrics.flatMap((column): RunFinding[] => {
      const total = column.current.length;
      const missing = total - readings(column).length;
      if (total < ENOUGH || missing <= total / 2) return [];
      const message = `${column.name} cannot be read for most of this run.`;
      const evidence = `No value at ${percentText(missing / total)} of the syncs.`;
      return [{ at: inHpa(review, ['spec', 'metrics', column.index, 'type'], 'key'), message, evidence }];
    });
  },
};

export const METRIC_RUN_RULES: readonly RunRule[] = [requestsFarFromUsage, memoryKept, metricNotRead];
