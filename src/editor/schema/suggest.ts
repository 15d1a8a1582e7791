/** What can be written at a cursor, and what a field means: from the schemas, as plain data. */
import type { ApiSchema, Field, SchemaNode } from './apiSchema.ts';
import { nodeAt, type TriggerPlace } from './triggerPlace.ts';
import { wordsFor } from './valueHints.ts';

export interface Suggestion {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'snippet';
  /** beside the label: the type */
  readonly detail: string;
  readonly documentation: string;
  /** in the editor's snippet syntax */
  readonly insert: string;
  /** suggestions for the value should follow at once */
  readonly thenValue: boolean;
  /** required fields come first */
  readonly rank: number;
}

/** Columns of one level in what is inserted. */
const STEP = '  ';

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * @param isBlock       the cursor is in block style, where nested fields go to a line of their own
 * @param isTriggerText whatever a trigger's metadata hold is text, numbers too: it goes into quotes
 */
function fieldSuggestion(
  name: string,
  field: Field,
  hasWords: boolean,
  isRequired: boolean,
  isBlock: boolean,
  isTriggerText: boolean,
): Suggestion {
  const needsQuotes = !/^[\w./-]+$/.test(name);
  const key = escaped(needsQuotes ? JSON.stringify(name) : name);
  const quoted = isTriggerText && !hasWords ? '"$0"' : '';
  const nested = field.shape === 'list' ? `\n${STEP}- $0` : `\n${STEP}$0`;
  const braces = field.shape === 'list' ? ' [$0]' : ' {$0}';
  return {
    label: name,
    kind: 'field',
    detail: isRequired ? `${field.typeText}, required` : field.typeText,
    documentation: field.description,
    insert: field.shape === 'scalar' ? `${key}: ${quoted}` : `${key}:${isBlock ? nested : braces}`,
    thenValue: hasWords,
    rank: isRequired ? 0 : 1,
  };
}

function wordSuggestion(word: string, rank: number, isDefault: boolean): Suggestion {
  return {
    label: word,
    kind: 'value',
    detail: isDefault ? 'default' : '',
    documentation: '',
    insert: escaped(word),
    thenValue: false,
    rank,
  };
}

const METRIC_SNIPPETS: readonly (readonly [string, string, string])[] = [
  [
    'CPU or memory utilization',
    'Average over the pods, in percent of their requests.',
    `type: Resource\nresource:\n  name: \${1|cpu,memory|}\n  target:\n    type: Utilization\n    averageUtilization: \${2:60}`,
  ],
  [
    'Pods metric',
    'A metric that each pod has, averaged.',
    `type: Pods\npods:\n  metric:\n    name: \${1:http_requests_per_second}\n  target:\n    type: AverageValue\n    averageValue: \${2:100}`,
  ],
  [
    'External metric',
    'A metric from outside of the cluster, a queue for example.',
    `type: External\nexternal:\n  metric:\n    name: \${1:queue_messages}\n  target:\n    type: AverageValue\n    averageValue: "\${2:30}"`,
  ],
];

const POLICY_SNIPPETS: readonly (readonly [string, string, string])[] = [
  ['Pods policy', 'At most so many pods in a period.', `type: Pods\nvalue: \${1:4}\nperiodSeconds: \${2:60}`],
  [
    'Percent policy',
    'At most such a share of the pods in a period.',
    `type: Percent\nvalue: \${1:100}\nperiodSeconds: \${2:60}`,
  ],
];

const TRIGGER_SNIPPETS: readonly (readonly [string, string, string])[] = [
  [
    'kafka trigger',
    'Lag of a consumer group, for each replica.',
    `type: kafka\nmetadata:\n  bootstrapServers: \${1:kafka:9092}\n  consumerGroup: \${2:group}\n  topic: \${3:orders}\n  lagThreshold: "\${4:100}"`,
  ],
  [
    'prometheus trigger',
    'A number that a query gives.',
    `type: prometheus\nmetadata:\n  serverAddress: \${1:http://prometheus:9090}\n  query: \${2:sum(rate(http_requests_total[2m]))}\n  threshold: "\${3:100}"`,
  ],
  [
    'cron trigger',
    'So many replicas from one time of day to another.',
    `type: cron\nmetadata:\n  timezone: \${1:Europe/Berlin}\n  start: \${2:0 8 * * 1-5}\n  end: \${3:0 18 * * 1-5}\n  desiredReplicas: "\${4:5}"`,
  ],
  [
    'cpu trigger',
    'Average over the pods, in percent of their requests.',
    `type: cpu\nmetricType: Utilization\nmetadata:\n  value: "\${1:60}"`,
  ],
];

const SNIPPETS: Readonly<Record<string, typeof METRIC_SNIPPETS>> = {
  MetricSpec: METRIC_SNIPPETS,
  HPAScalingPolicy: POLICY_SNIPPETS,
  ScaleTriggers: TRIGGER_SNIPPETS,
};

/** Whole items of a list. @param dash what has to be written in front of the item */
function itemSnippets(type: string, dash: string): Suggestion[] {
  return (SNIPPETS[type] ?? []).map(([label, documentation, body], rank) => ({
    label,
    kind: 'snippet',
    detail: type,
    documentation,
    insert: dash + body.replaceAll('\n', `\n${' '.repeat(dash.length)}`),
    thenValue: false,
    rank: 2 + rank,
  }));
}

function fieldSuggestions(
  schema: ApiSchema,
  root: SchemaNode,
  owner: SchemaNode,
  place: TriggerPlace,
): Suggestion[] {
  const field = schema.describe(owner);
  const known = new Set(place.siblings);
  return Object.entries(field.properties)
    .filter(([name]) => !known.has(name) && (name !== 'status' || place.path.length > 0))
    .map(([name, node]) => {
      const isTriggerText = place.triggerType !== undefined && node.type === 'string';
      const words = node.enum ?? wordsFor(schema, root, [...place.path, name]);
      return fieldSuggestion(
        name,
        schema.describe(node),
        words.length > 0,
        field.required.includes(name),
        place.column !== undefined,
        isTriggerText,
      );
    });
}

/** Everything that fits at a place, in no particular order. */
export function suggestionsAt(schema: ApiSchema, place: TriggerPlace): readonly Suggestion[] {
  const root = schema.root(place.apiVersion, place.kind);
  if (place.at === 'value') {
    const node = root && nodeAt(schema, root, place, [...place.path, place.key]);
    const words = node?.enum ?? wordsFor(schema, root, [...place.path, place.key]);
    const standard = node && schema.describe(node).default;
    return words.map((word, rank) => wordSuggestion(word, rank, word === standard));
  }
  if (root === undefined) return place.path.length === 0 ? documentStart(place) : [];
  const owner = nodeAt(schema, root, place, place.path);
  if (owner === undefined) return [];
  const field = schema.describe(owner);
  const isBlock = place.column !== undefined;
  // On a line below `metrics:` an item has to begin with its dash.
  if (field.shape === 'list') {
    if (place.at !== 'key' || !isBlock || field.element === undefined) return [];
    return itemSnippets(schema.describe(field.element).typeText, '- ');
  }
  const snippets = place.at === 'either' && isBlock ? itemSnippets(field.typeText, '') : [];
  return [...fieldSuggestions(schema, root, owner, place), ...snippets];
}

const NEW_HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: \${1:web}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: \${1:web}
  minReplicas: \${2:2}
  maxReplicas: \${3:10}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: \${4:60}
`;

/** Where nothing says yet what the document is. */
function documentStart({ siblings }: TriggerPlace): Suggestion[] {
  const fields = ['apiVersion', 'kind', 'metadata', 'spec'].filter((name) => !siblings.includes(name));
  const suggestions = fields.map((label, rank): Suggestion => {
    const isNested = label === 'metadata' || label === 'spec';
    return {
      label,
      kind: 'field',
      detail: isNested ? 'object' : 'string, required',
      documentation: '',
      insert: isNested ? `${label}:\n${STEP}$0` : `${label}: `,
      thenValue: !isNested,
      rank,
    };
  });
  if (siblings.length > 0) return suggestions;
  const documentation = 'A complete manifest to fill in.';
  const insert = NEW_HPA;
  return [
    ...suggestions,
    {
      label: 'HorizontalPodAutoscaler',
      kind: 'snippet',
      detail: 'autoscaling/v2',
      documentation,
      insert,
      thenValue: false,
      rank: 9,
    },
  ];
}

export interface Explained {
  /** `spec.behavior.scaleDown.selectPolicy` */
  readonly path: string;
  readonly typeText: string;
  readonly description: string;
  readonly default?: string;
  readonly words: readonly string[];
}

/** What the field under the cursor is. */
export function explanationAt(schema: ApiSchema, place: TriggerPlace): Explained | undefined {
  const root = schema.root(place.apiVersion, place.kind);
  if (root === undefined || place.key === '') return undefined;
  const path = [...place.path, place.key];
  const node = nodeAt(schema, root, place, path);
  if (node === undefined) return undefined;
  const field = schema.describe(node);
  const standard = field.default;
  const isPlain = typeof standard === 'string' ? standard !== '' : typeof standard === 'boolean';
  return {
    path: pathText(path),
    typeText: field.typeText,
    description: field.description,
    words: node.enum ?? wordsFor(schema, root, path),
    ...(isPlain ? { default: String(standard) } : {}),
  };
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .slice(1);
}
