/**
 * The band around the target in which nothing is changed.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go Tolerances
 */
import { asApproximateFloat64, parseQuantity } from '../apimachinery/quantity.ts';
import type { HorizontalPodAutoscalerSpec, HPAScalingRules } from '../autoscaling/types.ts';
import type { Release } from '../releases/index.ts';

export interface Tolerances {
  readonly scaleDown: number;
  readonly scaleUp: number;
  /** how the edges are compared: `1-t <= ratio <= 1+t`, or else `|1-ratio| <= t` */
  readonly closed: boolean;
}

/**
 * Whether the ratio is close enough to 1 to do nothing.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go Tolerances.isWithin
 */
export function isWithin(tolerances: Tolerances, usageRatio: number): boolean {
  if (!tolerances.closed) return Math.abs(1 - usageRatio) <= tolerances.scaleUp;
  return 1 - tolerances.scaleDown <= usageRatio && usageRatio <= 1 + tolerances.scaleUp;
}

/**
 * The same question asked the other way round, as the metrics with a target per pod ask it. The two differ for NaN
 * (0 of 0) in the older form: neither within nor outside.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go GetExternalPerPodMetricReplicas
 */
export function isOutside(tolerances: Tolerances, usageRatio: number): boolean {
  if (!tolerances.closed) return Math.abs(1 - usageRatio) > tolerances.scaleUp;
  return !isWithin(tolerances, usageRatio);
}

/**
 * The controller's tolerance, or those of `behavior` where the minor reads them.
 *
 * @param flag `--horizontal-pod-autoscaler-tolerance`
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.tolerancesForHpa
 */
export function tolerancesForHpa(
  { behavior }: HorizontalPodAutoscalerSpec,
  release: Release,
  flag: number,
): Tolerances {
  const configurable = release.configurableTolerance ? behavior : undefined;
  return {
    scaleDown: toleranceOf(configurable?.scaleDown) ?? flag,
    scaleUp: toleranceOf(configurable?.scaleUp) ?? flag,
    closed: release.closedToleranceInterval,
  };
}

function toleranceOf(rules: HPAScalingRules | undefined): number | undefined {
  if (rules?.tolerance === undefined) return undefined;
  const quantity = parseQuantity(rules.tolerance);
  if (!quantity.ok)
    throw new TypeError(`tolerance ${rules.tolerance} was not admitted: ${quantity.error.error}`);
  return asApproximateFloat64(quantity.value);
}
