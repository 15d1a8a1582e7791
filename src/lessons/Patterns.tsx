/** Kinds of services, and what suits each: with what it costs and gains, measured in runs. */
import { type ReactNode, useMemo } from 'react';
import { useServices } from '../app/context.tsx';
import type { Pattern } from '../core/index.ts';
import { patternSheet } from '../core/lesson/sheet.ts';
import { Button } from '../ui/Button.tsx';
import { loadPatterns } from './courseIndex.ts';
import { Figures } from './Figures.tsx';
import { LoadedList } from './LoadedList.tsx';
import styles from './lessons.module.css';
import { openSheet } from './openSheet.ts';
import { useRuns } from './useRuns.ts';

export function Patterns(): ReactNode {
  return (
    <LoadedList load={loadPatterns} what="patterns">
      {(patterns) => patterns.map((pattern) => <PatternCard key={pattern.id} pattern={pattern} />)}
    </LoadedList>
  );
}

const BOTH = ['pattern', 'default'] as const;

function PatternCard({ pattern }: { readonly pattern: Pattern }): ReactNode {
  const { store } = useServices();
  const sheet = useMemo(() => patternSheet(pattern), [pattern]);
  const runs = useRuns(sheet.runs, BOTH);
  return (
    <section className={styles.card} aria-label={pattern.title}>
      <div className={styles.cardHead}>
        <h3>{pattern.title}</h3>
        <Button look="outlined" aria-label={`Open: ${pattern.title}`} onClick={() => openSheet(store, sheet)}>
          Open
        </Button>
      </div>
      <Figures sheet={sheet} runs={runs} />
    </section>
  );
}
