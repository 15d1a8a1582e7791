/** The comments of a text, and the claims in them that a field can contradict. */
import type { Review } from './review.ts';
import { type Place, rangeOf } from './rule.ts';

const COMMENT = /(?:^|\s)#+\s*(.*)$/;
/** A line that holds a comment and nothing else. */
const ONLY_COMMENT = /^\s*#+\s*(.*)$/;

/** What stands behind the `#` of a line; a `#` inside quotes is none. */
function commentOf(line: string): string | undefined {
  const match = COMMENT.exec(line);
  if (match === null) return undefined;
  const before = line.slice(0, match.index);
  const quotes = (mark: string): number => before.split(mark).length - 1;
  return quotes('"') % 2 === 1 || quotes("'") % 2 === 1 ? undefined : match[1];
}

/**
 * What is said of a field: at the end of its line, and in the comment lines right above it.
 *
 * @rule AD50
 */
export function commentsAt(review: Review, place: Place): readonly string[] {
  const lines = review.text.split(/\r\n|\n|\r/);
  const index = rangeOf(review, place).startLine - 1;
  const trailing = commentOf(lines[index] ?? '');
  const above: string[] = [];
  for (let line = index - 1; line >= 0; line--) {
    const comment = ONLY_COMMENT.exec(lines[line] ?? '')?.[1];
    if (comment === undefined) break;
    above.unshift(comment);
  }
  const comments = trailing === undefined ? [above.join(' ')] : [trailing, above.join(' ')];
  return comments.filter((comment) => comment.trim() !== '' && !isAboutSomethingElse(comment));
}

/** Comments on what used to be, on defaults, and on what is not so, claim nothing of the value beside them. */
const ELSEWHERE =
  /\b(was|were|previously|formerly|old|instead|default|defaults|todo|fixme|originally|used to|unlike|example|e\.g|not|no longer|rather than|recommended|ideally|should)\b/i;

function isAboutSomethingElse(comment: string): boolean {
  return ELSEWHERE.test(comment);
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
const DURATION =
  /\b(\d+(?:\.\d+)?|an?|one|half an?)[ -]*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\b/gi;
const PER_UNIT = /\b(?:per|every|each|\/) ?(second|minute|min|hour)\b/gi;
const AND_A_HALF = /\band a half\b/i;
const PERCENT = /\b(\d+(?:\.\d+)?) ?(?:%|percent\b)/gi;
const PODS =
  /\b(\d+|one|two|three|four|five|ten) (?:more |extra |additional |new )?(?:pods?|replicas?|instances?)\b/gi;
const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  an: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
};

function numberOf(text: string): number {
  const word = text.toLowerCase();
  if (word.startsWith('half')) return 0.5;
  return WORDS[word] ?? Number(text);
}

/** The one number of a kind that a comment names; undefined for none, and for several different ones. */
function single(numbers: readonly number[]): number | undefined {
  const distinct = new Set(numbers);
  return distinct.size === 1 ? numbers[0] : undefined;
}

/** @returns seconds @rule AD50 */
export function durationClaim(comment: string): number | undefined {
  if (AND_A_HALF.test(comment)) return undefined;
  const counted = [...comment.matchAll(DURATION)].map(
    ([, count = '', unit = 's']) => numberOf(count) * (UNIT_SECONDS[unit.charAt(0).toLowerCase()] ?? 1),
  );
  const each = [...comment.matchAll(PER_UNIT)].map(
    ([, unit = 's']) => UNIT_SECONDS[unit.charAt(0).toLowerCase()] ?? 1,
  );
  return single([...counted, ...each]);
}

/** @rule AD50 */
export function percentClaim(comment: string): number | undefined {
  return single([...comment.matchAll(PERCENT)].map(([, percent = '']) => Number(percent)));
}

/** @rule AD50 */
export function podsClaim(comment: string): number | undefined {
  return single([...comment.matchAll(PODS)].map(([, count = '']) => numberOf(count)));
}
