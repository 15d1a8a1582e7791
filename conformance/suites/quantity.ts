/** Quantities: parsing, printing, milli-values, comparison, sums. */
import {
  addQuantities,
  asApproximateFloat64,
  asInt64,
  compareQuantities,
  milliValue,
  newMilliQuantity,
  newQuantity,
  parseQuantity,
  type Quantity,
  type QuantityFormat,
  quantityString,
  signOf,
  subtractQuantities,
  value,
} from '../../src/core/apimachinery/quantity.ts';
import { toInt64 } from '../../src/core/go/int64.ts';
import { type Difference, firstDifference } from '../difference.ts';
import type { Case } from './cases.ts';

/** Compares one case of `quantity.json`. */
export function checkQuantity(item: Case): Difference | undefined {
  const { kind } = item;
  switch (kind) {
    case 'parse':
      return checkParsed(item, String(item.in));
    case 'json':
      return checkParsed(item, unquoted(String(item.in)));
    case 'canonical':
      return checkParsed(item, quantityString(parsed(item.in)));
    case 'marshal':
      return checkMarshalled(item);
    case 'newMilli':
    case 'new': {
      const make = kind === 'new' ? newQuantity : newMilliQuantity;
      return checkOut(item, make(toInt64(BigInt(String(item.in))), item.format as QuantityFormat));
    }
    case 'cmp': {
      const [left, right] = pair(item);
      return firstDifference(item.cmp, compareQuantities(left, right), 'cmp');
    }
    case 'add':
    case 'sub': {
      const [left, right] = pair(item);
      return checkOut(item, (kind === 'add' ? addQuantities : subtractQuantities)(left, right));
    }
    default:
      throw new Error(`unknown kind of case: ${String(kind)}`);
  }
}

function checkParsed(item: Case, text: string): Difference | undefined {
  const quantity = parseQuantity(text);
  if (!quantity.ok) return firstDifference(item.err, quantity.error.error, 'err');
  if (item.err !== undefined) return { path: 'err', expected: item.err, actual: undefined };
  return checkOut(item, quantity.value);
}

function checkOut(item: Case, quantity: Quantity): Difference | undefined {
  const out = item.out as Readonly<Record<string, unknown>>;
  const whole = asInt64(quantity);
  const actual: Readonly<Record<string, unknown>> = {
    string: quantityString(quantity),
    milliValue: String(milliValue(quantity)),
    value: String(value(quantity)),
    // compared as doubles: Go and JavaScript print them differently
    float64: asApproximateFloat64(quantity),
    format: quantity.format,
    sign: signOf(quantity),
    asInt64: whole === undefined ? undefined : String(whole),
  };
  for (const [field, expected] of Object.entries(out)) {
    const wanted = field === 'float64' ? Number(String(expected).replace('Inf', 'Infinity')) : expected;
    if (!Object.is(wanted, actual[field])) return { path: `out.${field}`, expected, actual: actual[field] };
  }
  return undefined;
}

/** What a field of a JSON object is when it is read and written again. */
function checkMarshalled(item: Case): Difference | undefined {
  const text = /^\{"q":(.*)\}$/.exec(String(item.in))?.[1] ?? '';
  // null leaves Go's zero value, a quantity without any format: only its text can be compared
  const wrong = text === 'null' ? undefined : checkParsed(item, unquoted(text));
  if (wrong !== undefined) return wrong;
  const quantity = parsed(unquoted(text));
  return firstDifference(item.format, `{"q":"${quantityString(quantity)}"}`, 'format');
}

/** JSON text of a quantity: a string or a number; null leaves zero. */
function unquoted(json: string): string {
  if (json === 'null') return '0';
  const quoted = json.length >= 2 && json.startsWith('"') && json.endsWith('"');
  return (quoted ? json.slice(1, -1) : json).trim();
}

function parsed(text: unknown): Quantity {
  const quantity = parseQuantity(String(text));
  if (!quantity.ok) throw new Error(`${String(text)}: ${quantity.error.error}`);
  return quantity.value;
}

function pair(item: Case): readonly [Quantity, Quantity] {
  const [left, right] = item.in as readonly unknown[];
  return [parsed(left), parsed(right)];
}
