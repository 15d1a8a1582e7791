/**
 * From `scaleTargetRef` to the resource whose scale is read: the part of a REST mapper that the controller needs.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/meta/interfaces.go RESTMapper
 */
import type { CrossVersionObjectReference } from '../autoscaling/types.ts';
import { quote } from '../go/strconv.ts';
import { failure, type Result } from '../go/types.ts';

export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** The error of a kind that the cluster does not know; undefined where it does. */
export type RestMapper = (target: GroupKind) => string | undefined;

/** Kinds that every cluster serves in the groups of workloads. */
const KNOWN_KINDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['apps', new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet', 'ControllerRevision'])],
  [
    '',
    new Set([
      'Binding',
      'ComponentStatus',
      'ConfigMap',
      'Endpoints',
      'Event',
      'LimitRange',
      'Namespace',
      'Node',
      'PersistentVolume',
      'PersistentVolumeClaim',
      'Pod',
      'PodTemplate',
      'ReplicationController',
      'ResourceQuota',
      'Secret',
      'Service',
      'ServiceAccount',
    ]),
  ],
  ['autoscaling', new Set(['HorizontalPodAutoscaler', 'Scale'])],
]);

/**
 * A cluster without custom resources.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/meta/restmapper.go DefaultRESTMapper.RESTMappings
 */
export function builtInRestMapper({ group, kind }: GroupKind): string | undefined {
  if (KNOWN_KINDS.get(group)?.has(kind) === true) return undefined;
  return `no matches for kind ${quote(kind)} in group ${quote(group)}`;
}

/** `Deployment.apps`, or the kind alone in the core group. @upstream staging/src/k8s.io/apimachinery/pkg/runtime/schema/group_version.go GroupKind.String */
export function groupKindString({ group, kind }: GroupKind): string {
  return group === '' ? kind : `${kind}.${group}`;
}

/**
 * The group of an `apiVersion`: `apps` of `apps/v1`, empty of `v1`.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/runtime/schema/group_version.go ParseGroupVersion
 */
export function parseGroup(apiVersion: string): Result<string> {
  const parts = apiVersion.split('/');
  if (parts.length === 1) return { ok: true, value: '' };
  if (parts.length === 2) return { ok: true, value: parts[0] ?? '' };
  return failure(`unexpected GroupVersion string: ${apiVersion}`);
}

/** Group and kind of the scale target. @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.reconcileAutoscaler */
export function targetGroupKind({ apiVersion, kind }: CrossVersionObjectReference): Result<GroupKind> {
  const group = parseGroup(apiVersion ?? '');
  return group.ok ? { ok: true, value: { group: group.value, kind } } : group;
}
