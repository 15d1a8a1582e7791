/** From the value that was written to a typed autoscaling/v2 object, with everything that does not fit. */
import type { PathSegment } from '../apimachinery/field.ts';
import {
  BEHAVIOR,
  dropRoundTripAnnotations,
  METRIC_SPECS,
  SCALE_DOWN_TOLERANCE,
  SCALE_UP_TOLERANCE,
} from './annotations.ts';
import { fromV2beta1, fromV2beta2 } from './conversionBeta.ts';
import { type ConversionRules, fromV1 } from './conversionV1.ts';
import { setDefaultsHorizontalPodAutoscaler, setDefaultsV1 } from './defaults.ts';
import { toFlatMetric } from './flatMetrics.ts';
import { type DecodeFault, decodeStruct, encodeStruct, type GoStruct } from './goJson.ts';
import { V2BETA2_TYPE, type V2Fields, v2Type } from './goTypes.ts';
import { V1_TYPE, V2BETA1_TYPE } from './goTypesFlat.ts';
import type { HorizontalPodAutoscalerSpec, HorizontalPodAutoscalerStatus } from './types.ts';

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
  /** the version that it was converted from, where that is not v2: its behavior has no defaults of v2 then */
  readonly convertedFrom?: ApiVersion;
}

export interface DecodedHpa {
  readonly hpa: WrittenHpa;
  /** values of a wrong type: the API server refuses the object */
  readonly faults: readonly DecodeFault[];
  /** paths of fields that the type does not have: strict decoding refuses them */
  readonly unknownFields: readonly (readonly PathSegment[])[];
  /** the type that it was decoded as */
  readonly type: GoStruct;
  /** why it cannot be converted to v2: the server refuses the object */
  readonly conversionError?: string;
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

/**
 * Decodes a v1 manifest and converts it to v2, with what it keeps in annotations.
 *
 * @param rules what of the API the minor knows; a `Release` will do
 * @upstream pkg/apis/autoscaling/v1/conversion.go Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler
 */
export function decodeV1HorizontalPodAutoscaler(value: unknown, rules: ConversionRules): DecodedHpa {
  const decoded = decodeAs(V1_TYPE, value);
  // conversion wants a v1 object, and that is what was decoded
  const converted = fromV1(decoded.hpa as unknown as Parameters<typeof fromV1<WrittenMeta>>[0], rules);
  return { ...decoded, hpa: { ...decoded.hpa, ...converted, convertedFrom: 'autoscaling/v1' } };
}

/** What v1 keeps of v2 in annotations, for the way back. */
export const V1_ROUND_TRIP_ANNOTATIONS: readonly string[] = [
  METRIC_SPECS,
  BEHAVIOR,
  SCALE_DOWN_TOLERANCE,
  SCALE_UP_TOLERANCE,
];

/** The versions of the API that there are or were. */
export const API_VERSIONS = [
  'autoscaling/v2',
  'autoscaling/v1',
  'autoscaling/v2beta2',
  'autoscaling/v2beta1',
] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

/** @rule AV1 */
export function isApiVersion(text: unknown): text is ApiVersion {
  return (API_VERSIONS as readonly unknown[]).includes(text);
}

/**
 * Decodes a manifest of any version and converts it to v2, as the servers that took that version did.
 *
 * Nothing is thrown: what does not fit is in the answer. `faults` are values of a wrong type (`decodeErrorText` picks the
 * one that the server reports), `unknownFields` what strict decoding refuses, both with paths into the manifest **as it
 * was written**; `conversionError` an annotation that conversion cannot read. `hpa` is ready for `admit`, whatever the
 * version; what it looks like as a v2 manifest says `toV2Manifest`. Servers of all minors here refuse v2beta1 and
 * v2beta2; that they do is for the caller to say.
 *
 * @param value the manifest as parsed from YAML or JSON
 * @param apiVersion the version that it is written in
 * @param release the minor
 * @upstream staging/src/k8s.io/apimachinery/pkg/runtime/serializer/versioning/versioning.go Decode
 */
export function decodeAnyVersion(
  value: unknown,
  apiVersion: ApiVersion,
  release: ConversionRules,
): DecodedHpa {
  switch (apiVersion) {
    case 'autoscaling/v2': {
      const decoded = decodeHorizontalPodAutoscaler(value, release);
      const metadata = dropRoundTripAnnotations(decoded.hpa.metadata, release);
      return { ...decoded, hpa: { ...decoded.hpa, metadata } };
    }
    case 'autoscaling/v1':
      return decodeV1HorizontalPodAutoscaler(value, release);
    case 'autoscaling/v2beta2':
      return decodeBeta(V2BETA2_TYPE, value, apiVersion, release);
    case 'autoscaling/v2beta1':
      return decodeBeta(V2BETA1_TYPE, value, apiVersion, release);
  }
}

function decodeBeta(
  type: GoStruct,
  value: unknown,
  convertedFrom: ApiVersion,
  rules: ConversionRules,
): DecodedHpa {
  const decoded = decodeAs(type, value);
  const { error, ...converted } =
    convertedFrom === 'autoscaling/v2beta1'
      ? fromV2beta1(decoded.hpa as unknown as Parameters<typeof fromV2beta1<WrittenMeta>>[0], rules)
      : fromV2beta2(decoded.hpa, rules);
  const hpa = { ...decoded.hpa, ...converted, convertedFrom };
  return error === undefined ? { ...decoded, hpa } : { ...decoded, hpa, conversionError: error };
}

/**
 * A manifest with the defaults of the version that it is written in, in that version: plain JSON.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/runtime/scheme.go Default
 */
export function defaultedObject(
  value: unknown,
  apiVersion: ApiVersion,
  fields: V2Fields,
): Record<string, unknown> {
  const type = typeOf(apiVersion, fields);
  const { value: decoded } = decodeStruct(type, value);
  const spec = decoded.spec as HorizontalPodAutoscalerSpec;
  return encodeStruct(type, {
    ...decoded,
    metadata: decoded.metadata ?? {},
    spec: defaultedSpec(spec, apiVersion),
  });
}

/** The Go type of an HPA in one of its versions. @upstream staging/src/k8s.io/api/autoscaling */
export function typeOf(apiVersion: ApiVersion, fields: V2Fields): GoStruct {
  switch (apiVersion) {
    case 'autoscaling/v2':
      return v2Type(fields);
    case 'autoscaling/v1':
      return V1_TYPE;
    case 'autoscaling/v2beta2':
      return V2BETA2_TYPE;
    case 'autoscaling/v2beta1':
      return V2BETA1_TYPE;
  }
}

function defaultedSpec(spec: HorizontalPodAutoscalerSpec, apiVersion: ApiVersion): object {
  if (apiVersion === 'autoscaling/v1') return setDefaultsV1(spec);
  if (apiVersion !== 'autoscaling/v2beta1') return setDefaultsHorizontalPodAutoscaler(spec);
  const { metrics = [], ...others } = setDefaultsHorizontalPodAutoscaler(spec);
  return { ...others, metrics: spec.metrics?.length ? spec.metrics : metrics.map(toFlatMetric) };
}

/**
 * An object as a manifest of autoscaling/v2: plain JSON, fields in the API's order, without what is empty.
 *
 * @upstream pkg/apis/autoscaling/v2/conversion.go Convert_autoscaling_HorizontalPodAutoscaler_To_v2_HorizontalPodAutoscaler
 */
export function toV2Object(hpa: WrittenHpa, fields: V2Fields): Record<string, unknown> {
  const metadata = dropRoundTripAnnotations(hpa.metadata, fields);
  const { spec, status } = hpa;
  const type = { kind: 'HorizontalPodAutoscaler', apiVersion: 'autoscaling/v2' };
  return encodeStruct(v2Type(fields), { ...type, metadata, spec, status });
}

/**
 * The same for a person to keep: `apiVersion` first, no status, and nothing in the metadata that only a server sets.
 *
 * @rule AV2
 */
export function toV2Manifest(hpa: WrittenHpa, fields: V2Fields): Record<string, unknown> {
  const { metadata, spec } = toV2Object(hpa, fields);
  const { name, generateName, namespace, labels, annotations, ownerReferences, finalizers } =
    metadata as WrittenMeta;
  const kept = { name, generateName, namespace, labels, annotations, ownerReferences, finalizers };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: Object.fromEntries(Object.entries(kept).filter(([, held]) => held !== undefined)),
    spec,
  };
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
