/** What somebody meant who wrote something similar. */

/** Differences in letters, insertions and deletions counted alike; enough for typing slips. @rule MF17 */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Longer words than any name of the API are not compared. */
const MAX_COMPARED = 60;

/** A name without its case, its punctuation and its plural. */
function letters(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .slice(0, MAX_COMPARED);
}

/** How much of a word may differ. Short words are near to everything. */
function slack(wanted: string): number {
  return wanted.length <= 3
    ? 0
    : Math.min(4, Math.max(wanted.length < 6 ? 1 : 2, Math.floor(wanted.length / 4)));
}

/**
 * The candidate that a name is a slip of: another case, a missing letter, an `s` too much.
 *
 * @returns undefined when none is near enough, or two are equally near
 * @rule MF17
 */
export function closest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = letters(name);
  const limit = slack(wanted);
  let best: string | undefined;
  let bestDistance = limit + 1;
  let isTie = false;
  for (const candidate of candidates) {
    // `stabilizationWindow` for `stabilizationWindowSeconds`: the beginning of a long name is near enough
    const isBeginning = wanted.length >= 6 && letters(candidate).startsWith(wanted);
    const distance = isBeginning ? Math.min(limit, 1) : editDistance(wanted, letters(candidate));
    if (distance < bestDistance) {
      [best, bestDistance, isTie] = [candidate, distance, false];
    } else if (distance === bestDistance && distance <= limit) isTie = true;
  }
  return isTie ? undefined : best;
}
