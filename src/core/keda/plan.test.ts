import { describe, expect, it } from 'vitest';
import { planScaledObject } from './plan.ts';
import type { ScaledObject, ScaledObjectSpec, ScaleTrigger } from './types.ts';

const KAFKA: ScaleTrigger = {
  type: 'kafka',
  metadata: {
    bootstrapServers: 'kafka.example:9092',
    consumerGroup: 'order-group',
    topic: 'orders',
    lagThreshold: '100',
  },
};

function scaledObject(
  spec: Partial<ScaledObjectSpec> = {},
  metadata: Partial<ScaledObject['metadata']> = {},
): ScaledObject {
  return {
    metadata: { name: 'orders', namespace: 'shop', ...metadata },
    spec: { scaleTargetRef: { name: 'order-processor' }, triggers: [KAFKA], ...spec },
  };
}

function hpaOf(object: ScaledObject) {
  const { hpa } = planScaledObject(object);
  if (!hpa.ok) throw new Error(hpa.error.error);
  return hpa.value;
}

function errorOf(object: ScaledObject): string {
  const { hpa } = planScaledObject(object);
  return hpa.ok ? '' : hpa.error.error;
}

describe('the generated HPA', () => {
  it('KE8 asks for the topic by the name of its scaler', () => {
    expect(hpaOf(scaledObject())).toEqual({
      metadata: {
        name: 'keda-hpa-orders',
        namespace: 'shop',
        labels: {
          'app.kubernetes.io/name': 'keda-hpa-orders',
          'app.kubernetes.io/version': '2.21.0',
          'app.kubernetes.io/part-of': 'orders',
          'app.kubernetes.io/managed-by': 'keda-operator',
          'scaledobject.keda.sh/name': 'orders',
        },
      },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'order-processor' },
        minReplicas: 1,
        maxReplicas: 100,
        metrics: [
          {
            type: 'External',
            external: {
              metric: {
                name: 's0-kafka-orders',
                selector: { matchLabels: { 'scaledobject.keda.sh/name': 'orders' } },
              },
              target: { type: 'AverageValue', averageValue: '100' },
            },
          },
        ],
      },
    });
  });

  it('KE10 goes no lower than 1: the step to zero is the operator’s', () => {
    expect(hpaOf(scaledObject({ minReplicaCount: 0, maxReplicaCount: 50 })).spec).toMatchObject({
      minReplicas: 1,
      maxReplicas: 50,
    });
    expect(hpaOf(scaledObject({ minReplicaCount: 3 })).spec.minReplicas).toBe(3);
  });

  it('KE11 lets an annotation disable a direction, and keeps what behavior says besides', () => {
    const advanced = {
      horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } },
    };
    const annotations = { 'autoscaling.keda.sh/paused-scale-in': 'true' };
    expect(hpaOf(scaledObject({ advanced }, { annotations })).spec.behavior).toEqual({
      scaleDown: { stabilizationWindowSeconds: 60, selectPolicy: 'Disabled' },
    });
  });

  it('KE17 puts ContainerResource before External before Resource', () => {
    const cpu: ScaleTrigger = { type: 'cpu', metricType: 'Utilization', metadata: { value: '60' } };
    const app: ScaleTrigger = { ...cpu, metadata: { value: '80', containerName: 'app' } };
    const { metrics } = hpaOf(scaledObject({ triggers: [cpu, KAFKA, app] })).spec;
    expect(metrics.map(({ type }) => type)).toEqual(['ContainerResource', 'External', 'Resource']);
    expect(metrics[1]?.external?.metric.name).toBe('s1-kafka-orders');
  });

  it('KE18 is one composite metric with a formula, and resources stay before it', () => {
    const scalingModifiers = { formula: 'lag * 2', target: '2.5' };
    const cpu: ScaleTrigger = { type: 'cpu', metricType: 'Utilization', metadata: { value: '60' } };
    const triggers = [{ ...KAFKA, name: 'lag' }, cpu];
    const { metrics } = hpaOf(scaledObject({ triggers, advanced: { scalingModifiers } })).spec;
    expect(metrics.map(({ type }) => type)).toEqual(['Resource', 'External']);
    expect(metrics[1]?.external).toMatchObject({
      metric: { name: 'composite-metric' },
      target: { type: 'AverageValue', averageValue: '2500m' },
    });
  });

  it('KE9 leaves out the labels that an annotation names', () => {
    const labels = { team: 'shop', 'argocd.argoproj.io/instance': 'x' };
    const annotations = { 'scaledobject.keda.sh/hpa-excluded-labels': 'argocd.argoproj.io/instance' };
    expect(hpaOf(scaledObject({}, { labels, annotations })).metadata.labels).toMatchObject({ team: 'shop' });
    expect(hpaOf(scaledObject({}, { labels, annotations })).metadata.labels).not.toHaveProperty(
      'argocd.argoproj.io/instance',
    );
  });
});

describe('what KEDA cannot make an HPA of', () => {
  it('KE20 a required parameter that is nowhere', () => {
    const { bootstrapServers: _, ...metadata } = KAFKA.metadata;
    expect(errorOf(scaledObject({ triggers: [{ ...KAFKA, metadata }] }))).toBe(
      'error parsing kafka metadata: error parsing kafka metadata: missing required parameter "bootstrapServers" in [triggerMetadata resolvedEnv]',
    );
  });

  it('KE22 a scaler that KEDA does not have', () => {
    expect(errorOf(scaledObject({ triggers: [{ type: 'kafak', metadata: {} }] }))).toBe(
      'no scaler found for type: kafak',
    );
  });

  it('KE14 Utilization of anything but cpu and memory', () => {
    expect(errorOf(scaledObject({ triggers: [{ ...KAFKA, metricType: 'Utilization' }] }))).toContain(
      "'Utilization' metric type is unsupported",
    );
  });

  it('KE23 a cpu trigger without its metricType', () => {
    expect(errorOf(scaledObject({ triggers: [{ type: 'cpu', metadata: { value: '50' } }] }))).toBe(
      "error parsing cpu metadata: unknown metric type: , allowed values are 'Utilization' or 'AverageValue'",
    );
  });
});
