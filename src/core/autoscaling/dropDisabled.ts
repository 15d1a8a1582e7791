import type { HorizontalPodAutoscalerSpec, HPAScalingRules } from './types.ts';

function withoutTolerance(rules: HPAScalingRules): HPAScalingRules {
  const { tolerance: _, ...others } = rules;
  return others;
}

/** Whether either direction has a tolerance. @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go toleranceInUse */
function toleranceInUse(spec: HorizontalPodAutoscalerSpec | undefined): boolean {
  const behavior = spec?.behavior;
  return behavior?.scaleDown?.tolerance !== undefined || behavior?.scaleUp?.tolerance !== undefined;
}

/**
 * A spec without the fields whose feature gate is off. What the stored object already uses stays.
 *
 * @param stored the spec that an update replaces; absent on creation
 * @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go dropDisabledFields
 */
export function dropDisabledFields<S extends HorizontalPodAutoscalerSpec>(
  spec: S,
  gates: { readonly configurableTolerance: boolean },
  stored?: HorizontalPodAutoscalerSpec,
): S {
  const { behavior } = spec;
  if (gates.configurableTolerance || behavior === undefined || toleranceInUse(stored)) return spec;
  return {
    ...spec,
    behavior: {
      ...(behavior.scaleUp === undefined ? {} : { scaleUp: withoutTolerance(behavior.scaleUp) }),
      ...(behavior.scaleDown === undefined ? {} : { scaleDown: withoutTolerance(behavior.scaleDown) }),
    },
  };
}
