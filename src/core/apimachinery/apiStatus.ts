/**
 * What the API server answers when it refuses a request.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/errors/errors.go
 */
import { quote } from '../go/strconv.ts';
import { type FieldError, type FieldErrorStyle, fieldErrorBody, fieldErrorText } from './field.ts';

/** One of the reasons why an object is invalid. */
export interface StatusCause {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
}

export interface ApiStatus {
  /** of HTTP */
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  readonly causes?: readonly StatusCause[];
}

/** Errors of one object in one line; a text that repeats is told once. @upstream staging/src/k8s.io/apimachinery/pkg/util/errors/errors.go Error */
function aggregateText(texts: readonly string[]): string {
  const distinct = [...new Set(texts)];
  return distinct.length === 1 ? (distinct[0] ?? '') : `[${distinct.join(', ')}]`;
}

/**
 * The answer for an object that validation refuses.
 *
 * @param kind qualified: `HorizontalPodAutoscaler.autoscaling`
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/errors/errors.go NewInvalid
 */
export function invalidStatus(
  kind: string,
  name: string,
  errors: readonly FieldError[],
  style: FieldErrorStyle,
): ApiStatus {
  const text = aggregateText(errors.map((error) => fieldErrorText(error, style)));
  return {
    code: 422,
    reason: 'Invalid',
    message: `${kind} ${quote(name)} is invalid: ${text}`,
    causes: errors.map((error) => ({
      reason: error.type,
      message: fieldErrorBody(error, style),
      field: error.field,
    })),
  };
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/errors/errors.go NewBadRequest */
export function badRequest(message: string): ApiStatus {
  return { code: 400, reason: 'BadRequest', message };
}
