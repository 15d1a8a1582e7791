/** The words that a field takes, which the schemas name in their prose only. */
import type { ApiSchema, SchemaNode } from './apiSchema.ts';

const METRIC_SOURCES = ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'];
const TARGETS = { resource: ['Utilization', 'AverageValue'], any: ['AverageValue', 'Value'] };

/** The scalers that people use most. */
const TRIGGERS = [
  'kafka',
  'rabbitmq',
  'aws-sqs-queue',
  'prometheus',
  'cron',
  'cpu',
  'memory',
  'redis',
  'redis-streams',
  'azure-servicebus',
  'azure-queue',
  'gcp-pubsub',
  'postgresql',
  'mysql',
  'mssql',
  'metrics-api',
  'kubernetes-workload',
  'nats-jetstream',
];

/** By the type that a field belongs to and its name. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'MetricSpec.type': METRIC_SOURCES,
  'ResourceMetricSource.name': ['cpu', 'memory'],
  'ContainerResourceMetricSource.name': ['cpu', 'memory'],
  'HPAScalingPolicy.type': ['Pods', 'Percent'],
  'HPAScalingRules.selectPolicy': ['Max', 'Min', 'Disabled'],
  'CrossVersionObjectReference.kind': ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'],
  'CrossVersionObjectReference.apiVersion': ['apps/v1', 'v1'],
  'LabelSelectorRequirement.operator': ['In', 'NotIn', 'Exists', 'DoesNotExist'],
  'Container.imagePullPolicy': ['IfNotPresent', 'Always', 'Never'],
  'PodSpec.restartPolicy': ['Always'],
  'PodSpec.dnsPolicy': ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'],
  'ScaleTarget.kind': ['Deployment', 'StatefulSet'],
  'ScaleTarget.apiVersion': ['apps/v1'],
  'ScaleTriggers.type': TRIGGERS,
  'DeploymentStrategy.type': ['RollingUpdate', 'Recreate'],
};

const DOCUMENT_WORDS: Readonly<Record<string, readonly string[]>> = {
  apiVersion: ['autoscaling/v2', 'apps/v1', 'keda.sh/v1alpha1', 'v1'],
  kind: ['HorizontalPodAutoscaler', 'Deployment', 'StatefulSet', 'ReplicaSet', 'ScaledObject'],
};

type Path = readonly (string | number)[];

/**
 * The words for the field at a path, the likeliest first.
 *
 * @param root absent while the document does not say what it is
 */
export function wordsFor(schema: ApiSchema, root: SchemaNode | undefined, path: Path): readonly string[] {
  const field = path.at(-1);
  if (typeof field !== 'string') return [];
  if (path.length === 1) return DOCUMENT_WORDS[field] ?? [];
  const owner = root && schema.find(root, path.slice(0, -1));
  if (owner === undefined) return [];
  const type = schema.describe(owner).typeText;
  if (type === 'MetricTarget' && field === 'type') {
    const source = path.at(-3);
    return source === 'resource' || source === 'containerResource' ? TARGETS.resource : TARGETS.any;
  }
  const words = WORDS[`${type}.${field}`];
  if (words !== undefined) return words;
  const node = root && schema.find(root, path);
  return node?.enum ?? (node?.type === 'boolean' ? ['true', 'false'] : []);
}
