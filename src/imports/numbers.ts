/** Numbers as spreadsheets and dashboards write them. Pure. */
import { LOAD_TEXT_LIMITS } from './limits.ts';

export type Decimal = 'point' | 'comma';

export interface ReadNumber {
  readonly value: number;
  /** what stands behind the number: "ms", "req/s" */
  readonly unit: string;
}

const GAPS = new Set(
  ['', '-', '–', '—', 'null', 'nan', 'n/a', 'na', 'none', 'undefined', 'inf', '+inf', '-inf'].concat([
    'infinity',
    '+infinity',
    '-infinity',
  ]),
);

/** A cell that says that there was no value. */
export function isGap(cell: string): boolean {
  return GAPS.has(cell.trim().toLowerCase());
}

/** Digits with separators, a power of ten, and whatever stands behind it. */
const NUMBER = /^([+-]?(?:\d[\d.,'’ \u00a0\u202f]*)?(?:[.,]\d+)?\d*)(e[+-]?\d{1,3})?(.*)$/i;

const PREFIXES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9 };

/**
 * The number in a cell: "1234.5", "1.234,5", "12 345", "1.2e3", "5 ms", "2.5k req/s".
 *
 * @returns undefined when there is none
 */
export function readNumber(cell: string, decimal: Decimal): ReadNumber | undefined {
  const text = cell.trim();
  if (text.length === 0 || text.length > LOAD_TEXT_LIMITS.cellLength) return undefined;
  const match = NUMBER.exec(text);
  const [, digits = '', power = '', rest = ''] = match ?? [];
  const plain = withoutSeparators(digits.trim(), decimal);
  if (plain === undefined) return undefined;
  const value = Number(plain + power);
  const unit = readUnit(rest);
  return Number.isFinite(value) && unit !== undefined
    ? { value: value * unit.times, unit: unit.name }
    : undefined;
}

/** As JavaScript writes it; undefined when thousands are not parted by threes. */
function withoutSeparators(digits: string, decimal: Decimal): string | undefined {
  const point = decimal === 'comma' ? ',' : '.';
  const at = digits.lastIndexOf(point);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return undefined;
  const groups = whole.replace(/^[+-]/, '').split(/[.,'’ \u00a0\u202f]/);
  if (groups.length > 1 && !groups.every((group, index) => fits(group, index))) return undefined;
  const joined = groups.join('');
  if (joined === '' && fraction === '') return undefined;
  return `${whole.startsWith('-') ? '-' : ''}${joined === '' ? '0' : joined}.${fraction === '' ? '0' : fraction}`;
}

function fits(group: string, index: number): boolean {
  return index === 0 ? /^\d{1,3}$/.test(group) : /^\d{3}$/.test(group);
}

function readUnit(rest: string): { readonly times: number; readonly name: string } | undefined {
  const prefix = /^\s*([kKMG])(?![A-Za-z])\s*(.*)$/.exec(rest);
  const name = (prefix?.[2] ?? rest).trim();
  // Something that goes on with digits is no unit: a date, a version, a range.
  if (/\d/.test(name) || name.length > 30) return undefined;
  return { times: PREFIXES[prefix?.[1] ?? ''] ?? 1, name };
}

/**
 * Whether commas or points part the decimals of a text's numbers.
 *
 * @param cells     those that may be numbers
 * @param delimiter what parts the cells: a comma there makes commas inside rare, and then they part thousands
 */
export function decimalOf(cells: Iterable<string>, delimiter: string): Decimal {
  let commas = false;
  for (const cell of cells) {
    const digits = /^[+-]?[\d.,'’ \u00a0\u202f]+/.exec(cell.trim())?.[0] ?? '';
    const comma = digits.lastIndexOf(',');
    const point = digits.lastIndexOf('.');
    if (comma < 0) {
      if (point >= 0 && !/\.\d{3}$/.test(digits)) return 'point';
      continue;
    }
    if (point > comma) return 'point';
    if (point >= 0 || !/,\d{3}$/.test(digits)) return 'comma';
    commas = true;
  }
  return commas && delimiter !== ',' ? 'comma' : 'point';
}
