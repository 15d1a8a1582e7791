/** Figures as sentences have them. */
import type { MeasureUnit } from './types.ts';

/** `250 ms`, `1.4 s`, `45 s`, `5 min 45 s`, `1 h 30 min`; `never` for what does not happen. */
export function spanText(seconds: number): string {
  if (seconds === Number.POSITIVE_INFINITY) return 'never';
  if (seconds > 0 && seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  // Below ten seconds a tenth still matters.
  if (seconds < 10 && !Number.isInteger(seconds)) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return said.length === 0 ? '0 s' : said.join(' ');
}

/** An instant as the time axis writes it: `5:45`, `1:05:45`. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** `12,345`; `1.25`: three digits of what is no whole number. */
function numberText(value: number): string {
  if (!Number.isInteger(value) && Math.abs(value) < 1000) return String(Number(value.toPrecision(3)));
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number that is no span of time. */
export function amountText(value: number, unit: Exclude<MeasureUnit, 'seconds'>): string {
  if (unit === 'percent') return `${numberText(value)} %`;
  return unit === 'requests' ? numberText(Math.round(value)) : numberText(value);
}
