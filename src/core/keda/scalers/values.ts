/**
 * Texts of trigger parameters as the types that scalers give them. Numbers go through `encoding/json`, so `010`, `1_000`
 * and `5.0` as an integer are refused, in its words.
 *
 * @upstream github.com/kedacore/keda/v2 pkg/scalers/scalersconfig/typed_config.go setConfigValueHelper
 */
import { parseJsonText } from '../../autoscaling/jsonText.ts';
import { toInt64 } from '../../go/int64.ts';
import { parseInt64, quote } from '../../go/strconv.ts';
import { failure, type Int64, type Result } from '../../go/types.ts';
import { utf8Bytes } from '../../go/utf8.ts';

const UNEXPECTED_END = 'unexpected end of JSON input';

function quoteChar(char: string): string {
  if (char === "'") return `'\\''`;
  if (char === '"') return `'"'`;
  return `'${quote(char).slice(1, -1)}'`;
}

function invalidCharacter(text: string, at: number, context: string): string {
  // The scanner goes byte by byte: of a character beyond ASCII it names the first byte, as Latin-1. At the end of the
  // text it tries a blank.
  const code = utf8Bytes(text.slice(at, at + 2))[0] ?? 0x20;
  const char = String.fromCharCode(code);
  return `invalid character ${quoteChar(char)} ${context}`;
}

const WORDS = ['true', 'false', 'null'];

function wordFault(text: string, word: string): string | undefined {
  for (let at = 1; at < word.length; at += 1) {
    if (text.charAt(at) === word.charAt(at)) continue;
    const context = `in literal ${word} (expecting ${quoteChar(word.charAt(at))})`;
    return invalidCharacter(text, at, context);
  }
  return undefined;
}

/** Where a number stops being one, and why. */
function numberFault(text: string): { readonly end: number; readonly fault?: string } {
  let at = text.startsWith('-') ? 1 : 0;
  const isDigit = () => /[0-9]/.test(text.charAt(at));
  const skipDigits = () => {
    while (isDigit()) at += 1;
  };
  const missing = (context: string) => ({
    end: at,
    fault: invalidCharacter(text, at, context),
  });
  if (!isDigit()) return missing('in numeric literal');
  if (text.charAt(at) === '0') at += 1;
  else skipDigits();
  if (text.charAt(at) === '.') {
    at += 1;
    if (!isDigit()) return missing('after decimal point in numeric literal');
    skipDigits();
  }
  if (/[eE]/.test(text.charAt(at))) {
    at += 1;
    if (/[+-]/.test(text.charAt(at))) at += 1;
    if (!isDigit()) return missing('in exponent of numeric literal');
    skipDigits();
  }
  return { end: at };
}

/** What the scanner of `encoding/json` says of a text that begins as a word or a number. */
function scalarFault(text: string): string | undefined {
  const word = WORDS.find((candidate) => candidate.charAt(0) === text.charAt(0));
  const { end, fault } =
    word === undefined ? numberFault(text) : { end: word.length, fault: wordFault(text, word) };
  if (fault !== undefined) return fault;
  return end < text.length ? invalidCharacter(text, end, 'after top-level value') : undefined;
}

/** What the text is that is no number, or why it is nothing. */
function notANumber(text: string): string | { readonly kind: string } {
  const first = text.charAt(0);
  if (/[-0-9tfn]/.test(first)) {
    const fault = scalarFault(text);
    if (fault !== undefined) return fault;
    if (/[tf]/.test(first)) return { kind: 'bool' };
    return first === 'n' ? { kind: 'null' } : { kind: `number ${text}` };
  }
  if (!/[{["]/.test(first)) return invalidCharacter(text, 0, 'looking for beginning of value');
  if (parseJsonText(text) === undefined) return UNEXPECTED_END;
  return { kind: { '{': 'object', '[': 'array' }[first] ?? 'string' };
}

function jsonFailure(text: string, goType: string): Result<never> {
  const why = notANumber(text);
  const said =
    typeof why === 'string' ? why : `json: cannot unmarshal ${why.kind} into Go value of type ${goType}`;
  return failure(`unable to unmarshal to field type ${goType}: ${said}`);
}

const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const JSON_INTEGER = /^-?(?:0|[1-9][0-9]*)$/;

/** @param goType the name in the error @rule KE21 */
export function parseInt64Json(text: string, goType: 'int64' | 'int'): Result<Int64> {
  const value = JSON_INTEGER.test(text) ? parseInt64(text) : undefined;
  return value === undefined ? jsonFailure(text, goType) : { ok: true, value: toInt64(value) };
}

/** @rule KE21 */
export function parseFloat64Json(text: string): Result<number> {
  const value = JSON_NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? { ok: true, value } : jsonFailure(text, 'float64');
}

/** `strconv.ParseFloat` of plain decimal numbers; undefined where that fails. @rule KE38 */
export function goFloat(text: string): number | undefined {
  return /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
}

const TRUTHS: Readonly<Record<string, boolean>> = {
  '1': true,
  t: true,
  T: true,
  TRUE: true,
  true: true,
  True: true,
  '0': false,
  f: false,
  F: false,
  FALSE: false,
  false: false,
  False: false,
};

/** `strconv.ParseBool`; undefined where that fails. @rule KE6 */
export function goBoolean(text: string): boolean | undefined {
  return Object.hasOwn(TRUTHS, text) ? TRUTHS[text] : undefined;
}

/** @rule KE21 */
export function parseBoolean(text: string): Result<boolean> {
  const value = goBoolean(text);
  if (value !== undefined) return { ok: true, value };
  const name = quote(text);
  return failure(`unable to parse boolean value ${name}: strconv.ParseBool: parsing ${name}: invalid syntax`);
}

/** `key=value` pairs, separated by commas; only their form is checked. @rule KE21 */
export function parsePairs(text: string): Result<readonly string[]> {
  const pairs = text.split(',').map((pair) => pair.trim());
  const wrong = pairs.find((pair) => pair.split('=').length !== 2);
  if (wrong !== undefined) return failure(`expected format key=value, got ${quote(wrong)}`);
  return { ok: true, value: pairs };
}

const DURATION = /^[+-]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+$|^[+-]?0$/;

/** A duration such as `30s`, or milliseconds; kept as text, because nothing here waits for it. @rule KE21 */
export function parseDuration(text: string): Result<string> {
  if (DURATION.test(text)) {
    const isNegative = text.startsWith('-') && /[1-9]/.test(text);
    return isNegative ? failure(`duration cannot be negative: ${quote(text)}`) : { ok: true, value: text };
  }
  const milliseconds = parseInt64(text);
  if (milliseconds === undefined) {
    return failure(
      `unable to parse duration value ${quote(text)}: must be either a duration string (e.g. '30s', '5m') or a number of milliseconds`,
    );
  }
  if (milliseconds < 0n) return failure(`duration cannot be negative: ${milliseconds} milliseconds`);
  return { ok: true, value: text };
}
