/**
 * The annotations in which older versions keep what they have no field for.
 *
 * @upstream pkg/apis/autoscaling/annotations.go
 */

export const METRIC_SPECS = 'autoscaling.alpha.kubernetes.io/metrics';
export const METRIC_STATUSES = 'autoscaling.alpha.kubernetes.io/current-metrics';
export const CONDITIONS = 'autoscaling.alpha.kubernetes.io/conditions';
export const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';
export const SCALE_DOWN_TOLERANCE = 'autoscaling.alpha.kubernetes.io/scale-down-tolerance';
export const SCALE_UP_TOLERANCE = 'autoscaling.alpha.kubernetes.io/scale-up-tolerance';

const ALWAYS_KNOWN = [METRIC_SPECS, BEHAVIOR, METRIC_STATUSES, CONDITIONS];
const TOLERANCES = [SCALE_DOWN_TOLERANCE, SCALE_UP_TOLERANCE];

type Annotations = Readonly<Record<string, string>>;

/** Metadata without those annotations: no version shows or stores them beside the fields that they stand for. */
export interface Annotated {
  readonly annotations?: Annotations;
}

/**
 * Metadata without the annotations that conversion uses up.
 *
 * @param fields minors that do not know tolerances leave their annotations alone
 * @upstream pkg/apis/autoscaling/helpers.go DropRoundTripHorizontalPodAutoscalerAnnotations
 */
export function dropRoundTripAnnotations<M extends Annotated>(
  metadata: M,
  fields: { readonly toleranceField: boolean },
): M {
  const { annotations } = metadata;
  if (annotations === undefined) return metadata;
  const dropped = fields.toleranceField ? [...ALWAYS_KNOWN, ...TOLERANCES] : ALWAYS_KNOWN;
  if (!dropped.some((name) => Object.hasOwn(annotations, name))) return metadata;
  const kept = Object.entries(annotations).filter(([name]) => !dropped.includes(name));
  return { ...metadata, annotations: Object.fromEntries(kept) };
}
