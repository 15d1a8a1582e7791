import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { splitDocuments } from '../documents.ts';
import { formatManifest } from './formatManifest.ts';

const EXAMPLES = new URL('../../../../examples/', import.meta.url);

test('indentation is made even; comments, quotes and blank lines stay', () => {
  const text = `# top
apiVersion:   autoscaling/v2
kind: HorizontalPodAutoscaler

spec:
     minReplicas: 0x2  # two
     metrics:
     -   type: Pods
         # inner
         pods: {metric: {name: 'rps'}}
     maxReplicas: 010
`;
  expect(formatManifest(text)).toBe(`# top
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler

spec:
  minReplicas: 0x2 # two
  metrics:
    - type: Pods
      # inner
      pods: {metric: {name: 'rps'}}
  maxReplicas: 010
`);
});

test('several documents keep their separators', () => {
  expect(formatManifest('a:   1\n---\nb:   2\n--- # next\nc: 3')).toBe(
    'a: 1\n---\nb: 2\n---\n# next\nc: 3\n',
  );
});

test('JSON on one line is spread', () => {
  expect(formatManifest('{"kind":"X","spec":{"a":[1]}}')).toBe(
    '{\n  "kind": "X",\n  "spec": {\n    "a": [\n      1\n    ]\n  }\n}\n',
  );
});

test('line ends of Windows stay', () => {
  expect(formatManifest('a:\r\n    b: 1\r\n')).toBe('a:\r\n  b: 1\r\n');
});

test('a text that cannot be read stays as it is', () => {
  for (const text of ['a: [', 'a: {{ .Values.x }}\n', '', 'text']) expect(formatManifest(text)).toBe(text);
});

test.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.yaml')))(
  '[ED6] %s says the same, keeps its comments, and does not change a second time',
  (name) => {
    const text = readFileSync(new URL(name, EXAMPLES), 'utf8').replaceAll('    - ', '  - ');
    const formatted = formatManifest(text);
    const values = (read: string): unknown => splitDocuments(read).documents.map(({ value }) => value);
    expect(values(formatted)).toEqual(values(text));
    expect(formatted.match(/#.*/g)).toEqual(text.match(/#.*/g));
    expect(formatManifest(formatted)).toBe(formatted);
  },
);
