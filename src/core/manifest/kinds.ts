/** Which object a document is, or was meant to be. */
import type { YamlDocument } from './documents.ts';
import { closest } from './nearest.ts';

export const HPA_KIND = 'HorizontalPodAutoscaler';

/** The kinds that stand beside an HPA, with the version that servers take. */
const VERSIONS: Readonly<Record<string, string>> = {
  HorizontalPodAutoscaler: 'autoscaling/v2',
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicationController: 'v1',
  Service: 'v1',
  ConfigMap: 'v1',
  Secret: 'v1',
  ServiceAccount: 'v1',
  Namespace: 'v1',
  Pod: 'v1',
  PersistentVolumeClaim: 'v1',
  LimitRange: 'v1',
  ResourceQuota: 'v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Ingress: 'networking.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  PodDisruptionBudget: 'policy/v1',
  VerticalPodAutoscaler: 'autoscaling.k8s.io/v1',
  ScaledObject: 'keda.sh/v1alpha1',
};
const KINDS = Object.keys(VERSIONS);
const BUILT_IN_GROUPS = new Set(['', 'apps', 'extensions', 'autoscaling', 'batch', 'policy']);

/** The kinds that an HPA can scale and that are read. */
export const WORKLOAD_KINDS: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
]);

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** `apps` of `apps/v1`; empty for the core group. @rule MF7 */
export function groupOf(apiVersion: unknown): string {
  const text = textOf(apiVersion);
  const slash = text.indexOf('/');
  return slash < 0 ? '' : text.slice(0, slash);
}

/** The version of a built-in kind that every supported minor serves. @rule MF17 */
export function servedVersion(kind: string): string | undefined {
  return Object.hasOwn(VERSIONS, kind) ? VERSIONS[kind] : undefined;
}

/**
 * The built-in kind that a document means.
 *
 * @returns the kind as written when it is one or when nothing says that it is a slip
 * @rule MF17
 */
export function meantKind({ value }: YamlDocument): string {
  const kind = textOf(value.kind).trim();
  if (kind === '' || KINDS.includes(kind)) return kind;
  if (/^hpas?$/i.test(kind)) return HPA_KIND;
  // A kind of somebody's own API group is not misspelled only because it resembles one of ours.
  const group = groupOf(value.apiVersion).toLowerCase();
  if (group === 'keda.sh' && /^scaledobjects?$/i.test(kind)) return 'ScaledObject';
  if (!BUILT_IN_GROUPS.has(group)) return kind;
  return closest(kind, KINDS) ?? kind;
}
