/**
 * `kubectl get hpa,deploy -o yaml` (or `-o json`): the HPAs and what they scale, cleaned, with the counts of replicas
 * at that moment. Pure.
 */
import { splitDocuments } from '../core/manifest/documents.ts';
import { yamlLines } from '../core/manifest/yamlText.ts';
import { cleanObject, cleanWorkload, type Fields, isFields } from './clusterClean.ts';
import type { ClusterText } from './clusterTypes.ts';
import { clusterVersion } from './clusterVersion.ts';

const HPA = 'HorizontalPodAutoscaler';
const WORKLOADS: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
]);

/** Undefined for texts in which no HPA of a cluster is. */
export function readClusterObjects(text: string): ClusterText | undefined {
  const objects = splitDocuments(text).documents.map(({ value }) => value as Fields);
  const hpas = objects.filter(({ kind }) => kind === HPA);
  if (!hpas.some(isStored)) return undefined;
  const workloads = objects.filter(({ kind }) => WORKLOADS.has(textOf(kind)));
  const scaled = workloads.filter((workload) => hpas.some((hpa) => isScaledBy(workload, hpa)));
  // Those that none of the HPAs scales are of no use here; where none is scaled, the reader says which is missing.
  const kept = [...scaled, ...hpas];
  const { minor, note } = clusterVersion(text);
  const currentReplicas = hpas.length === 1 ? replicasOf(hpas[0], scaled[0]) : undefined;
  return {
    from: 'get',
    manifest: manifestOf(kept),
    ...(currentReplicas === undefined ? {} : { currentReplicas }),
    ...(minor === undefined ? {} : { minor }),
    notes: [
      ...leftOut(objects, kept),
      ...hpas.flatMap(ownerNote),
      ...hpas.filter((hpa) => !scaled.some((workload) => isScaledBy(workload, hpa))).map(missingNote),
      ...(hpas.length > 1
        ? ['There are several HPAs: choose one, and set how many pods there are at the start.']
        : []),
      ...(note === undefined ? [] : [note]),
    ],
  };
}

/** What the API server has stored has a status or an identity; what somebody wrote has neither. */
function isStored({ metadata, status }: Fields): boolean {
  if (isFields(status)) return true;
  return isFields(metadata) && (metadata.uid !== undefined || metadata.managedFields !== undefined);
}

function isScaledBy(workload: Fields, { spec, metadata }: Fields): boolean {
  const target = isFields(spec) ? spec.scaleTargetRef : undefined;
  return (
    isFields(target) &&
    target.kind === workload.kind &&
    target.name === nameOf(workload) &&
    namespaceOf(workload) === namespaceOf({ metadata: metadata ?? null })
  );
}

/** What the HPA saw last; without that what its workload says. */
function replicasOf(hpa: Fields | undefined, workload: Fields | undefined): number | undefined {
  return (
    countAt(hpa?.status, 'currentReplicas') ??
    countAt(workload?.spec, 'replicas') ??
    countAt(workload?.status, 'replicas')
  );
}

function countAt(part: unknown, field: string): number | undefined {
  const count = isFields(part) ? part[field] : undefined;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

function manifestOf(objects: readonly Fields[]): string {
  const documents = objects.map((object) =>
    yamlLines(object.kind === HPA ? cleanObject(object) : cleanWorkload(object)).join('\n'),
  );
  return `# From a cluster, by kubectl get; without status and what the server adds.\n${documents.join('\n---\n')}\n`;
}

/** `Left out: 2 Services, 1 ConfigMap.` */
function leftOut(objects: readonly Fields[], kept: readonly Fields[]): string[] {
  const counts = new Map<string, number>();
  for (const object of objects) {
    const kind = textOf(object.kind).slice(0, 60);
    if (!kept.includes(object) && kind !== '') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const kinds = [...counts].slice(0, 6).map(([kind, count]) => `${count} ${kind}`);
  return [
    `Left out, because no HPA here scales it: ${kinds.join(', ')}${counts.size > 6 ? ' and others' : ''}.`,
  ];
}

/** An HPA that something else writes is changed there. */
function ownerNote({ metadata }: Fields): string[] {
  const owners =
    isFields(metadata) && Array.isArray(metadata.ownerReferences) ? metadata.ownerReferences : [];
  return owners
    .filter(isFields)
    .slice(0, 1)
    .map(
      ({ kind, name }) =>
        `${textOf(kind).slice(0, 60)} ${textOf(name).slice(0, 250)} owns this HPA in the cluster: changes have to be made there.`,
    );
}

function missingNote(hpa: Fields): string {
  const target = isFields(hpa.spec) ? hpa.spec.scaleTargetRef : undefined;
  const [kind, name] = isFields(target) ? [textOf(target.kind), textOf(target.name)] : ['workload', ''];
  return `${kind.slice(0, 60)} ${name.slice(0, 250)} is not in the text: its requests are unknown. kubectl get hpa,${kind.toLowerCase().slice(0, 60) || 'deploy'} -o yaml prints both.`;
}

function nameOf({ metadata }: Fields): string {
  return isFields(metadata) ? textOf(metadata.name) : '';
}

function namespaceOf({ metadata }: Fields): string {
  return (isFields(metadata) ? textOf(metadata.namespace) : '') || 'default';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
