import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MINORS } from '../../core/index.ts';
import { type ApiSchema, createApiSchema, type SchemaDocument } from './apiSchema.ts';
import { type Explained, explanationAt, type Suggestion, suggestionsAt } from './suggest.ts';
import { placeAt } from './triggerPlace.ts';

const KEDA = ['scaledObject', 'triggers'].map(
  (name) => JSON.parse(readFileSync(new URL(`keda/${name}.json`, import.meta.url), 'utf8')) as SchemaDocument,
);

function schemaOf(minor: string): ApiSchema {
  const open = (name: string): SchemaDocument =>
    JSON.parse(
      readFileSync(new URL(`data/${minor}/${name}.json`, import.meta.url), 'utf8'),
    ) as SchemaDocument;
  return createApiSchema([open('hpa-v2'), open('deployment-v1'), ...KEDA]);
}

const NEWEST = schemaOf('1.37');

function suggested(marked: string, schema = NEWEST): readonly Suggestion[] {
  const place = placeAt(marked.replace('‸', ''), marked.indexOf('‸'));
  return place === undefined ? [] : suggestionsAt(schema, place);
}

function labels(marked: string, schema = NEWEST): string[] {
  return suggested(marked, schema)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ label }) => label);
}

function explained(marked: string, schema = NEWEST): Explained | undefined {
  const place = placeAt(marked.replace('‸', ''), marked.indexOf('‸'));
  return place && explanationAt(schema, place);
}

const HPA = 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n';

test('there is a schema for every minor, and for none beside', () => {
  const folders = readdirSync(new URL('data', import.meta.url)).filter((name) => name !== 'README.md');
  expect(folders.toSorted()).toEqual([...MINORS].toSorted());
});

describe('suggestions', () => {
  test('fields that are missing, required ones first', () => {
    expect(labels(`${HPA}  minReplicas: 1\n  ‸`)).toEqual([
      'maxReplicas',
      'scaleTargetRef',
      'behavior',
      'metrics',
    ]);
  });

  test('a nested field opens a line for what is in it', () => {
    const [behavior] = suggested(`${HPA}  beh‸`).filter(({ label }) => label === 'behavior');
    expect(behavior?.insert).toBe('behavior:\n  $0');
    const [metrics] = suggested(`${HPA}  met‸`).filter(({ label }) => label === 'metrics');
    expect(metrics?.insert).toBe('metrics:\n  - $0');
  });

  test('tolerance from the minor that has it', () => {
    const text = `${HPA}  behavior:\n    scaleUp:\n      ‸`;
    expect(labels(text)).toContain('tolerance');
    expect(labels(text, schemaOf('1.32'))).not.toContain('tolerance');
  });

  test.each([
    ['selectPolicy', '  behavior:\n    scaleUp:\n      selectPolicy: ‸', ['Max', 'Min', 'Disabled']],
    [
      'a target of a resource',
      '  metrics:\n  - resource:\n      target:\n        type: ‸',
      ['Utilization', 'AverageValue'],
    ],
    ['another target', '  metrics:\n  - pods:\n      target:\n        type: ‸', ['AverageValue', 'Value']],
    ['in braces', '  metrics: [{resource: {name: ‸}}]', ['cpu', 'memory']],
  ])('words of %s', (_, text, words) => {
    expect(labels(HPA + text)).toEqual(words);
  });

  test('whole metrics and policies, with their dash where it is missing', () => {
    expect(labels(`${HPA}  metrics:\n    - ‸`)).toContain('CPU or memory utilization');
    const [policy] = suggested(`${HPA}  behavior:\n    scaleUp:\n      policies:\n        ‸`);
    expect(policy?.insert).toMatch(/^- type: Pods\n {2}value/);
  });

  test('the Deployment beside it has its own schema', () => {
    const text = `${HPA}---\napiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          ‸`;
    expect(labels(text)).toEqual(expect.arrayContaining(['resources', 'readinessProbe', 'image']));
    expect(labels(text)).not.toContain('name');
  });

  test('an empty document can begin with a whole manifest', () => {
    expect(labels('‸')).toEqual(['apiVersion', 'kind', 'metadata', 'spec', 'HorizontalPodAutoscaler']);
    expect(labels('kind: ‸')).toContain('HorizontalPodAutoscaler');
  });

  test('nothing where nothing is known', () => {
    expect(labels('apiVersion: v1\nkind: Secret\ndata:\n  ‸')).toEqual([]);
  });
});

describe('explanations', () => {
  test('say type, meaning and words', () => {
    const field = explained(`${HPA}  behavior:\n    scaleDown:\n      select‸Policy: Min`);
    expect(field).toMatchObject({
      path: 'spec.behavior.scaleDown.selectPolicy',
      typeText: 'string',
      words: ['Max', 'Min', 'Disabled'],
    });
    expect(field?.description).toMatch(/which policy should be used/);
  });

  test('in items of lists', () => {
    expect(explained(`${HPA}  metrics:\n  - resource:\n      na‸me: cpu`)).toMatchObject({
      path: 'spec.metrics[0].resource.name',
    });
  });

  test('nothing for a field that does not exist', () => {
    expect(explained(`${HPA}  minReplic‸: 1`)).toBeUndefined();
  });
});

describe('a ScaledObject', () => {
  const HEAD = 'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nspec:\n';

  test('has its own fields, the required ones first', () => {
    expect(labels(`${HEAD}  ‸`).slice(0, 2).toSorted()).toEqual(['scaleTargetRef', 'triggers']);
    expect(labels(`${HEAD}  ‸`)).toContain('cooldownPeriod');
  });

  test('takes the behavior of an HPA', () => {
    const place =
      'advanced:\n    horizontalPodAutoscalerConfig:\n      behavior:\n        scaleDown:\n          ‸';
    expect(labels(`${HEAD}  ${place}`)).toContain('stabilizationWindowSeconds');
  });

  test('offers the parameters of the trigger’s type, as text', () => {
    const kafka = `${HEAD}  triggers:\n    - type: cron\n      metadata: {}\n    - type: kafka\n      metadata:\n        ‸\n    - type: cpu\n`;
    expect(labels(kafka)).toContain('lagThreshold');
    expect(labels(kafka)).not.toContain('desiredReplicas');
    expect(suggested(kafka).find(({ label }) => label === 'lagThreshold')?.insert).toBe('lagThreshold: "$0"');
    expect(suggested(kafka).find(({ label }) => label === 'offsetResetPolicy')?.thenValue).toBe(true);
  });

  test('finds the type behind the metadata and in one line', () => {
    expect(
      labels(`${HEAD}  triggers:\n    - metadata:\n        ‸\n      type: cron # by the clock`),
    ).toContain('timezone');
    expect(labels(`${HEAD}  triggers:\n    - {type: prometheus, metadata: {‸}}`)).toContain('query');
  });

  test('names the words of a parameter and of a trigger', () => {
    const kafka = `${HEAD}  triggers:\n    - type: kafka\n      metadata:\n        offsetResetPolicy: ‸`;
    expect(labels(kafka)).toEqual(['latest', 'earliest']);
    expect(labels(`${HEAD}  triggers:\n    - type: ‸`)).toContain('rabbitmq');
  });

  test('says what a field means', () => {
    expect(explained(`${HEAD}  cooldown‸Period: 300`)?.description).toContain(
      'no part in any other step down',
    );
    expect(
      explained(`${HEAD}  triggers:\n    - type: kafka\n      metadata:\n        lag‸Threshold: "5"`),
    ).toMatchObject({
      default: '10',
      path: 'spec.triggers[0].metadata.lagThreshold',
    });
  });
});
