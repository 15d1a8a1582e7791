/** The workload that the HPA scales: the one in the text, or the stated defaults. */
import type { DefaultedSpec } from '../autoscaling/defaults.ts';
import type { MetricSpec } from '../autoscaling/types.ts';
import { isMapping, type YamlDocument } from './documents.ts';
import { DocumentEditor, type OffsetFix } from './fixes/edit.ts';
import { retargetFix } from './fixes/retarget.ts';
import { groupOf, meantKind, servedVersion, WORKLOAD_KINDS } from './kinds.ts';
import type { ProblemList } from './problems.ts';
import type { WorkloadContainer, WorkloadManifest } from './types.ts';
import { readWorkload } from './workload.ts';
import { STAND_IN_TEXT, standInWorkload } from './workloadDefaults.ts';

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

/** @rule MF7 */
export function isWorkload(document: YamlDocument): boolean {
  return WORKLOAD_KINDS.has(meantKind(document));
}

/** The group that the workload is in, or was moved to when its old version was removed. */
function workloadGroup(document: YamlDocument): string {
  const group = groupOf(document.value.apiVersion);
  return group === 'extensions' ? groupOf(servedVersion(meantKind(document))) : group;
}

function isTargetOf(spec: DefaultedSpec, namespace: string | undefined, document: YamlDocument): boolean {
  const { kind, name, apiVersion } = spec.scaleTargetRef;
  const own = metadataText(document, 'namespace');
  return (
    meantKind(document) === kind &&
    metadataText(document, 'name') === name &&
    workloadGroup(document) === groupOf(apiVersion) &&
    (namespace === undefined || own === undefined || own === namespace)
  );
}

function usesRequests({ resource, containerResource }: MetricSpec): boolean {
  return (resource ?? containerResource)?.target.averageUtilization !== undefined;
}

const REF = ['spec', 'scaleTargetRef', 'name'];

function described(document: YamlDocument): string {
  return `${meantKind(document)} ${metadataText(document, 'name') ?? 'without a name'}`;
}

/** Edits that move the HPA to the workload's namespace. */
function namespaceFix(editor: DocumentEditor, other: YamlDocument, scaler: string): OffsetFix | undefined {
  const namespace = metadataText(other, 'namespace');
  if (namespace === undefined) return undefined;
  const edits = editor.replaceValue(['metadata', 'namespace'], namespace);
  return edits && { title: `Put the ${scaler} into namespace ${namespace}`, edits };
}

function addMismatch(
  hpa: YamlDocument,
  workloads: readonly YamlDocument[],
  spec: DefaultedSpec,
  problems: ProblemList,
  scaler: string,
): void {
  const { kind, name } = spec.scaleTargetRef;
  const elsewhere = workloads.find((other) => isTargetOf(spec, undefined, other));
  const [first] = workloads;
  if (first === undefined) return;
  const other = elsewhere ?? first;
  const where = elsewhere === undefined ? '' : ` in namespace ${metadataText(elsewhere, 'namespace') ?? ''}`;
  const message = `The ${scaler} scales ${kind} ${name}, but the text holds ${described(other)}${where}. Stated defaults stand in for ${kind} ${name}: ${STAND_IN_TEXT}.`;
  const hint = `Write the kind, name, apiVersion and namespace of the workload that you mean in \`spec.scaleTargetRef\`.`;
  const editor = new DocumentEditor(problems.text, hpa);
  const retarget = workloads.length > 1 ? undefined : retargetFix(editor, other);
  const fixes = [elsewhere === undefined ? retarget : namespaceFix(editor, elsewhere, scaler)];
  problems.addField({ severity: 'warning', rule: 'target-mismatch', message, hint, fixes }, hpa, REF);
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
 * @param namespace     where the HPA lives
 * @param saysNamespace whether it says so itself; one that does not goes with its workload, as with `kubectl -n`
 * @param scaler        what the object with the reference is called
 * @rule MF7
 */
export function readTarget(
  hpa: YamlDocument,
  spec: DefaultedSpec,
  namespace: string,
  documents: readonly YamlDocument[],
  problems: ProblemList,
  saysNamespace = true,
  scaler = 'HPA',
): Target {
  const workloads = documents.filter(isWorkload);
  const known = saysNamespace ? namespace : undefined;
  const document = workloads.find((candidate) => isTargetOf(spec, known, candidate));
  if (document !== undefined) return { workload: readWorkload(document, namespace, problems), document };
  // While the HPA itself is refused, what stands in for its workload is no news.
  if (problems.hasErrors) return { workload: standInWorkload(spec, namespace) };
  if (workloads.length === 0) addStandIn(hpa, spec, problems);
  else addMismatch(hpa, workloads, spec, problems, scaler);
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
