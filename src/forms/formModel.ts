/** What the form shows of an HPA: the values as they are written, and where each of them stands. */
import type { FieldValue, ManifestEdit } from '../core/index.ts';

export type Path = readonly (string | number)[];
export const SIDES = ['scaleUp', 'scaleDown'] as const;
export type Side = (typeof SIDES)[number];

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[segment]
        : undefined,
    root,
  );
}

/** A whole number that is written; undefined also for what is none. */
export function numberAt(root: unknown, path: Path): number | undefined {
  const value = valueAt(root, path);
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

export function textAt(root: unknown, path: Path): string | undefined {
  const value = valueAt(root, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

const SOURCES = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
} as const;

export type MetricSource = keyof typeof SOURCES;

export const TARGET_FIELDS = {
  Utilization: 'averageUtilization',
  AverageValue: 'averageValue',
  Value: 'value',
} as const;
export type TargetType = keyof typeof TARGET_FIELDS;

/** A name inside of a metric that can be changed. */
export interface MetricName {
  readonly label: string;
  readonly path: Path;
  readonly text: string;
}

export interface MetricForm {
  /** `cpu`, `cpu of app`, `http_requests_per_second` */
  readonly title: string;
  /** `Resource` */
  readonly source: MetricSource;
  /** the path of all of it */
  readonly path: Path;
  readonly names: readonly MetricName[];
  /** the path of its `target` */
  readonly target: Path;
  readonly type: TargetType;
  /** the types that the API takes there, the present one among them */
  readonly types: readonly TargetType[];
  /** the target's number as it is written */
  readonly value: string | undefined;
}

function targetTypes(source: MetricSource): readonly TargetType[] {
  if (source === 'Resource' || source === 'ContainerResource') return ['Utilization', 'AverageValue'];
  return source === 'Pods' ? ['AverageValue'] : ['AverageValue', 'Value'];
}

const NAME_FIELDS: Readonly<Record<MetricSource, readonly (readonly [label: string, path: Path])[]>> = {
  Resource: [],
  ContainerResource: [['Container', ['containerResource', 'container']]],
  Pods: [['Name', ['pods', 'metric', 'name']]],
  Object: [
    ['Name', ['object', 'metric', 'name']],
    ['Kind', ['object', 'describedObject', 'kind']],
    ['Object', ['object', 'describedObject', 'name']],
  ],
  External: [['Name', ['external', 'metric', 'name']]],
};

function metricNames(metric: unknown, root: Path, source: MetricSource): readonly MetricName[] {
  return NAME_FIELDS[source].map(([label, path]) => ({
    label,
    path: [...root, ...path],
    text: textAt(metric, path) ?? '',
  }));
}

function metricForm(metric: unknown, index: number): MetricForm[] {
  const source = textAt(metric, ['type']);
  if (source === undefined || !Object.hasOwn(SOURCES, source)) return [];
  const known = source as MetricSource;
  const field = SOURCES[known];
  const type = textAt(metric, [field, 'target', 'type']);
  if (type === undefined || !Object.hasOwn(TARGET_FIELDS, type)) return [];
  const name =
    textAt(metric, [field, 'name']) ?? textAt(metric, [field, 'metric', 'name']) ?? 'without a name';
  const container = textAt(metric, [field, 'container']);
  const types = targetTypes(known);
  return [
    {
      title: container === undefined ? name : `${name} of ${container}`,
      source: known,
      path: ['spec', 'metrics', index],
      names: metricNames(metric, ['spec', 'metrics', index], known),
      target: ['spec', 'metrics', index, field, 'target'],
      type: type as TargetType,
      types: types.includes(type as TargetType) ? types : [type as TargetType, ...types],
      value: textAt(metric, [field, 'target', TARGET_FIELDS[type as TargetType]]),
    },
  ];
}

/** The metrics that can be edited; one whose source or target is not there yet is left to the text. */
export function metricForms(hpa: unknown): readonly MetricForm[] {
  const metrics = valueAt(hpa, ['spec', 'metrics']);
  return Array.isArray(metrics) ? metrics.flatMap(metricForm) : [];
}

export interface PolicyForm {
  readonly path: Path;
  readonly type: string | undefined;
  readonly value: number | undefined;
  readonly periodSeconds: number | undefined;
}

export function policyForms(hpa: unknown, side: Side): readonly PolicyForm[] {
  const path = ['spec', 'behavior', side, 'policies'];
  const policies = valueAt(hpa, path);
  if (!Array.isArray(policies)) return [];
  return policies.map((policy, index) => ({
    path: [...path, index],
    type: textAt(policy, ['type']),
    value: numberAt(policy, ['value']),
    periodSeconds: numberAt(policy, ['periodSeconds']),
  }));
}

const FIRST_VALUES: Readonly<Record<string, string>> = { cpu: '500m', memory: '512Mi' };
const FIRST_UTILIZATION = 60;

/** The edits that give a metric's target another type, with a number to start from. */
export function retypeTarget(metric: MetricForm, type: TargetType): readonly ManifestEdit[] {
  const { target, title, value } = metric;
  const resource = title.split(' ')[0] ?? '';
  const isQuantityNow = metric.type !== 'Utilization' && value !== undefined;
  const next =
    type === 'Utilization' ? FIRST_UTILIZATION : isQuantityNow ? value : (FIRST_VALUES[resource] ?? '100');
  return [
    set([...target, 'type'], type),
    set([...target, TARGET_FIELDS[type]], next),
    { op: 'remove', path: [...target, TARGET_FIELDS[metric.type]] },
  ];
}

export function set(path: Path, value: FieldValue): ManifestEdit {
  return { op: 'set', path, value };
}
