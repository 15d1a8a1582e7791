/** Changes of a manifest that hands, tools and accidents make. */
import type { Random } from './random.ts';

const PIECES = [
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '\t',
  '\n',
  '\r\n',
  ':',
  ': ',
  ' :',
  '- ',
  '#',
  '&a ',
  '*a',
  '!!str ',
  '!!binary ',
  '|',
  '>-',
  '---\n',
  '--- x\n',
  '...\n',
  '{{ .x }}',
  '{{- end }}',
  '{% if %}',
  '$',
  '<<: *a\n',
  '? ',
  ',',
  ',}',
  '\u0000',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '\u200b',
  '\ud800',
  '😀',
  '“',
  '```yaml\n',
  '```\n',
  '> ',
  '<<EOF\n',
  'EOF\n',
  '$ kubectl get ',
  '.inf',
  '.nan',
  '2147483648',
  '-1',
  '1e400',
  '0x7fffffffffffffff',
  '0777',
  '1_000',
  '1:30',
  '80%',
  '5m',
  '1e1000000',
  '__proto__: 1',
  'constructor: {}',
  'null',
  '~',
  'yes',
  'on',
  '1Gi',
  '%',
  '`',
  '@',
  '\\',
  'kind: HorizontalPodAutoscaler\n',
  'apiVersion: autoscaling/v1\n',
  'behavior:\n',
  'metrics: []\n',
  'items:\n',
  'kind: List\n',
  'targetAverageUtilization: 50\n',
  'spec: null\n',
  '  - type: Pods\n',
] as const;

type Change = (text: string, random: Random, other: string) => string;

function onLines(change: (lines: string[], index: number, random: Random) => void): Change {
  return (text, random) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random);
    return lines.join('\n');
  };
}

const CHANGES: readonly [Change, ...Change[]] = [
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random.below(12));
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random, other) => {
    const at = random.below(text.length + 1);
    const from = random.below(other.length);
    return text.slice(0, at) + other.slice(from, from + 1 + random.below(200)) + text.slice(at);
  },
  (text, _random, other) => `${text}\n---\n${other}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\`\`\`\n${text}\n\`\`\`\n`,
  onLines((lines, index) => lines.splice(index, 0, lines[index] ?? '')),
  onLines((lines, index) => lines.splice(index, 1)),
  onLines((lines, index) => {
    lines[index] = ` ${lines[index]}`;
  }),
  onLines((lines, index) => {
    lines[index] = (lines[index] ?? '').replace(/^ {1,2}/, '');
  }),
  onLines((lines, index, random) => {
    const piece = random.pick(PIECES);
    lines[index] = (lines[index] ?? '').replace(/:.*$/, () => `: ${piece}`);
  }),
  onLines((lines, index, random) => {
    const to = random.below(lines.length);
    [lines[index], lines[to]] = [lines[to] ?? '', lines[index] ?? ''];
  }),
];

/** A text after up to six changes. */
export function mutated(text: string, random: Random, other: string): string {
  let result = text;
  for (let left = 1 + random.below(6); left > 0; left--) result = random.pick(CHANGES)(result, random, other);
  return result;
}
