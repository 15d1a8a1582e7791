import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editAutoscaler, readManifest, writtenAutoscalers } from '../core/index.ts';
import { hpaConfig, NEW_CRON, setNumber, toConfig, triggerForms } from './scaledObjectModel.ts';

const KAFKA = readFileSync(new URL('../../examples/10-keda-kafka.yaml', import.meta.url), 'utf8');

function formsOf(text: string) {
  const plan = readManifest(text, '1.37').manifest?.keda?.plan;
  return triggerForms(writtenAutoscalers(text)[0]?.value, plan);
}

function edited(text: string, ...edits: Parameters<typeof editAutoscaler>[2]) {
  const result = editAutoscaler(text, 0, edits);
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}

describe('triggers', () => {
  test('each with its name, what is written, and what KEDA counts by where nothing is', () => {
    const [kafka] = formsOf(KAFKA);
    expect(kafka?.title).toBe('kafka orders');
    expect(
      kafka?.numbers.map(({ name, role, written, standard }) => ({ name, role, written, standard })),
    ).toEqual([
      { name: 'lagThreshold', role: 'target', written: 100, standard: 100 },
      { name: 'activationLagThreshold', role: 'activation', written: undefined, standard: 0 },
    ]);
  });

  test('a number is written as a text, and KEDA takes it', () => {
    const [kafka] = formsOf(KAFKA);
    const text = edited(KAFKA, ...(kafka?.numbers ?? []).map(({ path }) => setNumber(path, 7)));
    expect(text).toContain('lagThreshold: "7"');
    const { manifest, problems } = readManifest(text, '1.37');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(manifest?.keda?.plan.triggers[0]?.activation).toBe(7);
  });

  test('the schedule that the form adds is one that KEDA takes', () => {
    const text = edited(KAFKA, { op: 'append', path: ['spec', 'triggers'], value: NEW_CRON });
    const cron = formsOf(text)[1];
    expect(cron?.texts.map((field) => field.text)).toEqual(['Etc/UTC', '0 8 * * *', '0 18 * * *']);
    expect(readManifest(text, '1.37').manifest?.keda?.plan.triggers[1]?.cron?.desiredReplicas).toBe(1);
  });

  test('of a type that is not known here, whatever is a number', () => {
    const triggers = [{ type: 'solr', metadata: { host: 'x', targetQueryValue: '5' } }, {}, null];
    const [solr, ...others] = triggerForms({ spec: { triggers } }, undefined);
    expect(solr?.numbers.map(({ name }) => name)).toEqual(['targetQueryValue']);
    expect(others).toEqual([]);
    expect(triggerForms({ spec: { triggers: 'x' } }, undefined)).toEqual([]);
  });
});

test('behavior is written where KEDA hands it to the HPA', () => {
  const path = ['spec', 'behavior', 'scaleDown', 'stabilizationWindowSeconds'];
  const text = edited(KAFKA, ...toConfig([{ op: 'set', path, value: 60 }]));
  expect(text).toMatch(/advanced:\n {4}horizontalPodAutoscalerConfig:\n {6}behavior:/);
  expect(hpaConfig(writtenAutoscalers(text)[0]?.value)).toMatchObject({
    spec: { behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } },
  });
  expect(readManifest(text, '1.37').manifest?.hpa.spec.behavior?.scaleDown?.stabilizationWindowSeconds).toBe(
    60,
  );
});
