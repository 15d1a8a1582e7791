/** Typed instants. Pure. */

/**
 * Seconds of a typed instant: "1:30:00", "21:45" (minutes and seconds), "45s", "10 min", "1h 30m". A bare number
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

const SECONDS_OF = { h: 3600, m: 60, s: 1 } as const;

function parseUnits(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?\s*(h|min|m|s)\s*)+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([hms])/g)];
  const seconds = parts.map(([, count, unit]) => Number(count) * SECONDS_OF[unit as keyof typeof SECONDS_OF]);
  return Math.round(seconds.reduce((sum, part) => sum + part, 0));
}

function parseMinutes(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 60) : undefined;
}
