/** One HPA's spec made ready for reconciling: done once for each spec object. */
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec } from '../autoscaling/types.ts';
import type { Release } from '../releases/index.ts';
import { type MetricPlan, planMetric } from './metricPlan.ts';
import { groupKindString, type RestMapper, targetGroupKind } from './restMapping.ts';
import { type Tolerances, tolerancesForHpa } from './tolerances.ts';

/** Why the scale cannot even be asked for. */
export interface TargetError {
  readonly event: string;
  /** what the reconcile returns */
  readonly returned: string;
}

export interface HpaPlan {
  readonly spec: HorizontalPodAutoscalerSpec;
  /** `Deployment/default/web`, as error texts name the target */
  readonly reference: string;
  /** `Deployment.apps` */
  readonly groupKind: string;
  readonly targetError: TargetError | undefined;
  readonly minReplicas: number;
  readonly tolerances: Tolerances;
  readonly metrics: readonly MetricPlan[];
  /** these metrics can ask for pods while there are none */
  readonly hasObjectOrExternalMetrics: boolean;
}

/**
 * Makes a spec ready.
 *
 * @param tolerance the controller's own
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.reconcileAutoscaler
 */
export function planHpa(
  { metadata, spec }: HorizontalPodAutoscaler,
  release: Release,
  tolerance: number,
  restMapper: RestMapper,
): HpaPlan {
  const { scaleTargetRef } = spec;
  const target = targetGroupKind(scaleTargetRef);
  const unmapped = target.ok ? restMapper(target.value) : undefined;
  return {
    spec,
    reference: `${scaleTargetRef.kind}/${metadata.namespace}/${scaleTargetRef.name}`,
    groupKind: target.ok ? groupKindString(target.value) : '',
    targetError: target.ok
      ? unmappedError(unmapped)
      : {
          event: target.error.error,
          returned: `invalid API version in scale target reference: ${target.error.error}`,
        },
    minReplicas: spec.minReplicas ?? 1,
    tolerances: tolerancesForHpa(spec, release, tolerance),
    metrics: (spec.metrics ?? []).map((metric) => planMetric(metric, release)),
    hasObjectOrExternalMetrics: (spec.metrics ?? []).some(
      ({ type }) => type === 'Object' || type === 'External',
    ),
  };
}

function unmappedError(error: string | undefined): TargetError | undefined {
  if (error === undefined) return undefined;
  return { event: error, returned: `unable to determine resource for scale target reference: ${error}` };
}
