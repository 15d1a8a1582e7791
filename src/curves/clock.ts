/** Typed instants and spans. Pure. */
import { formatInstant } from '../charts/units.ts';

/**
 * Seconds of a typed instant: "1:30:00", "21:45" (minutes and seconds), "45s", "10 min", "1h 30m", "7 d". A bare number
 * counts minutes, as the axis does. Undefined for everything else.
 */
export function parseInstant(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  return parseColons(typed) ?? parseUnits(typed) ?? parseMinutes(typed);
}

function parseColons(text: string): number | undefined {
  if (!/^\d+(:[0-5]?\d){1,2}$/.test(text)) return undefined;
  return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

const SECONDS_OF = { d: 86_400, h: 3600, m: 60, s: 1 } as const;

function parseUnits(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?\s*(d|h|min|m|s)\s*)+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([dhms])/g)];
  const seconds = parts.map(([, count, unit]) => Number(count) * SECONDS_OF[unit as keyof typeof SECONDS_OF]);
  return Math.round(seconds.reduce((sum, part) => sum + part, 0));
}

function parseMinutes(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 60) : undefined;
}

/** "5 min", "1 h", "24 h", "7 d", "1 h 30 min": how long a run is. */
export function formatSpan(seconds: number): string {
  const days = seconds / SECONDS_OF.d;
  return days >= 2 && Number.isInteger(days) ? `${days} d` : formatInstant(seconds);
}
