import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ApiSchema, createApiSchema, type SchemaDocument } from './apiSchema.ts';
import { checkDocuments } from './check.ts';

function schemaOf(minor: string): ApiSchema {
  const open = (name: string): SchemaDocument =>
    JSON.parse(
      readFileSync(new URL(`data/${minor}/${name}.json`, import.meta.url), 'utf8'),
    ) as SchemaDocument;
  return createApiSchema([open('hpa-v2'), open('deployment-v1')]);
}

const NEWEST = schemaOf('1.37');
const EXAMPLES = new URL('../../../examples/', import.meta.url);
const WEB = readFileSync(new URL('01-web-cpu.yaml', EXAMPLES), 'utf8');

test.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.yaml')))('%s: nothing to say', (name) => {
  expect(checkDocuments(readFileSync(new URL(name, EXAMPLES), 'utf8'), NEWEST)).toEqual([]);
});

test('a misspelt field of the Deployment is found at its key, with the one that was meant', () => {
  const [found, ...others] = checkDocuments(WEB.replace('image:', 'imagee:'), NEWEST);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    severity: 'warning',
    path: 'spec.template.spec.containers[0].imagee',
    hint: 'Did you mean `image`?',
    range: { startLine: 18, startColumn: 11, endLine: 18, endColumn: 17 },
    fixes: [{ edits: [{ newText: 'image' }] }],
  });
});

test('an object where a list belongs', () => {
  const text =
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        name: app\n';
  expect(checkDocuments(text, NEWEST)).toMatchObject([
    {
      rule: 'schema-type',
      message: 'spec.template.spec.containers is an object here; the API takes a list of Container.',
    },
  ]);
});

test('labels and other maps take any key', () => {
  expect(
    checkDocuments(WEB.replace('        app: web', '        app: web\n        x.y/z: "1"'), NEWEST),
  ).toEqual([]);
});

test('the HPA and what has no schema are left alone', () => {
  expect(checkDocuments('apiVersion: v1\nkind: Service\nspec:\n  nonsense: 1\n', NEWEST)).toEqual([]);
  expect(checkDocuments(WEB.replace('minReplicas', 'minReplica'), NEWEST)).toEqual([]);
});

test('a field that came later is unknown before', () => {
  const text = WEB.replace('      containers:', '      resources: {requests: {cpu: 1}}\n      containers:');
  expect(checkDocuments(text, NEWEST)).toEqual([]);
  expect(checkDocuments(text, schemaOf('1.27'))).toHaveLength(1);
});
