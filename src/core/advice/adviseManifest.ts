/** Advice that a manifest alone gives rise to. */
import { type AdviceInput, reviewOf } from './review.ts';
import { toAdvice } from './rule.ts';
import { RULES } from './rules/index.ts';
import type { Advice } from './types.ts';

/**
 * Reviews a text: what is legal and yet probably not what was meant. Never throws on a visitor's text; empty where no
 * HPA of the text would be stored.
 *
 * @returns in the order of the text
 * @rule AD1 AD2
 */
export function adviseManifest(input: AdviceInput): readonly Advice[] {
  const review = reviewOf(input);
  if (review === undefined) return [];
  return RULES.flatMap((rule) => rule.find(review).map((finding) => toAdvice(review, rule, finding))).sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}
