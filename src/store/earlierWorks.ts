/** The works put aside, as all tabs share them. Pure. */
import { sameScenario } from './sameScenario.ts';
import type { Work } from './scenarioSlice.ts';

/** Newest first; the oldest fall out. */
export const MAX_EARLIER = 20;
/** Of their JSON, in UTF-16 code units: they share some five million with the drafts. */
const MAX_LENGTH = 2_000_000;

/** A work that is there already moves to the front. */
export function withEarlier(work: Work, earlier: readonly Work[]): readonly Work[] {
  return [work, ...earlier.filter((other) => !sameScenario(other.scenario, work.scenario))].slice(
    0,
    MAX_EARLIER,
  );
}

/** What a tab has changed in its list, made in the list that stands in the storage, which other tabs change too. */
export function mergeEarlier(
  stored: readonly Work[],
  before: readonly Work[],
  after: readonly Work[],
): readonly Work[] {
  const taken = before.filter((work) => !after.includes(work));
  const added = after.filter((work) => !before.includes(work));
  const left = stored.filter((work) => !taken.some((other) => sameScenario(other.scenario, work.scenario)));
  return added.reduceRight<readonly Work[]>((works, work) => withEarlier(work, works), left);
}

/** As many of the newest as there is room for. */
export function earlierText(works: readonly Work[]): string {
  for (let count = works.length; ; count--) {
    const text = JSON.stringify(works.slice(0, count));
    if (text.length <= MAX_LENGTH || count <= 1) return text;
  }
}
