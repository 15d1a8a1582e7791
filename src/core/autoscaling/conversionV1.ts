/**
 * autoscaling/v1 to and from v2. What v1 has no field for is kept in annotations.
 *
 * @upstream pkg/apis/autoscaling/v1/conversion.go
 */
import {
  type Annotated,
  BEHAVIOR,
  CONDITIONS,
  dropRoundTripAnnotations,
  METRIC_SPECS,
  METRIC_STATUSES,
} from './annotations.ts';
import { behaviorAnnotation, behaviorOfAnnotation } from './behaviorAnnotation.ts';
import { DEFAULT_CPU_UTILIZATION } from './defaults.ts';
import {
  type FlatMetricSpec,
  type FlatMetricStatus,
  type FlatRules,
  fromFlatMetric,
  fromFlatStatus,
  toFlatMetric,
  toFlatStatus,
} from './flatMetrics.ts';
import { decodeStruct, encodeStruct, type GoStruct } from './goJson.ts';
import type { V2Fields } from './goTypes.ts';
import { V1_METRIC_SPEC, V1_METRIC_STATUS, V1_TYPE, v1Condition } from './goTypesFlat.ts';
import { jsonText, parseJsonText } from './jsonText.ts';
import type {
  HorizontalPodAutoscalerCondition,
  HorizontalPodAutoscalerSpec,
  HorizontalPodAutoscalerStatus,
  MetricSpec,
  MetricStatus,
} from './types.ts';

/** What differs between minors here; a `Release` will do. */
export type ConversionRules = V2Fields & FlatRules;

export interface V1Spec extends Omit<HorizontalPodAutoscalerSpec, 'metrics' | 'behavior'> {
  readonly targetCPUUtilizationPercentage?: number;
}

export interface V1Status
  extends Pick<
    HorizontalPodAutoscalerStatus,
    'observedGeneration' | 'lastScaleTime' | 'currentReplicas' | 'desiredReplicas'
  > {
  readonly currentCPUUtilizationPercentage?: number;
}

/** A decoded v1 object, as much of it as conversion looks at. */
interface V1Hpa<M extends Annotated> {
  readonly metadata: M;
  readonly spec: V1Spec;
  readonly status: V1Status;
}

interface V2Hpa<M extends Annotated> {
  readonly metadata: M;
  readonly spec: HorizontalPodAutoscalerSpec;
  readonly status: HorizontalPodAutoscalerStatus;
}

function cpuMetric(averageUtilization: number): MetricSpec {
  const target = { type: 'Utilization', averageUtilization } as const;
  return { type: 'Resource', resource: { name: 'cpu', target } };
}

/** Entries of an annotation; undefined where it is absent or not well formed, which counts the same. */
function annotationEntries(
  { annotations = {} }: Annotated,
  name: string,
  type: GoStruct,
): readonly Readonly<Record<string, unknown>>[] | undefined {
  const text = Object.hasOwn(annotations, name) ? annotations[name] : undefined;
  const json = text === undefined ? undefined : parseJsonText(text);
  if (json === undefined) return undefined;
  // null decodes into a slice without entries
  if (json.value === null) return [];
  if (!Array.isArray(json.value)) return undefined;
  const decoded = json.value.map((entry: unknown) => decodeStruct(type, entry, { foldsCase: true }));
  return decoded.some(({ faults }) => faults.length > 0) ? undefined : decoded.map(({ value }) => value);
}

function metricsOf({ metadata, spec }: V1Hpa<Annotated>, rules: FlatRules): readonly MetricSpec[] {
  const { targetCPUUtilizationPercentage: target } = spec;
  const own = target === undefined ? [] : [cpuMetric(target)];
  const others = annotationEntries(metadata, METRIC_SPECS, V1_METRIC_SPEC) ?? [];
  const metrics = [
    ...others.map((metric) => fromFlatMetric(metric as unknown as FlatMetricSpec, rules)),
    ...own,
  ];
  return metrics.length === 0 ? [cpuMetric(DEFAULT_CPU_UTILIZATION)] : metrics;
}

function currentMetricsOf({ metadata, status }: V1Hpa<Annotated>): readonly MetricStatus[] | undefined {
  // the annotation knows more than the one number beside it
  const kept = annotationEntries(metadata, METRIC_STATUSES, V1_METRIC_STATUS);
  if (kept !== undefined) return kept.map((entry) => fromFlatStatus(entry as unknown as FlatMetricStatus));
  const { currentCPUUtilizationPercentage: averageUtilization } = status;
  if (averageUtilization === undefined) return undefined;
  return [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization } } }];
}

/**
 * A v1 object as v2. The default CPU target is set here, where the annotations say whether other metrics are there.
 *
 * @upstream pkg/apis/autoscaling/v1/conversion.go Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler
 */
export function fromV1<M extends Annotated>(hpa: V1Hpa<M>, rules: ConversionRules): V2Hpa<M> {
  const { targetCPUUtilizationPercentage: _, ...spec } = hpa.spec;
  const { currentCPUUtilizationPercentage: __, ...status } = hpa.status;
  const behaviorText = hpa.metadata.annotations?.[BEHAVIOR];
  const behavior = behaviorText === undefined ? undefined : behaviorOfAnnotation(behaviorText, rules);
  const currentMetrics = currentMetricsOf(hpa);
  const conditions = annotationEntries(hpa.metadata, CONDITIONS, v1Condition(rules)) as
    | readonly HorizontalPodAutoscalerCondition[]
    | undefined;
  return {
    metadata: dropRoundTripAnnotations(hpa.metadata, rules),
    spec: { ...spec, metrics: metricsOf(hpa, rules), ...(behavior === undefined ? {} : { behavior }) },
    status: {
      ...status,
      ...(currentMetrics === undefined ? {} : { currentMetrics }),
      ...(conditions === undefined ? {} : { conditions }),
    },
  };
}

/** The CPU target has a field in v1. */
function isCpuTarget({ type, resource }: MetricSpec): boolean {
  return type === 'Resource' && resource?.name === 'cpu' && resource.target.averageUtilization !== undefined;
}

function roundTripAnnotations({ spec, status }: V2Hpa<Annotated>, rules: ConversionRules) {
  const others = (spec.metrics ?? []).filter((metric) => !isCpuTarget(metric));
  const { currentMetrics = [], conditions = [] } = status;
  const encoded = (type: GoStruct, entries: readonly object[]): string =>
    jsonText(entries.map((entry) => encodeStruct(type, entry as Readonly<Record<string, unknown>>)));
  return {
    ...(others.length === 0 ? {} : { [METRIC_SPECS]: encoded(V1_METRIC_SPEC, others.map(toFlatMetric)) }),
    ...(currentMetrics.length === 0
      ? {}
      : { [METRIC_STATUSES]: encoded(V1_METRIC_STATUS, currentMetrics.map(toFlatStatus)) }),
    ...(spec.behavior === undefined ? {} : { [BEHAVIOR]: behaviorAnnotation(spec.behavior, rules) }),
    ...(conditions.length === 0 ? {} : { [CONDITIONS]: encoded(v1Condition(rules), conditions) }),
  };
}

/**
 * A v2 object as the API server shows it to a client of v1: the first CPU target in its field, everything else that
 * v1 does not know in annotations.
 *
 * @returns plain JSON
 * @upstream pkg/apis/autoscaling/v1/conversion.go Convert_autoscaling_HorizontalPodAutoscaler_To_v1_HorizontalPodAutoscaler
 */
export function toV1<M extends Annotated>(hpa: V2Hpa<M>, rules: ConversionRules): Record<string, unknown> {
  const { metrics = [], behavior: _, ...spec } = hpa.spec;
  const { currentMetrics = [], conditions: __, ...status } = hpa.status;
  const target = metrics.find(isCpuTarget)?.resource?.target.averageUtilization;
  const current = currentMetrics
    .filter(({ type, resource }) => type === 'Resource' && resource?.name === 'cpu')
    .map(({ resource }) => resource?.current.averageUtilization)
    .findLast((utilization) => utilization !== undefined);
  const { annotations, ...metadata } = dropRoundTripAnnotations(hpa.metadata, rules);
  return encodeStruct(V1_TYPE, {
    kind: 'HorizontalPodAutoscaler',
    apiVersion: 'autoscaling/v1',
    metadata: { ...metadata, annotations: { ...annotations, ...roundTripAnnotations(hpa, rules) } },
    spec: { ...spec, targetCPUUtilizationPercentage: target },
    status: {
      ...status,
      // v2 leaves a zero out
      currentReplicas: status.currentReplicas ?? 0,
      currentCPUUtilizationPercentage: current,
    },
  });
}
