/** ScaledObjects among the documents of a text, and what stands beside them. */
import { isMapping, type YamlDocument } from './documents.ts';
import { meantKind, textOf } from './kinds.ts';

export const SCALED_OBJECT_KIND = 'ScaledObject';

/** @rule MF25 */
export function isScaledObject(document: YamlDocument): boolean {
  return meantKind(document) === SCALED_OBJECT_KIND;
}

/** Names of the ScaledObjects that own an object. @rule MF25 */
export function owningScaledObjects({ value: { metadata } }: YamlDocument): readonly string[] {
  const references = isMapping(metadata) ? metadata.ownerReferences : undefined;
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference) =>
    isMapping(reference) && reference.kind === SCALED_OBJECT_KIND ? [textOf(reference.name)] : [],
  );
}

/** Whether an HPA is what KEDA made of one of the ScaledObjects in the text. @rule MF25 */
export function isMadeByOneOf(hpa: YamlDocument, scaledObjects: readonly YamlDocument[]): boolean {
  const owners = owningScaledObjects(hpa);
  return scaledObjects.some(({ value: { metadata } }) =>
    owners.includes(isMapping(metadata) ? textOf(metadata.name) : ''),
  );
}
