/**
 * The schema that KEDA's CustomResourceDefinition gives the API server for a ScaledObject.
 *
 * @upstream github.com/kedacore/keda/v2 config/crd/bases/keda.sh_scaledobjects.yaml
 */

export type Schema =
  | ObjectSchema
  | { readonly type: 'map' }
  | { readonly type: 'array'; readonly items: Schema; readonly minItems?: number }
  | { readonly type: 'string'; readonly minLength?: number; readonly oneOf?: readonly string[] }
  | { readonly type: 'int32'; readonly minimum?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'intOrString'; readonly pattern: string }
  /** whatever is in it is somebody else's */
  | { readonly type: 'any' };

export interface ObjectSchema {
  readonly type: 'object';
  readonly fields: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** what the server writes where nothing is written */
  readonly defaults?: Readonly<Record<string, string>>;
}

const text = { type: 'string' } as const;
const count = { type: 'int32', minimum: 0 } as const;
const int32 = { type: 'int32' } as const;
const bool = { type: 'boolean' } as const;

function object(
  fields: ObjectSchema['fields'],
  required: readonly string[] = [],
  defaults: Readonly<Record<string, string>> = {},
): ObjectSchema {
  return { type: 'object', fields, required, defaults };
}

const QUANTITY =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

const policy = object({ periodSeconds: int32, type: text, value: int32 }, ['periodSeconds', 'type', 'value']);

const rules = object({
  policies: { type: 'array', items: policy },
  selectPolicy: text,
  stabilizationWindowSeconds: int32,
  tolerance: { type: 'intOrString', pattern: QUANTITY },
});

const FALLBACK_BEHAVIORS = [
  'static',
  'currentReplicas',
  'currentReplicasIfHigher',
  'currentReplicasIfLower',
  'scalingModifiers',
];

const advanced = object({
  horizontalPodAutoscalerConfig: object({
    behavior: object({ scaleDown: rules, scaleUp: rules }),
    name: text,
  }),
  restoreToOriginalReplicaCount: bool,
  scalingModifiers: object({
    activationTarget: text,
    formula: text,
    metricType: { type: 'string', oneOf: ['AverageValue', 'Value'] },
    target: text,
  }),
});

const trigger = object(
  {
    authenticationRef: object(
      {
        kind: { type: 'string', oneOf: ['TriggerAuthentication', 'ClusterTriggerAuthentication'] },
        name: text,
      },
      ['name'],
    ),
    metadata: { type: 'map' },
    metricType: text,
    name: text,
    type: { type: 'string', minLength: 1 },
    useCachedMetrics: bool,
  },
  ['metadata', 'type'],
);

const spec = object(
  {
    advanced,
    cooldownPeriod: count,
    fallback: object(
      { behavior: { type: 'string', oneOf: FALLBACK_BEHAVIORS }, failureThreshold: count, replicas: count },
      ['failureThreshold', 'replicas'],
      { behavior: 'static' },
    ),
    idleReplicaCount: count,
    initialCooldownPeriod: count,
    maxReplicaCount: { type: 'int32', minimum: 1 },
    minReplicaCount: count,
    pollingInterval: { type: 'int32', minimum: 1 },
    scaleTargetRef: object(
      { apiVersion: text, envSourceContainerName: text, kind: text, name: { type: 'string', minLength: 1 } },
      ['name'],
    ),
    triggers: { type: 'array', items: trigger, minItems: 1 },
  },
  ['scaleTargetRef', 'triggers'],
);

const anything = { type: 'any' } as const;

/** What the operator writes; nobody else's values are looked at. */
const STATUS = Object.fromEntries(
  [
    'authenticationsTypes',
    'compositeScalerName',
    'conditions',
    'externalMetricNames',
    'health',
    'hpaName',
    'lastActiveTime',
    'originalReplicaCount',
    'pausedReplicaCount',
    'resourceMetricNames',
    'scaleTargetGVKR',
    'scaleTargetKind',
    'triggersActivity',
    'triggersTypes',
  ].map((name) => [name, anything]),
);

/** Names of the fields that an object has at a path; none where there is no object. @rule KE1 */
export function fieldNames(path: readonly (string | number)[]): readonly string[] {
  let schema: Schema | undefined = SCALED_OBJECT;
  for (const segment of path) {
    if (schema?.type === 'array') schema = schema.items;
    else schema = schema?.type === 'object' ? schema.fields[segment] : undefined;
  }
  return schema?.type === 'object' ? Object.keys(schema.fields) : [];
}

/** The object without its metadata, which has a type of its own; a status is the operator's. */
export const SCALED_OBJECT: ObjectSchema = object(
  { apiVersion: text, kind: text, spec, status: object(STATUS) },
  ['spec'],
);
