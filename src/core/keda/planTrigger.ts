/** One trigger: what KEDA's scaler makes of its metadata, or why it makes nothing. */
import {
  newMilliQuantity,
  newQuantity,
  parseQuantity,
  quantityString,
  storedQuantityText,
} from '../apimachinery/quantity.ts';
import type { MetricSpec, MetricTarget, MetricTargetType } from '../autoscaling/types.ts';
import { formatFloat } from '../go/formatFloat.ts';
import { quote } from '../go/strconv.ts';
import { isKnownTrigger, isResourceTrigger, scalerOf } from './scalers/index.ts';
import { optionalText, parameter, readParameters, type Values } from './scalers/parameters.ts';
import type { ScalerMetric, ScalerRules, TriggerContext } from './scalers/rules.ts';
import type { ScaleTrigger, TriggerMetric, TriggerPlan } from './types.ts';
import { unmodelledMetric } from './unmodelled.ts';

export interface PlannedTrigger {
  readonly plan: TriggerPlan;
  /** what the HPA gets, in the order in which the scaler names it */
  readonly specs: readonly MetricSpec[];
  /** why KEDA cannot make the scaler: there will be no HPA. Several stand in lines of their own. */
  readonly error?: string;
  /** the source could not be reached for want of credentials; everything else is known */
  readonly credentialsError?: string;
  /** true: KEDA has such a scaler, but its rules are not modelled */
  readonly isUnmodelled?: true;
}

const UTILIZATION_ERROR =
  "error getting scaler metric type: 'Utilization' metric type is unsupported for external metrics, allowed values are 'Value' or 'AverageValue'";

/** Characters that a metric's name in the path of a request cannot have. @rule KE13 */
function normalized(name: string): string {
  return name.replaceAll(/[/.:%()]/g, '-');
}

/** A target in thousandths, rounded to them; what is no amount is zero. @rule KE15 */
export function milliQuantityText(value: number): string {
  const sane = Number.isFinite(value) && value >= 0 ? value : 0;
  const parsed = parseQuantity(formatFloat(sane, 'f', 3));
  return parsed.ok ? storedQuantityText(parsed.value) : '0';
}

function externalTarget(type: string, text: string): MetricTarget {
  const isAverage = type === 'AverageValue';
  return { type: type as MetricTargetType, ...(isAverage ? { averageValue: text } : { value: text }) };
}

function milliOf(text: string): number {
  const parsed = parseQuantity(text);
  return parsed.ok ? Number(parsed.value.unscaled) * 10 ** (parsed.value.exponent + 3) : 0;
}

/** The entry of the HPA and the same for the operator's loop. */
function externalMetric(
  metric: ScalerMetric,
  values: Values,
  type: string,
  index: number,
): { readonly spec: MetricSpec; readonly planned: TriggerMetric } {
  const name = `s${index}-${normalized(metric.name)}`;
  const text = metric.isMilli
    ? milliQuantityText(values.number(metric.target))
    : quantityString(newQuantity(values.int(metric.target), 'DecimalSI'));
  const target = externalTarget(type, text);
  return {
    spec: { type: 'External', external: { metric: { name }, target } },
    planned: { name, source: 'External', targetType: target.type, targetMilli: milliOf(text) },
  };
}

function base(trigger: ScaleTrigger, index: number): Omit<TriggerPlan, 'kind' | 'metrics'> {
  const { type, name, metadata, useCachedMetrics = false } = trigger;
  const named = name === undefined || name === '' ? {} : { name };
  return { index, type, ...named, activation: 0, useCachedMetrics, metadata };
}

function faultOf(
  rules: ScalerRules,
  values: Values,
  errors: readonly string[],
  context: TriggerContext,
): string | undefined {
  const together = rules.validate?.(values, context);
  const all = together === undefined ? errors : [...errors, together];
  if (all.length > 0) return rules.prefix + all.join('\n');
  const last = rules.check?.(values, context);
  return last === undefined ? undefined : rules.outerPrefix + last;
}

/** @rule KE14 */
function planExternal(trigger: ScaleTrigger, rules: ScalerRules, context: TriggerContext): PlannedTrigger {
  const { values, errors } = readParameters(rules.parameters, context, trigger.type);
  const typeFault = trigger.metricType === 'Utilization' ? UTILIZATION_ERROR : undefined;
  const error = typeFault ?? faultOf(rules, values, errors, context);
  const missing = error === undefined ? rules.credentials?.(values, context) : undefined;
  rules.derive?.(values);
  const metrics = rules.metrics(values, context);
  const made = metrics.map((metric) =>
    externalMetric(metric, values, trigger.metricType || 'AverageValue', context.index),
  );
  const activation = metrics[0]?.activation;
  const plan: TriggerPlan = {
    ...base(trigger, context.index),
    kind: rules.cron === undefined ? 'external' : 'cron',
    metrics: made.map(({ planned }) => planned),
    activation: activation === undefined ? 0 : values.number(activation),
    ...(rules.cron === undefined ? {} : { cron: rules.cron(values) }),
    ...(rules.kafka === undefined ? {} : { kafka: rules.kafka(values) }),
  };
  return {
    plan,
    specs: made.map(({ spec }) => spec),
    ...(error === undefined ? {} : { error }),
    ...(missing === undefined ? {} : { credentialsError: rules.outerPrefix + missing }),
  };
}

const REMOVED_TYPE = "The 'type' setting is DEPRECATED and is removed in v2.18 - Use 'metricType' instead.";

const RESOURCE_PARAMETERS = [
  parameter('type', 'text', { optional: true, removed: REMOVED_TYPE }),
  parameter('value', 'text'),
  optionalText('containerName'),
];

const INT32_MAX = 2 ** 31 - 1;

function utilization(text: string): { readonly value: number } | { readonly fault: string } {
  const isNumber = /^[+-]?[0-9]+$/.test(text);
  const value = Number(text);
  if (isNumber && value >= -INT32_MAX - 1 && value <= INT32_MAX) return { value };
  const why = isNumber ? 'value out of range' : 'invalid syntax';
  return { fault: `strconv.ParseInt: parsing ${quote(text)}: ${why}` };
}

function resourceTarget(
  type: string,
  text: string,
): { readonly target: MetricTarget } | { readonly fault: string } {
  if (type === 'AverageValue') {
    const parsed = parseQuantity(text);
    if (parsed.ok) return { target: { type, averageValue: storedQuantityText(parsed.value) } };
    return { fault: `cannot parse '${text}': ${parsed.error.error}` };
  }
  if (type === 'Utilization') {
    const parsed = utilization(text);
    return 'fault' in parsed ? parsed : { target: { type, averageUtilization: parsed.value } };
  }
  return { fault: `unknown metric type: ${type}, allowed values are 'Utilization' or 'AverageValue'` };
}

function resourceSpec(resource: string, container: string, target: MetricTarget): MetricSpec {
  if (container === '') return { type: 'Resource', resource: { name: resource, target } };
  return { type: 'ContainerResource', containerResource: { name: resource, container, target } };
}

/**
 * A cpu or memory trigger.
 *
 * @upstream github.com/kedacore/keda/v2 pkg/scalers/cpu_memory_scaler.go
 * @rule KE23
 */
function planResource(trigger: ScaleTrigger, context: TriggerContext): PlannedTrigger {
  const { values, errors } = readParameters(RESOURCE_PARAMETERS, context, trigger.type);
  const made = resourceTarget(trigger.metricType ?? '', values.text('value'));
  const fault = errors.length > 0 ? errors.join('\n') : 'fault' in made ? made.fault : undefined;
  const common = { ...base(trigger, context.index), kind: 'resource' } as const;
  if (fault !== undefined || 'fault' in made) {
    const error = `error parsing ${trigger.type} metadata: ${fault ?? ''}`;
    return { plan: { ...common, metrics: [] }, specs: [], error };
  }
  const { target } = made;
  const spec = resourceSpec(trigger.type, values.text('containerName'), target);
  const targetMilli =
    target.averageUtilization === undefined
      ? milliOf(target.averageValue ?? '0')
      : target.averageUtilization * 1000;
  const planned: TriggerMetric = {
    name: trigger.type,
    source: spec.type,
    targetType: target.type,
    targetMilli,
  };
  return { plan: { ...common, metrics: [planned] }, specs: [spec] };
}

/** A scaler that KEDA has and that is not modelled. @rule KE29 */
function planUnmodelled(trigger: ScaleTrigger, context: TriggerContext): PlannedTrigger {
  const { name, target, activation } = unmodelledMetric(trigger);
  const text = quantityString(newMilliQuantity(Math.round(target * 1000), 'DecimalSI'));
  const metricType = trigger.metricType === 'Value' ? 'Value' : 'AverageValue';
  const spec: MetricSpec = {
    type: 'External',
    external: {
      metric: { name: `s${context.index}-${normalized(name)}` },
      target: externalTarget(metricType, text),
    },
  };
  const metric: TriggerMetric = {
    name: spec.external?.metric.name ?? '',
    source: 'External',
    targetType: metricType,
    targetMilli: milliOf(text),
  };
  const plan: TriggerPlan = {
    ...base(trigger, context.index),
    kind: 'external',
    metrics: [metric],
    activation,
  };
  return { plan, specs: [spec], isUnmodelled: true };
}

/**
 * What KEDA makes of a trigger. Never throws: what cannot be made is an error beside an empty plan.
 *
 * @param context where the trigger stands, and what is known of its surroundings
 * @rule KE22
 */
export function planTrigger(trigger: ScaleTrigger, context: TriggerContext): PlannedTrigger {
  if (isResourceTrigger(trigger.type)) return planResource(trigger, context);
  const rules = scalerOf(trigger.type);
  if (rules !== undefined) return planExternal(trigger, rules, context);
  if (isKnownTrigger(trigger.type)) return planUnmodelled(trigger, context);
  const plan: TriggerPlan = { ...base(trigger, context.index), kind: 'external', metrics: [] };
  return { plan, specs: [], error: `no scaler found for type: ${trigger.type}` };
}
