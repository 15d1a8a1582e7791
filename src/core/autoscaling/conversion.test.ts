import { describe, expect, it } from 'vitest';
import { resolveRelease } from '../releases/index.ts';
import { fromV1, toV1 } from './conversionV1.ts';
import { type ApiVersion, decodeAnyVersion, toV2Manifest, toV2Object } from './decode.ts';

const RELEASE = resolveRelease('1.37');
const TARGET = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

function decode(apiVersion: ApiVersion, parts: { metadata?: object; spec?: object; status?: object }) {
  const spec = { scaleTargetRef: TARGET, maxReplicas: 5, ...parts.spec };
  const kind = 'HorizontalPodAutoscaler';
  return decodeAnyVersion(
    { apiVersion, kind, metadata: { name: 'web' }, ...parts, spec },
    apiVersion,
    RELEASE,
  );
}

const METRICS = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
  {
    type: 'Pods',
    pods: {
      metric: { name: 'q', selector: { matchLabels: { a: '<b>' } } },
      target: { type: 'AverageValue', averageValue: '500m' },
    },
  },
  {
    type: 'Object',
    object: { describedObject: TARGET, metric: { name: 'r' }, target: { type: 'Value', value: '1k' } },
  },
  {
    type: 'External',
    external: { metric: { name: 'e' }, target: { type: 'AverageValue', averageValue: '3' } },
  },
];

describe('conversion between versions', () => {
  it('brings back from v1 what it took there', () => {
    const behavior = {
      scaleUp: { stabilizationWindowSeconds: 5, policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }] },
      scaleDown: { selectPolicy: 'Disabled', tolerance: '50m' },
    };
    const { hpa } = decode('autoscaling/v2', { spec: { metrics: METRICS, behavior } });
    const v1 = toV1(hpa, RELEASE);
    expect(v1).toMatchObject({ spec: { targetCPUUtilizationPercentage: 50 } });
    const back = fromV1(v1 as unknown as Parameters<typeof fromV1>[0], RELEASE);
    // the CPU target comes last, as it has a field of its own
    expect(back.spec.metrics).toEqual([...METRICS.slice(1), METRICS[0]]);
    expect(back.spec.behavior).toEqual(behavior);
    expect(back.metadata.annotations ?? {}).toEqual({});
  });

  it('writes annotations as Go does: every internal field, HTML escaped', () => {
    const { hpa } = decode('autoscaling/v2', {
      spec: { metrics: METRICS.slice(1, 2), behavior: { scaleUp: {} } },
    });
    const { annotations } = toV1(hpa, RELEASE).metadata as { annotations: Record<string, string> };
    expect(annotations['autoscaling.alpha.kubernetes.io/metrics']).toBe(
      '[{"type":"Pods","pods":{"metricName":"q","targetAverageValue":"500m","selector":{"matchLabels":{"a":"\\u003cb\\u003e"}}}}]',
    );
    expect(annotations['autoscaling.alpha.kubernetes.io/behavior']).toBe(
      '{"ScaleUp":{"StabilizationWindowSeconds":null,"SelectPolicy":null,"Policies":null,"Tolerance":null},"ScaleDown":null}',
    );
  });

  it.each(['x', '{}', '[1]', '[{"type":5}]', '[{"type":"Pods","pods":{"targetAverageValue":"x"}}]'])(
    'reads an annotation that is not well formed as none: %s',
    (text) => {
      const annotations = { 'autoscaling.alpha.kubernetes.io/metrics': text };
      const { hpa } = decode('autoscaling/v1', { metadata: { name: 'web', annotations } });
      expect(hpa.spec.metrics).toEqual([
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
        },
      ]);
    },
  );

  it('does not mind upper and lower case in annotations, as Go does not', () => {
    const annotations = {
      'autoscaling.alpha.kubernetes.io/behavior': '{"scaledown":{"SELECTPOLICY":"Min"}}',
    };
    const { hpa } = decode('autoscaling/v1', { metadata: { name: 'web', annotations } });
    expect(hpa.spec.behavior).toEqual({ scaleDown: { selectPolicy: 'Min' } });
  });

  it('turns the flat targets of v2beta1 into targets of v2', () => {
    const { hpa, unknownFields } = decode('autoscaling/v2beta1', {
      spec: {
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', targetAverageUtilization: 60 } },
          { type: 'Pods', pods: { metricName: 'q', targetAverageValue: '500m' } },
        ],
      },
    });
    expect(unknownFields).toEqual([]);
    expect(toV2Manifest(hpa, RELEASE)).toEqual({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: {
        scaleTargetRef: TARGET,
        minReplicas: 1,
        maxReplicas: 5,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } },
          },
          {
            type: 'Pods',
            pods: { metric: { name: 'q' }, target: { type: 'AverageValue', averageValue: '500m' } },
          },
        ],
      },
    });
  });

  it('keeps v2beta2 as it is, with the tolerance of an annotation', () => {
    const name = 'autoscaling.alpha.kubernetes.io/scale-up-tolerance';
    const metadata = { name: 'web', annotations: { [name]: '0.1' } };
    const { hpa } = decode('autoscaling/v2beta2', { metadata, spec: { metrics: METRICS } });
    expect(hpa.spec).toMatchObject({ metrics: METRICS, behavior: { scaleUp: { tolerance: '100m' } } });
    const wrong = decode('autoscaling/v2beta2', { metadata: { name: 'web', annotations: { [name]: 'x' } } });
    expect(wrong.conversionError).toMatch(/^failed to parse annotation "autoscaling/);
  });

  it('shows times in UTC and whole seconds', () => {
    const { hpa, faults } = decode('autoscaling/v2', {
      status: { lastScaleTime: '2024-05-01T10:00:00.9+02:00', conditions: [{ type: 'x', status: 'True' }] },
    });
    expect(faults).toEqual([]);
    expect(toV2Object(hpa, RELEASE).status).toEqual({
      lastScaleTime: '2024-05-01T08:00:00Z',
      desiredReplicas: 0,
      currentMetrics: null,
      conditions: [{ type: 'x', status: 'True', lastTransitionTime: null }],
    });
  });
});
