/** Doubles as Go prints them, and `int32(math.Ceil(x))`. */
import { type FloatFormat, formatFloat } from '../../src/core/go/formatFloat.ts';
import { int32FromFloat } from '../../src/core/go/int32.ts';
import { type Difference, firstDifference } from '../difference.ts';
import type { Case } from './cases.ts';

/** Fields of a case: `v`, `f`, `g`, `e`, `f2` and `f3` are verbs of `fmt`, `q` is `strconv.FormatFloat(x, 'f', -1, 64)`. */
const FIELDS: Readonly<Record<string, readonly [FloatFormat, number]>> = {
  v: ['g', -1],
  f: ['f', 6],
  g: ['g', -1],
  e: ['e', 6],
  f2: ['f', 2],
  f3: ['f', 3],
  q: ['f', -1],
};

/** Compares one case of `gofloat.json`. */
export function checkGoFloat(item: Case): Difference | undefined {
  const x = Number(String(item.in).replace('Inf', 'Infinity'));
  for (const [field, [format, precision]] of Object.entries(FIELDS)) {
    const wrong = firstDifference(item[field], formatFloat(x, format, precision), field);
    if (wrong !== undefined) return wrong;
  }
  if (item.ceil === undefined) return undefined;
  return firstDifference(item.ceil, int32FromFloat(Math.ceil(x)), 'ceil');
}
