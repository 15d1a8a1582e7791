/**
 * The removed versions v2beta1 and v2beta2 as v2. Servers of 1.26 and later refuse both; this is how the last ones that
 * took them read them.
 *
 * @upstream pkg/apis/autoscaling/v2beta1/conversion.go, pkg/apis/autoscaling/v2beta2/conversion.go (1.35)
 */
import { parseQuantity, quantityString } from '../apimachinery/quantity.ts';
import { quote } from '../go/strconv.ts';
import {
  type Annotated,
  BEHAVIOR,
  dropRoundTripAnnotations,
  SCALE_DOWN_TOLERANCE,
  SCALE_UP_TOLERANCE,
} from './annotations.ts';
import { behaviorOfAnnotation } from './behaviorAnnotation.ts';
import { setDefaultsHorizontalPodAutoscaler } from './defaults.ts';
import { type FlatMetricSpec, type FlatMetricStatus, fromFlatMetric, fromFlatStatus } from './flatMetrics.ts';
import type {
  HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerSpec,
  HorizontalPodAutoscalerStatus,
} from './types.ts';

interface BetaHpa<M extends Annotated> {
  readonly metadata: M;
  readonly spec: HorizontalPodAutoscalerSpec;
  readonly status: HorizontalPodAutoscalerStatus;
}

interface V2beta1Hpa<M extends Annotated> {
  readonly metadata: M;
  readonly spec: Omit<HorizontalPodAutoscalerSpec, 'metrics'> & {
    readonly metrics?: readonly FlatMetricSpec[];
  };
  readonly status: Omit<HorizontalPodAutoscalerStatus, 'currentMetrics'> & {
    readonly currentMetrics?: readonly FlatMetricStatus[];
  };
}

export interface ConvertedBeta<M extends Annotated> extends BetaHpa<M> {
  /** an annotation that cannot be read: the server refused such an object */
  readonly error?: string;
}

/** Minors that do not know tolerances leave their annotations alone. */
type BetaRules = { readonly toleranceField: boolean };

/** Of v2beta1, until the end. */
const LAST_RULES = { dropsZeroObjectValue: false, losesContainer: true };

/**
 * A v2beta1 object as v2, with the defaults of v2beta1.
 *
 * @upstream pkg/apis/autoscaling/v2beta1/conversion.go Convert_v2beta1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler
 */
export function fromV2beta1<M extends Annotated>(
  { metadata, spec, status }: V2beta1Hpa<M>,
  rules: BetaRules,
): ConvertedBeta<M> {
  const { metrics: flatMetrics, ...otherSpec } = spec;
  const { currentMetrics: flatStatuses, ...otherStatus } = status;
  const metrics = flatMetrics?.map((metric) => fromFlatMetric(metric, LAST_RULES));
  const currentMetrics = flatStatuses?.map(fromFlatStatus);
  const text = metadata.annotations?.[BEHAVIOR];
  const behavior = text === undefined ? undefined : behaviorOfAnnotation(text, rules);
  const defaulted = setDefaultsHorizontalPodAutoscaler({
    ...otherSpec,
    ...(metrics === undefined ? {} : { metrics }),
  });
  return {
    metadata: dropRoundTripAnnotations(metadata, rules),
    spec: behavior === undefined ? defaulted : { ...defaulted, behavior },
    status: { ...otherStatus, ...(currentMetrics === undefined ? {} : { currentMetrics }) },
  };
}

/**
 * A v2beta2 object as v2, with the defaults of v2beta2. Its fields are those of v2 but for the tolerance, which an
 * annotation may hold.
 *
 * @upstream pkg/apis/autoscaling/v2beta2/conversion.go Convert_v2beta2_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler
 */
export function fromV2beta2<M extends Annotated>(
  { metadata, spec, status }: BetaHpa<M>,
  rules: BetaRules,
): ConvertedBeta<M> {
  const annotations = rules.toleranceField ? (metadata.annotations ?? {}) : {};
  const { behavior: defaulted, ...others } = setDefaultsHorizontalPodAutoscaler(spec);
  let behavior: HorizontalPodAutoscalerBehavior | undefined = defaulted;
  let error: string | undefined;
  for (const [direction, name] of [
    ['scaleDown', SCALE_DOWN_TOLERANCE],
    ['scaleUp', SCALE_UP_TOLERANCE],
  ] as const) {
    const text = Object.hasOwn(annotations, name) ? annotations[name] : undefined;
    if (text === undefined) continue;
    const parsed = parseQuantity(text);
    if (!parsed.ok) {
      error ??= `failed to parse annotation ${quote(name)}: ${parsed.error.error}`;
      continue;
    }
    const tolerance = quantityString(parsed.value);
    behavior = { ...behavior, [direction]: { ...behavior?.[direction], tolerance } };
  }
  return {
    metadata: dropRoundTripAnnotations(metadata, rules),
    spec: behavior === undefined ? others : { ...others, behavior },
    status,
    ...(error === undefined ? {} : { error }),
  };
}
