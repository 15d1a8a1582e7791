/**
 * The HPA that KEDA's operator makes of a ScaledObject, before the API server has seen it.
 *
 * @upstream github.com/kedacore/keda/v2 controllers/keda/hpa.go
 */

import { newMilliQuantity, storedQuantityText } from '../apimachinery/quantity.ts';
import type {
  HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerSpec,
  MetricSpec,
  ObjectMeta,
} from '../autoscaling/types.ts';
import { int64FromFloat } from '../go/int64.ts';
import { byteLength } from '../go/strconv.ts';
import { failure, type Result } from '../go/types.ts';
import { EXCLUDED_LABELS, OWNER_LABEL, pausesOf } from './annotations.ts';
import { hpaMaxReplicas, hpaMinReplicas, hpaName, isUsingModifiers, targetOf } from './scaledObject.ts';
import { goFloat } from './scalers/values.ts';
import type { ScaledObject, TriggerMetric } from './types.ts';

export interface GeneratedHpa {
  readonly metadata: ObjectMeta;
  readonly spec: HorizontalPodAutoscalerSpec & {
    readonly minReplicas: number;
    readonly metrics: readonly MetricSpec[];
  };
}

/** The release whose rules these are. */
const KEDA_VERSION = '2.21.0';

const COMPOSITE = 'composite-metric';
const LONGEST_LABEL = 63;

function labelName(name: string): string {
  if (byteLength(name) <= LONGEST_LABEL) return name;
  return name.slice(0, LONGEST_LABEL).replace(/[^\p{L}\p{N}]+$/u, '');
}

/** @rule KE9 */
function labelsOf({ metadata }: ScaledObject, name: string): Readonly<Record<string, string>> {
  const excluded = (metadata.annotations?.[EXCLUDED_LABELS] ?? '').split(',');
  const own = { ...metadata.labels, [OWNER_LABEL]: metadata.name };
  const kept = Object.entries(own).filter(([key]) => !excluded.includes(key));
  return {
    'app.kubernetes.io/name': labelName(name),
    'app.kubernetes.io/version': KEDA_VERSION,
    'app.kubernetes.io/part-of': metadata.name,
    'app.kubernetes.io/managed-by': 'keda-operator',
    ...Object.fromEntries(kept),
  };
}

/** @rule KE11 */
function behaviorOf(scaledObject: ScaledObject): HorizontalPodAutoscalerBehavior | undefined {
  const written = scaledObject.spec.advanced?.horizontalPodAutoscalerConfig?.behavior;
  const { scaleIn, scaleOut } = pausesOf(scaledObject);
  if (!scaleIn && !scaleOut) return written;
  const disabled = { selectPolicy: 'Disabled' } as const;
  return {
    ...written,
    ...(scaleIn ? { scaleDown: { ...written?.scaleDown, ...disabled } } : {}),
    ...(scaleOut ? { scaleUp: { ...written?.scaleUp, ...disabled } } : {}),
  };
}

function selectorOf(name: string) {
  return { matchLabels: { [OWNER_LABEL]: name } };
}

/** Every external metric asks by the ScaledObject's name; one name twice is refused. @rule KE16 */
function withSelectors(specs: readonly MetricSpec[], name: string): Result<readonly MetricSpec[]> {
  const taken = new Set<string>();
  const selected: MetricSpec[] = [];
  for (const spec of specs) {
    const { external } = spec;
    if (external === undefined) {
      selected.push(spec);
      continue;
    }
    const metric = external.metric.name;
    if (taken.has(metric))
      return failure(`metricName ${metric} defined multiple times in ScaledObject ${name}`);
    taken.add(metric);
    selected.push({
      ...spec,
      external: { ...external, metric: { name: metric, selector: selectorOf(name) } },
    });
  }
  return { ok: true, value: selected };
}

/** By the type's name; up to twelve metrics keep their order within one type. @rule KE17 */
function sorted(specs: readonly MetricSpec[]): readonly MetricSpec[] {
  return specs.toSorted((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
}

/** The single metric that a formula comes to; undefined where there is none. @rule KE18 */
export function compositeMetric({
  metadata,
  spec,
}: ScaledObject): { readonly spec: MetricSpec; readonly planned: TriggerMetric } | undefined {
  const modifiers = spec.advanced?.scalingModifiers;
  const target = goFloat(modifiers?.target ?? '') ?? 0;
  if (modifiers === undefined || !(target > 0)) return undefined;
  const type = modifiers.metricType === 'Value' ? 'Value' : 'AverageValue';
  const milli = int64FromFloat(target * 1000);
  const text = storedQuantityText(newMilliQuantity(milli, 'DecimalSI'));
  const metric = { name: COMPOSITE, selector: selectorOf(metadata.name) };
  const amount = type === 'Value' ? { value: text } : { averageValue: text };
  return {
    spec: { type: 'External', external: { metric, target: { type, ...amount } } },
    planned: { name: COMPOSITE, source: 'External', targetType: type, targetMilli: Number(milli) },
  };
}

function metricsOf(scaledObject: ScaledObject, specs: readonly MetricSpec[]): Result<readonly MetricSpec[]> {
  const { name, namespace } = scaledObject.metadata;
  if (specs.length === 0) {
    return failure(`no metric specs returned from scalers for ScaledObject ${namespace}/${name}`);
  }
  const selected = withSelectors(specs, name);
  if (!selected.ok) return selected;
  const inOrder = sorted(selected.value);
  const composite = isUsingModifiers(scaledObject) ? compositeMetric(scaledObject) : undefined;
  if (composite === undefined) return { ok: true, value: inOrder };
  return { ok: true, value: [...inOrder.filter(({ resource }) => resource !== undefined), composite.spec] };
}

/**
 * The HPA that KEDA creates, or why it cannot.
 *
 * @param specs metrics of the triggers, in their order
 * @upstream github.com/kedacore/keda/v2 controllers/keda/hpa.go newHPAForScaledObject
 * @rule KE8
 */
export function generateHpa(scaledObject: ScaledObject, specs: readonly MetricSpec[]): Result<GeneratedHpa> {
  const metrics = metricsOf(scaledObject, specs);
  if (!metrics.ok) return metrics;
  const { metadata } = scaledObject;
  const name = hpaName(scaledObject);
  const behavior = behaviorOf(scaledObject);
  return {
    ok: true,
    value: {
      metadata: {
        name,
        namespace: metadata.namespace,
        labels: labelsOf(scaledObject, name),
        ...(metadata.annotations === undefined ? {} : { annotations: metadata.annotations }),
      },
      spec: {
        scaleTargetRef: targetOf(scaledObject),
        minReplicas: hpaMinReplicas(scaledObject),
        maxReplicas: hpaMaxReplicas(scaledObject),
        metrics: metrics.value,
        ...(behavior === undefined ? {} : { behavior }),
      },
    },
  };
}
