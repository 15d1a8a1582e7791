import type { Problem } from '../manifest/types.ts';
import type { Advice } from './types.ts';

/** Warnings of the reader that a piece of advice says too, with a reason. */
const SAME: Readonly<Record<string, string>> = { 'no-request': 'missing-request' };

/** Whether a problem and a piece of advice say the same of the same line: one of them is enough. */
export function saysTheSame({ rule, range }: Problem, advice: Advice): boolean {
  return advice.rule === SAME[rule] && advice.line === range.startLine;
}
