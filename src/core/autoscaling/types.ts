/**
 * The autoscaling/v2 API, field for field, as the controller sees it after decoding.
 *
 * Quantities stay the text that was written; the controller parses them once for each spec. Field names, spelling
 * and optionality follow the API reference. Times are RFC 3339 text in whole seconds, as the API server stores them.
 *
 * @upstream staging/src/k8s.io/api/autoscaling/v2/types.go
 */

/** Text of a `resource.Quantity`, for example `250m` or `1Gi`. */
export type QuantityText = string;

export interface ObjectMeta {
  readonly name: string;
  readonly namespace: string;
  readonly generation?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly creationTimestamp?: string;
}

export interface CrossVersionObjectReference {
  readonly kind: string;
  readonly name: string;
  readonly apiVersion?: string;
}

export interface LabelSelectorRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

export interface MetricIdentifier {
  readonly name: string;
  readonly selector?: LabelSelector;
}

export type MetricTargetType = 'Utilization' | 'Value' | 'AverageValue';

export interface MetricTarget {
  readonly type: MetricTargetType;
  readonly value?: QuantityText;
  readonly averageValue?: QuantityText;
  /** int32, percent of the request */
  readonly averageUtilization?: number;
}

export interface ResourceMetricSource {
  readonly name: string;
  readonly target: MetricTarget;
}

export interface ContainerResourceMetricSource extends ResourceMetricSource {
  readonly container: string;
}

export interface PodsMetricSource {
  readonly metric: MetricIdentifier;
  readonly target: MetricTarget;
}

export interface ObjectMetricSource extends PodsMetricSource {
  readonly describedObject: CrossVersionObjectReference;
}

export interface ExternalMetricSource extends PodsMetricSource {}

export type MetricSourceType = 'Resource' | 'ContainerResource' | 'Pods' | 'Object' | 'External';

/** `type` says which source is present; an unknown type or a missing source is an error that the controller reports. */
export interface MetricSpec {
  readonly type: MetricSourceType;
  readonly resource?: ResourceMetricSource;
  readonly containerResource?: ContainerResourceMetricSource;
  readonly pods?: PodsMetricSource;
  readonly object?: ObjectMetricSource;
  readonly external?: ExternalMetricSource;
}

export type ScalingPolicySelect = 'Max' | 'Min' | 'Disabled';

export interface HPAScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  /** int32 */
  readonly value: number;
  /** int32, seconds */
  readonly periodSeconds: number;
}

export interface HPAScalingRules {
  /** int32, seconds */
  readonly stabilizationWindowSeconds?: number;
  readonly selectPolicy?: ScalingPolicySelect;
  readonly policies?: readonly HPAScalingPolicy[];
  readonly tolerance?: QuantityText;
}

export interface HorizontalPodAutoscalerBehavior {
  readonly scaleUp?: HPAScalingRules;
  readonly scaleDown?: HPAScalingRules;
}

export interface HorizontalPodAutoscalerSpec {
  readonly scaleTargetRef: CrossVersionObjectReference;
  /** int32; always present after defaulting */
  readonly minReplicas?: number;
  /** int32 */
  readonly maxReplicas: number;
  readonly metrics?: readonly MetricSpec[];
  readonly behavior?: HorizontalPodAutoscalerBehavior;
}

export interface MetricValueStatus {
  readonly value?: QuantityText;
  readonly averageValue?: QuantityText;
  readonly averageUtilization?: number;
}

/** As stored: an entry of a metric that failed has `type: ''` and nothing else. */
export interface MetricStatus {
  readonly type: MetricSourceType | '';
  readonly resource?: { readonly name: string; readonly current: MetricValueStatus };
  readonly containerResource?: {
    readonly name: string;
    readonly container: string;
    readonly current: MetricValueStatus;
  };
  readonly pods?: { readonly metric: MetricIdentifier; readonly current: MetricValueStatus };
  readonly object?: {
    readonly metric: MetricIdentifier;
    readonly current: MetricValueStatus;
    readonly describedObject: CrossVersionObjectReference;
  };
  readonly external?: { readonly metric: MetricIdentifier; readonly current: MetricValueStatus };
}

export type ConditionType = 'AbleToScale' | 'ScalingActive' | 'ScalingLimited' | 'ScaledToZero';
export type ConditionStatus = 'True' | 'False' | 'Unknown';

export interface HorizontalPodAutoscalerCondition {
  readonly type: ConditionType;
  readonly status: ConditionStatus;
  readonly lastTransitionTime: string;
  readonly reason: string;
  readonly message: string;
}

export interface HorizontalPodAutoscalerStatus {
  readonly observedGeneration?: number;
  readonly lastScaleTime?: string;
  readonly currentReplicas: number;
  readonly desiredReplicas: number;
  readonly currentMetrics?: readonly MetricStatus[];
  readonly conditions?: readonly HorizontalPodAutoscalerCondition[];
}

export interface HorizontalPodAutoscaler {
  readonly metadata: ObjectMeta;
  readonly spec: HorizontalPodAutoscalerSpec;
  readonly status: HorizontalPodAutoscalerStatus;
}
