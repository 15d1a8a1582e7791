/** Finding terms by what somebody types. */
import { TERM_GROUPS, type TermId } from './terms.ts';
import type { Term } from './types.ts';

export interface FoundGroup {
  readonly title: string;
  readonly terms: readonly { readonly id: TermId; readonly term: Term }[];
}

/** Every word has to occur: in the name, in other names for it, or in what it says. */
export function searchTerms(query: string): readonly FoundGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return TERM_GROUPS.map(({ title, terms }) => ({
    title,
    terms: Object.entries(terms)
      .filter(([, term]) => words.every((word) => textOf(term).includes(word)))
      .map(([id, term]) => ({ id: id as TermId, term })),
  })).filter(({ terms }) => terms.length > 0);
}

function textOf({ name, text, also = [] }: Term): string {
  return [name, text, ...also].join('\n').toLowerCase();
}
