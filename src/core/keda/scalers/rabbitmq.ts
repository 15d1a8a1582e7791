/** RabbitMQ queues. @upstream github.com/kedacore/keda/v2 pkg/scalers/rabbitmq_scaler.go */
import { optionalText, parameter, type Source, type Values } from './parameters.ts';
import { prefixes, type ScalerRules, single } from './rules.ts';
import { queryEscape, schemeOf } from './urls.ts';

const ANYWHERE: readonly Source[] = ['triggerMetadata', 'authParams', 'resolvedEnv'];
const METADATA_OR_AUTH: readonly Source[] = ['triggerMetadata', 'authParams'];
const SECRET: readonly Source[] = ['authParams', 'resolvedEnv'];
const HTTP_MODES = [
  'MessageRate',
  'DeliverGetRate',
  'PublishedToDeliveredRatio',
  'ExpectedQueueConsumptionTime',
];
const MODES = ['QueueLength', ...HTTP_MODES];
/** messages for each replica when nothing is written */
const DEFAULT_LENGTH = 20;

const optional = { optional: true } as const;

const PARAMETERS = [
  parameter('queueName', 'text'),
  parameter('mode', 'text', { optional: true, default: 'Unknown' }),
  parameter('queueLength', 'float64', optional),
  parameter('value', 'float64', optional),
  parameter('activationValue', 'float64', optional),
  parameter('host', 'text', { from: ANYWHERE }),
  parameter('protocol', 'text', { from: METADATA_OR_AUTH, default: 'auto' }),
  optionalText('vhostName', METADATA_OR_AUTH),
  parameter('useRegex', 'bool', optional),
  parameter('excludeUnacknowledged', 'bool', optional),
  parameter('pageSize', 'int64', { default: '100' }),
  parameter('operation', 'text', { default: 'sum' }),
  parameter('timeout', 'duration', optional),
  optionalText('username', SECRET),
  optionalText('password', SECRET),
  parameter('unsafeSsl', 'bool', optional),
];

type Protocol = 'amqp' | 'http' | 'unknown';

function protocolOf(values: Values): { readonly protocol: Protocol } | { readonly fault: string } {
  const written = values.text('protocol');
  if (values.isUnknown('protocol')) return { protocol: 'unknown' };
  if (written === 'amqp' || written === 'http') return { protocol: written };
  if (values.isUnknown('host')) return { protocol: 'unknown' };
  const scheme = schemeOf(values.text('host'));
  if (scheme === 'amqp' || scheme === 'amqps') return { protocol: 'amqp' };
  if (scheme === 'http' || scheme === 'https') return { protocol: 'http' };
  return { fault: `unknown host URL scheme: \`${scheme}\`` };
}

/** A mode and a value, or the older `queueLength`, or nothing at all. */
function triggerFault(values: Values, protocol: Protocol): string | undefined {
  const [mode, value, length] = [values.text('mode'), values.number('value'), values.number('queueLength')];
  if (length === 0 && mode === 'Unknown' && value === 0) return undefined;
  if (length !== 0) {
    return mode !== 'Unknown' || value !== 0 ? 'queueLength is deprecated; use mode and value' : undefined;
  }
  if (mode === 'Unknown') return 'mode must be specified';
  if (value === 0) return 'value must be specified';
  if (!MODES.includes(mode)) {
    return `trigger mode ${mode} must be one of ${MODES.slice(0, -1).join(', ')} or ${MODES.at(-1)}`;
  }
  if (HTTP_MODES.includes(mode) && protocol === 'amqp') {
    return `protocol ${protocol} not supported; must be HTTP to use trigger mode ${mode}`;
  }
  return undefined;
}

function validate(values: Values): string | undefined {
  const written = values.text('protocol');
  if (!['amqp', 'http', 'auto'].includes(written) && !values.isUnknown('protocol')) {
    return `the protocol has to be either \`amqp\`, \`http\`, or \`auto\` but is \`${written}\``;
  }
  if (values.number('pageSize') < 1) return 'pageSize should be 1 or greater';
  const [hasName, hasPassword] = [!values.lacks('username'), !values.lacks('password')];
  if (hasName !== hasPassword) return 'username and password must be given together';
  const found = protocolOf(values);
  if ('fault' in found) return found.fault;
  const { protocol } = found;
  if (values.bool('useRegex') && protocol === 'amqp')
    return 'configure useRegex=true only with HTTP protocol';
  if (values.bool('excludeUnacknowledged') && protocol === 'amqp') {
    return 'configure excludeUnacknowledged=true only with HTTP protocol';
  }
  return triggerFault(values, protocol);
}

/** @rule KE25 */
function derive(values: Values): void {
  const length = values.number('queueLength');
  if (length !== 0) values.set('value', length);
  else if (values.text('mode') === 'Unknown' && values.number('value') === 0)
    values.set('value', DEFAULT_LENGTH);
}

export const rabbitmq: ScalerRules = {
  parameters: PARAMETERS,
  ...prefixes('RabbitMQ'),
  validate,
  derive,
  metrics: single(
    (values) => `rabbitmq-${queryEscape(values.text('queueName'))}`,
    'value',
    'activationValue',
    true,
  ),
};
