import { judge } from '../expectations/judge.ts';
import { measureRun } from '../expectations/measures/measure.ts';
import type { Answer } from '../expectations/types.ts';
import type { Trace } from '../trace/types.ts';
import type { Contest } from './types.ts';

export interface Entry {
  /** fewer are better; without end when a number is missing */
  readonly points: number;
  readonly rules: readonly Answer[];
  /** whether every rule is kept */
  readonly counts: boolean;
}

/**
 * What a run is worth in a contest.
 *
 * @rule LS11
 */
export function scoreEntry({ score, rules }: Pick<Contest, 'score' | 'rules'>, trace: Trace): Entry {
  const points = score.reduce(
    (sum, { measure, weight }) =>
      sum + weight * (measureRun(measure, trace)?.value ?? Number.POSITIVE_INFINITY),
    0,
  );
  const answers = rules.map(({ expectation }) => judge(expectation, trace));
  return { points, rules: answers, counts: answers.every(({ isMet }) => isMet) };
}
