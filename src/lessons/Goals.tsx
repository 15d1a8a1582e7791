/** What is aimed at, held against the run that is on the page. */
import { Check, Crosshair, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useServices } from '../app/context.tsx';
import { clockText } from '../core/expectations/figures.ts';
import { printExpectation } from '../core/expectations/print.ts';
import { syncAt } from '../store/syncs.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './lessons.module.css';
import type { Judged, JudgedGoal } from './useLesson.ts';

interface GoalsProps {
  readonly judged: Judged;
  readonly isContest: boolean;
}

export function Goals({ judged, isContest }: GoalsProps): ReactNode {
  const { goals, isReached, broken } = judged;
  if (goals?.length === 0) return null;
  return (
    <section className={styles.part} aria-label={isContest ? 'Rules' : 'Goal'}>
      <h3>{isContest ? 'Rules' : 'Goal'}</h3>
      {goals === undefined ? (
        <p className={styles.note}>The present scenario has no run yet.</p>
      ) : (
        <ul className={styles.goals}>
          {goals.map((judgedGoal) => (
            <GoalRow key={printExpectation(judgedGoal.goal.expectation)} judgedGoal={judgedGoal} />
          ))}
        </ul>
      )}
      <p className={styles.verdict} role="status" data-reached={isReached}>
        {verdictText(judged, isContest, broken.length)}
      </p>
    </section>
  );
}

function verdictText({ goals, isReached }: Judged, isContest: boolean, broken: number): string {
  if (goals === undefined) return '';
  if (isReached) return isContest ? 'Every rule is kept: this entry counts.' : 'Reached. Well done.';
  const missing = goals.filter(({ answer }) => !answer.isMet).length;
  if (missing === 0 && broken > 0) return 'All of it holds, but something that is locked was changed.';
  return `${goals.length - missing} of ${goals.length} hold.`;
}

function GoalRow({ judgedGoal: { goal, answer } }: { readonly judgedGoal: JudgedGoal }): ReactNode {
  const { store } = useServices();
  const { isMet, atSeconds, sentence } = answer;
  const show = (): void => {
    const state = store.getState();
    if (state.trace === undefined || atSeconds === undefined) return;
    state.selectSync(syncAt(state.trace, atSeconds));
    state.showPhoneTab('charts');
  };
  return (
    <li className={styles.goal} data-met={isMet}>
      {isMet ? (
        <Check size={16} role="img" aria-label="met" />
      ) : (
        <X size={16} role="img" aria-label="not met" />
      )}
      <span>
        <span className={styles.aim}>{goal.text ?? printExpectation(goal.expectation)}</span>
        <span className={styles.measured}>{sentence}</span>
      </span>
      {atSeconds === undefined ? null : (
        <IconButton label={`Show ${clockText(atSeconds)}, which decides`} onClick={show}>
          <Crosshair size={15} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
