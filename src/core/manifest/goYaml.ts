/**
 * The YAML that kubectl reads: version 1.1 as go-yaml v2 understands it, not 1.2. `on` and `y` are booleans, `0777`
 * and `1_000` are numbers, dates are text, and integers beyond 2^53 stay exact (`bigint`).
 */
import {
  binaryTag,
  defineMappingTag,
  defineScalarTag,
  mergeTag,
  NOT_RESOLVED,
  Schema,
  seqTag,
  strTag,
} from 'js-yaml';

export type YamlValue = null | boolean | number | bigint | string | YamlValue[] | YamlMapping;
export type YamlMapping = { [key: string]: YamlValue };

type Kind = 'null' | 'bool' | 'int' | 'float' | 'str';
interface Resolved {
  readonly kind: Kind;
  readonly value: null | boolean | number | bigint | string;
}

const WORDS: ReadonlyMap<string, Resolved> = new Map([
  ...words({ kind: 'bool', value: true }, 'y Y yes Yes YES true True TRUE on On ON'),
  ...words({ kind: 'bool', value: false }, 'n N no No NO false False FALSE off Off OFF'),
  ...words({ kind: 'null', value: null }, '~ null Null NULL'),
  ['', { kind: 'null', value: null }],
  ...words({ kind: 'float', value: Number.NaN }, '.nan .NaN .NAN'),
  ...words({ kind: 'float', value: Number.POSITIVE_INFINITY }, '.inf .Inf .INF +.inf +.Inf +.INF'),
  ...words({ kind: 'float', value: Number.NEGATIVE_INFINITY }, '-.inf -.Inf -.INF'),
] as [string, Resolved][]);

function words(resolved: Resolved, list: string): [string, Resolved][] {
  return list.split(' ').map((word) => [word, resolved]);
}

const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const INT64_MIN = -(2n ** 63n);
const UINT64_MAX = 2n ** 64n - 1n;
const MIN_SAFE = BigInt(Number.MIN_SAFE_INTEGER);
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** An integer as Go's `strconv.ParseInt(text, 0, 64)` reads it, or undefined. A leading 0 means octal. */
function parseGoInteger(plain: string): number | bigint | undefined {
  const match = INTEGER.exec(plain);
  if (match === null) return undefined;
  const digits = match[2] ?? '';
  const literal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  if (literal.length > 80) return undefined;
  const magnitude = BigInt(literal);
  const value = match[1] === '-' ? -magnitude : magnitude;
  // ParseUint takes what ParseInt cannot, but no sign.
  if (value < INT64_MIN || value > (match[1] === '' ? UINT64_MAX : 2n ** 63n - 1n)) return undefined;
  // kubectl holds what does not fit an int64 as a double.
  const isExact = value < 2n ** 63n && (value < MIN_SAFE || value > MAX_SAFE);
  return isExact ? value : Number(value);
}

/**
 * What a plain scalar means. Sexagesimal numbers and dates are text, as in go-yaml.
 *
 * @upstream vendor go.yaml.in/yaml/v2/resolve.go resolve
 */
export function resolvePlainScalar(source: string): Resolved {
  const word = WORDS.get(source);
  if (word !== undefined) return word;
  const first = source.charCodeAt(0);
  if (first === 0x2e && FLOAT.test(source)) return { kind: 'float', value: Number(source) };
  if (first === 0x2b || first === 0x2d || (first >= 0x30 && first <= 0x39)) {
    const plain = source.replaceAll('_', '');
    const integer = parseGoInteger(plain);
    if (integer !== undefined) return { kind: 'int', value: integer };
    if (FLOAT.test(plain) && Number.isFinite(Number(plain))) return { kind: 'float', value: Number(plain) };
  }
  return { kind: 'str', value: source };
}

function scalarTag(name: string, kinds: readonly Kind[], firstChars: string) {
  return defineScalarTag<unknown>(`tag:yaml.org,2002:${name}`, {
    implicit: true,
    implicitFirstChars: [...firstChars, ...(name === 'null' ? [''] : [])],
    resolve: (source, isExplicit) => {
      const resolved = resolvePlainScalar(source);
      const isMatch = isExplicit ? kinds.includes(resolved.kind) : kinds[0] === resolved.kind;
      return isMatch ? resolved.value : NOT_RESOLVED;
    },
    identify: () => false,
  });
}

/** Keys become text as in the conversion to JSON; values that JSON has no key for are refused. */
function keyText(key: unknown): string | undefined {
  if (typeof key === 'string') return key;
  if (typeof key === 'number' || typeof key === 'bigint' || typeof key === 'boolean') return String(key);
  return undefined;
}

/** Mappings without a prototype: `__proto__` is a key like any other. A repeated key replaces the earlier one. */
const plainMapTag = defineMappingTag<YamlMapping>('tag:yaml.org,2002:map', {
  create: () => Object.create(null) as YamlMapping,
  addPair: (carrier, key, value) => {
    const text = keyText(key);
    if (text === undefined) return key === null ? 'a key is missing before the colon' : 'invalid map key';
    carrier[text] = value as YamlValue;
    return '';
  },
  has: (carrier, key) => {
    const text = keyText(key);
    return text !== undefined && Object.hasOwn(carrier, text);
  },
  keys: (carrier) => Object.keys(carrier),
  get: (carrier, key) => carrier[String(key)],
  identify: () => false,
});

const textOfBinaryTag = defineScalarTag<string>('tag:yaml.org,2002:binary', {
  resolve: (source, isExplicit, tagName) => {
    const bytes = binaryTag.resolve(source, isExplicit, tagName);
    if (typeof bytes === 'symbol') return NOT_RESOLVED;
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  },
  identify: () => false,
});

const timestampAsTextTag = defineScalarTag<string>('tag:yaml.org,2002:timestamp', {
  resolve: (source) => source,
  identify: () => false,
});

const DIGITS = '0123456789';

export const KUBECTL_SCHEMA = new Schema([
  strTag,
  seqTag,
  plainMapTag,
  scalarTag('null', ['null'], '~nN'),
  scalarTag('bool', ['bool'], 'yYnNtTfFoO'),
  scalarTag('int', ['int'], `+-${DIGITS}`),
  scalarTag('float', ['float', 'int'], `+-.${DIGITS}`),
  mergeTag,
  textOfBinaryTag,
  timestampAsTextTag,
]);
