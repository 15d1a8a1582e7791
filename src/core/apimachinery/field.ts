/**
 * Field paths and field errors with the API server's texts.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field
 */
import { quote, quoteJson } from '../go/strconv.ts';
import { parseQuantity } from './quantity.ts';

export type PathSegment = string | number;
/** `['spec', 'metrics', 0]` for `spec.metrics[0]`. A key of a map is `{ key }`: `metadata.labels[app]`. */
export type FieldPath = readonly (PathSegment | { readonly key: string })[];

/**
 * A path as the API server writes it.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field/path.go String
 */
export function fieldPathText(path: FieldPath): string {
  let text = '';
  for (const segment of path) {
    if (typeof segment === 'string') text += text === '' ? segment : `.${segment}`;
    else text += `[${typeof segment === 'number' ? segment : segment.key}]`;
  }
  return text === '' ? '<nil>' : text;
}

export type FieldErrorType =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueForbidden'
  | 'FieldValueTooLong';

const TYPE_TEXTS: Readonly<Record<FieldErrorType, string>> = {
  FieldValueRequired: 'Required value',
  FieldValueInvalid: 'Invalid value',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueForbidden: 'Forbidden',
  FieldValueTooLong: 'Too long',
};

/**
 * The value that an error shows. Go prints plain numbers and strings itself; everything else (pointers, named string
 * types, quantities) goes through JSON from 1.34 on and through `%#v` before: `json` holds the first form, `go` the
 * second where the two differ; null is a value that is not shown.
 */
export type BadValue = string | number | { readonly json: string; readonly go: string } | null;

export interface FieldError {
  readonly type: FieldErrorType;
  readonly path: FieldPath;
  /** `path` as text */
  readonly field: string;
  readonly badValue: BadValue;
  readonly detail: string;
  /** declarative validation reports the same fault: where it runs, its error takes this one's place */
  readonly coveredByDeclarative?: boolean;
}

function fieldError(type: FieldErrorType, path: FieldPath, badValue: BadValue, detail: string): FieldError {
  return { type, path, field: fieldPathText(path), badValue, detail };
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Required */
export function required(path: FieldPath, detail = ''): FieldError {
  return fieldError('FieldValueRequired', path, '', detail);
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Invalid */
export function invalid(path: FieldPath, value: BadValue, detail: string): FieldError {
  return fieldError('FieldValueInvalid', path, value, detail);
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Forbidden */
export function forbidden(path: FieldPath, detail: string): FieldError {
  return fieldError('FieldValueForbidden', path, '', detail);
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go NotSupported */
export function notSupported(path: FieldPath, value: BadValue, supported: readonly string[]): FieldError {
  const detail = `supported values: ${supported.map(quote).join(', ')}`;
  return fieldError('FieldValueNotSupported', path, value, detail);
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go TooLong */
export function tooLong(path: FieldPath, maxBytes: number): FieldError {
  const detail = `may not be more than ${maxBytes} ${maxBytes === 1 ? 'byte' : 'bytes'}`;
  return fieldError('FieldValueTooLong', path, '<value omitted>', detail);
}

/** Whether declarative validation covers this error too. */
export function covered(error: FieldError): FieldError {
  return { ...error, coveredByDeclarative: true };
}

/** A value of a type that Go prints by way of JSON, a named string for instance. */
export function jsonValue(value: string | number): BadValue {
  return typeof value === 'number'
    ? { json: String(value), go: String(value) }
    : { json: quoteJson(value), go: quote(value) };
}

/** A named string with a `String` method of its own, which the older printing preferred: no quotes. */
export function stringerValue(value: string): BadValue {
  return { json: quoteJson(value), go: value };
}

/**
 * A quantity as errors show it: its text, or in Go syntax the struct that holds it. One beyond int64 sits behind a
 * pointer, which Go prints as an address; no text can equal that, so the field stays nil here.
 */
export function quantityValue(text: string): BadValue {
  const parsed = parseQuantity(text);
  const { unscaled, exponent, format } = parsed.ok ? parsed.value : NO_QUANTITY;
  const amount = `resource.int64Amount{value:${unscaled}, scale:${exponent}}`;
  const go = `resource.Quantity{i:${amount}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:${quote(text)}, Format:${quote(format)}}`;
  return { json: quoteJson(text), go };
}

const NO_QUANTITY = { unscaled: 0n, exponent: 0, format: '' };

/** How field errors are printed: `release.jsonFieldErrorValues`. */
export interface FieldErrorStyle {
  readonly jsonFieldErrorValues: boolean;
}

/**
 * The error without its field.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go ErrorBody
 */
export function fieldErrorBody(error: FieldError, style: FieldErrorStyle): string {
  let text = TYPE_TEXTS[error.type];
  const showsValue = error.type === 'FieldValueInvalid' || error.type === 'FieldValueNotSupported';
  if (showsValue && error.badValue !== null) {
    text += `: ${badValueText(error.badValue, style)}`;
  }
  return error.detail === '' ? text : `${text}: ${error.detail}`;
}

/**
 * The whole error text.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Error
 */
export function fieldErrorText(error: FieldError, style: FieldErrorStyle): string {
  return `${error.field}: ${fieldErrorBody(error, style)}`;
}

function badValueText(value: NonNullable<BadValue>, style: FieldErrorStyle): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quote(value);
  return style.jsonFieldErrorValues ? value.json : value.go;
}
