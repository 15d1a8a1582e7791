import type { HorizontalPodAutoscalerSpec, HPAScalingRules, MetricSpec } from './types.ts';

function withoutTolerance(rules: HPAScalingRules): HPAScalingRules {
  const { tolerance: _, ...others } = rules;
  return others;
}

/** Whether either direction has a tolerance. @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go toleranceInUse */
function toleranceInUse(spec: HorizontalPodAutoscalerSpec | undefined): boolean {
  const behavior = spec?.behavior;
  return behavior?.scaleDown?.tolerance !== undefined || behavior?.scaleUp?.tolerance !== undefined;
}

/** @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go hasContainerMetricSources (1.27) */
function hasContainerMetricSources(spec: HorizontalPodAutoscalerSpec | undefined): boolean {
  return spec?.metrics?.some((metric) => metric.containerResource !== undefined) ?? false;
}

/** The metrics keep their type; only the source behind it goes. */
function withoutContainerSources(metrics: readonly MetricSpec[]): readonly MetricSpec[] {
  return metrics.map(({ containerResource: _, ...metric }) => metric);
}

/**
 * A spec without the fields whose feature gate is off. What the stored object already uses stays.
 *
 * @param stored the spec that an update replaces; absent on creation
 * @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go dropDisabledFields
 */
export function dropDisabledFields<S extends HorizontalPodAutoscalerSpec>(
  spec: S,
  gates: { readonly configurableTolerance: boolean; readonly containerResourceMetrics: boolean },
  stored?: HorizontalPodAutoscalerSpec,
): S {
  let kept = spec;
  if (
    !gates.containerResourceMetrics &&
    hasContainerMetricSources(spec) &&
    !hasContainerMetricSources(stored)
  ) {
    kept = { ...kept, metrics: withoutContainerSources(spec.metrics ?? []) };
  }
  const { behavior } = kept;
  if (gates.configurableTolerance || behavior === undefined || toleranceInUse(stored)) return kept;
  return {
    ...kept,
    behavior: {
      ...(behavior.scaleUp === undefined ? {} : { scaleUp: withoutTolerance(behavior.scaleUp) }),
      ...(behavior.scaleDown === undefined ? {} : { scaleDown: withoutTolerance(behavior.scaleDown) }),
    },
  };
}
