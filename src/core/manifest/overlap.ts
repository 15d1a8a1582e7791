/** HPAs of one text that fight over the same pods. */
import { parseSelector } from '../apimachinery/labels.ts';
import type { ProblemList } from './problems.ts';
import type { ReadHpa } from './readHpa.ts';
import type { RivalHpa, WorkloadManifest } from './types.ts';

function selects({ selector }: WorkloadManifest, { labels }: WorkloadManifest): boolean {
  const parsed = parseSelector(selector);
  return parsed.ok && parsed.value.matches(labels);
}

function isSameTarget(a: WorkloadManifest, b: WorkloadManifest): boolean {
  return a.kind === b.kind && a.name === b.name;
}

/** Why the controller would find the pods of one HPA under another's selector too. */
function conflict(a: WorkloadManifest, b: WorkloadManifest): string | undefined {
  if (a.namespace !== b.namespace) return undefined;
  if (isSameTarget(a, b)) return `scale ${a.kind} ${a.name}`;
  if (!a.written || !b.written || !(selects(a, b) || selects(b, a))) return undefined;
  return `see the same pods, because the selectors of ${a.kind} ${a.name} and ${b.kind} ${b.name} meet`;
}

function isSameObject(a: ReadHpa, b: ReadHpa): boolean {
  return a.choice.name === b.choice.name && a.choice.namespace === b.choice.namespace;
}

/** Two documents with one name are one object: the later one replaces what the earlier one said. */
function addReplaced(hpas: readonly ReadHpa[], problems: ProblemList): void {
  for (const [index, own] of hpas.entries()) {
    const isReplaced =
      own.choice.name !== '' && hpas.slice(index + 1).some((later) => isSameObject(own, later));
    if (!isReplaced) continue;
    const { namespace, name } = own.choice;
    const message = `${namespace}/${name} stands in this text more than once; kubectl applies the documents in turn, and the last one stays.`;
    const hint = 'Remove the others, or give them names of their own.';
    const finding = { severity: 'warning', rule: 'same-name-twice', message, hint } as const;
    problems.addField(finding, own.document, ['metadata', 'name']);
  }
}

function addConflict(own: ReadHpa, other: ReadHpa, why: string, problems: ProblemList): void {
  const message = `The HPAs ${own.choice.key} and ${other.choice.key} both ${why}: the controller reports AmbiguousSelector for both, and neither scales.`;
  const hint = 'Keep one HPA for each workload, and give workloads selectors that do not meet.';
  const finding = { severity: 'warning', rule: 'ambiguous-selector', message, hint } as const;
  problems.addField(finding, own.document, ['spec', 'scaleTargetRef', 'name']);
}

/**
 * The HPAs that make an HPA ambiguous, by the names that they have in the cluster.
 *
 * @rule MF29
 */
export function rivalsOf(own: ReadHpa, hpas: readonly ReadHpa[]): readonly RivalHpa[] {
  return hpas.flatMap((other) => {
    const isRival =
      other !== own && !isSameObject(own, other) && conflict(own.workload, other.workload) !== undefined;
    if (!isRival || other.manifest === undefined) return [];
    return [{ name: other.manifest.hpa.metadata.name, selector: other.workload.selector }];
  });
}

/**
 * Warns at every HPA that shares its pods with another one.
 *
 * @rule MF22
 */
export function addOverlaps(hpas: readonly ReadHpa[], problems: ProblemList): void {
  addReplaced(hpas, problems);
  for (const own of hpas) {
    for (const other of hpas) {
      if (own === other || isSameObject(own, other)) continue;
      const why = conflict(own.workload, other.workload);
      if (why === undefined) continue;
      addConflict(own, other, why, problems);
      break;
    }
  }
}
