import { lazy, type ReactNode, Suspense } from 'react';
import { isLocked } from '../store/lessonSlice.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useApp } from './context.tsx';
import styles from './LeftPanel.module.css';

const ClusterForm = lazy(() => import('./ClusterForm.tsx'));

/** The cluster's settings, fetched when their tab is opened for the first time. */
export function ClusterPane(): ReactNode {
  const locked = useApp((state) => isLocked(state, 'cluster'));
  return (
    <ErrorBoundary what="The cluster’s settings">
      <Suspense fallback={null}>
        {locked ? <p className={styles.locked}>The cluster is locked in this lesson.</p> : null}
        <fieldset className={styles.settings} disabled={locked} aria-label="Settings of the cluster">
          <ClusterForm />
        </fieldset>
      </Suspense>
    </ErrorBoundary>
  );
}
