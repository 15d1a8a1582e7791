import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { HelpButton } from '../ui/HelpButton.tsx';
import styles from './glossary.module.css';
import type { TermId } from './terms.ts';

const TermText = lazy(() => import('./TermText.tsx'));

interface TermProps {
  readonly id: TermId;
  /** the word as it stands there */
  readonly children: string;
}

/** A word with a dotted line under it: what it means shows on hover, focus and tap. */
export function Term({ id, children }: TermProps): ReactNode {
  return (
    <HelpButton
      label={children}
      className={styles.word ?? ''}
      tip={<TermCard id={id} bare />}
      card={<TermCard id={id} />}
    >
      {children}
    </HelpButton>
  );
}

interface TermCardProps {
  readonly id: TermId;
  /** the sentences alone */
  readonly bare?: boolean;
}

/** For what has a sentence of its own: the term behind it. */
export function TermCard({ id, bare = false }: TermCardProps): ReactNode {
  return (
    <ErrorBoundary what="The glossary">
      <Suspense fallback={<p className={styles.waiting}>…</p>}>
        <TermText id={id} bare={bare} />
      </Suspense>
    </ErrorBoundary>
  );
}
