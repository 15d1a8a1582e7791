/** Terms of what is measured, and of what it is held against. */
import type { TermGroup } from './types.ts';

export const METRICS = {
  title: 'Metrics and targets',
  terms: {
    metric: {
      name: 'Metric',
      text: 'Something measured that the HPA keeps near a target. Its type says where it comes from: Resource, ContainerResource, Pods, Object or External.',
      docs: 'metricsApis',
    },
    target: {
      name: 'Target',
      text: 'The value that the HPA aims at: a utilization in percent of the requests, an average for each pod, or a value of the whole.',
      also: ['goal', 'threshold'],
      docs: 'algorithm',
    },
    utilization: {
      name: 'Utilization',
      text: 'Usage of all counted pods divided by what they request, in percent. Above 100 % pods use more than they asked for; without requests it cannot be computed.',
      also: ['averageUtilization', 'percent'],
      docs: 'algorithm',
    },
    averageValue: {
      name: 'AverageValue',
      text: 'A target for each pod: the sum of the metric divided by the pods. For Object and External metrics the replicas follow from the value alone, whatever state the pods are in.',
      docs: 'algorithm',
    },
    value: {
      name: 'Value',
      text: 'A target for the metric as a whole, as a queue’s length. The ready pods are multiplied by value ÷ target.',
      docs: 'algorithm',
    },
    resourceMetric: {
      name: 'Resource metric',
      text: 'CPU or memory of the pods, as metrics-server reports it, all containers added up.',
      also: ['cpu', 'memory', 'Resource'],
      docs: 'resourceMetrics',
    },
    containerResourceMetric: {
      name: 'ContainerResource metric',
      text: 'CPU or memory of one named container in each pod, so that a sidecar does not blur the picture.',
      also: ['ContainerResource', 'sidecar'],
      docs: 'metricsApis',
    },
    podsMetric: {
      name: 'Pods metric',
      text: 'A value that each pod reports about itself, averaged over the pods, by the custom metrics API. Its target is always an AverageValue.',
      also: ['custom metric', 'Pods'],
      docs: 'customMetrics',
    },
    objectMetric: {
      name: 'Object metric',
      text: 'One value that describes another object in the namespace, as an Ingress or a Service, by the custom metrics API.',
      also: ['custom metric', 'Object'],
      docs: 'customMetrics',
    },
    externalMetric: {
      name: 'External metric',
      text: 'A value from outside of the cluster, as the length of a queue, by the external metrics API. Several series that match the selector are added up.',
      also: ['External', 'queue'],
      docs: 'customMetrics',
    },
    quantity: {
      name: 'Quantity',
      text: 'A number as Kubernetes writes it: 500m is a half, 1k a thousand, 512Mi mebibytes. The controller computes in thousandths of it.',
      also: ['milli', 'unit', 'Mi'],
      docs: 'quantity',
    },
    requests: {
      name: 'Requests and limits',
      text: 'What a container asks for (request), by which it is placed and utilization is counted, and what it may use at most (limit).',
      also: ['resources', 'limits'],
      docs: 'resources',
    },
    metricsServer: {
      name: 'metrics-server',
      text: 'It collects CPU and memory from the nodes, usually every 15 s, and answers the resource metrics API. What the controller reads is therefore some seconds old.',
      also: ['resource metrics API', 'resolution', 'scrape'],
      docs: 'resourceMetrics',
    },
    metricsPipeline: {
      name: 'Prometheus and adapter',
      text: 'Where custom and external metrics usually come from. Scrape interval, rate window and the adapter’s own refresh add up to the delay with which the HPA sees them.',
      also: ['prometheus-adapter', 'custom metrics API', 'delay'],
      docs: 'metricsApis',
    },
    signal: {
      name: 'Signal',
      text: 'What a metric of the manifest stands for in this playground: requests served, what waits, latency, CPU, or a curve that you draw.',
      also: ['binding', 'source'],
    },
    aboveTarget: {
      name: 'Time above target',
      text: 'Time during which some metric lay above its target by more than the tolerance: too few pods for the load.',
      also: ['overload'],
    },
  },
} as const satisfies TermGroup;
