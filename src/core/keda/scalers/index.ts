/** The scalers by the type that a trigger names. */
import { mssql, mysql, postgresql } from './databases.ts';
import { kafka } from './kafka.ts';
import { cron, kubernetesWorkload, metricsApi, prometheus } from './measured.ts';
import { OTHERS } from './others.ts';
import { azureQueue, azureServiceBus, sqs } from './queues.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redisList, redisStream } from './redis.ts';
import type { ScalerRules } from './rules.ts';

const SCALERS: Readonly<Record<string, ScalerRules>> = {
  ...OTHERS,
  'aws-sqs-queue': sqs,
  'azure-queue': azureQueue,
  'azure-servicebus': azureServiceBus,
  cron,
  kafka,
  'kubernetes-workload': kubernetesWorkload,
  'metrics-api': metricsApi,
  mssql,
  mysql,
  postgresql,
  prometheus,
  rabbitmq,
  redis: redisList,
  'redis-cluster': redisList,
  'redis-cluster-streams': redisStream,
  'redis-sentinel': redisList,
  'redis-sentinel-streams': redisStream,
  'redis-streams': redisStream,
};

/** The other types that KEDA knows. */
const NOT_MODELLED: ReadonlySet<string> = new Set([
  'apache-kafka',
  'azure-eventhub',
  'azure-pipelines',
  'datadog',
  'external',
  'external-mock',
  'external-push',
  'forgejo-runner',
  'gcp-spanner',
  'github-runner',
  'influxdb',
  'kubernetes-resource',
  'openstack-swift',
  'predictkube',
  'pulsar',
  'selenium-grid',
  'solace-direct-messaging',
  'solace-event-queue',
  'splunk-observability',
]);

/** @rule KE22 */
export function scalerOf(type: string): ScalerRules | undefined {
  return Object.hasOwn(SCALERS, type) ? SCALERS[type] : undefined;
}

/** Whether KEDA has a scaler of that type, modelled here or not. @rule KE22 */
export function isKnownTrigger(type: string): boolean {
  return isResourceTrigger(type) || scalerOf(type) !== undefined || NOT_MODELLED.has(type);
}

/** cpu and memory: the HPA asks the metrics server itself. @rule KE23 */
export function isResourceTrigger(type: string): type is 'cpu' | 'memory' {
  return type === 'cpu' || type === 'memory';
}
