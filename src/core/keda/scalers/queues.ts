/** Queues of the clouds. */
import { optionalText, parameter, type Source, type Values } from './parameters.ts';
import { prefixes, type ScalerRules, single, type TriggerContext } from './rules.ts';
import { requestPath } from './urls.ts';

const AWS_REGION: readonly Source[] = ['triggerMetadata', 'authParams'];
const CONNECTION: readonly Source[] = ['authParams', 'triggerMetadata', 'resolvedEnv'];
const SECRET: readonly Source[] = ['authParams', 'resolvedEnv'];

/** The queue's name, or undefined where the address of one has none. */
function sqsQueue(values: Values): string | undefined {
  const address = values.text('queueURL');
  const path = requestPath(address);
  if (path === undefined) return address;
  const parts = path.split('/');
  return parts.length === 3 && parts[2] !== '' ? parts[2] : undefined;
}

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/aws/aws_common.go GetAwsAuthorization */
function awsFault(
  _values: Values,
  { metadata, hasAuthentication, environment }: TriggerContext,
): string | undefined {
  const owner = metadata.identityOwner ?? '';
  if (hasAuthentication || (owner !== '' && owner !== 'pod')) return undefined;
  const holds = (name: string) => {
    const variable = metadata[`${name}FromEnv`] ?? '';
    return variable !== '' && environment[variable] !== '';
  };
  if ((metadata.awsAccessKeyID ?? '') === '' && !holds('awsAccessKeyID')) return 'awsAccessKeyID not found';
  return holds('awsSecretAccessKey') ? undefined : 'awsSecretAccessKey not found';
}

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/aws_sqs_queue_scaler.go */
export const sqs: ScalerRules = {
  parameters: [
    parameter('queueLength', 'int64', { default: '5' }),
    parameter('activationQueueLength', 'int64', { default: '0' }),
    parameter('queueURL', 'text', { from: ['triggerMetadata', 'resolvedEnv'] }),
    parameter('awsRegion', 'text', { from: AWS_REGION }),
    optionalText('awsEndpoint'),
    parameter('scaleOnInFlight', 'bool', { default: 'true' }),
    parameter('scaleOnDelayed', 'bool', { default: 'false' }),
    optionalText('identityOwner'),
  ],
  ...prefixes('SQS queue'),
  check: (values) =>
    values.isUnknown('queueURL') || sqsQueue(values) !== undefined
      ? undefined
      : 'cannot get queueName from queueURL',
  credentials: awsFault,
  metrics: single(
    (values) => `aws-sqs-${sqsQueue(values) ?? ''}`,
    'queueLength',
    'activationQueueLength',
    false,
  ),
};

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/azure_queue_scaler.go */
export const azureQueue: ScalerRules = {
  parameters: [
    parameter('activationQueueLength', 'int64', { default: '0' }),
    parameter('queueName', 'text'),
    parameter('queueLength', 'int64', { default: '5' }),
    optionalText('connection', CONNECTION),
    optionalText('accountName'),
    parameter('queueLengthStrategy', 'text', { oneOf: ['all', 'visibleonly'], default: 'all' }),
  ],
  ...prefixes('azure queue'),
  credentials: (values) => (values.lacks('connection') ? 'no connection setting given' : undefined),
  metrics: single(
    (values) => `azure-queue-${values.text('queueName')}`,
    'queueLength',
    'activationQueueLength',
    false,
  ),
};

function entityFault(values: Values): string | undefined {
  const hasQueue = values.text('queueName') !== '';
  const hasTopic = values.text('topicName') !== '';
  const hasSubscription = values.text('subscriptionName') !== '';
  if (hasQueue && hasSubscription) return 'subscription name provided with queue name';
  if (hasQueue && hasTopic) return 'both topic and queue name metadata provided';
  if (hasTopic && !hasSubscription) return 'no subscription name provided with topic name';
  return hasQueue || hasTopic ? undefined : 'no service bus entity type set';
}

function entityName(values: Values): string {
  const queue = values.text('queueName');
  if (values.bool('useRegex')) return queue === '' ? 'topic-regex' : 'queue-regex';
  return queue === '' ? values.text('topicName') : queue;
}

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/azure_servicebus_scaler.go */
export const azureServiceBus: ScalerRules = {
  parameters: [
    parameter('messageCount', 'int64', { default: '5' }),
    parameter('activationMessageCount', 'int64', { optional: true }),
    optionalText('queueName'),
    optionalText('topicName'),
    optionalText('subscriptionName'),
    optionalText('connection', SECRET),
    optionalText('namespace'),
    parameter('useRegex', 'bool', { optional: true }),
    parameter('operation', 'text', { oneOf: ['sum', 'max', 'avg'], default: 'sum' }),
  ],
  ...prefixes('azure service bus'),
  validate: entityFault,
  credentials: (values) => (values.lacks('connection') ? 'no connection setting given' : undefined),
  metrics: single(
    (values) => `azure-servicebus-${entityName(values)}`,
    'messageCount',
    'activationMessageCount',
    false,
  ),
};
