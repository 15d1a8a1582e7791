/** The settings of the ways from the pods to the metrics APIs. */
import { SCENARIO_LIMITS as LIMITS } from '../core/index.ts';
import { type ClusterFieldGroup, setting } from './clusterFieldTypes.ts';

export const METRICS_SERVER: ClusterFieldGroup = {
  title: 'metrics-server',
  term: 'metricsServer',
  about: 'Where CPU and memory usage come from.',
  fields: [
    setting('metricsServer', 'resolutionSeconds', {
      label: 'Resolution',
      term: 'metricsServer',
      unit: 's',
      help: 'Seconds between two scrapes (--metric-resolution). The controller sees usage at most this fresh.',
      min: 1,
      max: LIMITS.seconds,
    }),
  ],
};

export const CUSTOM_METRICS: ClusterFieldGroup = {
  title: 'Prometheus and its adapter',
  term: 'metricsPipeline',
  about: 'The way of Pods, Object and External metrics. All 0: values of the very instant.',
  fields: [
    setting('customMetrics', 'scrapeIntervalSeconds', {
      label: 'Scrape interval',
      unit: 's',
      help: 'Seconds between two looks of Prometheus at the pods. 0: there is no Prometheus in between.',
      min: 0,
      max: LIMITS.seconds,
    }),
    setting('customMetrics', 'rateWindowSeconds', {
      label: 'Range of rate()',
      unit: 's',
      help: 'Requests are averaged over this range, so a change shows slowly. Two scrapes must fall into it.',
      min: 0,
      max: LIMITS.seconds,
    }),
    setting('customMetrics', 'cacheSeconds', {
      label: 'Adapter’s cache',
      unit: 's',
      help: 'How long the adapter hands out an answer again.',
      min: 0,
      max: LIMITS.seconds,
    }),
  ],
};
