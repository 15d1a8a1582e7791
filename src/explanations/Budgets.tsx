/** What the scaling policies of this direction allow in their periods, and how much of it is gone. */
import type { ReactNode } from 'react';
import type { ExplanationBudget } from '../core/explanation/types.ts';
import styles from './Budgets.module.css';
import { unbroken } from './text.ts';

interface BudgetsProps {
  readonly budgets: readonly ExplanationBudget[];
}

export function Budgets({ budgets }: BudgetsProps): ReactNode {
  return (
    <ul className={styles.budgets}>
      {budgets.map((budget, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a manifest may hold the same policy twice; the order is its own
        <Budget key={index} budget={budget} />
      ))}
    </ul>
  );
}

function Budget({ budget }: { readonly budget: ExplanationBudget }): ReactNode {
  const { label, direction, used, total, selected, freesUpInSeconds } = budget;
  const verb = direction === 'up' ? 'added' : 'removed';
  const left = Math.max(0, total - used);
  const text = `${used} of ${total} ${verb}, ${left} left`;
  return (
    <li className={styles.budget} data-selected={selected}>
      <span className={styles.label}>{unbroken(label)}</span>
      <span className={styles.note}>{selected ? 'decides' : ''}</span>
      <meter
        className={styles.meter}
        aria-label={`${label}, ${verb} in the period`}
        aria-valuetext={text}
        max={Math.max(1, total)}
        value={total === 0 ? 1 : used}
      />
      <span className={styles.amount}>
        {text}
        {freesUpInSeconds === undefined ? null : unbroken(`, frees up in ${freesUpInSeconds} s`)}
      </span>
    </li>
  );
}
