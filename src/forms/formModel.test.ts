import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editHpa, readManifest, writtenHpas } from '../core/index.ts';
import { metricForms, policyForms, retypeTarget } from './formModel.ts';

function hpaOf(file: string): { readonly text: string; readonly hpa: unknown } {
  const text = readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
  return { text, hpa: writtenHpas(text)[0]?.value };
}

describe('metrics', () => {
  test('each with its name, the types that its target may have, and its number', () => {
    const forms = metricForms(hpaOf('02-three-metrics.yaml').hpa);
    expect(forms.map(({ title, type, types, value }) => ({ title, type, types, value }))).toEqual([
      { title: 'cpu', type: 'Utilization', types: ['Utilization', 'AverageValue'], value: '70' },
      { title: 'memory', type: 'Utilization', types: ['Utilization', 'AverageValue'], value: '80' },
      { title: 'http_requests_per_second', type: 'AverageValue', types: ['AverageValue'], value: '100' },
    ]);
  });

  test('a container’s metric names the container', () => {
    expect(metricForms(hpaOf('07-container-resource.yaml').hpa)[0]?.title).toMatch(/^cpu of /);
  });

  test('what is half written is left to the text', () => {
    const half = { spec: { metrics: [{ type: 'Resource' }, { resource: {} }, null, 'x'] } };
    expect(metricForms(half)).toEqual([]);
    expect(metricForms({ spec: { metrics: {} } })).toEqual([]);
    expect(metricForms(undefined)).toEqual([]);
  });

  test.each(['02-three-metrics.yaml', '08-queue-external.yaml', '09-object-ingress.yaml'])(
    '%s: every type that is offered gives a manifest that the API server takes',
    (file) => {
      const { text, hpa } = hpaOf(file);
      for (const metric of metricForms(hpa)) {
        for (const type of metric.types.filter((other) => other !== metric.type)) {
          const result = editHpa(text, 0, retypeTarget(metric, type));
          expect(result).toMatchObject({ ok: true });
          if (result.ok) expect(readManifest(result.text, '1.37').outcome).toBe('accept');
        }
      }
    },
  );
});

test('policies with their places', () => {
  const policies = policyForms(hpaOf('04-select-policy.yaml').hpa, 'scaleDown');
  expect(policies.length).toBeGreaterThan(0);
  for (const [index, { path, type, value, periodSeconds }] of policies.entries()) {
    expect(path).toEqual(['spec', 'behavior', 'scaleDown', 'policies', index]);
    expect(['Pods', 'Percent']).toContain(type);
    expect(value).toBeGreaterThan(0);
    expect(periodSeconds).toBeGreaterThan(0);
  }
  expect(policyForms({ spec: { behavior: { scaleUp: { policies: 'x' } } } }, 'scaleUp')).toEqual([]);
});
