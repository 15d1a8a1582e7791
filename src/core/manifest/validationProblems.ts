import { type FieldError, fieldErrorText } from '../apimachinery/field.ts';
import type { Release } from '../releases/index.ts';
import { isMapping, type PathSegment, valueAt, type YamlDocument } from './documents.ts';
import { DocumentEditor } from './fixes/edit.ts';
import { validationFixes } from './fixes/validationFixes.ts';
import { MAX_PROBLEMS } from './limits.ts';
import type { ProblemList } from './problems.ts';
import { isWorkload } from './target.ts';
import { meantVersion, V1, V2BETA1 } from './version.ts';

/** Names of the problems that validation errors are. */
export const FIELD_RULES: Readonly<Record<FieldError['type'], string>> = {
  FieldValueRequired: 'field-required',
  FieldValueInvalid: 'field-invalid',
  FieldValueNotSupported: 'field-not-supported',
  FieldValueForbidden: 'field-forbidden',
  FieldValueTooLong: 'field-too-long',
};

const V1_TARGET: readonly PathSegment[] = ['spec', 'targetCPUUtilizationPercentage'];

const SPEC_METRIC: readonly PathSegment[] = ['spec', 'metrics'];

/** v2beta1 names the parts of a metric otherwise: what is wrong with a target stands at one of these. */
const FLAT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  averageUtilization: ['targetAverageUtilization'],
  averageValue: ['targetAverageValue', 'averageValue'],
  value: ['targetValue'],
  metric: ['metricName'],
  describedObject: ['target'],
};

/** Where the field of an error is written. The metric of a v1 object is written as its CPU target. */
function writtenPath({ path }: FieldError, document: YamlDocument): readonly PathSegment[] {
  const plain = path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
  const isMetric = SPEC_METRIC.every((segment, index) => plain[index] === segment);
  if (!isMetric) return plain;
  const version = meantVersion(document);
  if (version === V1) return V1_TARGET;
  return version === V2BETA1 ? flatPath(plain, document) : plain;
}

function flatPath(path: readonly PathSegment[], { value }: YamlDocument): readonly PathSegment[] {
  const source = valueAt(value, path.slice(0, 4));
  const wanted = path.slice(4).flatMap((segment) => FLAT_FIELDS[segment] ?? []);
  const field = wanted.find((name) => isMapping(source) && Object.hasOwn(source, name));
  return field === undefined ? path.slice(0, 4) : [...path.slice(0, 4), field];
}

const PATCH_HINT =
  'Is this a patch of Kustomize? Paste the whole HPA, as `kubectl kustomize` or `kubectl get hpa NAME -o yaml` prints it.';

/** An HPA that names no target at all is often a patch of one that does. */
function isPatch({ path }: FieldError, { value }: YamlDocument): boolean {
  return path[1] === 'scaleTargetRef' && valueAt(value, ['spec', 'scaleTargetRef']) === undefined;
}

/**
 * Puts the API server's validation errors at their lines, in its own words.
 *
 * @param documents every document of the text, among which a missing target may be
 * @rule MF10
 */
export function addValidationProblems(
  errors: readonly FieldError[],
  document: YamlDocument,
  release: Release,
  problems: ProblemList,
  documents: readonly YamlDocument[] = [],
): void {
  const editor = new DocumentEditor(problems.text, document);
  const workloads = documents.filter(isWorkload);
  for (const error of errors.slice(0, MAX_PROBLEMS)) {
    const path = writtenPath(error, document);
    const finding = {
      severity: 'error',
      rule: FIELD_RULES[error.type],
      message: fieldErrorText(error, release),
      ...(isPatch(error, document) ? { hint: PATCH_HINT } : {}),
      fixes: validationFixes(editor, error, path, workloads),
    } as const;
    problems.addField(finding, document, path, 'value', error.field);
  }
}
