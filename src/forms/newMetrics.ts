/** A metric of each kind to start from, as the form adds it; the API server takes each as it is. */
import type { FieldValue } from '../core/index.ts';
import type { MetricSource } from './formModel.ts';

export interface NewMetric {
  readonly text: string;
  readonly source: MetricSource;
  readonly about: string;
  /** @param container the first container of the pods, where a metric is about one */
  value(container: string): FieldValue;
}

const percent = (averageUtilization: number): FieldValue => ({ type: 'Utilization', averageUtilization });

export const NEW_METRICS: readonly NewMetric[] = [
  {
    text: 'CPU',
    source: 'Resource',
    about: 'of the pods, in percent of the requests',
    value: () => ({ type: 'Resource', resource: { name: 'cpu', target: percent(60) } }),
  },
  {
    text: 'Memory',
    source: 'Resource',
    about: 'of the pods, in percent of the requests',
    value: () => ({ type: 'Resource', resource: { name: 'memory', target: percent(70) } }),
  },
  {
    text: 'CPU of a container',
    source: 'ContainerResource',
    about: 'without its sidecars',
    value: (container) => ({
      type: 'ContainerResource',
      containerResource: { name: 'cpu', container, target: percent(60) },
    }),
  },
  {
    text: 'Value of each pod',
    source: 'Pods',
    about: 'requests/s a pod',
    value: () => ({
      type: 'Pods',
      pods: {
        metric: { name: 'http_requests_per_second' },
        target: { type: 'AverageValue', averageValue: '100' },
      },
    }),
  },
  {
    text: 'Value of an object',
    source: 'Object',
    about: 'requests/s of an Ingress',
    value: () => ({
      type: 'Object',
      object: {
        describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'main' },
        metric: { name: 'requests_per_second' },
        target: { type: 'AverageValue', averageValue: '100' },
      },
    }),
  },
  {
    text: 'Value from outside',
    source: 'External',
    about: 'messages that wait',
    value: () => ({
      type: 'External',
      external: {
        metric: { name: 'queue_messages_ready' },
        target: { type: 'AverageValue', averageValue: '30' },
      },
    }),
  },
];
