/** Points of the present run, and the bar to beat. */
import { type ReactNode, useMemo } from 'react';
import type { Trace } from '../core/index.ts';
import { scoreEntry } from '../core/lesson/contestScore.ts';
import type { Attempt } from '../store/lessonSlice.ts';
import styles from './lessons.module.css';
import { type Judged, usePresentTrace } from './useLesson.ts';

interface ContestScoreProps {
  readonly attempt: Attempt;
  readonly judged: Judged;
  readonly best: Trace | undefined;
}

export function ContestScore({ attempt, judged, best }: ContestScoreProps): ReactNode {
  const { contest } = attempt.sheet;
  const trace = usePresentTrace(attempt.opened);
  const own = useMemo(() => contest && trace && scoreEntry(contest, trace), [contest, trace]);
  const bar = useMemo(() => contest && best && scoreEntry(contest, best), [contest, best]);
  if (contest === undefined) return null;
  const counts = own?.counts === true && judged.broken.length === 0;
  const isBeaten = counts && bar !== undefined && own.points < bar.points;
  return (
    <section className={styles.part} aria-label="Score">
      <h3>Points, fewer are better</h3>
      <dl className={styles.points}>
        <div>
          <dt>Yours</dt>
          <dd>{own === undefined ? '…' : pointsText(own.points)}</dd>
        </div>
        <div>
          <dt>Best known</dt>
          <dd>{bar === undefined ? '…' : pointsText(bar.points)}</dd>
        </div>
      </dl>
      <p className={styles.verdict} role="status" data-reached={isBeaten}>
        {isBeaten
          ? 'Better than the best that is known. Share the link.'
          : counts
            ? 'It counts. The bar stands.'
            : 'It does not count yet.'}
      </p>
    </section>
  );
}

function pointsText(points: number): string {
  return Number.isFinite(points) ? points.toLocaleString('en', { maximumFractionDigits: 2 }) : 'none';
}
