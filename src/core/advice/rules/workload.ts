/** Rules about the workload that is scaled. */
import { type LabelSelector, labelSelectorAsSelector } from '../../apimachinery/labelSelector.ts';
import { parseSelector } from '../../apimachinery/labels.ts';
import { isMapping, type YamlDocument } from '../../manifest/documents.ts';
import type { QuickFix } from '../../manifest/types.ts';
import { LINKS } from '../links.ts';
import { resourceMetrics } from '../resourceMetrics.ts';
import { fieldAt, namespaceOf, type Review, textAt } from '../review.ts';
import { type AdviceRule, type Finding, inHpa, type Place, rangeOf } from '../rule.ts';

/** An object as a cluster returns it: its count is what the cluster has, not what somebody wants. */
function isLive(document: YamlDocument): boolean {
  return ['uid', 'resourceVersion'].some((field) => fieldAt(document, ['metadata', field]) !== undefined);
}

/** Takes the whole line away, where nothing else stands on it. */
function removeLineFix(review: Review, place: Place): readonly QuickFix[] {
  const { startLine } = rangeOf(review, place);
  const line = review.text.split(/\r\n|\n|\r/)[startLine - 1] ?? '';
  if (!/^\s*replicas:\s*\d+\s*(#.*)?$/.test(line)) return [];
  const range = { startLine, startColumn: 1, endLine: startLine + 1, endColumn: 1 };
  return [{ title: 'Leave replicas to the HPA', edits: [{ range, newText: '' }] }];
}

/** @rule AD70 */
const replicasInWorkload: AdviceRule = {
  rule: 'replicas-in-workload',
  reason:
    'Every apply of this manifest sets the count back to what it says, whatever the load is, and the HPA has to climb again. Leave replicas out. An object that is applied already falls to 1 once when the field goes: take it out of the last-applied annotation first, or use server-side apply.',
  link: LINKS.migrating,
  find(review) {
    const { workloadDocument: document, workload, spec } = review;
    const { replicas } = workload;
    if (document === undefined || replicas === undefined || isLive(document)) return [];
    const { minReplicas, maxReplicas } = spec;
    const outside =
      replicas > maxReplicas
        ? `, above maxReplicas ${maxReplicas}`
        : replicas < minReplicas
          ? `, below minReplicas ${minReplicas}`
          : '';
    const message = `${workload.kind} ${workload.name} says replicas: ${replicas}${outside}, but the HPA decides the count: each apply resets it.`;
    const at = { document, path: ['spec', 'replicas'] };
    return [{ at, message, fixes: removeLineFix(review, at) }];
  },
};

const WITHOUT_SCALE = new Set(['DaemonSet', 'Job', 'CronJob', 'Pod', 'Service']);

/** @rule AD71 */
const targetCannotScale: AdviceRule = {
  rule: 'target-cannot-scale',
  reason:
    'The HPA reads and writes the scale subresource of its target. Kinds without one, a DaemonSet among them, cannot be scaled: AbleToScale becomes False with FailedGetScale.',
  link: LINKS.algorithm,
  find(review) {
    const { kind, name } = review.spec.scaleTargetRef;
    if (!WITHOUT_SCALE.has(kind)) return [];
    const message = `${kind} ${name} has no scale subresource, so this HPA cannot scale it.`;
    return [{ at: inHpa(review, ['spec', 'scaleTargetRef', 'kind']), message }];
  },
};

/** @rule AD72 */
const targetIsReplicaSet: AdviceRule = {
  rule: 'target-is-replicaset',
  reason:
    'The ReplicaSet of a Deployment is replaced at the next rollout, and the Deployment sets its count back meanwhile. Scale the Deployment.',
  link: LINKS.algorithm,
  find(review) {
    const { kind, name } = review.spec.scaleTargetRef;
    if (kind !== 'ReplicaSet' || review.workloadDocument !== undefined) return [];
    const message = `The HPA scales ReplicaSet ${name}. If a Deployment owns it, both set the count.`;
    return [{ at: inHpa(review, ['spec', 'scaleTargetRef', 'kind']), message }];
  },
};

const CONTAINERS = ['spec', 'template', 'spec', 'containers'];

/** @rule AD73 */
const noReadinessProbe: AdviceRule = {
  rule: 'no-readiness-probe',
  reason:
    'Without a readiness probe a pod counts as ready as soon as its process runs. It gets traffic before it can answer, and the CPU of its start counts as load. With one, the HPA sets unready pods aside.',
  link: LINKS.probes,
  find(review) {
    const { workloadDocument: document, workload } = review;
    if (document === undefined || !resourceMetrics(review).some(({ resource }) => resource === 'cpu'))
      return [];
    const containers = fieldAt(document, CONTAINERS);
    if (!Array.isArray(containers)) return [];
    const written = containers.filter(isMapping);
    const serves = written.findIndex(({ ports }) => Array.isArray(ports) && ports.length > 0);
    if (serves < 0 || written.some(({ readinessProbe }) => isMapping(readinessProbe))) return [];
    const message = `Container ${workload.containers[serves]?.name} serves a port and has no readiness probe: its pods count as ready while they start.`;
    return [{ at: { document, path: [...CONTAINERS, serves, 'name'] }, message }];
  },
};

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'DaemonSet']);

function templateLabels(document: YamlDocument): Readonly<Record<string, string>> {
  const labels = fieldAt(document, ['spec', 'template', 'metadata', 'labels']);
  if (!isMapping(labels)) return {};
  return Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, String(value)]));
}

/** @rule AD74 */
const selectorMatchesOthers: AdviceRule = {
  rule: 'selector-matches-others',
  reason:
    'The HPA finds its pods by the selector of its target alone. Pods of another workload that match are measured with them, although it cannot scale those. Give the selector a label of its own.',
  link: LINKS.labels,
  find(review) {
    const { workloadDocument: document, workload, metadata } = review;
    const selector = document === undefined ? undefined : parseSelector(workload.selector, review.release);
    if (document === undefined || selector?.ok !== true || selector.value.empty) return [];
    return review.documents.flatMap((other): Finding[] => {
      const isOther = other !== document && WORKLOADS.has(String(other.value.kind));
      if (!isOther || namespaceOf(other) !== metadata.namespace) return [];
      if (!selector.value.matches(templateLabels(other))) return [];
      const message = `The selector of ${workload.kind} ${workload.name} also matches the pods of ${other.value.kind} ${textAt(other, ['metadata', 'name'])}: the HPA measures both.`;
      return [{ at: { document, path: ['spec', 'selector'], aim: 'key' }, message }];
    });
  },
};

/** A selector of another object on the pods of the workload, as the API reads it. */
function selectsPods(selector: unknown, { workload, release }: Review): boolean {
  if (!isMapping(selector)) return false;
  const read = labelSelectorAsSelector(selector as LabelSelector, release);
  return read.ok && read.value.matches(workload.labels);
}

/** Pods that a budget wants kept of `count`; percentages round up, as the disruption controller does. */
function scaledValue(text: unknown, count: number): number | undefined {
  if (typeof text === 'number') return text;
  const percent = typeof text === 'string' ? /^(\d+)%$/.exec(text)?.[1] : undefined;
  return percent === undefined ? undefined : Math.ceil((Number(percent) * count) / 100);
}

/** @rule AD75 */
const budgetBlocksEviction: AdviceRule = {
  rule: 'budget-blocks-eviction',
  reason:
    'While the count is at minReplicas the budget allows no eviction, so a node cannot be drained and cluster upgrades wait. Keep minReplicas above minAvailable, or allow one pod with maxUnavailable.',
  link: LINKS.disruption,
  find(review) {
    const { documents, metadata, spec } = review;
    const count = spec.minReplicas;
    return documents.flatMap((document): Finding[] => {
      const isBudget =
        document.value.kind === 'PodDisruptionBudget' && namespaceOf(document) === metadata.namespace;
      if (!isBudget || count === 0 || !selectsPods(fieldAt(document, ['spec', 'selector']), review))
        return [];
      const kept = scaledValue(fieldAt(document, ['spec', 'minAvailable']), count);
      const spared = scaledValue(fieldAt(document, ['spec', 'maxUnavailable']), count);
      const name = textAt(document, ['metadata', 'name']);
      if (kept !== undefined && kept >= count) {
        const message = `PodDisruptionBudget ${name} keeps ${kept} pods available, and minReplicas is ${count}: at that size no pod may be evicted.`;
        return [{ at: { document, path: ['spec', 'minAvailable'] }, message }];
      }
      if (spared !== 0) return [];
      const message = `PodDisruptionBudget ${name} spares no pod: none may be evicted, at any size.`;
      return [{ at: { document, path: ['spec', 'maxUnavailable'] }, message }];
    });
  },
};

export const WORKLOAD_RULES: readonly AdviceRule[] = [
  replicasInWorkload,
  targetCannotScale,
  targetIsReplicaSet,
  noReadinessProbe,
  selectorMatchesOthers,
  budgetBlocksEviction,
];
