/** Ranks of a match, best first; 0 is none. */
const TITLE_STARTS = 1;
const WORD_STARTS = 0.8;
const IN_TITLE = 0.6;
const IN_ABOUT = 0.3;

/**
 * How well a command fits what was typed: each word has to stand in its title or its sentence, in any order, and the
 * worst of them counts. Letters picked from here and there do not count: in a sentence they always fit somewhere.
 */
export function commandMatch(title: string, search: string, about: readonly string[] = []): number {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const [inTitle, inAbout] = [title.toLowerCase(), about.join(' ').toLowerCase()];
  return Math.min(1, ...words.map((word, index) => rank(word, index === 0, inTitle, inAbout)));
}

function rank(word: string, isFirst: boolean, title: string, about: string): number {
  const at = title.indexOf(word);
  if (at === 0 && isFirst) return TITLE_STARTS;
  if (at === 0 || (at > 0 && isWordStart(title, word))) return WORD_STARTS;
  if (at > 0) return IN_TITLE;
  return about.includes(word) ? IN_ABOUT : 0;
}

function isWordStart(title: string, word: string): boolean {
  return title.split(/[\s“”:]+/).some((part) => part.startsWith(word));
}
