/**
 * What the API server says of a custom resource by its schema: fields that it does not have, values that it refuses, and
 * the object with the schema's defaults.
 *
 * @upstream k8s.io/apiextensions-apiserver pkg/apiserver/validation, pkg/apiserver/schema/defaulting
 */
import {
  type FieldError,
  fieldPathText,
  invalid,
  notSupported,
  type PathSegment,
  required,
} from '../apimachinery/field.ts';
import type { ObjectSchema, Schema } from './schema.ts';

type Path = readonly PathSegment[];

export interface Checked {
  readonly value: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  /** `kubectl` sends objects so that unknown fields are refused */
  readonly unknownFields: readonly Path[];
}

interface Context {
  readonly errors: FieldError[];
  readonly unknownFields: Path[];
}

/** The word for a value of JSON: of a number, whether it is whole. */
function foundType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is in an object where none belongs has no field either. */
function addInner(context: Context, value: unknown, path: Path): void {
  if (isObject(value)) context.unknownFields.push(...Object.keys(value).map((key) => [...path, key]));
}

function wrongType(
  context: Context,
  path: Path,
  wanted: string,
  value: unknown,
  found = foundType(value),
): undefined {
  addInner(context, value, path);
  const detail = `${fieldPathText(path)} in body must be of type ${wanted}: "${found}"`;
  context.errors.push(invalid(path, found, detail));
  return undefined;
}

/** An error that the server cannot say the field of; it stands there all the same. */
function unplaced(context: Context, path: Path, detail: string): void {
  context.errors.push({ ...invalid(path, '', detail), field: fieldPathText([]) });
}

function checkObject(context: Context, schema: ObjectSchema, value: unknown, path: Path): unknown {
  if (!isObject(value)) return wrongType(context, path, 'object', value);
  const checked: Record<string, unknown> = {};
  for (const [key, held] of Object.entries(value)) {
    const field = Object.hasOwn(schema.fields, key) ? schema.fields[key] : undefined;
    const own = [...path, key];
    if (field === undefined) context.unknownFields.push(own);
    // null counts as left out
    else if (held !== null) checked[key] = check(context, field, held, own);
  }
  for (const [key, byDefault] of Object.entries(schema.defaults ?? {})) checked[key] ??= byDefault;
  for (const key of schema.required ?? []) {
    if (!(key in checked)) context.errors.push(required([...path, key]));
  }
  return checked;
}

function checkMap(context: Context, value: unknown, path: Path): unknown {
  if (!isObject(value)) return wrongType(context, path, 'object', value);
  const held = Object.entries(value).filter(([, text]) => text !== null);
  for (const [key, text] of held) {
    if (typeof text !== 'string') wrongType(context, [...path, key], 'string', text);
  }
  return Object.fromEntries(held);
}

const INT32 = 2 ** 31;

function checkInt32(context: Context, minimum: number | undefined, value: unknown, path: Path): unknown {
  // the format is asked before the type
  if (typeof value === 'boolean') return wrongType(context, path, 'int32', value, '');
  if (typeof value !== 'number') return wrongType(context, path, 'integer', value);
  const name = fieldPathText(path);
  const isWhole = Number.isInteger(value);
  if (!isWhole || value < -INT32 || value >= INT32) {
    unplaced(context, path, `Checked value must be of type integer with format int32 in ${name}`);
    return isWhole ? undefined : wrongType(context, path, 'int32', value, 'float64');
  }
  if (minimum !== undefined && value < minimum) {
    context.errors.push(
      invalid(path, value, `${name} in body should be greater than or equal to ${minimum}`),
    );
  }
  return value;
}

function checkText(
  context: Context,
  { minLength = 0, oneOf }: Extract<Schema, { readonly type: 'string' }>,
  value: unknown,
  path: Path,
): unknown {
  if (typeof value !== 'string') return wrongType(context, path, 'string', value);
  const name = fieldPathText(path);
  if (value.length < minLength) {
    context.errors.push(invalid(path, value, `${name} in body should be at least ${minLength} chars long`));
  }
  if (oneOf !== undefined && !oneOf.includes(value)) context.errors.push(notSupported(path, value, oneOf));
  return value;
}

function checkArray(
  context: Context,
  { items, minItems = 0 }: Extract<Schema, { readonly type: 'array' }>,
  value: unknown,
  path: Path,
): unknown {
  if (!Array.isArray(value)) return wrongType(context, path, 'array', value);
  if (value.length < minItems) {
    const detail = `${fieldPathText(path)} in body should have at least ${minItems} items`;
    context.errors.push(invalid(path, value.length, detail));
  }
  return value.map((item, index) => check(context, items, item, [...path, index]));
}

function checkIntOrString(context: Context, pattern: string, value: unknown, path: Path): unknown {
  const name = fieldPathText(path);
  if (typeof value === 'number' && !Number.isInteger(value)) {
    unplaced(context, path, `"${name}" must validate at least one schema (anyOf)`);
    unplaced(context, path, `Checked value must be of type integer (default format) in ${name}`);
    wrongType(context, path, 'integer', value);
  }
  const isInteger = Number.isInteger(value);
  if (!isInteger && typeof value !== 'string') return wrongType(context, path, 'integer,string', value);
  if (typeof value === 'string' && !new RegExp(pattern).test(value)) {
    context.errors.push(invalid(path, value, `${name} in body should match '${pattern}'`));
  }
  return value;
}

function check(context: Context, schema: Schema, value: unknown, path: Path): unknown {
  switch (schema.type) {
    case 'any':
      return value;
    case 'object':
      return checkObject(context, schema, value, path);
    case 'map':
      return checkMap(context, value, path);
    case 'array':
      return checkArray(context, schema, value, path);
    case 'string':
      return checkText(context, schema, value, path);
    case 'int32':
      return checkInt32(context, schema.minimum, value, path);
    case 'boolean':
      return typeof value === 'boolean' ? value : wrongType(context, path, 'boolean', value);
    case 'intOrString':
      return checkIntOrString(context, schema.pattern, value, path);
  }
}

/**
 * Checks an object against a schema. Nothing is thrown; a value of a wrong type is left out of the answer.
 *
 * @upstream k8s.io/apiextensions-apiserver pkg/apiserver/validation/validation.go ValidateCustomResource
 * @rule KE1
 */
export function checkSchema(schema: ObjectSchema, value: Readonly<Record<string, unknown>>): Checked {
  const context: Context = { errors: [], unknownFields: [] };
  const checked = checkObject(context, schema, value, []) as Readonly<Record<string, unknown>>;
  return { value: checked, errors: context.errors, unknownFields: context.unknownFields };
}
