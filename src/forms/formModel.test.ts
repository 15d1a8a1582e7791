import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editAutoscaler, readManifest, writtenAutoscalers } from '../core/index.ts';
import { metricForms, policyForms, retypeTarget } from './formModel.ts';
import { NEW_METRICS } from './newMetrics.ts';

function hpaOf(file: string): { readonly text: string; readonly hpa: unknown } {
  const text = readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
  return { text, hpa: writtenAutoscalers(text)[0]?.value };
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
          const result = editAutoscaler(text, 0, retypeTarget(metric, type));
          expect(result).toMatchObject({ ok: true });
          if (result.ok) expect(readManifest(result.text, '1.37').outcome).toBe('accept');
        }
      }
    },
  );
});

describe('new metrics', () => {
  const { text, hpa } = hpaOf('01-web-cpu.yaml');
  const { length } = metricForms(hpa);

  test.each(NEW_METRICS)(
    '$text: the API server takes it, the form shows it, and it goes without a trace',
    ({ source, value }) => {
      const added = editAutoscaler(text, 0, [
        { op: 'append', path: ['spec', 'metrics'], value: value('app') },
      ]);
      if (!added.ok) throw new Error(added.reason);
      expect(readManifest(added.text, '1.37').outcome).toBe('accept');
      const forms = metricForms(writtenAutoscalers(added.text)[0]?.value);
      expect(forms).toHaveLength(length + 1);
      const last = forms.at(-1);
      expect(last?.source).toBe(source);
      for (const { text: name } of last?.names ?? []) expect(name).not.toBe('');
      const removed = editAutoscaler(added.text, 0, [{ op: 'remove', path: last?.path ?? [] }]);
      expect(removed).toMatchObject({ ok: true, text });
    },
  );

  test('there is one of each type', () => {
    expect(new Set(NEW_METRICS.map(({ source }) => source)).size).toBe(5);
  });

  test('the last one removed: the API server’s default', () => {
    const removed = editAutoscaler(text, 0, [{ op: 'remove', path: ['spec', 'metrics', 0] }]);
    if (!removed.ok) throw new Error(removed.reason);
    expect(metricForms(writtenAutoscalers(removed.text)[0]?.value)).toEqual([]);
    expect(readManifest(removed.text, '1.37').outcome).toBe('accept');
  });
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
