/** SQL queries whose single number is the metric. */
import { optionalText, parameter, type Source, type Values } from './parameters.ts';
import { prefixes, type ScalerRules, single } from './rules.ts';

const ANYWHERE: readonly Source[] = ['triggerMetadata', 'authParams', 'resolvedEnv'];
const AUTH_FIRST: readonly Source[] = ['authParams', 'triggerMetadata'];
const METADATA_FIRST: readonly Source[] = ['triggerMetadata', 'authParams'];
const SECRET: readonly Source[] = ['authParams', 'resolvedEnv'];

const POSTGRESQL_PARTS = ['host', 'port', 'userName', 'dbName', 'sslmode'];

function postgresqlFault(values: Values): string | undefined {
  if (!values.lacks('connection')) return undefined;
  const missing = POSTGRESQL_PARTS.find((name) => values.lacks(name));
  return missing === undefined ? undefined : `no ${missing} given`;
}

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/postgresql_scaler.go */
export const postgresql: ScalerRules = {
  parameters: [
    parameter('targetQueryValue', 'float64', { optional: true }),
    parameter('activationTargetQueryValue', 'float64', { optional: true }),
    optionalText('connection', SECRET),
    parameter('query', 'text'),
    ...POSTGRESQL_PARTS.map((name) => optionalText(name, AUTH_FIRST)),
    optionalText('password', SECRET),
  ],
  ...prefixes('postgresql', 'postgreSQL'),
  validate: postgresqlFault,
  check: (values, { isMetricSource }) =>
    values.number('targetQueryValue') === 0 && !isMetricSource ? 'no targetQueryValue given' : undefined,
  metrics: single('postgresql', 'targetQueryValue', 'activationTargetQueryValue', true),
};

/** The database of a connection string is what stands behind its last slash. */
function mysqlName(values: Values): string {
  const connection = values.text('connectionString');
  return `mysql-${connection === '' ? values.text('dbName') : (connection.split('/').at(-1) ?? '')}`;
}

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/mysql_scaler.go */
export const mysql: ScalerRules = {
  parameters: [
    optionalText('connectionString', SECRET),
    optionalText('username', ANYWHERE),
    optionalText('password', SECRET),
    optionalText('host', METADATA_FIRST),
    optionalText('port', METADATA_FIRST),
    optionalText('dbName', METADATA_FIRST),
    parameter('query', 'text'),
    parameter('queryValue', 'float64'),
    parameter('activationQueryValue', 'float64', { default: '0' }),
    optionalText('metricName'),
  ],
  ...prefixes('mysql', 'MySQL'),
  metrics: single(mysqlName, 'queryValue', 'activationQueryValue', true),
};

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/mssql_scaler.go */
export const mssql: ScalerRules = {
  parameters: [
    parameter('driverName', 'text', {
      from: METADATA_FIRST,
      oneOf: ['sqlserver', 'azuresql'],
      default: 'sqlserver',
    }),
    optionalText('connectionString', SECRET),
    optionalText('username', AUTH_FIRST),
    optionalText('password', SECRET),
    optionalText('host', AUTH_FIRST),
    parameter('port', 'int', { from: AUTH_FIRST, optional: true }),
    optionalText('database', AUTH_FIRST),
    parameter('query', 'text'),
    parameter('targetValue', 'float64'),
    parameter('activationTargetValue', 'float64', { default: '0' }),
  ],
  prefix: '',
  outerPrefix: '',
  validate: (values) =>
    values.lacks('connectionString') && values.lacks('host')
      ? 'must provide either connectionstring or host'
      : undefined,
  check: (values, { isMetricSource }) =>
    values.number('targetValue') === 0 && !isMetricSource ? 'no targetValue given' : undefined,
  metrics: single('mssql', 'targetValue', 'activationTargetValue', true),
};
