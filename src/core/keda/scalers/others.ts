/**
 * Scalers of which only the metric is made: its name, its target and the value from which it is active. What else they
 * ask for is not checked here.
 */
import { type Parameter, parameter, type Source, type Values } from './parameters.ts';
import type { ScalerMetric, ScalerRules } from './rules.ts';
import { queryEscape } from './urls.ts';

const HOLE = /\{(\w+)\}/g;

/** `queueLength=10` has a default, `threshold` has to be written. */
function numberOf(written: string, type: 'int64' | 'float64', optional = false): Parameter {
  const [name = '', byDefault] = written.split('=');
  return byDefault === undefined
    ? parameter(name, type, { optional })
    : parameter(name, type, { default: byDefault });
}

function nameOf(written: string): string {
  return written.split('=', 1)[0] ?? '';
}

const ANYWHERE: readonly Source[] = ['triggerMetadata', 'resolvedEnv', 'authParams'];

/**
 * @param name       with the parameters that it is made of in braces
 * @param target     parameter with the target
 * @param activation parameter with the value that has to be exceeded
 */
function scaler(type: 'int64' | 'float64', name: string, target: string, activation?: string): ScalerRules {
  const holes = [...name.matchAll(HOLE)].map(([, hole = '']) => hole);
  const metric: Omit<ScalerMetric, 'name'> = {
    target: nameOf(target),
    isMilli: type === 'float64',
    ...(activation === undefined ? {} : { activation: nameOf(activation) }),
  };
  return {
    parameters: [
      ...holes.map((hole) => parameter(hole, 'text', { from: ANYWHERE, optional: true })),
      numberOf(target, type),
      ...(activation === undefined ? [] : [numberOf(activation, type, true)]),
    ],
    prefix: '',
    outerPrefix: '',
    metrics: (values: Values) => [
      { ...metric, name: name.replaceAll(HOLE, (_whole, hole: string) => values.text(hole)) },
    ],
  };
}

/** A scaler whose name is more than its parameters in a row; `parts` are those that it reads. */
function named(rules: ScalerRules, parts: readonly string[], name: (values: Values) => string): ScalerRules {
  const read = parts.map((part) => parameter(part, 'text', { from: ANYWHERE, optional: true }));
  return {
    ...rules,
    parameters: [...read, ...rules.parameters],
    metrics: (values, context) =>
      rules.metrics(values, context).map((metric) => ({ ...metric, name: name(values) })),
  };
}

function searchName(engine: string): (values: Values) => string {
  return (values) => `${engine}-${values.text('searchTemplateName') || 'query'}`;
}

const whole = (name: string, target: string, activation?: string) =>
  scaler('int64', name, target, activation);
const decimal = (name: string, target: string, activation?: string) =>
  scaler('float64', name, target, activation);

/** @upstream github.com/kedacore/keda/v2 pkg/scalers, GetMetricSpecForScaling of each @rule KE28 */
export const OTHERS: Readonly<Record<string, ScalerRules>> = {
  activemq: whole('activemq-{destinationName}', 'targetQueueSize=10', 'activationTargetQueueSize'),
  arangodb: decimal('arangodb', 'queryValue=0', 'activationQueryValue'),
  'artemis-queue': whole('artemis-{queueName}', 'queueLength=10', 'activationQueueLength=10'),
  'aws-cloudwatch': decimal('aws-cloudwatch', 'targetMetricValue', 'activationTargetMetricValue'),
  'aws-dynamodb': whole('aws-dynamodb-{tableName}', 'targetValue=-1', 'activationTargetValue'),
  'aws-dynamodb-streams': whole('aws-dynamodb-streams-{tableName}', 'shardCount=2', 'activationShardCount'),
  'aws-kinesis-stream': whole('aws-kinesis-{streamName}', 'shardCount=2', 'activationShardCount'),
  'azure-app-insights': decimal('azure-app-insights-{metricId}', 'targetValue=0', 'activationTargetValue'),
  'azure-blob': whole('azure-blob-{blobContainerName}', 'blobCount=5', 'activationBlobCount'),
  'azure-cosmosdb': whole(
    'azure-cosmosdb-{leaseContainerId}-{processorName}',
    'changeFeedLagThreshold=100',
    'activationChangeFeedLagThreshold',
  ),
  'azure-data-explorer': decimal('azure-data-explorer-{databaseName}', 'threshold', 'activationThreshold'),
  'azure-log-analytics': decimal('azure-log-analytics-{workspaceId}', 'threshold', 'activationThreshold'),
  'azure-monitor': decimal('azure-monitor-{metricName}', 'targetValue', 'activationTargetValue'),
  beanstalkd: named(
    decimal('', 'value', 'activationValue'),
    ['tube'],
    (values) => `beanstalkd-${queryEscape(values.text('tube'))}`,
  ),
  cassandra: whole('cassandra-{keyspace}', 'targetQueryValue', 'activationTargetQueryValue'),
  clickhouse: decimal('clickhouse', 'targetQueryValue', 'activationTargetQueryValue'),
  // spelled so upstream
  couchdb: whole('coucdb-{dbName}', 'queryValue=0', 'activationQueryValue'),
  dynatrace: decimal('dynatrace', 'threshold', 'activationThreshold'),
  'elastic-forecast': decimal('elastic-forecast-{jobID}', 'targetValue', 'activationTargetValue'),
  elasticsearch: named(
    decimal('', 'targetValue', 'activationTargetValue'),
    ['searchTemplateName'],
    searchName('elasticsearch'),
  ),
  etcd: decimal('etcd-{watchKey}', 'value', 'activationValue'),
  'gcp-cloudtasks': decimal('gcp-ct-{queueName}', 'value=100', 'activationValue'),
  'gcp-pubsub': named(
    decimal('', 'value=10', 'activationValue'),
    ['subscriptionName', 'topicName'],
    (values) => `gcp-ps-${values.text('subscriptionName') || values.text('topicName')}`,
  ),
  'gcp-stackdriver': decimal('gcp-stackdriver-{projectId}', 'targetValue=5', 'activationTargetValue'),
  'gcp-storage': whole('gcp-storage-{bucketName}', 'targetObjectCount=100', 'activationTargetObjectCount'),
  graphite: decimal('graphite', 'threshold=100', 'activationThreshold'),
  'huawei-cloudeye': decimal(
    'huawei-cloudeye-{metricName}',
    'targetMetricValue',
    'activationTargetMetricValue',
  ),
  ibmmq: whole('ibmmq-{queueName}', 'queueDepth=20', 'activationQueueDepth'),
  liiklus: whole('liiklus-{topic}', 'lagThreshold=10', 'activationLagThreshold'),
  loki: decimal('loki', 'threshold', 'activationThreshold'),
  mongodb: decimal('mongodb-{collection}', 'queryValue', 'activationQueryValue'),
  'nats-jetstream': whole('nats-jetstream-{stream}', 'lagThreshold=10', 'activationLagThreshold'),
  'new-relic': decimal('new-relic', 'threshold', 'activationThreshold'),
  nsq: whole('nsq-{topic}-{channel}', 'depthThreshold=10', 'activationDepthThreshold'),
  opensearch: named(
    decimal('', 'targetValue', 'activationTargetValue'),
    ['searchTemplateName'],
    searchName('opensearch'),
  ),
  'openstack-metric': decimal('openstack-metric-{metricID}', 'threshold=0', 'activationThreshold'),
  solarwinds: decimal('solarwinds', 'targetValue', 'activationValue'),
  solr: decimal('solr', 'targetQueryValue', 'activationTargetQueryValue'),
  splunk: whole('splunk-{savedSearchName}', 'targetValue', 'activationValue'),
  sumologic: decimal('sumologic-{queryType}', 'threshold', 'activationThreshold'),
  temporal: named(
    whole('', 'targetQueueSize=5', 'activationTargetQueueSize'),
    ['namespace', 'taskQueue'],
    (values) => `temporal-${values.text('namespace') || 'default'}-${values.text('taskQueue')}`,
  ),
};
