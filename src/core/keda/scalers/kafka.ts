/** Kafka topics. @upstream github.com/kedacore/keda/v2 pkg/scalers/kafka_scaler.go */
import type { KafkaPlan } from '../types.ts';
import { optionalText, parameter, type Source, type Values } from './parameters.ts';
import { prefixes, type ScalerRules, single } from './rules.ts';

const ENV: readonly Source[] = ['triggerMetadata', 'resolvedEnv'];
const AUTH: readonly Source[] = ['authParams'];
const METADATA_OR_AUTH: readonly Source[] = ['triggerMetadata', 'authParams'];
const SASL = ['none', 'plaintext', 'scram_sha256', 'scram_sha512', 'oauthbearer', 'gssapi'];

const flag = (name: string, byDefault = 'false') => parameter(name, 'bool', { default: byDefault });

const PARAMETERS = [
  parameter('bootstrapServers', 'list', { from: ENV }),
  parameter('consumerGroup', 'text', { from: ENV }),
  optionalText('topic', ENV),
  optionalText('partitionLimitation'),
  parameter('lagThreshold', 'int64', { default: '10' }),
  parameter('activationLagThreshold', 'int64', { default: '0' }),
  parameter('offsetResetPolicy', 'text', { default: 'latest', oneOf: ['latest', 'earliest'] }),
  flag('allowIdleConsumers'),
  flag('excludePersistentLag'),
  flag('scaleToZeroOnInvalidOffset'),
  flag('limitToPartitionsWithLag'),
  flag('ensureEvenDistributionOfPartitions'),
  flag('fullMetadata', 'true'),
  optionalText('version'),
  parameter('tls', 'text', { from: METADATA_OR_AUTH, default: 'disable', oneOf: ['enable', 'disable'] }),
  flag('unsafeSsl'),
  parameter('sasl', 'text', { from: METADATA_OR_AUTH, optional: true, oneOf: SASL }),
  optionalText('username', AUTH),
  optionalText('password', AUTH),
  parameter('saslTokenProvider', 'text', {
    from: METADATA_OR_AUTH,
    optional: true,
    oneOf: ['bearer', 'aws_msk_iam'],
  }),
  optionalText('oauthTokenEndpointUri', AUTH),
  optionalText('awsRegion'),
];

type Partitions =
  | { readonly ok: true; readonly value: readonly number[] }
  | { readonly ok: false; readonly part: string; readonly range: boolean };

const MOST_PARTITIONS = 100_000;

function int32(text: string): number | undefined {
  const value = /^[+-]?[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : undefined;
}

/** `0-3,7`. A huge range is cut off: no topic has that many partitions. */
function partitionList(text: string): Partitions {
  const listed: number[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const ends = part.split('-');
    if (ends.length > 2) return { ok: false, part, range: true };
    const [start, end] = [ends[0], ends.at(-1)].map((edge = '') => int32(edge.trim()));
    if (start === undefined || end === undefined) return { ok: false, part, range: false };
    for (let id = start; id <= end && listed.length < MOST_PARTITIONS; id += 1) listed.push(id);
  }
  return { ok: true, value: listed };
}

function partitionFault(values: Values): string | undefined {
  const text = values.text('partitionLimitation');
  const list = text.trim() === '' ? undefined : partitionList(text);
  if (list === undefined || list.ok) return undefined;
  return `invalid partition limitation${list.range ? ' range' : ''}: ${list.part}`;
}

function topicFault(values: Values): string | undefined {
  const isLimited = values.bool('limitToPartitionsWithLag');
  const isEven = values.bool('ensureEvenDistributionOfPartitions');
  const lacksTopic = values.lacks('topic');
  if (values.bool('allowIdleConsumers') && isLimited) {
    return 'allowIdleConsumers and limitToPartitionsWithLag cannot be set simultaneously';
  }
  if (lacksTopic && isLimited) return 'topic must be specified when using limitToPartitionsWithLag';
  if (isLimited && isEven) {
    return 'limitToPartitionsWithLag and ensureEvenDistributionOfPartitions cannot be set simultaneously';
  }
  if (lacksTopic && isEven) return 'topic must be specified when using ensureEvenDistributionOfPartitions';
  if (!values.bool('fullMetadata') && lacksTopic) return 'topic must be specified when fullMetadata is false';
  return undefined;
}

function nameAndPasswordFault(values: Values): string | undefined {
  if (values.lacks('username')) return 'no username given';
  return values.lacks('password') ? 'no password given' : undefined;
}

function oauthFault(values: Values): string | undefined {
  if (values.text('saslTokenProvider') === 'aws_msk_iam') {
    if (values.text('tls') !== 'enable' && !values.isUnknown('tls')) {
      return 'TLS is required for AWS MSK authentication';
    }
    return values.lacks('awsRegion') ? 'no awsRegion given' : undefined;
  }
  if (values.isUnknown('saslTokenProvider')) return undefined;
  const fault = nameAndPasswordFault(values);
  if (fault !== undefined) return fault;
  return values.lacks('oauthTokenEndpointUri') ? 'no oauth token endpoint uri given' : undefined;
}

function saslFault(values: Values): string | undefined {
  switch (values.text('sasl')) {
    case 'plaintext':
    case 'scram_sha256':
    case 'scram_sha512':
      return nameAndPasswordFault(values);
    case 'oauthbearer': {
      const fault = oauthFault(values);
      return fault === undefined ? undefined : `error parsing OAuth token provider configuration: ${fault}`;
    }
    case 'gssapi':
      // everything that it needs comes from a TriggerAuthentication
      return values.lacks('username') ? 'no username given' : undefined;
    default:
      return undefined;
  }
}

function validate(values: Values): string | undefined {
  if (values.number('lagThreshold') <= 0) return '"lagThreshold" must be positive number';
  if (values.number('activationLagThreshold') < 0) {
    return '"activationLagThreshold" must be a non-negative number';
  }
  return partitionFault(values) ?? topicFault(values) ?? saslFault(values);
}

/** What the lag of the partitions is counted by. @rule KE24 */
function plan(values: Values): KafkaPlan {
  const topic = values.text('topic');
  const limitation = values.text('partitionLimitation').trim();
  const list = topic === '' || limitation === '' ? undefined : partitionList(limitation);
  return {
    ...(topic === '' ? {} : { topic }),
    consumerGroup: values.text('consumerGroup'),
    lagThreshold: values.number('lagThreshold'),
    activationLagThreshold: values.number('activationLagThreshold'),
    allowIdleConsumers: values.bool('allowIdleConsumers'),
    limitToPartitionsWithLag: values.bool('limitToPartitionsWithLag'),
    excludePersistentLag: values.bool('excludePersistentLag'),
    scaleToZeroOnInvalidOffset: values.bool('scaleToZeroOnInvalidOffset'),
    ensureEvenDistributionOfPartitions: values.bool('ensureEvenDistributionOfPartitions'),
    ...(list?.ok === true ? { partitionLimitation: list.value } : {}),
  };
}

function metricName(values: Values): string {
  const topic = values.text('topic');
  return topic === '' ? `kafka-${values.text('consumerGroup')}-topics` : `kafka-${topic}`;
}

export const kafka: ScalerRules = {
  parameters: PARAMETERS,
  ...prefixes('kafka'),
  validate,
  metrics: single(metricName, 'lagThreshold', 'activationLagThreshold', false),
  kafka: plan,
};
