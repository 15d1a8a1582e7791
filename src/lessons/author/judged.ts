/** What the runs of a draft answer to its goal: the start is to miss it, the solution to meet it. */

import { judge } from '../../core/expectations/judge.ts';
import { parseExpectation } from '../../core/expectations/parse.ts';
import type { Answer, ExpectationFault, Lock, Trace } from '../../core/index.ts';
import type { LessonDraft } from '../../core/lesson/draft.ts';
import { brokenLocks, lockText, readLock } from '../../core/lesson/locks.ts';

export const RUN_NAMES = ['start', 'present', 'solution'] as const;
export type RunName = (typeof RUN_NAMES)[number];
/** As far as they are there. */
export type DraftRuns = Readonly<Partial<Record<RunName, Trace | undefined>>>;

/** A statement of the goal, held against each run. */
export type Statement =
  | { readonly fault: ExpectationFault }
  | { readonly fault: undefined; readonly answers: Readonly<Partial<Record<RunName, Answer>>> };

export function statementOf(text: string, runs: DraftRuns): Statement {
  const read = parseExpectation(text);
  if (!read.ok) return { fault: read.fault };
  const answers: Partial<Record<RunName, Answer>> = {};
  for (const name of RUN_NAMES) {
    const trace = runs[name];
    if (trace !== undefined) answers[name] = judge(read.value, trace);
  }
  return { fault: undefined, answers };
}

export interface Verdict {
  readonly isRight: boolean;
  readonly text: string;
}

/** How many of the statements a run meets; undefined while one of them has no answer. */
function metBy(name: RunName, statements: readonly Statement[]): number | undefined {
  let met = 0;
  for (const statement of statements) {
    const answer = statement.fault === undefined ? statement.answers[name] : undefined;
    if (answer === undefined) return undefined;
    if (answer.isMet) met++;
  }
  return met;
}

function onStart(statements: readonly Statement[]): Verdict[] {
  const met = metBy('start', statements);
  if (met === undefined) return [{ isRight: false, text: 'The start has no run that can be judged yet.' }];
  return met === statements.length
    ? [{ isRight: false, text: 'The start meets the goal already: nothing would be left to do.' }]
    : [{ isRight: true, text: 'The start misses the goal, as it should.' }];
}

function onSolution(statements: readonly Statement[], draft: LessonDraft): Verdict[] {
  if (draft.solution === undefined) {
    return [
      {
        isRight: false,
        text: 'There is no solution yet: change the scenario until the goal is met, and take it.',
      },
    ];
  }
  const met = metBy('solution', statements);
  if (met === undefined) return [{ isRight: false, text: 'The solution has no run that can be judged yet.' }];
  return met === statements.length
    ? [{ isRight: true, text: 'The solution meets the goal.' }]
    : [{ isRight: false, text: `The solution meets ${met} of ${statements.length} statements.` }];
}

function onLocks({ start, solution, locked }: LessonDraft): Verdict[] {
  if (start === undefined || solution === undefined) return [];
  const locks = locked.map(readLock).filter((lock): lock is Lock => lock !== undefined);
  const broken = brokenLocks(locks, start, solution);
  if (broken.length === 0) return [];
  return [
    { isRight: false, text: `The solution changes what is locked: ${broken.map(lockText).join(', ')}.` },
  ];
}

/** In words what is right with a goal, and what is not yet. */
export function verdictsOn(draft: LessonDraft, statements: readonly Statement[]): readonly Verdict[] {
  if (statements.length === 0) {
    return [
      { isRight: false, text: 'There is no goal yet: the lesson would be done once its run was looked at.' },
    ];
  }
  if (statements.some(({ fault }) => fault !== undefined)) {
    return [{ isRight: false, text: 'A statement cannot be read yet.' }];
  }
  return [...onStart(statements), ...onSolution(statements, draft), ...onLocks(draft)];
}
