/** Scenarios with a score, to be beaten. */
import { type ReactNode, useMemo } from 'react';
import { useServices } from '../app/context.tsx';
import { printMeasure } from '../core/expectations/print.ts';
import type { Contest } from '../core/index.ts';
import { scoreEntry } from '../core/lesson/contestScore.ts';
import { contestSheet } from '../core/lesson/sheet.ts';
import { Button } from '../ui/Button.tsx';
import { loadContests } from './courseIndex.ts';
import { LoadedList } from './LoadedList.tsx';
import styles from './lessons.module.css';
import { openSheet } from './openSheet.ts';
import { useRuns } from './useRuns.ts';

export function Contests(): ReactNode {
  return (
    <LoadedList load={loadContests} what="contests">
      {(contests) => contests.map((contest) => <ContestCard key={contest.id} contest={contest} />)}
    </LoadedList>
  );
}

const RUNS = ['run', 'best'] as const;

function ContestCard({ contest }: { readonly contest: Contest }): ReactNode {
  const { store } = useServices();
  const sheet = useMemo(() => contestSheet(contest), [contest]);
  const { run, best } = useRuns(sheet.runs, RUNS);
  const points = (trace: typeof run): string =>
    trace === undefined
      ? '…'
      : scoreEntry(contest, trace).points.toLocaleString('en', { maximumFractionDigits: 2 });
  return (
    <section className={styles.card} aria-label={contest.title}>
      <div className={styles.cardHead}>
        <h3>{contest.title}</h3>
        <Button
          look="outlined"
          aria-label={`Enter: ${contest.title}`}
          onClick={() => openSheet(store, sheet)}
        >
          Enter
        </Button>
      </div>
      <p>
        Points are{' '}
        {contest.score.map(({ measure, weight }, index) => (
          <span key={printMeasure(measure)}>
            {index > 0 ? ' + ' : ''}
            {weight} × {printMeasure(measure)}
          </span>
        ))}
        ; fewer are better. The start has {points(run)}, the best known {points(best)}.
      </p>
    </section>
  );
}
