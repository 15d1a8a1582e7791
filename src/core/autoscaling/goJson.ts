/**
 * Decoding JSON into a Go struct, as the API server does it: case matters, `null` leaves the zero value, numbers must
 * fit their integer type, and what no field takes is collected as an unknown field. The texts are Go's.
 *
 * @upstream vendor sigs.k8s.io/json decode.go
 */
import type { PathSegment } from '../apimachinery/field.ts';
import { fieldPathText } from '../apimachinery/field.ts';
import { parseQuantity, quantityString } from '../apimachinery/quantity.ts';
import { parseRfc3339 } from '../go/rfc3339.ts';
import { quote } from '../go/strconv.ts';
import { JsonNumber } from './jsonText.ts';

/** A Go type, as much of it as decoding needs. `name` is how Go prints it: `v2.MetricSpec`, `[]string`. */
export type GoType =
  | { readonly kind: 'string' | 'int32' | 'int64' | 'bool'; readonly name: string }
  | { readonly kind: 'quantity' | 'time' | 'any' }
  | { readonly kind: 'slice' | 'map'; readonly name: string; readonly element: GoType }
  | GoStruct;

export interface GoStruct {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: Readonly<Record<string, GoField>>;
}

export interface GoField {
  readonly type: GoType;
  /** without `omitempty`: printed even when nothing was written, as the zero value or as null */
  readonly always?: boolean;
  /** a pointer: it may hold nothing, and a zero value that it does hold is printed */
  readonly pointer?: boolean;
}

/** How names of fields are compared. */
export interface DecodeRules {
  /** Go's own decoder takes `MINREPLICAS` for `minReplicas`; that of the API server does not */
  readonly foldsCase: boolean;
}

export interface DecodeFault {
  /** Go's own text */
  readonly text: string;
  readonly path: readonly PathSegment[];
  /** which kind of JSON value was found, and which Go type it was meant for */
  readonly found: string;
  readonly wanted: GoType;
  /** an `UnmarshalJSON` of its own failed: the decoder stops there, and this text wins over earlier ones */
  readonly stops: boolean;
}

export interface Decoded {
  readonly value: Readonly<Record<string, unknown>>;
  /** in the order of the walk */
  readonly faults: readonly DecodeFault[];
  readonly unknownFields: readonly (readonly PathSegment[])[];
}

const INTEGER_RANGES = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
} as const;

interface Context {
  readonly faults: DecodeFault[];
  readonly unknownFields: (readonly PathSegment[])[];
  /** name of the innermost struct, without its package */
  structName: string;
  readonly path: PathSegment[];
  /** the fields of `path`, which Go's texts name; they leave out indexes and keys of maps */
  readonly fields: string[];
  readonly rules: DecodeRules;
}

const EXACT: DecodeRules = { foldsCase: false };

/**
 * Decodes an object into a struct. Every fault is collected, also those that Go would not get to; `decodeErrorText`
 * says which one Go reports.
 *
 * @upstream vendor sigs.k8s.io/json decode.go UnmarshalStrict
 */
export function decodeStruct(type: GoStruct, value: unknown, rules: DecodeRules = EXACT): Decoded {
  const context: Context = {
    faults: [],
    unknownFields: [],
    structName: shortName(type.name),
    path: [],
    fields: [],
    rules,
  };
  const decoded = decodeValue(context, type, value) as Record<string, unknown>;
  return { value: decoded, faults: context.faults, unknownFields: context.unknownFields };
}

/**
 * The one text that Go returns for the faults: of a failing `UnmarshalJSON` at once, else of the first wrong type.
 *
 * @upstream vendor sigs.k8s.io/json decode.go saveError
 */
export function decodeErrorText(faults: readonly DecodeFault[]): string | undefined {
  return (faults.find((fault) => fault.stops) ?? faults[0])?.text;
}

/**
 * The text for fields that the type does not have.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/runtime/error.go strictDecodingError
 */
export function unknownFieldText(path: readonly PathSegment[]): string {
  return `unknown field ${quote(fieldPathText(path))}`;
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function decodeValue(context: Context, type: GoType, value: unknown): unknown {
  if (value === null || value === undefined) return zeroValue(type);
  switch (type.kind) {
    case 'any':
      return value;
    case 'quantity':
      return decodeQuantity(context, type, value);
    case 'time':
      return decodeTime(context, type, value);
    case 'string':
      return typeof value === 'string' ? value : mismatch(context, type, value, '');
    case 'bool':
      return typeof value === 'boolean' ? value : mismatch(context, type, value, false);
    case 'int32':
    case 'int64':
      return decodeInteger(context, type, value, INTEGER_RANGES[type.kind]);
    case 'slice':
      return decodeSlice(context, type, value);
    case 'map':
      return decodeMap(context, type, value);
    case 'struct':
      return decodeFields(context, type, value);
  }
}

/** What a field holds that is always printed. Nothing written in a pointer, a slice or a map stays away. */
function zeroValue(type: GoType): unknown {
  switch (type.kind) {
    case 'string':
      return '';
    case 'bool':
      return false;
    case 'int32':
    case 'int64':
      return 0;
    case 'struct':
      return decodeFields(undefined, type, {});
    case 'quantity':
      return '0';
    default:
      return undefined;
  }
}

function decodeSlice(
  context: Context,
  type: Extract<GoType, { kind: 'slice' | 'map' }>,
  value: unknown,
): unknown {
  if (!Array.isArray(value)) return mismatch(context, type, value, undefined);
  return value.map((item: unknown, index) => {
    context.path.push(index);
    const decoded = decodeValue(context, type.element, item);
    context.path.pop();
    return decoded;
  });
}

function decodeMap(
  context: Context,
  type: Extract<GoType, { kind: 'slice' | 'map' }>,
  value: unknown,
): unknown {
  if (!isObject(value)) return mismatch(context, type, value, undefined);
  const decoded = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value).sort()) {
    context.path.push(key);
    decoded[key] = decodeValue(context, type.element, value[key]);
    context.path.pop();
  }
  return decoded;
}

function decodeFields(context: Context | undefined, type: GoStruct, value: unknown): unknown {
  const decoded: Record<string, unknown> = {};
  if (context !== undefined && isObject(value)) {
    const outerName = context.structName;
    context.structName = shortName(type.name);
    for (const key of Object.keys(value).sort()) decodeField(context, type, key, value[key], decoded);
    context.structName = outerName;
  } else if (context !== undefined) mismatch(context, type, value, undefined);
  for (const [key, field] of Object.entries(type.fields)) {
    if (field.always !== true || field.pointer === true || decoded[key] !== undefined) continue;
    const zero = zeroValue(field.type);
    if (zero !== undefined) decoded[key] = zero;
  }
  return decoded;
}

function decodeField(
  context: Context,
  type: GoStruct,
  key: string,
  value: unknown,
  into: Record<string, unknown>,
): void {
  const name = fieldName(type, key, context.rules);
  const field = name === undefined ? undefined : type.fields[name];
  context.path.push(name ?? key);
  context.fields.push(name ?? key);
  if (name === undefined || field === undefined) context.unknownFields.push([...context.path]);
  else if (value !== null && value !== undefined) {
    const decoded = decodeValue(context, field.type, value);
    if (decoded !== undefined) into[name] = decoded;
  }
  context.path.pop();
  context.fields.pop();
}

function fieldName(type: GoStruct, key: string, { foldsCase }: DecodeRules): string | undefined {
  if (Object.hasOwn(type.fields, key)) return key;
  if (!foldsCase) return undefined;
  const folded = fold(key);
  return Object.keys(type.fields).find((name) => fold(name) === folded);
}

/** Letters without their case; two letters of other alphabets fold into ASCII. */
function fold(name: string): string {
  return name.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
  );
}

/** What Go calls a JSON value in its texts. */
function jsonKind(value: unknown): string {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof JsonNumber) return 'number';
  return Array.isArray(value) ? 'array' : 'object';
}

function typeName(type: GoType): string {
  switch (type.kind) {
    case 'quantity':
      return 'resource.Quantity';
    case 'time':
      return 'v1.Time';
    case 'any':
      return 'interface {}';
    default:
      return type.name;
  }
}

function mismatchText({ structName, fields }: Context, found: string, wanted: string): string {
  return `json: cannot unmarshal ${found} into Go struct field ${structName}.${fields.join('.')} of type ${wanted}`;
}

function mismatch<T>(context: Context, type: GoType, value: unknown, instead: T, found = jsonKind(value)): T {
  const text = mismatchText(context, found, typeName(type));
  context.faults.push({ text, path: [...context.path], found: jsonKind(value), wanted: type, stops: false });
  return instead;
}

function decodeInteger(
  context: Context,
  type: GoType,
  value: unknown,
  [min, max]: readonly [bigint, bigint],
): number | bigint {
  if (value instanceof JsonNumber) {
    // strconv.ParseInt takes neither a point nor an exponent
    return value.isInteger()
      ? decodeInteger(context, type, BigInt(value.literal), [min, max])
      : mismatch(context, type, value, 0, `number ${value.literal}`);
  }
  if (typeof value !== 'number' && typeof value !== 'bigint') return mismatch(context, type, value, 0);
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return mismatch(context, type, value, 0, `number ${value}`);
  }
  const exact = BigInt(value);
  if (exact < min || exact > max) return mismatch(context, type, value, 0, `number ${value}`);
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}

function decodeQuantity(context: Context, type: GoType, value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : jsonText(value);
  const parsed = parseQuantity(text.trim());
  if (parsed.ok) return quantityString(parsed.value);
  stop(context, type, value, parsed.error.error);
  return undefined;
}

/** A value as JSON, for texts only; what JSON cannot say has been refused before. */
function jsonText(value: unknown): string {
  if (value instanceof JsonNumber) return value.literal;
  return typeof value === 'bigint' ? String(value) : (JSON.stringify(value, bigintAsText) ?? '');
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function stop(context: Context, wanted: GoType, value: unknown, text: string): void {
  context.faults.push({ text, path: [...context.path], found: jsonKind(value), wanted, stops: true });
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/time.go Time.UnmarshalJSON */
function decodeTime(context: Context, type: GoType, value: unknown): string | undefined {
  if (typeof value !== 'string') {
    // the text within is decoded on its own; the error is told with the field all the same
    stop(context, type, value, mismatchText(context, jsonKind(value), 'string'));
    return undefined;
  }
  const parsed = parseRfc3339(value);
  if (parsed.ok) return parsed.text;
  stop(context, type, value, parsed.error);
  return undefined;
}

/**
 * What Go writes as JSON for a decoded struct: `omitempty` fields that hold nothing are left out.
 *
 * @upstream Go encoding/json Marshal
 */
export function encodeStruct(
  type: GoStruct,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(type.fields)) {
    const held = value[key];
    if (held === undefined) {
      if (field.always === true) encoded[key] = null;
      continue;
    }
    if (field.always !== true && field.pointer !== true && isEmpty(field.type, held)) continue;
    encoded[key] = encodeValue(field.type, held);
  }
  return encoded;
}

function encodeValue(type: GoType, value: unknown): unknown {
  if (type.kind === 'struct') return encodeStruct(type, value as Record<string, unknown>);
  if (type.kind === 'slice') return (value as unknown[]).map((item) => encodeValue(type.element, item));
  return value;
}

/** Empty for `omitempty`; a struct never is. */
function isEmpty(type: GoType, value: unknown): boolean {
  if (type.kind === 'slice') return (value as unknown[]).length === 0;
  if (type.kind === 'map') return Object.keys(value as object).length === 0;
  return value === '' || value === 0 || value === false;
}
