/** Parts of an HPA that stand on their own: which part it is, and where in an HPA it belongs. */
import { isMapping, type PathSegment, type SplitResult, valueAt, type YamlDocument } from './documents.ts';
import type { YamlMapping, YamlValue } from './goYaml.ts';
import { textOf } from './kinds.ts';
import { closest } from './nearest.ts';

type Path = readonly PathSegment[];

export interface Fragment {
  /** the whole object with the fragment at its home; positions outside of it fall on its first line */
  readonly document: YamlDocument;
  /** what to call it: `behavior` */
  readonly name: string;
  readonly homes: readonly Path[];
  /** `autoscaling:` of a Helm chart's values */
  readonly isHelmValues?: boolean;
}

const SPEC_FIELDS = [
  'scaleTargetRef',
  'minReplicas',
  'maxReplicas',
  'metrics',
  'behavior',
  'targetCPUUtilizationPercentage',
];
const RULES_FIELDS = ['stabilizationWindowSeconds', 'selectPolicy', 'policies', 'tolerance'];
const SOURCES = ['resource', 'containerResource', 'pods', 'object', 'external'];
const SOURCE_TYPES = ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'];
const BEHAVIOR: Path = ['spec', 'behavior'];
const RULES_HOMES: readonly Path[] = [
  [...BEHAVIOR, 'scaleDown'],
  [...BEHAVIOR, 'scaleUp'],
];

function isPolicy(value: YamlValue | undefined): boolean {
  if (!isMapping(value)) return false;
  return /^(?:Pods|Percent)$/i.test(textOf(value.type)) && ('value' in value || 'periodSeconds' in value);
}

function isMetric(value: YamlValue | undefined): boolean {
  if (!isMapping(value)) return false;
  const hasType = SOURCE_TYPES.some((type) => type.toLowerCase() === textOf(value.type).toLowerCase());
  return (
    (hasType && !isPolicy(value)) || SOURCES.some((name) => isMapping(value[name]) && isSource(value[name]))
  );
}

function isSource(value: YamlValue | undefined): boolean {
  if (!isMapping(value)) return false;
  return isMapping(value.target) || isMapping(value.metric) || 'targetAverageUtilization' in value;
}

function isTarget(value: YamlMapping): boolean {
  return 'averageUtilization' in value || ('averageValue' in value && 'type' in value);
}

function hasOnly(value: YamlMapping, names: readonly string[]): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => names.includes(key));
}

/** Whether a field can only be one of an HPA's spec: `metrics: {enabled: true}` stands in many other places. */
function isTelling(key: string, value: YamlValue | undefined): boolean {
  const field = SPEC_FIELDS.includes(key) ? key : closest(key, SPEC_FIELDS);
  if (field === 'metrics') return Array.isArray(value) && value.some(isMetric);
  if (field === 'behavior') return isMapping(value) && Object.keys(value).every(isDirection);
  return field !== undefined;
}

function isDirection(key: string): boolean {
  return /^scale_?(?:up|down)$/i.test(key);
}

function isSpec(value: YamlValue | undefined): boolean {
  if (!isMapping(value) || 'template' in value || 'containers' in value || 'triggers' in value) return false;
  return Object.entries(value).some(([key, child]) => isTelling(key, child));
}

interface Place {
  readonly name: string;
  readonly homes: readonly Path[];
}

function placeOfList(items: readonly YamlValue[]): Place | undefined {
  if (items.length === 0) return undefined;
  if (items.every(isPolicy)) {
    return { name: 'policies', homes: RULES_HOMES.map((home) => [...home, 'policies']) };
  }
  return items.every(isMetric) ? { name: 'metrics', homes: [['spec', 'metrics']] } : undefined;
}

function placeOf(value: YamlMapping): Place | undefined {
  if (isPolicy(value)) {
    return { name: 'policy', homes: RULES_HOMES.map((home) => [...home, 'policies', 0]) };
  }
  if (isMetric(value)) return { name: 'metric', homes: [['spec', 'metrics', 0]] };
  if (isSpec(value.spec)) return { name: 'spec', homes: [[]] };
  if (hasOnly(value, RULES_FIELDS)) return { name: 'scaling rules', homes: RULES_HOMES };
  if (Object.keys(value).every(isDirection)) {
    return { name: 'scaleUp and scaleDown', homes: [BEHAVIOR] };
  }
  if (hasOnly(value, ['target']) && isMapping(value.target) && isTarget(value.target)) {
    return { name: 'target', homes: [['spec', 'metrics', 0, 'resource']] };
  }
  if (isTarget(value)) return { name: 'target', homes: [['spec', 'metrics', 0, 'resource', 'target']] };
  if (isSpec(value)) return { name: Object.keys(value).slice(0, 3).join(', '), homes: [['spec']] };
  return undefined;
}

/** The value at a home inside of an object that holds nothing else. */
function wrapped(value: YamlValue, home: Path): YamlMapping {
  let inner: YamlValue = value;
  for (const segment of home.toReversed()) {
    if (typeof segment === 'number') inner = [inner];
    else {
      const outer = Object.create(null) as YamlMapping;
      outer[segment] = inner;
      inner = outer;
    }
  }
  return isMapping(inner) ? inner : (Object.create(null) as YamlMapping);
}

const HELM_FIELDS = [
  'minReplicas',
  'maxReplicas',
  'targetCPUUtilizationPercentage',
  'targetMemoryUtilizationPercentage',
];

/** `autoscaling:` with the fields that charts use. */
function helmValuesKey(value: YamlMapping): string | undefined {
  return ['autoscaling', 'hpa', 'horizontalPodAutoscaler'].find((key) => {
    const block = value[key];
    return isMapping(block) && HELM_FIELDS.some((field) => field in block);
  });
}

/** Whether a home lies inside of a metric, which then has to be named: the CPU is. @rule MF18 */
export function isInMetric(home: Path): boolean {
  return home[1] === 'metrics' && home[3] === 'resource';
}

function cpuMetric(resource: YamlValue | undefined): YamlMapping {
  return { type: 'Resource', resource: { name: 'cpu', ...(isMapping(resource) ? resource : {}) } };
}

function fragmentAt(part: YamlDocument['part'], value: YamlValue, { name, homes }: Place): Fragment {
  const [home = []] = homes;
  const whole = wrapped(value, home);
  if (isInMetric(home))
    whole.spec = { metrics: [cpuMetric(valueAt(whole, ['spec', 'metrics', 0, 'resource']))] };
  return { document: { part, root: [], value: whole, home }, name, homes };
}

function fragmentOf({ part, root, value }: YamlDocument): Fragment | undefined {
  if (root.length > 0 || textOf(value.kind) !== '' || textOf(value.apiVersion) !== '') return undefined;
  const helmKey = helmValuesKey(value);
  if (helmKey !== undefined) {
    const document = { part, root, value };
    return { document, name: helmKey, homes: [], isHelmValues: true };
  }
  const place = placeOf(value);
  return place && fragmentAt(part, value, place);
}

/**
 * The first part of an HPA among the documents.
 *
 * @rule MF18
 */
export function findFragment({ documents, others }: SplitResult): Fragment | undefined {
  for (const document of documents) {
    const fragment = fragmentOf(document);
    if (fragment !== undefined) return fragment;
  }
  for (const { part, value } of others) {
    const place = Array.isArray(value) ? placeOfList(value) : undefined;
    if (place !== undefined) return fragmentAt(part, value, place);
  }
  return undefined;
}
