/** Numbers as axes and tooltips print them. Pure; the unit always stands with the number. */
import { format } from 'd3-format';
import type { MetricColumns } from '../core/index.ts';

export type Unit = MetricColumns['unit'] | 'replicas' | 'seconds';

/** Keeps a number and its unit on one line. */
const NARROW_SPACE = '\u202f';

const plain = format(',.4~g');
const prefixed = format('.3~s');
const BINARY = ['B', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'] as const;

/**
 * A number of a unit, in the notation that Kubernetes users write: 70 %, 250m, 512Mi.
 *
 * @param scale the largest number it stands beside, so that an axis keeps to one notation; itself when left out
 */
export function formatValue(value: number, unit: Unit, scale = value): string {
  switch (unit) {
    case 'percent':
      return `${plain(value)}${NARROW_SPACE}%`;
    case 'cores':
      return scale !== 0 && Math.abs(scale) < 1 ? `${plain(value * 1000)}m` : plain(value);
    case 'bytes':
      return formatBytes(value, scale);
    case 'value':
      return value !== 0 && Math.abs(value) < 1 ? `${plain(value)}` : formatLarge(value);
    case 'replicas':
      return plain(value);
    case 'seconds':
      return formatSeconds(value, scale);
  }
}

/** Below a second in milliseconds. */
function formatSeconds(value: number, scale: number): string {
  const isShort = scale !== 0 && Math.abs(scale) < 1;
  return isShort ? `${plain(value * 1000)}${NARROW_SPACE}ms` : `${plain(value)}${NARROW_SPACE}s`;
}

function formatLarge(value: number): string {
  return Math.abs(value) < 10_000 ? plain(value) : prefixed(value);
}

function formatBytes(value: number, scale: number): string {
  const power = binaryPower(scale);
  return `${plain(value / 1024 ** power)}${BINARY[power]}`;
}

/** The power of 1024 whose prefix suits a number of bytes. */
export function binaryPower(bytes: number): number {
  let power = 0;
  while (power < BINARY.length - 1 && Math.abs(bytes) >= 1024 ** (power + 1)) power++;
  return power;
}

/** "00:21:45"; days run on in the hours. */
export function formatClock(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** "45 s", "10 min", "2 h", "1 h 30 min", "10 min 5 s". */
export function formatInstant(seconds: number): string {
  if (seconds === 0) return '0 min';
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return said.join(' ') || '0 min';
}
