/** Names of kept scenarios. */
import { LIBRARY_LIMITS } from './types.ts';

/** One line without blanks around it, cut where it is too long; empty where nothing is left. */
export function cleanName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LIBRARY_LIMITS.nameLength)
    .trim();
}

/** The name itself, or with the first number behind it that nobody has: `checkout (2)`. Capitals do not tell names apart. */
export function distinctName(wanted: string, taken: Iterable<string>): string {
  const names = new Set(Array.from(taken, (name) => name.toLowerCase()));
  if (!names.has(wanted.toLowerCase())) return wanted;
  const stem = wanted.replace(/ \(\d{1,4}\)$/, '');
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const name = stem.slice(0, LIBRARY_LIMITS.nameLength - ending.length) + ending;
    if (!names.has(name.toLowerCase())) return name;
  }
}
