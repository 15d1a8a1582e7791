/** The shape of a rule that looks at a run. */
import type { Trace } from '../../trace/types.ts';
import type { Review } from '../review.ts';
import type { Place } from '../rule.ts';
import type { Advice } from '../types.ts';

export interface RunFinding {
  readonly at: Place;
  readonly message: string;
  /** what the run showed, with its numbers */
  readonly evidence: string;
}

/** One thing that reviewers look for in a run. */
export interface RunRule {
  readonly rule: string;
  readonly reason: string;
  readonly link: string;
  /** @param manifest what the manifest alone gave rise to */
  find(review: Review, trace: Trace, manifest: readonly Advice[]): readonly RunFinding[];
}

/** `12 %`, of a share from 0 to 1; never 0 % of something or 100 % of not everything. */
export function percentText(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 'less than 1 %';
  return percent === 100 && share < 1 ? 'more than 99 %' : `${percent} %`;
}
