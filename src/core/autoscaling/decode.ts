/** From the value that was written to a typed autoscaling/v2 object, with everything that does not fit. */
import type { PathSegment } from '../apimachinery/field.ts';
import { type DecodeFault, decodeStruct, encodeStruct, type GoStruct } from './goJson.ts';
import { type V2Fields, v2Type } from './goTypes.ts';
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
}

export interface DecodedHpa {
  readonly hpa: WrittenHpa;
  /** values of a wrong type: the API server refuses the object */
  readonly faults: readonly DecodeFault[];
  /** paths of fields that the type does not have: strict decoding refuses them */
  readonly unknownFields: readonly (readonly PathSegment[])[];
}

/**
 * Decodes a v2 manifest. A field of a wrong type holds its zero value in the answer.
 *
 * @param value the manifest as parsed from YAML or JSON
 * @param fields what of the API the minor knows; a `Release` will do
 * @upstream staging/src/k8s.io/apimachinery/pkg/runtime/serializer/json/json.go Decode
 */
export function decodeHorizontalPodAutoscaler(value: unknown, fields: V2Fields): DecodedHpa {
  const { value: decoded, faults, unknownFields } = decodeStruct(v2Type(fields), value);
  const hpa = { ...decoded, metadata: decoded.metadata ?? {} } as unknown as WrittenHpa;
  return { hpa, faults, unknownFields };
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
