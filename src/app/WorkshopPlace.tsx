import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useApp } from './context.tsx';

const WorkshopBar = lazy(() => import('../workshop/WorkshopBar.tsx'));

/** Where a workshop stands that is held, if one is. */
export function WorkshopPlace(): ReactNode {
  const isHeld = useApp((state) => state.held !== undefined);
  if (!isHeld) return null;
  return (
    <ErrorBoundary what="The workshop">
      <Suspense fallback={null}>
        <WorkshopBar />
      </Suspense>
    </ErrorBoundary>
  );
}
