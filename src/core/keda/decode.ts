/** A ScaledObject as it is written: decoded by KEDA's schema, with what the API server says of it. */
import { type FieldError, invalid, type PathSegment } from '../apimachinery/field.ts';
import type { WrittenMeta } from '../autoscaling/decode.ts';
import { decodeStruct } from '../autoscaling/goJson.ts';
import { optional, struct } from '../autoscaling/goTypeBuilders.ts';
import { objectMeta } from '../autoscaling/goTypesMeta.ts';
import { validateObjectMeta } from '../autoscaling/validationMeta.ts';
import type { Release } from '../releases/index.ts';
import { checkSchema } from './checkSchema.ts';
import { hpaMaxReplicas } from './scaledObject.ts';
import { SCALED_OBJECT } from './schema.ts';
import type { ScaledObject, ScaledObjectSpec } from './types.ts';

export const KEDA_API_VERSION = 'keda.sh/v1alpha1';

export interface MetadataFault {
  readonly text: string;
  readonly path: readonly PathSegment[];
}

export interface DecodedScaledObject {
  /** with the schema's defaults; only to be used without faults and errors */
  readonly scaledObject: ScaledObject;
  /** metadata of a wrong type, in Go's words */
  readonly faults: readonly MetadataFault[];
  readonly unknownFields: readonly (readonly PathSegment[])[];
  readonly errors: readonly FieldError[];
}

const METADATA = struct('resource.metadataOnlyObject', { metadata: optional(objectMeta) });

const DEFAULT_NAMESPACE = 'default';

/** The one rule of the schema that compares two fields. @rule KE3 */
function boundsErrors(scaledObject: ScaledObject, release: Release): readonly FieldError[] {
  const { minReplicaCount } = scaledObject.spec;
  if (minReplicaCount === undefined || minReplicaCount <= hpaMaxReplicas(scaledObject)) return [];
  const shown = release.omitsSchemaRuleValue ? null : 'object';
  return [invalid(['spec'], shown, 'minReplicaCount must be less than or equal to maxReplicaCount')];
}

/**
 * Decodes a ScaledObject.
 *
 * @param value the manifest as parsed from YAML or JSON
 * @rule KE1 KE2
 */
export function decodeScaledObject(
  value: Readonly<Record<string, unknown>>,
  release: Release,
): DecodedScaledObject {
  const { metadata: writtenMetadata, ...others } = value;
  const decoded = decodeStruct(METADATA, { metadata: writtenMetadata });
  const metadata = (decoded.value.metadata ?? {}) as WrittenMeta;
  const checked = checkSchema(SCALED_OBJECT, others);
  const { name = '', labels, annotations, creationTimestamp } = metadata;
  const scaledObject: ScaledObject = {
    metadata: {
      name,
      namespace: metadata.namespace || DEFAULT_NAMESPACE,
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
    },
    spec: checked.value.spec as ScaledObjectSpec,
  };
  const ofMetadata = validateObjectMeta(
    { ...metadata, namespace: scaledObject.metadata.namespace },
    ['metadata'],
    release,
  );
  const ofSchema = checked.errors;
  const bounds = ofSchema.length === 0 ? boundsErrors(scaledObject, release) : [];
  return {
    scaledObject,
    faults: decoded.faults,
    unknownFields: [...decoded.unknownFields, ...checked.unknownFields],
    errors: [...(decoded.faults.length === 0 ? ofMetadata : []), ...ofSchema, ...bounds],
  };
}
