/** Numbers that some other system measures, pods of the cluster, and the clock. */
import { parseSelector } from '../../apimachinery/labels.ts';
import { parseCron } from '../operator/cron.ts';
import type { CronPlan } from '../types.ts';
import { optionalText, parameter, type Source, type Values } from './parameters.ts';
import { prefixes, type ScalerRules, single } from './rules.ts';

const METADATA_OR_AUTH: readonly Source[] = ['triggerMetadata', 'authParams'];
const optional = { optional: true } as const;

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/prometheus_scaler.go */
export const prometheus: ScalerRules = {
  parameters: [
    parameter('serverAddress', 'text'),
    parameter('query', 'text'),
    parameter('queryParameters', 'pairs', optional),
    parameter('threshold', 'float64'),
    parameter('activationThreshold', 'float64', optional),
    optionalText('namespace'),
    parameter('customHeaders', 'pairs', optional),
    parameter('ignoreNullValues', 'bool', { default: 'true' }),
    parameter('unsafeSsl', 'bool', optional),
    optionalText('awsRegion', METADATA_OR_AUTH),
    parameter('timeout', 'duration', optional),
    optionalText('identityOwner'),
  ],
  ...prefixes('prometheus'),
  metrics: single('prometheus', 'threshold', 'activationThreshold', true),
};

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/metrics_api_scaler.go */
export const metricsApi: ScalerRules = {
  parameters: [
    parameter('targetValue', 'float64', optional),
    parameter('activationTargetValue', 'float64', { default: '0' }),
    parameter('url', 'text'),
    parameter('format', 'text', { default: 'json', oneOf: ['prometheus', 'json', 'xml', 'yaml'] }),
    parameter('valueLocation', 'text'),
    parameter('unsafeSsl', 'bool', { default: 'false' }),
    parameter('aggregateFromKubeServiceEndpoints', 'bool', { default: 'false' }),
    parameter('aggregationType', 'text', { default: 'average', oneOf: ['average', 'sum', 'max', 'min'] }),
    parameter('timeout', 'duration', optional),
  ],
  ...prefixes('metrics API', 'metric API'),
  check: (values, { isMetricSource }) =>
    values.number('targetValue') === 0 && !isMetricSource ? 'no targetValue given in metadata' : undefined,
  metrics: single(
    (values) => `metric-api-${values.text('valueLocation')}`,
    'targetValue',
    'activationTargetValue',
    true,
  ),
};

function selectorFault(values: Values): string | undefined {
  const selector = parseSelector(values.text('podSelector'));
  return selector.ok ? undefined : `error parsing pod selector: ${selector.error.error}`;
}

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/kubernetes_workload_scaler.go */
export const kubernetesWorkload: ScalerRules = {
  parameters: [
    parameter('podSelector', 'text'),
    parameter('value', 'float64', { default: '0' }),
    parameter('activationValue', 'float64', { default: '0' }),
    parameter('groupByNode', 'bool', { default: 'false' }),
  ],
  ...prefixes('kubernetes workload'),
  validate: (values, { isMetricSource }) =>
    values.number('value') <= 0 && !isMetricSource ? 'value must be a float greater than 0' : undefined,
  check: selectorFault,
  metrics: single((_values, { namespace }) => `workload-${namespace}`, 'value', 'activationValue', true),
};

/** A schedule as part of a metric's name. @rule KE27 */
function scheduleName(schedule: string): string {
  return schedule
    .replaceAll(' ', '')
    .replaceAll('*', 'x')
    .replaceAll('/', 'Sl')
    .replaceAll('?', 'Qm')
    .replaceAll(',', 'Cm');
}

function cronFault(values: Values): string | undefined {
  const [start, end] = [values.text('start'), values.text('end')];
  const startSchedule = parseCron(start);
  if (!startSchedule.ok) return `error parsing start schedule: ${startSchedule.error}`;
  const endSchedule = parseCron(end);
  if (!endSchedule.ok) return `error parsing end schedule: ${endSchedule.error}`;
  if (start === end) return 'start and end can not have exactly same time input';
  return values.number('desiredReplicas') === 0 ? 'no desiredReplicas specified' : undefined;
}

function cronPlan(values: Values): CronPlan {
  return {
    timezone: values.text('timezone'),
    start: values.text('start'),
    end: values.text('end'),
    desiredReplicas: values.number('desiredReplicas'),
  };
}

/** @upstream github.com/kedacore/keda/v2 pkg/scalers/cron_scaler.go */
export const cron: ScalerRules = {
  parameters: [
    parameter('start', 'text'),
    parameter('end', 'text'),
    parameter('timezone', 'text'),
    parameter('desiredReplicas', 'int64'),
  ],
  prefix: 'error parsing cron metadata: ',
  outerPrefix: 'error parsing cron metadata: ',
  validate: cronFault,
  // its target is always one: each unit of the metric is a replica
  derive: (values) => values.set('target', 1),
  metrics: (values) => {
    const [start, end] = [values.text('start'), values.text('end')].map(scheduleName);
    return [{ name: `cron-${values.text('timezone')}-${start}-${end}`, target: 'target', isMilli: false }];
  },
  cron: cronPlan,
};
