/** The workload that the HPA scales: the one in the text, or the stated defaults. */
import type { DefaultedSpec } from '../autoscaling/defaults.ts';
import type { MetricSpec } from '../autoscaling/types.ts';
import { isMapping, type YamlDocument } from './documents.ts';
import type { ProblemList } from './problems.ts';
import type { WorkloadContainer, WorkloadManifest } from './types.ts';
import { readWorkload } from './workload.ts';
import { STAND_IN_TEXT, standInWorkload } from './workloadDefaults.ts';

const WORKLOAD_KINDS = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController']);

export interface Target {
  readonly workload: WorkloadManifest;
  /** absent when the workload is the stated default */
  readonly document?: YamlDocument;
}

function metadataText(document: YamlDocument, field: string): string | undefined {
  const { metadata } = document.value;
  const value = isMapping(metadata) ? metadata[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function groupOf(apiVersion: unknown): string {
  if (typeof apiVersion !== 'string') return '';
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function isWorkload({ value }: YamlDocument): boolean {
  return typeof value.kind === 'string' && WORKLOAD_KINDS.has(value.kind);
}

function isTargetOf(spec: DefaultedSpec, namespace: string, document: YamlDocument): boolean {
  const { kind, name, apiVersion } = spec.scaleTargetRef;
  return (
    document.value.kind === kind &&
    metadataText(document, 'name') === name &&
    groupOf(document.value.apiVersion) === groupOf(apiVersion) &&
    (metadataText(document, 'namespace') ?? namespace) === namespace
  );
}

function usesRequests({ resource, containerResource }: MetricSpec): boolean {
  return (resource ?? containerResource)?.target.averageUtilization !== undefined;
}

const REF = ['spec', 'scaleTargetRef', 'name'];

function addMismatch(
  hpa: YamlDocument,
  other: YamlDocument,
  spec: DefaultedSpec,
  problems: ProblemList,
): void {
  const { kind, name } = spec.scaleTargetRef;
  const pasted = `${String(other.value.kind)} ${metadataText(other, 'name') ?? 'without a name'}`;
  const message = `The HPA scales ${kind} ${name}, but the text holds ${pasted}. Stated defaults stand in for ${kind} ${name}: ${STAND_IN_TEXT}.`;
  const hint = `Write the kind, name, apiVersion and namespace of the workload that you mean in \`spec.scaleTargetRef\`.`;
  problems.addField({ severity: 'warning', rule: 'target-mismatch', message, hint }, hpa, REF);
}

function addStandIn(hpa: YamlDocument, spec: DefaultedSpec, problems: ProblemList): void {
  const { kind, name } = spec.scaleTargetRef;
  const why = spec.metrics.some(usesRequests) ? ' Utilization is a percentage of its requests.' : '';
  const message = `${kind} ${name} is not in the text; stated defaults stand in: ${STAND_IN_TEXT}.${why}`;
  const hint = `Paste the ${kind} into the same text, after a line with \`---\`.`;
  problems.addField({ severity: 'info', rule: 'workload-defaults', message, hint }, hpa, REF);
}

/**
 * Finds and reads the scale target.
 *
 * @rule MF7
 */
export function readTarget(
  hpa: YamlDocument,
  spec: DefaultedSpec,
  namespace: string,
  documents: readonly YamlDocument[],
  problems: ProblemList,
): Target {
  const workloads = documents.filter(isWorkload);
  const document = workloads.find((candidate) => isTargetOf(spec, namespace, candidate));
  if (document !== undefined) return { workload: readWorkload(document, namespace, problems), document };
  const [other] = workloads;
  // While the HPA itself is refused, what stands in for its workload is no news.
  if (problems.hasErrors) return { workload: standInWorkload(spec, namespace) };
  if (other === undefined) addStandIn(hpa, spec, problems);
  else addMismatch(hpa, other, spec, problems);
  return { workload: standInWorkload(spec, namespace) };
}

function isCounted(container: WorkloadContainer, isInit: boolean): boolean {
  return !isInit || container.restartPolicy === 'Always';
}

/** Names of the resources of which the metric needs the request, with the container it looks at, if one. */
function neededRequests(spec: DefaultedSpec): { readonly name: string; readonly container?: string }[] {
  return spec.metrics.flatMap(({ resource, containerResource }) => {
    if (resource?.target.averageUtilization !== undefined) return [{ name: resource.name }];
    if (containerResource?.target.averageUtilization === undefined) return [];
    return [{ name: containerResource.name, container: containerResource.container }];
  });
}

function addNoRequest(
  document: YamlDocument,
  field: string,
  index: number,
  name: string,
  resource: string,
  problems: ProblemList,
): void {
  const message = `Container ${name} has no ${resource} request, so there is nothing to take a percentage of: the controller will report FailedGetResourceMetric.`;
  const hint = `Set \`resources.requests.${resource}\` to what the container usually needs, for example ${resource === 'memory' ? '256Mi' : '250m'}.`;
  const path = ['spec', 'template', 'spec', field, index, 'name'];
  problems.addField({ severity: 'warning', rule: 'no-request', message, hint }, document, path);
}

/**
 * Warns at every container without a request that a Utilization target needs. It runs all the same: the
 * controller's answer to it is worth seeing.
 *
 * @param podLevelRequests whether the release takes pod-level requests for Resource metrics
 * @rule MF8
 */
export function addMissingRequests(
  { workload, document }: Target,
  spec: DefaultedSpec,
  podLevelRequests: boolean,
  problems: ProblemList,
): void {
  if (document === undefined) return;
  const told = new Set<string>();
  for (const needed of neededRequests(spec)) {
    if (
      podLevelRequests &&
      needed.container === undefined &&
      workload.podRequests?.[needed.name] !== undefined
    )
      continue;
    for (const field of ['containers', 'initContainers'] as const) {
      for (const [index, container] of workload[field].entries()) {
        const isLooked = needed.container === undefined || needed.container === container.name;
        const key = `${field} ${index} ${needed.name}`;
        if (!isLooked || !isCounted(container, field === 'initContainers') || told.has(key)) continue;
        if (Object.hasOwn(container.requests, needed.name)) continue;
        told.add(key);
        addNoRequest(document, field, index, container.name, needed.name, problems);
      }
    }
  }
}
