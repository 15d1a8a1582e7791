import { labelSelectorAsSelector } from '../apimachinery/labelSelector.ts';
import { labelsString } from '../apimachinery/labels.ts';
import type { LabelSelector, LabelSelectorRequirement } from '../autoscaling/types.ts';
import { isMapping, type PathSegment } from './documents.ts';
import type { FieldReader } from './workload.ts';

type Labels = Readonly<Record<string, string>>;

function readRequirement(reader: FieldReader, path: readonly PathSegment[]): LabelSelectorRequirement {
  reader.mapping(path);
  const values = reader
    .list([...path, 'values'])
    .map((_, index) => reader.text([...path, 'values', index]) ?? '');
  return {
    key: reader.text([...path, 'key']) ?? '',
    operator: reader.text([...path, 'operator']) ?? '',
    values,
  };
}

function readSelector(reader: FieldReader, path: readonly PathSegment[]): LabelSelector {
  reader.mapping(path);
  const expressions = [...path, 'matchExpressions'];
  return {
    matchLabels: reader.labels([...path, 'matchLabels']),
    matchExpressions: reader
      .list(expressions)
      .map((_, index) => readRequirement(reader, [...expressions, index])),
  };
}

/**
 * The workload's selector as the scale subresource shows it. Says so when there is none, when it is not a selector,
 * or when it does not select the template's own pods: the API server refuses all three.
 *
 * @rule MF3
 */
export function selectorText(reader: FieldReader, labels: Labels): string {
  const path = ['spec', 'selector'];
  if (reader.at(['kind']) === 'ReplicationController') {
    const matchLabels = reader.at(path) === undefined ? labels : reader.labels(path);
    return checkedText(reader, { matchLabels }, labels);
  }
  const written = reader.at(path);
  if (written === undefined || (isMapping(written) && Object.keys(written).length === 0)) {
    reader.error(
      path,
      'spec.selector: Required value',
      'Select the labels of the pod template with `matchLabels`.',
    );
    return '';
  }
  return checkedText(reader, readSelector(reader, path), labels);
}

function checkedText(reader: FieldReader, selector: LabelSelector, labels: Labels): string {
  const path = ['spec', 'selector'];
  const parsed = labelSelectorAsSelector(selector);
  if (!parsed.ok) {
    reader.error(path, parsed.error.error);
    return '';
  }
  if (!parsed.value.matches(labels)) {
    const shown = Object.keys(labels).length === 0 ? 'no labels' : labelsString(labels);
    reader.error(
      path,
      `The selector ${parsed.value.toString()} does not match the labels of the pod template (${shown}).`,
      'Give `spec.selector.matchLabels` and `spec.template.metadata.labels` the same labels.',
    );
  }
  return parsed.value.toString();
}
