import { Check } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { outcomesOf } from '../compare/outcomes.ts';
import { TermCard } from '../glossary/Term.tsx';
import { Button } from '../ui/Button.tsx';
import { Help } from '../ui/Help.tsx';
import styles from './Compare.module.css';
import { useApp, useServices } from './context.tsx';
import { Progress } from './LongRun.tsx';
import { OUTCOME_TERMS } from './outcomeTerms.ts';
import tables from './Table.module.css';

interface Column {
  readonly text: string;
  /** the run beside the present one */
  readonly isCompared: boolean;
}

interface CompareTableProps {
  readonly left: Column;
  readonly right: Column;
}

/** What came of both runs; where less is better, the better one is marked. */
export function CompareTable({ left, right }: CompareTableProps): ReactNode {
  const present = useApp((state) => state.trace);
  const compared = useApp((state) => state.compared?.trace);
  const price = useApp((state) => state.pricePerPodHour);
  const busy = useApp((state) => state.comparing || state.running);
  const outcomes = useMemo(() => {
    if (present === undefined || compared === undefined) return undefined;
    return left.isCompared ? outcomesOf(compared, present, price) : outcomesOf(present, compared, price);
  }, [present, compared, price, left.isCompared]);
  return (
    <>
      <CompareStatus />
      {outcomes === undefined ? null : (
        <table
          className={`${tables.table} ${styles.table}`}
          aria-label="Outcomes of both runs"
          aria-busy={busy}
        >
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              <th scope="col">{left.text}</th>
              <th scope="col">{right.text}</th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map(({ id, label, help, a, b, better }) => (
              <tr key={id}>
                <th scope="row">
                  <span className={styles.label}>
                    {label}
                    <Help about={label} text={help} more={<TermCard id={OUTCOME_TERMS[id]} />} />
                  </span>
                </th>
                <Cell text={a} isBetter={better === 'a'} />
                <Cell text={b} isBetter={better === 'b'} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Cell({ text, isBetter }: { readonly text: string; readonly isBetter: boolean }): ReactNode {
  return (
    <td className={tables.number} data-better={isBetter}>
      {text}
      {isBetter ? (
        <span className={styles.better}>
          <Check size={13} aria-hidden />
          better
        </span>
      ) : null}
    </td>
  );
}

/** Why there are no figures, or whose they are. */
function CompareStatus(): ReactNode {
  const { comparing } = useServices();
  const progress = useApp((state) => state.compareProgress);
  const isCancelled = useApp((state) => state.compareCancelled);
  const failure = useApp((state) => state.compareFailure);
  const isWaiting = useApp((state) => state.compared === undefined);
  const isStale = useApp((state) => state.traceIsStale);
  const text =
    failure !== undefined
      ? `There is nothing to compare with: ${failure}`
      : isWaiting
        ? 'Running the other one…'
        : isStale
          ? 'What you edit does not run at present. Its figures are those of the last that did.'
          : '';
  if (progress !== undefined) {
    return <Progress what="Running the other one" share={progress} onCancel={comparing.cancel} />;
  }
  if (isCancelled) return <ComparingCancelled />;
  return (
    <p className={styles.status} role="status">
      {text}
    </p>
  );
}

/** The figures that are there are older than what is asked. */
export function ComparingCancelled(): ReactNode {
  const { comparing } = useServices();
  const hasOlder = useApp((state) => state.compared !== undefined);
  return (
    <div className={styles.cancelled}>
      <p role="status">
        The run beside this one was cancelled.{hasOlder ? ' The figures are those of the one before.' : ''}
      </p>
      <Button look="outlined" onClick={comparing.runAgain}>
        Run again
      </Button>
    </div>
  );
}
