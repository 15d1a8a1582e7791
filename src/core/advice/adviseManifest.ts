/** Advice that a manifest alone gives rise to, and what a run adds to it. */
import type { Trace } from '../trace/types.ts';
import { type AdviceInput, type Review, reviewOf } from './review.ts';
import { toAdvice } from './rule.ts';
import { RULES } from './rules/index.ts';
import { adviseRunOf } from './run/index.ts';
import type { Advice } from './types.ts';

/** One text, reviewed once; runs of it can follow. */
export interface Adviser {
  /** in the order of the text */
  readonly manifest: readonly Advice[];
  /** the same with evidence from a run, and what only the run showed */
  run(trace: Trace): readonly Advice[];
}

/**
 * Reviews a text: what is legal and yet probably not what was meant. Never throws on a visitor's text; nothing is said
 * where no HPA of the text would be stored.
 *
 * @rule AD1 AD2 AD3
 */
export function reviewManifest(input: AdviceInput): Adviser {
  const review = reviewOf(input);
  if (review === undefined) return { manifest: [], run: () => [] };
  const manifest = inOrder(rulesOf(review));
  return { manifest, run: (trace) => inOrder(adviseRunOf(review, trace, manifest)) };
}

/** Advice on a text that is not run. @rule AD1 AD2 */
export function adviseManifest(input: AdviceInput): readonly Advice[] {
  return reviewManifest(input).manifest;
}

/** Advice on a text and a run of it. @rule AD3 */
export function adviseRun(trace: Trace, input: AdviceInput): readonly Advice[] {
  return reviewManifest(input).run(trace);
}

function rulesOf(review: Review): Advice[] {
  return RULES.flatMap((rule) => rule.find(review).map((finding) => toAdvice(review, rule, finding)));
}

function inOrder(advice: readonly Advice[]): readonly Advice[] {
  return advice.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
