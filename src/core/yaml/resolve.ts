/**
 * What a scalar means: YAML 1.1, as go-yaml v2 reads it. `on` and `y` are booleans, `0777` is octal, `1_000` is a number,
 * dates and sexagesimal numbers are text.
 *
 * @upstream vendor go.yaml.in/yaml/v2/resolve.go
 */
import { YamlFault } from './reader.ts';

const LONG_PREFIX = 'tag:yaml.org,2002:';
const STR = `${LONG_PREFIX}str`;
const BOOL = `${LONG_PREFIX}bool`;
const INT = `${LONG_PREFIX}int`;
const FLOAT = `${LONG_PREFIX}float`;
const NULL = `${LONG_PREFIX}null`;
const TIMESTAMP = `${LONG_PREFIX}timestamp`;
const MERGE = `${LONG_PREFIX}merge`;
const BINARY = `${LONG_PREFIX}binary`;
const RESOLVABLE = new Set(['', STR, BOOL, INT, FLOAT, NULL, TIMESTAMP]);

/** `integer`: an int64 or uint64, which JSON and Go tell from a double. */
export type Scalar =
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string };

interface Resolved {
  readonly tag: string;
  readonly scalar: Scalar;
}

const NOTHING: Scalar = { kind: 'null' };

function words(tag: string, scalar: Scalar, list: string): [string, Resolved][] {
  return list.split(' ').map((word) => [word, { tag, scalar }]);
}

const WORDS: ReadonlyMap<string, Resolved> = new Map([
  ...words(BOOL, { kind: 'bool', value: true }, 'y Y yes Yes YES true True TRUE on On ON'),
  ...words(BOOL, { kind: 'bool', value: false }, 'n N no No NO false False FALSE off Off OFF'),
  ...words(NULL, NOTHING, '~ null Null NULL'),
  ['', { tag: NULL, scalar: NOTHING }],
  ...words(FLOAT, { kind: 'float', value: Number.NaN }, '.nan .NaN .NAN'),
  ...words(FLOAT, { kind: 'float', value: Number.POSITIVE_INFINITY }, '.inf .Inf .INF +.inf +.Inf +.INF'),
  ...words(FLOAT, { kind: 'float', value: Number.NEGATIVE_INFINITY }, '-.inf -.Inf -.INF'),
] as [string, Resolved][]);

const DECIMAL = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const UINT64_MAX = 2n ** 64n - 1n;
/** digits beyond which no integer fits, in any base */
const LONGEST_INTEGER = 80;

/** `strconv.ParseInt(text, 0, 64)`, or ParseUint, which takes no sign. */
function parseInteger(plain: string): bigint | undefined {
  const match = plain.length > LONGEST_INTEGER ? null : INTEGER.exec(plain);
  if (match === null) return undefined;
  const digits = match[2] ?? '';
  const literal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const magnitude = BigInt(literal);
  const value = match[1] === '-' ? -magnitude : magnitude;
  return value < INT64_MIN || value > (match[1] === '' ? UINT64_MAX : INT64_MAX) ? undefined : value;
}

function parseDecimal(plain: string): number | undefined {
  const value = DECIMAL.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function resolvePlain(text: string): Resolved {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  const isNumeric = first === 0x2b || first === 0x2d || (first >= 0x30 && first <= 0x39);
  // underscores are skipped, but not in what begins with a point
  const plain = isNumeric ? text.replaceAll('_', '') : text;
  if (isNumeric) {
    const integer = parseInteger(plain);
    if (integer !== undefined) return { tag: INT, scalar: { kind: 'integer', value: integer } };
  }
  if (isNumeric || first === 0x2e) {
    const decimal = parseDecimal(plain);
    if (decimal !== undefined) return { tag: FLOAT, scalar: { kind: 'float', value: decimal } };
  }
  return { tag: STR, scalar: { kind: 'string', value: text } };
}

function shortTag(tag: string): string {
  return tag.startsWith(LONG_PREFIX) ? `!!${tag.slice(LONG_PREFIX.length)}` : tag;
}

/** Dates, in the forms that go-yaml takes for one. Only an explicit tag asks for it. */
const DATE = /^\d{4}-\d{1,2}-\d{1,2}([Tt ]\d{1,2}:\d{1,2}:\d{1,2}(\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * What a scalar means that is not quoted, or has a tag. Throws `YamlFault` where a tag and a text do not fit.
 *
 * @param tag the long form; empty without one
 * @upstream vendor go.yaml.in/yaml/v2/resolve.go resolve
 */
export function resolveScalar(tag: string, text: string): Scalar {
  if (tag === BINARY) return { kind: 'string', value: fromBase64(text) };
  if (!RESOLVABLE.has(tag) || tag === STR) return { kind: 'string', value: text };
  const resolved = resolvePlain(text);
  if (tag === '' || tag === resolved.tag) return resolved.scalar;
  if (tag === FLOAT && resolved.scalar.kind === 'integer' && resolved.scalar.value <= INT64_MAX) {
    return { kind: 'float', value: Number(resolved.scalar.value) };
  }
  if (tag === TIMESTAMP && DATE.test(text)) return { kind: 'string', value: text };
  throw new YamlFault(`yaml: cannot decode ${shortTag(resolved.tag)} \`${text}\` as a ${shortTag(tag)}`);
}

/** Whether a key says that the mapping beside it is to be merged. */
export function isMergeKey(key: {
  readonly value: string;
  readonly isImplicit: boolean;
  readonly tag: string;
}) {
  return key.value === '<<' && (key.isImplicit || key.tag === MERGE);
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromBase64(text: string): string {
  const letters = text.replaceAll(/[\r\n]/g, '');
  if (!BASE64.test(letters)) throw new YamlFault('yaml: !!binary value contains invalid base64 data');
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of letters.replaceAll('=', '')) {
    held = (held << 6) | ALPHABET.indexOf(letter);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return fromUtf8(bytes);
}

/** Bytes that are no UTF-8 become the replacement character, as in JSON. */
function fromUtf8(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] ?? 0;
    const width = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    const escaped = bytes.slice(i, i + width).map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
    try {
      text += decodeURIComponent(escaped.join(''));
      i += width;
    } catch {
      text += '\ufffd';
      i += 1;
    }
  }
  return text;
}
