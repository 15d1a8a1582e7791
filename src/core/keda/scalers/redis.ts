/** Redis lists and streams. @upstream github.com/kedacore/keda/v2 pkg/scalers/redis_scaler.go, redis_streams_scaler.go */
import { quote } from '../../go/strconv.ts';
import { optionalText, parameter, type Source, type Values } from './parameters.ts';
import { prefixes, type ScalerRules, single } from './rules.ts';
import { goBoolean } from './values.ts';

const ANYWHERE: readonly Source[] = ['triggerMetadata', 'authParams', 'resolvedEnv'];
const optional = { optional: true } as const;

/** Where the server is. */
const CONNECTION = [
  parameter('address;addresses', 'list', { from: ANYWHERE, optional: true }),
  optionalText('username', ANYWHERE),
  optionalText('password', ANYWHERE),
  parameter('host;hosts', 'list', { from: ANYWHERE, optional: true }),
  parameter('port;ports', 'list', { from: ANYWHERE, optional: true }),
  parameter('unsafeSsl', 'bool', { default: 'false' }),
];

const LISTS = [
  parameter('listLength', 'int64', { default: '5' }),
  parameter('activationListLength', 'int64', optional),
  parameter('listName', 'text'),
  parameter('databaseIndex', 'int', optional),
  optionalText('enableTLS'),
  optionalText('tls', ['authParams']),
  ...CONNECTION,
];

const STREAMS = [
  parameter('pendingEntriesCount', 'int64', { default: '5' }),
  parameter('streamLength', 'int64', { default: '5' }),
  parameter('lagCount', 'int64', optional),
  parameter('stream', 'text'),
  optionalText('consumerGroup'),
  parameter('databaseIndex', 'int', optional),
  ...CONNECTION,
  parameter('activationLagCount', 'int64', { default: '0' }),
  optionalText('enableTLS'),
  optionalText('tls', ['authParams']),
];

function addressFault(values: Values): string | undefined {
  if (values.isUnknown('address') || values.isUnknown('host') || values.isUnknown('port')) return undefined;
  const [hosts, ports] = [values.list('host'), values.list('port')];
  const arePaired = hosts.length > 0 && ports.length > 0;
  if (arePaired && hosts.length !== ports.length) {
    return 'not enough hosts or ports given. number of hosts should be equal to the number of ports';
  }
  if (!arePaired && (values.list('address')[0] ?? '') === '') {
    return 'no addresses or hosts given. address should be a comma separated list of host:port or set the host/port values';
  }
  return undefined;
}

function tlsFault(values: Values): string | undefined {
  const written = values.text('enableTLS');
  if (written === '' || goBoolean(written) !== undefined) return undefined;
  return `EnableTLS parsing error strconv.ParseBool: parsing ${quote(written)}: invalid syntax`;
}

function validateConnection(values: Values): string | undefined {
  return addressFault(values) ?? tlsFault(values);
}

export const redisList: ScalerRules = {
  parameters: LISTS,
  ...prefixes('redis'),
  validate: validateConnection,
  metrics: single(
    (values) => `redis-${values.text('listName')}`,
    'listLength',
    'activationListLength',
    false,
  ),
};

/** Lag before pending entries before length. @rule KE26 */
function streamTarget(values: Values): string {
  if (values.text('consumerGroup') === '') return 'streamLength';
  return values.number('lagCount') === 0 ? 'pendingEntriesCount' : 'lagCount';
}

export const redisStream: ScalerRules = {
  parameters: STREAMS,
  prefix: 'error parsing redis streams metadata: error parsing redis stream metadata: ',
  outerPrefix: 'error parsing redis streams metadata: ',
  validate: (values) =>
    validateConnection(values) ?? (values.lacks('stream') ? 'missing redis stream name' : undefined),
  metrics: (values) => [
    {
      name: `redis-streams-${values.text('stream')}`,
      target: streamTarget(values),
      isMilli: false,
      activation: 'activationLagCount',
    },
  ],
};
