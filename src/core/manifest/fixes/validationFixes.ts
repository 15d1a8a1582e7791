/** Fixes for what validation refuses, where there is one thing to do, or a plain choice. */
import type { FieldError } from '../../apimachinery/field.ts';
import { dns1123SubdomainErrors } from '../../apimachinery/names.ts';
import { isMapping, type PathSegment, valueAt, type YamlDocument } from '../documents.ts';
import { servedVersion, textOf } from '../kinds.ts';
import { closest } from '../nearest.ts';
import { scalarText } from '../yamlText.ts';
import type { DocumentEditor, OffsetFix } from './edit.ts';
import { retargetFix } from './retarget.ts';

type Path = readonly PathSegment[];

interface Faulty {
  readonly editor: DocumentEditor;
  readonly error: FieldError;
  readonly path: Path;
  /** name of the field */
  readonly field: string;
  readonly value: unknown;
  /** the object that the field is one of */
  readonly parent: unknown;
  readonly workloads: readonly YamlDocument[];
}

type Fixes = readonly (OffsetFix | undefined)[];

function setFix(
  { editor }: Faulty,
  path: Path,
  value: string | number,
  title?: string,
): OffsetFix | undefined {
  const edits = editor.replaceValue(path, scalarText(value));
  return edits && { title: title ?? `Write ${String(path.at(-1))}: ${value}`, edits };
}

const TARGET_TYPES = ['Utilization', 'Value', 'AverageValue'];

/** `utilization` for `Utilization`: words that differ by case or a slip from one that is allowed. */
function wordFixes(faulty: Faulty): Fixes {
  const { error, path, field, value } = faulty;
  const listed = [...error.detail.matchAll(/"([A-Za-z]+)"/g)].map((match) => match[1] ?? '');
  const allowed = listed.length > 0 ? listed : field === 'type' ? TARGET_TYPES : [];
  const meant = closest(textOf(value), allowed);
  return meant === undefined ? [] : [setFix(faulty, path, meant)];
}

const SOURCE_TYPES: Readonly<Record<string, string>> = {
  resource: 'Resource',
  containerResource: 'ContainerResource',
  pods: 'Pods',
  object: 'Object',
  external: 'External',
};
const VALUE_TYPES: Readonly<Record<string, string>> = {
  averageUtilization: 'Utilization',
  averageValue: 'AverageValue',
  value: 'Value',
};

/** The `type` that the other fields of the object imply. */
function missingTypeFixes({ editor, path, parent }: Faulty): Fixes {
  if (!isMapping(parent)) return [];
  const implied = Object.entries({ ...SOURCE_TYPES, ...VALUE_TYPES }).filter(
    ([key]) => parent[key] !== undefined,
  );
  const [only] = implied;
  if (only === undefined || implied.length > 1) return [];
  const [, type] = only;
  const edits =
    parent.type === undefined
      ? editor.prependFields(path.slice(0, -1), { type })
      : editor.replaceValue(path, type);
  return [edits && { title: `Add \`type: ${type}\``, edits }];
}

/** `type: Utilization` with a `value` of 80: the number stands in the wrong field. */
function misplacedValueFixes({ editor, path, field, parent }: Faulty): Fixes {
  if (!isMapping(parent)) return [];
  const written = Object.keys(VALUE_TYPES).filter((key) => parent[key] !== undefined);
  const [only] = written;
  const isWhole = Number.isInteger(parent[only ?? '']);
  if (only === undefined || written.length > 1 || (field === 'averageUtilization' && !isWhole)) return [];
  if (only === 'averageUtilization') return [];
  const edits = editor.renameKey([...path.slice(0, -1), only], field);
  return [edits && { title: `Write \`${field}\``, edits }];
}

/** seconds that the API allows at most */
const MOST: Readonly<Record<string, number>> = { stabilizationWindowSeconds: 3600, periodSeconds: 1800 };

function boundFixes(faulty: Faulty): Fixes {
  const { path, field, value } = faulty;
  const most = MOST[field];
  if (most === undefined || typeof value !== 'number') return [];
  if (value > most) return [setFix(faulty, path, most)];
  return field === 'stabilizationWindowSeconds' && value < 0 ? [setFix(faulty, path, 0)] : [];
}

function replicaFixes(faulty: Faulty): Fixes {
  const { parent } = faulty;
  const { minReplicas, maxReplicas } = isMapping(parent) ? parent : {};
  if (faulty.field === 'minReplicas') return [setFix(faulty, faulty.path, 1)];
  if (typeof minReplicas !== 'number' || typeof maxReplicas !== 'number' || maxReplicas >= minReplicas)
    return [];
  const minPath = ['spec', 'minReplicas'];
  return [
    setFix(faulty, ['spec', 'maxReplicas'], minReplicas),
    maxReplicas > 0 ? setFix(faulty, minPath, maxReplicas) : undefined,
  ];
}

/** Names are lower case, with dashes. */
function nameFixes(faulty: Faulty): Fixes {
  const name = textOf(faulty.value)
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  if (name === '' || dns1123SubdomainErrors(name).length > 0) return [];
  return [setFix(faulty, faulty.path, name, `Call it ${name}`)];
}

function referenceFixes(faulty: Faulty): Fixes {
  const { editor, field, workloads, parent, path } = faulty;
  const [only] = workloads;
  if (only !== undefined && workloads.length === 1) return [retargetFix(editor, only)];
  const served = isMapping(parent) ? servedVersion(textOf(parent.kind)) : undefined;
  return field === 'apiVersion' && served !== undefined ? [setFix(faulty, path, served)] : [];
}

/**
 * Fixes for one validation error; none where it takes somebody who knows what was meant.
 *
 * @param path      where the field is written
 * @param workloads the workloads in the text
 * @rule MF23
 */
export function validationFixes(
  editor: DocumentEditor,
  error: FieldError,
  path: Path,
  workloads: readonly YamlDocument[],
): Fixes {
  const { value: root } = editor.document;
  const parentPath = path.slice(0, -1);
  const faulty: Faulty = {
    editor,
    error,
    path,
    field: String(path.at(-1)),
    value: valueAt(root, path),
    parent: valueAt(root, parentPath),
    workloads,
  };
  if (path[1] === 'scaleTargetRef') return referenceFixes(faulty);
  if (path[0] === 'metadata') return path[1] === 'name' ? nameFixes(faulty) : [];
  if (/^(?:min|max)Replicas$/.test(faulty.field)) return replicaFixes(faulty);
  if (faulty.field === 'type' && textOf(faulty.value) === '') return missingTypeFixes(faulty);
  if (error.type === 'FieldValueRequired') return misplacedValueFixes(faulty);
  return [...boundFixes(faulty), ...wordFixes(faulty)];
}
