/** Statements from the charts: of the instant at the cursor, of what they show, of the whole run. */
import { Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useApp } from '../../app/context.tsx';
import { clockText } from '../../core/expectations/figures.ts';
import { printExpectation } from '../../core/expectations/print.ts';
import { suggestAt, suggestForRun } from '../../core/expectations/suggest.ts';
import type { Trace } from '../../core/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import shared from '../lessons.module.css';
import styles from './author.module.css';

interface SuggestionsProps {
  readonly trace: Trace | undefined;
  /** texts that are in the goal already */
  readonly taken: readonly string[];
  readonly isFull: boolean;
  readonly onTake: (expectation: string) => void;
}

type Part = 'cursor' | 'shown' | 'run';

export function Suggestions({ trace, taken, isFull, onTake }: SuggestionsProps): ReactNode {
  const [wanted, setPart] = useState<Part>('cursor');
  const range = useApp((state) => state.range);
  const sync = useApp((state) => state.selectedSync);
  const part = wanted === 'shown' && range === undefined ? 'run' : wanted;
  const atSeconds = trace?.syncs.atSeconds[sync] ?? 0;
  const texts = useMemo(() => {
    if (trace === undefined) return [];
    // The axis ends between two seconds.
    const span = range && {
      fromSeconds: Math.floor(range.fromSeconds),
      toSeconds: Math.ceil(range.toSeconds),
    };
    const found =
      part === 'cursor'
        ? suggestAt(trace, atSeconds)
        : suggestForRun(trace, part === 'shown' ? span : undefined);
    return found.map(({ expectation }) => printExpectation(expectation));
  }, [trace, part, range, atSeconds]);
  if (trace === undefined) return <p className={shared.note}>The present scenario has no run yet.</p>;
  return (
    <section className={styles.suggestions} aria-label="From the charts">
      <p className={styles.side}>
        <b>From the charts</b>
        <Select
          label="Which part of the charts"
          value={part}
          options={[
            { value: 'cursor', text: `At the cursor, ${clockText(atSeconds)}` },
            ...(range === undefined
              ? []
              : [
                  {
                    value: 'shown' as const,
                    text: `What is shown, ${clockText(range.fromSeconds)} to ${clockText(range.toSeconds)}`,
                  },
                ]),
            { value: 'run', text: 'The whole run' },
          ]}
          onChange={setPart}
        />
      </p>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <Button
              aria-label={`Add to the goal: ${text}`}
              disabled={isFull || taken.includes(text)}
              onClick={() => onTake(text)}
            >
              <Plus size={14} aria-hidden />
              <code>{text}</code>
            </Button>
          </li>
        ))}
      </ul>
      <p className={shared.note}>
        Each holds of the run on the page, with what was measured there. Take one from the solution’s run, or
        make it stricter.
      </p>
    </section>
  );
}
