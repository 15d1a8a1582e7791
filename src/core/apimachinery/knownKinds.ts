/**
 * The kinds that every cluster serves, as far as they are stable: what kubectl and the API server recognize beside the
 * HPA. Custom resources are not among them.
 */

type Kinds = Readonly<Record<string, string>>;

/** Namespaced kinds by group and version. */
const NAMESPACED: Kinds = {
  v1: 'Binding ConfigMap Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount',
  'apps/v1': 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet',
  'autoscaling/v1': 'HorizontalPodAutoscaler',
  'autoscaling/v2': 'HorizontalPodAutoscaler',
  'batch/v1': 'CronJob Job',
  'coordination.k8s.io/v1': 'Lease',
  'discovery.k8s.io/v1': 'EndpointSlice',
  'events.k8s.io/v1': 'Event',
  'networking.k8s.io/v1': 'Ingress NetworkPolicy',
  'policy/v1': 'PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1': 'Role RoleBinding',
  'storage.k8s.io/v1': 'CSIStorageCapacity',
};

/** Kinds of the whole cluster. */
const CLUSTER_WIDE: Kinds = {
  v1: 'ComponentStatus Namespace Node PersistentVolume',
  'admissionregistration.k8s.io/v1': 'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/v1': 'CustomResourceDefinition',
  'apiregistration.k8s.io/v1': 'APIService',
  'certificates.k8s.io/v1': 'CertificateSigningRequest',
  'networking.k8s.io/v1': 'IngressClass',
  'node.k8s.io/v1': 'RuntimeClass',
  'rbac.authorization.k8s.io/v1': 'ClusterRole ClusterRoleBinding',
  'scheduling.k8s.io/v1': 'PriorityClass',
  'storage.k8s.io/v1': 'CSIDriver CSINode StorageClass VolumeAttachment',
};

/** Kinds of requests and lists, which the server's scheme has in every version of every group. */
const GENERIC = new Set([
  'CreateOptions',
  'DeleteOptions',
  'GetOptions',
  'ListOptions',
  'PatchOptions',
  'UpdateOptions',
  'WatchEvent',
]);

function has(kinds: Kinds, groupVersion: string, kind: string): boolean {
  const listed = Object.hasOwn(kinds, groupVersion) ? (kinds[groupVersion] ?? '') : '';
  return kind !== '' && listed.split(' ').includes(kind);
}

function lowerCaseKinds(kinds: Kinds): Kinds {
  return Object.fromEntries(Object.entries(kinds).map(([version, list]) => [version, list.toLowerCase()]));
}

const NAMESPACED_LOWER = lowerCaseKinds(NAMESPACED);
const CLUSTER_WIDE_LOWER = lowerCaseKinds(CLUSTER_WIDE);

/** What a client can do with a kind: where its objects live, and the name of the resource. */
export interface KindMapping {
  readonly isNamespaced: boolean;
  readonly resource: string;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/meta/restmapper.go UnsafeGuessKindToResource */
function resourceOf(kind: string): string {
  const singular = kind.toLowerCase();
  if (singular === 'endpoints') return singular;
  if (singular.endsWith('s')) return `${singular}es`;
  return singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

/**
 * How kubectl maps a kind to a resource. Discovery lets kinds in lower case through as well, and lists.
 *
 * @param groupVersion `apps/v1`
 * @upstream staging/src/k8s.io/client-go/restmapper/discovery.go NewDiscoveryRESTMapper
 */
export function mapKind(groupVersion: string, kind: string): KindMapping | undefined {
  const resource = resourceOf(kind);
  if (kind === 'List') {
    const isServed = Object.hasOwn(NAMESPACED, groupVersion) || Object.hasOwn(CLUSTER_WIDE, groupVersion);
    return isServed ? { isNamespaced: false, resource } : undefined;
  }
  const single = kind.endsWith('List') ? kind.slice(0, -'List'.length) : kind;
  if (has(NAMESPACED, groupVersion, single) || has(NAMESPACED_LOWER, groupVersion, kind)) {
    return { isNamespaced: true, resource };
  }
  const isKnown = has(CLUSTER_WIDE, groupVersion, single) || has(CLUSTER_WIDE_LOWER, groupVersion, kind);
  return isKnown ? { isNamespaced: false, resource } : undefined;
}

/**
 * Whether the server's scheme has a type for a kind. Case matters.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/runtime/scheme.go New
 */
export function isRegisteredKind(groupVersion: string, kind: string): boolean {
  if (GENERIC.has(kind) || (groupVersion === 'v1' && (kind === 'List' || kind === 'Status'))) {
    return Object.hasOwn(NAMESPACED, groupVersion) || Object.hasOwn(CLUSTER_WIDE, groupVersion);
  }
  if (groupVersion === 'autoscaling/v1' && kind === 'Scale') return true;
  const single = kind.endsWith('List') ? kind.slice(0, -'List'.length) : kind;
  return has(NAMESPACED, groupVersion, single) || has(CLUSTER_WIDE, groupVersion, single);
}
