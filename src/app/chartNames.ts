/** What the charts of the column are called, where they are chosen. */
import type { ChartId } from '../store/shownCharts.ts';

export const CHART_NAMES: Readonly<Record<ChartId, string>> = {
  load: 'Load',
  timeline: 'Timeline',
  replicas: 'Replicas',
  limiters: 'Decided by',
  metrics: 'Metrics',
  conditions: 'Conditions',
  workload: 'Workload',
  pods: 'Pods',
};
