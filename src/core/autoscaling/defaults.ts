/**
 * What the API server fills in when a v2 HorizontalPodAutoscaler is stored.
 *
 * @upstream pkg/apis/autoscaling/v2/defaults.go
 */
import type {
  HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerSpec,
  HPAScalingRules,
  MetricSpec,
} from './types.ts';

/** A spec after defaulting: nobody past this point asks whether `minReplicas` is there. */
export interface DefaultedSpec extends HorizontalPodAutoscalerSpec {
  readonly minReplicas: number;
  readonly metrics: readonly MetricSpec[];
}

/** percent of the request */
export const DEFAULT_CPU_UTILIZATION = 80;

const DEFAULT_METRICS: readonly MetricSpec[] = [
  {
    type: 'Resource',
    resource: {
      name: 'cpu',
      target: { type: 'Utilization', averageUtilization: DEFAULT_CPU_UTILIZATION },
    },
  },
];

const DEFAULT_SCALE_UP_RULES: HPAScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};

/** No window: without one the controller takes its flag `--horizontal-pod-autoscaler-downscale-stabilization`. */
const DEFAULT_SCALE_DOWN_RULES: HPAScalingRules = {
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

/**
 * A spec with its defaults. A `behavior` that is there at all gets both directions filled.
 *
 * @upstream pkg/apis/autoscaling/v2/defaults.go SetDefaults_HorizontalPodAutoscaler
 */
export function setDefaultsHorizontalPodAutoscaler(spec: HorizontalPodAutoscalerSpec): DefaultedSpec {
  const metrics = spec.metrics === undefined || spec.metrics.length === 0 ? DEFAULT_METRICS : spec.metrics;
  const defaulted = { ...spec, minReplicas: spec.minReplicas ?? 1, metrics };
  return spec.behavior === undefined
    ? defaulted
    : { ...defaulted, behavior: setDefaultsHorizontalPodAutoscalerBehavior(spec.behavior) };
}

/**
 * A behavior with the rules of both directions complete.
 *
 * @upstream pkg/apis/autoscaling/v2/defaults.go SetDefaults_HorizontalPodAutoscalerBehavior
 */
export function setDefaultsHorizontalPodAutoscalerBehavior(
  behavior: HorizontalPodAutoscalerBehavior,
): HorizontalPodAutoscalerBehavior {
  return {
    scaleUp: { ...DEFAULT_SCALE_UP_RULES, ...behavior.scaleUp },
    scaleDown: { ...DEFAULT_SCALE_DOWN_RULES, ...behavior.scaleDown },
  };
}

/**
 * The same for v1, which leaves the CPU target to conversion: only there the other metrics are known.
 *
 * @upstream pkg/apis/autoscaling/v1/defaults.go SetDefaults_HorizontalPodAutoscaler
 */
export function setDefaultsV1<S extends { readonly minReplicas?: number }>(
  spec: S,
): S & { readonly minReplicas: number } {
  return { ...spec, minReplicas: spec.minReplicas ?? 1 };
}
