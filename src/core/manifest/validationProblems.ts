import { type FieldError, fieldErrorText } from '../apimachinery/field.ts';
import type { Release } from '../releases/index.ts';
import type { PathSegment, YamlDocument } from './documents.ts';
import { isV1 } from './hpaDocument.ts';
import type { ProblemList } from './problems.ts';

const RULES: Readonly<Record<FieldError['type'], string>> = {
  FieldValueRequired: 'field-required',
  FieldValueInvalid: 'field-invalid',
  FieldValueNotSupported: 'field-not-supported',
  FieldValueForbidden: 'field-forbidden',
  FieldValueTooLong: 'field-too-long',
};

const V1_TARGET: readonly PathSegment[] = ['spec', 'targetCPUUtilizationPercentage'];

/** Where the field of an error is written. The metric of a v1 object is written as its CPU target. */
function writtenPath({ path }: FieldError, document: YamlDocument): readonly PathSegment[] {
  if (isV1(document) && path[1] === 'metrics') return V1_TARGET;
  return path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
}

/**
 * Puts the API server's validation errors at their lines, in its own words.
 *
 * @rule MF10
 */
export function addValidationProblems(
  errors: readonly FieldError[],
  document: YamlDocument,
  release: Release,
  problems: ProblemList,
): void {
  for (const error of errors) {
    const finding = {
      severity: 'error',
      rule: RULES[error.type],
      message: fieldErrorText(error, release),
    } as const;
    problems.addField(finding, document, writtenPath(error, document), 'value', error.field);
  }
}
