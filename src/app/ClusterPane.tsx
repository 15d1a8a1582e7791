import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';

const ClusterForm = lazy(() => import('./ClusterForm.tsx'));

/** The cluster's settings, fetched when their tab is opened for the first time. */
export function ClusterPane(): ReactNode {
  return (
    <ErrorBoundary what="The cluster’s settings">
      <Suspense fallback={null}>
        <ClusterForm />
      </Suspense>
    </ErrorBoundary>
  );
}
