import { Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { useServices } from '../app/context.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './lessons.module.css';
import { Markdown } from './Markdown.tsx';

interface HintsProps {
  readonly hints: readonly string[];
  readonly shown: number;
}

/** One at a time. */
export function Hints({ hints, shown }: HintsProps): ReactNode {
  const { store } = useServices();
  if (hints.length === 0) return null;
  const left = hints.length - shown;
  return (
    <section className={styles.part} aria-label="Hints">
      <ol className={styles.hints} aria-live="polite">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint}>
            <Markdown text={hint} />
          </li>
        ))}
      </ol>
      {left <= 0 ? null : (
        <Button look="outlined" onClick={store.getState().nextHint}>
          <Lightbulb size={15} aria-hidden />
          {shown === 0 ? 'A hint' : 'Another hint'} ({left} left)
        </Button>
      )}
    </section>
  );
}
