import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FeatureGates, Minor } from '../releases/types.ts';
import { readManifest } from './read.ts';
import type { Problem, Range } from './types.ts';

/** From the project's root, where the tests run. */
const EXAMPLES = 'examples/';

function example(name: string): string {
  return readFileSync(EXAMPLES + name, 'utf8');
}

const HEAD = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
`;

const REF = `  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
`;

/** An HPA whose spec goes on with these lines. */
function hpa(lines: string): string {
  return `${HEAD}spec:\n${REF}${lines}`;
}

const DEPLOYMENT = `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          resources: {requests: {cpu: 100m}}
`;

interface Marked {
  readonly text: string;
  readonly range: Range;
}

/** Takes «…» out of a text; what stood between is where the problem must be. */
function marked(source: string): Marked {
  const start = source.indexOf('«');
  const end = source.indexOf('»') - 1;
  const text = source.replace('«', '').replace('»', '');
  const place = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  const from = place(start);
  const to = place(Math.max(end, start));
  const range = { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  return { text, range };
}

function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** One error, of that rule, exactly there. */
function check(
  source: string,
  rule: string,
  message: string,
  minor: Minor = '1.37',
  gates: FeatureGates = {},
): void {
  const { text, range } = marked(source);
  const result = readManifest(text, minor, gates);
  const [problem, ...others] = errorsOf(result.problems);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ rule, message, range });
  expect(result.manifest).toBeUndefined();
}

describe('what decoding refuses', () => {
  test.each([
    [
      'a number in quotes',
      hpa('  maxReplicas: «"5"»\n'),
      'string into Go struct field HorizontalPodAutoscalerSpec.spec.maxReplicas of type int32',
    ],
    [
      'a word for a number',
      hpa('  maxReplicas: «five»\n'),
      'string into Go struct field HorizontalPodAutoscalerSpec.spec.maxReplicas of type int32',
    ],
    [
      'a fraction',
      hpa('  maxReplicas: «5.5»\n'),
      'number 5.5 into Go struct field HorizontalPodAutoscalerSpec.spec.maxReplicas of type int32',
    ],
    [
      '2^31',
      hpa('  maxReplicas: «2147483648»\n'),
      'number 2147483648 into Go struct field HorizontalPodAutoscalerSpec.spec.maxReplicas of type int32',
    ],
    [
      'a number beyond uint64',
      hpa('  maxReplicas: «99999999999999999999»\n'),
      'number 100000000000000000000 into Go struct field HorizontalPodAutoscalerSpec.spec.maxReplicas of type int32',
    ],
    [
      '`yes` for a name',
      `${HEAD.replace('name: web', 'name: «yes»')}spec:\n${REF}  maxReplicas: 5\n`,
      'bool into Go struct field ObjectMeta.metadata.name of type string',
    ],
    [
      'an object for a list',
      hpa('  maxReplicas: 5\n  «metrics»:\n    type: Resource\n'),
      'object into Go struct field HorizontalPodAutoscalerSpec.spec.metrics of type []v2.MetricSpec',
    ],
    [
      'a percent sign',
      hpa(
        '  maxReplicas: 5\n  behavior:\n    scaleUp:\n      policies:\n        - {type: Percent, value: «50%», periodSeconds: 15}\n',
      ),
      'string into Go struct field HPAScalingPolicy.spec.behavior.scaleUp.policies.value of type int32',
    ],
  ])('%s', (_title, source, message) => {
    check(source, 'wrong-type', `json: cannot unmarshal ${message}`);
  });

  test('a quantity that is none', () => {
    const target = '{type: AverageValue, averageValue: «five»}';
    const source = hpa(
      `  maxReplicas: 5\n  metrics:\n  - {type: Resource, resource: {name: cpu, target: ${target}}}\n`,
    );
    check(
      source,
      'wrong-type',
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    );
  });

  test('infinity', () => {
    const { text, range } = marked(hpa('  maxReplicas: «.inf»\n'));
    const { problems } = readManifest(text, '1.37');
    expect(problems).toContainEqual(
      expect.objectContaining({ message: 'json: unsupported value: +Inf', range }),
    );
  });

  test('every wrong type and every unknown field at once, each at its place', () => {
    const { problems } = readManifest(hpa('  maxReplicas: "5"\n  minReplicas: x\n  foo: 1\n'), '1.37');
    expect(errorsOf(problems).map(({ rule, range }) => [rule, range.startLine, range.startColumn])).toEqual([
      ['wrong-type', 7, 16],
      ['wrong-type', 8, 16],
      ['unknown-field', 9, 3],
    ]);
  });
});

describe('fields that do not exist', () => {
  test.each([
    [
      'a slip',
      hpa('  maxReplicas: 5\n  «minReplica»: 2\n'),
      'spec.minReplica',
      'Did you mean `minReplicas`?',
    ],
    [
      'another case',
      hpa('  maxReplicas: 5\n  behavior: {«scaleup»: {}}\n'),
      'spec.behavior.scaleup',
      'Did you mean `scaleUp`?',
    ],
    [
      'a level too high',
      hpa('  maxReplicas: 5\n  «stabilizationWindowSeconds»: 5\n'),
      'spec.stabilizationWindowSeconds',
      '`stabilizationWindowSeconds` belongs at `spec.behavior.scaleUp.stabilizationWindowSeconds`: check the indentation.',
    ],
    [
      'the older way to name a target',
      hpa(
        '  maxReplicas: 5\n  metrics:\n  - type: Resource\n    resource:\n      name: cpu\n      «targetAverageUtilization»: 50\n      target: {type: Utilization, averageUtilization: 50}\n',
      ),
      'spec.metrics[0].resource.targetAverageUtilization',
      'Fields that exist here: name, target.',
    ],
  ])('%s', (_title, source, path, hint) => {
    check(source, 'unknown-field', `strict decoding error: unknown field "${path}"`);
    expect(readManifest(marked(source).text, '1.37').problems[0]).toMatchObject({ path, hint });
  });

  test('tolerance before the API had it', () => {
    const source = hpa('  maxReplicas: 5\n  behavior: {scaleUp: {«tolerance»: 50m}}\n');
    check(
      source,
      'unknown-field',
      'strict decoding error: unknown field "spec.behavior.scaleUp.tolerance"',
      '1.32',
    );
    expect(
      readManifest(marked(source).text, '1.33').manifest?.hpa.spec.behavior?.scaleUp?.tolerance,
    ).toBeUndefined();
    expect(readManifest(marked(source).text, '1.37').manifest?.hpa.spec.behavior?.scaleUp?.tolerance).toBe(
      '50m',
    );
  });
});

describe('what the API server refuses', () => {
  test.each([
    [
      'field-invalid',
      hpa('  maxReplicas: «2»\n  minReplicas: 3\n'),
      'spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`',
    ],
    [
      'field-invalid',
      hpa('  maxReplicas: 5\n  minReplicas: «-1»\n'),
      'spec.minReplicas: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      'field-invalid',
      `${HEAD}spec:\n  scaleTargetRef: {kind: Deployment, name: web, «apiVersion»: }\n  maxReplicas: 3\n`,
      'spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group',
    ],
    [
      'field-required',
      `${HEAD}spec:\n  «scaleTargetRef»: {apiVersion: apps/v1, kind: Deployment}\n  maxReplicas: 3\n`,
      'spec.scaleTargetRef.name: Required value',
    ],
    [
      'field-forbidden',
      hpa(
        '  maxReplicas: 5\n  minReplicas: 0\n  «metrics»:\n  - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}\n',
      ),
      'spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas',
    ],
    [
      'field-not-supported',
      hpa('  maxReplicas: 5\n  behavior:\n    scaleDown:\n      selectPolicy: «max»\n'),
      'spec.behavior.scaleDown.selectPolicy: Unsupported value: "max": supported values: "Disabled", "Max", "Min"',
    ],
    [
      'field-invalid',
      hpa('  maxReplicas: 5\n  behavior:\n    scaleDown:\n      stabilizationWindowSeconds: «3601»\n'),
      'spec.behavior.scaleDown.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600',
    ],
    [
      'field-required',
      hpa(
        '  maxReplicas: 5\n  metrics:\n  - type: Resource\n    resource:\n      name: cpu\n      «target»:\n        type: Utilization\n',
      ),
      'spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization',
    ],
    [
      'field-invalid',
      hpa(
        '  maxReplicas: 5\n  metrics:\n  - type: Resource\n    resource:\n      name: cpu\n      target:\n        type: Utilization\n        averageUtilization: «0»\n',
      ),
      'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
    ],
  ])('%s %#', (rule, source, message) => {
    check(source, rule, message);
  });

  test('a missing maxReplicas, in the words of each minor', () => {
    const text = hpa('');
    const messages = (minor: Minor) =>
      errorsOf(readManifest(text, minor).problems).map(({ message }) => message);
    const tooSmall = 'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`';
    expect(messages('1.37')).toEqual([tooSmall, 'spec.maxReplicas: Required value']);
    expect(messages('1.36')).toEqual([
      'spec.maxReplicas: Required value: must be set and greater than 0',
      tooSmall,
    ]);
    expect(messages('1.35')).toEqual([
      'spec.maxReplicas: Invalid value: 0: must be greater than 0',
      tooSmall,
    ]);
  });

  test('minReplicas 0 while the gate is off', () => {
    const metric =
      '{type: External, external: {metric: {name: q}, target: {type: AverageValue, averageValue: 5}}}';
    const source = hpa(`  maxReplicas: 5\n  minReplicas: «0»\n  metrics: [${metric}]\n`);
    check(
      source,
      'field-invalid',
      'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
      '1.36',
    );
    expect(readManifest(marked(source).text, '1.36', { HPAScaleToZero: true }).manifest).toBeDefined();
    expect(readManifest(marked(source).text, '1.37').manifest).toBeDefined();
  });
});

describe('what is no HPA', () => {
  test.each([
    ['empty', '«»', 'There is no manifest yet.'],
    ['empty', '«»# nothing\n---\n', 'There is no manifest yet.'],
    [
      'not-an-hpa',
      'apiVersion: v1\nkind: «Service»\n',
      'There is no HorizontalPodAutoscaler in this text, only Service (v1).',
    ],
    ['not-an-hpa', '«»hello\n', 'There is no HorizontalPodAutoscaler in this text, only plain text.'],
    [
      'not-an-hpa',
      '«replicaCount»: 3\n',
      'There is no HorizontalPodAutoscaler in this text, only an object without `kind`.',
    ],
    [
      'unknown-api-version',
      hpa('  maxReplicas: 5\n').replace('autoscaling/v2', '«autoscaling/v3»'),
      'no matches for kind "HorizontalPodAutoscaler" in version "autoscaling/v3"',
    ],
  ])('%s: %j', (rule, source, message) => {
    const { text, range } = marked(source);
    const isPoint = range.startColumn === range.endColumn && range.startLine === range.endLine;
    const widened = isPoint ? { ...range, endColumn: range.endColumn + 1 } : range;
    const found = readManifest(text, '1.37').problems[0];
    expect(found).toMatchObject({ rule, message });
    expect(found?.range).toMatchObject(rule === 'not-an-hpa' && isPoint ? { startLine: 1 } : widened);
  });

  test('a removed API version is explained', () => {
    const { manifest, problems } = readManifest(example('05-v2beta2-pods-metric.yaml'), '1.37');
    expect(manifest?.hpa.spec.metrics?.[0]?.pods?.target).toEqual({
      type: 'AverageValue',
      averageValue: '50',
    });
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'old-api-version', range: { startLine: 2, startColumn: 13 } },
      { rule: 'workload-defaults' },
    ]);
  });
});

describe('[MF14] autoscaling/v1', () => {
  test('is read as the API server converts it', () => {
    const { manifest, problems } = readManifest(example('12-v1.yaml'), '1.37');
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'old-api-version', range: { startLine: 2, startColumn: 13 } },
      { severity: 'info', rule: 'workload-defaults' },
    ]);
    expect(manifest?.hpa.spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'legacy' },
      minReplicas: 2,
      maxReplicas: 8,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } },
        },
      ],
    });
  });

  const V1 = hpa('').replace('autoscaling/v2', 'autoscaling/v1');

  test.each([
    [
      'wrong-type',
      '  maxReplicas: 5\n  targetCPUUtilizationPercentage: «80%»\n',
      'json: cannot unmarshal string into Go struct field HorizontalPodAutoscalerSpec.spec.targetCPUUtilizationPercentage of type int32',
    ],
    [
      'unknown-field',
      '  maxReplicas: 5\n  «behavior»: {}\n',
      'strict decoding error: unknown field "spec.behavior"',
    ],
    [
      'field-invalid',
      '  maxReplicas: 5\n  targetCPUUtilizationPercentage: «0»\n',
      'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
    ],
  ])('%s', (rule, lines, message) => {
    check(V1 + lines, rule, message);
  });

  test('keeps what stands in its annotations', () => {
    const policies = '[{"Type":"Pods","Value":1,"PeriodSeconds":60}]';
    const value = `{"ScaleDown":{"StabilizationWindowSeconds":60,"SelectPolicy":"Max","Policies":${policies}}}`;
    const annotated = `  name: web\n  annotations: {autoscaling.alpha.kubernetes.io/behavior: '${value}'}\n`;
    const { manifest } = readManifest(`${V1.replace('  name: web\n', annotated)}  maxReplicas: 5\n`, '1.37');
    expect(manifest?.hpa.spec.behavior?.scaleDown?.stabilizationWindowSeconds).toBe(60);
  });
});

describe('text that is not YAML', () => {
  test.each([
    [
      'a tab',
      'kind: HorizontalPodAutoscaler\nspec:\n\tmaxReplicas: 5\n',
      3,
      'There is a tab in the indentation; YAML allows spaces only.',
    ],
    [
      'a bracket left open',
      'kind: [\n',
      1,
      'A bracket or brace that is opened here is not closed, or a comma is missing in between.',
    ],
    ['a quote left open', 'kind: "Horiz\n', 1, 'A quotation mark is opened here and never closed.'],
    [
      'an unknown alias',
      'a: *b\n',
      1,
      'An alias (*name) refers to an anchor (&name) that is not defined above it.',
    ],
    [
      'a colon in a value',
      'a: b: c\n',
      1,
      'This line does not fit the indentation around it, or a value holds a colon that needs quotes.',
    ],
  ])('%s', (_title, text, startLine, message) => {
    const [problem] = readManifest(text, '1.37').problems;
    expect(problem).toMatchObject({ severity: 'error', rule: 'yaml-syntax', range: { startLine } });
    expect(problem?.message).toContain(`${message} kubectl: error converting YAML to JSON: yaml: `);
  });

  test('a slip in one document leaves the others readable, and their problems told', () => {
    const { manifest, problems } = readManifest(`${hpa('  maxReplicas: "5"\n')}---\na: [\n`, '1.37');
    expect(manifest).toBeUndefined();
    expect(errorsOf(problems).map(({ rule, range }) => [rule, range.startLine])).toEqual([
      ['wrong-type', 7],
      ['yaml-syntax', 9],
    ]);
  });

  test('Windows line ends count as one', () => {
    const { problems } = readManifest(hpa('  maxReplicas: "5"\n').replaceAll('\n', '\r\n'), '1.37');
    expect(errorsOf(problems)[0]?.range).toEqual({
      startLine: 7,
      startColumn: 16,
      endLine: 7,
      endColumn: 19,
    });
  });
});

describe('templates', () => {
  test.each([
    ['Helm', hpa('  maxReplicas: «{{ .Values.max }}»\n'), 'Helm template expression'],
    ['Helm in quotes', hpa('  maxReplicas: "«{{ .Values.max }}»"\n'), 'Helm template expression'],
    ['the environment', hpa(`  maxReplicas: «$${''}{MAX}»\n`), 'placeholder'],
  ])('%s is named as such, and nothing else', (_title, source, words) => {
    const { text, range } = marked(source);
    const { manifest, problems } = readManifest(text, '1.37');
    expect(manifest).toBeUndefined();
    expect(problems).toMatchObject([{ rule: 'template-placeholder', range }]);
    expect(problems[0]?.message).toContain(words);
  });

  test('braces in a text that reads well are left alone', () => {
    const annotated = HEAD.replace('  name: web', '  name: web\n  annotations: {summary: "{{ $value }}"}');
    expect(readManifest(`${annotated}spec:\n${REF}  maxReplicas: 5\n`, '1.37').manifest).toBeDefined();
  });
});

describe('the workload', () => {
  test('stands in with stated defaults when it is not in the text', () => {
    const { manifest, problems } = readManifest(hpa('  maxReplicas: 5\n'), '1.37');
    expect(problems).toMatchObject([
      { severity: 'info', rule: 'workload-defaults', range: { startLine: 6 } },
    ]);
    expect(problems[0]?.message).toContain('cpu 250m and memory 256Mi');
    expect(manifest?.workload).toMatchObject({
      written: false,
      selector: 'app=web',
      containers: [{ requests: { cpu: '250m' } }],
    });
  });

  test('is read from the same text', () => {
    const { manifest, problems } = readManifest(example('06-gateway.yaml'), '1.37');
    expect(problems).toEqual([]);
    expect(manifest?.workload).toEqual({
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      name: 'gateway',
      namespace: 'default',
      written: true,
      replicas: 2,
      selector: 'app=gateway',
      labels: { app: 'gateway' },
      containers: [
        {
          name: 'app',
          requests: { cpu: '250m', memory: '256Mi' },
          limits: { cpu: '500m', memory: '512Mi' },
          readinessProbe: {
            initialDelaySeconds: 5,
            periodSeconds: 10,
            timeoutSeconds: 1,
            successThreshold: 1,
            failureThreshold: 3,
          },
        },
      ],
      initContainers: [],
      terminationGracePeriodSeconds: 30,
    });
  });

  test('takes a limit for the request that is missing', () => {
    const text =
      hpa('  maxReplicas: 5\n') + DEPLOYMENT.replace('requests: {cpu: 100m}', 'limits: {cpu: 0.5}');
    const { manifest, problems } = readManifest(text, '1.37');
    expect(problems).toEqual([]);
    expect(manifest?.workload.containers[0]?.requests).toEqual({ cpu: '500m' });
  });

  test('without a request runs, with a warning at its container', () => {
    const { manifest, problems } = readManifest(example('14-missing-requests.yaml'), '1.37');
    expect(manifest).toBeDefined();
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'no-request', range: { startLine: 16, startColumn: 17, endColumn: 20 } },
    ]);
  });

  test('of another name is told of, and not used', () => {
    const text = hpa('  maxReplicas: 5\n') + DEPLOYMENT.replace('name: web', 'name: api');
    const { manifest, problems } = readManifest(text, '1.37');
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'target-mismatch', range: { startLine: 6 } },
    ]);
    expect(manifest?.workload).toMatchObject({ name: 'web', written: false });
  });

  test.each([
    ['a selector that misses its own pods', 'labels: {app: web}', 'labels: {app: api}', 15],
    ['no selector', '  selector: {matchLabels: {app: web}}\n', '', 14],
    ['a quantity that is none', 'cpu: 100m', 'cpu: 100 m', 21],
    ['replicas in quotes', 'spec:\n  selector', 'spec:\n  replicas: "2"\n  selector', 14],
    [
      'no containers',
      '      containers:\n        - name: app\n          resources: {requests: {cpu: 100m}}\n',
      '      containers: []\n',
      18,
    ],
  ])('is refused with %s', (_title, from, to, line) => {
    const text = `${hpa('  maxReplicas: 5\n')}${DEPLOYMENT.replace(from, to)}`;
    const errors = errorsOf(readManifest(text, '1.37').problems);
    expect(errors.map(({ rule }) => rule)).toEqual(['workload-invalid']);
    expect(Math.abs((errors[0]?.range.startLine ?? 0) - line)).toBeLessThanOrEqual(1);
  });
});

describe('what runs all the same', () => {
  test('of several HPAs the first', () => {
    const second = hpa('  maxReplicas: 7\n').replace('name: web\nspec', 'name: api\nspec');
    const { manifest, problems } = readManifest(`${hpa('  maxReplicas: 5\n')}---\n${second}`, '1.37');
    expect(manifest?.hpa.spec.maxReplicas).toBe(5);
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'info',
        rule: 'several-hpas',
        range: { startLine: 10, startColumn: 7, endLine: 10, endColumn: 30 },
      }),
    );
  });

  test('of a repeated key the last, as with kubectl', () => {
    const { manifest, problems } = readManifest(hpa('  maxReplicas: 5\n  maxReplicas: 7\n'), '1.37');
    expect(manifest?.hpa.spec.maxReplicas).toBe(7);
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'duplicate-key',
        range: { startLine: 8, startColumn: 3, endLine: 8, endColumn: 14 },
      }),
    );
  });

  test('a List with both objects, and JSON', () => {
    const items = [hpa('  maxReplicas: 5\n'), DEPLOYMENT.slice(4)].map(
      (text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`,
    );
    const { manifest, problems } = readManifest(
      `apiVersion: v1\nkind: List\nitems:\n${items.join('')}`,
      '1.37',
    );
    expect(problems).toEqual([]);
    expect(manifest?.workload).toMatchObject({ written: true, containers: [{ requests: { cpu: '100m' } }] });
    const json =
      '{"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"web"},"spec":{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"web"},"maxReplicas":5}}';
    expect(readManifest(json, '1.37').manifest?.hpa.spec.maxReplicas).toBe(5);
  });

  test('numbers and booleans as YAML 1.1 has them', () => {
    const { manifest } = readManifest(hpa('  maxReplicas: 1_000\n  minReplicas: 010\n'), '1.37');
    expect(manifest?.hpa.spec).toMatchObject({ maxReplicas: 1000, minReplicas: 8 });
  });

  test.each(
    readdirSync(EXAMPLES).filter((name) => /^(01|02|03|04|06|07|08|09|11|13|14|15)-.*\.yaml$/.test(name)),
  )('the example %s', (name) => {
    const { manifest, problems } = readManifest(example(name), '1.37');
    expect(errorsOf(problems)).toEqual([]);
    expect(manifest?.workload.written).toBe(true);
  });
});

describe('text from strangers', () => {
  test('nested aliases are not expanded', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => alias).join(', ')}]`);
    }
    const { problems } = readManifest(lines.join('\n'), '1.37');
    expect(problems).toMatchObject([
      {
        rule: 'yaml-syntax',
        message: expect.stringContaining('The aliases of this document expand to more than can be read.'),
      },
    ]);
  });

  test('an anchor inside itself is refused', () => {
    expect(readManifest('a: &a [*a]\n', '1.37').problems).toMatchObject([{ rule: 'yaml-syntax' }]);
  });

  test('deep nesting is refused', () => {
    expect(readManifest('['.repeat(10_000), '1.37').problems).toMatchObject([{ rule: 'yaml-syntax' }]);
  });

  test('a text that is too long is not parsed', () => {
    expect(readManifest('#'.repeat(600_000), '1.37').problems).toMatchObject([{ rule: 'too-long' }]);
  });

  test('__proto__ is a key like any other', () => {
    const { problems } = readManifest(hpa('  maxReplicas: 5\n  __proto__: {minReplicas: 4}\n'), '1.37');
    expect(errorsOf(problems)).toMatchObject([{ rule: 'unknown-field', path: 'spec.__proto__' }]);
    const labels = `${HEAD}  labels: {__proto__: x}\nspec:\n${REF}  maxReplicas: 5\n`;
    readManifest(labels, '1.37');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});
