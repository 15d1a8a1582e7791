import { type FieldError, fieldErrorText } from '../apimachinery/field.ts';
import type { Release } from '../releases/index.ts';
import type { PathSegment, YamlDocument } from './documents.ts';
import type { ProblemList } from './problems.ts';

const RULES: Readonly<Record<FieldError['type'], string>> = {
  FieldValueRequired: 'field-required',
  FieldValueInvalid: 'field-invalid',
  FieldValueNotSupported: 'field-not-supported',
  FieldValueForbidden: 'field-forbidden',
  FieldValueTooLong: 'field-too-long',
};

function plainPath({ path }: FieldError): PathSegment[] {
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
    problems.addField(finding, document, plainPath(error));
  }
}
