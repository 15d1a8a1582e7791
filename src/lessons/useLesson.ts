/** What the views of a lesson read: the attempt, its runs, what the present run answers. */
import { useMemo } from 'react';
import { useApp } from '../app/context.tsx';
import { judge } from '../core/expectations/judge.ts';
import type { Answer, Goal, Lock, TaughtSheet, Trace } from '../core/index.ts';
import { brokenLocks } from '../core/lesson/locks.ts';
import { runsNeeded } from '../core/lesson/sheet.ts';
import { type Runs, useRuns } from './useRuns.ts';

export interface JudgedGoal {
  readonly goal: Goal;
  readonly answer: Answer;
}

export interface Judged {
  /** undefined: the present scenario has not run yet, or does not run */
  readonly goals: readonly JudgedGoal[] | undefined;
  readonly broken: readonly Lock[];
  /** every statement of the goal holds, and nothing that is locked was touched */
  readonly isReached: boolean;
}

const NOT_RUN: Judged = { goals: undefined, broken: [], isReached: false };

export function useSheetRuns(sheet: TaughtSheet): Runs {
  const names = useMemo(() => runsNeeded(sheet), [sheet]);
  return useRuns(sheet.runs, names);
}

/** The run of the document that lies on the page, once it is there. */
export function usePresentTrace(opened: number): Trace | undefined {
  return useApp((state) =>
    state.traceIsStale || state.traceOpened !== opened || state.failure !== undefined
      ? undefined
      : state.trace,
  );
}

/** The goal, held against the run that is on the page. */
export function useJudged(sheet: TaughtSheet, opened: number): Judged {
  const trace = usePresentTrace(opened);
  const scenario = useApp((state) => state.scenario);
  const broken = useMemo(() => brokenLocks(sheet.locked, sheet.start, scenario), [sheet, scenario]);
  return useMemo(() => {
    if (trace === undefined) return { ...NOT_RUN, broken };
    const goals = sheet.goal.map((goal) => ({ goal, answer: judge(goal.expectation, trace) }));
    return { goals, broken, isReached: broken.length === 0 && goals.every(({ answer }) => answer.isMet) };
  }, [sheet, trace, broken]);
}
