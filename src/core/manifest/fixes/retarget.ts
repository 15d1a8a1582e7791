import { isMapping, valueAt, type YamlDocument } from '../documents.ts';
import { meantKind, servedVersion, textOf } from '../kinds.ts';
import type { DocumentEditor, OffsetEdit, OffsetFix } from './edit.ts';

const REFERENCE = ['spec', 'scaleTargetRef'];

function nameOf({ value: { metadata } }: YamlDocument): string {
  return isMapping(metadata) ? textOf(metadata.name) : '';
}

/**
 * Makes the HPA scale a workload of the text.
 *
 * @rule MF23
 */
export function retargetFix(editor: DocumentEditor, workload: YamlDocument): OffsetFix | undefined {
  const kind = meantKind(workload);
  const name = nameOf(workload);
  const apiVersion = servedVersion(kind);
  if (name === '' || apiVersion === undefined) return undefined;
  const title = `Scale ${kind} ${name}`;
  if (!isMapping(valueAt(editor.document.value, REFERENCE))) {
    const added = editor.addFields(['spec'], { scaleTargetRef: { apiVersion, kind, name } });
    return editor.at(REFERENCE) === undefined && added !== undefined ? { title, edits: added } : undefined;
  }
  const edits: OffsetEdit[] = [];
  const missing: Record<string, string> = {};
  for (const [field, wanted] of Object.entries({ apiVersion, kind, name })) {
    const path = [...REFERENCE, field];
    const written = valueAt(editor.document.value, path);
    if (written === undefined && editor.at(path) === undefined) missing[field] = wanted;
    else if (written !== wanted) {
      const edit = editor.replaceValue(path, wanted);
      if (edit === undefined) return undefined;
      edits.push(...edit);
    }
  }
  const added = Object.keys(missing).length === 0 ? [] : editor.addFields(REFERENCE, missing);
  if (added === undefined || edits.length + added.length === 0) return undefined;
  return { title, edits: [...edits, ...added] };
}
