/**
 * Numbers for people: quantities, ratios, percentages, spans of time, replica counts. Display only; nothing here is
 * read back, and nothing that decides anything depends on a rounding made here.
 */
import type { Int64, Ms } from '../podautoscaler/interfaces.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A number without needless digits: at most `digits` significant ones below a thousand, no trailing zeros.
 * Never prints `NaN`; a division of zero by zero reads `0/0`.
 *
 * @param value  any double
 * @param digits significant digits, 3 unless told
 * @rule EX1 every number in a text is rounded for reading, and none reads as a value it is not
 */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '0/0';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const text = trimmed(Math.abs(value), digits);
  return value < 0 && text !== '0' ? `−${text}` : text;
}

function trimmed(magnitude: number, digits: number): string {
  if (magnitude >= 10 ** digits) return groupThousands(magnitude.toFixed(0));
  const fixed = magnitude.toPrecision(digits);
  const plain = fixed.includes('e') ? Number(fixed).toFixed(6) : fixed;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** Thin spaces between groups of three, from five digits on: `12 345`, but `1234`. */
function groupThousands(integer: string): string {
  return integer.length < 5 ? integer : integer.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** `156 %`; the number is taken as it is, in percent. @rule EX1 */
export function formatPercent(percent: Int64 | number): string {
  return `${formatNumber(Number(percent))} %`;
}

/**
 * A ratio with two decimals, or with as many more as it takes to see on which side of `edges` it lies: 1.1014 next to
 * an edge of 1.1 reads `1.101`.
 *
 * @param ratio usage ratio as the controller compared it
 * @param edges values that the text sets it against, such as the ends of the tolerance band
 * @rule EX1
 */
export function formatRatio(ratio: number, edges: readonly number[] = []): string {
  if (!Number.isFinite(ratio) || Math.abs(ratio) >= 1000) return formatNumber(ratio);
  for (let digits = 2; digits < 10; digits++) {
    const text = ratio.toFixed(digits);
    if (edges.every((edge) => edge === ratio || edge.toFixed(digits) !== text)) return text;
  }
  return ratio.toString();
}

/**
 * A span of time in its two largest units: `50 s`, `4 min 10 s`, `2 h`.
 *
 * @param seconds not negative; fractions are rounded to whole seconds
 * @rule EX2 spans read in the two largest units, settings of the manifest in the unit of the manifest
 */
export function formatSpan(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < MINUTE) return `${whole} s`;
  if (whole < HOUR) return twoUnits(Math.floor(whole / MINUTE), 'min', whole % MINUTE, 's');
  if (whole < DAY) return twoUnits(Math.floor(whole / HOUR), 'h', Math.floor((whole % HOUR) / MINUTE), 'min');
  return twoUnits(Math.floor(whole / DAY), 'd', Math.floor((whole % DAY) / HOUR), 'h');
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** The span between two instants, as `formatSpan` writes it. @rule EX2 */
export function formatAge(fromMs: Ms, toMs: Ms): string {
  return formatSpan((toMs - fromMs) / 1000);
}

/** `1 pod`, `3 pods`. @rule EX1 */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count, 10)} ${count === 1 ? singular : plural}`;
}

/** `a`, `a and b`, `a, b and c`. @rule EX1 */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/**
 * CPU as manifests write it up to one core, in cores above: `350m`, `1.25 cores`.
 *
 * @param milli milli-cores
 * @rule EX1
 */
export function formatCpu(milli: Int64): string {
  const value = Number(milli);
  if (Math.abs(value) < 1000) return `${formatNumber(value)}m`;
  const cores = formatNumber(value / 1000);
  return cores === '1' ? '1 core' : `${cores} cores`;
}

const BINARY_UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;

/**
 * Memory in the largest binary unit that leaves at least one: `512Mi`, `1.5Gi`.
 *
 * @param milli milli-bytes, as the controller keeps every quantity
 * @rule EX1
 */
export function formatMemory(milli: Int64): string {
  let value = Number(milli) / 1000;
  if (Math.abs(value) < 1024) return `${formatNumber(value, 4)} B`;
  let unit = -1;
  while (Math.abs(value) >= 1024 && unit < BINARY_UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${formatNumber(value, 4)}${BINARY_UNITS[unit]}`;
}

const DECIMAL_UNITS = [
  { from: 1e12, divisor: 1e12, unit: 'T' },
  { from: 1e9, divisor: 1e9, unit: 'G' },
  { from: 1e6, divisor: 1e6, unit: 'M' },
  { from: 1e4, divisor: 1e3, unit: 'k' },
] as const;

/**
 * A metric of the visitor's own: `120`, `12.5k`, with `/s` where its name says that it is a rate.
 *
 * @param milli milli-value
 * @param name  the metric's name
 * @rule EX1
 */
export function formatCustomValue(milli: Int64, name: string): string {
  const value = Number(milli) / 1000;
  const scale = DECIMAL_UNITS.find((candidate) => Math.abs(value) >= candidate.from);
  const text = scale ? `${formatNumber(value / scale.divisor)}${scale.unit}` : formatNumber(value, 4);
  return isRate(name) ? `${text}/s` : text;
}

function isRate(name: string): boolean {
  return /(per_second|_rate|[_-]?[rq]ps)$|^rate[_:]/.test(name);
}
