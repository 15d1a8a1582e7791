/**
 * What a client decodes of any object before it sends it: type and metadata.
 *
 * @upstream staging/src/k8s.io/cli-runtime/pkg/resource/metadata_decoder.go metadataValidatingDecoder
 */
import { decodeErrorText, decodeStruct } from './goJson.ts';
import { optional, string, struct } from './goTypeBuilders.ts';
import { objectMeta } from './goTypesMeta.ts';

const TYPE = struct('resource.metadataOnlyObject', {
  kind: optional(string),
  apiVersion: optional(string),
  metadata: optional(objectMeta),
});

/**
 * Go's error for an object whose metadata has a wrong type.
 *
 * @param rules from 1.35 on the name of the embedded struct is told
 * @upstream staging/src/k8s.io/cli-runtime/pkg/resource/metadata_decoder.go Decode
 */
export function metadataError(
  object: unknown,
  rules: { readonly namesEmbeddedStructs: boolean },
): string | undefined {
  const text = decodeErrorText(decodeStruct(TYPE, object).faults);
  if (text === undefined || !rules.namesEmbeddedStructs) return text;
  return text.replace(/(metadataOnlyObject)\.(kind|apiVersion) /, '$1.TypeMeta.$2 ');
}
