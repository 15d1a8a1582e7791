/**
 * Writes an HPA of an older version as autoscaling/v2, field by field, so that comments and everything that the versions
 * share stay as they are.
 */
import type { ApiVersion } from '../../autoscaling/decode.ts';
import type { MetricSpec } from '../../autoscaling/types.ts';
import { isMapping, type PathSegment } from '../documents.ts';
import type { YamlMapping } from '../goYaml.ts';
import { V1, V2, V2BETA1 } from '../version.ts';
import type { DocumentEditor, OffsetEdit, OffsetFix } from './edit.ts';

type Edits = readonly OffsetEdit[];
type Path = readonly PathSegment[];

/** Joins edits, or gives up when one of them could not be made. */
function all(parts: readonly (Edits | undefined)[]): Edits | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function withoutUndefined(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The target that v2 writes for the flat fields of an older version. */
function targetOf(source: YamlMapping): object {
  const { targetAverageUtilization, targetAverageValue, targetValue, averageValue } = source;
  const average = targetAverageValue ?? averageValue ?? undefined;
  if (targetAverageUtilization !== undefined && targetAverageUtilization !== null) {
    return withoutUndefined({
      type: 'Utilization',
      averageUtilization: targetAverageUtilization,
      averageValue: average,
    });
  }
  const type = average === undefined ? 'Value' : 'AverageValue';
  return withoutUndefined({ type, value: targetValue ?? undefined, averageValue: average });
}

const TARGET_FIELDS = ['targetAverageUtilization', 'targetAverageValue', 'targetValue', 'averageValue'];

/** The first target field becomes the `target`, the others go. */
function targetEdits(editor: DocumentEditor, path: Path, source: YamlMapping): Edits | undefined {
  const [first, ...others] = TARGET_FIELDS.filter((field) => source[field] !== undefined);
  if (first === undefined) return [];
  return all([
    editor.replaceField([...path, first], { target: targetOf(source) }),
    ...others.map((field) => editor.removeField([...path, field])),
  ]);
}

/** `metricName` and its selector become the `metric`. */
function metricEdits(editor: DocumentEditor, path: Path, source: YamlMapping): Edits | undefined {
  const selectorField = source.metricSelector === undefined ? 'selector' : 'metricSelector';
  const selector = source[selectorField];
  if (source.metricName === undefined) return [];
  const metric = withoutUndefined({ name: source.metricName, selector: selector ?? undefined });
  return all([
    editor.replaceField([...path, 'metricName'], { metric }),
    selector === undefined ? [] : editor.removeField([...path, selectorField]),
  ]);
}

const SOURCES = ['resource', 'containerResource', 'pods', 'object', 'external'];

/**
 * Edits that write the flat fields of one metric source as v2 has them.
 *
 * @returns no edits when there is nothing flat about it; undefined when they cannot be made
 * @rule MF21
 */
export function flatSourceEdits(editor: DocumentEditor, path: Path, source: YamlMapping): Edits | undefined {
  const isObject = path.at(-1) === 'object';
  // v2beta1 calls the object that is measured `target`, which v2 needs for the number to reach.
  const isOldTarget = isObject && isMapping(source.target) && source.target.kind !== undefined;
  return all([
    isOldTarget ? editor.renameKey([...path, 'target'], 'describedObject') : [],
    metricEdits(editor, path, source),
    source.target === undefined || isOldTarget ? targetEdits(editor, path, source) : [],
  ]);
}

function flatMetricsEdits(editor: DocumentEditor): Edits | undefined {
  const { spec } = editor.document.value;
  const metrics = isMapping(spec) && Array.isArray(spec.metrics) ? spec.metrics : [];
  return all(
    metrics.flatMap((metric, index) =>
      SOURCES.map((name) => {
        const source = isMapping(metric) ? metric[name] : undefined;
        return isMapping(source) ? flatSourceEdits(editor, ['spec', 'metrics', index, name], source) : [];
      }),
    ),
  );
}

/** What of a v1 object has no field of its own in v1, as converted. */
export interface ConvertedParts {
  readonly metrics?: readonly MetricSpec[];
  readonly behavior?: unknown;
}

const CPU_FIELD: Path = ['spec', 'targetCPUUtilizationPercentage'];

/** The CPU target, and what annotations hold, as fields. @rule MF21 */
export function v1Edits(
  editor: DocumentEditor,
  { metrics, behavior }: ConvertedParts,
  annotations: readonly string[],
): Edits | undefined {
  const fields = withoutUndefined({
    metrics: metrics === undefined || metrics.length === 0 ? undefined : metrics,
    behavior,
  });
  const added =
    editor.at(CPU_FIELD) === undefined
      ? Object.keys(fields).length === 0 || annotations.length === 0
        ? []
        : editor.addFields(['spec'], fields)
      : editor.replaceField(CPU_FIELD, fields);
  const written = editor.at(['metadata', 'annotations'])?.keys ?? [];
  const isAll = written.length > 0 && written.every((key) => annotations.includes(key));
  const removed = isAll
    ? [editor.removeField(['metadata', 'annotations'])]
    : annotations.map((key) => editor.removeField(['metadata', 'annotations', key]));
  return all([added, ...removed]);
}

/** The older versions write another status, which `kubectl get -o yaml` prints along. */
function statusEdits(editor: DocumentEditor, version: ApiVersion): Edits | undefined {
  if (version !== V1 && version !== V2BETA1) return [];
  return editor.at(['status']) === undefined ? [] : editor.removeField(['status']);
}

/**
 * Writes the document as autoscaling/v2.
 *
 * @param annotations names of the annotations in which v1 keeps what it has no field for, as far as they are written
 * @rule MF21
 */
export function convertFix(
  editor: DocumentEditor,
  version: ApiVersion,
  converted: ConvertedParts,
  annotations: readonly string[],
): OffsetFix | undefined {
  const body =
    version === V1
      ? v1Edits(editor, converted, annotations)
      : version === V2BETA1
        ? flatMetricsEdits(editor)
        : [];
  const edits = all([editor.replaceValue(['apiVersion'], V2), body, statusEdits(editor, version)]);
  return edits && { title: 'Write it as autoscaling/v2', edits };
}
