/** From the value that was written to a typed autoscaling/v2 object, with everything that does not fit. */
import type { PathSegment } from '../apimachinery/field.ts';
import { type DecodeFault, decodeStruct, encodeStruct, type GoStruct } from './goJson.ts';
import { V1_TYPE, type V2Fields, v2Type } from './goTypes.ts';
import type { HorizontalPodAutoscalerSpec, HorizontalPodAutoscalerStatus, MetricSpec } from './types.ts';

export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
}

/** Metadata as written. Nothing of it is required until validation says so. */
export interface WrittenMeta {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly generation?: number | bigint;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly creationTimestamp?: string;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly finalizers?: readonly string[];
  readonly [field: string]: unknown;
}

/** A HorizontalPodAutoscaler as a client sends it: decoded, nothing defaulted, nothing checked. */
export interface WrittenHpa {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: WrittenMeta;
  readonly spec: HorizontalPodAutoscalerSpec;
  readonly status: HorizontalPodAutoscalerStatus;
}

export interface DecodedHpa {
  readonly hpa: WrittenHpa;
  /** values of a wrong type: the API server refuses the object */
  readonly faults: readonly DecodeFault[];
  /** paths of fields that the type does not have: strict decoding refuses them */
  readonly unknownFields: readonly (readonly PathSegment[])[];
  /** the type that it was decoded as */
  readonly type: GoStruct;
}

/** Decodes a manifest of the version whose type is given. A field of a wrong type holds its zero value. */
function decodeAs(type: GoStruct, value: unknown): DecodedHpa {
  const { value: decoded, faults, unknownFields } = decodeStruct(type, value);
  const hpa = { ...decoded, metadata: decoded.metadata ?? {} } as unknown as WrittenHpa;
  return { hpa, faults, unknownFields, type };
}

/**
 * Decodes a v2 manifest.
 *
 * @param value the manifest as parsed from YAML or JSON
 * @param fields what of the API the minor knows; a `Release` will do
 * @upstream staging/src/k8s.io/apimachinery/pkg/runtime/serializer/json/json.go Decode
 */
export function decodeHorizontalPodAutoscaler(value: unknown, fields: V2Fields): DecodedHpa {
  return decodeAs(v2Type(fields), value);
}

/** What v1 keeps of v2 in annotations, for the way back. */
export const V1_ROUND_TRIP_ANNOTATIONS: readonly string[] = [
  'autoscaling.alpha.kubernetes.io/metrics',
  'autoscaling.alpha.kubernetes.io/behavior',
  'autoscaling.alpha.kubernetes.io/scale-down-tolerance',
  'autoscaling.alpha.kubernetes.io/scale-up-tolerance',
];

interface V1Spec extends HorizontalPodAutoscalerSpec {
  readonly targetCPUUtilizationPercentage?: number;
}

/**
 * Decodes a v1 manifest and converts it to v2: the CPU target becomes a metric. What older servers kept in
 * annotations is not read.
 *
 * @upstream pkg/apis/autoscaling/v1/conversion.go Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler
 */
export function decodeV1HorizontalPodAutoscaler(value: unknown): DecodedHpa {
  const decoded = decodeAs(V1_TYPE, value);
  const { targetCPUUtilizationPercentage: averageUtilization, ...spec } = decoded.hpa.spec as V1Spec;
  if (averageUtilization === undefined) return { ...decoded, hpa: { ...decoded.hpa, spec } };
  const target = { type: 'Utilization', averageUtilization } as const;
  const metrics: readonly MetricSpec[] = [{ type: 'Resource', resource: { name: 'cpu', target } }];
  return { ...decoded, hpa: { ...decoded.hpa, spec: { ...spec, metrics } } };
}

/**
 * A spec as it is stored: through JSON, which leaves out what is empty.
 *
 * @upstream staging/src/k8s.io/apiserver/pkg/storage/etcd3/store.go Create
 */
export function storedSpec<S extends HorizontalPodAutoscalerSpec>(spec: S, fields: V2Fields): S {
  const type = v2Type(fields).fields.spec?.type as GoStruct;
  return encodeStruct(type, spec as unknown as Record<string, unknown>) as unknown as S;
}
