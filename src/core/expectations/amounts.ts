/** Spans of time and amounts, read and written. */
import { asApproximateFloat64, parseQuantity } from '../apimachinery/quantity.ts';
import type { MeasureUnit } from './types.ts';

const UNIT_SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** Thousandths of seconds are the finest that is told apart. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/**
 * Seconds of `90s`, `1h30m`, `250ms`, `10:00` or `1:00:00`; undefined for anything else.
 *
 * @rule XP10
 */
export function readSeconds(text: string): number | undefined {
  const clock = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{2})$/.exec(text);
  if (clock !== null) {
    const [, hours = '0', minutes, seconds] = clock;
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  }
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(text)) return text === '0' ? 0 : undefined;
  let sum = 0;
  for (const [, amount, unit = 's'] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)) {
    sum += Number(amount) * (UNIT_SECONDS[unit] ?? 1);
  }
  return rounded(sum);
}

/**
 * As it can be read again: `90s` is written `1m30s`.
 *
 * @rule XP10
 */
export function secondsText(seconds: number): string {
  if (seconds === Number.POSITIVE_INFINITY) return 'never';
  const thousandths = Math.round(seconds * 1000);
  const parts: string[] = [];
  let rest = Math.floor(thousandths / 1000);
  for (const [unit, size] of [
    ['h', 3600],
    ['m', 60],
    ['s', 1],
  ] as const) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(`${amount}${unit}`);
  }
  if (thousandths % 1000 !== 0) parts.push(`${thousandths % 1000}ms`);
  return parts.length === 0 ? '0s' : parts.join('');
}

/** A plain number, or a quantity of Kubernetes: `500m`, `64Mi`. */
function readAmount(text: string): number | undefined {
  const plain = Number(text);
  if (Number.isFinite(plain)) return plain;
  const quantity = parseQuantity(text);
  return quantity.ok ? asApproximateFloat64(quantity.value) : undefined;
}

/** A level or a share may have a percent sign. */
export function readLevel(text: string): { readonly value: number; readonly percent: boolean } | undefined {
  const percent = text.endsWith('%');
  const value = readAmount(percent ? text.slice(0, -1) : text);
  return value === undefined ? undefined : { value, percent };
}

/** A measure's number in its unit; undefined when the text is none. */
export function readValue(text: string, unit: MeasureUnit): number | undefined {
  switch (unit) {
    case 'seconds':
      return readSeconds(text);
    case 'hours':
      return readAmount(text.replace(/h$/, ''));
    case 'percent':
    case 'metric':
      return readLevel(text)?.value;
    case 'count':
    case 'requests':
      return readAmount(text);
  }
}

/** As `readValue` reads it. */
export function valueText(value: number, unit: MeasureUnit): string {
  if (unit === 'seconds') return secondsText(value);
  return unit === 'percent' ? `${value}%` : String(value);
}
