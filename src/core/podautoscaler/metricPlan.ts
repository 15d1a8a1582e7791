/**
 * One metric of a spec, made ready once: target parsed, selector parsed, texts built. Asking it is what upstream's
 * `computeStatusFor...Metric` functions do.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeReplicasForMetric
 */
import { labelSelectorAsSelector, labelSelectorGoString } from '../apimachinery/labelSelector.ts';
import type { Selector } from '../apimachinery/labels.ts';
import { milliValue, parseQuantity } from '../apimachinery/quantity.ts';
import type {
  ContainerResourceMetricSource,
  ExternalMetricSource,
  MetricSpec,
  MetricStatus,
  ObjectMetricSource,
  PodsMetricSource,
  ResourceMetricSource,
} from '../autoscaling/types.ts';
import { quote } from '../go/strconv.ts';
import type { Release } from '../releases/index.ts';
import type { Int64, Result } from './interfaces.ts';
import { metricQuantityText } from './metricQuantity.ts';
import { PodRequests } from './podRequests.ts';
import type { ProposalStages } from './proposalStages.ts';
import type { ReplicaCalculator, ReplicaQuery } from './replicaCalculator.ts';

export type TargetKind = 'Utilization' | 'AverageValue' | 'Value';

/** Asks for a proposal; the error is the text of the event. */
type Ask = (calculator: ReplicaCalculator, query: ReplicaQuery) => string | undefined;

export interface MetricPlan {
  readonly spec: MetricSpec;
  /** short name: `cpu`, `http_requests_per_second` */
  readonly name: string;
  /** as it appears in events and conditions: `cpu resource utilization (percentage of request)` */
  readonly label: string;
  readonly targetKind: TargetKind;
  /** percent or milli-value */
  readonly target: Int64;
  /** text of the ScalingActive condition while this metric decides */
  readonly validMessage: string;
  /** reason of the event and the condition when it fails; empty: fails without either */
  readonly failureReason: string;
  /** what stands before the event's text in the error that the reconcile returns */
  readonly failurePrefix: string;
  readonly ask: Ask;
  /** the status entry of the last proposal */
  status(stages: ProposalStages): MetricStatus;
}

interface PlanParts {
  readonly name: string;
  readonly label: string;
  readonly targetKind: TargetKind;
  readonly target: Int64;
  readonly failureReason: string;
  readonly failurePrefix: string;
  readonly ask: Ask;
  /** memory is written in binary units */
  readonly binary?: boolean;
  /** builds the entry from the quantity's text and, for Utilization, the percentage */
  readonly describe: (quantity: string, utilization: number) => MetricStatus;
}

class Plan implements MetricPlan {
  readonly spec: MetricSpec;
  readonly name: string;
  readonly label: string;
  readonly targetKind: TargetKind;
  readonly target: Int64;
  readonly validMessage: string;
  readonly failureReason: string;
  readonly failurePrefix: string;
  readonly ask: Ask;
  private readonly binary: boolean;
  private readonly describe: PlanParts['describe'];
  private lastStatus: MetricStatus | undefined;
  private lastUsage: Int64 = 0;
  private lastUtilization = 0;

  constructor(spec: MetricSpec, parts: PlanParts) {
    this.spec = spec;
    this.name = parts.name;
    this.label = parts.label;
    this.targetKind = parts.targetKind;
    this.target = parts.target;
    this.validMessage = `the HPA was able to successfully calculate a replica count from ${parts.label}`;
    this.failureReason = parts.failureReason;
    this.failurePrefix = parts.failurePrefix;
    this.ask = parts.ask;
    this.binary = parts.binary ?? false;
    this.describe = parts.describe;
  }

  /** The same values give the same object, so that an unchanged status is recognized at a glance. */
  status({ usage, utilization }: ProposalStages): MetricStatus {
    if (
      this.lastStatus === undefined ||
      this.lastUsage !== usage ||
      !Object.is(this.lastUtilization, utilization)
    ) {
      this.lastStatus = this.describe(metricQuantityText(usage, this.binary), utilization);
      this.lastUsage = usage;
      this.lastUtilization = utilization;
    }
    return this.lastStatus;
  }
}

const EMPTY_STATUS: MetricStatus = { type: '' };

/** Entry of a metric that failed. @rule MP1 */
export function failedMetricStatus(): MetricStatus {
  return EMPTY_STATUS;
}

/**
 * Makes a metric of the spec ready.
 *
 * @param spec defaulted and admitted: quantities can be read
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeReplicasForMetric
 */
export function planMetric(spec: MetricSpec, release: Release): MetricPlan {
  if (spec.type === 'Object' && spec.object) return new Plan(spec, planObject(spec.object, release));
  if (spec.type === 'Pods' && spec.pods) return new Plan(spec, planPods(spec.pods, release));
  if (spec.type === 'Resource' && spec.resource) return new Plan(spec, planResource(spec.resource, release));
  if (spec.type === 'ContainerResource') {
    // Upstream asks for the gate before it looks at the source, which the API server may have dropped.
    if (!release.containerResourceMetrics) return new Plan(spec, planDisabledContainerResource(spec));
    if (spec.containerResource) return new Plan(spec, planContainerResource(spec.containerResource, release));
  }
  if (spec.type === 'External' && spec.external) return new Plan(spec, planExternal(spec.external, release));
  return new Plan(spec, planUnknown(spec.type));
}

/** Parts of a metric that can never be asked. */
function refusal(failureReason: string, failurePrefix: string, error: string, name = ''): PlanParts {
  return {
    name,
    label: '',
    targetKind: 'Value',
    target: 0,
    failureReason,
    failurePrefix,
    ask: () => error,
    describe: failedMetricStatus,
  };
}

function planUnknown(type: string): PlanParts {
  return refusal('InvalidMetricSourceType', '', `unknown metric source type ${quote(type)}`);
}

/** Fails with an error, but with an empty condition. */
function planDisabledContainerResource({ containerResource }: MetricSpec): PlanParts {
  const error = 'ContainerResource metric type is not supported: disabled by the feature gate';
  return refusal('', '', error, containerResource?.name);
}

function admittedMilli(text: string): Int64 {
  const quantity = parseQuantity(text);
  if (!quantity.ok) throw new TypeError(`quantity ${text} was not admitted: ${quantity.error.error}`);
  return milliValue(quantity.value);
}

/** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeStatusForResourceMetric */
function planResource(source: ResourceMetricSource, release: Release): PlanParts {
  const { name } = source;
  return planResourceGeneric(source, release, '', {
    label: `${name} resource utilization (percentage of request)`,
    failureReason: 'FailedGetResourceMetric',
    failurePrefix: `failed to get ${name} resource metric value: `,
    describe: (current) => ({ type: 'Resource', resource: { name, current } }),
  });
}

/** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeStatusForContainerResourceMetric */
function planContainerResource(source: ContainerResourceMetricSource, release: Release): PlanParts {
  const { name, container } = source;
  return planResourceGeneric(source, release, container, {
    label: `${name} container resource utilization (percentage of request)`,
    failureReason: 'FailedGetContainerResourceMetric',
    failurePrefix: `failed to get ${container} container metric value: `,
    describe: (current) => ({ type: 'ContainerResource', containerResource: { name, container, current } }),
  });
}

interface ResourceTexts {
  /** of a Utilization target */
  readonly label: string;
  readonly failureReason: string;
  readonly failurePrefix: string;
  readonly describe: (current: { averageValue: string; averageUtilization?: number }) => MetricStatus;
}

/** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeStatusForResourceMetricGeneric */
function planResourceGeneric(
  { name, target }: ResourceMetricSource,
  release: Release,
  container: string,
  { label, failureReason, failurePrefix, describe }: ResourceTexts,
): PlanParts {
  const binary = release.binaryMemoryStatus && name === 'memory';
  const texts = { name, failureReason, failurePrefix, binary };
  if (target.averageValue !== undefined) {
    const milli = admittedMilli(target.averageValue);
    const prefix = `failed to get ${name} usage: `;
    return {
      ...texts,
      label: `${name} resource`,
      targetKind: 'AverageValue',
      target: milli,
      ask: (calculator, query) =>
        prefixed(prefix, calculator.getRawResourceReplicas(query, milli, name, container)),
      describe: (averageValue) => describe({ averageValue }),
    };
  }
  const percent = target.averageUtilization;
  if (percent === undefined) {
    const error =
      'invalid resource metric source: neither an average utilization target nor an average value (usage) target was set';
    return refusal(failureReason, failurePrefix, error, name);
  }
  const question = { resource: name, container, requests: new PodRequests(release, name, container) };
  const prefix = `failed to get ${name} utilization: `;
  return {
    ...texts,
    label,
    targetKind: 'Utilization',
    target: percent,
    ask: (calculator, query) => prefixed(prefix, calculator.getResourceReplicas(query, percent, question)),
    describe: (averageValue, averageUtilization) => describe({ averageValue, averageUtilization }),
  };
}

function prefixed(prefix: string, error: string | undefined): string | undefined {
  return error === undefined ? undefined : prefix + error;
}

/** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeStatusForPodsMetric */
function planPods({ metric, target }: PodsMetricSource, release: Release): PlanParts {
  const { name } = metric;
  const selector = labelSelectorAsSelector(orNothing(metric.selector), release);
  const milli = admittedMilli(target.averageValue ?? '0');
  return {
    name,
    label: `pods metric ${name}`,
    targetKind: 'AverageValue',
    target: milli,
    failureReason: 'FailedGetPodsMetric',
    failurePrefix: 'failed to get pods metric value: ',
    ask: withSelector(selector, (parsed, calculator, query) =>
      calculator.getMetricReplicas(query, milli, name, parsed),
    ),
    describe: (averageValue) => ({ type: 'Pods', pods: { metric, current: { averageValue } } }),
  };
}

function withSelector(
  selector: Result<Selector>,
  ask: (selector: Selector, calculator: ReplicaCalculator, query: ReplicaQuery) => string | undefined,
): Ask {
  if (!selector.ok) return () => selector.error.error;
  return (calculator, query) => ask(selector.value, calculator, query);
}

/** JSON's null is no selector too. */
function orNothing<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeStatusForObjectMetric */
function planObject(source: ObjectMetricSource, release: Release): PlanParts {
  const { metric, target, describedObject } = source;
  const { name } = metric;
  const selector = labelSelectorAsSelector(orNothing(metric.selector), release);
  const failureReason = 'FailedGetObjectMetric';
  const failurePrefix = 'failed to get object metric value: ';
  if (target.type === 'Value' && target.value !== undefined) {
    const milli = admittedMilli(target.value);
    return {
      name,
      label: `${describedObject.kind} metric ${name}`,
      targetKind: 'Value',
      target: milli,
      failureReason,
      failurePrefix,
      ask: withSelector(selector, (parsed, calculator, query) =>
        calculator.getObjectMetricReplicas(query, milli, name, describedObject, parsed),
      ),
      describe: (value) => ({ type: 'Object', object: { metric, current: { value }, describedObject } }),
    };
  }
  if (target.type === 'AverageValue' && target.averageValue !== undefined) {
    return planObjectPerPod(source, selector, release, { failureReason, failurePrefix });
  }
  const error = 'invalid object metric source: neither a value target nor an average value target was set';
  return refusal(failureReason, failurePrefix, selector.ok ? error : selector.error.error, name);
}

function planObjectPerPod(
  { metric, target, describedObject }: ObjectMetricSource,
  selector: Result<Selector>,
  release: Release,
  { failureReason, failurePrefix }: { failureReason: string; failurePrefix: string },
): PlanParts {
  const { name } = metric;
  const milli = admittedMilli(target.averageValue ?? '0');
  const described = release.describesAveragedObject ? describedObject : { kind: '', name: '' };
  return {
    name,
    label: `external metric ${name}(${labelSelectorGoString(orNothing(metric.selector))})`,
    targetKind: 'AverageValue',
    target: milli,
    failureReason,
    // a selector that cannot be read fails before the metric is asked, and is not named twice
    failurePrefix: selector.ok ? `${failurePrefix}failed to get ${name} object metric: ` : failurePrefix,
    ask: withSelector(selector, (parsed, calculator, query) =>
      calculator.getObjectPerPodMetricReplicas(query, milli, name, describedObject, parsed),
    ),
    describe: (averageValue) => ({
      type: 'Object',
      object: { metric, current: { averageValue }, describedObject: described },
    }),
  };
}

/** @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.computeStatusForExternalMetric */
function planExternal({ metric, target }: ExternalMetricSource, release: Release): PlanParts {
  const { name } = metric;
  const metricSelector = orNothing(metric.selector);
  const selector = labelSelectorAsSelector(metricSelector, release);
  const failureReason = 'FailedGetExternalMetric';
  const prefix = `failed to get ${name} external metric value: `;
  const label = `external metric ${name}(${labelSelectorGoString(metricSelector)})`;
  if (target.averageValue !== undefined) {
    const milli = admittedMilli(target.averageValue);
    return {
      name,
      label,
      targetKind: 'AverageValue',
      target: milli,
      failureReason,
      failurePrefix: `${prefix}failed to get ${name} external metric: `,
      ask: (calculator, query) =>
        calculator.getExternalPerPodMetricReplicas(query, milli, name, metricSelector, selector),
      describe: (averageValue) => ({ type: 'External', external: { metric, current: { averageValue } } }),
    };
  }
  if (target.value !== undefined) {
    const milli = admittedMilli(target.value);
    return {
      name,
      label,
      targetKind: 'Value',
      target: milli,
      failureReason,
      failurePrefix: `${prefix}failed to get external metric ${name}: `,
      ask: (calculator, query) =>
        calculator.getExternalMetricReplicas(query, milli, name, metricSelector, selector),
      describe: (value) => ({ type: 'External', external: { metric, current: { value } } }),
    };
  }
  const error = 'invalid external metric source: neither a value target nor an average value target was set';
  return refusal(failureReason, prefix, error, name);
}
