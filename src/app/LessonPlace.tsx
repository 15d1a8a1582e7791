import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useApp } from './context.tsx';

const LessonPane = lazy(() => import('../lessons/LessonPane.tsx'));

/** Where the lesson stands that is open, if one is. */
export function LessonPlace({ className }: { readonly className: string | undefined }): ReactNode {
  const isOpen = useApp((state) => state.attempt !== undefined);
  if (!isOpen) return null;
  return (
    <div className={className} data-print="no">
      <ErrorBoundary what="The lesson">
        <Suspense fallback={null}>
          <LessonPane />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
