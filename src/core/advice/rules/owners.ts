/** Rules about others that set the same fields: VPA and KEDA. */
import { isMapping, type YamlDocument } from '../../manifest/documents.ts';
import { LINKS } from '../links.ts';
import { resourceMetrics } from '../resourceMetrics.ts';
import { fieldAt, namespaceOf, type Review, textAt } from '../review.ts';
import { type AdviceRule, type Finding, inHpa } from '../rule.ts';

/** Whether another object of the namespace names the HPA's target in a field of its own. */
function targetsTheSame(review: Review, document: YamlDocument, field: string): boolean {
  const { kind, name } = review.spec.scaleTargetRef;
  return (
    namespaceOf(document) === review.metadata.namespace &&
    textAt(document, ['spec', field, 'name']) === name &&
    (textAt(document, ['spec', field, 'kind']) ?? 'Deployment') === kind
  );
}

const VPA_RESOURCES = ['cpu', 'memory'];

/** The resources whose requests a VerticalPodAutoscaler sets on some container. */
function resourcesOfVpa(vpa: YamlDocument): readonly string[] {
  if (textAt(vpa, ['spec', 'updatePolicy', 'updateMode']) === 'Off') return [];
  const policies = fieldAt(vpa, ['spec', 'resourcePolicy', 'containerPolicies']);
  if (!Array.isArray(policies) || policies.length === 0) return VPA_RESOURCES;
  return policies.filter(isMapping).flatMap(({ mode, controlledResources }) => {
    if (mode === 'Off') return [];
    return Array.isArray(controlledResources) ? controlledResources.map(String) : VPA_RESOURCES;
  });
}

/** @rule AD80 */
const besideVpa: AdviceRule = {
  rule: 'hpa-beside-vpa',
  reason:
    'The VPA moves the request that the HPA divides by: it raises the request, utilization falls, the HPA removes pods, those left are busier, and it begins again. Let the VPA control the other resource, set its updateMode to Off, or scale on a metric of load.',
  link: LINKS.vpa,
  find(review) {
    const vpas = review.documents.filter(
      (document) =>
        document.value.kind === 'VerticalPodAutoscaler' && targetsTheSame(review, document, 'targetRef'),
    );
    return resourceMetrics(review).flatMap(({ resource, path }): Finding[] => {
      const vpa = vpas.find((document) => resourcesOfVpa(document).includes(resource));
      if (vpa === undefined) return [];
      const message = `VerticalPodAutoscaler ${textAt(vpa, ['metadata', 'name'])} sets the ${resource} requests of the same workload that this HPA scales by ${resource}.`;
      return [{ at: inHpa(review, [...path, 'name']), message }];
    });
  },
};

function ownerOf({ document }: Review): string | undefined {
  const owners = fieldAt(document, ['metadata', 'ownerReferences']);
  if (!Array.isArray(owners)) return undefined;
  const owner = owners.filter(isMapping).find(({ kind }) => kind === 'ScaledObject');
  return owner === undefined ? undefined : String(owner.name ?? '');
}

const KEDA_PREFIX = 'keda-hpa-';

/** The ScaledObject that an HPA was made from; undefined for one of one's own. */
function scaledObjectOf(review: Review): string | undefined {
  const { labels = {}, name } = review.metadata;
  const owner = ownerOf(review);
  if (owner !== undefined) return owner;
  const isManaged = labels['app.kubernetes.io/managed-by'] === 'keda-operator';
  if (!isManaged && !name.startsWith(KEDA_PREFIX)) return undefined;
  return (
    labels['scaledobject.keda.sh/name'] ??
    labels['app.kubernetes.io/part-of'] ??
    name.replace(KEDA_PREFIX, '')
  );
}

/** @rule AD81 */
const ownedByKeda: AdviceRule = {
  rule: 'owned-by-keda',
  reason:
    'KEDA makes this HPA from its ScaledObject and sets its fields again when they differ, so edits here do not last. Bounds, triggers and behavior belong into the ScaledObject: minReplicaCount, maxReplicaCount, triggers, advanced.horizontalPodAutoscalerConfig.behavior.',
  link: LINKS.keda,
  find(review) {
    const owner = scaledObjectOf(review);
    if (owner === undefined) return [];
    const message = `KEDA owns this HPA: change ScaledObject ${owner}, or the edit is undone.`;
    return [{ at: inHpa(review, ['metadata', 'name']), message }];
  },
};

/** @rule AD82 */
const besideScaledObject: AdviceRule = {
  rule: 'hpa-beside-scaledobject',
  reason:
    'KEDA makes an HPA of its own from every ScaledObject. Two HPAs on the same pods stop each other: both report AmbiguousSelector and neither scales. Move the metrics of this one into triggers of the ScaledObject.',
  link: LINKS.keda,
  find(review) {
    if (scaledObjectOf(review) !== undefined) return [];
    return review.documents.flatMap((document): Finding[] => {
      if (document.value.kind !== 'ScaledObject') return [];
      if (!targetsTheSame(review, document, 'scaleTargetRef')) return [];
      const { kind, name } = review.spec.scaleTargetRef;
      const message = `ScaledObject ${textAt(document, ['metadata', 'name'])} scales ${kind} ${name} too: KEDA makes a second HPA for it.`;
      return [{ at: inHpa(review, ['spec', 'scaleTargetRef', 'name']), message }];
    });
  },
};

export const OWNER_RULES: readonly AdviceRule[] = [besideVpa, ownedByKeda, besideScaledObject];
