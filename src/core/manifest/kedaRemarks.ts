/** Documents of KEDA's that stand beside a ScaledObject and are not read. */
import { isMapping, type SplitResult, type YamlDocument } from './documents.ts';
import { isHpa } from './hpaDocument.ts';
import { groupOf, textOf } from './kinds.ts';
import type { ProblemList } from './problems.ts';
import { isMadeByOneOf, isScaledObject } from './scaledObjects.ts';

const AUTHENTICATIONS = new Set(['TriggerAuthentication', 'ClusterTriggerAuthentication']);

function isAuthentication({ value }: YamlDocument): boolean {
  return AUTHENTICATIONS.has(textOf(value.kind)) && groupOf(value.apiVersion) === 'keda.sh';
}

function nameOf({ value: { metadata } }: YamlDocument): string {
  return isMapping(metadata) ? textOf(metadata.name) : '';
}

/**
 * Says which documents are left aside: credentials, because nothing is connected to, and the HPA that KEDA made before.
 *
 * @rule MF28
 */
export function addKedaRemarks({ documents }: SplitResult, problems: ProblemList): void {
  const scaledObjects = documents.filter(isScaledObject);
  for (const document of documents) {
    if (isAuthentication(document)) {
      const message = `${textOf(document.value.kind)} ${nameOf(document)} is left aside: nothing is connected to here, so no credentials are needed.`;
      problems.addField({ severity: 'info', rule: 'keda-left-aside', message }, document, ['kind']);
    }
    if (isHpa(document) && isMadeByOneOf(document, scaledObjects)) {
      const message = `KEDA made the HPA ${nameOf(document)} of the ScaledObject and reverts what is changed in it: the ScaledObject runs, and the HPA is made anew from it.`;
      problems.addField({ severity: 'info', rule: 'keda-left-aside', message }, document, ['kind']);
    }
  }
}
