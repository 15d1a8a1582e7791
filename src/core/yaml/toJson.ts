/**
 * YAML as JSON, the way every Kubernetes program does it.
 *
 * @upstream vendor sigs.k8s.io/yaml/yaml.go YAMLToJSON
 */
import { formatFloat } from '../go/formatFloat.ts';
import { compareStrings, quoteJson } from '../go/strconv.ts';
import { decodeYaml, type YamlValue } from './decode.ts';
import { goSyntax } from './goSyntax.ts';
import { YamlFault } from './reader.ts';
import type { Scalar } from './resolve.ts';

/** Numbers are `number` where that is exact, else `bigint`. Objects have no prototype, and their keys are sorted. */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | JsonValue[]
  | { [key: string]: JsonValue };

export type JsonResult =
  | { readonly ok: true; readonly value: JsonValue; readonly repeatedKeys: readonly string[] }
  /** `error` is the text of the Go program */
  | { readonly ok: false; readonly error: string };

/** `strconv.FormatFloat(x, 'g', -1, 32)`: as few digits as identify the single. */
function float32Text(value: number): string {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return Number.isNaN(single) ? '.nan' : single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return formatFloat(short, 'g');
  }
  return formatFloat(Number(single.toPrecision(9)), 'g');
}

const INT64_MAX = 2n ** 63n - 1n;

function keyText(key: Scalar, value: YamlValue): string {
  switch (key.kind) {
    case 'string':
      return key.value;
    case 'bool':
      return String(key.value);
    case 'float':
      return float32Text(key.value);
    case 'integer':
      if (key.value <= INT64_MAX) return String(key.value);
      throw new YamlFault(unsupportedKey('uint64', key, value));
    case 'null':
      throw new YamlFault(unsupportedKey('%!s(<nil>)', key, value));
  }
}

function unsupportedKey(type: string, key: Scalar, value: YamlValue): string {
  return `unsupported map key of type: ${type}, key: ${goSyntax(key)}, value: ${goSyntax(value)}`;
}

/** Go tells an infinite number only when it writes the JSON, by then with sorted keys: the first in that order. */
function toJson(value: YamlValue): JsonValue {
  switch (value.kind) {
    case 'null':
      return null;
    case 'integer':
      return Number.isSafeInteger(Number(value.value)) ? Number(value.value) : value.value;
    case 'list':
      return value.items.map(toJson);
    case 'map': {
      const pairs = [...value.entries.values()].map(
        ({ key, value: held }) => [keyText(key, held), toJson(held)] as const,
      );
      pairs.sort(([a], [b]) => compareStrings(a, b));
      const object = Object.create(null) as { [key: string]: JsonValue };
      for (const [key, held] of pairs) object[key] = held;
      return object;
    }
    default:
      return value.value;
  }
}

function refuseInfinite(value: JsonValue): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    const text = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
    throw new YamlFault(`json: unsupported value: ${text}`);
  }
  if (Array.isArray(value)) for (const item of value) refuseInfinite(item);
  else if (typeof value === 'object' && value !== null) {
    for (const held of Object.values(value)) refuseInfinite(held);
  }
}

/**
 * A text's first document as JSON.
 *
 * @param isStrict tells repeated keys; the first of them counts then, else the last
 * @upstream vendor sigs.k8s.io/yaml/yaml.go yamlToJSONTarget
 */
export function yamlToJson(text: string, isStrict = false): JsonResult {
  try {
    const { value, repeatedKeys } = decodeYaml(text, isStrict);
    const json = toJson(value);
    refuseInfinite(json);
    return { ok: true, value: json, repeatedKeys };
  } catch (error) {
    if (error instanceof YamlFault) return { ok: false, error: error.message };
    // nested more deeply than this machine can follow
    if (error instanceof RangeError) return { ok: false, error: 'yaml: exceeded max depth of 10000' };
    throw error;
  }
}

/**
 * The JSON text that Go writes, keys in their order.
 *
 * @upstream Go encoding/json Marshal
 */
export function goJsonText(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoteJson(value);
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(goJsonText).join(',')}]`;
  const pairs = Object.keys(value)
    .sort(compareStrings)
    .map((key) => `${quoteJson(key)}:${goJsonText(value[key] ?? null)}`);
  return `{${pairs.join(',')}}`;
}
