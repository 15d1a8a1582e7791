import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveRelease } from '../releases/index.ts';
import { type CreateRequest, createFromJson, createFromYaml } from './createRequest.ts';

const STRICT: CreateRequest = { version: 'v2', namespace: 'default', fieldValidation: 'Strict' };
const WARN: CreateRequest = { ...STRICT, fieldValidation: 'Warn' };
const RELEASE = resolveRelease('1.37');

const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 5
`;

function answer(text: string, request = STRICT): string {
  const { status, object } = createFromYaml(text, request, RELEASE);
  return status?.message ?? JSON.stringify(object);
}

describe('posting an HPA', () => {
  it('stores it with its defaults', () => {
    expect(createFromYaml(HPA, STRICT, RELEASE)).toEqual({
      warnings: [],
      object: {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'web', namespace: 'default', generation: 1 },
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'web', apiVersion: 'apps/v1' },
          minReplicas: 1,
          maxReplicas: 5,
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
            },
          ],
        },
        status: { desiredReplicas: 0, currentMetrics: null },
      },
    });
  });

  it('refuses unknown and repeated fields, or warns of them', () => {
    const text = `${HPA}  maxReplicas: 6\n  foo: 1\n`;
    expect(answer(text)).toBe(
      'HorizontalPodAutoscaler in version "v2" cannot be handled as a HorizontalPodAutoscaler: strict decoding error: yaml: unmarshal errors:\n  line 7: key "maxReplicas" already set in map, unknown field "spec.foo"',
    );
    expect(createFromYaml(text, WARN, RELEASE).warnings).toEqual([
      'line 7: key "maxReplicas" already set in map',
      'unknown field "spec.foo"',
    ]);
  });

  it.each([
    [
      'maxReplicas: "5"',
      'json: cannot unmarshal string into Go struct field HorizontalPodAutoscalerSpec.spec.maxReplicas of type int32',
    ],
    [
      'metrics: [x]',
      'json: cannot unmarshal string into Go struct field HorizontalPodAutoscalerSpec.spec.metrics of type v2.MetricSpec',
    ],
    [
      'behavior: {scaleUp: {tolerance: x}}',
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
  ])('says which type %s has', (line, error) => {
    expect(answer(`${HPA}  ${line}\n`)).toBe(
      `HorizontalPodAutoscaler in version "v2" cannot be handled as a HorizontalPodAutoscaler: ${error}`,
    );
  });

  it('knows the versions of its minor only', () => {
    const beta = HPA.replace('autoscaling/v2', 'autoscaling/v2beta2');
    expect(answer(beta)).toContain(
      'no kind "HorizontalPodAutoscaler" is registered for version "autoscaling/v2beta2"',
    );
    const old = createFromYaml(beta, STRICT, resolveRelease('1.33'));
    expect(old.status?.message).toBe(
      'the API version in the data (autoscaling/v2beta2) does not match the expected API version (autoscaling/v2)',
    );
  });

  it('takes v1 with what it keeps in annotations', () => {
    const metrics = '[{"type":"Resource","resource":{"name":"memory","targetAverageUtilization":60}}]';
    const hpa = {
      apiVersion: 'autoscaling/v1',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web', annotations: { 'autoscaling.alpha.kubernetes.io/metrics': metrics, a: 'b' } },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        maxReplicas: 5,
        targetCPUUtilizationPercentage: 50,
      },
    };
    const { object } = createFromJson(hpa, { ...STRICT, version: 'v1' }, RELEASE);
    expect(object).toMatchObject({
      apiVersion: 'autoscaling/v2',
      metadata: { annotations: { a: 'b' } },
      spec: { metrics: [{ resource: { name: 'memory' } }, { resource: { name: 'cpu' } }] },
    });
    expect(object?.metadata).toHaveProperty('annotations', { a: 'b' });
  });

  it('keeps to the namespace that it is posted to', () => {
    expect(answer(HPA.replace('name: web', 'name: web, namespace: other'))).toBe(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  });

  it('answers everything with an object or a status', () => {
    const body = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...HPA.split('\n')));
    fc.assert(
      fc.property(fc.array(body, { maxLength: 5 }), (lines) => {
        const { status, object } = createFromYaml(lines.join('\n'), STRICT, RELEASE);
        return (status === undefined) !== (object === undefined);
      }),
    );
  });

  it('does not count huge exponents down', () => {
    const begin = performance.now();
    expect(answer(`${HPA}  behavior: {scaleUp: {tolerance: "1e2147483647"}}\n`)).toContain(
      'quantities with an exponent beyond 10000 are not read here',
    );
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
