import { describe, expect, it } from 'vitest';
import type { MetricSpec } from '../autoscaling/types.ts';
import { guessSignal, metricKey, signalFor } from './signals.ts';
import type { SignalBinding } from './types.ts';

const target = { type: 'AverageValue', averageValue: '5' } as const;
const selector = { matchLabels: { queue: 'jobs' } };

describe('[MB5] keys of metrics', () => {
  it.each<[string, MetricSpec]>([
    ['resource/cpu', { type: 'Resource', resource: { name: 'cpu', target } }],
    [
      'containerResource/app/memory',
      { type: 'ContainerResource', containerResource: { name: 'memory', container: 'app', target } },
    ],
    ['pods/rps', { type: 'Pods', pods: { metric: { name: 'rps' }, target } }],
    [
      'object/Ingress/main/hits',
      {
        type: 'Object',
        object: { describedObject: { kind: 'Ingress', name: 'main' }, metric: { name: 'hits' }, target },
      },
    ],
    [
      'external/depth@queue=jobs',
      { type: 'External', external: { metric: { name: 'depth', selector }, target } },
    ],
  ])('%s', (key, spec) => {
    expect(metricKey(spec)).toBe(key);
  });
});

describe('[MB6] the guess by type and name', () => {
  it.each<[string, SignalBinding['source'], number]>([
    ['resource/cpu', 'usage', 1],
    ['pods/http_requests_per_second', 'servedPerPod', 1],
    ['pods/messages_in_flight', 'inFlight', 1],
    ['external/queue_messages_visible@queue=jobs', 'backlog', 1],
    ['external/kafka_consumer_lag', 'backlog', 1],
    ['object/Ingress/main/requests_per_second', 'offered', 1],
    ['object/Service/queue/requests', 'offered', 1],
    ['object/Ingress/main/request_latency_ms', 'latency', 1000],
    ['pods/request_duration_seconds', 'latency', 1],
  ])('%s shows %s', (metric, source, factor) => {
    expect(guessSignal(metric)).toEqual({ metric, source, factor });
  });
});

it('[MB5] the binding that names a metric comes before the one of its type, and that before the guess', () => {
  const ofType: SignalBinding = { metric: 'pods/*', source: 'latency', factor: 1 };
  const own: SignalBinding = { metric: 'pods/rps', source: 'usage', factor: 2 };
  expect(signalFor([ofType, own], 'pods/rps')).toBe(own);
  expect(signalFor([ofType, own], 'pods/other')).toBe(ofType);
  expect(signalFor([ofType, own], 'external/rps').source).toBe('offered');
});
